"""The rows of a table, whatever form it has: whose they are, of which indicator and period."""

from collections import Counter
from collections.abc import Iterator

from data.intake import periods, place_names
from data.intake.cell_values import Measure, Problem, is_unit
from data.intake.parse_result import ParseContext, ParseResult
from data.intake.periods import Period
from data.intake.place_names import LocalityMatch
from data.intake.records import CAUSES, REMARKS, parse_figure, parse_remarks
from data.intake.table import FIGURES, Column, Row, Table
from data.intake.totals import is_total
from wording import reading_messages as words

GUESSED = (
    200  # findings of a file up to which what may have been meant is looked for: a wrong file has thousands
)


def parse_rows(table: Table, period: Period | None, context: ParseContext, into: ParseResult) -> None:
    """Read every row of a table; its unsure columns are left out.

    A row that names a district begins a section: the communes below it are that district's. A row of totals is passed
    over, unless it bears the code of a locality: then it is that locality's own figure.

    Parameters
    ----------
    table : Table
        From ``columns.tables``.
    period : Period or None
        Of figures whose row and column name none.
    context : Context
        What it is read against.
    into : Gathered
        Is added to.
    """
    level, section = _usual_level(table, context), ""
    for row in (Row(table, number) for number in table.rows):
        place = _place(row, context, section, level)
        if isinstance(place, LocalityMatch) and context.register.levels[place.code] == "district":
            section = place.code
        filled = row.filled(*FIGURES)
        aside = "total" if is_total(row) else "outside" if _is_outside(row, filled, place) else ""
        if aside:
            for column in filled:
                into.pass_over(aside, row, column)
        elif filled or row.filled(*CAUSES, *REMARKS):
            _read(row, filled, place, period, context, into)


def ragged_rows(table: Table) -> Iterator[tuple[int, int]]:
    """Yield the rows of a CSV file that reach beyond the last heading, and how far.

    A comma of decimals that is not in quotes parts its number in two.
    """
    last = max((each.number for each in table.columns if each.heading), default=0)
    for row in table.rows if table.sheet.delimited else ():
        beyond = [each.number for each in table.columns if each.number > last]
        if reached := [column for column in beyond if (row, column) in table.sheet.cells]:
            yield row, reached[-1]


def _usual_level(table: Table, context: ParseContext) -> str:
    """The level of most of the table's localities, which parts a district from its namesake town."""
    down = (_place(Row(table, number), context, "", "") for number in table.rows)
    across = (LocalityMatch(each.locality) for each in table.columns if each.locality)
    levels = Counter(
        context.register.levels[each.code] for each in [*down, *across] if isinstance(each, LocalityMatch)
    )
    return levels.most_common(1)[0][0] if levels else ""


def _place(row: Row, context: ParseContext, section: str, level: str) -> LocalityMatch | Problem | None:
    """The locality a row names; None where nothing does."""
    if not row.table.columns_of("code", "name"):
        return LocalityMatch(context.area) if context.area else None
    code, name = row.text("code"), row.text("name")
    # "Toàn tỉnh" beside the province's code is the province.
    named = "" if code.isdigit() and place_names.is_total_name(name) else name
    return context.place(code, named, row.text("district") or section, level)


def _is_outside(row: Row, filled: list[Column], place: LocalityMatch | Problem | None) -> bool:
    """Whether a row is none of the table: it names nothing known and holds no digit, as the line of signatures does."""
    named = isinstance(place, LocalityMatch) and row.table.columns_of("code", "name")
    digits = any(each.isdigit() for column in filled for each in str(row.cell(column).content))
    return not named and not digits and not row.text("indicator", "indicator_code")


def _read(
    row: Row,
    filled: list[Column],
    place: LocalityMatch | Problem | None,
    usual: Period | None,
    context: ParseContext,
    into: ParseResult,
) -> None:
    """Put together what row and columns say, and keep each figure under it."""
    locality = (
        "" if filled and all(each.locality for each in filled) else _locality(row, place, context, into)
    )
    indicator = (
        "" if filled and all(each.indicator for each in filled) else _indicator(row, filled, context, into)
    )
    period = (
        None if filled and all(each.period for each in filled) else _period(row, filled, usual, context, into)
    )
    parts: dict[tuple[str, str, Period], dict[str, Column]] = {}
    for column in filled:
        of, at, when = column.indicator or indicator, column.locality or locality, column.period or period
        if of and at and when:
            parts.setdefault((of, at, when), {}).setdefault(column.role, column)
    for (of, at, when), columns in parts.items():
        parse_figure(row, of, at, when, columns, context, into)
    if locality and period:
        parse_remarks(row, locality, indicator, period.end, into)


def _locality(
    row: Row, place: LocalityMatch | Problem | None, context: ParseContext, into: ParseResult
) -> str:
    sheet, cell, named = row.table.sheet.name, row.start("code", "name"), row.text("code", "name")
    if isinstance(place, LocalityMatch):
        if not place.sure:
            into.find("place_guessed", sheet, cell, named, meant=words.PLACE_CODE.format(code=place.code))
        return place.code
    problem = place or Problem("no_place")
    details = problem.details
    if problem.check == "unknown_place":
        details = details | {"meant": context.place_meant(named) if len(into.findings) < GUESSED else ""}
    into.find(problem.check, sheet, cell, named, **details)
    return ""


def _indicator(row: Row, filled: list[Column], context: ParseContext, into: ParseResult) -> str:
    """The indicator a row names; "" where its columns do, or where it can't be told."""
    sheet, code, name = row.table.sheet.name, row.text("indicator_code"), row.text("indicator")
    cell = row.start("indicator_code", "indicator")
    if not code and not name:
        if filled:
            into.find("no_indicator", sheet, cell, "")
        return ""
    found = context.indicator(code or name)
    if not found:
        meant = _indicator_meant(code or name, context) if len(into.findings) < GUESSED else ""
        into.find("unknown_indicator", sheet, cell, code or name, meant=meant)
        return ""
    if code and name and context.indicator(name) not in ("", found):
        into.find("indicator_code_and_name_differ", sheet, cell, code, called=context.names[found], name=name)
        return ""
    _look_at_unit(row, context.measures[found], into)
    return found


def _indicator_meant(text: str, context: ParseContext) -> str:
    near = context.indicator_meant(text)
    return words.did_you_mean(words.quoted(context.names[near])) if near else words.NOT_IN_INDICATORS


def _look_at_unit(row: Row, measure: Measure, into: ParseResult) -> None:
    for column in row.filled("unit"):
        if not is_unit(row.text("unit"), measure):
            into.find_in("unit_differs", row, column, unit=measure.unit)


def _period(
    row: Row, filled: list[Column], usual: Period | None, context: ParseContext, into: ParseResult
) -> Period | None:
    """The period a row names, else the usual one; None where what it names can't be taken."""
    for column in row.filled("period"):
        period = periods.parse_period(row.cell(column).content)
        if not period:
            into.find_in("unreadable_period", row, column)
        elif context.vintage_on(period.end) != context.register.vintage:
            into.find_in("period_of_other_vintage", row, column, vintage=context.register.stood)
        else:
            return period
        return None
    if not usual and filled:
        into.find("no_period", row.table.sheet.name, row.address(filled[0]), "")
    return usual
