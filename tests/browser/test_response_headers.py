"""What the real server tells the browser on every answer, and what a page can still do under it.

Every page that a browser test opens is looked at besides: conftest.py fails where an answer lacks the headers, and
where the browser was kept from something, which it tells as an error.
"""

import re

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect
from raw_answer import ask
from settled import HEADERS, settled

from components import page_program
from components.choropleth import program
from geo import served_boundaries

# One of each kind of answer: method, address, status.
ANSWERS = {
    "a page": ("GET", "/ban-do", 200),
    "the first page": ("GET", "/?tinh=60", 200),
    "no page of ours": ("GET", "/khong-co", 200),
    "an address of two parts": ("GET", "/ban-do/sau", 200),
    "an address with a slash at its end": ("GET", "/ban-do/", 301),
    "the head of a page": ("HEAD", "/ban-do", 200),
    "a redirection": ("GET", "/tong-quan", 307),
    "our program": ("GET", f"/page/{page_program.version()}/page.js", 200),
    "the program of the map": ("GET", f"/map/{program.version()}/map.js", 200),
    "boundaries": ("GET", served_boundaries.url("2025-03", "commune", "60"), 200),
    "Leaflet": ("GET", "/leaflet/leaflet.js", 200),
    "a file of Streamlit": ("GET", "/favicon.png", 200),
    "health": ("GET", "/_stcore/health", 200),
    "settings of the client": ("GET", "/_stcore/host-config", 200),
    "no download": ("GET", "/media/0.csv", 404),
    "no boundaries": ("GET", "/boundaries/khong-co.geojson", 404),
    "no component": ("GET", "/component/khong-co/index.html", 404),
    "a method that is not allowed": ("POST", "/ban-do", 405),
    "a file that is sent without a session": ("PUT", "/_stcore/upload_file/0/0", 403),
    "a file that is taken back without a session": ("DELETE", "/_stcore/upload_file/0/0", 403),
    "a path out of the folder": ("GET", "/static/..%2f..%2fapp.py", 400),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_kind_of_answer_carries_the_headers(dashboard, kind):
    method, path, status = ANSWERS[kind]
    answered, headers, _ = ask(dashboard, method, path)
    assert answered == status
    assert headers.keys() >= HEADERS
    assert headers["x-content-type-options"] == "nosniff"
    framed = path.startswith("/component/")
    assert headers["x-frame-options"] == ("SAMEORIGIN" if framed else "DENY")
    ancestors = "frame-ancestors 'self'" if framed else "frame-ancestors 'none'"
    assert ancestors in headers["content-security-policy"]


def test_an_answer_that_opens_a_websocket_carries_the_headers(dashboard):
    _, headers, _ = ask(
        dashboard, "GET", "/_stcore/stream", **{
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": dashboard,
        },
    )  # fmt: skip
    assert headers["upgrade"] == "websocket"
    assert headers.keys() >= HEADERS


def test_nothing_comes_from_outside_and_no_script_of_the_page_itself_is_run(dashboard):
    _, headers, _ = ask(dashboard, "GET", "/")
    sources = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert sources["default-src"] == "'none'"
    known = re.compile(r"'self'|'none'|data:|blob:|'sha256-[\w+/]{43}='")
    for name, values in sources.items():
        for value in values.split():
            assert known.fullmatch(value) or (name, value) == ("style-src", "'unsafe-inline'")
    assert "data:" not in sources["script-src"]


def test_the_detail_map_is_drawn_in_its_frame(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/dia-phuong?dp=594&kieu=mo-phong"))
    frame = page.frame_locator("iframe").first
    expect(frame.locator(".leaflet-interactive").first).to_be_visible(timeout=30_000)


def test_a_table_is_saved_as_a_file(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/nguon-so-lieu"))
    # The browser's own box for files, which only the machine itself is offered, can't be answered here.
    page.evaluate("window.showSaveFilePicker = undefined")
    with page.expect_download() as file:
        # The toolbar of the table is seen under the mouse only.
        page.get_by_role("button", name=re.compile("CSV")).first.dispatch_event("click")
    assert file.value.suggested_filename.endswith(".csv")


def test_a_file_is_sent_under_the_headers(open_page, dashboard, tmp_path):
    path = tmp_path / "la.xlsx"
    Workbook().save(path)
    page = settled(open_page(f"{dashboard}/cap-nhat"))
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_text("la.xlsx").first).to_be_visible(timeout=30_000)
    page.wait_for_load_state("networkidle")


def test_the_print_dialog_is_opened_by_its_button(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/in"))
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator(".press").click()
    page.wait_for_function("() => window.printed")


def test_a_script_or_a_picture_that_somebody_typed_is_not_run_or_fetched(dashboard, reader):
    page = reader.new_page()
    kept = []
    page.on("console", lambda told: kept.append(told.text))
    page.goto(f"{dashboard}/ban-do")
    settled(page)
    page.evaluate(
        """() => {
          const script = document.createElement("script")
          script.textContent = "window.broken = true"
          document.body.append(script)
          const picture = new Image()
          picture.setAttribute("onerror", "window.broken = true")
          picture.src = "https://example.invalid/a.png"
          document.body.append(picture)
        }"""
    )
    page.wait_for_timeout(500)
    assert page.evaluate("window.broken") is None
    assert sum("Content Security Policy" in text for text in kept) >= 2
    page.close()
