"""A short list of places, each a button with name, figure, status and a few lines.

The buttons are native elements in a list: keyboards and screen readers use them as they are.
"""

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from upstream.streamlit_types import ComponentRenderer
from wording.statuses import LOOKS

HERE = Path(__file__).parent


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component(
        "digest", css=(HERE / "digest.css").read_text("utf-8"), js=(HERE / "digest.js").read_text("utf-8")
    )


def digest(
    rows: pd.DataFrame,
    key: str,
    *,
    title: str,
    selected: str | None = None,
    on_select: Callable[[str], object] | None = None,
) -> None:
    """Draw one button per row, in the order of the rows.

    Parameters
    ----------
    rows : DataFrame
        One row per button: ``id`` (unique), ``code`` (of the place), ``name``, ``figure`` (printed at the end),
        ``status`` (key of ``wording.statuses.LOOKS``, empty for none), ``lines`` (tuple of texts).
    title : str
        What the list shows, for screen readers.
    selected : str, optional
        Code of the selected place; all its rows are marked.
    on_select : callable, optional
        Takes the id of the chosen row.
    """

    def chosen() -> None:
        row = st.session_state[key].get("chosen")
        if on_select and row:
            on_select(row)

    _renderer()(
        key=key, data={"rows": digest_records(rows, selected), "title": title}, on_chosen_change=chosen
    )


def digest_records(rows: pd.DataFrame, selected: str | None) -> list[dict[str, Any]]:
    """Return one record per row, as the browser draws it."""
    return [_record(row, selected) for row in rows.to_dict("records")]


def _record(row: Mapping[Hashable, Any], selected: str | None) -> dict[str, Any]:
    look = LOOKS.get(row["status"])
    record = {name: row[name] for name in ("id", "name", "figure")}
    record |= {"lines": list(row["lines"]), "selected": row["code"] == selected}
    return record | ({"colour": look.colour, "shape": look.shape, "word": look.word} if look else {})
