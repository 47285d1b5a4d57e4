"""The diagonal marks that simulated figures and scenarios carry inside every chart and table; the map draws its own."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def marked(kind: str, key: str, *, scenario: bool = False) -> Iterator[None]:
    """Hold a chart or table and cross it by the marks its figures need (``style.css``).

    A simulated one carries its mark, a scenario another in its own colour, a scenario on simulated figures both; what
    was published carries none.
    """
    with st.container(key=f"scenario-{kind}-{key}" if scenario else f"{kind}-{key}"):
        yield
