"""Text inside Streamlit's Markdown: a template's signs are marks, those of what is put into it are text.

Streamlit takes almost every text for Markdown: bodies, labels, tooltips, titles, options of chips, cells of
``st.table``. It knows CommonMark, GFM (tables, strikethrough, addresses that become links by themselves), formulas,
``:red[…]``, emoji and icons by name, and arrows. Addresses, emoji and arrows are looked for after a backslash has been
taken away, so an invisible joiner parts them instead.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# Takes no room, allows no line break, and belongs to no name.
JOINER = "\N{WORD JOINER}"
_BREAKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# What begins a heading, a quotation, an item of a list, or a line below a heading.
# What begins a heading, a quotation, a line below a heading, or an item of a list.
_START = re.compile(r"^( ?)(?:([#=-](?=[\s#=-]|$)|>|\+(?=\s|$))|(\d{1,9})(?=[.)](?:\s|$)))")
_SIGNS = re.compile(
    r"""
    (?P<parted>
        : (?= [^\W\d] | [:/+-] | \d+: )                    # a directive, an emoji, an icon, an address
        | www (?=\.)
        | (?<=[\w.+-]) (?=@[\w-])                          # an e-mail address
        | (?<!\S) [-<>~] (?= (?: -> | [->=] ) (?:\s|$) )   # an arrow, a dash, ≥, ≤, ≈
    )
    | (?P<marked> [\\`*\[\]<~$|] | (?<![^\W_])_ | _(?![^\W_]) | &(?=\#?\w+;) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Markdown(str):
    """A text whose signs are meant as marks."""

    __slots__ = ()


def plain(text: object) -> Markdown:
    """Return Markdown that is shown as a text stands; what is ``Markdown`` stays as it is.

    Line breaks become spaces: a text is part of a sentence and makes no block of its own.

    Examples
    --------
    >>> plain("**Nhanh** [xem](http://a.vn)") == "\\\\*\\\\*Nhanh\\\\*\\\\* \\\\[xem\\\\](http:" + JOINER + "//a.vn)"
    True
    >>> plain("Xã Phan Sơn: 77,15 % (12/27)")
    'Xã Phan Sơn: 77,15 % (12/27)'
    """
    if isinstance(text, Markdown):
        return text
    return Markdown(_START.sub(_escaped_start, _SIGNS.sub(_escaped_sign, _BREAKS.sub(" ", str(text)))))


def fill(template: str, **fields: object) -> Markdown:
    """Return a template of Markdown with texts in its fields.

    Parameters
    ----------
    template : str
        A sentence of ours; its signs are marks.
    **fields
        Texts, shown as they stand; numbers and days, formatted as the template says; or ``Markdown``, kept.

    Examples
    --------
    >>> fill("**{name}**: {value:.1f}", name="A*", value=5)
    '**A\\\\***: 5.0'
    """
    return Markdown(template.format(**{name: _field(value) for name, value in fields.items()}))


def join(separator: str, parts: Iterable[object]) -> Markdown:
    """Return texts in a row, each as ``plain`` makes it."""
    return Markdown(separator.join(plain(part) for part in parts))


def of_table(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return a table for ``st.table``, whose cells and headings are Markdown: each text is shown as it stands."""
    return rows.map(_field, na_action="ignore").rename(columns=plain, index=_field)


def unmarked(text: str) -> str:
    """Return the text that somebody reads in a sentence of ``fill``: for paper, without bold and escapes.

    Examples
    --------
    >>> unmarked(fill("**{who}** lên 5", who="Xã *A*"))
    'Xã *A* lên 5'
    """
    return re.sub(rf"\\([!-/:-@\[-`{{-~])|\*\*|{JOINER}", lambda found: found[1] or "", text)


def _field(value: object) -> object:
    return value if isinstance(value, int | float | date) else plain(value)


def _escaped_sign(found: re.Match[str]) -> str:
    if found["marked"]:
        return f"\\{found[0]}"
    return ("\\" if found[0] in ("<", "~") else "") + found[0] + JOINER


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\"
