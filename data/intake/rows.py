"""The figures of a table: one record a locality, indicator and period, whatever form the table has."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.intake import figures, periods, places
from data.intake.columns import FIGURES, Column, Table
from data.intake.figures import COUNT, Figure, Measure, Problem
from data.intake.findings import Finding, finding
from data.intake.grid import Cell, address
from data.intake.periods import Period
from data.intake.places import Found, Register
from wording import reading as words
from wording.spelling import key

CAUSES = {"cause_objective": "objective", "cause_subjective": "subjective", "cause": ""}
REMARKS = ("difficulty", "proposal", "responsible")
Where = tuple[str, str, Period]  # indicator, locality, period


@dataclass(frozen=True, eq=False)
class Context:
    """What a table is read against: who reports, and how places, indicators and spans are told."""

    register: Register
    area: str
    measures: dict[str, Measure]
    names: dict[str, str]
    indicator: Callable[[str], tuple[str, bool]]
    place: Callable[[str, str, str, str], Found | Problem]
    span: Callable[[str, str, Period], tuple[date, date]]


@dataclass(frozen=True, eq=False)
class Gathered:
    """What was gathered from tables so far: records, remarks, findings, and what was passed over on purpose."""

    figures: list[dict[str, Any]] = field(default_factory=list)
    explanations: list[dict[str, Any]] = field(default_factory=list)
    passed_over: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, check: str, sheet: str, cell: str, found: object, **details: object) -> None:
        """Note a finding."""
        self.findings.append(finding(check, sheet, cell, found, **details))

    def pass_over(self, reason: str, sheet: str, cell: str, found: object) -> None:
        """Note that a cell was understood and holds no figure to take."""
        self.passed_over.append({"sheet": sheet, "cell": cell, "found": words.shown(found), "reason": reason})


def gather(table: Table, period: Period | None, context: Context, into: Gathered) -> None:
    """Read every row of a table; its unsure columns are left out.

    A row that names a district and holds nothing else begins a section: the communes below it are that district's. A
    row of totals is passed over.

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
    for row in table.rows:
        filled = [each for each in _sure(table, *FIGURES) if (row, each.number) in table.sheet.cells]
        remarked = any(table.sheet.text(row, each.number) for each in _sure(table, *CAUSES, *REMARKS))
        place = _place(table, row, context, section, level)
        if not filled and not remarked:
            section = place.code if isinstance(place, Found) else section
        elif _is_total(table, row):
            for column in filled:
                into.pass_over(
                    "total", table.sheet.name, address(row, column.number), _found(table, row, column)
                )
        else:
            _read_row(table, row, filled, place, period, context, into)


def _sure(table: Table, *roles: str) -> list[Column]:
    return [each for each in table.columns_of(*roles) if each.sure]


def _found(table: Table, row: int, column: Column) -> object:
    return table.sheet.cells[row, column.number].content


def _first(table: Table, row: int, *roles: str) -> tuple[str, str]:
    """The first text of a row in columns of some roles, and its address."""
    for column in _sure(table, *roles):
        if text := table.sheet.text(row, column.number):
            return text, address(row, column.number)
    return "", ""


def _usual_level(table: Table, context: Context) -> str:
    """The level of most of the table's localities, which parts a district from its namesake town."""
    found = (_place(table, row, context, "", "") for row in table.rows)
    fixed = (Found(each.locality) for each in table.columns if each.locality)
    levels = Counter(
        context.register.levels[each.code] for each in [*found, *fixed] if isinstance(each, Found)
    )
    return levels.most_common(1)[0][0] if levels else ""


def _place(table: Table, row: int, context: Context, section: str, level: str) -> Found | Problem | None:
    """The locality a row names; None where the table has no column for it."""
    code, name = _first(table, row, "code")[0], _first(table, row, "name")[0]
    if not table.columns_of("code", "name"):
        return Found(context.area) if context.area else None
    return context.place(code, name, _first(table, row, "district")[0] or section, level)


def _is_total(table: Table, row: int) -> bool:
    texts = (
        table.sheet.text(row, each.number) for each in table.columns_of("ordinal", "code", "name", "district")
    )
    return any(places.is_total(text) for text in texts if text)


