"""Bars that can be read without hovering and chosen by keyboard: ranked bars and bullet bars in one list.

A bullet bar (Stephen Few's Bullet Graph Design Specification) shows the value as a solid bar, the trajectory's value
as a tick and the target as a line, on the indicator's fixed scale. Drawn as plain elements in place: Plotly remounts
at every change of data, and its labels are neither focusable nor reachable by a screen reader.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from components.bars import words
from wording.statuses import LOOKS

HERE = Path(__file__).parent


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component(
        "bars", css=(HERE / "bars.css").read_text("utf-8"), js=(HERE / "bars.js").read_text("utf-8")
    )


Written = dict[str, Any]


def bars(
    rows: pd.DataFrame | Written,
    key: str,
    *,
    title: str,
    selected: str | None = None,
    height: str = "content",
    on_select: Callable[[str], object] | None = None,
) -> None:
    """Draw one bar per row, in the order of the rows.

    Parameters
    ----------
    rows : DataFrame, or what ``written`` made of it
        ``code`` (what a choice returns; unique), ``name``, ``value_text`` (printed at the end), ``status`` (key of
        ``components.status.LOOKS``, or empty for a plain bar); and where they apply ``group`` (a heading is printed
        whenever it changes), ``rank`` (text), ``share``, ``expected``, ``target`` (0–1 along the fixed scale, NaN where
        there is none), ``why`` (tooltip), ``colour`` (hex; overrides the status's), ``dim`` (filtered out); ``under``
        (a second name in small letters), ``note`` (a second line beside it), ``section`` (a heading above groups),
        ``fold`` (neighbours that share it are drawn only when the line it writes is opened).
    title : str
        What the list shows, for screen readers and the mark.
    selected : str, optional
        Code of the selected row.
    height : str
        A CSS length (``calc(100vh - 250px)``); a longer list scrolls inside. "content" shows every row.
    on_select : callable, optional
        Takes the code of the chosen row.
    """

    def chosen() -> None:
        code = st.session_state[key].get("chosen")
        if on_select and code:
            on_select(code)

    _renderer()(
        key=key,
        data={
            **(written(rows) if isinstance(rows, pd.DataFrame) else rows),
            "title": title,
            "selected": selected,
            "empty": words.EMPTY,
            "height": "" if height == "content" else height,
        },
        on_chosen_change=chosen,
    )


def written(rows: pd.DataFrame) -> Written:
    """Write rows as they are sent; a page that draws the same hundreds of rows in each run writes them once."""
    return packed(records(rows))


def records(rows: pd.DataFrame) -> list[dict]:
    """Write rows as the browser draws them: positions as percentages of the scale, nothing where nothing is known."""
    # Column by column: pandas takes ten times as long to go row by row.
    columns = [rows[name].to_numpy(object).tolist() for name in rows.columns]
    return [_record(dict(zip(rows.columns, row, strict=True))) for row in zip(*columns, strict=True)]


def packed(rows: list[dict]) -> dict:
    """Write rows as a table of numbers beside the texts they share.

    Hundreds of rows repeat few names and headings, and each choice sends all of them: said once each, they are a
    fifth as long.

    Examples
    --------
    >>> packed([{"name": "a", "share": 5}, {"name": "a"}])
    {'fields': ['name', 'share'], 'texts': ['a'], 'rows': [[0, 5], [0, None]], 'worded': ['name']}
    """
    fields = list(dict.fromkeys(name for row in rows for name in row))
    worded = [name for name in fields if any(isinstance(row.get(name), str) for row in rows)]
    texts: dict[str, int] = {}
    table = [
        [
            texts.setdefault(row[name], len(texts)) if name in worded and name in row else row.get(name)
            for name in fields
        ]
        for row in rows
    ]
    return {"fields": fields, "texts": list(texts), "rows": table, "worded": worded}


def _record(row: dict) -> dict:
    look = LOOKS.get(row.get("status") or "")
    record = {
        "code": row["code"],
        "name": row["name"],
        "text": row["value_text"],
        "colour": _own_colour(row) or (look.colour if look else None),
        "shape": look.shape if look else None,
        "word": look.word if look else None,
    }
    for mark in ("share", "expected", "target"):
        place = row.get(mark)
        if place is not None and place == place:
            record[mark] = round(100 * min(max(place, 0.0), 1.0), 2)
    for plain in ("section", "group", "fold", "rank", "under", "note", "why", "dim"):
        said = row.get(plain)
        # A column that some rows don't have arrives as NaN, which is no JSON.
        if said and said == said:
            record[plain] = said
    return {name: value for name, value in record.items() if value is not None}


def _own_colour(row: dict) -> str:
    """Return the row's own colour; a missing one arrives as NaN, which is no JSON."""
    colour = row.get("colour")
    return colour if isinstance(colour, str) else ""
