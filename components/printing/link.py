"""The way to paper, the same on every page."""

from components.destinations import link
from wording import printing as words


def print_link() -> None:
    """Draw the link to the sheet of the view one is looking at."""
    link("in", words.LINK, ":material/print:")
