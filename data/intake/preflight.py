"""Everything that can be known of a file before anything of it is stored."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from openpyxl.utils.cell import coordinate_to_tuple

from data import store
from data.intake import parsing, periods, report, reporting_obligations, submission_checks
from data.intake.difference import CHANGES, find_differences
from data.intake.findings import Finding
from data.intake.parsing import ParsedFile
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
        What stands in the file.
    area
        Code of the locality that reports, as the file says or as its rows tell; "" where neither does.
    findings
        Errors, which block, and warnings, each of which asks for a reason; in the order of the file.
    sent, explanations
        What would be stored: rows of the tables, with the cells they came from.
    difference
        Columns of ``difference.difference``.
    based_on
        The state of the store it was compared with.
    """

    file_name: str
    content: bytes
    parsed_file: ParsedFile
    area: str
    findings: tuple[Finding, ...]
    sent: pd.DataFrame
    explanations: pd.DataFrame
    difference: pd.DataFrame
    based_on: str

    @property
    def errors(self) -> list[Finding]:
        """What must be mended."""
        return [each for each in self.findings if each.severity == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """What may stay with a reason."""
        return [each for each in self.findings if each.severity == "warning"]

    @property
    def counts(self) -> dict[str, int]:
        """How many figures are new, changed, revised, unchanged, absent; how many warnings, and explanations."""
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
    """Read a file, check it, and compare it with the store.

    Parameters
    ----------
    file_name, content, tables, vintage, period, area, mapping
        As ``reading.read`` takes them.
    today : Timestamp
        The day on which it is sent.

    Raises
    ------
    Refusal
        If the file is not read at all.
    StoreRefusal
        If the store can't be read.
    """
    based_on = store.revision()
    known = store.observations(vintage, state=store.State(based_on))
    # Where a cumulative figure starts is told by the figures that are stored, sent ones too.
    told = replace(tables, observations=known)
    read = parsing.parse_file(
        file_name, content, told, vintage=vintage, period=period, area=area, mapping=mapping
    )
    known = known[known["vintage"].eq(read.vintage)].drop(columns="batch")
    places = pd.concat([read.rows["locality"], read.explanations["locality"]])
    reporter = read.area or report.common_area(tables, read.vintage, places.unique().tolist())
    sent = report.observations(read.rows, reporter, today)
    said = report.explanations(read.explanations, read.rows, tables, read.vintage, reporter)
    homeless = said["target"].isna()
    sent, lost = _noted(sent, said[homeless])
    found = [*read.findings, *lost, *submission_checks.check_figures(sent, known, tables, today)]
    return Preflight(
        file_name,
        content,
        read,
        reporter,
        tuple(sorted(dict.fromkeys(found), key=_place)),
        sent,
        _unsaid(said[~homeless], store.explanations(store.State(based_on))),
        find_differences(sent, _due(told, read, reporter), known, tables),
        based_on,
    )


def _place(found: Finding) -> tuple[str, tuple[int, int]]:
    """Where a finding stands in its file; what concerns the whole of it comes first."""
    return found.sheet, coordinate_to_tuple(found.cell) if found.cell else (0, 0)


def _unsaid(said: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Leave out what the same report said before, if it says all of it again and nothing else."""
    both = said.merge(
        known[EXPLAINED].drop_duplicates(), "left", on=EXPLAINED, indicator=True, validate="m:1"
    )
    return said.iloc[:0] if both["_merge"].eq("both").all() else said


def _due(tables: Tables, read: ParsedFile, area: str) -> pd.DataFrame:
    """The figures due for the period of a file, with the days they cover; none where it has no period of its own."""
    columns = ["vintage", "locality", "indicator", "period_start", "period_end"]
    if read.period is None or not area:
        return pd.DataFrame(
            {name: pd.Series(dtype="str" if at < 3 else "datetime64[us]") for at, name in enumerate(columns)}
        )
    owed = reporting_obligations.obligations(tables, read.vintage, area, read.period.end)
    owed = owed[owed["due"]].assign(vintage=read.vintage)
    span = periods.span_rule(tables, read.vintage)
    pairs = zip(owed["locality"], owed["indicator"], strict=True)
    days = [span(locality, indicator, read.period) for locality, indicator in pairs]
    found = owed.assign(period_start=[first for first, _ in days], period_end=[last for _, last in days])
    return found[columns].astype({"period_start": "datetime64[us]", "period_end": "datetime64[us]"})


def _noted(sent: pd.DataFrame, homeless: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Keep what was said of an indicator without a target in its figure's note; without a figure it is an error."""
    figures = list(zip(sent["locality"], sent["indicator"], strict=True))
    notes, lost = sent["note"].tolist(), []
    for said in homeless.to_dict("records"):
        figure = said["locality"], said["indicator"]
        if figure in figures:
            at = figures.index(figure)
            notes[at] = reading_messages.join_sentences(
                notes[at] if isinstance(notes[at], str) else "", words.remark(said)
            )
        else:
            lost.append(_lost(said))
    return sent.assign(note=pd.Series(notes, sent.index, dtype="str")), lost


def _lost(said: dict[Hashable, Any]) -> Finding:
    expected, message = words.CHECKS["no_place_for_remark"]
    sheet, cell = str(said["sheet"]), str(said["cell"])
    told = message.format(sheet=sheet, cell=cell)
    return Finding("no_place_for_remark", "error", sheet, cell, "", expected, told)
