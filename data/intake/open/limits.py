"""Limits of files: the kinds that are read, the largest size, and content that is refused."""

import io
import zipfile
import zlib
from pathlib import PurePath
from xml.parsers import expat

from openpyxl.utils import range_boundaries

from data.intake.findings import Refusal
from wording import reading_messages as words

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE
MAX_PARTS = 2_000
MAX_UNPACKED = 100 * MEGABYTE
# Rows that are nearly equal compress about 30 times; small parts may compress more.
MAX_RATIO = 100
RATIO_FROM = 10 * MEGABYTE
MAX_ROWS = 20_000
MAX_COLUMNS = 400
MAX_CELLS = 200_000  # three times the figures of all communes of the country
HEAD = 4096

TEXT_NAMES = (".csv", ".txt", ".tsv")
MACRO_NAMES = (".xlsm", ".xltm", ".xlam")
# First bytes of a file → its kind, whatever its name.
BEGINNINGS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
    b"MZ": "EXE",
    b"SQLite format 3": "SQLite",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Folders of a ZIP file → its kind.
PACKAGES = {"word/": "Word", "ppt/": "PowerPoint", "META-INF/manifest.xml": "OpenDocument"}


def validate_file(file_name: str, content: bytes) -> str:
    """Return the kind of a file, or refuse it; no part of it is unpacked as a whole.

    Parameters
    ----------
    file_name : str
        As it was sent; its ending must fit the content.
    content : bytes
        The whole file.

    Returns
    -------
    str
        ``"workbook"`` or ``"text"``.

    Raises
    ------
    Refusal
        With the reason and what to send instead.
    """
    ending = PurePath(file_name).suffix.lower()
    if not content.strip(b"\x00\xef\xbb\xbf\xff\xfe \r\n\t"):
        raise Refusal("empty_file")
    if len(content) > MAX_BYTES:
        raise Refusal("too_large", found=words.megabytes(len(content)), limit=words.megabytes(MAX_BYTES))
    if ending in MACRO_NAMES:
        raise Refusal("macros", found=ending)
    kind = _kind(content)
    if kind == "workbook" and ending != ".xlsx":
        raise Refusal("workbook_misnamed", found=ending or words.NO_ENDING)
    if kind == "text" and ending not in TEXT_NAMES:
        raise Refusal(
            "text_misnamed" if ending == ".xlsx" else "unknown_ending", found=ending or words.NO_ENDING
        )
    return kind


def _kind(content: bytes) -> str:
    if content.startswith(OLE):
        raise Refusal(_compound_kind(content))
    if content.startswith(ZIP):
        _validate_package(content)
        return "workbook"
    for beginning, name in BEGINNINGS.items():
        if content.startswith(beginning):
            raise Refusal("other_kind", found=name)
    head = content[:HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<head", b"<meta")):
        raise Refusal("web_page", found="HTML")
    if head.startswith(b"<?xml"):
        raise Refusal("other_kind", found="XML")
    return "text"


def _compound_kind(content: bytes) -> str:
    """Return the kind of a file in the old container of Microsoft: the names of its streams are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "encrypted"
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return "legacy_workbook"
    return "old_office"


def _validate_package(content: bytes) -> None:
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refusal("broken_package") from error
    _refuse_bombs(parts, len(content))
    _refuse_other_packages([part.filename for part in parts])
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal("encrypted")
    _refuse_active_content(package, parts)


def _refuse_bombs(parts: list[zipfile.ZipInfo], packed: int) -> None:
    """Refuse packages that unpack to a large size; ``zipfile`` never unpacks more of a part than it declares."""
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS:
        raise Refusal("too_many_parts", found=len(parts), limit=MAX_PARTS)
    if unpacked > MAX_UNPACKED:
        raise Refusal(
            "unpacks_too_large", found=words.megabytes(unpacked), limit=words.megabytes(MAX_UNPACKED)
        )
    if unpacked > RATIO_FROM and unpacked > MAX_RATIO * packed:
        raise Refusal("packed_too_tightly", found=round(unpacked / packed), limit=MAX_RATIO)


def _refuse_other_packages(names: list[str]) -> None:
    if "xl/workbook.bin" in names:
        raise Refusal("binary_workbook")
    if "xl/workbook.xml" in names:
        return
    for beginning, name in PACKAGES.items():
        if any(each.startswith(beginning) for each in names):
            raise Refusal("other_kind", found=name)
    raise Refusal("other_kind", found="ZIP")


def _refuse_active_content(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Refusal("macros", found="vbaProject.bin")
    if any(name.startswith("xl/externallinks/") for name in names):
        raise Refusal("external_links")
    if any(name == "xl/connections.xml" or name.startswith("xl/querytables/") for name in names):
        raise Refusal("external_data")
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            _refuse_markup(package, part)


def _refuse_markup(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part with a document type or with too many cells.

    Entities that expand without limit need a document type, which no part of a workbook has. A merged range takes
    memory for each of its cells, and so does a cell that is only formatted, however small the file.
    """
    cells = {"c": 0, "mergeCell": 0}

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in cells:
            cells[name] += _cells_of(attributes.get("ref", "")) if name == "mergeCell" else 1
            if cells[name] > MAX_CELLS:
                check = "vast_merge" if name == "mergeCell" else "too_many_cells"
                raise Refusal(check, found=cells[name], limit=MAX_CELLS)

    def refuse(*_: object) -> None:
        raise Refusal("xml_definitions", found=part.filename)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    try:
        with package.open(part) as stream:
            parser.ParseFile(stream)
    except (
        expat.ExpatError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
    ):
        raise Refusal("broken_package") from None


def _cells_of(reference: str) -> int:
    """Return the number of cells of a range: 6 for ``B2:C4``."""
    left, top, right, bottom = range_boundaries(reference)
    return int((right - left + 1) * (bottom - top + 1))
