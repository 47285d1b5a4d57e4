import re
import socket
from pathlib import Path

import pytest
import streamlit
from streamlit import net_util
from streamlit.web.server import server_util

from upstream import streamlit_network

FOLDER = Path(streamlit.__file__).parent


@pytest.fixture
def no_network(monkeypatch):
    """Refuse every socket; the originals of Streamlit are put back at the end."""
    for name in ("get_external_ip", "get_internal_ip"):
        monkeypatch.setattr(net_util, name, getattr(net_util, name))
    asked = []

    def refuse(*where):
        asked.append(where)
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return asked


def test_upstream_streamlit_asks_the_internet_for_another_origin_and_no_longer_does(no_network):
    assert not server_util.is_url_from_allowed_origins("http://elsewhere.example")
    assert no_network, "Streamlit no longer asks: this module can go"
    no_network.clear()
    streamlit_network.ask_nothing_outside()
    assert not server_util.is_url_from_allowed_origins("http://elsewhere.example")
    assert no_network == []


def test_upstream_streamlit_asks_for_an_address_in_no_other_place():
    calls = {
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*.py")
        if re.search(r"get_(ex|in)ternal_ip", path.read_text("utf-8"))
    }
    assert calls == {"net_util.py", "web/bootstrap.py", "web/server/server_util.py"}
