"""A worksheet as cells by row and column, the same for workbooks and CSV files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Literal

from openpyxl.utils import get_column_letter

Content = str | float | int | bool | datetime | date | time | timedelta
Fault = Literal["", "error", "uncached", "hidden", "scaled"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with content.

    ``percent`` says that the number is formatted as a percentage (0.7715 is shown as 77.15 %). ``before`` and ``after``
    are the words that its format shows around it (``0" tổ"``). ``fault`` says that the cell holds an Excel error, a
    formula without a stored result, or a number that its format does not show or shows divided. ``merged`` is the first
    cell of the merged range that this cell belongs to; it is empty in that first cell.
    """

    content: Content
    percent: bool = False
    fault: Fault = ""
    merged: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A named sheet; ``cells`` holds the cells that are not blank by (row, column), both counted from 1.

    ``delimited`` says that the sheet is a CSV file with this ``delimiter``, ``undecoded`` that its bytes were decoded
    as Latin-1.
    ``hidden_rows`` and ``hidden_columns`` hold numbers; a row or column without height or width is hidden. ``widths``
    holds the number of fields of each line of a CSV file, blank ones included.
    """

    name: str
    cells: dict[tuple[int, int], Cell]
    hidden: bool = False
    delimited: bool = False
    delimiter: str = ""
    undecoded: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    widths: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def by_row(self) -> dict[int, list[int]]:
        """The columns with content of each row, from the top and from the left."""
        filled: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            filled.setdefault(row, []).append(column)
        return filled

    @property
    def rows(self) -> list[int]:
        """Numbers of the rows with content."""
        return list(self.by_row)

    @cached_property
    def columns(self) -> list[int]:
        """Numbers of the columns with content."""
        return sorted({column for _, column in self.cells})

    def text(self, row: int, column: int) -> str:
        """Return the content of a cell as text without surrounding blanks; "" for a blank cell."""
        cell = self.cells.get((row, column))
        return as_text(cell.content) if cell else ""


def address(row: int, column: int) -> str:
    """Return the address of a cell: ``D7``."""
    return f"{get_column_letter(column)}{row}"


def as_text(content: Content) -> str:
    """Return the content of a cell as text, close to what its author sees."""
    if isinstance(content, date):
        return f"{content:%d/%m/%Y}"
    if isinstance(content, float):
        return f"{content:.15g}"
    return str(content).strip()
