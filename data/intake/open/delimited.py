"""CSV files as one sheet: their encoding, delimiter and lines."""

import codecs
import csv
import io
import unicodedata
from collections import Counter

from data.intake.findings import Refusal
from data.intake.open.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from data.intake.open.worksheet import Cell, Sheet

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark is the beginning of this one
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
DELIMITERS = ",;\t|"
SAMPLE = 200  # lines that the delimiter is detected by
LATIN = "latin-1"


def read_delimited(name: str, content: bytes) -> Sheet:
    """Read a CSV file as one sheet.

    Parameters
    ----------
    name : str
        Name of the sheet in findings: that of the file.
    content : bytes
        The file; delimiters are commas, semicolons, tabs or bars.

    Raises
    ------
    Refusal
        If the file is not a text, its quotes are broken, or it has too many rows or columns.
    """
    text, undecoded = decode(content)
    lines, delimiter = _lines(text)
    cells = {
        (row, column): Cell(written.strip())
        for row, line in enumerate(lines, start=1)
        for column, written in enumerate(line, start=1)
        if written.strip()
    }
    last_row, last_column = (max((at[part] for at in cells), default=0) for part in (0, 1))
    if last_row > MAX_ROWS:
        raise Refusal("too_many_rows", sheet=name, found=last_row, limit=MAX_ROWS)
    if last_column > MAX_COLUMNS:
        raise Refusal("too_many_columns", sheet=name, found=last_column, limit=MAX_COLUMNS)
    widths = {row: len(line) for row, line in enumerate(lines, start=1)}
    return Sheet(name, cells, delimited=True, delimiter=delimiter, undecoded=undecoded, widths=widths)


def decode(content: bytes) -> tuple[str, bool]:
    """Detect the encoding of a text and decode it.

    A byte-order mark decides; bytes that decode as UTF-8 are UTF-8; zeros at every other byte are UTF-16. Anything else
    is decoded as Latin-1, and ``legacy_text.decode_sheet`` detects its encoding.

    Returns
    -------
    text : str
        In composed letters (NFC).
    undecoded : bool
        Whether it was decoded as Latin-1.

    Raises
    ------
    Refusal
        If the bytes are not a text.
    """
    for encoding in _encodings(content):
        try:
            text = unicodedata.normalize("NFC", content.decode(encoding))
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text, encoding == LATIN
    raise Refusal("unknown_encoding")


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return [encoding]
    zeros = Counter(at % 2 for at, byte in enumerate(content[:2000]) if byte == 0)
    if zeros:
        return ["utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"]
    return ["utf-8", LATIN]


def _lines(text: str) -> tuple[list[list[str]], str]:
    """Return the fields of each line, and the delimiter."""
    first, _, rest = text.partition("\n")
    # Excel names the delimiter in this line; an empty line instead of it keeps the line numbers.
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return [[], *_parse(rest, first.strip()[-1])], first.strip()[-1]
    sample = "\n".join(text.splitlines()[:SAMPLE])
    delimiter = max(DELIMITERS, key=lambda each: _evenness(sample, each))
    return _parse(text, delimiter), delimiter


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many lines have the most frequent number of columns above one, and that number."""
    try:
        widths = Counter(
            len(line) for line in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        )
    except csv.Error:
        return 0, 0
    common = [(count, width) for width, count in widths.items() if width > 1]
    return max(common, default=(0, 0))


def _parse(text: str, delimiter: str) -> list[list[str]]:
    if (found := text.count(delimiter)) > MAX_CELLS:
        raise Refusal("too_many_cells", found=found, limit=MAX_CELLS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise Refusal("broken_quotes", row=reader.line_num) from error
