"""What is sent, typed into an address or kept in an agenda reaches Streamlit as text; the browser's part is slow.

The whole of it, with hostile tables and every page in a browser: ``tests/browser/test_hostile_text.py``.
"""

from urllib.parse import parse_qsl

import hostile
import pytest
from markdown_it import MarkdownIt

READER = MarkdownIt("gfm-like", {"linkify": False})
# Elements of a page that Streamlit takes for Markdown, and where each has its text.
SHOWN = {
    **dict.fromkeys(("markdown", "caption", "info", "warning", "error", "success", "toast"), "value"),
    **dict.fromkeys(
        ("button", "selectbox", "multiselect", "text_input", "number_input", "expander"), "label"
    ),
    "button_group": "options",
}


@pytest.fixture(autouse=True)
def published(own_state):
    return hostile.publish()


def marks(text):
    """The elements that a text would make, a list of them."""
    inside = [child for token in READER.parse(text) for child in token.children or []]
    return [each.type for each in inside if each.type in ("image", "link_open", "html_inline", "code_inline")]


def shown(test):
    for kind, attribute in SHOWN.items():
        for element in test.get(kind):
            told = getattr(element, attribute)
            yield from ([told] if isinstance(told, str) else [each.content for each in element.proto.options])


def hostile_texts(test):
    return [text for text in shown(test) if hostile.OUTSIDE in text]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("tien-do", f"dong={hostile.ROW}"),
        ("tien-do", f"dong={hostile.ROW}&present=1&mo=cach-tinh"),
        ("dia-phuong", "dp=594&ct=kh4677-work-files-district"),
        ("kich-ban", f"cap=huyen&chi-so=work_files_online&kbs=1&kb={hostile.scenario()}"),
        ("ban-do", hostile.address()),
        ("ban-do", hostile.address(kieu=hostile.text("kieu"), kb=hostile.text("kb"))),
    ],
    ids=["progress", "wall", "place", "scenario", "address", "kind"],
)
def test_what_anybody_typed_makes_no_picture_and_no_link(visit, path, asked):
    test = visit(path, **dict(parse_qsl(asked)))
    assert not test.exception
    texts = hostile_texts(test)
    assert texts
    assert [text for text in texts if marks(text)] == []
    assert [
        text for text in texts if "://" in text or ":red[" in text or "$x" in text.replace("\\$x", "")
    ] == []
