"""A page of plain HTML that needs no script: what the server says where the dashboard itself can't be drawn."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from wording import shell_texts as words

TEMPLATE = Path(__file__).with_suffix(".html").read_text("utf-8")


def notice(heading: str, paragraphs: Sequence[str], code: str = "") -> str:
    """Return the page as HTML.

    Parameters
    ----------
    heading : str
        What happened.
    paragraphs : sequence of str
        Why, and what to do; as text.
    code : str
        What to write or type, below the last paragraph.
    """
    parts = [f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs]
    if code:
        parts.append(f"<p><code>{escape(code)}</code></p>")
    return (
        TEMPLATE.replace("{app}", escape(words.APP))
        .replace("{heading}", escape(heading))
        .replace("{paragraphs}", "\n".join(parts))
    )
