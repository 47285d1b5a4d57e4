"""Programs and tables that stay as long as the process, left out of Python's search for garbage.

Leans on
    ``gc.freeze``: what is there when it is called is not searched again. Streamlit searches everything after each run
    of a page.
Without it
    Each search takes a fifth of a second for a quarter of a million objects, and a key pressed meanwhile waits.
At an upgrade
    ``tests/upstream/test_garbage_collector.py`` looks for the search in Streamlit, and at what it still searches. If
    Streamlit no longer searches, this module can go.
"""

import gc
from functools import cache


@cache
def freeze_after_first_run(page: str) -> None:  # noqa: ARG001 - each page loads programs and tables of its own
    """Leave out of later searches what is there now; only the first call for a `page` does so."""
    gc.collect()
    gc.freeze()
