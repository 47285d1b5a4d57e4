"""A matrix of places and targets: each cell a shape, a value and a colour; arrow keys move, Enter selects.

It is a plain table with fixed headings, because the cells of a chart are reached neither by keyboard nor by a screen
reader.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.matrix import words
from upstream.streamlit_types import ComponentRenderer
from wording.statuses import LOOKS

HERE = Path(__file__).parent


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component(
        "matrix", css=(HERE / "matrix.css").read_text("utf-8"), js=(HERE / "matrix.js").read_text("utf-8")
    )


def matrix(
    table: dict[str, Any],
    key: str,
    *,
    title: str,
    selected: tuple[str, ...] = (),
    height: str,
    on_select: Callable[[str, str], object],
) -> None:
    """Draw a table of places (rows) and targets (columns).

    Parameters
    ----------
    table : dict
        Of ``encode_table``.
    title : str
        What the table shows, for screen readers.
    selected : tuple of str
        Target and locality of the selected cell, or nothing.
    height : str
        CSS length at which the table scrolls inside.
    on_select : callable
        Takes target and locality of the selected cell.
    """

    def chosen() -> None:
        cell = st.session_state[key].get("chosen")
        if cell:
            on_select(*cell)

    _renderer()(
        key=key,
        data={
            "table": table,
            "title": title,
            "selected": list(selected),
            "height": height,
            "words": {
                "place": words.PLACE,
                "totals": words.TOTALS,
                "nothing": words.NOTHING,
                "empty": words.EMPTY,
            },
        },
        on_chosen_change=chosen,
    )


def encode_table(columns: pd.DataFrame, places: pd.DataFrame, cells: pd.DataFrame) -> dict[str, Any]:
    """Return the table as the browser draws it.

    Parameters
    ----------
    columns : DataFrame
        ``target``, ``name`` and ``document`` (its number), in their order.
    places : DataFrame
        ``locality``, ``place`` (its name) and ``totals`` (status → count), in their order.
    cells : DataFrame
        ``target``, ``locality``, ``status``, ``standing``, ``known`` and ``value_shown``, in any order.

    Returns
    -------
    dict
        ``looks`` (shape, colour, word of each status), ``columns``, and ``rows`` whose ``cells`` are None where a
        target is not shown for a place, else [look, value, reference]; the value is empty where there is no figure.
    """
    number_of = {status: place for place, status in enumerate(LOOKS)}
    column_of = {target: place for place, target in enumerate(columns["target"])}
    row_of = {locality: place for place, locality in enumerate(places["locality"])}
    grid: list[list[list[Any] | None]] = [[None] * len(column_of) for _ in row_of]
    facts = zip(
        cells["locality"].map(row_of),
        cells["target"].map(column_of),
        cells["status"].map(number_of),
        cells["value_shown"].where(cells["known"], ""),
        cells["standing"].eq("reference").astype("int64"),
        strict=True,
    )
    for row, column, look, value, reference in facts:
        grid[row][column] = [look, value, reference]
    return {
        "looks": [[look.shape, look.colour, look.word] for look in LOOKS.values()],
        "columns": columns[["target", "name", "document"]].to_numpy().tolist(),
        "rows": [
            {"code": locality, "name": name, "totals": _totals(totals), "cells": row}
            for locality, name, totals, row in zip(
                places["locality"], places["place"], places["totals"], grid, strict=True
            )
        ],
    }


def _totals(counted: dict[str, int]) -> str:
    """Return counts by status as text: ``✖1 ▲3 ✔12``."""
    return words.SEPARATOR.join(
        words.TOTAL.format(shape=LOOKS[status].shape, count=count) for status, count in counted.items()
    )
