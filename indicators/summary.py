"""Summaries of an assessment: counts by status, the localities behind, the fastest improvements, late reports."""

import numpy as np
import pandas as pd

BEHIND = ("behind", "missed")


def status_counts(assessed: pd.DataFrame) -> pd.DataFrame:
    """Count the assigned targets of each resolution by status.

    Returns
    -------
    DataFrame
        ``resolution``, ``status``, ``count`` (target × locality), ``targets`` (number of different targets).
    """
    own = assessed[assessed["standing"].eq("assigned")]
    grouped = own.groupby(["resolution", "status"], as_index=False, sort=False)
    return grouped.agg(count=("target", "size"), targets=("target", "nunique"))


def behind(assessed: pd.DataFrame, targets: pd.DataFrame, explanations: pd.DataFrame) -> pd.DataFrame:
    """List the rows that are behind the line or missed the deadline, with shortfall, cause and responsible agency.

    Returns
    -------
    DataFrame
        The largest shortfall first: the assessed columns, ``title``, ``outlook``, ``shortfall`` (negative, in the
        indicator's unit: to the line if behind, to the target if missed), ``relative_shortfall`` (shortfall over the
        target, comparable between units), ``cause_kind``, ``cause``, ``difficulty``, ``proposal``, ``responsible``
        (of the latest explanation, else the target's lead agency).
    """
    rows = assessed[assessed["status"].isin(BEHIND)]
    rows = rows.merge(targets[["target", "title", "outlook", "lead_agency"]], on="target", validate="m:1")
    why = _latest_explanations(explanations, rows)
    rows = rows.merge(why, "left", on=["target", "vintage", "locality"], validate="m:1")
    rows["responsible"] = rows["responsible"].fillna(rows["lead_agency"])
    rows["shortfall"] = rows["lag"].where(rows["status"].eq("behind"), rows["gap"])
    size = rows["target_value"].abs().where(rows["target_value"].ne(0))
    rows["relative_shortfall"] = rows["shortfall"] / size
    order = ["relative_shortfall", "target", "vintage", "locality"]
    return rows.drop(columns="lead_agency").sort_values(order).reset_index(drop=True)


def improved_most(changed: pd.DataFrame, indicators: pd.DataFrame, count: int = 5) -> pd.DataFrame:
    """List the fastest improvements, in percentage points per year.

    Only indicators in per cent are compared, because other units have no common measure.

    Parameters
    ----------
    changed
        Of ``indicators.pace.changes``.

    Returns
    -------
    DataFrame
        Fastest first: the columns of ``changed`` and ``gain`` (points per year, positive).
    """
    about = indicators.loc[indicators["unit"].eq("%"), ["indicator", "direction"]]
    rows = changed.merge(about, on="indicator", validate="m:1")
    sign = np.select([rows["direction"].eq("higher"), rows["direction"].eq("lower")], [1.0, -1.0], np.nan)
    rows["gain"] = rows["per_month"] * 12 * sign
    rows = rows[rows["change_reason"].eq("") & ~rows["stale"] & rows["gain"].gt(0)]
    order = ["gain", "vintage", "locality", "indicator"]
    rows = rows.sort_values(order, ascending=[False, True, True, True]).head(count)
    return rows.drop(columns="direction").reset_index(drop=True)


def not_reported(covered: pd.DataFrame) -> pd.DataFrame:
    """List the localities with late figures, those with most late figures first.

    Parameters
    ----------
    covered
        Of ``indicators.coverage.coverage``.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality``, ``late`` (number of late indicators), ``due`` (number of due indicators),
        ``late_since`` (the earliest), ``text`` (reported/due, "12/19"), ``proposed`` (bool: all obligations are only
        proposed).
    """
    due = covered[covered["status"].isin(["reported", "late"])]
    due = due.assign(is_late=due["status"].eq("late"), is_proposed=due["basis"].eq("proposed"))
    rows = due.groupby(["vintage", "locality"], as_index=False, sort=False).agg(
        late=("is_late", "sum"),
        due=("is_late", "size"),
        late_since=("late_since", "min"),
        proposed=("is_proposed", "all"),
    )
    rows["text"] = (rows["due"] - rows["late"]).astype("str") + "/" + rows["due"].astype("str")
    rows = rows[rows["late"].gt(0)].sort_values(
        ["late", "late_since", "locality"], ascending=[False, True, True]
    )
    return rows.reset_index(drop=True)


def _latest_explanations(explanations: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the latest explanation of each row that was known on the viewed day."""
    known = explanations
    if len(rows):
        known = known[known["as_of"].le(rows["as_of"].iloc[0])]
    key = ["target", "vintage", "locality"]
    columns = [*key, "cause_kind", "cause", "difficulty", "proposal", "responsible"]
    return known.sort_values("as_of", kind="stable").drop_duplicates(key, keep="last")[columns]
