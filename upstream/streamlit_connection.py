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


def script(texts: Mapping[str, str], wall: str) -> str:
    """Return the script that watches the connection.

    Parameters
    ----------
    texts : mapping of str to str
        What the page says while the server is lost: ``lost``, or ``with_file`` where a file is chosen, ``on_the_wall``
        on the wall screen, ``connecting`` where it was not reached since the page was opened. The text stands in an
        element with the id ``waiting``, and the root element has the class ``waiting`` meanwhile.
    wall : str
        CSS selector of the wall screen. There the server is asked even if Streamlit believes itself connected: with a
        cut cable it does so for minutes.
    """
    return PROGRAM.replace("{texts}", json.dumps(dict(texts), ensure_ascii=False)).replace(
        "{wall}", json.dumps(wall)
    )
