"""What we lean on of Streamlit, looked at on the page."""

import pytest
from playwright.sync_api import expect

from benchmarks.server import ROOT, running
from upstream.streamlit_selectors import SELECTORS

ANYWHERE = [
    "app",
    "connected",
    "main-block",
    "vertical-block",
    "layout-wrapper",
    "element-container",
    "header",
]
# By address: the private selectors that are looked for there. Each stands once.
PLACES = {
    "ban-do?dp=594&biet-den=2025-06-30": [
        *ANYWHERE, "toolbar", "markdown", "selectbox", "caption", "expander", "date-input",
    ],
    "so-sanh?ds=594,595&kieu=mo-phong": [
        "multiselect", "html", "tooltip-target", "plotly", "plotly-element", "plotly-drawing",
        "plotly-background",
    ],
    "nguon-so-lieu": ["data-frame", "text-input"],
}  # fmt: skip
NARROW = {"tong-quan": ["sidebar"]}
IN_THE_DIALOG = ["dialog", "upload-instructions"]
# Shown for a moment, or while something is wrong: tests/upstream/test_streamlit_program.py looks for their names.
# tests/browser/test_lost_file.py looks at a chosen file.
PASSING = ["connection-status", "status-widget", "toasts", "uploaded-file"]


def found(page, names):
    for name in names:
        expect(page.locator(SELECTORS[name]).first, f"{name}: {SELECTORS[name]}").to_be_attached(
            timeout=30_000
        )


def test_each_private_selector_is_looked_for_somewhere():
    groups = [*PLACES.values(), *NARROW.values(), IN_THE_DIALOG, PASSING]
    assert sorted(name for names in groups for name in names) == sorted(SELECTORS)


@pytest.mark.parametrize("address", PLACES)
def test_upstream_streamlit_selectors_still_match(open_page, dashboard, address):
    found(open_page(f"{dashboard}/{address}"), PLACES[address])


def test_upstream_streamlit_selectors_still_match_on_a_narrow_screen(open_page, dashboard):
    for address, names in NARROW.items():
        found(open_page(f"{dashboard}/{address}", width=400), names)


def test_upstream_streamlit_selectors_still_match_in_a_dialog(open_page, dashboard):
    page = open_page(f"{dashboard}/ban-do")
    page.get_by_role("button", name="Trình chiếu", exact=True).click()
    found(page, IN_THE_DIALOG)


def test_upstream_streamlit_history_takes_one_entry_for_a_page_that_is_given_its_view(open_page, dashboard):
    page = open_page(f"{dashboard}/ban-do?kieu=mo-phong")
    expect(page.get_by_role("button", name="Trình chiếu", exact=True)).to_be_visible(timeout=30_000)
    before = page.evaluate("history.length")
    page.get_by_role("link", name="Địa phương", exact=True).click()
    expect(page).to_have_url(f"{dashboard}/dia-phuong?kieu=mo-phong", timeout=30_000)
    assert page.evaluate("history.length") == before + 1


@pytest.fixture(scope="module")
def held_rerun(browser, tmp_path_factory):
    """Address of a page whose pause before its rerun is held, and the file that lets it go on."""
    gate = tmp_path_factory.mktemp("gate") / "open"
    with running(ROOT / "tests" / "browser" / "held_rerun.py", GATE=str(gate)) as address:
        yield address, gate


def test_upstream_streamlit_still_shows_what_a_fragment_has_drawn_before_the_rerun(open_page, held_rerun):
    address, gate = held_rerun
    page = open_page(address)
    page.get_by_role("button", name="Press").click()
    expect(page.get_by_text("new", exact=True)).to_be_visible()
    expect(page.get_by_text("whole page", exact=True)).to_be_attached()  # the script still pauses
    gate.touch()
    expect(page.get_by_text("whole page again")).to_be_visible()
