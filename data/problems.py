"""Problems of a table: where they are, what is expected, and how to repair them in a spreadsheet."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from wording import table_messages as words

HEADER_ROWS = 1


@dataclass(frozen=True)
class Problem:
    """One problem in one table.

    ``row`` is the row number in a spreadsheet (the header is row 1) and None for a whole file or column.
    ``expected``, ``found`` and ``message`` (what to do) are Vietnamese.
    """

    file: str
    row: int | None
    column: str | None
    expected: str
    found: str
    message: str

    def __str__(self) -> str:
        sentence = {
            (True, True): words.PROBLEM_CELL,
            (True, False): words.PROBLEM_ROW,
            (False, True): words.PROBLEM_COLUMN,
            (False, False): words.PROBLEM_FILE,
        }[self.row is not None, self.column is not None]
        return sentence.format(
            file=self.file,
            row=self.row,
            column=self.column,
            expected=self.expected,
            found=self.found,
            remedy=self.message,
        )


class BrokenTables(Exception):  # noqa: N818 - the name describes the state of the tables
    """The tables break their schema or the rules; ``problems`` holds every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        head = words.BROKEN_ONE if len(self.problems) == 1 else words.BROKEN_MANY
        return "\n".join([head.format(count=len(self.problems)), *map(str, self.problems)])


def file_name(table: str) -> str:
    """Return the file name of a table."""
    return f"{table}.csv"


def spreadsheet_row(position: int) -> int:
    """Return the row number that a spreadsheet shows for the data row at ``position`` (0 is the first)."""
    return int(position) + HEADER_ROWS + 1


def quoted_cell(value: object) -> str:
    """Return the content of a cell as the file has it, in quotes: ``“77.15”``, ``“2025-12-31”``; or ``ô trống``."""
    if value is None or value is pd.NaT or value != value or value == "":
        return words.EMPTY
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, float):
        text = f"{value:.12g}"
    elif isinstance(value, pd.Timestamp):
        text = f"{value:%Y-%m-%d}"
    else:
        text = str(value)
    return words.QUOTED.format(text=text)


def cell_problem(
    table: str, position: int, column: str, expected: str, found: object, message: str = ""
) -> Problem:
    """Return the problem of one cell; ``found`` is its content."""
    return Problem(
        file_name(table),
        spreadsheet_row(position),
        column,
        expected,
        quoted_cell(found),
        message or words.FIX_CELL,
    )


def first_per_cell(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problem of each cell, by file, row and column: an unreadable date has no other problem."""
    first: dict[tuple[str, int | None, str | None], Problem] = {}
    for problem in problems:
        first.setdefault((problem.file, problem.row, problem.column), problem)
    return sorted(first.values(), key=lambda p: (p.file, p.row or 0, p.column or ""))
