"""Whether a table can be read: its columns known, its figures of some place and period."""

from dataclasses import replace

from data.intake import table_rows
from data.intake.parse_result import ParseContext, ParseResult
from data.intake.periods import Period
from data.intake.table import FIGURES, Column, Table
from data.intake.worksheet import Cell, address, as_text
from wording import reading_messages as words

UNREAD = ("ignored", "previous", "ordinal")


def check_table(
    table: Table, period: Period | None, context: ParseContext, said: ParseResult
) -> Table | None:
    """Name what is wrong with a table as a whole, and return what of it can be read.

    Parameters
    ----------
    table : Table
        From ``columns.tables``.
    period : Period or None
        Of its sheet.
    context : Context
        What it is read against.
    said : Gathered
        Is added to.

    Returns
    -------
    Table or None
        Without the columns of another vintage; None where no figure has a place or a period.
    """
    _look_at_columns(table, context.names, said)
    if period and context.vintage_on(period.end) != context.register.vintage:
        _find_period(table, address(*min(table.sheet.cells)), period, context, said)
    elif not _placed(table, context):
        said.find("no_area", table.sheet.name, table.start, "")
    elif not _dated(table, period):
        said.find("no_period", table.sheet.name, table.start, "")
    else:
        return _of_vintage(table, context, said)
    return None


def _of_vintage(table: Table, context: ParseContext, said: ParseResult) -> Table:
    """The table without the columns whose period lies in another vintage."""
    kept = []
    for column in table.columns:
        if column.period and context.vintage_on(column.period.end) != context.register.vintage:
            _find_period(table, table.heading_cell(column), column.period, context, said)
        else:
            kept.append(column)
    return replace(table, columns=tuple(kept))


def _find_period(table: Table, cell: str, period: Period, context: ParseContext, said: ParseResult) -> None:
    until, vintage = (
        words.UNTIL.format(day=f"{period.end:%d/%m/%Y}"),
        context.register.stood,
    )
    said.find("period_of_other_vintage", table.sheet.name, cell, until, vintage=vintage)


def _dated(table: Table, period: Period | None) -> bool:
    """Whether every figure of a table can have a period, or there is no figure in it."""
    filled = any(table.columns_of(*FIGURES)) and bool(table.rows)
    own = bool(table.columns_of("period")) or all(each.period for each in table.columns_of(*FIGURES))
    return period is not None or own or not filled


def _placed(table: Table, context: ParseContext) -> bool:
    """Whether every figure of a table can have a locality, or there is no figure in it."""
    figures = table.columns_of(*FIGURES)
    own = bool(table.columns_of("code", "name")) or all(each.locality for each in figures)
    return context.area != "" or own or not (figures and table.rows)


def _look_at_columns(table: Table, names: dict[str, str], said: ParseResult) -> None:
    """Name the columns that can't be read, and the rows that run over the last one."""
    for column in table.columns:
        below = [cell for row in table.rows if (cell := table.sheet.cells.get((row, column.number)))]
        at = table.heading_cell(column)
        if column.role and column.role not in UNREAD and not column.sure and below:
            said.find("unsure_column", table.sheet.name, at, column.heading, meant=_meant(column, names))
        elif column.heading and not (column.role and column.sure) and any(_is_number(cell) for cell in below):
            said.find("unknown_column", table.sheet.name, at, column.heading)
        if twin := _twin(table, column):
            said.find("column_twice", table.sheet.name, at, column.heading, other=twin.letter)
    if not table.columns_of(*FIGURES) and table.rows:
        said.find("no_figure_column", table.sheet.name, table.start, "")
    for row, reach in table_rows.ragged_rows(table):
        said.find("ragged_row", table.sheet.name, address(row, reach), table.sheet.text(row, reach))


def _twin(table: Table, column: Column) -> Column | None:
    """An earlier column of the same figures."""
    holds = column.role, column.indicator, column.locality, column.period
    earlier = (each for each in table.columns_of(*FIGURES) if each.number < column.number and each.sure)
    twins = (each for each in earlier if (each.role, each.indicator, each.locality, each.period) == holds)
    return next(twins, None) if column.sure else None


def _meant(column: Column, names: dict[str, str]) -> str:
    return words.did_you_mean(
        words.quoted(names.get(column.indicator) or words.ROLES.get(column.role, column.role))
    )


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.content, int | float) or any(each.isdigit() for each in as_text(cell.content)[:1])
