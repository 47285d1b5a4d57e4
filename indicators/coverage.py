"""Reporting obligations and coverage: which figure is due when, and which is reported."""

import numpy as np
import pandas as pd

from indicators.latest_observations import KEY
from indicators.trajectory import DAY_BITS, DAY_ZERO

STATUSES = ("reported", "not_reported_yet", "late", "not_applicable", "boundary_changed")
OBLIGATION = ["indicator", "vintage", "level"]
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def reporting_periods(expected: pd.DataFrame, kind: str, as_of: pd.Timestamp) -> pd.DataFrame:
    """List the reporting periods that have begun by a day, for each indicator, vintage and level.

    An obligation begins with the first whole period on or after ``valid_from`` and ends with the last whole period
    before ``valid_to``.

    Returns
    -------
    DataFrame
        ``indicator``, ``vintage``, ``level``, ``period_start``, ``period_end``, ``due_on``, ``basis``; in order of
        obligation and time.
    """
    obligations = expected[expected["kind"].eq(kind)]
    spans = obligations[["frequency", "valid_from", "valid_to"]].drop_duplicates()
    none = spans.iloc[:0].assign(period_start=spans["valid_from"], period_end=spans["valid_from"])
    calendars = [none, *(_calendar(span, as_of) for span in spans.itertuples(index=False))]
    rows = obligations.merge(pd.concat(calendars), on=list(spans.columns), validate="m:m")
    rows["due_on"] = rows["period_end"] + pd.to_timedelta(rows["due_days"], unit="D")
    rows = rows[[*OBLIGATION, "period_start", "period_end", "due_on", "basis"]]
    return rows.sort_values([*OBLIGATION, "period_end"]).reset_index(drop=True)


def due_reports(
    expected: pd.DataFrame, localities: pd.DataFrame, kind: str, as_of: pd.Timestamp
) -> pd.DataFrame:
    """List which locality has to report which figure, for which period, by which date.

    Parameters
    ----------
    expected, localities
        The tables. Pass the localities of one province, because the list is long.
    kind
        real or simulated.
    as_of
        Periods that have ended by this day are listed, due or not.

    Returns
    -------
    DataFrame
        ``vintage``, ``locality``, ``indicator``, ``period_start``, ``period_end``, ``due_on``, ``basis``.
    """
    ended = reporting_periods(expected, kind, as_of).query("period_end <= @as_of")
    rows = _mapped(localities).merge(ended, on=["vintage", "level"], validate="m:m")
    return rows[[*KEY, "period_start", "period_end", "due_on", "basis"]]


def coverage(
    expected: pd.DataFrame,
    localities: pd.DataFrame,
    observations: pd.DataFrame,
    kind: str,
    as_of: pd.Timestamp,
) -> pd.DataFrame:
    """Return, for each locality and indicator with an obligation, whether the figure is reported.

    A figure reports the period in which its own period ends: nine months to 30/9 report the third quarter.

    Parameters
    ----------
    expected, localities, observations
        The tables; observations of this kind only.
    kind
        real or simulated.
    as_of
        The viewed day.

    Returns
    -------
    DataFrame
        One row per (vintage, locality, indicator): ``level``, ``status`` (one of ``STATUSES``), ``due`` and
        ``reported`` (numbers of periods whose due day has passed), ``last_period`` (end of the last period reported),
        ``late_since`` (the day after the first missing figure was due), ``next_due`` (when the next figure
        not yet due is), ``basis`` (assigned, or only proposed).
    """
    calendar = reporting_periods(expected, kind, as_of)
    obligations = _obligations(calendar, as_of)
    cells = _mapped(localities).merge(obligations, on=["vintage", "level"], validate="m:m")
    cells = cells.reset_index(drop=True)
    at_cell, at_period, absence = _found(observations, cells, calendar, as_of)

    # One number stands for a pair: numpy finds unique pairs in twenty times the time.
    at_cell, at_period = np.divmod(np.unique(at_cell * len(calendar) + at_period), max(len(calendar), 1))
    was_due = at_period <= cells["last_due"].to_numpy()[at_cell]
    cells["reported"] = np.bincount(at_cell[was_due], minlength=len(cells))
    last = cells["first"].to_numpy() - 1
    np.maximum.at(last, at_cell, at_period)
    late = (cells["due"].to_numpy() > 0) & (last < cells["last_due"].to_numpy())
    never = last < cells["first"].to_numpy()

    status = np.select([late, never], ["late", "not_reported_yet"], "reported")
    cells["status"] = pd.Series(status, dtype="str").mask(absence.notna(), absence)
    due_on = calendar["due_on"].to_numpy("datetime64[us]")
    ends = calendar["period_end"].to_numpy("datetime64[us]")
    cells["last_period"] = _date_at(ends, last, ~never)
    cells["late_since"] = _date_at(
        due_on + np.timedelta64(1, "D"), last + 1, late & absence.isna().to_numpy()
    )
    following = np.maximum(last, cells["last_due"].to_numpy()) + 1
    cells["next_due"] = _date_at(due_on, following, following <= cells["last"].to_numpy())
    columns = ["level", "status", "due", "reported", "last_period", "late_since", "next_due", "basis"]
    return cells[[*KEY, *columns]]