def _read_row(
    table: Table,
    row: int,
    filled: list[Column],
    place: Found | Problem | None,
    period: Period | None,
    context: Context,
    into: Gathered,
) -> None:
    locality = _locality(table, row, filled, place, into)
    indicator = _indicator(table, row, filled, context, into)
    if not filled or not all(each.period for each in filled):
        period = _period(table, row, period, context, into)
    groups: dict[Where, dict[str, Column]] = {}
    for column in filled:
        where = column.indicator or indicator, column.locality or locality, column.period or period
        if where[0] and where[1] and where[2]:
            groups.setdefault((where[0], where[1], where[2]), {}).setdefault(column.role, column)
    note = _first(table, row, "note")[0]
    for (code, at, of), columns in groups.items():
        _read_figure(table, row, (code, at, of), columns, note, context, into)
    if locality and period:
        _read_remarks(table, row, locality, indicator, period.end, into)


def _locality(
    table: Table, row: int, filled: list[Column], place: Found | Problem | None, into: Gathered
) -> str:
    if all(each.locality for each in filled) and filled:
        return ""
    text, cell = _first(table, row, "code")
    name, name_cell = _first(table, row, "name")
    cell = cell or name_cell or _start(table, row)
    if isinstance(place, Found):
        if not place.sure:
            into.find(
                "place_guessed", table.sheet.name, cell, name, meant=words.PLACE_CODE.format(code=place.code)
            )
        return place.code
    problem = place or Problem("no_place")
    into.find(problem.check, table.sheet.name, cell, text or name, **problem.details)
    return ""


def _start(table: Table, row: int) -> str:
    return address(
        row, next(each.number for each in table.columns if (row, each.number) in table.sheet.cells)
    )


def _indicator(table: Table, row: int, filled: list[Column], context: Context, into: Gathered) -> str:
    """The indicator a row names; "" where its columns do, or where it can't be told."""
    if filled and all(each.indicator for each in filled):
        return ""
    code, code_cell = _first(table, row, "indicator_code")
    name, name_cell = _first(table, row, "indicator")
    by_code, by_name = (context.indicator(each) if each else ("", False) for each in (code, name))
    cell = code_cell or name_cell or _start(table, row)
    if not code and not name:
        if filled:
            into.find("no_indicator", table.sheet.name, cell, "")
        return ""
    found, sure = by_code if code else by_name
    if not sure:
        guess = (
            words.MEANT.format(names=words.quoted(context.names[found])) if found else words.NOT_IN_INDICATORS
        )
        into.find("unknown_indicator", table.sheet.name, cell, code or name, meant=guess)
        return ""
    if code and name and by_name[1] and by_name[0] != found:
        into.find(
            "indicator_code_and_name_differ",
            table.sheet.name,
            cell,
            code,
            called=context.names[found],
            name=name,
        )
        return ""
    unit, unit_cell = _first(table, row, "unit")
    if unit and not _same_unit(unit, context.measures[found]):
        into.find("unit_differs", table.sheet.name, unit_cell, unit, unit=context.measures[found].unit)
    return found


def _same_unit(written: str, measure: Measure) -> bool:
    return key(written) == key(measure.unit) or (measure.percent and key(written) in map(key, words.PERCENT))


def _period(table: Table, row: int, usual: Period | None, context: Context, into: Gathered) -> Period | None:
    """The period a row names, else the usual one; None where what it names can't be taken."""
    for column in _sure(table, "period"):
        if cell := table.sheet.cells.get((row, column.number)):
            period = periods.read(cell.content)
            if not period:
                into.find("unreadable_period", table.sheet.name, address(row, column.number), cell.content)
            elif period.vintage != context.register.vintage:
                vintage = words.VINTAGES[context.register.vintage]
                into.find(
                    "period_of_other_vintage",
                    table.sheet.name,
                    address(row, column.number),
                    cell.content,
                    vintage=vintage,
                )
            else:
                return period
            return None
    return usual


