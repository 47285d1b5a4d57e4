"""A copy of a file in which the cells of findings are coloured and commented."""

import io
from collections.abc import Iterable
from pathlib import PurePath

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.exports import escape_formula
from data.intake.findings import Finding
from data.intake.open import delimited
from data.intake.open.drawings import without_drawings
from wording import intake_report

# The severest first: its colour marks a cell with several findings.
COLOURS = {"error": "FFB3A7", "warning": "FFE08A", "notice": "CFE8FF"}
WIDTHS = {"A": 11, "B": 16, "C": 7, "D": 24, "E": 36, "F": 90}
WIDTH, HEIGHT = 360, 120  # size of a comment in points


def mark_findings(file_name: str, content: bytes, findings: Iterable[Finding]) -> bytes:
    """Copy a workbook and mark the cells of the findings; a CSV file becomes a workbook.

    Pictures and charts are left out. A comment of the author stays above the message.
    All findings are listed on a new first sheet.

    Parameters
    ----------
    file_name, content
        A file that ``limits.validate_file`` accepts.
    findings
        The findings of that file.

    Returns
    -------
    bytes
        An XLSX workbook.
    """
    found = sorted(findings, key=lambda each: list(COLOURS).index(each.severity))
    book = _workbook(file_name, content)
    _unmark(book)
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for each in found:
        by_cell.setdefault((_title(each.sheet), each.cell), []).append(each)
    for (sheet, cell), several in by_cell.items():
        if sheet in book.sheetnames and cell:
            _mark(book[sheet], cell, several)
    _list(book, found)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def copy_name(file_name: str) -> str:
    """Return the name of the marked copy: ``tuy-phong.csv`` → ``tuy-phong-danh-dau.xlsx``."""
    return intake_report.MARKED_NAME.format(stem=PurePath(file_name).stem)


def _workbook(file_name: str, content: bytes) -> Workbook:
    if PurePath(file_name).suffix.lower() == ".xlsx":
        return load_workbook(io.BytesIO(without_drawings(content)))
    source = delimited.read_delimited(PurePath(file_name).stem, content)
    book = Workbook()
    sheet = book.active
    sheet.title = _title(source.name)
    for (row, column), cell in source.cells.items():
        sheet.cell(row, column, escape_formula(str(cell.content))).data_type = "s"
    return book


def _title(name: str) -> str:
    """Return the title of a sheet: the name of the file, cut and without the characters that Excel refuses."""
    return str(INVALID_TITLE_REGEX.sub("-", name))[:31]


def _unmark(book: Workbook) -> None:
    """Remove the marks of an earlier copy: people repair the copy and send it again."""
    if intake_report.FINDINGS_SHEET in book.sheetnames:
        del book[intake_report.FINDINGS_SHEET]
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            if cell.comment and cell.comment.author == intake_report.AUTHOR:
                cell.comment, cell.fill = None, PatternFill()


def _mark(sheet: Worksheet, cell: str, several: list[Finding]) -> None:
    # Only the first cell of a merged range is visible.
    at = next((each.start_cell.coordinate for each in sheet.merged_cells.ranges if cell in each), cell)
    own = sheet[at].comment
    earlier = [own.text] if own else []
    comment = Comment("\n\n".join([*earlier, *(each.message for each in several)]), intake_report.AUTHOR)
    comment.width, comment.height = WIDTH, HEIGHT * len(several)
    sheet[at].comment = comment
    sheet[at].fill = PatternFill("solid", fgColor=COLOURS[several[0].severity])


def _list(book: Workbook, found: list[Finding]) -> None:
    sheet = book.create_sheet(intake_report.FINDINGS_SHEET, index=0)
    sheet.append(list(intake_report.FINDING_COLUMNS.values()))
    for each in found:
        texts = [
            intake_report.SEVERITIES[each.severity],
            each.sheet,
            each.cell,
            each.found,
            each.expected,
            each.message,
        ]
        sheet.append([escape_formula(text) for text in texts])
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment, cell.font = Alignment(wrap_text=True, vertical="top"), Font(bold=cell.row == 1)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 0
