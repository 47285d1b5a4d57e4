"""Any file as sheets of cells."""

from pathlib import PurePath

from data.intake.open.delimited import read_delimited
from data.intake.open.limits import validate_file
from data.intake.open.workbooks import read_workbook
from data.intake.open.worksheet import Sheet


def open_file(file_name: str, content: bytes) -> list[Sheet]:
    """Return the sheets of a file; a CSV file is one sheet.

    Raises
    ------
    Refusal
        If the file is not read.
    """
    if validate_file(file_name, content) == "workbook":
        return read_workbook(content)
    return [read_delimited(PurePath(file_name).stem, content)]
