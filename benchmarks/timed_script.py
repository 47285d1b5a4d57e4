"""Runs the script that ``TIMED`` names, and stores its wall-clock and processor seconds in the session."""

import os
import time
from pathlib import Path
from types import CodeType

import streamlit as st


@st.cache_resource(show_spinner=False)
def compiled(path: str) -> CodeType:
    """Return the code of the script, compiled once, as in Streamlit."""
    return compile(Path(path).read_text("utf-8"), path, "exec")


code = compiled(os.environ["TIMED"])
wall, processor = time.perf_counter(), time.thread_time()
exec(code, {"__file__": os.environ["TIMED"], "__name__": "__main__"})
st.session_state["timed"] = (time.perf_counter() - wall, time.thread_time() - processor)
