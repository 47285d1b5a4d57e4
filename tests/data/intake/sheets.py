"""Small files to read: rows of cells as the bytes of a CSV file or a workbook."""

import io
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from wording.encodings import TCVN3

Rows = Sequence[Sequence[Any]]


def csv(rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Write rows without quotes, as careless programs do."""
    text = "\r\n".join(delimiter.join("" if each is None else str(each) for each in row) for row in rows)
    return windows_1258(text) if encoding == "cp1258" else text.encode(encoding)


def windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows did: letters with their hats and horns, each followed by its tone."""
    tones = "\u0300\u0309\u0303\u0301\u0323"
    parted = []
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(each for each in marks if each in tones)
        parted.append(
            unicodedata.normalize("NFC", "".join(each for each in marks if each not in tones)) + tone
        )
    return "".join(parted).encode("cp1258")


def tcvn3(text: str) -> str:
    """Write as the fonts of TCVN 5712 did: codes of other letters, shown as ours."""
    codes = {letter: code for code, letter in TCVN3.items()}
    return "".join(chr(codes[ord(each)]) if ord(each) in codes else each for each in text)


def xlsx(
    rows: Rows,
    *,
    merged: Iterable[str] = (),
    formats: dict[str, str] | None = None,
    change: Callable[[Worksheet], None] = lambda sheet: None,
    **more: Rows,
) -> bytes:
    """Write a workbook: its first sheet is called "Số liệu", ``more`` gives further ones."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    for name, content in {"": rows, **more}.items():
        target = book.create_sheet(name) if name else sheet
        for row in content:
            target.append(list(row))
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    for reference in merged:
        sheet.merge_cells(reference)
    change(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
