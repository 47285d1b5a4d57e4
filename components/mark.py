"""The diagonal mark that simulated figures carry inside every map, chart and table."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from wording import shell as words

STYLE = """
<style>
[class*="st-key-simulated-"] {{ position: relative; }}
[class*="st-key-simulated-"]::after {{
  align-items: center; color: #B00020; content: "{mark}"; display: flex; font-size: clamp(20px, 3vw, 44px);
  font-weight: 700; inset: 0; justify-content: center; letter-spacing: 0.08em; opacity: 0.16; overflow: hidden;
  pointer-events: none; position: absolute; text-align: center; transform: rotate(-14deg); z-index: 5;
}}
</style>
"""


def style() -> None:
    """Put the mark's style on the page, once a run."""
    st.html(STYLE.format(mark=words.SIMULATED_MARK))


@contextmanager
def marked(kind: str, key: str) -> Iterator[None]:
    """Hold a chart or table; a simulated one is crossed by its mark, a real one is left alone."""
    with st.container(key=f"{kind}-{key}"):
        yield
