"""A rerun of the whole page that lets the browser show first what a fragment has drawn.

Leans on
    Streamlit sends what a script has drawn while the script still runs, every few milliseconds, from another thread.
Without it
    The browser gets the fragment's map together with the page around it, and lays out both before it shows either.
At an upgrade
    ``tests/browser/test_upstream.py`` looks at a page whose pause is held. ``docs/decisions.md`` (Kịch bản) says what
    was measured.
"""

from time import sleep

import streamlit as st

# Between the end of the drawing and the rerun.
PAUSE = 0.05  # seconds


def rerun_after_drawing() -> None:
    """Rerun the whole page after what the fragment has drawn was sent. Does not return."""
    sleep(PAUSE)
    st.rerun()
