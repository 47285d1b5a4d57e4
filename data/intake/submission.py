"""The submission that a checked file makes to the store."""

from collections.abc import Mapping

import pandas as pd

from data.intake import report
from data.intake.findings import Finding
from data.intake.preflight import Preflight
from data.loader import Tables
from data.store import Submission


def make_submission(
    checked: Preflight, reasons: Mapping[Finding, str], tables: Tables, today: pd.Timestamp
) -> Submission:
    """Return the submission of a checked file; figures that are already stored from the same report are left out.

    Parameters
    ----------
    checked : Preflight
        Without errors.
    reasons : mapping
        The reason why each warning may stay.

    Raises
    ------
    ValueError
        If there are errors, a warning without a reason, or nothing to store.
    """
    unexplained = [each for each in checked.warnings if not reasons.get(each, "").strip()]
    if checked.errors or unexplained:
        raise ValueError(f"{len(checked.errors)} errors, {len(unexplained)} warnings without a reason")
    if is_empty(checked):
        raise ValueError("nothing to store")
    rows = _worth_storing(checked)
    explanations = checked.explanations
    cited = pd.concat(
        [
            rows[["source", "period_end"]].rename(columns={"period_end": "end"}),
            explanations[["source", "as_of"]].rename(columns={"as_of": "end"}),
        ]
    )
    name = report.area_name(tables, checked.parsed_file.vintage, checked.area)
    end = max(cited["end"])
    return Submission(
        rows,
        explanations,
        report.sources(cited, name, checked.file_name, today),
        _reason_rows(checked, reasons),
        checked.file_name,
        checked.content,
        checked.parsed_file.vintage,
        checked.area,
        f"{end:%Y-%m}" if end.is_month_end else f"{end:%Y-%m-%d}",
        checked.counts,
        checked.based_on,
    )


def is_empty(checked: Preflight) -> bool:
    """Tell whether a file has no figure and no explanation that is not stored already."""
    return _worth_storing(checked).empty and checked.explanations.empty


def _worth_storing(checked: Preflight) -> pd.DataFrame:
    """Return the sent figures that are not stored already from the same report."""
    unchanged = checked.difference[checked.difference["change"].eq("unchanged")]
    same = unchanged[["sheet", "cell", "source_before"]].rename(columns={"source_before": "source"})
    rows = checked.sent.merge(same, "left", on=["sheet", "cell", "source"], indicator=True, validate="1:1")
    return rows[rows["_merge"].eq("left_only")].drop(columns="_merge")


def _reason_rows(checked: Preflight, reasons: Mapping[Finding, str]) -> pd.DataFrame:
    """Return the reasons, each with the figure of its cell; a warning about a whole column has no figure."""
    rows = pd.DataFrame(
        [
            {"check": each.check, "sheet": each.sheet, "cell": each.cell, "message": each.message}
            | {"reason": reasons[each].strip()}
            for each in checked.warnings
        ],
        columns=["check", "sheet", "cell", "message", "reason"],
    ).astype("str")
    figure = ["vintage", "locality", "indicator", "period_start", "period_end"]
    cells = pd.concat(
        checked.sent.rename(columns={name: "at"})[["sheet", "at", *figure]]
        for name in ("cell", "numerator_cell", "denominator_cell")
    )
    cells = cells.rename(columns={"at": "cell"}).drop_duplicates(["sheet", "cell"])
    return rows.merge(cells, "left", on=["sheet", "cell"], validate="m:1")
