"""The template workbook that a locality or a province fills in for a period."""

import io
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from data import vintages
from data.intake.check.reporting_obligations import obligations, reporting_units
from data.intake.interpret import periods
from data.loader import Tables
from wording import figure_texts
from wording import template_texts as words
from wording.column_names import ROLES
from wording.judgement import QUALIFIER_WORDS
from wording.numbers import day, number, quantity

# Role of each column → its width, and whether it is filled in.
COLUMNS: dict[str, tuple[int, bool]] = {
    "code": (10, False),
    "name": (24, False),
    "indicator_code": (20, False),
    "indicator": (42, False),
    "unit": (9, False),
    "previous": (25, False),
    "value": (12, True),
    "absence": (16, True),
    "numerator": (11, True),
    "denominator": (11, True),
    "note": (22, True),
    "cause_objective": (26, True),
    "cause_subjective": (26, True),
    "difficulty": (26, True),
    "proposal": (26, True),
    "responsible": (22, True),
}
LETTERS = {role: get_column_letter(at) for at, role in enumerate(COLUMNS, start=1)}
PARTS = ("numerator", "denominator")
HEADING_ROW = 7
SPARE_ROWS = 12
GUIDE_WIDTH, LINE_HEIGHT = 95, 16
SCALE = 56  # per cent; the columns up to the notes then have the width of an A4 page, and so have the others
PROMPT_LENGTH, ERROR_LENGTH = 255, 225  # characters that a spreadsheet shows of the message of a validation
LISTED = {"absence": "danh_muc_ly_do", "indicator": "danh_muc_chi_so", "code": "danh_muc_ma"}

ENTRY = PatternFill("solid", fgColor="FFF8DC")
HEADING = PatternFill("solid", fgColor="1F4E79")
FIXED = PatternFill("solid", fgColor="F2F2F2")
ACCENT = "1F4E79"
FACE = "Calibri"
LINE = Border(*[Side("thin", color="BFBFBF")] * 4)


class ImpossibleTemplate(Exception):  # noqa: N818 - the name says what was requested
    """There is no template for the request; the message is Vietnamese and says what to request instead."""


def make_template(
    tables: Tables, known: pd.DataFrame, area: str, period: str, vintage: str | None = None
) -> bytes:
    """Return the workbook of an area and a period.

    It has a row for each figure that the area and the localities in it have to report (table ``expected``), then spare
    rows. Only the end of the period counts: ``2024-09`` and ``2024-Q3`` both request stocks on 30/9/2024, flows of
    their required frequency (``periods.span_rule``) and cumulative figures. Headings, codes and names are locked
    without a password; a hidden sheet holds the lists of the drop-downs.

    Parameters
    ----------
    tables : Tables
        The register, the indicators and the reporting obligations.
    known : DataFrame
        The stored observations; they give the last value of each figure.
    area : str
        Code of a locality or a province.
    period : str
        As in ``periods.parse_period``.
    vintage : str, optional
        Vintage of the register; by default the one of the last day of the period.

    Raises
    ------
    ImpossibleTemplate
        If the period or the area does not exist, or the area has nothing to report.
    """
    until = periods.parse_period(period)
    if until is None:
        raise ImpossibleTemplate(words.UNKNOWN_PERIOD.format(period=period))
    vintage = vintage or periods.vintage_on(until.end, tables.localities)
    here = reporting_units(tables, vintage, area)
    if here.empty:
        raise ImpossibleTemplate(words.UNKNOWN_AREA.format(area=area, vintage=vintage))
    name = str(here["name"].iloc[0])
    rows = _rows(tables, known, vintage, area, until.end)
    if rows.empty:
        raise ImpossibleTemplate(words.NOTHING_OWED.format(area=name, period=period))
    book = Workbook()
    sheet: Worksheet = book.active
    request = {"area": area, "name": name, "period": period, "until": until.end, "vintage": vintage}
    _write_head(sheet, request | {"validity": _validity_text(tables.localities, vintage)})
    _write_rows(sheet, rows)
    _write_lists(book, tables, here)
    _add_validations(sheet, rows, len(rows))
    _set_layout(sheet, len(rows) + 1 + SPARE_ROWS)
    _write_guide(book, area=name, period=period, until=words.UNTIL.format(day=day(until.end)))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def file_name(area: str, period: str) -> str:
    """Return the file name of the workbook of an area and a period."""
    return words.FILE.format(area=area, period=period)


def _rows(tables: Tables, known: pd.DataFrame, vintage: str, area: str, end: date) -> pd.DataFrame:
    """Return the rows of the sheet: the figures to report with their indicators and their last values."""
    about = tables.indicators[
        ["indicator", "name_vi", "unit", "minimum", "maximum", "decimals", "definition"]
    ]
    rows = obligations(tables, vintage, area, end).merge(about, "left", on="indicator", validate="m:1")
    seen = known[
        known["vintage"].eq(vintage) & known["preferred"] & known["period_end"].le(pd.Timestamp(end))
    ]
    seen = seen.sort_values("period_end").drop_duplicates(["locality", "indicator"], keep="last")
    last = seen[["locality", "indicator", "value", "value_text", "qualifier", "absence", "period_end"]]
    rows = rows.merge(last, "left", on=["locality", "indicator"], validate="1:1")
    previous = [_previous(row) for row in rows.to_dict("records")]
    return rows.assign(previous=pd.Series(previous, rows.index, dtype="str"))


