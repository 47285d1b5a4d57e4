"""CSV files as one sheet: their encoding, their delimiter, their lines."""

import codecs
import csv
import io
import unicodedata
from collections import Counter

from data.intake.findings import Refusal
from data.intake.grid import Cell, Sheet
from data.intake.limits import MAX_COLUMNS, MAX_ROWS

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark is its beginning
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
DELIMITERS = ",;\t|"
SAMPLE = 200  # lines by which the delimiter is told
VIETNAMESE = set("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")


def sheet(name: str, content: bytes) -> Sheet:
    """Read a CSV file.

    Parameters
    ----------
    name : str
        What the sheet is called in findings: the file's own name.
    content : bytes
        UTF-8, UTF-16 or Windows-1258, parted by commas, semicolons, tabs or bars.

    Raises
    ------
    Refusal
        If its letters or its quotes can't be told, or it has too many rows or columns.
    """
    text = decode(content)
    cells = {
        (row, column): Cell(written.strip())
        for row, line in enumerate(_lines(text), start=1)
        for column, written in enumerate(line, start=1)
        if written.strip()
    }
    last_row, last_column = (max((at[part] for at in cells), default=0) for part in (0, 1))
    if last_row > MAX_ROWS:
        raise Refusal("too_many_rows", sheet=name, found=last_row, limit=MAX_ROWS)
    if last_column > MAX_COLUMNS:
        raise Refusal("too_many_columns", sheet=name, found=last_column, limit=MAX_COLUMNS)
    return Sheet(name, cells, delimited=True)


def decode(content: bytes) -> str:
    """Tell a text's encoding and decode it, letters composed.

    A byte-order mark is believed; UTF-8 is hardly ever met by chance; zeros at every other byte are UTF-16; else
    it is Windows-1258 if that gives Vietnamese letters only.

    Raises
    ------
    Refusal
        If no encoding fits.
    """
    for encoding in _encodings(content):
        try:
            text = unicodedata.normalize("NFC", content.decode(encoding))
        except (UnicodeDecodeError, UnicodeError):
            continue
        if "\x00" not in text and (encoding != "cp1258" or _is_vietnamese(text)):
            return text
    raise Refusal("unknown_encoding")


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return [encoding]
    zeros = Counter(at % 2 for at, byte in enumerate(content[:2000]) if byte == 0)
    if zeros:
        return ["utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"]
    return ["utf-8", "cp1258"]


def _is_vietnamese(text: str) -> bool:
    letters = {each.lower() for each in text if each.isalpha() and not each.isascii()}
    plain = {unicodedata.normalize("NFD", each)[0] for each in letters}
    return all(each in VIETNAMESE or each in "đ" for each in plain)


def _lines(text: str) -> list[list[str]]:
    first, _, rest = text.partition("\n")
    # Excel's own way to name the delimiter; an empty line keeps the numbers of the others.
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return [[], *_parse(rest, first.strip()[-1])]
    sample = "\n".join(text.splitlines()[:SAMPLE])
    return _parse(text, max(DELIMITERS, key=lambda each: _evenness(sample, each)))


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many lines are parted into the commonest number of columns above one, and into how many."""
    try:
        widths = Counter(
            len(line) for line in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        )
    except csv.Error:
        return 0, 0
    common = [(count, width) for width, count in widths.items() if width > 1]
    return max(common, default=(0, 0))


def _parse(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise Refusal("broken_quotes", row=reader.line_num) from error
