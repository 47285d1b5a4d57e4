"""One row's cells as records: a figure with its parts, causes and proposals."""

from datetime import date

from data.intake import cell_values
from data.intake.cell_values import COUNT, Figure, Measure, Problem
from data.intake.parse_result import ParseContext, ParseResult
from data.intake.periods import Period
from data.intake.table import FIGURES, Column, Row
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
    into: ParseResult,
) -> None:
    """Keep one figure: its value, its parts or both; what can't be read is a finding and no record.

    A rate sent as its two parts alone is worked out, and its note says so.

    Parameters
    ----------
    columns : dict
        The filled columns of this figure by their role: value, absence, numerator, denominator.
    """
    measure = context.measures[indicator]
    asked = dict.fromkeys(("value", "absence"), measure) | dict.fromkeys(PARTS, COUNT)
    name = context.names[indicator]
    read = {role: _read(row, column, asked[role], name, into) for role, column in columns.items()}
    said = {role: each for role, each in read.items() if each}
    if len(said) < len(read) or not _absence_fits(row, columns, said, into):
        return
    if not _parts_fit(row, columns, said, measure, into):
        return
    value = said.get("value", said.get("absence", PENDING))
    if worked_out := value == PENDING and "denominator" in said:
        value = _rate(said)
    if value == PENDING:
        for column in columns.values():
            into.pass_over("pending", row, column)
        return
    start, end = context.span(locality, indicator, period)
    cells = {role: row.address(column) for role, column in columns.items()}
    note = row.text("note")
    into.figures.append(
        {
            "sheet": row.table.sheet.name, "row": row.number, "cell": cells[min(cells, key=FIGURES.index)],
            "vintage": context.register.vintage, "locality": locality, "indicator": indicator,
            "period_start": start, "period_end": end, "value": value.value, "value_text": value.text,
            "numerator": said.get("numerator", PENDING).value, "denominator": said.get("denominator", PENDING).value,
            "qualifier": value.qualifier, "absence": value.absence,
            "note": words.join_sentences(note, words.WORKED_OUT) if worked_out else note,
            "numerator_cell": cells.get("numerator", ""), "denominator_cell": cells.get("denominator", ""),
        }
    )  # fmt: skip


PENDING = Figure(absence="pending")


def _read(row: Row, column: Column, measure: Measure, name: str, into: ParseResult) -> Figure | None:
    cell = row.cell(column)
    if cell.merged:
        into.find_in("merged_figure", row, column, first=cell.merged)
        return None
    read = cell_values.parse_cell(cell, measure)
    if isinstance(read, Problem):
        into.find_in(read.check, row, column, indicator=name, **read.details)
        return None
    return read


def _absence_fits(row: Row, columns: dict[str, Column], said: dict[str, Figure], into: ParseResult) -> bool:
    """Whether the column that says why there is no figure says that, and stands alone."""
    fits = "absence" not in said or (len(said) == 1 and said["absence"].absence != "")
    if not fits:
        into.find_in("absence_or_figure", row, columns["absence"])
    return fits


def _parts_fit(
    row: Row, columns: dict[str, Column], said: dict[str, Figure], measure: Measure, into: ParseResult
) -> bool:
    """Whether numerator and denominator are those of a rate, exact, and both there where the rate itself is not."""
    given = [role for role in PARTS if said.get(role, PENDING).value is not None]
    for role in given:
        if not measure.percent:
            into.find_in("parts_of_count", row, columns[role], unit=measure.unit)
            return False
        if said[role].qualifier != "exact":
            into.find_in("part_not_exact", row, columns[role])
            return False
    if given and said.get("value", PENDING) == PENDING and _rate(said) == PENDING:
        into.find_in("parts_incomplete", row, columns[given[0]])
        return False
    return True


def _rate(said: dict[str, Figure]) -> Figure:
    """The rate of two parts that were sent without it; pending where one is missing or nothing is to be divided by."""
    numerator, denominator = (said.get(role, PENDING).value for role in PARTS)
    return (
        Figure(round(100 * numerator / denominator, 4)) if numerator is not None and denominator else PENDING
    )


def parse_remarks(row: Row, locality: str, indicator: str, as_of: date, into: ParseResult) -> None:
    """Keep causes and proposals, one record a cause; what has no cause of its own stands with the first."""
    others = {role: row.text(role) for role in REMARKS}
    causes = [(kind, row.text(role), row.start(role)) for role, kind in CAUSES.items() if row.filled(role)]
    if not causes and any(others.values()):
        causes = [("", "", row.start(*REMARKS))]
    for kind, cause, cell in causes:
        into.explanations.append(
            {"sheet": row.table.sheet.name, "cell": cell, "locality": locality, "indicator": indicator}
            | {"as_of": as_of, "cause_kind": kind, "cause": cause}
            | others
        )
        others = dict.fromkeys(REMARKS, "")