def _previous(row: dict[Any, Any]) -> str | None:
    if pd.isna(row["period_end"]):
        return None
    if isinstance(row["absence"], str):
        value = figure_texts.NOT_APPLICABLE
    elif pd.isna(row["value"]):
        value = row["value_text"]
    else:
        figure = quantity(row["value"], row["unit"], int(row["decimals"]))
        value = QUALIFIER_WORDS[row["qualifier"]].format(value=figure)
    return words.PREVIOUS.format(value=value, day=day(row["period_end"]))


def _validity_text(localities: pd.DataFrame, vintage: str) -> str:
    here = localities[localities["vintage"].eq(vintage)]
    districts = here["level"].eq("district").any()
    template = words.VINTAGE_WITH_DISTRICTS if districts else words.VINTAGE_WITHOUT_DISTRICTS
    return template.format(stood=vintages.validity_texts(localities)[vintage])


def _write_head(sheet: Worksheet, request: dict[str, Any]) -> None:
    """Write the title, the block with area, period and vintage, and the headings."""
    sheet.title = words.SHEET
    sheet["A1"] = words.TITLE
    sheet["A1"].font = Font(FACE, 16, bold=True, color=ACCENT)
    until = words.UNTIL.format(day=day(request["until"]))
    block = [
        (words.AREA_LABEL, request["area"], request["name"]),
        (words.PERIOD_LABEL, request["period"], until),
        (words.VINTAGE_LABEL, request["vintage"], request["validity"]),
    ]
    for at, (label, answer, explanation) in enumerate(block, start=2):
        sheet.cell(at, 2, label)
        _text(sheet, at, 3, answer).font = Font(FACE, bold=True)
        sheet.cell(at, 4, explanation)
    sheet["A5"] = words.HINT
    sheet["A5"].font = Font(FACE, italic=True)
    for column, role in enumerate(COLUMNS, start=1):
        cell = sheet.cell(HEADING_ROW, column, ROLES[role][0])
        cell.font, cell.fill, cell.border = Font(FACE, bold=True, color="FFFFFF"), HEADING, LINE
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    sheet.row_dimensions[HEADING_ROW].height = 34


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """Write a text that a spreadsheet would convert to a number or a day: codes, ``2024-09``."""
    cell = sheet.cell(row, column, text)
    cell.number_format, cell.data_type = "@", "s"
    return cell


def _write_rows(sheet: Worksheet, rows: pd.DataFrame) -> None:
    """Write a row for each figure, then the spare rows."""
    fixed = rows.rename(columns={"locality": "code", "indicator": "indicator_code", "name_vi": "indicator"})
    roles = ["code", "name", "indicator_code", "indicator", "unit", "previous"]
    for at, row in enumerate(fixed.to_dict("records"), start=HEADING_ROW + 1):
        for column, role in enumerate(roles, start=1):
            if isinstance(row[role], str):
                _text(sheet, at, column, row[role])
        rate = row["unit"] == "%"
        for role, (_, entered) in COLUMNS.items():
            _style(sheet[f"{LETTERS[role]}{at}"], entered and (rate or role not in PARTS))
        sheet[f"{LETTERS['indicator_code']}{at}"].alignment = Alignment(shrink_to_fit=True, vertical="top")
        sheet[f"{LETTERS['value']}{at}"].number_format = _format(int(row["decimals"]))
        for role in PARTS:
            sheet[f"{LETTERS[role]}{at}"].number_format = _format(0)
    spare = HEADING_ROW + len(rows) + 1
    sheet.cell(spare, 1, words.SPARE).font = Font(FACE, italic=True)
    for at in range(spare + 1, spare + 1 + SPARE_ROWS):
        for role, (_, entered) in COLUMNS.items():
            _style(sheet[f"{LETTERS[role]}{at}"], entered or role in ("code", "indicator"))
        sheet[f"{LETTERS['code']}{at}"].number_format = "@"


def _style(cell: Any, entered: bool) -> None:
    cell.border, cell.fill = LINE, ENTRY if entered else FIXED
    cell.protection = Protection(locked=not entered)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _format(decimals: int) -> str:
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _write_lists(book: Workbook, tables: Tables, here: pd.DataFrame) -> None:
    """Write the lists of the drop-downs to a hidden sheet, each with a defined name."""
    sheet = book.create_sheet(words.LISTS)
    sheet.sheet_state = "hidden"
    offered = {
        "absence": list(words.ABSENCES),
        "indicator": tables.indicators["name_vi"].tolist(),
        "code": here["locality"].tolist(),
    }
    for column, (role, texts) in enumerate(offered.items(), start=1):
        for row, text in enumerate(texts, start=1):
            _text(sheet, row, column, text)
        letter = get_column_letter(column)
        where = f"{quote_sheetname(words.LISTS)}!${letter}$1:${letter}${len(texts)}"
        book.defined_names[LISTED[role]] = DefinedName(LISTED[role], attr_text=where)


