"""The pages by their addresses, and links from one to another that keep the view."""

from pathlib import Path

import streamlit as st

from queries.address import to_address
from queries.view import View
from upstream.streamlit_types import Page
from wording import markdown
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
# Not in the navigation: each page has a link to it, which prints the view of that page.
UNLISTED = ("in",)


def page_file(path: str) -> Path:
    """Return the script of the page at an address."""
    return PAGES / FOLDERS[path] / "page.py"


def pages() -> list[Page]:
    """Return the pages in the order of the navigation; the first is the default."""
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


def path_of(page: Page) -> str:
    """Return the address of a page; Streamlit gives the default page an empty one."""
    return page.url_path or "tong-quan"


def link(path: str, label: str, icon: str | None = None, view: View | None = None) -> None:
    """Draw a link to the page at an address.

    Parameters
    ----------
    path : str
        Address of the page.
    label : str
        Text of the link.
    icon : str, optional
        Icon before the text.
    view : View, optional
        View to open there; the session's own by default.
    """
    # The path is absolute, because Streamlit looks for a relative one beside its own script.
    st.page_link(
        str(page_file(path)),
        label=markdown.plain(label),
        icon=icon,
        query_params=to_address(view) if view else None,
    )
