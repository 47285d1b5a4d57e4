"""The pace of figures, their arrival at a target at this pace, and the pace that reaches it in time."""

import numpy as np
import pandas as pd

from data.qualifiers import PRECISE
from indicators.latest_observations import FRESH, KEY, is_stale, latest

DAYS_A_MONTH = 365.25 / 12
# Months have 28 to 31 days: spans that differ by at most this have the same number of months.
SAME_SPAN_DAYS = 3
# An arrival after more than 50 years is not a useful forecast.
FARTHEST_MONTHS = 600


def changes(observations: pd.DataFrame, indicators: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Compare each latest figure with an earlier one of its own series.

    A stock or cumulative figure is compared with the oldest figure that ended within the 12 months before it, or else
    with the last figure before those 12 months: a year smooths the jumps from month to month. A flow is compared over
    equal spans only: with the same span a year earlier, which has the same season, or else with the span just before
    it.

    Parameters
    ----------
    observations, indicators
        The tables; only preferred, exact or "about" figures are compared.
    as_of
        The viewed day.

    Returns
    -------
    DataFrame
        One row per (vintage, locality, indicator) with a figure: ``from_value``, ``from_end``, ``to_value``,
        ``to_end``, ``months`` between the two ends, ``change``, ``per_month``, ``stale``, and
        ``change_reason``: empty, or inexact, one_observation, no_equal_span.
    """
    last = latest(observations, as_of).merge(
        indicators[["indicator", "time_type"]], "left", on="indicator", validate="m:1"
    )
    last = last[last["absence"].isna()].reset_index(drop=True)
    usable = _comparable(last)
    now = last.loc[usable, [*KEY, "time_type", "value", "period_start", "period_end"]].assign(
        row=np.flatnonzero(usable)
    )
    now = now.rename(columns={"value": "to_value", "period_end": "to_end", "period_start": "to_start"})
    pairs = _pairs(observations, now, as_of)
    rows = last[[*KEY, "time_type", "stale"]].assign(usable=usable)
    rows = rows.join(now[["to_value", "to_end"]], validate="1:1").join(
        _earlier_figures(pairs), validate="1:1"
    )
    rows["months"] = (rows["to_end"] - rows["from_end"]).dt.days / DAYS_A_MONTH
    rows["change"] = rows["to_value"] - rows["from_value"]
    rows["per_month"] = rows["change"] / rows["months"]
    alone = rows["from_end"].isna()
    flow_with_past = rows.index.isin(pairs["row"]) & rows["time_type"].eq("flow")
    conditions = [~rows["usable"], alone & flow_with_past, alone]
    rows["change_reason"] = np.select(conditions, ["inexact", "no_equal_span", "one_observation"], "")
    columns = ["from_value", "from_end", "to_value", "to_end", "months", "change", "per_month"]
    return rows[[*KEY, *columns, "stale", "change_reason"]]


def arrivals(assessed: pd.DataFrame, changed: pd.DataFrame) -> pd.DataFrame:
    """Return, for each assessed target, the date it is reached at this pace, and the pace that reaches it in time.

    Parameters
    ----------
    assessed
        Of ``indicators.status.assess``.
    changed
        Of ``changes`` for the same day.

    Returns
    -------
    DataFrame
        On the assessed rows' index: ``target``, the columns of ``changes``, ``arrival`` (date),
        ``needed_per_month`` (from the figure's period end to the deadline), and ``pace_reason``: empty if there is an
        arrival, else not_a_value, no_observation, stale, already_met, inexact, one_observation, no_equal_span,
        not_moving or too_slow.
    """
    aims = [*KEY, "target", "target_value", "deadline", "kind", "sense", "status", "as_of"]
    rows = assessed[aims].merge(changed, "left", on=KEY, validate="m:1")
    rows.index = assessed.index
    rows["stale"] = is_stale(rows["to_end"], rows["as_of"].max()) if len(rows) else False
    left = rows["target_value"] - rows["to_value"]
    until = (rows["deadline"] - rows["to_end"]).dt.days / DAYS_A_MONTH
    is_value, met = rows["kind"].eq("value"), rows["status"].eq("met")
    ahead = left * rows["sense"] > 0
    rows["needed_per_month"] = (left / until).where(is_value & ahead & until.gt(0) & ~rows["stale"])
    to_go = (left / rows["per_month"]).where(rows["per_month"] * rows["sense"] > 0)
    conditions = {
        "not_a_value": ~is_value | rows["target_value"].isna(),
        "no_observation": rows["change_reason"].isna(),
        "stale": rows["stale"],
        "already_met": met | (rows["to_value"].notna() & ~ahead),
        "inexact": rows["change_reason"].eq("inexact"),
        "one_observation": rows["change_reason"].eq("one_observation"),
        "no_equal_span": rows["change_reason"].eq("no_equal_span"),
        "not_moving": to_go.isna(),
        "too_slow": to_go.gt(FARTHEST_MONTHS),
    }
    rows["pace_reason"] = first_reason(conditions)
    days = (to_go * DAYS_A_MONTH).where(rows["pace_reason"].eq("")).round()
    rows["arrival"] = rows["to_end"] + pd.to_timedelta(days, unit="D")
    return rows.drop(columns=["kind", "sense", "status", "as_of", "change_reason"])


def first_reason(conditions: dict[str, pd.Series]) -> pd.Series:
    """Return the name of the first condition that holds for each row, "" if none does."""
    flags = [condition.to_numpy("bool") for condition in conditions.values()]
    index = next(iter(conditions.values())).index
    return pd.Series(np.select(flags, list(conditions), ""), index, dtype="str")


def _comparable(figures: pd.DataFrame) -> pd.Series:
    return figures["value"].notna() & figures["qualifier"].isin(PRECISE)


def _pairs(observations: pd.DataFrame, now: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Join each latest figure with every comparable earlier figure of its series."""
    known = np.flatnonzero(observations["preferred"] & observations["period_end"].le(as_of))
    earlier = observations[[*KEY, "value", "qualifier", "period_start", "period_end"]].iloc[known]
    pairs = earlier[_comparable(earlier)].rename(columns={"value": "from_value", "period_end": "from_end"})
    pairs = pairs.merge(now, on=KEY, validate="m:1").drop(columns=KEY)
    return pairs[pairs["from_end"].lt(pairs["to_end"])]


def _earlier_figures(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return, for each row, value and end of the earlier figure with the highest score."""
    age = (pairs["to_end"] - pairs["from_end"]).dt.days
    within = pairs["from_end"].ge(pairs["to_end"] - FRESH)
    score = age.where(within, -age).astype("float64")
    flow = pairs["time_type"].eq("flow")
    span = (pairs["from_end"] - pairs["period_start"]).dt.days
    same = (span - (pairs["to_end"] - pairs["to_start"]).dt.days).abs().le(SAME_SPAN_DAYS)
    year_apart = same & (age - 365.25).abs().le(SAME_SPAN_DAYS)
    adjoining = same & (pairs["to_start"] - pairs["from_end"]).dt.days.eq(1)
    equal = pd.Series(np.select([year_apart, adjoining], [2.0, 1.0], np.nan), pairs.index)
    score = score.mask(flow, equal)
    ordered = pairs.assign(score=score).dropna(subset=["score"]).sort_values("score", kind="stable")
    return ordered.drop_duplicates("row", keep="last").set_index("row")[["from_value", "from_end"]]
