"""Records from the cells of one row: figures with their parts, causes and proposals."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.intake.findings import Finding, make_finding
from data.intake.interpret import cell_values, headings
from data.intake.interpret.cell_values import COUNT, Figure, Problem
from data.intake.interpret.periods import Period
from data.intake.interpret.place_names import LocalityMatch, Register
from data.intake.interpret.table import FIGURES, Column, Row
from data.intake.interpret.units import Measure
from wording import reading_messages as words

PARTS = ("numerator", "denominator")
CAUSES = {"cause_objective": "objective", "cause_subjective": "subjective", "cause": ""}
REMARKS = ("difficulty", "proposal", "responsible")


@dataclass(frozen=True, eq=False)
class Context:
    """What rows are read in: the register, the reporting area, how names become codes and periods become days.

    ``unit`` is the unit that the title states; ``notes`` are the notes below the table by their marks.
    """

    register: Register
    area: str
    measures: Mapping[str, Measure]
    names: Mapping[str, str]
    indicator_named: Callable[[str], str]
    nearest_indicator: Callable[[str], str]
    find_place: Callable[[str, str, str, str, str], LocalityMatch | Problem]
    suggest_places: Callable[[str, str], str]
    span: Callable[[str, str, Period], tuple[date, date]]
    vintage_on: Callable[[date], str]
    unit: str = ""
    notes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class FigureRecord:
    """A figure with the cells that it comes from; the fields are the columns of ``ParsedFile.rows``."""

    sheet: str
    row: int
    cell: str
    vintage: str
    locality: str
    indicator: str
    period_start: date
    period_end: date
    value: float | None
    value_text: str
    numerator: float | None
    denominator: float | None
    qualifier: str
    absence: str
    value_basis: str
    note: str
    numerator_cell: str
    denominator_cell: str


@dataclass(frozen=True)
class Remark:
    """A cause with difficulty, proposal and authority; the fields are the columns of ``ParsedFile.explanations``."""

    sheet: str
    cell: str
    locality: str
    indicator: str
    as_of: date
    cause_kind: str
    cause: str
    difficulty: str
    proposal: str
    responsible: str


@dataclass(frozen=True)
class PassedOver:
    """A cell that was understood and holds no figure."""

    sheet: str
    cell: str
    found: str
    reason: str


Item = FigureRecord | Remark | PassedOver | Finding


def about_cell(check: str, row: Row, column: Column, **details: object) -> Finding:
    """Return a finding about a filled cell of a row."""
    return make_finding(check, row.table.sheet.name, row.address(column), row.cell(column).content, **details)


def pass_over(reason: str, row: Row, columns: Iterable[Column]) -> Iterator[PassedOver]:
    """Yield the cells of a row that hold no figure for a reason."""
    for each in columns:
        found = words.cell_text(row.cell(each).content)
        yield PassedOver(row.table.sheet.name, row.address(each), found, reason)


def read_figure(
    row: Row, indicator: str, locality: str, period: Period, columns: Mapping[str, Column], context: Context
) -> Iterator[Item]:
    """Yield the record of one figure: its value, its parts or both; a cell that cannot be read is a finding.

    A rate that is sent as two parts only is computed, and its note says so.

    Parameters
    ----------
    columns : mapping
        The filled columns of the figure by role: value, absence, numerator, denominator.
    """
    measure = context.measures[indicator]
    parsed = {role: _parse(row, role, column, indicator, context) for role, column in columns.items()}
    problems = [each for each in parsed.values() if isinstance(each, Finding)]
    figures = {role: each for role, each in parsed.items() if isinstance(each, Figure)}
    problems = problems or list(_misfits(row, columns, figures, measure))
    if problems:
        yield from problems
        return
    value = figures.get("value", figures.get("absence", PENDING))
    numerator, denominator = _parts(figures, value)
    computed = (
        value.value is None
        and not value.text
        and value.absence in ("", "pending")
        and denominator is not None
    )
    if computed:
        value = replace(_rate(numerator, denominator), mark=value.mark)
    if value.absence == "pending":
        yield from pass_over("pending", row, columns.values())
        return
    cells = {role: row.address(column) for role, column in columns.items()}
    own = cells[min(cells, key=FIGURES.index)]
    start, end = context.span(locality, indicator, period)
    converted = [words.CONVERTED.format(unit=value.converted)] if value.converted else []
    worked_out = [words.WORKED_OUT] if computed else []
    notes = [row.text("note"), *worked_out, *converted, *_footnotes(value, context)]
    yield FigureRecord(
        row.table.sheet.name, row.number, own, context.register.vintage, locality, indicator, start, end,
        value.value, value.text, numerator, denominator, value.qualifier, value.absence,
        "computed" if computed else "stated",
        words.join_sentences(*notes), cells.get("numerator", ""), cells.get("denominator", ""),
    )  # fmt: skip
    yield from _doubtful_footnote(value, row, columns, context)


PENDING = Figure(absence="pending")


def _parse(row: Row, role: str, column: Column, indicator: str, context: Context) -> Figure | Finding:
    cell, measure, name = row.cell(column), context.measures[indicator], context.names[indicator]
    if cell.merged:
        return about_cell("merged_figure", row, column, first=cell.merged)
    part = role in PARTS
    if not part and column.rate is not None and column.rate != measure.percent and not measure.in_words:
        return about_cell(
            "kind_differs", row, column, indicator=name, unit=measure.unit, heading=column.heading
        )
    unit = "" if part else (row.text("unit") or column.unit or context.unit)
    parsed = cell_values.parse_cell(cell, COUNT if part else measure, unit)
    if isinstance(parsed, Problem):
        return about_cell(parsed.check, row, column, **{"indicator": name} | parsed.details)
    return parsed


def _parts(figures: Mapping[str, Figure], value: Figure) -> tuple[float | None, float | None]:
    """Return numerator and denominator, from their columns or from the cell of the value."""
    numerator, denominator = (figures.get(role, PENDING).value for role in PARTS)
    return (
        value.numerator if numerator is None else numerator,
        value.denominator if denominator is None else denominator,
    )


def _misfits(
    row: Row, columns: Mapping[str, Column], figures: Mapping[str, Figure], measure: Measure
) -> Iterator[Finding]:
    """Yield why the cells of a figure do not fit: an absence beside a figure, parts of a count, half of a rate."""
    if "absence" in figures and not (len(figures) == 1 and figures["absence"].absence):
        yield about_cell("absence_or_figure", row, columns["absence"])
        return
    given = [role for role in PARTS if figures.get(role, PENDING).value is not None]
    for role in given:
        if not measure.percent:
            yield about_cell("parts_of_count", row, columns[role], unit=measure.unit)
            return
        if figures[role].qualifier != "exact":
            yield about_cell("part_not_exact", row, columns[role])
            return
    numerator, denominator = (figures.get(role, PENDING).value for role in PARTS)
    value = figures.get("value", PENDING)
    if given and value.absence == "pending" and not (numerator is not None and denominator):
        yield about_cell("parts_incomplete", row, columns[given[0]])


def _rate(numerator: float | None, denominator: float | None) -> Figure:
    """Return the rate of two parts in percent; pending where one is missing or the denominator is 0."""
    return (
        Figure(round(100 * numerator / denominator, 4)) if numerator is not None and denominator else PENDING
    )


def _footnotes(value: Figure, context: Context) -> list[str]:
    """Return the note below the table that a mark in the cell refers to, else the mark itself."""
    if not value.mark:
        return []
    return [(context.notes or {}).get(value.mark) or words.MARKED.format(mark=value.mark)]


def _doubtful_footnote(
    value: Figure, row: Row, columns: Mapping[str, Column], context: Context
) -> Iterator[Finding]:
    """Yield a warning where the note to a figure says that it is estimated or of another period."""
    note = (context.notes or {}).get(value.mark, "")
    beside = row.text("note")
    if not note and headings.is_aside(beside):
        note = beside
    elif not words.is_doubtful_note(note):
        return
    if note:
        yield about_cell("footnote_changes", row, columns[min(columns, key=FIGURES.index)], note=note)


def read_remarks(row: Row, locality: str, indicator: str, as_of: date) -> Iterator[Remark]:
    """Yield causes and proposals, one record a cause; difficulty, proposal and authority belong to the first."""
    others = {role: row.text(role) for role in REMARKS}
    causes = [(kind, row.text(role), row.start(role)) for role, kind in CAUSES.items() if row.filled(role)]
    if not causes and any(others.values()):
        causes = [("", "", row.start(*REMARKS))]
    for kind, cause, cell in causes:
        yield Remark(row.table.sheet.name, cell, locality, indicator, as_of, kind, cause, **others)
        others = dict.fromkeys(REMARKS, "")
