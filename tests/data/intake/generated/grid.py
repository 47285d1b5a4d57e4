"""Sheets whose cells carry their meaning: a cell is written and its figure is noted in one step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.data.intake.generated.meaning import Figure, Mark, Sample
from tests.data.intake.sheets import csv, saved

Line = Sequence[Any]


@dataclass(frozen=True)
class Says:
    """A cell that holds a figure: what is written, in which format, and what it means."""

    shown: object
    figure: Figure
    number_format: str = "General"

    def written(self, shown: object, number_format: str = "General", **meaning: Any) -> "Says":
        """Write the figure in another way, or give it another meaning."""
        return replace(self, shown=shown, number_format=number_format, figure=replace(self.figure, **meaning))


@dataclass(frozen=True)
class Told:
    """A cell without a figure that must not go without a word."""

    shown: object


@dataclass(frozen=True)
class Formatted:
    """A cell without a figure in a number format."""

    shown: object
    number_format: str


@dataclass(frozen=True)
class Head:
    """The first cell of the heading of a table."""

    shown: object


def sample(
    kind: str,
    name: str,
    mark: Mark,
    sheets: Mapping[str, Sequence[Line]] | Sequence[Line],
    *,
    merged: Iterable[str] = (),
    told: Iterable[str] = (),
    change: Callable[[Worksheet], None] = lambda sheet: None,
) -> Sample:
    """Make a workbook; ``merged``, ``told`` (cells to speak of) and ``change`` concern its first sheet."""
    named = sheets if isinstance(sheets, Mapping) else {"Biểu 1": sheets}
    book = Workbook()
    book.remove(book.active)
    for title, lines in named.items():
        _fill(book.create_sheet(title), lines)
    for reference in merged:
        book.worksheets[0].merge_cells(reference)
    change(book.worksheets[0])
    made = _noted(kind, name, mark, "so-lieu.xlsx", saved(book), named)
    return replace(made, told=(*made.told, *((book.sheetnames[0], each) for each in told)))


def text_sample(
    kind: str,
    name: str,
    mark: Mark,
    lines: Sequence[Line],
    *,
    delimiter: str = ";",
    encoding: str = "utf-8",
    file_name: str = "so-lieu.csv",
) -> Sample:
    """Make a text file of unquoted cells; its one sheet is called as the file."""
    content = csv([[_shown(each) for each in line] for line in lines], delimiter, encoding)
    return _noted(kind, name, mark, file_name, content, {file_name.removesuffix(".csv"): lines})


def _fill(sheet: Worksheet, lines: Sequence[Line]) -> None:
    for row, line in enumerate(lines, start=1):
        for column, content in enumerate(line, start=1):
            if (shown := _shown(content)) is not None:
                cell = sheet.cell(row, column, shown)
                if (form := getattr(content, "number_format", "General")) != "General":
                    cell.number_format = form  # a date keeps the format of dates


def _shown(content: object) -> object:
    return content.shown if isinstance(content, Says | Told | Formatted | Head) else content


def _noted(
    kind: str, name: str, mark: Mark, file_name: str, content: bytes, sheets: Mapping[str, Sequence[Line]]
) -> Sample:
    """Note the address of each figure, and the headings of each sheet."""
    figures: list[Figure] = []
    told: list[tuple[str, str]] = []
    headings: dict[str, tuple[tuple[int, int], ...]] = {}
    for title, lines in sheets.items():
        for row, line in enumerate(lines, start=1):
            for column, each in enumerate(line, start=1):
                address = f"{get_column_letter(column)}{row}"
                if isinstance(each, Says):
                    figures.append(replace(each.figure, sheet=title, cell=address))
                if isinstance(each, Told):
                    told.append((title, address))
                if isinstance(each, Head):
                    headings[title] = (*headings.get(title, ()), (row, column))
    return Sample(kind, name, mark, file_name, content, tuple(figures), tuple(told), headings)