def _add_validations(sheet: Worksheet, rows: pd.DataFrame, count: int) -> None:
    """Bind entry cells to their bounds and lists; an indicator's cells share one rule, which also explains it."""
    first, last = HEADING_ROW + 1, HEADING_ROW + count
    spare = last + 2, last + 1 + SPARE_ROWS
    for _, own in rows.groupby("indicator", sort=False):
        rule = _bounds(own.iloc[0])
        rule.promptTitle, rule.showInputMessage = str(own["name_vi"].iloc[0])[:32], True
        for at in own.index:
            rule.add(f"{LETTERS['value']}{first + at}")
        sheet.add_data_validation(rule)
    parts = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    _set_error(parts, words.PART_ERROR_TITLE, words.PART_ERROR)
    parts.add(f"{LETTERS['numerator']}{first}:{LETTERS['denominator']}{spare[1]}")
    sheet.add_data_validation(parts)
    _add_list(sheet, "absence", (first, spare[1]), prompt=words.ABSENCE_PROMPT)
    _add_list(sheet, "indicator", spare)
    _add_list(sheet, "code", spare)


def _bounds(about: pd.Series) -> DataValidation:
    """Return the validation of a value; it only warns, because "hơn 900" is not a number and is accepted."""
    low, high = about["minimum"], about["maximum"]
    if pd.notna(high):
        bounds = words.BETWEEN.format(minimum=number(low), maximum=number(high))
        rule = DataValidation("decimal", operator="between", formula1=f"{low:g}", formula2=f"{high:g}")
    elif pd.notna(low):
        bounds = words.AT_LEAST.format(minimum=number(low))
        rule = DataValidation("decimal", operator="greaterThanOrEqual", formula1=f"{low:g}")
    else:
        bounds, rule = words.ANY, DataValidation("decimal", operator="greaterThanOrEqual", formula1="-1E+99")
    unit = words.UNIT_SAID.format(unit=about["unit"])
    prompt = words.VALUE_PROMPT.format(unit_said=unit, bounds=bounds, definition=about["definition"])
    rule.prompt = " ".join(prompt.split())[:PROMPT_LENGTH]
    rule.allow_blank = True
    _set_error(rule, words.VALUE_ERROR_TITLE, words.VALUE_ERROR.format(bounds=bounds), style="warning")
    return rule


def _set_error(rule: DataValidation, title: str, message: str, style: str = "stop") -> None:
    rule.errorTitle, rule.error, rule.errorStyle = title, message[:ERROR_LENGTH], style
    rule.showErrorMessage = True


def _add_list(sheet: Worksheet, role: str, rows: tuple[int, int], prompt: str | None = None) -> None:
    rule = DataValidation("list", formula1=f"={LISTED[role]}", allow_blank=True)
    _set_error(rule, words.LIST_ERROR_TITLE, words.LIST_ERROR)
    if prompt:
        rule.prompt, rule.showInputMessage = prompt, True
    rule.add(f"{LETTERS[role]}{rows[0]}:{LETTERS[role]}{rows[1]}")
    sheet.add_data_validation(rule)


def _set_layout(sheet: Worksheet, count: int) -> None:
    """Set widths, frozen panes, protection and the print layout."""
    for role, (width, _) in COLUMNS.items():
        sheet.column_dimensions[LETTERS[role]].width = width
    last = HEADING_ROW + count
    sheet.freeze_panes = f"{LETTERS['unit']}{HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{LETTERS['responsible']}{last}"
    sheet.protection.enable()
    sheet.protection.autoFilter = sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.page_setup.scale = SCALE
    sheet.col_breaks.append(Break(id=list(COLUMNS).index("note") + 1))
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.print_title_cols = f"{LETTERS['name']}:{LETTERS['indicator']}"
    sheet.print_area = f"A1:{LETTERS['responsible']}{last}"
    sheet.oddFooter.center.text = words.FOOTER
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def _write_guide(book: Workbook, **values: str) -> None:
    sheet = book.create_sheet(words.GUIDE, index=1)
    sheet.column_dimensions["A"].width = GUIDE_WIDTH
    heads = {"absence": ROLES["absence"][0], "previous": ROLES["previous"][0]}
    lines: Sequence[str] = [
        words.GUIDE_TITLE,
        *(each.format(**values, **heads) for each in words.GUIDE_LINES),
    ]
    for row, line in enumerate(lines, start=1):
        cell = sheet.cell(row, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = LINE_HEIGHT * ceil(len(line) / GUIDE_WIDTH) + 3
    sheet["A1"].font = Font(FACE, 14, bold=True, color=ACCENT)
    sheet["A2"].font = Font(FACE, bold=True)
    sheet.protection.enable()
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
