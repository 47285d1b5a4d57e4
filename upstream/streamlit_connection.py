"""What a page says while its server does not answer, and its return when the server answers again.

Leans on
    The attribute of Streamlit's app element that holds the state of its connection, the address of its health check,
    ``/_stcore/health``, and that Streamlit asks for its session again within fifteen seconds of the server's answer.
Without it
    A lost server is told by Streamlit's own box, which speaks English about terminals, or not at all: the keys of
    whoever presents do nothing.
At an upgrade
    ``tests/upstream/test_streamlit_program.py`` looks for both in Streamlit's program;
    ``tests/browser/test_presenting.py`` and ``test_lost_file.py`` stop a server and cut a connection.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from upstream.streamlit_selectors import fill

PROGRAM = fill(Path(__file__).with_suffix(".js").read_text("utf-8"))


def script(messages: Mapping[str, str], connecting: str, always_ask: str, wait_for: str) -> str:
    """Return the script that watches the connection.

    Parameters
    ----------
    messages : mapping of str to str
        What the page says while the server is lost, by CSS selector: the first one that finds an element is said. It
        stands in an element with the id ``waiting``, and the root element has the class ``waiting`` meanwhile.
    connecting : str
        What the page says where the server has not been reached since it was opened.
    always_ask : str
        CSS selector. While such an element is on the page the server is asked even if Streamlit believes itself
        connected: with a cut cable it does so for minutes.
    wait_for : str
        CSS selector. While such an element is on the page Streamlit is left the time to find its session again, which
        a page that is opened anew would not.
    """
    return (
        PROGRAM.replace("{messages}", json.dumps([*messages.items()], ensure_ascii=False))
        .replace("{connecting}", json.dumps(connecting, ensure_ascii=False))
        .replace("{always_ask}", json.dumps(always_ask))
        .replace("{wait_for}", json.dumps(wait_for))
    )
