"""Checks of a table as a whole: its columns, and whether its figures have a locality and a period."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data.intake.findings import Finding, make_finding
from data.intake.interpret import rows
from data.intake.interpret.cell_values import Figure, parse_cell
from data.intake.interpret.periods import Period
from data.intake.interpret.records import Context
from data.intake.interpret.report_scope import TableScope
from data.intake.interpret.row_periods import period_of_section
from data.intake.interpret.table import FIGURES, Column, Row, Table
from data.intake.interpret.title_periods import period_text
from data.intake.interpret.units import Measure
from data.intake.open.worksheet import Cell, address
from wording import heading_words
from wording import reading_messages as words

SAMPLE = 300  # cells of a column that show whether it holds figures
WITHOUT_FIGURES = ("ignored", "previous", "ordinal")


@dataclass(frozen=True, eq=False)
class Checked:
    """The part of a table that can be read, or None, and the findings about the table."""

    table: Table | None
    findings: tuple[Finding, ...]


def check_table(table: Table, scope: TableScope, context: Context) -> Checked:
    """Check a table as a whole, and return the part of it that can be read.

    Parameters
    ----------
    table : Table
        From ``columns.make_table``.
    scope : TableScope
        What is said above the table.
    context : Context
        The register, the indicators and the reporting area.

    Returns
    -------
    Checked
        The table without the columns of another vintage; no table where figures have no locality or no period.
    """
    found = list(_column_findings(table, scope.period, context.names))
    period = scope.period
    if not _holds_figures(table):
        return Checked(table, tuple(found))
    if not table.columns_of("code", "name") and scope.doubts and not _all_have(table, "locality"):
        return Checked(None, (*found, *scope.doubts))
    if period and context.vintage_on(period.end) != context.register.vintage:
        finding = _period_finding(table, address(*min(table.sheet.cells)), period, context)
    elif not _has_locality(table, context):
        finding = make_finding("no_area", table.sheet.name, table.start, "")
    elif not _has_period(table, period):
        finding = make_finding("no_period", table.sheet.name, table.start, "")
    else:
        outside = [
            each
            for each in table.columns
            if each.period and not each.aside and not _is_of_vintage(each.period, context)
        ]
        found += [
            _period_finding(table, table.heading_cell(each), each.period, context)
            for each in outside
            if each.period
        ]
        kept = tuple(each for each in table.columns if each not in outside)
        return Checked(replace(table, columns=kept), tuple(found))
    return Checked(None, (*found, finding))


def _is_of_vintage(period: Period, context: Context) -> bool:
    return context.vintage_on(period.end) == context.register.vintage


def _period_finding(table: Table, cell: str, period: Period, context: Context) -> Finding:
    vintage = context.register.validity
    return make_finding(
        "period_of_other_vintage", table.sheet.name, cell, period_text(period), vintage=vintage
    )


def _holds_figures(table: Table) -> bool:
    return bool(table.columns_of(*FIGURES)) and bool(table.rows)


def _all_have(table: Table, what: str) -> bool:
    return all(getattr(each, what) for each in table.columns_of(*FIGURES))


def _has_period(table: Table, period: Period | None) -> bool:
    """Tell whether every figure of a table has a period; rows may begin sections with their own."""
    if period is not None or table.columns_of("period") or _all_have(table, "period"):
        return True
    return any(period_of_section(Row(table, number)) for number in table.rows)


def _has_locality(table: Table, context: Context) -> bool:
    """Tell whether every figure of a table may have a locality; rows may begin sections with their own."""
    if context.area or table.columns_of("code", "name") or _all_have(table, "locality"):
        return True
    texts = (Row(table, number).texts() for number in table.rows)
    bare = [each for text in texts if len(each := text[-1:]) and len(text) <= 2]
    return any(rows.is_section_of_place(each[0], context) for each in bare)


def _column_findings(table: Table, period: Period | None, names: Mapping[str, str]) -> Iterator[Finding]:
    """Yield findings about columns that cannot be read or are not read, and about rows longer than the heading."""
    for column in table.columns:
        below = [cell for row in table.rows if (cell := table.sheet.cells.get((row, column.number)))]
        at, sheet = table.heading_cell(column), table.sheet.name
        figures = any(holds_figure(cell) for cell in below[:SAMPLE])
        if period and _is_after(column, period) and figures:
            yield make_finding("column_to_come", sheet, at, column.heading, chosen=period_text(period))
        elif column.role not in ("", *WITHOUT_FIGURES) and not column.sure and below:
            yield make_finding("unsure_column", sheet, at, column.heading, meant=_suggestion(column, names))
        elif column.heading and not (column.role and column.sure) and figures:
            yield make_finding("unknown_column", sheet, at, column.heading)
        elif column.aside not in ("", "total", "previous") and figures:
            yield make_finding(
                "column_aside", sheet, at, column.heading, what=heading_words.ASIDE[column.aside]
            )
        if twin := _twin(table, column):
            yield make_finding("column_twice", sheet, at, column.heading, other=twin.letter)
    if not table.columns_of(*FIGURES) and table.rows:
        yield make_finding("no_figure_column", table.sheet.name, table.start, "")
    for row, reach in rows.ragged_rows(table):
        yield make_finding("ragged_row", table.sheet.name, address(row, reach), table.sheet.text(row, reach))


def _is_after(column: Column, period: Period) -> bool:
    """Tell whether a column of actual figures is of a period that ends after that of the table."""
    return (
        column.period is not None
        and column.role in FIGURES
        and not column.aside
        and column.period.end > period.end
    )


def holds_figure(cell: Cell) -> bool:
    """Tell whether a cell may hold a figure, with a unit or a qualifier: ``≥ 95``, ``khoảng 80``, ``81,2 %``."""
    figures = [parse_cell(cell, measure) for measure in (Measure("%"), Measure("x"))]
    return any(isinstance(each, Figure) and each.value is not None for each in figures) or (
        isinstance(cell.content, str) and cell.content[:1].isdigit()
    )


def _twin(table: Table, column: Column) -> Column | None:
    """Return another column with the same figures."""
    holds = column.role, column.indicator, column.locality, column.period
    others = (each for each in table.columns_of(*FIGURES) if each.number != column.number and each.sure)
    twins = (
        each
        for each in others
        if (each.role, each.indicator, each.locality, each.period) == holds
        and (each.rate == column.rate or None in (each.rate, column.rate))
    )
    return next(twins, None) if column.sure else None


def _suggestion(column: Column, names: Mapping[str, str]) -> str:
    if column.aside:
        return words.IS_ASIDE.format(what=heading_words.ASIDE[column.aside])
    return words.did_you_mean(
        words.quoted(names.get(column.indicator) or words.ROLES.get(column.role, column.role))
    )
