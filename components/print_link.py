"""The way to paper, the same on every page."""

from dataclasses import replace

from components.page_links import link
from pages.sheet import words
from queries.view import View


def print_link(looked: View, page: str) -> None:
    """Draw the link to the sheet of the view one is looking at; `page` is the path of the page that is open.

    From the page of scenarios it is the scenario that is printed, from every other the figures as they are.
    """
    wanted = "what_if" if page == "kich-ban" else "view"
    other = page != "in" and "what_if" in (wanted, looked.sheet) and looked.sheet != wanted
    link("in", words.LINK, ":material/print:", replace(looked, sheet=wanted) if other else None)
