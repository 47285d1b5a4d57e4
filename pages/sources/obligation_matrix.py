"""The matrix of places and core indicators as HTML, with its legend and its style."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from components.indicator_map import COVERAGE
from indicators.coverage import reported_counts
from pages.sources import words
from wording import numbers

# Colour and symbol of each kind of cell. A figure that is missing by a proposed schedule only has no warning colour.
SWATCHES = {name: (swatch.colour, swatch.symbol) for name, swatch in COVERAGE.items()}
SWATCHES |= {"late_proposed": ("#C9CFD6", "○"), "not_asked": ("transparent", "")}

CSS = (Path(__file__).resolve().parent / "obligation_matrix.css").read_text("utf-8")


def style() -> str:
    """Return the style of matrix and legend, with one class for each kind of cell."""
    classes = [
        f".duties .{name}, .duties-legend .{name} {{ background: {colour}; }}"
        for name, (colour, _) in SWATCHES.items()
    ]
    white = ".duties .reported, .duties-legend .reported { color: #fff; }"
    return "\n".join([f"<style>{CSS}", *classes, f"{white}</style>"])


def legend(cells: pd.DataFrame) -> str:
    """Return the legend: symbol, word and count of every kind, also of those that no cell has."""
    counts = cells["look"].value_counts()
    entries = [
        _legend_entry(name, symbol, int(counts.get(name, 0)))
        for name, (_, symbol) in SWATCHES.items()
        if name != "not_asked"
    ]
    return f'<div class="duties-legend">{"".join(entries)}</div>'


def _legend_entry(name: str, symbol: str, count: int) -> str:
    label = words.LEGEND.format(word=words.CELL_KINDS[name], count=numbers.number(count))
    return f'<span><i class="{name}">{symbol}</i>{escape(label)}</span>'


def matrix(cells: pd.DataFrame) -> str:
    """Return the table of places × indicators: a symbol in each cell, a count as "12/27" for each row and column.

    Parameters
    ----------
    cells : DataFrame
        Columns of ``obligations.obligations``.
    """
    names = cells.drop_duplicates("indicator").set_index("indicator")["name_vi"]
    by_place = reported_counts(cells, ["locality"]).set_index("locality")["text"]
    lines = "".join(
        _line(rows, names, by_place[code]) for code, rows in cells.groupby("locality", sort=False)
    )
    alt = words.MATRIX_ALT.format(places=cells["locality"].nunique(), indicators=len(names))
    return (
        f'<div class="duties" tabindex="0"><table aria-label="{escape(alt)}"><thead>{_head(names)}</thead><tbody>'
        f"{_totals(cells, names)}{lines}</tbody></table></div>"
    )


def _head(names: pd.Series) -> str:
    heads = "".join(f'<th scope="col"><span>{escape(name)}</span></th>' for name in names)
    return f'<tr><th scope="col">{escape(words.PLACE)}</th><th scope="col">{escape(words.TOTAL)}</th>{heads}</tr>'


def _totals(cells: pd.DataFrame, names: pd.Series) -> str:
    by_indicator = reported_counts(cells, ["indicator"]).set_index("indicator")["text"]
    whole = reported_counts(cells.assign(all=1), ["all"])["text"].iloc[0]
    sums = "".join(f'<td class="sum">{by_indicator[indicator]}</td>' for indicator in names.index)
    return f'<tr><th scope="row">{escape(words.ALL_PLACES)}</th><td class="sum">{whole}</td>{sums}</tr>'


def _line(rows: pd.DataFrame, names: pd.Series, total: str) -> str:
    records: Any = rows.to_dict("records")
    by_indicator = {row["indicator"]: _cell(row) for row in records}
    not_asked = f'<td title="{escape(words.CELL_KINDS["not_asked"])}"></td>'
    cells = "".join(by_indicator.get(indicator, not_asked) for indicator in names.index)
    place = escape(rows["place"].iloc[0])
    return f'<tr><th scope="row">{place}</th><td class="sum">{total}</td>{cells}</tr>'


def _cell(row: Mapping[str, Any]) -> str:
    title = words.CELL_KINDS[row["look"]]
    if pd.notna(row["last_period"]):
        title = words.CELL_LAST.format(word=title, last=numbers.day(row["last_period"]))
    return f'<td class="{row["look"]}" title="{escape(title)}">{SWATCHES[row["look"]][1]}</td>'
