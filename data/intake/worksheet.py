"""A sheet as a grid of cells, whatever wrote it: the one form in which everything else reads a file."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from openpyxl.utils import get_column_letter

Content = str | float | int | bool | datetime | date | time | timedelta
Fault = Literal["", "error", "uncached"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell.

    ``percent`` says that it is shown with a % sign its number does not have (0.7715 shown as 77.15 %), ``fault``
    that it holds an Excel error or a formula that was never computed, ``merged`` names the first cell of the
    merged range this cell was filled from.
    """

    content: Content
    percent: bool = False
    fault: Fault = ""
    merged: str = ""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A named grid; ``cells`` holds what is not blank by (row, column), both counted from 1.

    ``delimited`` says that it was a CSV file, whose cells may have been parted in the wrong place,
    ``undecoded`` that its bytes were taken for Latin letters; rows and columns that are hidden are by their numbers.
    """

    name: str
    cells: dict[tuple[int, int], Cell]
    hidden: bool = False
    delimited: bool = False
    undecoded: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def rows(self) -> list[int]:
        """The rows that hold something."""
        return sorted({row for row, _ in self.cells})

    @property
    def columns(self) -> list[int]:
        """The columns that hold something."""
        return sorted({column for _, column in self.cells})

    def text(self, row: int, column: int) -> str:
        """What stands there as text, without the blanks around it; "" where nothing does."""
        cell = self.cells.get((row, column))
        return as_text(cell.content) if cell else ""


def address(row: int, column: int) -> str:
    """Return a cell's address as a spreadsheet shows it: ``D7``."""
    return f"{get_column_letter(column)}{row}"


def as_text(content: Content) -> str:
    """Write a cell's content as its author sees it, near enough to search for it."""
    if isinstance(content, date):
        return f"{content:%d/%m/%Y}"
    if isinstance(content, float):
        return f"{content:.15g}"
    return str(content).strip()
