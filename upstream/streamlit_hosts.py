"""The names by which a browser may ask for the dashboard: Streamlit's setting ``server.allowedHosts``.

Leans on
    Streamlit's own check of a name against the setting. It asks it for a WebSocket alone, and lets every name pass
    where the setting is empty; we ask it for every request.
Without it
    A site in the browser of somebody in the office can give its own name the address of this machine and read the
    dashboard (DNS rebinding).
At an upgrade
    ``tests/upstream/test_streamlit_hosts.py`` asks for names of every kind.
"""

from urllib.parse import urlsplit

from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def names() -> tuple[str, ...]:
    """Return the names that the start-up settings allow: those of the machine itself where they name none."""
    return tuple(config.get_option("server.allowedHosts")) or LOOPBACK


def is_allowed(host: str | None) -> bool:
    """Tell whether a ``Host`` header, with or without a port, holds an allowed name."""
    if config.get_option("server.allowedHosts"):
        return is_host_allowed(host)
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK
    except ValueError:
        return False


def other_origins() -> tuple[str, ...]:
    """Return the origins, besides the dashboard's own, whose pages may ask it: a proxy that asks by another name."""
    return tuple(config.get_option("server.corsAllowedOrigins"))


def is_open_to_a_network() -> bool:
    """Tell whether the server listens on another address than those of the machine itself."""
    return config.get_option("server.address") not in LOOPBACK
