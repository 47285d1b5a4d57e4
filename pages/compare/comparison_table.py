"""The table of the comparison as HTML: indicators down, places across.

Each cell is a figure with its period, status and ranks. A data grid prints one line a cell, and a screen reader cannot
tell which place a cell belongs to.
"""

from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from pages.compare import words
from pages.compare.comparison import compare
from pages.compare.indicator_charts import colours
from pages.compare.level_frames import LEVEL
from queries.query import query
from queries.view import View
from wording import lists, numbers
from wording.statuses import LOOKS

STYLE = "<style>\n" + (Path(__file__).parent / "comparison_table.css").read_text("utf-8") + "</style>"

_READ = ["indicator", "name_vi", "reported", "total", "has", "shown", "period_shown", "apart", "source_title"]
_READ += ["value", "status", "level_rank", "momentum_rank"]


@query(*LEVEL, "pillars", "indicator", keep=100)
def comparison_html(view: View, codes: tuple[str, ...], alt: str) -> tuple[str, str]:
    """Return style and markup of the table, and the line that its marks [1], [2] … refer to ("" without sources).

    Parameters
    ----------
    view : View
        The row of its indicator is tinted, because the charts beside the table show it.
    codes : tuple of str
        The places, in their order.
    alt : str
        What the table shows, for a screen reader.
    """
    rows = compare(view, codes)
    sources = [
        words.SOURCE.format(number=number, title=title) for title, number in source_numbers(rows).items()
    ]
    line = words.SOURCES.format(list=lists.semicolon_list(sources)) if sources else ""
    return STYLE + markup(rows, colours(codes), alt, view.indicator), line


def source_numbers(rows: pd.DataFrame) -> dict[str, int]:
    """Return source title → number, in the order in which the sources appear."""
    titles = [title for title in rows["source_title"].unique() if title]
    return {title: number for number, title in enumerate(titles, start=1)}


def markup(rows: pd.DataFrame, colours: list[str], alt: str, chosen: str) -> str:
    """Return the table of `rows` (of ``comparison.compare``); every name and note of the tables is escaped."""
    numbered = source_numbers(rows)
    places = list(rows["short"].unique())
    heads = "".join(
        f'<th scope="col"><i style="background:{colour}"></i>{escape(place)}</th>'
        for place, colour in zip(places, colours, strict=True)
    )
    parts = [f"<thead><tr><th scope='col'>{escape(words.HEAD)}</th>{heads}</tr></thead>"]
    for group, members in rows.groupby("group", sort=False, observed=True):
        cells = members[_READ].to_dict("records")
        lines = [cells[at : at + len(places)] for at in range(0, len(cells), len(places))]
        parts.append(
            f'<tbody class="head"><tr><th colspan="{len(places) + 1}" scope="colgroup">'
            f"{escape(words.GROUPS[str(group)])}</th></tr></tbody>"
            f"<tbody>{''.join(_line(line, numbered, chosen) for line in lines)}</tbody>"
        )
    return f'<div class="comparison" tabindex="0"><table aria-label="{escape(alt)}">{"".join(parts)}</table></div>'


def _line(cells: list[dict[Any, Any]], numbered: dict[str, int], chosen: str) -> str:
    first = cells[0]
    mark = ' class="chosen"' if first["indicator"] == chosen else ""
    reported = ""
    if pd.notna(first["total"]):
        reported = words.REPORTED.format(reported=int(first["reported"]), total=int(first["total"]))
    head = f'<th scope="row">{escape(first["name_vi"])}<small>{escape(reported)}</small></th>'
    return f"<tr{mark}>{head}{''.join(_cell(each, numbered) for each in cells)}</tr>"


def _cell(row: dict[Any, Any], numbered: dict[str, int]) -> str:
    if not row["has"]:
        return f'<td class="nothing">{LOOKS["no_data"].shape} {escape(row["shown"])}</td>'
    period = f"<small>{escape(row['period_shown'])}{_apart(row)}</small>"
    mark = escape(words.SOURCE_MARK.format(number=numbered[row["source_title"]]))
    return f"<td><b>{escape(row['shown'])}</b> <sup>{mark}</sup>{period}{_status(row)}{_ranks(row)}</td>"


def _apart(row: dict[Any, Any]) -> str:
    return f' · <span class="apart">{escape(words.APART)}</span>' if row["apart"] else ""


def _status(row: dict[Any, Any]) -> str:
    if pd.isna(row["value"]):
        return f"<small>{escape(words.NO_NUMBER)}</small>"
    look = LOOKS[row["status"]]
    return f'<small><em style="border-color:{look.colour}">{escape(look.label)}</em></small>'


def _ranks(row: dict[Any, Any]) -> str:
    total = numbers.number(row["total"])
    texts = [
        template.format(rank=numbers.number(row[rank]), total=total)
        for rank, template in (("level_rank", words.LEVEL_RANK), ("momentum_rank", words.MOMENTUM_RANK))
        if pd.notna(row[rank])
    ]
    return f"<small>{escape(words.RANKS.join(texts))}</small>" if texts else ""
