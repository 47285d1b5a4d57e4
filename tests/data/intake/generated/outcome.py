"""What the reader makes of a file: its records, what it asks, what it refuses and what it warns of.

The only place that knows how the reader is called and what it returns.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from data.intake import report, submission_checks
from data.intake.findings import Finding, Refusal
from data.intake.parsing import ParsedFile, parse_file
from data.loader import Tables
from tests.data.intake.generated.meaning import Figure

# What the reader leaves to the user to answer; every other error is a refusal.
QUESTIONS = frozenset({"unsure_column"})
SENT_ON = pd.Timestamp("2025-10-15")


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
    errors = [each for each in (*parsed.findings, *_impossible(parsed, tables)) if each.severity == "error"]
    return Outcome(
        tuple(_figures(parsed.rows)),
        tuple(_remark(each) for each in errors if each.check in QUESTIONS),
        tuple(_remark(each) for each in errors if each.check not in QUESTIONS),
        tuple(_remark(each) for each in parsed.findings if each.severity == "warning"),
        tuple(
            Remark(each["sheet"], each["cell"], each["reason"], str(each["found"]))
            for each in parsed.passed_over.to_dict("records")
        ),
    )


def _impossible(parsed: ParsedFile, tables: Tables) -> list[Finding]:
    """Return what is found before publishing in the figures alone, without stored ones beside them."""
    sent = report.observations(parsed.rows, parsed.area, SENT_ON)
    return submission_checks.check_figures(sent, tables.observations.iloc[:0], tables, SENT_ON)


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
