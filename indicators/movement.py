"""The changes between two days: real moves, first reports, revisions of older figures, flips of status."""

import numpy as np
import pandas as pd

from data.qualifiers import PRECISE, Flags, Floats, interval, rounding
from indicators.latest_observations import KEY, latest
from indicators.pace import SAME_SPAN_DAYS

FIGURE = [*KEY, "period_start", "period_end"]
MOVES = ("improved", "worsened", "moved", "level", "unclear", "reported")
TOUCHING = 1e-9
_SHOWN = ["value", "value_text", "qualifier", "value_basis", "source"]


def movements(
    before: pd.DataFrame,
    after: pd.DataFrame,
    indicators: pd.DataFrame,
    day_before: pd.Timestamp,
    day_after: pd.Timestamp,
) -> pd.DataFrame:
    """Compare the figure in effect on one day, as known then, with the one in effect on a later day.

    A move is real if the intervals of the two figures do not overlap; the qualifier and half a unit of the last printed
    digit make the interval. The earlier figure counts with its value of today, so a revision never looks like a move.
    A flow is compared over equal spans only.

    Parameters
    ----------
    before, after
        The observations on both days, real or simulated, never mixed.
    indicators
        The table.
    day_before, day_after
        The two viewed days.

    Returns
    -------
    DataFrame
        One row per (vintage, locality, indicator) with a figure of a newer period, or with its first: ``kind`` of
        ``MOVES`` (``level``: no real change; ``moved``: a real change of an indicator without direction; ``unclear``:
        nothing decides; ``reported``: no figure was known before), ``from_value``, ``from_qualifier``,
        ``from_value_basis``, ``from_end``, ``from_source``, the same ``to_…`` with ``to_value_text``,
        ``change`` (to − from), ``unit``, ``decimals``, ``direction``.
    """
    about = indicators[["indicator", "unit", "decimals", "direction", "time_type", "minimum", "maximum"]]
    now, earlier = _in_effect(after, day_after, "to"), _in_effect(before, day_before, "from")
    earlier = _with_revisions(earlier, after)
    rows = now.merge(earlier, "left", on=KEY, validate="1:1").merge(about, on="indicator", validate="m:1")
    first = rows["from_end"].isna()
    rows = rows[first | rows["to_end"].gt(rows["from_end"])].reset_index(drop=True)
    rows["change"] = rows["to_value"] - rows["from_value"]
    rows["kind"] = _kind(rows)
    columns = ["kind", "from_value", "from_qualifier", "from_value_basis", "from_end", "from_source"]
    columns += ["to_value", "to_value_text", "to_qualifier", "to_value_basis", "to_end", "to_source"]
    columns += ["change", "unit", "decimals", "direction"]
    return rows[[*KEY, *columns]]


