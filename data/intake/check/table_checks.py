"""Checks of a table as a whole: its columns, and whether its figures have a locality and a period."""

from dataclasses import replace

from data.intake.interpret import table_rows
from data.intake.interpret.parse_result import ParseContext, ParseResult
from data.intake.interpret.periods import Period
from data.intake.interpret.table import FIGURES, Column, Table
from data.intake.open.worksheet import Cell, address, as_text
from wording import reading_messages as words

WITHOUT_FIGURES = ("ignored", "previous", "ordinal")


def check_table(
    table: Table, period: Period | None, context: ParseContext, result: ParseResult
) -> Table | None:
    """Add the findings about a table as a whole, and return the part of it that can be parsed.

    Parameters
    ----------
    table : Table
        From ``columns.find_tables``.
    period : Period or None
        Period of the sheet.
    context : Context
        The register, the indicators and the reporting area.
    result : ParseResult
        Findings are added to it.

    Returns
    -------
    Table or None
        Without the columns of another vintage; None where figures have no locality or no period.
    """
    _check_columns(table, context.names, result)
    if period and context.vintage_on(period.end) != context.register.vintage:
        _add_period_finding(table, address(*min(table.sheet.cells)), period, context, result)
    elif not _has_locality(table, context):
        result.add_finding("no_area", table.sheet.name, table.start, "")
    elif not _has_period(table, period):
        result.add_finding("no_period", table.sheet.name, table.start, "")
    else:
        return _of_vintage(table, context, result)
    return None


def _of_vintage(table: Table, context: ParseContext, result: ParseResult) -> Table:
    """Return the table without the columns whose period lies in another vintage."""
    columns = []
    for column in table.columns:
        if column.period and context.vintage_on(column.period.end) != context.register.vintage:
            _add_period_finding(table, table.heading_cell(column), column.period, context, result)
        else:
            columns.append(column)
    return replace(table, columns=tuple(columns))


def _add_period_finding(
    table: Table, cell: str, period: Period, context: ParseContext, result: ParseResult
) -> None:
    until, vintage = words.UNTIL.format(day=f"{period.end:%d/%m/%Y}"), context.register.validity
    result.add_finding("period_of_other_vintage", table.sheet.name, cell, until, vintage=vintage)


def _has_period(table: Table, period: Period | None) -> bool:
    """Tell whether every figure of a table has a period, or the table has no figure."""
    filled = any(table.columns_of(*FIGURES)) and bool(table.rows)
    own = bool(table.columns_of("period")) or all(each.period for each in table.columns_of(*FIGURES))
    return period is not None or own or not filled


def _has_locality(table: Table, context: ParseContext) -> bool:
    """Tell whether every figure of a table has a locality, or the table has no figure."""
    figures = table.columns_of(*FIGURES)
    own = bool(table.columns_of("code", "name")) or all(each.locality for each in figures)
    return context.area != "" or own or not (figures and table.rows)


def _check_columns(table: Table, names: dict[str, str], result: ParseResult) -> None:
    """Add findings about columns that cannot be read, and about rows that are longer than the heading."""
    for column in table.columns:
        below = [cell for row in table.rows if (cell := table.sheet.cells.get((row, column.number)))]
        at = table.heading_cell(column)
        if column.role and column.role not in WITHOUT_FIGURES and not column.sure and below:
            result.add_finding(
                "unsure_column", table.sheet.name, at, column.heading, meant=_suggestion(column, names)
            )
        elif column.heading and not (column.role and column.sure) and any(_is_number(cell) for cell in below):
            result.add_finding("unknown_column", table.sheet.name, at, column.heading)
        if twin := _twin(table, column):
            result.add_finding("column_twice", table.sheet.name, at, column.heading, other=twin.letter)
    if not table.columns_of(*FIGURES) and table.rows:
        result.add_finding("no_figure_column", table.sheet.name, table.start, "")
    for row, reach in table_rows.ragged_rows(table):
        result.add_finding("ragged_row", table.sheet.name, address(row, reach), table.sheet.text(row, reach))


def _twin(table: Table, column: Column) -> Column | None:
    """Return an earlier column with the same figures."""
    holds = column.role, column.indicator, column.locality, column.period
    earlier = (each for each in table.columns_of(*FIGURES) if each.number < column.number and each.sure)
    twins = (each for each in earlier if (each.role, each.indicator, each.locality, each.period) == holds)
    return next(twins, None) if column.sure else None


def _suggestion(column: Column, names: dict[str, str]) -> str:
    return words.did_you_mean(
        words.quoted(names.get(column.indicator) or words.ROLES.get(column.role, column.role))
    )


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.content, int | float) or any(each.isdigit() for each in as_text(cell.content)[:1])
