"""A chosen file that was lost with its session: a network that was away too long, a server that started anew."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from pages.intake import words
from upstream.streamlit_types import ComponentRenderer

HERE = Path(__file__).parent
KNOWN, LOST, KEY = "intake.known_file", "intake.lost_file", "intake.lost"
LONGEST = 200  # characters of a name


@cache
def _renderer() -> ComponentRenderer:
    return st.components.v2.component("lost-file", js=(HERE / "lost_file.js").read_text("utf-8"))


def lost_file(name: str | None, on_lost: Callable[[], object]) -> None:
    """Say which file has to be chosen again, where the browser had one chosen and this session never got it.

    Parameters
    ----------
    name : str or None
        Name of the file that is chosen now.
    on_lost : callable
        Empties the box of the file; called before the page is drawn again.
    """

    def lost() -> None:
        st.session_state[LOST] = str(st.session_state[KEY].get("lost") or "")[:LONGEST]
        on_lost()

    known = st.session_state.get(KNOWN, False)
    _renderer()(
        key=KEY, data={"name": name, "known": known}, on_lost_change=lost, on_reconnected_change=lambda: None
    )
    st.session_state[KNOWN] = known or name is not None
    if name is not None:
        st.session_state.pop(LOST, None)
    elif st.session_state.get(LOST):
        st.warning(words.LOST_FILE, icon=":material/upload_file:")
        st.text(words.LOST_FILE_NAME.format(file=st.session_state[LOST]))
