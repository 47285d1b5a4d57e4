"""The time of one item of an agenda, counted in the browser."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from components.presenting import words

HERE = Path(__file__).parent


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component(
        "clock", css=(HERE / "timer.css").read_text("utf-8"), js=(HERE / "timer.js").read_text("utf-8")
    )


def clock(item: str, seconds: int, *, advance: bool, on_over: Callable[[], object]) -> None:
    """Draw the time an item has taken, or what is left of it; with `advance` its end is told, once, to `on_over`.

    Parameters
    ----------
    item : str
        What is timed; another item starts anew, the same one goes on after a refresh.
    seconds : int
        Time it may take; 0 for as long as it takes.
    """

    def over() -> None:
        # What was told may be of the item before, when the presenter was quicker than the clock.
        if st.session_state["clock"].get("over") == item:
            on_over()

    _renderer()(
        key="clock",
        data={"item": item, "seconds": seconds, "advance": advance, "words": words.CLOCK},
        on_over_change=over,
    )
