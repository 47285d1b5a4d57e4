import logging

import pytest
from asgi import ask
from starlette.responses import PlainTextResponse
from streamlit import config

from components import asked_host
from components.asked_host import refuse_strangers

APP = refuse_strangers(PlainTextResponse("xin chào"))


@pytest.fixture(autouse=True)
def _told_anew():
    asked_host._name_refused.cache_clear()
    asked_host._origin_refused.cache_clear()


@pytest.fixture
def settings(monkeypatch):
    """Set options of Streamlit's: ``settings({"server.allowedHosts": [...]})``."""

    def change(options):
        known = config.get_option
        monkeypatch.setattr(config, "get_option", lambda name: options.get(name, known(name)))

    return change


def get(host, origin=None, **options):
    headers = [("host", host)] if host is not None else []
    return ask(APP, "/", headers + ([("origin", origin)] if origin else []), **options)


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8501", "[::1]:8501"])
@pytest.mark.parametrize("named", [["localhost", "127.0.0.1", "::1"], []], ids=["as installed", "none named"])
def test_the_names_of_the_machine_itself_are_answered(settings, host, named):
    settings({"server.allowedHosts": named})
    assert get(host).status == 200
    assert get(host, f"http://{host}").status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",  # DNS rebinding
        "localhost.evil.example",
        "evil.example:8501",
        "192.168.1.5:8501",  # an address that nobody has named
        "[::1",
        "",
        None,  # HTTP/1.0
    ],
)
@pytest.mark.parametrize("named", [["localhost", "127.0.0.1", "::1"], []], ids=["as installed", "none named"])
def test_an_unknown_name_is_refused(settings, host, named):
    settings({"server.allowedHosts": named})
    assert get(host).status == 403


def test_what_the_office_names_is_answered_and_nothing_else(settings):
    settings({"server.allowedHosts": ["localhost", "192.168.1.5", "*.dienbien.example"]})
    assert get("192.168.1.5:8501").status == 200
    assert get("cds.dienbien.example").status == 200
    assert get("LOCALHOST:8501").status == 200
    assert get("192.168.1.6:8501").status == 403


def test_the_refusal_says_which_setting_to_change_and_so_does_the_log_once(settings, caplog):
    settings({"server.allowedHosts": ["localhost"]})
    with caplog.at_level(logging.WARNING):
        answers = [get("cds.local:8501") for _ in range(3)]
    page = answers[0].body.decode()
    line = "allowedHosts = [&quot;localhost&quot;, &quot;cds.local&quot;]"
    assert line in page
    assert ".streamlit/config.toml" in page
    assert "“cds.local”" in page
    assert [line.replace("&quot;", '"') in record.getMessage() for record in caplog.records] == [True]


def test_a_name_on_the_refusal_is_text(settings):
    settings({"server.allowedHosts": ["localhost"]})
    assert b"<script>" not in get("<script>alert(1)</script>").body


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://localhost:3000",  # another program of this machine
        "https://localhost.evil.example",
        "http://[::1",  # no address
        "null",  # a page without an origin, such as a file
    ],
)
def test_a_page_of_another_origin_is_refused_for_requests_and_websockets(settings, origin):
    settings({"server.allowedHosts": ["localhost"], "server.corsAllowedOrigins": []})
    assert get("localhost:8501", origin).status == 403
    assert get("localhost:8501", origin, method="PUT").status == 403
    assert get("localhost:8501", origin, kind="websocket").kinds == ["websocket.close"]
    told = get("localhost:8501", origin, kind="websocket", extensions=["websocket.http.response"])
    assert told.kinds == ["websocket.http.response.start", "websocket.http.response.body"]
    assert "corsAllowedOrigins" in told.body.decode()


def test_the_origin_of_a_proxy_is_answered_where_the_office_names_it(settings):
    settings(
        {
            "server.allowedHosts": ["localhost"],
            "server.corsAllowedOrigins": ["https://cds.dienbien.example"],
        }
    )
    assert get("localhost:8501", "https://cds.dienbien.example").status == 200
    assert get("localhost:8501", "http://cds.dienbien.example").status == 403


@pytest.mark.parametrize(
    ("address", "named", "warned"),
    [
        ("localhost", ["localhost"], False),
        ("127.0.0.1", [], False),
        ("0.0.0.0", ["localhost", "127.0.0.1"], True),
        ("0.0.0.0", [], True),
        (None, ["localhost"], True),  # Streamlit's own default is every address
        ("0.0.0.0", ["localhost", "192.168.1.5"], False),
    ],
)
def test_a_start_for_the_network_without_a_name_is_told_in_the_log(settings, caplog, address, named, warned):
    settings({"server.address": address, "server.allowedHosts": named})
    with caplog.at_level(logging.WARNING):
        asked_host.warn_of_names()
    assert ("allowedHosts" in caplog.text) == warned
