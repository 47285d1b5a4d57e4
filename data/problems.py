"""What is wrong with a table, said so that its keeper can mend it in a spreadsheet."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from wording import table_messages as words

HEADER_ROWS = 1


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one table.

    ``row`` counts as a spreadsheet does (the header is row 1) and is None for a whole file or column.
    ``expected``, ``found`` and ``message`` (what to do about it) are Vietnamese.
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


class BrokenTables(Exception):  # noqa: N818 - it names the state of the tables, as its message does
    """The tables break their schema or our rules; ``problems`` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        head = words.BROKEN_ONE if len(self.problems) == 1 else words.BROKEN_MANY
        return "\n".join([head.format(count=len(self.problems)), *map(str, self.problems)])


def file_name(table: str) -> str:
    """Return the file name of a table, as people see it in the folder."""
    return f"{table}.csv"


def spreadsheet_row(position: int) -> int:
    """Return the row number that a spreadsheet shows for the data row at ``position`` (0 is the first)."""
    return int(position) + HEADER_ROWS + 1


def quoted_cell(value: object) -> str:
    """Write a cell's content as it would stand in the file: ``“77.15”``, ``“2025-12-31”``, ``ô trống``."""
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
    """Describe one wrong cell; ``found`` is its content."""
    return Problem(
        file_name(table),
        spreadsheet_row(position),
        column,
        expected,
        quoted_cell(found),
        message or words.FIX_CELL,
    )


def first_per_cell(problems: Iterable[Problem]) -> list[Problem]:
    """Keep the first problem of each cell: one unreadable date need not be called too late as well."""
    kept: dict[tuple[str, int | None, str | None], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.file, problem.row, problem.column), problem)
    return sorted(kept.values(), key=lambda p: (p.file, p.row or 0, p.column or ""))
