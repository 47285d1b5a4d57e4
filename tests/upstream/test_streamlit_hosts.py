import inspect

import pytest
from streamlit import config
from streamlit.web.server.starlette import starlette_websocket

from upstream import streamlit_hosts


@pytest.fixture
def named(monkeypatch):
    known = config.get_option

    def name(*names):
        monkeypatch.setattr(
            config, "get_option", lambda key: [*names] if key == "server.allowedHosts" else known(key)
        )

    return name


def test_upstream_streamlit_still_reads_a_name_in_each_form(named):
    named("localhost", "::1", "*.example.com")
    allowed = ["localhost", "localhost:8501", "[::1]:8501", "a.example.com:80", "LOCALHOST."]
    assert [streamlit_hosts.is_allowed(host) for host in allowed] == [True] * len(allowed)
    refused = ["example.com", "localhost.evil", "a@localhost", "localhost:x", "", None]
    assert [streamlit_hosts.is_allowed(host) for host in refused] == [False] * len(refused)


def test_upstream_streamlit_lets_every_name_pass_where_none_is_set_and_we_do_not(named):
    named()
    assert starlette_websocket.is_host_allowed("evil.example")
    assert not streamlit_hosts.is_allowed("evil.example")
    assert streamlit_hosts.is_allowed("localhost:8501")


def test_upstream_streamlit_still_asks_the_same_setting_for_a_websocket():
    assert '"server.allowedHosts"' in inspect.getsource(starlette_websocket.is_host_allowed)
    assert "is_host_allowed" in inspect.getsource(starlette_websocket._is_origin_allowed)
