"""What a reader sees where the program fails: Vietnamese, without a traceback, and without a way to a search engine."""

import re

import pytest
from playwright.sync_api import expect
from raw_answer import ask
from settled import HEADERS

from benchmarks.server import ROOT, running

FAILED = "Trang này gặp lỗi và chưa hiển thị được"
# Of Streamlit's own message, whatever its settings.
ENGLISH = re.compile(
    r"Traceback|bad luck|RuntimeError|SyntaxError|redacted|[Uu]ncaught|Ask |Google|ChatGPT|Script execution"
)


@pytest.fixture(scope="module")
def failing(browser):
    """Address of the dashboard's server with a script that fails as it is told."""
    with running(ROOT / "tests" / "browser" / "failing_app.py") as address:
        yield address


@pytest.mark.parametrize(
    ("fault", "pressed"),
    [("page", False), ("early", False), ("syntax", False), ("callback", True), ("fragment", True)],
)
def test_an_error_of_the_program_is_told_in_vietnamese_and_once(open_page, failing, fault, pressed):
    page = open_page(f"{failing}/?fault={fault}")
    if pressed:
        page.get_by_role("button", name="Press").click()
    expect(page.get_by_text(FAILED)).to_be_visible(timeout=30_000)
    expect(page.get_by_text(FAILED)).to_have_count(1)
    assert ENGLISH.findall(page.locator("body").inner_text()) == []
    assert page.locator("a[href^=http]:not([href^='http://localhost'])").count() == 0


def test_a_request_that_fails_on_the_server_is_answered_in_vietnamese_with_the_headers(failing):
    status, headers, body = ask(failing, "GET", "/hong")
    assert status == 500
    assert headers.keys() >= HEADERS
    assert "Máy chủ của bảng điều khiển gặp lỗi" in body
    assert ENGLISH.findall(body) == []


def test_a_page_that_never_reaches_the_server_says_so_in_vietnamese(browser, dashboard):
    page = browser.new_page()
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    page.goto(f"{dashboard}/ban-do")
    expect(page.locator("#waiting")).to_contain_text("Đang kết nối với máy chủ", timeout=30_000)
    for dialog in page.get_by_role("dialog").all():
        expect(dialog).to_be_hidden()
    shown = page.locator("body").inner_text()
    assert re.findall(r"[Cc]onnect|CONNECTING|[Ww]ait|Streamlit|terminal", shown) == []
    page.close()


def test_an_address_by_an_unknown_name_is_a_page_in_vietnamese(dashboard):
    status, headers, body = ask(dashboard, "GET", "/ban-do", Host="evil.example")
    assert status == 403
    assert headers.keys() >= HEADERS
    assert "allowedHosts" in body
    websocket = {
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }  # fmt: skip
    for names in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
        status, headers, body = ask(dashboard, "GET", "/_stcore/stream", **websocket, **names)
        assert status == 403
        assert headers.keys() >= HEADERS
        assert "evil.example" in body
