"""A table on a sheet: its columns and what they hold, its rows read through them."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from data.intake.headings import Heading
from data.intake.worksheet import Cell, Sheet, address, as_text

FIGURES = ("value", "absence", "numerator", "denominator")


@dataclass(frozen=True, kw_only=True)
class Column(Heading):
    """A column of a table and what all headings above it say together."""

    number: int
    heading: str

    @property
    def letter(self) -> str:
        """How a spreadsheet calls it."""
        return str(get_column_letter(self.number))


@dataclass(frozen=True, eq=False)
class Table:
    """A table on a sheet: the rows its heading fills, its columns, the rows below that hold something."""

    sheet: Sheet
    heading_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[int, ...]

    def heading_cell(self, column: Column) -> str:
        """Where the lowest heading of a column stands."""
        named = [row for row in self.heading_rows if (row, column.number) in self.sheet.cells]
        return address(named[-1] if named else self.heading_rows[0], column.number)

    @property
    def start(self) -> str:
        """The first cell of its heading."""
        return address(self.heading_rows[0], self.columns[0].number)

    def columns_of(self, *roles: str) -> list[Column]:
        """The columns of some roles, from left to right."""
        return [each for each in self.columns if each.role in roles]


@dataclass(frozen=True)
class Row:
    """A row of a table, read through those of its columns that are sure."""

    table: Table
    number: int

    def filled(self, *roles: str) -> list[Column]:
        """The columns of some roles that hold something here."""
        cells = self.table.sheet.cells
        return [
            each
            for each in self.table.columns_of(*roles)
            if each.sure and (self.number, each.number) in cells
        ]

    def cell(self, column: Column) -> Cell:
        """What a filled column holds."""
        return self.table.sheet.cells[self.number, column.number]

    def address(self, column: Column) -> str:
        """Where a column's cell stands."""
        return address(self.number, column.number)

    def text(self, *roles: str) -> str:
        """The first text in columns of some roles; "" where they are empty."""
        return next((as_text(self.cell(each).content) for each in self.filled(*roles)), "")

    def start(self, *roles: str) -> str:
        """Where the first filled cell of some roles stands; where none is, the row's first filled cell."""
        cells = self.table.sheet.cells
        anywhere = [each for each in self.table.columns if (self.number, each.number) in cells]
        return self.address((self.filled(*roles) or anywhere)[0])
