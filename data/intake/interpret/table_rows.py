"""Parse the rows of a table in any form: their locality, indicator and period."""

from collections import Counter
from collections.abc import Iterator

from data.intake.check.totals import is_total
from data.intake.interpret import periods, place_names
from data.intake.interpret.cell_values import Measure, Problem, is_unit
from data.intake.interpret.parse_result import ParseContext, ParseResult
from data.intake.interpret.periods import Period
from data.intake.interpret.place_names import LocalityMatch
from data.intake.interpret.records import CAUSES, REMARKS, parse_figure, parse_remarks
from data.intake.interpret.table import FIGURES, Column, Row, Table
from wording import reading_messages as words

# Findings of a file up to which names are suggested: a wrong file has thousands of findings.
MOST_SUGGESTIONS = 200


def parse_rows(table: Table, period: Period | None, context: ParseContext, result: ParseResult) -> None:
    """Parse every row of a table; columns that are not sure are left out.

    A row of a district begins a section: the communes below it belong to the district. A row of totals is skipped,
    unless it has the code of a locality: then it holds figures of that locality.

    Parameters
    ----------
    table : Table
        From ``columns.find_tables``.
    period : Period or None
        Period of figures whose row and column name none.
    context : Context
        The register, the indicators and the reporting area.
    result : ParseResult
        Records and findings are added to it.
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
                result.pass_over(aside, row, column)
        elif filled or row.filled(*CAUSES, *REMARKS):
            _parse_row(row, filled, place, period, context, result)


def ragged_rows(table: Table) -> Iterator[tuple[int, int]]:
    """Yield the rows of a CSV file that have cells beyond the last heading, and the last column of each.

    A decimal comma outside quotes splits its number into two cells.
    """
    last = max((each.number for each in table.columns if each.heading), default=0)
    for row in table.rows if table.sheet.delimited else ():
        beyond = [each.number for each in table.columns if each.number > last]
        if reached := [column for column in beyond if (row, column) in table.sheet.cells]:
            yield row, reached[-1]


def _usual_level(table: Table, context: ParseContext) -> str:
    """Return the level of most localities of the table; it distinguishes a district from a town of the same name."""
    down = (_place(Row(table, number), context, "", "") for number in table.rows)
    across = (LocalityMatch(each.locality) for each in table.columns if each.locality)
    levels = Counter(
        context.register.levels[each.code] for each in [*down, *across] if isinstance(each, LocalityMatch)
    )
    return levels.most_common(1)[0][0] if levels else ""


def _place(row: Row, context: ParseContext, section: str, level: str) -> LocalityMatch | Problem | None:
    """Return the locality of a row; None where neither the row nor the file names one."""
    if not row.table.columns_of("code", "name"):
        return LocalityMatch(context.area) if context.area else None
    code, name = row.text("code"), row.text("name")
    # "Toàn tỉnh" beside the province's code is the province.
    named = "" if code.isdigit() and place_names.is_total_name(name) else name
    return context.find_place(code, named, row.text("district") or section, level)


def _is_outside(row: Row, filled: list[Column], place: LocalityMatch | Problem | None) -> bool:
    """Tell whether a row lies outside the table, like a line of signatures: it has no known name and no digit."""
    named = isinstance(place, LocalityMatch) and row.table.columns_of("code", "name")
    digits = any(each.isdigit() for column in filled for each in str(row.cell(column).content))
    return not named and not digits and not row.text("indicator", "indicator_code")


def _parse_row(
    row: Row,
    filled: list[Column],
    place: LocalityMatch | Problem | None,
    usual: Period | None,
    context: ParseContext,
    result: ParseResult,
) -> None:
    """Combine locality, indicator and period of row and columns, and add the figures."""
    locality = (
        "" if filled and all(each.locality for each in filled) else _locality(row, place, context, result)
    )
    indicator = (
        "" if filled and all(each.indicator for each in filled) else _indicator(row, filled, context, result)
    )
    period = (
        None
        if filled and all(each.period for each in filled)
        else _period(row, filled, usual, context, result)
    )
    parts: dict[tuple[str, str, Period], dict[str, Column]] = {}
    for column in filled:
        of, at, when = column.indicator or indicator, column.locality or locality, column.period or period
        if of and at and when:
            parts.setdefault((of, at, when), {}).setdefault(column.role, column)
    for (of, at, when), columns in parts.items():
        parse_figure(row, of, at, when, columns, context, result)
    if locality and period:
        parse_remarks(row, locality, indicator, period.end, result)


def _locality(
    row: Row, place: LocalityMatch | Problem | None, context: ParseContext, result: ParseResult
) -> str:
    sheet, cell, named = row.table.sheet.name, row.start("code", "name"), row.text("code", "name")
    if isinstance(place, LocalityMatch):
        if not place.sure:
            result.add_finding(
                "place_guessed", sheet, cell, named, meant=words.PLACE_CODE.format(code=place.code)
            )
        return place.code
    problem = place or Problem("no_place")
    details = problem.details
    if problem.check == "unknown_place":
        details = details | {
            "meant": context.suggest_places(named) if len(result.findings) < MOST_SUGGESTIONS else ""
        }
    result.add_finding(problem.check, sheet, cell, named, **details)
    return ""


def _indicator(row: Row, filled: list[Column], context: ParseContext, result: ParseResult) -> str:
    """Return the indicator of a row; "" where the columns name it, or where it is not recognised."""
    sheet, code, name = row.table.sheet.name, row.text("indicator_code"), row.text("indicator")
    cell = row.start("indicator_code", "indicator")
    if not code and not name:
        if filled:
            result.add_finding("no_indicator", sheet, cell, "")
        return ""
    found = context.indicator_named(code or name)
    if not found:
        meant = _indicator_meant(code or name, context) if len(result.findings) < MOST_SUGGESTIONS else ""
        result.add_finding("unknown_indicator", sheet, cell, code or name, meant=meant)
        return ""
    if code and name and context.indicator_named(name) not in ("", found):
        result.add_finding(
            "indicator_code_and_name_differ", sheet, cell, code, called=context.names[found], name=name
        )
        return ""
    _check_unit(row, context.measures[found], result)
    return found


def _indicator_meant(text: str, context: ParseContext) -> str:
    near = context.nearest_indicator(text)
    return words.did_you_mean(words.quoted(context.names[near])) if near else words.NOT_IN_INDICATORS


def _check_unit(row: Row, measure: Measure, result: ParseResult) -> None:
    for column in row.filled("unit"):
        if not is_unit(row.text("unit"), measure):
            result.add_cell_finding("unit_differs", row, column, unit=measure.unit)


def _period(
    row: Row, filled: list[Column], usual: Period | None, context: ParseContext, result: ParseResult
) -> Period | None:
    """Return the period of a row, else the usual one; None where the period of the row is not accepted."""
    for column in row.filled("period"):
        period = periods.parse_period(row.cell(column).content)
        if not period:
            result.add_cell_finding("unreadable_period", row, column)
        elif context.vintage_on(period.end) != context.register.vintage:
            result.add_cell_finding("period_of_other_vintage", row, column, vintage=context.register.validity)
        else:
            return period
        return None
    if not usual and filled:
        result.add_finding("no_period", row.table.sheet.name, row.address(filled[0]), "")
    return usual
