"""The pages by their addresses, and links from one to another that keep the view."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from queries.address import to_address
from queries.view import View
from wording.shell_texts import PAGES as TITLES

PAGES = Path(__file__).resolve().parent.parent / "pages"
FOLDERS = {
    "tong-quan": "overview",
    "ban-do": "map",
    "thay-doi": "changes",
    "tien-do": "progress",
    "dia-phuong": "locality",
    "so-sanh": "compare",
    "kich-ban": "what_if",
    "nguon-so-lieu": "sources",
    "cap-nhat": "intake",
    "in": "printing",
}
# Reached by its link on every page: what is printed is the view one comes from.
UNLISTED = ("in",)


def page_file(path: str) -> Path:
    """Return the script of the page at an address."""
    return PAGES / FOLDERS[path] / "page.py"


def pages() -> list[StreamlitPage]:
    """Return the pages in the order of the meeting's questions; the first is the default."""
    return [
        st.Page(
            page_file(path),
            title=TITLES[path],
            url_path=path,
            default=path == "tong-quan",
            visibility="hidden" if path in UNLISTED else "visible",
        )
        for path in FOLDERS
    ]


def path_of(page: StreamlitPage) -> str:
    """Return the address of a page; Streamlit gives the default page an empty one."""
    return page.url_path or "tong-quan"


def link(path: str, label: str, icon: str | None = None, view: View | None = None) -> None:
    """Draw a link to the page at an address; the view goes with it, or the one given opens there instead."""
    # By its absolute path: a relative one is looked for beside the script that Streamlit was given.
    st.page_link(
        str(page_file(path)),
        label=label,
        icon=icon,
        query_params=to_address(view) if view else None,
    )
