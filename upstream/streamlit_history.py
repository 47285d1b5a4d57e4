"""One entry of the browser's history for a page that opens without its view and is then given one.

Leans on
    Streamlit's calls of ``history.pushState``, for the page that is opened and for each change of the query.
Without it
    A page takes two entries, first its bare address. Going back returns to the bare address, which is filled in again:
    the reader cannot leave the page backwards.
At an upgrade
    ``tests/upstream/test_streamlit_program.py`` looks for the call in Streamlit's program;
    ``tests/browser/test_pages.py`` goes back from a page.
"""

from pathlib import Path

PROGRAM = Path(__file__).with_suffix(".js").read_text("utf-8")


def script() -> str:
    """Return the script that replaces the bare address of a page by its address with a view."""
    return PROGRAM
