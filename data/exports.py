"""Tables to take away as CSV and XLSX, safe to open in a spreadsheet."""

import io
import math
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from wording import export_labels as words
from wording import figure_marks

# What a spreadsheet takes for the start of a formula; full-width forms because some fold them.
FORMULA_STARTS = frozenset("=+-@")
DAY_FORMAT = "DD/MM/YYYY"
WIDEST = 60


def to_csv(frame: pd.DataFrame, *, simulated: bool = False, scenario: str = "") -> bytes:
    """Write a frame as UTF-8 CSV with the byte-order mark Excel needs to read Vietnamese.

    Text that would run as a formula is neutralised, numbers stay numbers, a missing value is an empty cell.
    A simulated frame, and one of a scenario, which is called by its name, says so in a column of its own, so that no
    row can be cut loose from the mark.
    """
    return (
        _safe(frame, _marks(simulated, scenario))
        .to_csv(index=False, date_format="%Y-%m-%d")
        .encode("utf-8-sig")
    )


def to_xlsx(
    frame: pd.DataFrame,
    title: str,
    notes: Sequence[str],
    *,
    simulated: bool = False,
    scenario: str = "",
) -> bytes:
    """Write a frame as an Excel workbook: the figures on the first sheet, where they come from on the second.

    Parameters
    ----------
    frame : DataFrame
        Under the headings people read.
    title : str
        What the figures are.
    notes : sequence of str
        Source, period, kind: one line each on the second sheet.
    simulated : bool
        Adds its mark to every row and to the notes.
    scenario : str
        Name of the scenario by which figures are supposed, added likewise; empty where they are as they are.
    """
    from openpyxl import Workbook  # a third of a second that only a download should pay

    book = Workbook()
    data = book.active
    data.title = words.SHEET_DATA
    marks = _marks(simulated, scenario)
    safe = _safe(frame, marks)
    _fill(data, [list(safe.columns), *safe.itertuples(index=False, name=None)])
    data.freeze_panes = "A2"
    _fill(
        book.create_sheet(words.SHEET_NOTES),
        [[escape_formula(line)] for line in [*marks.values(), title, *notes]],
    )
    for sheet in book:
        _dress(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def escape_formula(text: str) -> str:
    """Return text that no spreadsheet runs as a formula.

    Examples
    --------
    >>> neutral("=1+1")
    "'=1+1"
    >>> neutral("Phan Thiết")
    'Phan Thiết'
    """
    clean = "".join(letter for letter in text if letter in "\t\r\n" or unicodedata.category(letter) != "Cc")
    # Spaces, tabs, returns and invisible characters (a zero-width space, a stray byte-order mark) may come
    # before the sign; spreadsheets drop them and then see the formula.
    visible = next((letter for letter in clean if not _is_invisible(letter)), "")
    folded = unicodedata.normalize("NFKC", visible)[:1]
    return f"'{clean}" if folded in FORMULA_STARTS or clean[:1] in ("\t", "\r", "\n") else clean


def _is_invisible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp")


def _marks(simulated: bool, scenario: str) -> dict[str, str]:
    """Say what the figures are not, real or already so: heading → what every row says under it."""
    supposed = {figure_marks.SCENARIO: figure_marks.NAMED_SCENARIO.format(name=scenario)} if scenario else {}
    return supposed | ({figure_marks.SIMULATED: figure_marks.SIMULATED} if simulated else {})


def _safe(frame: pd.DataFrame, marks: Mapping[str, str]) -> pd.DataFrame:
    columns = {escape_formula(str(name)): frame[name].map(_cell).astype(object) for name in frame.columns}
    safe = pd.DataFrame(columns, index=frame.index, dtype=object)
    for place, (heading, mark) in enumerate(marks.items()):
        safe.insert(place, heading, mark)
    return safe


def _cell(value: Any) -> Any:
    """Turn one value into what a spreadsheet cell can hold."""
    if isinstance(value, str):
        return escape_formula(value)
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if value is None or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float | date):
        return value
    return escape_formula(str(value))


def _fill(sheet: Any, rows: Sequence[Sequence[Any]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"  # text, whatever it looks like: “#N/A”, “007”
            elif isinstance(value, date):
                cell.number_format = DAY_FORMAT


def _dress(sheet: Any) -> None:
    """Make the columns as wide as their content, within reason."""
    for column in sheet.columns:
        width = max(len(str(cell.value)) for cell in column if cell.value is not None or cell.row == 1)
        sheet.column_dimensions[column[0].column_letter].width = min(width + 2, WIDEST)