def _read_figure(
    table: Table,
    row: int,
    where: Where,
    columns: dict[str, Column],
    note: str,
    context: Context,
    into: Gathered,
) -> None:
    """Read value, numerator and denominator of one figure; what can't be read is a finding and no record."""
    measure = context.measures[where[0]]
    asked = {"value": measure, "numerator": COUNT, "denominator": COUNT}
    said = {
        role: _read_cell(table, row, column, asked[role], context.names[where[0]], into)
        for role, column in columns.items()
    }
    if any(each is None for each in said.values()):
        return
    if not measure.percent and any(part in said for part in ("numerator", "denominator")):
        part = next(columns[each] for each in ("numerator", "denominator") if each in columns)
        into.find(
            "parts_of_count",
            table.sheet.name,
            address(row, part.number),
            _found(table, row, part),
            unit=measure.unit,
        )
        return
    parts = {role: each.value for role, each in said.items() if each and role != "value"}
    value = said.get("value") or _worked_out(parts) or Figure(absence="pending")
    cells = {role: address(row, column.number) for role, column in columns.items()}
    if value.absence == "pending":
        for cell in cells.values():
            into.pass_over("pending", table.sheet.name, cell, words.PENDING[0])
        return
    start, end = context.span(where[1], where[0], where[2])
    into.figures.append(
        {
            "sheet": table.sheet.name, "row": row, "cell": cells.get("value") or cells["numerator"],
            "vintage": context.register.vintage, "locality": where[1], "indicator": where[0],
            "period_start": start, "period_end": end, "value": value.value, "value_text": value.text,
            "numerator": parts.get("numerator"), "denominator": parts.get("denominator"),
            "qualifier": value.qualifier, "absence": value.absence,
            "note": note if "value" in said else words.joined(note, words.WORKED_OUT),
            "numerator_cell": cells.get("numerator", ""), "denominator_cell": cells.get("denominator", ""),
        }
    )  # fmt: skip


def _worked_out(parts: dict[str, float | None]) -> Figure | None:
    """The rate of two parts that were sent without it."""
    numerator, denominator = parts.get("numerator"), parts.get("denominator")
    return Figure(round(100 * numerator / denominator, 4)) if numerator is not None and denominator else None


def _read_cell(
    table: Table, row: int, column: Column, measure: Measure, name: str, into: Gathered
) -> Figure | None:
    cell: Cell = table.sheet.cells[row, column.number]
    at = address(row, column.number)
    if cell.merged:
        into.find("merged_figure", table.sheet.name, at, cell.content, first=cell.merged)
        return None
    read = figures.read(cell, measure)
    if isinstance(read, Problem):
        into.find(read.check, table.sheet.name, at, cell.content, indicator=name, **read.details)
        return None
    return read


def _read_remarks(table: Table, row: int, locality: str, indicator: str, as_of: date, into: Gathered) -> None:
    """Keep causes and proposals, one record a cause; what has no cause of its own stands with the first."""
    others = {role: _first(table, row, role)[0] for role in REMARKS}
    causes = [
        (kind, *_first(table, row, role)) for role, kind in CAUSES.items() if _first(table, row, role)[0]
    ]
    if not causes and any(others.values()):
        cell = next(_first(table, row, role)[1] for role in REMARKS if others[role])
        causes = [("", "", cell)]
    for number, (kind, cause, cell) in enumerate(causes):
        rest = others if number == 0 else dict.fromkeys(others, "")
        into.explanations.append(
            {"sheet": table.sheet.name, "cell": cell, "locality": locality, "indicator": indicator}
            | {"as_of": as_of, "cause_kind": kind, "cause": cause}
            | rest
        )


def ragged(table: Table) -> Iterator[tuple[int, int]]:
    """Yield the rows of a CSV file that reach beyond the last heading, and how far.

    A comma of decimals that is not in quotes parts its number in two.
    """
    last = max((each.number for each in table.columns if each.heading), default=0)
    for row in table.rows if table.sheet.delimited else ():
        beyond = [each.number for each in table.columns if each.number > last]
        if reached := [column for column in beyond if (row, column) in table.sheet.cells]:
            yield row, reached[-1]
