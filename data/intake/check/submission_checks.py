"""Checks of the figures of a file: bounds, parts, earlier periods, localities in the area."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from data import consistency
from data.consistency import KEY, PERIOD, SLACK
from data.intake import report
from data.intake.earlier_figures import earlier_figures
from data.intake.findings import Finding, Severity
from data.loader import Tables
from data.qualifiers import PRECISE
from wording import preflight_messages as words
from wording.numbers import day, number, quantity

FIGURE = [*KEY, *PERIOD]
# A jump is a change a month of more than 3.5 modified z-scores from the median of the earlier changes
# (B. Iglewicz, D. Hoaglin: How to Detect and Handle Outliers, ASQC 1993). With fewer than six
# earlier points there is no check; in a series that hardly changes, one per cent of its level a month is allowed.
JUMP, POINTS, STILL = 3.5, 6, 0.01
NORMAL = 1.4826  # makes the median absolute deviation of a normal sample its standard deviation
MONTH = 365.25 / 12
# A figure that is impossible is an error; a figure that is unusual but may be right is a warning.
WARNINGS = {"sum_mismatch", "parts_differ", "rate_of_rows", "cumulative_falls", "jump", "parts_of_area"}
REPORTED_KINDS = {
    "sum_mismatch",
    "part_over_whole",
    "rate_mismatch",
    "parts_differ",
    "out_of_bounds",
    "cumulative_falls",
}


def check_figures(
    sent: pd.DataFrame, known: pd.DataFrame, tables: Tables, today: pd.Timestamp
) -> list[Finding]:
    """Check the figures that were sent, alone and together with the stored ones.

    Parameters
    ----------
    sent : DataFrame
        From ``report.observations``.
    known : DataFrame
        The stored observations of the vintage.
    tables : Tables
        Register, indicators, relations.
    today : Timestamp
        The day of sending; later periods are errors.

    Returns
    -------
    list of Finding
        In the order of the checks.
    """
    if sent.empty:
        return []
    about = tables.indicators[
        ["indicator", "name_vi", "unit", "decimals", "time_type", "aggregation", "minimum", "maximum"]
    ]
    sent = sent.merge(about, "left", on="indicator", validate="m:1")
    after = report.after_publication(sent, known)
    return [
        *_future_periods(sent, today),
        *_zero_denominators(sent),
        *_inconsistent(sent, known, after, tables),
        *_jumps(sent, known),
        *_area_mismatches(sent, after, tables),
    ]


def _finding(check: str, row: dict[Any, Any], cell: str = "", **details: object) -> Finding:
    """Return the finding of a check about a row of ``sent``."""
    severity: Severity = "warning" if check in WARNINGS else "error"
    expected, message = words.CHECKS[check]
    shown = quantity(row["value"], row["unit"], 4)
    values = {"sheet": row["sheet"], "cell": cell or row["cell"], "indicator": row["name_vi"], "found": shown}
    values |= {name: str(each) for name, each in details.items()}
    return Finding(
        check,
        severity,
        values["sheet"],
        values["cell"],
        values["found"],
        expected.format(**values),
        message.format(**values),
    )


def _future_periods(sent: pd.DataFrame, today: pd.Timestamp) -> Iterator[Finding]:
    for row in sent[sent["period_end"].gt(today)].to_dict("records"):
        yield _finding("period_to_come", row, end=day(row["period_end"]), today=day(today))


def _zero_denominators(sent: pd.DataFrame) -> Iterator[Finding]:
    for row in sent[sent["denominator"].eq(0)].to_dict("records"):
        yield _finding("denominator_zero", row, row["denominator_cell"])


def _inconsistent(
    sent: pd.DataFrame, known: pd.DataFrame, after: pd.DataFrame, tables: Tables
) -> Iterator[Finding]:
    """Yield the inconsistencies that the store does not have now and would have after publication.

    A figure out of bounds gives this finding only, because it does not fit any other figure either.
    """
    place = ["kind", *FIGURE, "message"]
    before, later = (
        consistency.findings(each, tables.relations, tables.indicators) for each in (known, after)
    )
    later = later[later["kind"].isin(REPORTED_KINDS)].merge(
        before[place], "left", on=place, indicator=True, validate="m:m"
    )
    beyond = {(row["sheet"], row["cell"]) for row in sent.to_dict("records") if _is_beyond(row)}
    for found in later[later["_merge"].eq("left_only")].to_dict("records"):
        row = _sent_row(found, sent, tables.relations)
        if row and (found["kind"] == "out_of_bounds" or (row["sheet"], row["cell"]) not in beyond):
            yield _consistency_finding(found, row)


def _is_beyond(row: dict[Any, Any]) -> bool:
    return bool(row["value"] < row["minimum"] or row["value"] > row["maximum"])


def _sent_row(found: dict[Any, Any], sent: pd.DataFrame, relations: pd.DataFrame) -> dict[Any, Any] | None:
    """Return the sent figure of a failed check: the figure itself, else one of its parts, else an earlier figure."""
    here = sent[sent["locality"].eq(found["locality"])]
    parts = relations.loc[relations["whole"].eq(found["indicator"]), "part"]
    same = here["period_end"].eq(found["period_end"]) & here["period_start"].eq(found["period_start"])
    own = here["indicator"].eq(found["indicator"])
    for rows in (here[own & same], here[here["indicator"].isin(parts) & same], here[own]):
        if len(rows):
            return dict(rows.iloc[0])
    return None


def _consistency_finding(found: dict[Any, Any], row: dict[Any, Any]) -> Finding:
    check, cell = found["kind"], row["cell"]
    if check == "part_over_whole" and row["numerator"] > row["denominator"]:
        check, cell = "numerator_over_denominator", row["numerator_cell"]
    elif check == "rate_mismatch" and pd.isna(row["numerator"]):
        check = "rate_of_rows"
    figures = {name: number(found[name], 4) for name in ("stated", "computed")}
    parts = {name: number(row[name], 4) for name in ("numerator", "denominator")}
    bounds = words.bounds(row["minimum"], row["maximum"], row["unit"])
    return _finding(check, row, cell, **figures, **parts, bounds=bounds, told=found["message"])


def _jumps(sent: pd.DataFrame, known: pd.DataFrame) -> Iterator[Finding]:
    """Yield figures that jump from their history."""
    earlier_than = earlier_figures(known)
    for row in sent[sent["value"].notna() & sent["qualifier"].isin(PRECISE)].to_dict("records"):
        earlier = earlier_than(row)
        if len(earlier) >= POINTS and (score := _z_score(earlier, row)) > JUMP:
            last = earlier.iloc[-1]
            was = {"was": quantity(last["value"], row["unit"], 4), "then": day(last["period_end"])}
            yield _finding("jump", row, **was, away=number(score, 1), points=len(earlier))


def _z_score(earlier: pd.DataFrame, row: dict[Any, Any]) -> float:
    """Return the modified z-score of the last change a month among the earlier ones."""
    ends = [*earlier["period_end"], row["period_end"]]
    values = np.array([*earlier["value"], row["value"]])
    months = np.array([(later - first).days / MONTH for first, later in pairwise(ends)])
    changes = np.diff(values) / months
    usual = np.median(changes[:-1])
    spread = NORMAL * np.median(np.abs(changes[:-1] - usual))
    still = STILL * np.median(np.abs(values[:-1]))
    return float(abs(changes[-1] - usual) / max(spread, still, SLACK))


def _area_mismatches(sent: pd.DataFrame, after: pd.DataFrame, tables: Tables) -> Iterator[Finding]:
    """Compare an area with the sum of the localities in it: counts by their values, rates by their parts."""
    columns = {"sum": ["value"], "ratio_of_sums": ["numerator", "denominator"]}
    about = tables.indicators.set_index("indicator")
    register = tables.localities[
        tables.localities["vintage"].isin(sent["vintage"]) & tables.localities["mapped"]
    ]
    parents = register.set_index("code")["parent_code"]
    for aggregation, compared in columns.items():
        adds_up = about.index[about["aggregation"].eq(aggregation)]
        exact = after[after["preferred"] & after["qualifier"].eq("exact") & after["indicator"].isin(adds_up)]
        for column in compared:
            yield from _sum_mismatches(sent, exact.dropna(subset=column), column, parents)


def _sum_mismatches(
    sent: pd.DataFrame, exact: pd.DataFrame, column: str, parents: "pd.Series[Any]"
) -> Iterator[Finding]:
    inside = exact.assign(locality=exact["locality"].map(parents)).dropna(subset="locality")
    sums = inside.groupby(FIGURE, as_index=False).agg(total=(column, "sum"), reported=(column, "size"))
    wholes = exact[[*FIGURE, column]].merge(sums.astype({"locality": "str"}), on=FIGURE, validate="1:1")
    complete = wholes["reported"].eq(wholes["locality"].map(parents.value_counts()))
    differ = (wholes["total"] - wholes[column]).abs().gt(SLACK)
    apart = (complete & differ) | wholes["total"].gt(wholes[column] + SLACK)
    for found in wholes[apart].to_dict("records"):
        row = _sent_figure_of_area(sent, found, parents)
        if row is not None:
            figures = {"stated": number(found[column], 4), "computed": number(found["total"], 4)}
            cell = row.get(f"{column}_cell") or row["cell"]
            yield _finding("parts_of_area", row, cell, what=words.COMPARED[column], **figures)


def _sent_figure_of_area(
    sent: pd.DataFrame, found: dict[Any, Any], parents: "pd.Series[Any]"
) -> dict[Any, Any] | None:
    """Return the sent figure of an area, else the first of a locality in it; None where neither was sent."""
    here = sent[np.logical_and.reduce([sent[name].eq(found[name]) for name in ("indicator", *PERIOD)])]
    own = here[here["locality"].eq(found["locality"])]
    rows = own if len(own) else here[here["locality"].map(parents).eq(found["locality"])]
    return dict(rows.iloc[0]) if len(rows) else None
