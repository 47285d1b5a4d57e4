"""The diagonal watermarks of simulated figures and scenarios inside charts and tables; the map draws its own."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def marked(kind: str, key: str, *, scenario: bool = False) -> Iterator[None]:
    """Draw what follows inside a container with the watermarks that its figures need (``style.css``).

    Parameters
    ----------
    kind : str
        ``real`` or ``simulated``; simulated figures have a watermark.
    key : str
        Unique on the page.
    scenario : bool
        Whether the figures are a scenario's. It has a watermark in a colour of its own, also beside the other one.
    """
    with st.container(key=f"scenario-{kind}-{key}" if scenario else f"{kind}-{key}"):
        yield
