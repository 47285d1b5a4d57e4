"""Records from the cells of one row: figures with their parts, causes and proposals."""

from datetime import date

from data.intake.interpret import cell_values
from data.intake.interpret.cell_values import COUNT, Figure, Measure, Problem
from data.intake.interpret.parse_result import ParseContext, ParseResult
from data.intake.interpret.periods import Period
from data.intake.interpret.table import FIGURES, Column, Row
from wording import reading_messages as words

PARTS = ("numerator", "denominator")
CAUSES = {"cause_objective": "objective", "cause_subjective": "subjective", "cause": ""}
REMARKS = ("difficulty", "proposal", "responsible")


def parse_figure(
    row: Row,
    indicator: str,
    locality: str,
    period: Period,
    columns: dict[str, Column],
    context: ParseContext,
    result: ParseResult,
) -> None:
    """Add the record of one figure: its value, its parts or both; a cell that cannot be read is a finding.

    A rate that is sent as two parts only is computed, and its note says so.

    Parameters
    ----------
    columns : dict
        The filled columns of the figure by role: value, absence, numerator, denominator.
    """
    measure = context.measures[indicator]
    measures = dict.fromkeys(("value", "absence"), measure) | dict.fromkeys(PARTS, COUNT)
    name = context.names[indicator]
    parsed = {role: _parse(row, column, measures[role], name, result) for role, column in columns.items()}
    figures = {role: each for role, each in parsed.items() if each}
    if len(figures) < len(parsed) or not _absence_fits(row, columns, figures, result):
        return
    if not _parts_fit(row, columns, figures, measure, result):
        return
    value = figures.get("value", figures.get("absence", PENDING))
    if computed := value == PENDING and "denominator" in figures:
        value = _rate(figures)
    if value == PENDING:
        for column in columns.values():
            result.pass_over("pending", row, column)
        return
    start, end = context.span(locality, indicator, period)
    cells = {role: row.address(column) for role, column in columns.items()}
    note = row.text("note")
    result.figures.append(
        {
            "sheet": row.table.sheet.name, "row": row.number, "cell": cells[min(cells, key=FIGURES.index)],
            "vintage": context.register.vintage, "locality": locality, "indicator": indicator,
            "period_start": start, "period_end": end, "value": value.value, "value_text": value.text,
            "numerator": figures.get("numerator", PENDING).value,
            "denominator": figures.get("denominator", PENDING).value,
            "qualifier": value.qualifier, "absence": value.absence,
            "note": words.join_sentences(note, words.WORKED_OUT) if computed else note,
            "numerator_cell": cells.get("numerator", ""), "denominator_cell": cells.get("denominator", ""),
        }
    )  # fmt: skip


PENDING = Figure(absence="pending")


def _parse(row: Row, column: Column, measure: Measure, name: str, result: ParseResult) -> Figure | None:
    cell = row.cell(column)
    if cell.merged:
        result.add_cell_finding("merged_figure", row, column, first=cell.merged)
        return None
    parsed = cell_values.parse_cell(cell, measure)
    if isinstance(parsed, Problem):
        result.add_cell_finding(parsed.check, row, column, indicator=name, **parsed.details)
        return None
    return parsed


def _absence_fits(
    row: Row, columns: dict[str, Column], figures: dict[str, Figure], result: ParseResult
) -> bool:
    """Tell whether the column of absence holds a reason, and no other column of the figure is filled."""
    fits = "absence" not in figures or (len(figures) == 1 and figures["absence"].absence != "")
    if not fits:
        result.add_cell_finding("absence_or_figure", row, columns["absence"])
    return fits


def _parts_fit(
    row: Row, columns: dict[str, Column], figures: dict[str, Figure], measure: Measure, result: ParseResult
) -> bool:
    """Tell whether the parts belong to a rate, are exact, and are both given where the rate is not."""
    given = [role for role in PARTS if figures.get(role, PENDING).value is not None]
    for role in given:
        if not measure.percent:
            result.add_cell_finding("parts_of_count", row, columns[role], unit=measure.unit)
            return False
        if figures[role].qualifier != "exact":
            result.add_cell_finding("part_not_exact", row, columns[role])
            return False
    if given and figures.get("value", PENDING) == PENDING and _rate(figures) == PENDING:
        result.add_cell_finding("parts_incomplete", row, columns[given[0]])
        return False
    return True


def _rate(figures: dict[str, Figure]) -> Figure:
    """Return the rate of two parts in percent; pending where one is missing or the denominator is 0."""
    numerator, denominator = (figures.get(role, PENDING).value for role in PARTS)
    return (
        Figure(round(100 * numerator / denominator, 4)) if numerator is not None and denominator else PENDING
    )


def parse_remarks(row: Row, locality: str, indicator: str, as_of: date, result: ParseResult) -> None:
    """Add causes and proposals, one record a cause; difficulty, proposal and authority belong to the first."""
    others = {role: row.text(role) for role in REMARKS}
    causes = [(kind, row.text(role), row.start(role)) for role, kind in CAUSES.items() if row.filled(role)]
    if not causes and any(others.values()):
        causes = [("", "", row.start(*REMARKS))]
    for kind, cause, cell in causes:
        result.explanations.append(
            {"sheet": row.table.sheet.name, "cell": cell, "locality": locality, "indicator": indicator}
            | {"as_of": as_of, "cause_kind": kind, "cause": cause}
            | others
        )
        others = dict.fromkeys(REMARKS, "")
