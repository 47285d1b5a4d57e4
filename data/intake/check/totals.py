"""Rows of totals: how they are recognised, and the check against the sum of the rows."""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from data.intake.findings import Finding
from data.intake.interpret import cell_values
from data.intake.interpret.cell_values import COUNT, Figure
from data.intake.interpret.records import Context, FigureRecord, about_cell
from data.intake.interpret.rows import is_total
from data.intake.interpret.table import Column, Row, Table
from wording import reading_messages as words
from wording.numbers import number
from wording.spelling import clean_name, unaccented

# Role of a column → key of its cell in a record.
CELLS = {"value": "cell", "numerator": "numerator_cell", "denominator": "denominator_cell"}


class Part(NamedTuple):
    """A number that is part of a sum, with its row and its locality."""

    row: int
    locality: str
    number: float


def check_totals(table: Table, records: Sequence[FigureRecord], context: Context) -> Iterator[Finding]:
    """Yield a warning for each total that is not the sum of its rows.

    A total may be the sum of all rows, of the rows of one level, of the rows above it or of the rows below it up to the
    next total: it must equal one of these sums. Only counts and the parts of rates are checked, and only where every
    filled cell of the column is an exact number.

    Parameters
    ----------
    table : Table
        The table whose rows were parsed.
    records : sequence of FigureRecord
        The records of this table.
    context : Context
        The register, the indicators and the reporting area.
    """
    rows = [Row(table, each) for each in table.rows]
    totals = [row.number for row in rows if is_total(row)]
    if not totals:
        return
    named = {row.number: context.indicator_named(row.text("indicator_code", "indicator")) for row in rows}
    numbers = _by_column(records)
    filled = [row for row in named if row not in totals]

    @cache
    def parts_of(column: Column, indicator: str) -> tuple[Part, ...]:
        """Return the numbers of a column that add up; none where one of its cells was not parsed."""
        parts = numbers.get((indicator, column.role, column.letter), [])
        there = {row for row in filled if (row, column.number) in table.sheet.cells}
        if not column.indicator:
            there = {row for row in there if named[row] == indicator}
        whole = there == {each.row for each in parts} and _is_summed(column, indicator, context)
        return tuple(parts) if whole else ()

    levels = cache(lambda parts: _by_level(parts, context))
    for row, column, written in _stated_totals(rows):
        parts = parts_of(column, column.indicator or named[row.number])
        sums = [*levels(parts), *_neighbouring_sums(row.number, totals, parts)]
        if sums and written not in sums:
            nearest = min(sums, key=lambda each: abs(each - written))
            yield about_cell("total_differs", row, column, sum=number(nearest, 0))


def _by_column(records: Sequence[FigureRecord]) -> dict[tuple[str, str, str], list[Part]]:
    """Group the exact numbers by indicator, role and column."""
    found: dict[tuple[str, str, str], list[Part]] = {}
    for record in records:
        for role, cell in CELLS.items():
            at, figure = getattr(record, cell), getattr(record, role)
            if at and figure is not None and record.qualifier == "exact":
                part = Part(record.row, record.locality, figure)
                found.setdefault((record.indicator, role, at.rstrip("0123456789")), []).append(part)
    return found


def _is_summed(column: Column, indicator: str, context: Context) -> bool:
    """Tell whether the numbers of a column can be added up."""
    measure = context.measures.get(indicator)
    return measure is not None and (column.role != "value" or (measure.summed and measure.whole))


def _stated_totals(rows: list[Row]) -> Iterator[tuple[Row, Column, float]]:
    """Yield the exact counts in the cells of totals."""
    for row in rows:
        if not is_total(row) or any(
            unaccented(clean_name(each)).startswith(words.NO_SUMS) for each in _names(row)
        ):
            continue
        for column in row.filled(*CELLS):
            figure = cell_values.parse_cell(row.cell(column), COUNT)
            if isinstance(figure, Figure) and figure.value is not None and figure.qualifier == "exact":
                yield row, column, figure.value


def _names(row: Row) -> list[str]:
    return [name for role in ("ordinal", "code", "name", "district") if (name := row.text(role))]


def _by_level(parts: tuple[Part, ...], context: Context) -> list[float]:
    """Return the sum of all parts, and the sum of each level."""
    sums: dict[str, float] = defaultdict(float)
    for part in parts:
        sums[context.register.levels[part.locality]] += part.number
    return [sum(sums.values()), *sums.values()] if parts else []


def _neighbouring_sums(at: int, totals: list[int], parts: tuple[Part, ...]) -> Iterator[float]:
    """Yield the sum between a total and the one before it, and the sum up to the one after it."""
    place = bisect(totals, at)
    before = totals[place - 2] if place > 1 else 0
    after = totals[place] if place < len(totals) else math.inf
    first, middle, last = (bisect(parts, row, key=lambda each: each.row) for row in (before, at, after))
    yield from (
        sum(each.number for each in group) for group in (parts[first:middle], parts[middle:last]) if group
    )
