"""A page whose fragment draws and asks for the whole page anew; the pause between both lasts until a file is there."""

import os
import time
from pathlib import Path

import streamlit as st

from upstream import streamlit_rerun

GATE = Path(os.environ["GATE"])


def wait_for_gate(_: float) -> None:
    while not GATE.exists():
        time.sleep(0.01)


@st.fragment
def fragment() -> None:
    pressed = st.button("Press")
    st.session_state.setdefault("pressed", False)
    st.session_state["pressed"] |= pressed
    st.write("new" if st.session_state["pressed"] else "old")
    if pressed:
        streamlit_rerun.rerun_after_drawing()


streamlit_rerun.sleep = wait_for_gate
fragment()
st.write("whole page again" if st.session_state["pressed"] else "whole page")
