"""A table on a sheet: its columns with their roles, and its rows."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from data.intake.interpret.headings import Heading
from data.intake.open.worksheet import Cell, Sheet, address, as_text

FIGURES = ("value", "absence", "numerator", "denominator")


@dataclass(frozen=True, kw_only=True)
class Column(Heading):
    """A column of a table with the combined meaning of the headings above it."""

    number: int
    heading: str

    @property
    def letter(self) -> str:
        """The letter of the column in a spreadsheet."""
        return str(get_column_letter(self.number))


@dataclass(frozen=True, eq=False)
class Table:
    """A table on a sheet: the rows of its heading, its columns, the rows below, and the lines of its own title."""

    sheet: Sheet
    heading_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    title_rows: tuple[int, ...] = ()

    def heading_cell(self, column: Column) -> str:
        """Return the address of the lowest heading of a column."""
        named = [row for row in self.heading_rows if (row, column.number) in self.sheet.cells]
        return address(named[-1] if named else self.heading_rows[0], column.number)

    @property
    def start(self) -> str:
        """Address of the first cell of the heading."""
        return address(self.heading_rows[0], self.columns[0].number)

    def columns_of(self, *roles: str) -> list[Column]:
        """Return the columns with one of the roles, from left to right."""
        return [each for each in self.columns if each.role in roles]


@dataclass(frozen=True)
class Row:
    """A row of a table; only columns that are sure are read."""

    table: Table
    number: int

    def filled(self, *roles: str) -> list[Column]:
        """Return the columns with one of the roles that have content in this row."""
        cells = self.table.sheet.cells
        return [
            each
            for each in self.table.columns_of(*roles)
            if each.sure and (self.number, each.number) in cells
        ]

    def cell(self, column: Column) -> Cell:
        """Return the cell of a filled column."""
        return self.table.sheet.cells[self.number, column.number]

    def address(self, column: Column) -> str:
        """Return the address of the cell of a column."""
        return address(self.number, column.number)

    def text(self, *roles: str) -> str:
        """Return the first text in columns with one of the roles; "" where they are blank."""
        return next((as_text(self.cell(each).content) for each in self.filled(*roles)), "")

    def texts(self) -> list[str]:
        """Return the texts of all filled cells from left to right; a merged cell counts once."""
        cells = self.table.sheet.cells
        every = [
            cells[self.number, each.number]
            for each in self.table.columns
            if (self.number, each.number) in cells
        ]
        return [as_text(each.content) for at, each in enumerate(every) if not (at and each.merged)]

    def start(self, *roles: str) -> str:
        """Return the address of the first filled cell with one of the roles, else of the row."""
        cells = self.table.sheet.cells
        anywhere = [each for each in self.table.columns if (self.number, each.number) in cells]
        return self.address((self.filled(*roles) or anywhere)[0])
