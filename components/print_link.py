"""The way to paper, the same on every page."""

from dataclasses import replace

from components.page_links import link
from queries.view import View
from wording import shell_texts


def print_link(view: View, page: str) -> None:
    """Draw the link to the printout of the view; `page` is the path of the page that is open.

    The link of the page of scenarios leads to the printed scenario, that of every other page to the figures as they
    are.
    """
    printout = "what_if" if page == "kich-ban" else "view"
    other = page != "in" and "what_if" in (printout, view.printout) and view.printout != printout
    link("in", shell_texts.PRINT, ":material/print:", replace(view, printout=printout) if other else None)
