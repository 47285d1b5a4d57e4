"""The time of one item of an agenda, counted in the browser."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from components.presenting import words
from upstream.streamlit_types import ComponentRenderer

HERE = Path(__file__).parent


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component(
        "clock", css=(HERE / "timer.css").read_text("utf-8"), js=(HERE / "timer.js").read_text("utf-8")
    )


def clock(item: str, seconds: int, *, advance: bool, on_over: Callable[[], object]) -> None:
    """Draw the time that an item has taken, or that is left of it.

    Parameters
    ----------
    item : str
        Which item is timed; another one starts anew, the same one goes on after a refresh.
    seconds : int
        Time it may take; 0 for no limit.
    advance : bool
        Whether `on_over` is called, once, when the time is over.
    on_over : callable
        Takes nothing.
    """

    def over() -> None:
        # The browser may report the item before, if the presenter has gone on at the same moment.
        if st.session_state["clock"].get("over") == item:
            on_over()

    _renderer()(
        key="clock",
        data={"item": item, "seconds": seconds, "advance": advance, "words": words.CLOCK},
        on_over_change=over,
    )
