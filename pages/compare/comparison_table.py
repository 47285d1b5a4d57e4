"""The sheet of the comparison: indicators down, places across, each cell a figure with its period, status and ranks."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.compare import comparison, words
from queries.query import query
from queries.view import View
from wording import lists, numbers
from wording.statuses import LOOKS

# An HTML table: a data grid prints one line a cell, and a screen reader can't tell which place a cell belongs to.
STYLE = """<style>
.sheet { max-height: 70vh; overflow: auto; }
.sheet table { border-collapse: collapse; width: 100%; font-size: 16px; line-height: 1.3; }
.sheet th, .sheet td { border-bottom: 1px solid rgba(128,128,128,.28); padding: .38em .5em; text-align: left;
  vertical-align: top; }
.sheet thead th { position: sticky; top: 0; z-index: 2; background: var(--st-background-color, Canvas);
  font-size: 17px; }
.sheet thead i { display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin-right: .4em; }
.sheet tbody.head th { background: rgba(128,128,128,.12); font-size: 14px; font-weight: 600; padding: 4px 10px; }
.sheet th[scope=row] { font-weight: 500; min-width: 9.4em; width: 26%; }
.sheet td { min-width: 5.75em; }
.sheet small { display: block; font-size: 14px; opacity: .78; font-weight: 400; }
.sheet b { font-size: 18px; }
.sheet .nothing { font-size: 15px; opacity: .72; }
.sheet .chosen th, .sheet .chosen td { background: rgba(11,92,173,.10); }
.sheet .apart { font-weight: 600; opacity: 1; }
.sheet sup { font-size: .75em; opacity: .8; }
.sheet em { font-style: normal; border-left: .32em solid; padding-left: .32em; }
</style>"""


_READ = ["indicator", "name_vi", "reported", "total", "has", "shown", "period_shown", "apart", "source_title"]
_READ += ["value", "status", "level_rank", "momentum_rank"]


def comparison_table(view: View, codes: tuple[str, ...], *, alt: str) -> None:
    """Draw the table and, under it, the sources that its marks [1], [2] … stand for.

    Parameters
    ----------
    view : View
        Its indicator is the one that the charts beside the table show; the row is tinted.
    codes : tuple of str
        The places, in their order.
    alt : str
        What the table shows, for a screen reader.
    """
    table, sources = _written(view, codes, alt)
    st.html(STYLE + table)
    if sources:
        st.caption(sources)


@query(*comparison.LEVEL, "pillars", "indicator", keep=100)
def _written(view: View, codes: tuple[str, ...], alt: str) -> tuple[str, str]:
    """Write the table and the line of its sources, once for everybody who looks at the same places."""
    rows = comparison.compare(view, codes)
    titles = source_numbers(rows)
    listed = [words.SOURCE.format(number=number, title=title) for title, number in titles.items()]
    sources = words.SOURCES.format(list=lists.semicolon_list(listed)) if listed else ""
    return markup(rows, comparison.colours(codes), alt, view.indicator), sources


def source_numbers(rows: pd.DataFrame) -> dict[str, int]:
    """Number the sources in their order of appearance: title → number."""
    titles = [title for title in rows["source_title"].unique() if title]
    return {title: number for number, title in enumerate(titles, start=1)}


def markup(rows: pd.DataFrame, colours: list[str], alt: str, chosen: str) -> str:
    """Write the table; every name and note of the tables is escaped."""
    numbered = source_numbers(rows)
    places = list(rows["short"].unique())
    heads = "".join(
        f'<th scope="col"><i style="background:{colour}"></i>{escape(place)}</th>'
        for place, colour in zip(places, colours, strict=True)
    )
    parts = [f"<thead><tr><th scope='col'>{escape(words.HEAD)}</th>{heads}</tr></thead>"]
    for group, members in rows.groupby("group", sort=False, observed=True):
        parts.append(
            f'<tbody class="head"><tr><th colspan="{len(places) + 1}" scope="colgroup">'
            f"{escape(words.GROUPS[group])}</th></tr></tbody><tbody>"
        )
        records = members[_READ].to_dict("records")
        parts += [
            _line(records[at : at + len(places)], numbered, chosen)
            for at in range(0, len(records), len(places))
        ]
        parts.append("</tbody>")
    return f'<div class="sheet" tabindex="0"><table aria-label="{escape(alt)}">{"".join(parts)}</table></div>'


def _line(cells: list[dict[str, Any]], numbered: dict[str, int], chosen: str) -> str:
    first = cells[0]
    mark = ' class="chosen"' if first["indicator"] == chosen else ""
    ranked = first["total"] == first["total"]
    reported = (
        words.REPORTED.format(reported=int(first["reported"]), total=int(first["total"])) if ranked else ""
    )
    head = f'<th scope="row">{escape(first["name_vi"])}<small>{escape(reported)}</small></th>'
    return f"<tr{mark}>{head}{''.join(_cell(each, numbered) for each in cells)}</tr>"


def _cell(row: dict[str, Any], numbered: dict[str, int]) -> str:
    if not row["has"]:
        return f'<td class="nothing">{LOOKS["no_data"].shape} {escape(row["shown"])}</td>'
    period = f"<small>{escape(row['period_shown'])}{_apart(row)}</small>"
    return (
        f"<td><b>{escape(row['shown'])}</b> <sup>{_mark(row, numbered)}</sup>"
        f"{period}{_status(row)}{_ranks(row)}</td>"
    )


def _apart(row: dict[str, Any]) -> str:
    return f' · <span class="apart">{escape(words.APART)}</span>' if row["apart"] else ""


def _mark(row: dict[str, Any], numbered: dict[str, int]) -> str:
    return escape(words.SOURCE_MARK.format(number=numbered[row["source_title"]]))


def _status(row: dict[str, Any]) -> str:
    if row["value"] != row["value"]:
        return f"<small>{escape(words.NO_NUMBER)}</small>"
    look = LOOKS[row["status"]]
    return f'<small><em style="border-color:{look.colour}">{escape(look.label)}</em></small>'


def _ranks(row: dict[str, Any]) -> str:
    total = numbers.number(row["total"])
    said = [
        template.format(rank=numbers.number(row[rank]), total=total)
        for rank, template in (("level_rank", words.LEVEL_RANK), ("momentum_rank", words.MOMENTUM_RANK))
        if row[rank] == row[rank]
    ]
    return f"<small>{escape(words.RANKS.join(said))}</small>" if said else ""
