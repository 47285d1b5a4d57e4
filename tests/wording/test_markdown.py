"""What somebody typed, read back as a program that knows CommonMark and GFM shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wording.markdown import JOINER, Markdown, fill, join, plain, unmarked

# CommonMark with tables, strikethrough and addresses that become links by themselves, as Streamlit reads it.
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text("ab1 :/\\`*_{}[]()#+-.!|~<>$&=\"'@;\n\t", max_size=30)


def shown(text: str) -> str:
    """The text of one paragraph; fails where there is anything else."""
    tokens = READER.parse(text)
    assert [each.type for each in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    inside = tokens[1].children or []
    assert {each.type for each in inside} <= {"text", "text_special"}, inside
    return "".join(each.content for each in inside)


def typed(text: str) -> str:
    return " ".join(text.replace(JOINER, "").split())


@given(SIGNS.filter(str.strip))
def test_whatever_is_typed_is_shown_as_it_was_typed(text):
    assert typed(shown(plain(text))) == typed(text)


@given(SIGNS.filter(str.strip))
def test_a_sentence_of_ours_keeps_its_marks_and_no_others(text):
    bold = READER.parse(fill("**Nơi**: {text}", text=text))[1].children or []
    assert [each.type for each in bold if each.type.endswith("_open")] == ["strong_open"]


@pytest.mark.parametrize(
    "text",
    [
        "https://a.vn/x.png", "HTTP://a.vn", "www.a.vn", "me@a.vn", "mailto:me@a.vn", "ftp://a.vn",
        ":smile:", ":+1:", ":100:", ":material/home:", ":streamlit:", ":red[đỏ]", "::lá", ":::khung", "a:b[c]",
        "x -> y", "-> y", "x <-> y", "x -- y", "x >= y", "x <= y", "x ~= y",
    ],
)  # fmt: skip
def test_what_streamlit_looks_for_after_the_escapes_is_parted(text):
    assert JOINER in plain(text)
    assert unmarked(plain(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Xã Phan Sơn: 77,15 % (12/27)",
        "+5 điểm %",
        "-0,5",
        "10:30 ngày 1/7/2025",
        "Nhóm A/B; c = 5 > 3",
        "r10_01",
    ],
)
def test_an_ordinary_text_is_left_as_it_is(text):
    assert plain(text) == text


def test_a_text_is_escaped_once():
    assert plain(plain("*a*")) == plain("*a*")
    assert fill("{a}", a=fill("**{b}**", b="*c*")) == "**\\*c\\***"
    assert join(", ", ["*a*", Markdown("**b**")]) == "\\*a\\*, **b**"


def test_numbers_and_days_take_the_format_of_the_sentence():
    assert fill("{n:.1f} {text}", n=-2, text="#1") == "-2.0 #1"


def test_on_paper_a_sentence_has_no_marks():
    assert unmarked(fill("**{who}** bằng {what}", who="**Xã** a_b", what="[x](www.a.vn) \\*")) == (
        "**Xã** a_b bằng [x](www.a.vn) \\*"
    )
