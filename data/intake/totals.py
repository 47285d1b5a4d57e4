"""Rows of totals: told from the rows of localities, and held against what these add up to."""

import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from data.intake import cell_values, place_names
from data.intake.cell_values import COUNT, Figure
from data.intake.parse_result import ParseContext, ParseResult
from data.intake.table import Column, Row, Table
from wording import reading_messages as words
from wording.numbers import number
from wording.spelling import clean_name, unaccented

# Where a record keeps the cell of what a column of a role holds.
CELLS = {"value": "cell", "numerator": "numerator_cell", "denominator": "denominator_cell"}


class Part(NamedTuple):
    """A number that is part of a sum: its row, whose it is, how much."""

    row: int
    locality: str
    number: float


def is_total(row: Row) -> bool:
    """Whether a row is a sum or a mean of others; one that bears the code of a locality is that locality's own."""
    return not row.text("code").isdigit() and any(place_names.is_total_name(each) for each in _names(row))


def check_totals(
    table: Table, records: Sequence[dict[str, Any]], context: ParseContext, into: ParseResult
) -> None:
    """Warn of totals that are not the sum of their rows.

    A total may be that of all rows, of the rows of one level, of those above it or of those below it up to the next
    total: one of these sums must be what it says. Only counts and the parts of rates add up, and only where every
    filled cell of the column was read as an exact number.

    Parameters
    ----------
    table : Table
        Whose rows were read.
    records : sequence of dict
        Of ``Gathered.figures``, those of this table.
    context : Context
        What it was read against.
    into : Gathered
        Is added to.
    """
    rows = [Row(table, each) for each in table.rows]
    totals = [row.number for row in rows if is_total(row)]
    if not totals:
        return
    named = {row.number: context.indicator(row.text("indicator_code", "indicator")) for row in rows}
    read = _by_column(records)
    filled = [row for row in named if row not in totals]

    @cache
    def parts_of(column: Column, indicator: str) -> tuple[Part, ...]:
        """Return the numbers of a column that add up; none where one of its cells was not read."""
        parts = read.get((indicator, column.role, column.letter), [])
        there = {row for row in filled if (row, column.number) in table.sheet.cells}
        if not column.indicator:
            there = {row for row in there if named[row] == indicator}
        whole = there == {each.row for each in parts} and _is_summed(column, indicator, context)
        return tuple(parts) if whole else ()

    levels = cache(lambda parts: _by_level(parts, context))
    for row, column, written in _written(rows):
        parts = parts_of(column, column.indicator or named[row.number])
        sums = [*levels(parts), *_beside(row.number, totals, parts)]
        if sums and written not in sums:
            nearest = min(sums, key=lambda each: abs(each - written))
            into.find_in("total_differs", row, column, sum=number(nearest, 0))


def _by_column(records: Sequence[dict[str, Any]]) -> dict[tuple[str, str, str], list[Part]]:
    """Sort what was read by indicator, role and column; what is not exact is no part of a sum."""
    found: dict[tuple[str, str, str], list[Part]] = {}
    for record in records:
        for role, cell in CELLS.items():
            if record[cell] and record[role] is not None and record["qualifier"] == "exact":
                column = record[cell].rstrip("0123456789")
                part = Part(record["row"], record["locality"], record[role])
                found.setdefault((record["indicator"], role, column), []).append(part)
    return found


def _is_summed(column: Column, indicator: str, context: ParseContext) -> bool:
    """Whether a column's numbers can be added up at all."""
    measure = context.measures.get(indicator)
    return measure is not None and (column.role != "value" or (measure.summed and measure.whole))


def _written(rows: list[Row]) -> Iterator[tuple[Row, Column, float]]:
    """Yield what the cells of totals say, as far as it is an exact count."""
    for row in rows:
        if not is_total(row) or any(
            unaccented(clean_name(each)).startswith(words.NO_SUMS) for each in _names(row)
        ):
            continue
        for column in row.filled(*CELLS):
            read = cell_values.parse_cell(row.cell(column), COUNT)
            if isinstance(read, Figure) and read.value is not None and read.qualifier == "exact":
                yield row, column, read.value


def _names(row: Row) -> list[str]:
    return [name for role in ("ordinal", "code", "name", "district") if (name := row.text(role))]


def _by_level(parts: tuple[Part, ...], context: ParseContext) -> list[float]:
    """Add up all parts, and those of each level."""
    sums: dict[str, float] = defaultdict(float)
    for part in parts:
        sums[context.register.levels[part.locality]] += part.number
    return [sum(sums.values()), *sums.values()] if parts else []


def _beside(at: int, totals: list[int], parts: tuple[Part, ...]) -> Iterator[float]:
    """Add up what stands between a total and the one before it, and the one after it."""
    place = bisect(totals, at)
    before = totals[place - 2] if place > 1 else 0
    after = totals[place] if place < len(totals) else math.inf
    first, middle, last = (bisect(parts, row, key=lambda each: each.row) for row in (before, at, after))
    yield from (
        sum(each.number for each in group) for group in (parts[first:middle], parts[middle:last]) if group
    )
