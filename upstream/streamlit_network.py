"""A Streamlit that asks nothing outside the machine.

Leans on
    ``get_external_ip`` and ``get_internal_ip`` of ``streamlit.net_util``. Streamlit calls them to print an address when
    it starts on all addresses, unless ``browser.serverAddress`` is set; and for a WebSocket of another origin.
Without it
    The first asks a server on the internet for the address of this machine, the second opens a socket towards one.
At an upgrade
    ``tests/upstream/test_streamlit_network.py`` looks for other calls, and ``tests/browser/test_network.py`` at what a
    server and a browser ask.
"""

from streamlit import net_util


def ask_nothing_outside() -> None:
    """Let Streamlit know no address of the machine but the one it is told; call it before the server answers."""
    net_util.get_external_ip = _unknown
    net_util.get_internal_ip = _unknown


def _unknown() -> str | None:
    return None
