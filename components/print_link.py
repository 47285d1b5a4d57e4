"""The way to paper, the same on every page."""

from dataclasses import replace

from components.page_links import link
from queries.view import View
from wording import shell_texts


def print_link(view: View, page: str) -> None:
    """Draw the link to the sheet of the view one is looking at; `page` is the path of the page that is open.

    From the page of scenarios it is the scenario that is printed, from every other the figures as they are.
    """
    wanted = "what_if" if page == "kich-ban" else "view"
    other = page != "in" and "what_if" in (wanted, view.sheet) and view.sheet != wanted
    link("in", shell_texts.PRINT, ":material/print:", replace(view, sheet=wanted) if other else None)