def reported_counts(covered: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Count how many of the due figures are reported, printed as "12/27", never as a percentage.

    A place does not count as due if the indicator does not apply to it, if its boundaries changed, or if nothing is
    due yet.

    Parameters
    ----------
    covered
        Of ``coverage``.
    by
        Columns to count by, e.g. ``["vintage", "indicator"]``.

    Returns
    -------
    DataFrame
        ``by``, ``reported``, ``due``, ``late``, ``text`` ("12/27").
    """
    due = covered["status"].isin(["reported", "late"])
    counted = covered[by].assign(
        reported=covered["status"].eq("reported"), due=due, late=covered["status"].eq("late")
    )
    rows = counted.groupby(by, as_index=False, sort=False)[["reported", "due", "late"]].sum()
    return rows.assign(text=rows["reported"].astype("str") + "/" + rows["due"].astype("str"))


def _calendar(span: tuple[str, pd.Timestamp, pd.Timestamp], as_of: pd.Timestamp) -> pd.DataFrame:
    frequency, valid_from, valid_to = span
    step = MONTHS[frequency]
    month = valid_from.year * 12 + valid_from.month - 1 + (valid_from.day > 1)
    first = -(-month // step) * step
    until = as_of.year * 12 + as_of.month
    counts = np.arange(first, until, step) - 1970 * 12
    starts = pd.Series(counts.astype("datetime64[M]").astype("datetime64[us]"))
    ends = pd.Series((counts + step).astype("datetime64[M]").astype("datetime64[us]")) - pd.Timedelta(days=1)
    rows = pd.DataFrame({"period_start": starts, "period_end": ends})
    rows = rows.assign(frequency=frequency, valid_from=valid_from, valid_to=valid_to)
    return rows if pd.isna(valid_to) else rows[rows["period_end"].le(valid_to)]


def _mapped(localities: pd.DataFrame) -> pd.DataFrame:
    units = localities.loc[localities["mapped"], ["vintage", "code", "level"]]
    return units.rename(columns={"code": "locality"})


def _obligations(calendar: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Return, for each obligation, its first, last and last due position in the calendar, and the number due.

    A figure may still come on the day it is due; it is missing from the day after.
    """
    rows = calendar.assign(position=calendar.index, is_due=calendar["due_on"].lt(as_of))
    grouped = rows.groupby(OBLIGATION, as_index=False, sort=False)
    obligations = grouped.agg(
        first=("position", "min"), last=("position", "max"), due=("is_due", "sum"), basis=("basis", "last")
    )
    last_due = obligations["first"] + obligations["due"] - 1
    return obligations.assign(last_due=last_due, obligation=range(len(obligations)))


def _found(
    observations: pd.DataFrame, cells: pd.DataFrame, calendar: pd.DataFrame, as_of: pd.Timestamp
) -> tuple[np.ndarray, np.ndarray, pd.Series]:
    """Return cell and period of every figure, and the absence that each cell reports last."""
    keys = cells[[*KEY, "obligation"]].assign(cell=cells.index)
    current = observations["preferred"] & observations["period_end"].le(as_of)
    known = observations[[*KEY, "period_end", "value", "absence"]][current].merge(
        keys, on=KEY, validate="m:1"
    )
    final = known.sort_values("period_end").drop_duplicates("cell", keep="last").set_index("cell")
    absence = final["absence"].reindex(cells.index)

    figures = known[known["value"].notna()]
    obligation_of = calendar.groupby(OBLIGATION, sort=False).ngroup().to_numpy()
    ends = _sort_key(obligation_of, calendar["period_end"])
    at = np.searchsorted(ends, _sort_key(figures["obligation"].to_numpy(), figures["period_end"]))
    inside = at < len(calendar)
    at = np.where(inside, at, 0)
    if len(calendar):
        inside &= obligation_of[at] == figures["obligation"].to_numpy()
        inside &= (figures["period_end"] >= calendar["period_start"].iloc[at].to_numpy()).to_numpy()
    return figures["cell"].to_numpy()[inside], at[inside], absence


def _sort_key(codes: np.ndarray, days: pd.Series) -> np.ndarray:
    number = days.to_numpy("datetime64[D]").astype("int64")
    key: np.ndarray = (codes.astype("int64") << DAY_BITS) + number + DAY_ZERO
    return key


def _date_at(dates: np.ndarray, position: np.ndarray, where: np.ndarray) -> np.ndarray:
    dates_at = np.full(len(position), np.datetime64("NaT"), dtype="datetime64[us]")
    dates_at[where] = dates[position[where]]
    return dates_at
