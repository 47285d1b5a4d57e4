"""Runs the script that ``TIMED`` names and leaves in the session how long it took, wall clock and processor."""

import os
import time
from pathlib import Path

import streamlit as st


@st.cache_resource(show_spinner=False)
def compiled(path: str) -> object:
    """Return the script's code, compiled once as Streamlit does."""
    return compile(Path(path).read_text("utf-8"), path, "exec")


code = compiled(os.environ["TIMED"])
wall, processor = time.perf_counter(), time.thread_time()
exec(code, {"__file__": os.environ["TIMED"], "__name__": "__main__"})
st.session_state["timed"] = (time.perf_counter() - wall, time.thread_time() - processor)
