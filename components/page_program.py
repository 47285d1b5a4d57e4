"""The page before its first script: Streamlit's HTML in Vietnamese, with our program and style for every page."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from components.presenting import words as presenting_words
from upstream import streamlit_connection, streamlit_history, streamlit_page, streamlit_texts
from upstream.streamlit_selectors import fill
from wording import shell_texts as words
from wording.streamlit import SENTENCES

HERE = Path(__file__).resolve().parent
ON_THE_WALL = ".st-key-presenting-bar"
# What a page says while its server is lost.
WAITING = {
    "lost": words.WAITING,
    "with_file": words.WAITING_WITH_FILE,
    "on_the_wall": presenting_words.WAITING,
    "connecting": words.CONNECTING,
}


@cache
def files() -> dict[str, bytes]:
    """Return the files by name: program and style."""
    connection = streamlit_connection.script(WAITING, ON_THE_WALL)
    programs = (streamlit_history.script(), streamlit_texts.script(SENTENCES), connection, _read("press.js"))
    return {"page.js": "\n".join(programs).encode(), "page.css": _read("page.css").encode()}


def _read(name: str) -> str:
    return fill((HERE / name).read_text("utf-8"))


@cache
def version() -> str:
    """Return a short hash of the files, which is part of their address."""
    return sha256(b"".join(files().values())).hexdigest()[:12]


@cache
def html() -> str:
    """Return the page; the program runs before Streamlit's own."""
    address = f"/page/{version()}/page"
    head = f'<link rel="stylesheet" href="{address}.css"><script defer src="{address}.js"></script>'
    return streamlit_page.page(words.APP, words.WITHOUT_JAVASCRIPT, head)
