"""The link to the printed page, the same on every page."""

from dataclasses import replace

from components.page_links import link
from queries.view import View
from wording import shell_texts


def print_link(view: View, path: str) -> None:
    """Draw the link to the print of a view; `path` is the address of the page that is open.

    The page of scenarios prints the scenario, every other page the figures as they are.
    """
    kind = "what_if" if path == "kich-ban" else "view"
    differs = path != "in" and "what_if" in (kind, view.printout) and view.printout != kind
    link("in", shell_texts.PRINT, ":material/print:", replace(view, printout=kind) if differs else None)
