"""A short list of places with what there is to say of each: name, figure, status, a few lines; each row a button.

Drawn as native buttons in a list, so that keyboard and screen reader need nothing of ours.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

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
        ``id`` (what a choice returns; unique), ``code`` (of the place), ``name``, ``figure`` (printed at the end),
        ``status`` (key of ``components.status.LOOKS``, empty for none), ``lines`` (tuple of texts, the first stronger).
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

    _renderer()(key=key, data={"rows": records(rows, selected), "title": title}, on_chosen_change=chosen)


def records(rows: pd.DataFrame, selected: str | None) -> list[dict]:
    """Write rows as the browser draws them."""
    return [_record(row, selected) for row in rows.to_dict("records")]


def _record(row: dict, selected: str | None) -> dict:
    look = LOOKS.get(row["status"])
    record = {name: row[name] for name in ("id", "name", "figure")}
    record |= {"lines": list(row["lines"]), "selected": row["code"] == selected}
    return record | ({"colour": look.colour, "shape": look.shape, "word": look.word} if look else {})
