"""The pages by their addresses, and links from one to another that keep the view."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from components.view import View, to_address
from wording.shell import PAGES as TITLES

PAGES = Path(__file__).resolve().parent.parent / "pages"
FILES = {
    "tong-quan": "overview.py",
    "ban-do": "map.py",
    "thay-doi": "changes.py",
    "tien-do": "progress.py",
    "dia-phuong": "locality.py",
    "so-sanh": "compare.py",
    "kich-ban": "what_if.py",
    "nguon-so-lieu": "sources.py",
    "cap-nhat": "intake.py",
    "in": "sheet.py",
}
# Reached by its link on every page: what is printed is the view one comes from.
UNLISTED = ("in",)


def pages() -> list:
    """Return the pages in the order of the meeting's questions; the first is the default."""
    return [
        st.Page(
            PAGES / file,
            title=TITLES[path],
            url_path=path,
            default=path == "tong-quan",
            visibility="hidden" if path in UNLISTED else "visible",
        )
        for path, file in FILES.items()
    ]


def path_of(page: StreamlitPage) -> str:
    """Return the address of a page; Streamlit gives the default page an empty one."""
    return page.url_path or "tong-quan"


def link(path: str, label: str, icon: str | None = None, looked: View | None = None) -> None:
    """Draw a link to the page at an address; the view goes with it, or the one given opens there instead."""
    # By its absolute path: a relative one is looked for beside the script that Streamlit was given.
    st.page_link(
        str(PAGES / FILES[path]),
        label=label,
        icon=icon,
        query_params=to_address(looked) if looked else None,
    )
