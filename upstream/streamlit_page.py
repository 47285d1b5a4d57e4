"""Streamlit's page: the HTML that every address of the dashboard begins with, before a script has run.

Leans on
    The file ``index.html`` of Streamlit's program: its language, its title, its text for browsers without JavaScript,
    its link to a description for other programs, and that its own scripts stand at the end of the head.
Without it
    Until the first script has run, and where none can, the page says in English that it connects or that it failed.
At an upgrade
    ``tests/upstream/test_streamlit_page.py`` looks for each of these parts in the file.
"""

import re
from functools import cache
from html import escape
from pathlib import Path

import streamlit

FOLDER = Path(streamlit.__file__).parent / "static"
TITLE = "<title>Streamlit</title>"
LANGUAGE = '<html lang="en">'
NOTICE = re.compile(r"(<noscript>).*?(</noscript>)", re.DOTALL)
DESCRIPTION = re.compile(r'<link rel="service-desc"[^>]*>')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def files() -> dict[str, Path]:
    """Return the files that Streamlit serves beside its page, by name: its icon and its manifest."""
    return {path.name: path for path in FOLDER.iterdir() if path.is_file() and path.suffix != ".html"}


def page(title: str, notice: str, head: str) -> str:
    """Return Streamlit's page in Vietnamese.

    Parameters
    ----------
    title : str
        Title of the tab until a script has set its own.
    notice : str
        Text for a browser that runs no JavaScript.
    head : str
        HTML that is read before Streamlit's program.
    """
    text = (FOLDER / "index.html").read_text("utf-8")
    text = text.replace(LANGUAGE, '<html lang="vi">').replace(TITLE, f"<title>{escape(title)}</title>{head}")
    text = NOTICE.sub(lambda found: f"{found[1]}{escape(notice)}{found[2]}", text)
    return DESCRIPTION.sub("", text)


def inline_scripts() -> list[str]:
    """Return the text of each script that stands in Streamlit's page itself."""
    return INLINE.findall((FOLDER / "index.html").read_text("utf-8"))
