"""Text in encodings older than Unicode: the encoding of a sheet is detected by the names that it gives."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from data.intake.findings import Refusal
from data.intake.open.worksheet import Sheet
from wording.encodings import decode, likeliest_encoding

UNICODE, WINDOWS = "Unicode", "Windows-1258"
LATIN = 0x2FF  # letters above it do not occur in text of an old encoding; Vietnamese in Unicode has them
VIETNAMESE = frozenset("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")


def decode_sheet(sheet: Sheet, known: Callable[[str], bool]) -> tuple[Sheet, str]:
    """Decode a sheet whose letters are those of TCVN3, VNI or Windows-1258.

    Parameters
    ----------
    sheet : Sheet
        The sheet as it was opened; ``undecoded`` where its bytes were decoded as Latin-1.
    known : callable
        Tells whether a text is the name of a column, an indicator or a locality.

    Returns
    -------
    sheet : Sheet
        In Unicode.
    encoding : str
        The encoding that was found: a name of ``encodings.DECODERS``.

    Raises
    ------
    Refusal
        If the sheet is undecoded and no encoding gives Vietnamese text.
    """
    texts = {cell.content for cell in sheet.cells.values() if isinstance(cell.content, str)}
    if any(ord(letter) > LATIN for text in texts for letter in text):
        return sheet, UNICODE
    encoding = likeliest_encoding(texts, known)
    if encoding == UNICODE and sheet.undecoded:
        if not _is_vietnamese("".join(decode(text, WINDOWS) for text in texts)):
            raise Refusal("unknown_encoding")
        encoding = WINDOWS
    if encoding == UNICODE:
        return sheet, UNICODE
    cells = {
        at: replace(cell, content=decode(cell.content, encoding)) if isinstance(cell.content, str) else cell
        for at, cell in sheet.cells.items()
    }
    return replace(sheet, cells=cells), encoding


def _is_vietnamese(text: str) -> bool:
    letters = {each.lower() for each in unicodedata.normalize("NFC", text) if each.isalpha()}
    bare = {_without_tone(each) for each in letters}
    return bare <= VIETNAMESE


def _without_tone(letter: str) -> str:
    tones = "\u0300\u0309\u0303\u0301\u0323"
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(each for each in parts if each not in tones))
