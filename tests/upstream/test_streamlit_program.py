"""What we lean on is still in Streamlit's program for the browser: its files are searched, no browser is needed."""

import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import streamlit

from upstream import streamlit_connection, streamlit_selectors, streamlit_theme
from upstream.streamlit_selectors import SELECTORS
from wording.streamlit import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
# Texts that Streamlit puts together: the part of each that stands in its program.
PARTS = {
    "1MB per file": " per file`",
    "20MB per file": " per file`",
    "Press Enter to apply": "`Press Enter to ",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "`The page that you have requested does not seem to exist`"
    ),
}
OURS = [
    path
    for folder in ("components", "pages", "upstream")
    for ending in ("*.css", "*.js", "*.html")
    for path in sorted((ROOT / folder).rglob(ending))
]
PRIVATE = re.compile(r"data-testid|data-test-|data-baseweb|\.st[A-Z]\w+|st-emotion|\.js-plotly|\.main-svg")


@cache
def program() -> str:
    files = (Path(streamlit.__file__).parent / "static").rglob("*.js")
    return "\n".join(path.read_text("utf-8") for path in sorted(files))


def names(selector: str) -> list[str]:
    """Return the class name or the attribute values of a selector.

    >>> names("[data-testid=stApp]"), names(".stHtml")
    (['stApp'], ['stHtml'])
    """
    return re.findall(r"(?:=|\.)([\w-]+)", selector)


@pytest.mark.parametrize("name", SELECTORS)
def test_upstream_streamlit_selectors_still_name_something(name):
    for word in names(SELECTORS[name]):
        before_and_after = product("`'\" ", repeat=2)
        assert any(f"{before}{word}{after}" in program() for before, after in before_and_after), word


def test_our_style_sheets_and_scripts_name_no_private_selector_themselves():
    found = {path.name: PRIVATE.findall(path.read_text("utf-8")) for path in OURS}
    assert {name: words for name, words in found.items() if words} == {}


def test_each_private_selector_is_used_and_each_used_name_is_known():
    used = {name for path in OURS for name in re.findall(r":--([a-z-]+)", path.read_text("utf-8"))}
    assert used == set(SELECTORS)
    with pytest.raises(KeyError):
        streamlit_selectors.fill(":--nothing { }")


@pytest.mark.parametrize("text", SENTENCES)
def test_upstream_streamlit_still_says_each_text_that_is_replaced(text):
    part = PARTS.get(text)
    assert part in program() if part else any(f"{mark}{text}{mark}" in program() for mark in "`'\"")


def test_upstream_streamlit_still_pushes_a_page_and_its_query_into_the_history():
    assert program().count("window.history.pushState({},``,") == 2


def test_upstream_streamlit_still_keeps_the_theme_under_the_name_that_is_written():
    entry = re.search(r"`stActiveTheme-\$\{location\.pathname\}-v(\d)`", streamlit_theme.PROGRAM)
    assert entry, "the script names no entry"
    assert "`stActiveTheme-${window.location.pathname}`" in program()
    version = re.search(r"var (\w+)=(\d),\w+=`stActiveTheme-", program())
    assert version, "Streamlit no longer counts versions of its entry"
    assert version[2] == entry[1]


def test_upstream_streamlit_still_tells_its_connection_and_its_health():
    assert '"data-test-connection-state"' in program()
    assert "/_stcore/health" in streamlit_connection.PROGRAM
    assert "_stcore/health" in program()
