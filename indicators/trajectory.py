"""The trajectory of a target: the value of its straight line on a day."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import PRECISE, Floats
from indicators.latest_observations import FRESH, KEY

Dates = NDArray[np.datetime64]
SEGMENT = ["line_start", "line_start_value", "line_end", "line_end_value", "expected"]
_OF_FIGURE = [*KEY, "period_start", "period_end", "value", "qualifier", "preferred"]
# The days from 1900 to 2300 fit in 21 bits, so one integer can sort by target and day.
DAY_BITS, DAY_ZERO = 21, 2**19


def baselines(rows: pd.DataFrame, targets: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Return the start of each line.

    A line starts at the stated baseline. If only the date is stated, it starts at the locality's own latest preferred
    observation on that date, unless this is qualified ("hơn 60") or older than 12 months. Otherwise there is no line:
    an unknown start is not zero.

    Parameters
    ----------
    rows
        ``target``, ``vintage``, ``locality``.
    targets, observations
        The tables.

    Returns
    -------
    DataFrame
        On the rows' index: ``baseline``, ``baseline_date``, ``baseline_basis`` (stated, own_observation or
        missing).
    """
    stated = targets[["target", "indicator", "baseline", "baseline_date"]]
    starts = rows[["target", "vintage", "locality"]].merge(stated, "left", on="target", validate="m:1")
    starts.index = rows.index
    only_date = starts["baseline"].isna() & starts["baseline_date"].notna()
    if only_date.any():
        starts.loc[only_date, "baseline"] = _own_values(starts[only_date], observations)
    known = starts["baseline"].notna() & starts["baseline_date"].notna()
    basis = np.select([known & only_date, known], ["own_observation", "stated"], "")
    starts["baseline_basis"] = pd.Series(basis, index=rows.index, dtype="str").replace("", np.nan)
    return starts[["baseline", "baseline_date", "baseline_basis"]]


def expected_on(starts: pd.DataFrame, targets: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    """Return the value of each row's line on its day.

    The line runs from (baseline_date, baseline) through the target's milestones to (deadline, value). After the first
    milestone it needs no baseline, because both ends of a segment are stated. After the deadline its value is the
    target. Before the first known point it has no value.

    Parameters
    ----------
    starts
        ``target``, ``baseline``, ``baseline_date``.
    targets
        The table; milestones are its rows with ``milestone_of``.
    days
        One date per row of ``starts``.

    Returns
    -------
    DataFrame
        On the starts' index: ``expected``, and the segment that it lies on, ``line_start``, ``line_start_value``,
        ``line_end``, ``line_end_value``; missing if there is no line.
    """
    if starts.empty:
        return _no_line(starts)
    points = _points(targets)
    names = pd.Index(points["target"].unique())
    keys = _sort_key(names.get_indexer(points["target"]), points["deadline"])
    points = points.iloc[np.argsort(keys)].reset_index(drop=True)
    row_code = names.get_indexer(starts["target"])
    at = np.searchsorted(np.sort(keys), _sort_key(row_code, days))

    to_date, to_value = _point(points, at, starts["target"])
    before_date, before_value = _point(points, at - 1, starts["target"])
    baseline_date = starts["baseline_date"].to_numpy("datetime64[us]")
    baseline = np.where(np.isnat(baseline_date), np.nan, starts["baseline"].to_numpy("float64"))
    use_baseline = ~np.isnan(baseline) & ~(before_date >= baseline_date)
    from_date = np.where(use_baseline, baseline_date, before_date)
    from_value = np.where(use_baseline, baseline, before_value)

    over = np.isnat(to_date) & ~np.isnat(before_date)
    line = _interpolated(from_date, from_value, to_date, to_value, days.to_numpy("datetime64[us]"))
    expected = np.where(over, before_value, line)
    pieces = pd.DataFrame(
        dict(zip(SEGMENT, [from_date, from_value, to_date, to_value, expected], strict=True)), starts.index
    )
    on_line = pd.Series(~np.isnan(line), starts.index)
    return pieces.assign(**{name: pieces[name].where(on_line) for name in SEGMENT[:4]})


def _interpolated(
    from_date: Dates, from_value: Floats, to_date: Dates, to_value: Floats, day: Dates
) -> Floats:
    """Return the value on a straight line between two points; missing before the first or without a second."""
    elapsed, total = _days_between(from_date, day), _days_between(from_date, to_date)
    with np.errstate(invalid="ignore", divide="ignore"):
        line = from_value + (to_value - from_value) * elapsed / total
    return np.where((elapsed < 0) | (total <= 0), np.nan, line)


def _no_line(starts: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of ``expected_on`` without rows. Most views have only reference lines, so this is fast."""
    dates = pd.Series(index=starts.index, dtype="datetime64[us]")
    values = pd.Series(index=starts.index, dtype="float64")
    return pd.DataFrame(dict(zip(SEGMENT, [dates, values, dates, values, values], strict=True)))


def _own_values(starts: pd.DataFrame, observations: pd.DataFrame) -> pd.Series:
    """Return each locality's latest value, by the rules of ``latest_observations``, on the day its line starts."""
    rows = starts[[*KEY, "baseline_date"]].assign(row=starts.index)
    days = rows["baseline_date"]
    near = observations["period_end"].between(days.min() - FRESH, days.max()) & observations["preferred"]
    figures = observations[_OF_FIGURE].iloc[np.flatnonzero(near)]
    figures = figures[figures["locality"].isin(rows["locality"].unique())]
    pairs = rows.merge(figures, on=KEY, validate="m:m")
    pairs = pairs[pairs["period_end"].between(pairs["baseline_date"] - FRESH, pairs["baseline_date"])]
    pairs = pairs.sort_values(["period_end", "period_start"], ascending=[True, False], kind="stable")
    last = pairs.drop_duplicates("row", keep="last").set_index("row")
    return last["value"].where(last["qualifier"].isin(PRECISE)).reindex(starts.index)


def _points(targets: pd.DataFrame) -> pd.DataFrame:
    """List the stated points of every line: the target's end, and the milestones before it."""
    stated = targets[targets["value"].notna() & targets["deadline"].notna()]
    ends = stated[["target", "deadline", "value"]]
    steps = stated.loc[stated["milestone_of"].notna(), ["milestone_of", "deadline", "value"]]
    steps = steps.rename(columns={"milestone_of": "target"})
    end_of = ends.set_index("target")["deadline"].reindex(steps["target"])
    before = steps["deadline"].to_numpy() < end_of.to_numpy()
    return pd.concat([ends, steps[before]], ignore_index=True)


def _point(points: pd.DataFrame, at: NDArray[np.intp], target: pd.Series) -> tuple[Dates, Floats]:
    """Return the points at some positions; missing if the point there belongs to another target."""
    reached = points.reindex(at)
    other = reached["target"].to_numpy(object) != target.to_numpy(object)
    dates = reached["deadline"].to_numpy("datetime64[us]").copy()
    values = reached["value"].to_numpy("float64").copy()
    dates[other], values[other] = np.datetime64("NaT"), np.nan
    return dates, values


def _sort_key(codes: NDArray[np.intp], days: pd.Series) -> NDArray[np.int64]:
    dates = days.to_numpy("datetime64[D]")
    number = np.where(np.isnat(dates), 0, dates.astype("int64"))
    return (codes.astype("int64") << DAY_BITS) + number + DAY_ZERO


def _days_between(start: Dates, end: Dates) -> Floats:
    return np.asarray((end - start) / np.timedelta64(1, "D"), dtype="float64")
