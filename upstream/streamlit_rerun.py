"""A rerun of the whole page that lets the browser show first what a fragment has drawn.

Leans on
    Streamlit's server sends what a script has drawn within some milliseconds, in another thread, and a rerun throws
    away what has not been sent.
Without it
    The browser gets the fragment's drawing together with the whole page, and shows the map only after it has laid out
    everything around it.
At an upgrade
    ``tests/browser/test_upstream.py`` looks at a page whose rerun is held up. ``docs/decisions.md`` (Kịch bản) says
    what was measured.
"""

import time

import streamlit as st

# Between the end of the drawing and the rerun.
PAUSE = 0.05  # seconds


def rerun_after_drawing() -> None:
    """Rerun the whole page; what the fragment has drawn so far is on the screen before. Does not return."""
    time.sleep(PAUSE)
    st.rerun()
