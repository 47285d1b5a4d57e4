"""A real Chromium and a real server. Without a browser these tests are skipped, unless REQUIRE_BROWSER=1."""

import os

import pytest

from benchmarks import browser as browsers
from benchmarks.server import ROOT, running

HERE = ROOT / "tests" / "browser"


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    if browsers.executable() is None and os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.skip("no Chromium on this machine; install it or set CHROMIUM to its path")
    with browsers.chromium() as found:
        yield found


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


@pytest.fixture
def open_page(browser):
    """Open pages cut off from the internet; the test fails if one of them asked for it or had an error."""
    contexts, pages, errors = [], [], []

    def open_page(address, *, theme="light", width=1366, height=768):
        context = browser.new_context(
            color_scheme=theme, viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.refused = browsers.block_external_requests(page)
        pages.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: errors.append(told.text) if is_trouble(told) else None)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [address for page in pages for address in page.refused] == [], (
        "the page asked for something outside the machine"
    )
    assert errors == [], "the page had errors"
