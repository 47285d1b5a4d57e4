"""A list of bars, ranked or bullet, that is read without hovering and selected by keyboard.

A bullet bar (Stephen Few's Bullet Graph Design Specification) shows the value as a solid bar, the trajectory's value
as a tick and the target as a line, on the indicator's fixed scale. The bars are plain elements, because Plotly draws a
chart anew at each change of data, and its labels are reached neither by keyboard nor by a screen reader.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.bars import words
from upstream.streamlit_types import ComponentRenderer
from wording.statuses import LOOKS

HERE = Path(__file__).parent


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component(
        "bars", css=(HERE / "bars.css").read_text("utf-8"), js=(HERE / "bars.js").read_text("utf-8")
    )


# Rows as they are sent to the browser.
EncodedRows = dict[str, Any]


def bars(
    rows: pd.DataFrame | EncodedRows,
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
    rows : DataFrame, or what ``encode_rows`` made of it
        One row per bar: ``code`` (unique), ``name``, ``value_text`` (printed at the end), ``status`` (key of
        ``wording.statuses.LOOKS``, or empty for a plain bar); and where they apply ``group`` (a heading is printed
        whenever it changes), ``rank`` (text), ``share``, ``expected``, ``target`` (0–1 along the fixed scale, NaN where
        there is none), ``why`` (tooltip), ``colour`` (hex; overrides the status's), ``dim`` (left out by a filter),
        ``under`` (a second name in small letters), ``note`` (a second line beside it), ``section`` (a heading above
        groups), ``fold`` (text of a line that opens the neighbouring rows with the same text).
    title : str
        What the list shows, for screen readers.
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
            **(encode_rows(rows) if isinstance(rows, pd.DataFrame) else rows),
            "title": title,
            "selected": selected,
            "empty": words.EMPTY,
            "height": "" if height == "content" else height,
        },
        on_chosen_change=chosen,
    )


def encode_rows(rows: pd.DataFrame) -> EncodedRows:
    """Return rows as they are sent; a page with hundreds of rows keeps them from run to run."""
    return pack_rows(bar_records(rows))


def bar_records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one record per row: positions in percent of the scale, and no field where nothing is known."""
    # By columns, because pandas takes ten times as long by rows.
    columns = [rows[name].to_numpy(object).tolist() for name in rows.columns]
    return [
        _record(dict(zip(map(str, rows.columns), row, strict=True))) for row in zip(*columns, strict=True)
    ]


def pack_rows(rows: list[dict[str, Any]]) -> EncodedRows:
    """Return records as a table of numbers beside the texts that they share.

    Hundreds of rows repeat a few names and headings, and each choice sends all rows: with each text once they are a
    fifth as long.

    Examples
    --------
    >>> pack_rows([{"name": "a", "share": 5}, {"name": "a"}])
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


def _record(row: dict[str, Any]) -> dict[str, Any]:
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
        share = row.get(mark)
        if share is not None and share == share:
            record[mark] = round(100 * min(max(share, 0.0), 1.0), 2)
    for name in ("section", "group", "fold", "rank", "under", "note", "why", "dim"):
        value = row.get(name)
        # A field that a row does not have arrives as NaN, which JSON does not know.
        if value and value == value:
            record[name] = value
    return {name: value for name, value in record.items() if value is not None}


def _own_colour(row: dict[str, Any]) -> str:
    """Return the row's own colour; empty where it has none, which arrives as NaN."""
    colour = row.get("colour")
    return colour if isinstance(colour, str) else ""
