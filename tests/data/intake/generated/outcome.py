"""What the reader makes of a file: its records, what it asks, what it refuses and what it warns of.

The only place that knows how the reader is called and what it returns.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from data.intake.findings import Finding, Refusal
from data.intake.parsing import parse_file
from data.loader import Tables
from tests.data.intake.generated.meaning import Figure

# What the reader leaves to the user to answer; every other error is a refusal.
QUESTIONS = frozenset({"unsure_column"})


@dataclass(frozen=True)
class Remark:
    """Something that the reader says of a cell, of a sheet (no cell), or of the file (neither)."""

    sheet: str
    cell: str
    check: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """What came of a file: records that would be published, and the remarks by their weight.

    ``notes`` are cells that were set aside with a reason, without anything to answer.
    """

    records: tuple[Figure, ...] = ()
    questions: tuple[Remark, ...] = ()
    errors: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = field(default=())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All that somebody has to read before the file is published."""
        return self.questions + self.errors + self.warnings


def read(file_name: str, content: bytes, tables: Tables) -> Outcome:
    """Read a file."""
    try:
        parsed = parse_file(file_name, content, tables)
    except Refusal as refusal:
        return Outcome(errors=(_remark(refusal.finding),))
    errors = [each for each in parsed.findings if each.severity == "error"]
    records = tuple(_figures(parsed.rows))
    refused = (_remark(each) for each in errors if each.check not in QUESTIONS)
    return Outcome(
        records,
        tuple(_remark(each) for each in errors if each.check in QUESTIONS),
        (*refused, *_impossible(records, tables)),
        tuple(_remark(each) for each in parsed.findings if each.severity == "warning"),
        (
            *(_remark(each) for each in parsed.findings if each.severity == "notice"),
            *(
                Remark(each["sheet"], each["cell"], each["reason"], str(each["found"]))
                for each in parsed.passed_over.to_dict("records")
            ),
        ),
    )


def _impossible(records: Iterable[Figure], tables: Tables) -> Iterator[Remark]:
    """Return what every publication refuses whatever stands beside it: a value outside of its indicator's bounds.

    The checks before publication find it; they read the store, which takes ten times as long as the file.
    """
    bounds = tables.indicators.set_index("indicator")
    low, high = bounds["minimum"].to_dict(), bounds["maximum"].to_dict()
    for each in records:
        if each.value < low[each.indicator] or each.value > high[each.indicator]:
            yield Remark(each.sheet, each.cell, "out_of_bounds", f"{each.value:g}")


def _remark(finding: Finding) -> Remark:
    return Remark(finding.sheet, finding.cell, finding.check, finding.message)


def _figures(rows: pd.DataFrame) -> Iterator[Figure]:
    """Return the rows that hold a number; a row of words or of an absence is no figure."""
    for row in rows[rows["value"].notna()].to_dict("records"):
        yield Figure(
            row["sheet"], row["cell"], row["vintage"], row["locality"], row["indicator"],
            row["period_start"].date(), row["period_end"].date(), float(row["value"]), row["qualifier"],
            None if pd.isna(row["numerator"]) else float(row["numerator"]),
            None if pd.isna(row["denominator"]) else float(row["denominator"]),
        )  # fmt: skip
