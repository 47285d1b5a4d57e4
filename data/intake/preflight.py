"""Preflight of a file: everything that is checked before anything is stored."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from openpyxl.utils.cell import coordinate_to_tuple

from data import store
from data.intake import parsing, report
from data.intake.check import reporting_obligations, submission_checks
from data.intake.difference import CHANGES, find_differences
from data.intake.findings import Finding
from data.intake.interpret import periods
from data.intake.parsing import ParsedFile
from data.intake.record_groups import group_records
from data.loader import Tables
from wording import preflight_messages as words
from wording import reading_messages

EXPLAINED = [
    "target", "vintage", "locality", "as_of", "source", "cause_kind", "cause", "difficulty", "proposal", "responsible",
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class Preflight:
    """A file as it was understood, what was found in it, and what it would change.

    Attributes
    ----------
    parsed_file
        The content of the file.
    area
        Code of the locality that reports, as the file states or as its rows show; "" where neither does.
    findings
        Errors, which block the file, and warnings, each of which asks for a reason; in the order of the file.
    sent, explanations
        Rows that would be stored, with the cells that they come from.
    groups
        What was read, a line a group: from ``record_groups.group_records``.
    difference
        As from ``difference.find_differences``.
    based_on
        The revision of the store that it was compared with.
    """

    file_name: str
    content: bytes
    parsed_file: ParsedFile
    area: str
    findings: tuple[Finding, ...]
    sent: pd.DataFrame
    explanations: pd.DataFrame
    groups: pd.DataFrame
    difference: pd.DataFrame
    based_on: str

    @property
    def errors(self) -> list[Finding]:
        """The findings that must be repaired."""
        return [each for each in self.findings if each.severity == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """The findings that may stay with a reason."""
        return [each for each in self.findings if each.severity == "warning"]

    @property
    def counts(self) -> dict[str, int]:
        """Numbers of figures by change, of warnings and of explanations."""
        found = self.difference["change"].value_counts()
        counted = {change: int(found.get(change, 0)) for change in CHANGES}
        return counted | {"warnings": len(self.warnings), "explanations": len(self.explanations)}


def check_file(
    file_name: str,
    content: bytes,
    tables: Tables,
    *,
    today: pd.Timestamp,
    vintage: str | None = None,
    period: str | None = None,
    area: str | None = None,
    mapping: Mapping[tuple[str, str], str] | None = None,
) -> Preflight:
    """Parse a file, check it, and compare it with the store.

    Parameters
    ----------
    file_name, content, tables, vintage, period, area, mapping
        As in ``parsing.parse_file``.
    today : Timestamp
        The day on which the file is sent.

    Raises
    ------
    Refusal
        If the file is not read.
    StoreRefusal
        If the store cannot be read.
    """
    based_on = store.revision()
    known = store.observations(vintage, state=store.State(based_on))
    # A cumulative figure starts where the stored figures start, including those that were sent before.
    stored = replace(tables, observations=known)
    parsed = parsing.parse_file(
        file_name, content, stored, vintage=vintage, period=period, area=area, mapping=mapping
    )
    known = known[known["vintage"].eq(parsed.vintage)].drop(columns="batch")
    places = pd.concat([parsed.rows["locality"], parsed.explanations["locality"]])
    reporter = parsed.area or report.common_area(tables, parsed.vintage, places.unique().tolist())
    sent = report.observations(parsed.rows, reporter, today)
    explained = report.explanations(parsed.explanations, parsed.rows, tables, parsed.vintage, reporter)
    without_target = explained["target"].isna()
    sent, lost = _with_notes(sent, explained[without_target])
    found = [*parsed.findings, *lost, *submission_checks.check_figures(sent, known, tables, today)]
    return Preflight(
        file_name,
        content,
        parsed,
        reporter,
        tuple(sorted(dict.fromkeys(found), key=_place)),
        sent,
        _new_explanations(explained[~without_target], store.explanations(store.State(based_on))),
        group_records(sent, parsed.columns, known, tables),
        find_differences(sent, _due(stored, parsed, reporter), known, tables),
        based_on,
    )


def _place(found: Finding) -> tuple[str, tuple[int, int]]:
    """Return the sort key of a finding: sheet, row, column; findings about the whole file come first."""
    return found.sheet, coordinate_to_tuple(found.cell) if found.cell else (0, 0)


def _new_explanations(explained: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Return the explanations, or none where the report gave exactly these before."""
    both = explained.merge(
        known[EXPLAINED].drop_duplicates(), "left", on=EXPLAINED, indicator=True, validate="m:1"
    )
    return explained.iloc[:0] if both["_merge"].eq("both").all() else explained


def _due(tables: Tables, parsed: ParsedFile, area: str) -> pd.DataFrame:
    """Return the figures that are due for the period of a file, with their days; none for a file without a period."""
    columns = ["vintage", "locality", "indicator", "period_start", "period_end"]
    if parsed.period is None or not area:
        return pd.DataFrame(
            {name: pd.Series(dtype="str" if at < 3 else "datetime64[us]") for at, name in enumerate(columns)}
        )
    due = reporting_obligations.obligations(tables, parsed.vintage, area, parsed.period.end)
    due = due[due["due"]].assign(vintage=parsed.vintage)
    span = periods.span_rule(tables, parsed.vintage)
    pairs = zip(due["locality"], due["indicator"], strict=True)
    days = [span(locality, indicator, parsed.period) for locality, indicator in pairs]
    found = due.assign(period_start=[first for first, _ in days], period_end=[last for _, last in days])
    return found[columns].astype({"period_start": "datetime64[us]", "period_end": "datetime64[us]"})


def _with_notes(sent: pd.DataFrame, remarks: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Write remarks on indicators without a target into the note of the figure; without a figure they are errors."""
    figures = list(zip(sent["locality"], sent["indicator"], strict=True))
    notes, lost = sent["note"].tolist(), []
    for remark in remarks.to_dict("records"):
        figure = remark["locality"], remark["indicator"]
        if figure in figures:
            at = figures.index(figure)
            notes[at] = reading_messages.join_sentences(
                notes[at] if isinstance(notes[at], str) else "", words.remark(remark)
            )
        else:
            lost.append(_remark_without_place(remark))
    return sent.assign(note=pd.Series(notes, sent.index, dtype="str")), lost


def _remark_without_place(remark: dict[Hashable, Any]) -> Finding:
    expected, message = words.CHECKS["no_place_for_remark"]
    sheet, cell = str(remark["sheet"]), str(remark["cell"])
    sentence = message.format(sheet=sheet, cell=cell)
    return Finding("no_place_for_remark", "error", sheet, cell, "", expected, sentence)
