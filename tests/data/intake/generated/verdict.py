"""A file's meaning held against what the reader made of it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from tests.data.intake.generated.meaning import Figure, Sample
from tests.data.intake.generated.outcome import Outcome, Remark


@dataclass(frozen=True)
class Verdict:
    """What is wrong with an outcome.

    ``silent`` lists errors that nobody would notice: a figure read otherwise, or gone, without a remark that points at
    it. ``needless`` lists questions and refusals on a file that leaves no doubt.
    """

    sample: Sample
    outcome: Outcome
    silent: tuple[str, ...]
    needless: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """All that is wrong."""
        return self.silent + self.needless

    @property
    def name(self) -> str:
        """The outcome in a word."""
        if self.silent:
            return "silent error"
        if self.outcome.questions or self.outcome.errors:
            return "refused" if self.outcome.errors else "asked"
        return "read right"


def judge(sample: Sample, outcome: Outcome) -> Verdict:
    """Compare an outcome with the meaning of its file."""
    silent = [*_misread(sample, outcome), *_gone(sample, outcome), *_untold(sample, outcome)]
    stopped = outcome.questions + outcome.errors
    if sample.mark == "wrong" and not stopped:
        silent.append("nothing was asked or refused")
    needless = stopped if sample.mark == "plain" else ()
    return Verdict(
        sample,
        outcome,
        tuple(silent),
        tuple(f"{each.check} at {each.cell}: {each.message}" for each in needless),
    )


def _misread(sample: Sample, outcome: Outcome) -> Iterator[str]:
    for record in outcome.records:
        meant = any(same(record, each) for each in sample.figures)
        if not meant and not _pointed_at(record.sheet, record.cell, sample, outcome.remarks):
            at = [each for each in sample.figures if (each.sheet, each.cell) == (record.sheet, record.cell)]
            yield f"read {spelled(record)}; meant {spelled(at[0]) if at else 'no figure'}"


def _gone(sample: Sample, outcome: Outcome) -> Iterator[str]:
    # Where nothing is asked of a plain file, nothing of it may be missing: a warning does not bring a figure back.
    remarks = outcome.questions + outcome.errors if sample.mark == "plain" else outcome.remarks
    for figure in sample.figures:
        read = any(same(each, figure) for each in outcome.records)
        # What was read otherwise at this cell is told once, as that.
        otherwise = any((each.sheet, each.cell) == (figure.sheet, figure.cell) for each in outcome.records)
        missing = figure.needed and not read and not otherwise
        if missing and not _pointed_at(figure.sheet, figure.cell, sample, remarks):
            yield f"lost {spelled(figure)}"


def _untold(sample: Sample, outcome: Outcome) -> Iterator[str]:
    for sheet, cell in sample.told:
        if not _pointed_at(sheet, cell, sample, outcome.remarks + outcome.notes):
            yield f"no word on {sheet}!{cell}"


def same(record: Figure, meant: Figure) -> bool:
    """Whether a record is the meant figure, wherever it stands."""
    without_parts = record.numerator is None and record.denominator is None and not meant.parts_needed
    compared = ("value",) if without_parts else ("value", "numerator", "denominator")
    return _key(record) == _key(meant) and all(
        _equal(getattr(record, part), getattr(meant, part)) for part in compared
    )


def _key(figure: Figure) -> tuple[object, ...]:
    return (
        figure.vintage, figure.locality, figure.indicator, figure.start, figure.end, figure.qualifier,
    )  # fmt: skip


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def _pointed_at(sheet: str, cell: str, sample: Sample, remarks: tuple[Remark, ...]) -> bool:
    """Whether a remark is about the file, the sheet, the table, or the row or the column of a cell."""
    row, column = coordinate_to_tuple(cell)
    heading = _heading(sheet, row, column, sample)
    above = _lines_above(sheet, heading[0], sample)
    for remark in remarks:
        if not remark.cell:
            if remark.sheet in ("", sheet):
                return True
        elif remark.sheet == sheet:
            there, at = coordinate_to_tuple(remark.cell)
            of_table = (there, at) == heading or there in above
            if of_table or there == row or (at == column and there <= row):
                return True
    return False


def _heading(sheet: str, row: int, column: int, sample: Sample) -> tuple[int, int]:
    """Return the first cell of the heading of the table that a cell belongs to, or stands above."""
    headings = sample.headings.get(sheet, ())
    before = [each for each in headings if each[0] <= row and each[1] <= column]
    return max(before) if before else min(headings, default=(1, 1))


def _lines_above(sheet: str, heading: int, sample: Sample) -> range:
    """Return the lines between the figures of the table before and a heading."""
    rows = [coordinate_to_tuple(each.cell)[0] for each in sample.figures if each.sheet == sheet]
    return range(max((each for each in rows if each < heading), default=0) + 1, heading)


def spelled(figure: Figure) -> str:
    """Write a figure for a person."""
    parts = "" if figure.numerator is None else f" ({figure.numerator:g}/{figure.denominator:g})"
    sense = "" if figure.qualifier == "exact" else f" {figure.qualifier}"
    return (
        f"{figure.sheet}!{figure.cell} {figure.locality} {figure.indicator} {figure.start:%d/%m/%Y}–"
        f"{figure.end:%d/%m/%Y}{sense} {figure.value:.10g}{parts}"
    )