def revisions(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """List the figures that were known before and have another value now, or are withdrawn.

    Returns
    -------
    DataFrame
        ``FIGURE``, ``kind`` (``revised``: the same source has another value, ``replaced``: another source is preferred
        now, ``withdrawn``), ``from_value``, ``from_value_text``, ``from_qualifier``, ``from_source`` and the same
        ``to_…``.
    """
    earlier, now = (
        frame.loc[frame["preferred"], [*FIGURE, *_SHOWN]].rename(
            columns={name: f"{side}_{name}" for name in _SHOWN}
        )
        for side, frame in (("from", before), ("to", after))
    )
    rows = earlier.merge(now, "left", on=FIGURE, indicator="there", validate="1:1")
    withdrawn = rows["there"].eq("left_only")
    differs = _differs(rows, "value") | _differs(rows, "value_text") | _differs(rows, "qualifier")
    kinds = [withdrawn, rows["from_source"].eq(rows["to_source"])]
    rows["kind"] = np.select(kinds, ["withdrawn", "revised"], "replaced")
    return rows[withdrawn | differs].drop(columns="there").reset_index(drop=True)


def flips(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """List the assigned targets whose status changed.

    Parameters
    ----------
    before, after
        Of ``indicators.status.assess`` on both days.

    Returns
    -------
    DataFrame
        The columns of ``after`` and ``status_before``, ``better`` (bool: the new status is nearer to met), and
        ``because``: ``figure`` (a figure of a newer period), ``revision`` (another value of the same period), ``time``
        (the same figure: a deadline or a year has passed).
    """
    key = ["target", "vintage", "locality"]
    earlier = before.loc[before["standing"].eq("assigned"), [*key, "status", "period_end", "value"]]
    rows = after[after["standing"].eq("assigned")]
    rows = rows.merge(earlier, on=key, suffixes=("", "_before"), validate="1:1")
    rows = rows[rows["status"].ne(rows["status_before"])]
    order = {status: place for place, status in enumerate(_TOWARDS_MET)}
    rows["better"] = rows["status"].map(order).fillna(-1).gt(rows["status_before"].map(order).fillna(-1))
    same_period = rows["period_end"].eq(rows["period_end_before"])
    same_period |= rows["period_end"].isna() & rows["period_end_before"].isna()
    conditions = [same_period & ~_differs(rows, "value", "{}_before", "{}"), same_period]
    rows["because"] = np.select(conditions, ["time", "revision"], "figure")
    return rows.drop(columns=["period_end_before", "value_before"]).reset_index(drop=True)


_TOWARDS_MET = ("missed", "behind", "open", "on_track", "met")


def _in_effect(observations: pd.DataFrame, day: pd.Timestamp, side: str) -> pd.DataFrame:
    rows = latest(observations, day)
    rows = rows[rows["absence"].isna()]
    names = {"period_start": "start", "period_end": "end"} | {name: name for name in _SHOWN}
    return rows[[*KEY, *names]].rename(columns={name: f"{side}_{new}" for name, new in names.items()})


def _with_revisions(earlier: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Replace value, qualifier and basis of earlier figures by those of today; a withdrawn figure keeps its own."""
    # The search is limited to these periods: over all years it takes longer than the rest of the comparison.
    same_ends = after["preferred"] & after["period_end"].isin(earlier["from_end"].unique())
    changing = ["value", "qualifier", "value_basis"]
    now = after.loc[same_ends, [*FIGURE, *changing]]
    now = now.rename(columns={"period_start": "from_start", "period_end": "from_end"})
    rows = earlier.merge(now, "left", on=[*KEY, "from_start", "from_end"], validate="1:1")
    for name in changing:
        rows[f"from_{name}"] = rows[name].fillna(rows[f"from_{name}"])
    return rows.drop(columns=changing)


def _kind(rows: pd.DataFrame) -> pd.Series:
    first = rows["from_end"].isna().to_numpy("bool")
    (low, high), (was_low, was_high) = _bounds(rows, "to"), _bounds(rows, "from")
    up, down = low >= was_high - TOUCHING, high <= was_low + TOUCHING
    still = ~up & ~down & ~np.isnan(low) & ~np.isnan(was_low)
    good = {"higher": up, "lower": down}
    bad = {"higher": down, "lower": up}
    conditions = [
        first,
        ~_equal_spans(rows) | (np.isnan(low) | np.isnan(was_low)),
        still & ~_precise(rows),
        still,
        _by_direction(rows, good),
        _by_direction(rows, bad),
    ]
    kinds = ["reported", "unclear", "unclear", "level", "improved", "worsened"]
    return pd.Series(np.select(conditions, kinds, "moved"), rows.index, dtype="str")


def _bounds(rows: pd.DataFrame, side: str) -> tuple[Floats, Floats]:
    """Return the bounds of a printed figure: by its qualifier, and half a unit of its last digit."""
    figures = rows.assign(value=rows[f"{side}_value"], qualifier=rows[f"{side}_qualifier"])
    low, high = interval(figures)
    exact = figures["qualifier"].eq("exact").to_numpy("bool")
    margin = np.where(exact, rounding(figures["value"].to_numpy("float64")), 0.0)
    return low - margin, high + margin


def _precise(rows: pd.DataFrame) -> Flags:
    both = rows["from_qualifier"].isin(PRECISE) & rows["to_qualifier"].isin(PRECISE)
    return both.to_numpy("bool")


def _equal_spans(rows: pd.DataFrame) -> Flags:
    spans = [(rows[f"{side}_end"] - rows[f"{side}_start"]).dt.days for side in ("from", "to")]
    same = (spans[0] - spans[1]).abs().le(SAME_SPAN_DAYS) | rows["time_type"].ne("flow")
    return same.to_numpy("bool")


def _by_direction(rows: pd.DataFrame, moved: dict[str, Flags]) -> Flags:
    flags = np.zeros(len(rows), dtype="bool")
    for direction, holds in moved.items():
        flags |= rows["direction"].eq(direction).to_numpy("bool") & holds
    return flags


def _differs(rows: pd.DataFrame, name: str, was: str = "from_{}", now: str = "to_{}") -> pd.Series:
    before, after = rows[was.format(name)], rows[now.format(name)]
    return before.ne(after) & ~(before.isna() & after.isna())
