"""Streamlit's theme, chosen by the view.

Leans on
    The entry of ``localStorage`` in which Streamlit keeps the reader's theme for the path of a page, its version 2,
    and its values ``"Light"`` and ``"Dark"``. Streamlit reads it once, when a page is opened.
Without it
    The wall screen stays in the theme of the machine, whatever the view asks for; high contrast loses its dark ground.
At an upgrade
    ``tests/upstream/test_streamlit_program.py`` looks for the entry's name in Streamlit's program;
    ``tests/browser/test_presenting.py`` opens each theme.
"""

from pathlib import Path

from upstream.streamlit_selectors import fill

PROGRAM = fill(Path(__file__).with_suffix(".js").read_text("utf-8"))


def script(theme: str) -> str:
    """Return the script that opens the page in a theme.

    Parameters
    ----------
    theme : str
        ``light``, ``dark``, ``contrast`` (drawn over the dark one), or "" for the theme of the machine.
    """
    return PROGRAM.replace("{theme}", theme)
