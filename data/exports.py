"""Tables as CSV and XLSX files that are safe to open in a spreadsheet."""

import io
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from wording import export_labels as words
from wording import figure_marks

# Characters that start a formula in a spreadsheet, once full-width forms are normalised.
FORMULA_STARTS = frozenset("=+-@")
# Control characters and half letters, which no cell of a workbook may hold.
REFUSED = ("Cc", "Cs")
# What a spreadsheet may part a line of a CSV file at, before what starts a formula.
_PART = re.compile(r"([;\t\r\n][\s\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@＝＋－＠])")
DAY_FORMAT = "DD/MM/YYYY"
WIDEST = 60


def to_csv(frame: pd.DataFrame, *, simulated: bool = False, scenario: str = "") -> bytes:
    """Write a frame as UTF-8 CSV with the byte-order mark that Excel needs to read Vietnamese.

    Text that would run as a formula is escaped, numbers stay numbers, a missing value is an empty cell. A spreadsheet
    set to Vietnamese parts a line at semicolons, so what stands after one in a text is escaped, too.
    Simulated figures and figures of a scenario are marked in a column of their own, so that every row has the mark.
    """
    return (
        _safe(frame, _marks(simulated, scenario))
        .map(_escape_parts)
        .rename(columns=_escape_parts)
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
    """Write a frame as an Excel workbook: the figures on the first sheet, notes on their origin on the second.

    Parameters
    ----------
    frame : DataFrame
        Its columns have the headings that people read.
    title : str
        What the figures are.
    notes : sequence of str
        Source, period, kind: one line each on the second sheet.
    simulated : bool
        Adds its mark to every row and to the notes.
    scenario : str
        Name of the scenario that the figures belong to, added in the same way; empty without a scenario.
    """
    from openpyxl import Workbook  # the import takes a third of a second, and only a download needs it

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
        _set_widths(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def escape_formula(text: str) -> str:
    """Return text that no spreadsheet runs as a formula.

    Examples
    --------
    >>> escape_formula("=1+1")
    "'=1+1"
    >>> escape_formula("Phan Thiết")
    'Phan Thiết'
    """
    clean = "".join(
        letter for letter in text if letter in "\t\r\n" or unicodedata.category(letter) not in REFUSED
    )
    # Spaces, tabs, returns and invisible characters (a zero-width space, a byte-order mark) may stand before the
    # sign; spreadsheets drop them and run the formula.
    visible = next((letter for letter in clean if not _is_invisible(letter)), "")
    folded = unicodedata.normalize("NFKC", visible)[:1]
    return f"'{clean}" if folded in FORMULA_STARTS or clean[:1] in ("\t", "\r", "\n") else clean


def _is_invisible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp")


def _marks(simulated: bool, scenario: str) -> dict[str, str]:
    """Return the columns that mark simulated figures and figures of a scenario: heading → text of every row."""
    of_scenario = (
        {figure_marks.SCENARIO: figure_marks.NAMED_SCENARIO.format(name=scenario)} if scenario else {}
    )
    return of_scenario | ({figure_marks.SIMULATED: figure_marks.SIMULATED} if simulated else {})


def _safe(frame: pd.DataFrame, marks: Mapping[str, str]) -> pd.DataFrame:
    # By place, because somebody's scenario may have the name of another column.
    columns = {place: frame.iloc[:, place].map(_cell).astype(object) for place in range(frame.shape[1])}
    safe = pd.DataFrame(columns, index=frame.index, dtype=object)
    safe.columns = pd.Index([escape_formula(str(name)) for name in frame.columns], dtype=object)
    for place, (heading, mark) in enumerate(marks.items()):
        safe.insert(place, heading, escape_formula(mark), allow_duplicates=True)
    return safe


def _escape_parts(value: Any) -> Any:
    return _PART.sub(r"\1'", value) if isinstance(value, str) else value


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


def _set_widths(sheet: Any) -> None:
    """Make the columns as wide as their content, up to a limit."""
    for column in sheet.columns:
        width = max(len(str(cell.value)) for cell in column if cell.value is not None or cell.row == 1)
        sheet.column_dimensions[column[0].column_letter].width = min(width + 2, WIDEST)
