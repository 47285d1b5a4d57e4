"""What a page says while its server does not answer, and its return when the server answers again.

Leans on
    The attribute of Streamlit's app element that holds the state of its connection, and the address of its health
    check, ``/_stcore/health``.
Without it
    A lost server is told by Streamlit's own box, which speaks English about terminals, or not at all: the keys of
    whoever presents do nothing.
At an upgrade
    ``tests/upstream/test_streamlit_program.py`` looks for both in Streamlit's program;
    ``tests/browser/test_presenting.py`` stops a server and cuts a connection.
"""

import json
from pathlib import Path

from upstream.streamlit_selectors import fill

PROGRAM = fill(Path(__file__).with_suffix(".js").read_text("utf-8"))


def script(message: str, always_ask: str) -> str:
    """Return the script that watches the connection.

    Parameters
    ----------
    message : str
        What the page says while the server is lost. It stands in an element with the id ``waiting``, and the root
        element has the class ``waiting`` meanwhile.
    always_ask : str
        CSS selector. While such an element is on the page the server is asked even if Streamlit believes itself
        connected: with a cut cable it does so for minutes.
    """
    return PROGRAM.replace("{message}", json.dumps(message, ensure_ascii=False)).replace(
        "{always_ask}", json.dumps(always_ask)
    )
