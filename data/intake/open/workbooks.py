"""Excel workbooks as sheets: stored results of formulas, filled merged ranges, hidden sheets, rows and columns."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.intake.findings import Refusal
from data.intake.open.drawings import without_drawings
from data.intake.open.limits import MAX_COLUMNS, MAX_ROWS
from data.intake.open.number_formats import shown_by
from data.intake.open.worksheet import Cell, Sheet, address

VAST = 1e300  # a larger number is not a figure, and may overflow
UNSEEN = 1  # height in points, width in letters: whatever is smaller cannot be read
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


def read_workbook(content: bytes) -> list[Sheet]:
    """Read every sheet of a workbook that ``limits.validate_file`` accepts.

    Raises
    ------
    Refusal
        If the workbook cannot be opened, or a sheet has too many rows or columns.
    """
    content = _lighter(content)
    figures = _open(content, values=True)
    formulas = _open(content, values=False) if _has_formulas(content) else {}
    return [_sheet(sheet, formulas.get(title)) for title, sheet in figures.items()]


def _lighter(content: bytes) -> bytes:
    try:
        return without_drawings(content)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise Refusal("broken_workbook") from error


def _open(content: bytes, values: bool) -> dict[str, Worksheet]:
    try:
        book = load_workbook(io.BytesIO(content), data_only=values, keep_links=False)
        return {sheet.title: sheet for sheet in book.worksheets}
    # openpyxl raises any exception on a broken part: KeyError, TypeError, ParseError …
    except Exception as error:
        raise Refusal("broken_workbook") from error


def _has_formulas(content: bytes) -> bool:
    package = zipfile.ZipFile(io.BytesIO(content))
    parts = (name for name in package.namelist() if name.startswith("xl/worksheets/"))
    return any(FORMULA.search(package.read(part)) for part in parts)


def _sheet(sheet: Worksheet, formulas: Worksheet | None) -> Sheet:
    # Only the cells of the file: the public iterators make a cell for every gap up to the last formatted row.
    stored: dict[tuple[int, int], Any] = sheet._cells
    computed = {at for at, each in formulas._cells.items() if each.data_type == "f"} if formulas else set()
    cells = {at: cell for at, each in stored.items() if (cell := _cell(each, at in computed))}
    _refuse_size(sheet.title, cells)
    for merged in sheet.merged_cells.ranges:
        _fill(cells, merged.bounds)
    return Sheet(
        sheet.title,
        cells,
        sheet.sheet_state != "visible",
        hidden_rows=frozenset(
            row
            for row, about in sheet.row_dimensions.items()
            if about.hidden or (about.height is not None and about.height < UNSEEN)
        ),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    """Yield the numbers of hidden columns and of those without width; a file describes equal neighbours as one span."""
    for about in sheet.column_dimensions.values():
        if about.hidden or about.width < UNSEEN:
            about.reindex()
            yield from range(about.min, about.max + 1)


def _cell(stored: Any, computed: bool) -> Cell | None:
    content = stored.value
    if stored.data_type == "e":
        return Cell(str(content), fault="error")
    if content is None:
        # A formula whose stored result is an empty text was computed.
        return Cell("", fault="uncached") if computed and stored.data_type != "str" else None
    if isinstance(content, str) and not content.strip():
        return None
    if isinstance(content, int | float) and not abs(content) < VAST:
        return Cell(str(content))
    if isinstance(content, datetime) and "d" not in stored.number_format.lower():
        return Cell(
            f"{content.month}/{content.year}"
        )  # 9/2024 was typed: Excel converts it to the first of the month
    if isinstance(content, int | float) and not isinstance(content, bool):
        return _number(content, stored.number_format)
    return Cell(content)


def _number(content: float, number_format: str) -> Cell:
    """Return the cell of a number as its format shows it; a zero that is shown as a dash stays a zero."""
    shown = shown_by(number_format, (content > 0) - (content < 0))
    if shown.hidden:
        if any(each.isalnum() for each in shown.after):
            return Cell(shown.after)
        return Cell(content) if content == 0 and shown.after else Cell(content, fault="hidden")
    if shown.scale > 1:
        return Cell(content, fault="scaled")
    return Cell(content, percent=shown.percent, before=shown.before, after=shown.after)


def _refuse_size(title: str, cells: dict[tuple[int, int], Cell]) -> None:
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    if last_row > MAX_ROWS:
        raise Refusal("too_many_rows", sheet=title, found=last_row, limit=MAX_ROWS)
    if last_column > MAX_COLUMNS:
        raise Refusal("too_many_columns", sheet=title, found=last_column, limit=MAX_COLUMNS)


def _fill(cells: dict[tuple[int, int], Cell], bounds: tuple[int, int, int, int]) -> None:
    """Copy the content of the first cell of a merged range to its other cells."""
    left, top, right, bottom = bounds
    if (first := cells.get((top, left))) is None:
        return
    filled = replace(first, merged=address(top, left))
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                cells[row, column] = filled
