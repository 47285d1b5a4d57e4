"""The end of a table: signatures, addressees and notes below the last row of figures."""

import re
from collections.abc import Callable

from data.intake.interpret.table import Row, Table
from wording import heading_words
from wording.spelling import unaccented

NOTE = re.compile(r"\s*(\*+|\(\*+\)|\(\d\)|\[\d\]|[¹²³⁴⁵])\s*:?\s*(\S.*)", re.DOTALL)
DAY = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")
NOTES_HEADING = re.compile(r"\s*(?:ghi chu|chu thich|luu y)\s*:?\s*", re.IGNORECASE)
DATED = re.compile(r"ngay[\s.…_]*\d{0,2}[\s.…_]*thang[\s.…_]*\d{0,2}[\s.…_]*nam")
_WORDS = "|".join(
    re.escape(unaccented(each)) for each in sorted(heading_words.CLOSING, key=len, reverse=True)
)
SIGNED = re.compile(rf"\W*(?:{_WORDS})(?!\w)")


def closing_row(table: Table, names_figures: Callable[[Row], bool]) -> int | None:
    """Return the first row of what follows the figures of a table; None where nothing does.

    Parameters
    ----------
    table : Table
        With the rows below its heading.
    names_figures : callable
        Tells whether a row names a locality or an indicator and has figures. No row after the first such row from the
        bottom belongs to the table once a signature, a date or a note has begun.
    """
    rows = [Row(table, number) for number in table.rows]
    last = max((row.number for row in rows if names_figures(row)), default=0)
    return next((row.number for row in rows if row.number > last and _closes(row)), None)


def read_notes(table: Table) -> dict[str, str]:
    """Return the notes below a table by their marks: ``{"1": "Số liệu đến 15/9"}``."""
    notes: dict[str, str] = {}
    for number in table.rows:
        texts = Row(table, number).texts()
        for text in texts[:2]:
            bare = text[len(found[0]) :] if (found := NOTES_HEADING.match(unaccented(text))) else text
            if note := NOTE.fullmatch(bare):
                notes.setdefault(note[1].strip("()[]"), " ".join(note[2].split()))
        if len(texts) > 1 and (mark := NOTE.fullmatch(f"{texts[0]} {texts[1]}")):
            notes.setdefault(mark[1].strip("()[]"), " ".join(mark[2].split()))
    return notes


def _closes(row: Row) -> bool:
    """Tell whether a cell of a row signs, dates or annotates the table."""
    plain = [unaccented(text) for text in row.texts()]
    return any(
        SIGNED.match(text)
        or DATED.search(text)
        or DAY.fullmatch(text)
        or NOTES_HEADING.match(text)
        or NOTE.fullmatch(text)
        for text in plain
    )
