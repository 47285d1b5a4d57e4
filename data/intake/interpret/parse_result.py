"""The context that tables are parsed in, and the result that they add to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.intake.findings import Finding, make_finding
from data.intake.interpret.cell_values import Measure, Problem
from data.intake.interpret.periods import Period
from data.intake.interpret.place_names import LocalityMatch, Register
from data.intake.interpret.table import Column, Row
from wording import reading_messages as words


@dataclass(frozen=True, eq=False)
class ParseContext:
    """Context of parsing: the register, the reporting area, and how names become codes and periods become days."""

    register: Register
    area: str
    measures: dict[str, Measure]
    names: dict[str, str]
    indicator_named: Callable[[str], str]
    nearest_indicator: Callable[[str], str]
    find_place: Callable[[str, str, str, str], LocalityMatch | Problem]
    suggest_places: Callable[[str], str]
    span: Callable[[str, str, Period], tuple[date, date]]
    vintage_on: Callable[[date], str]


@dataclass(frozen=True, eq=False)
class ParseResult:
    """Result of parsing: records of figures and explanations, skipped cells, findings."""

    figures: list[dict[str, Any]] = field(default_factory=list)
    explanations: list[dict[str, Any]] = field(default_factory=list)
    passed_over: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add_finding(self, check: str, sheet: str, cell: str, found: object, **details: object) -> None:
        """Add a finding."""
        self.findings.append(make_finding(check, sheet, cell, found, **details))

    def add_cell_finding(self, check: str, row: Row, column: Column, **details: object) -> None:
        """Add a finding about a filled cell of a row."""
        self.add_finding(
            check, row.table.sheet.name, row.address(column), row.cell(column).content, **details
        )

    def pass_over(self, reason: str, row: Row, column: Column) -> None:
        """Add a cell that was understood and holds no figure."""
        where = {"sheet": row.table.sheet.name, "cell": row.address(column)}
        self.passed_over.append(
            where | {"found": words.cell_text(row.cell(column).content), "reason": reason}
        )
