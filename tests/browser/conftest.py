"""A real Chromium and a real server. Without a browser these tests are skipped, unless REQUIRE_BROWSER=1."""

import os
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error
from settled import HEADERS

from benchmarks import browser as browsers
from benchmarks.server import ROOT, running

HERE = ROOT / "tests" / "browser"
# No name but the machine's own leads anywhere. To catch every request instead would switch off the browser's cache.
CUT_OFF = "--host-resolver-rules=MAP * ~NOTFOUND, " + ", ".join(
    f"EXCLUDE {host}" for host in browsers.LOCAL_HOSTS
)


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    if browsers.executable() is None and os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.skip("no Chromium on this machine; install it or set CHROMIUM to its path")
    with browsers.chromium(CUT_OFF) as found:
        yield found


@pytest.fixture(scope="session")
def reader(browser):
    """The browser's one profile: Streamlit's scripts, 2 MB of them, are fetched for the first page alone."""
    context = browser.new_context(reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="session")
def dashboard(browser):
    """Address of the running dashboard."""
    with running(ROOT / "app.py") as address:
        yield address


@pytest.fixture(scope="session")
def lone_map(browser):
    """Address of a page with nothing but a map."""
    with running(HERE / "map_app.py") as address:
        yield address


def is_trouble(told):
    """Tell an error of ours from Streamlit's own question, on a deep address, for where its root is."""
    return told.type == "error" and "/_stcore/" not in told.location.get("url", "")


def is_outside(address):
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and parts.hostname not in browsers.LOCAL_HOSTS


def without_headers(answers):
    """Return the addresses of answers without the headers, of servers that send them at all."""
    of_a_server = [answer for answer in answers if answer.url.startswith("http")]
    bare = [answer for answer in of_a_server if not answer.headers.keys() >= HEADERS]
    sending = {urlsplit(answer.url).netloc for answer in of_a_server if answer not in bare}
    return [answer.url for answer in bare if urlsplit(answer.url).netloc in sending]


@contextmanager
def opening(reader):
    """Give a function that opens pages; fail at the end if one asked for something outside or had an error.

    An error is also what the browser kept from a page. Where the dashboard's own server answers, and not one of a
    test's small scripts, every answer carries the headers.
    """
    pages, refused, errors, answers = [], [], [], []

    def open_page(address, *, theme="light", width=1366, height=768):
        page = reader.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.on("request", lambda asked: refused.append(asked.url) if is_outside(asked.url) else None)
        page.on("response", lambda answer: answers.append(answer))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: errors.append(told.text) if is_trouble(told) else None)
        page.goto(address)
        return page

    yield open_page
    for page in pages:
        with suppress(Error):  # a page without an address keeps nothing, and one may be closed
            page.evaluate("localStorage.clear()")
        page.close()
    assert without_headers(answers) == [], "answers of the dashboard lack headers"
    assert refused == [], "the page asked for something outside the machine"
    assert errors == [], "the page had errors"


@pytest.fixture
def open_page(reader):
    """Open pages cut off from the internet: ``open_page(address, theme="dark", width=1920, height=1080)``."""
    with opening(reader) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def open_kept(reader):
    """Open pages that several tests of a file look at."""
    with opening(reader) as open_page:
        yield open_page
