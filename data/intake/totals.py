"""Rows of totals: told from the rows of localities, and held against what these add up to."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from data.intake import figures, places
from data.intake.figures import COUNT, Figure
from data.intake.gathered import Context, Gathered
from data.intake.table import FIGURES, Column, Row, Table
from wording import reading as words
from wording.numbers import number
from wording.spelling import tidy, unaccented

# Where a record keeps the cell of what a column of a role holds.
CELLS = {"value": "cell", "numerator": "numerator_cell", "denominator": "denominator_cell"}


def is_total(row: Row) -> bool:
    """Whether a row is a sum or a mean of others; one that bears the code of a locality is that locality's own."""
    return not row.text("code").isdigit() and any(places.is_total(each) for each in _names(row))


def compare(table: Table, records: Sequence[dict[str, Any]], context: Context, into: Gathered) -> None:
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
    others = [row for row in rows if row.number not in totals]
    for row, column, written in _written(rows):
        sums = list(_sums(row.number, totals, _parts(row, column, others, records, context), context))
        if sums and written not in sums:
            nearest = min(sums, key=lambda each: abs(each - written))
            into.find_in("total_differs", row, column, sum=number(nearest, 0))


def _written(rows: list[Row]) -> Iterator[tuple[Row, Column, float]]:
    """Yield what the cells of totals say, as far as it is an exact count."""
    for row in rows:
        if not is_total(row) or any(unaccented(tidy(each)).startswith(words.NO_SUMS) for each in _names(row)):
            continue
        for column in row.filled(*CELLS):
            read = figures.read(row.cell(column), COUNT)
            if isinstance(read, Figure) and read.value is not None and read.qualifier == "exact":
                yield row, column, read.value


def _names(row: Row) -> list[str]:
    return [name for role in ("ordinal", "code", "name", "district") if (name := row.text(role))]


def _parts(
    total: Row, column: Column, rows: list[Row], records: Sequence[dict[str, Any]], context: Context
) -> list[dict[str, Any]]:
    """Return row, locality and number of what a total's column holds; empty where it can't be added up."""
    indicator = column.indicator or _indicator(total, context)
    measure = context.measures.get(indicator)
    if not measure or (column.role == "value" and not (measure.summed and measure.whole)):
        return []
    of_indicator = [each for each in records if each["indicator"] == indicator]
    found = [
        {"row": each["row"], "locality": each["locality"], "number": each[column.role]}
        for each in of_indicator
        if each[CELLS[column.role]] == f"{column.letter}{each['row']}"
        and each["qualifier"] == "exact"
        and each[column.role] is not None
    ]
    asked = [row for row in rows if (column.indicator or _indicator(row, context)) == indicator]
    filled = {row.number for row in asked if column in row.filled(*FIGURES)}
    return found if filled == {each["row"] for each in found} else []


def _indicator(row: Row, context: Context) -> str:
    return context.indicator(row.text("indicator_code", "indicator"))


def _sums(at: int, totals: list[int], parts: list[dict[str, Any]], context: Context) -> Iterator[float]:
    """Yield what a total may be the sum of."""
    before = max((each for each in totals if each < at), default=0)
    after = min((each for each in totals if each > at), default=math.inf)
    levels = {context.register.levels[each["locality"]] for each in parts}
    groups = [
        parts,
        *([each for each in parts if context.register.levels[each["locality"]] == level] for level in levels),
        [each for each in parts if before < each["row"] < at],
        [each for each in parts if at < each["row"] < after],
    ]
    yield from (sum(each["number"] for each in group) for group in groups if group)
