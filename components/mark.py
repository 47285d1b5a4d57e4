"""The diagonal mark that simulated figures carry inside every chart and table; the map draws its own."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def marked(kind: str, key: str) -> Iterator[None]:
    """Hold a chart or table; a simulated one is crossed by its mark (``style.css``), a real one is left alone."""
    with st.container(key=f"{kind}-{key}"):
        yield
