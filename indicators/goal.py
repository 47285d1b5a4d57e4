"""What it takes: how much more a place needs, and the fewest places to lift so that the whole arrives."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import rates
from indicators.latest_observations import KEY
from indicators.pace import DAYS_A_MONTH, arrivals
from indicators.rates import Floats

GOAL_REASONS = ("already_met", "ceiling_too_low", "no_parts", "no_places")
NEEDED_REASONS = (
    "not_a_value",
    "no_observation",
    "stale",
    "already_met",
    "inexact",
    "no_parts",
    "out_of_reach",
)
_CONTRARY = {"≤": "≥", "<": ">"}


@dataclass(frozen=True)
class Goal:
    """The fewest places to lift.

    Attributes
    ----------
    chosen
        Their codes, those that add most first; empty where nothing is needed or nothing is enough.
    added
        Whole things they add together (dossiers), negative where fewer are wanted.
    possible
        Whether the whole reaches its target, by them or already.
    reason
        Empty, or one of ``GOAL_REASONS``.
    needed
        Things the whole lacks.
    reached, best
        Value of the whole with the chosen lifted, and with everybody lifted; NaN where there are no parts.
    """

    chosen: tuple[str, ...]
    added: int
    possible: bool
    reason: str
    needed: int
    reached: float
    best: float


def required_change(assessed: pd.DataFrame, changed: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Say for each assessed target how much more is needed, at which pace from the day one looks, and when it arrives.

    Parameters
    ----------
    assessed
        Of ``status.assess`` or ``scenario.judge``.
    changed
        Of ``pace.changes`` for the same day.
    indicators
        The table: bounds.

    Returns
    -------
    DataFrame
        On the assessed rows' index: ``target``, ``vintage``, ``locality``, ``indicator``; ``points`` (to go, in the
        indicator's unit), ``count`` (whole things to go: dossiers of a share with parts, the unit of a count; to the
        least whole number that fulfils the target; negative where fewer are wanted), ``months`` (from the view's day
        to the deadline; missing where it is over), ``points_per_month`` and ``count_per_month`` over them,
        ``arrival`` and ``pace_reason`` (of ``pace.pace``), and ``reason``: empty, or one of ``NEEDED_REASONS``
        (no_parts leaves the points).
    """
    rows = assessed.join(arrivals(assessed, changed)[["arrival", "pace_reason"]])
    bounds = indicators.set_index("indicator")[["minimum", "maximum"]].reindex(rows["indicator"])
    aim, value = rows["target_value"].to_numpy("float64"), rows["value"].to_numpy("float64")
    count, whole = _count(rows)
    beyond = (aim < bounds["minimum"].to_numpy()) | (aim > bounds["maximum"].to_numpy())
    conditions = {
        "not_a_value": rows["kind"].ne("value") | rows["target_value"].isna() | rows["sense"].eq(0),
        "no_observation": rows["value"].isna(),
        "stale": rows["stale"],
        "already_met": rows["status"].isin(["met", "above_reference"]) | (count * rows["sense"] <= 0),
        "inexact": ~rows["qualifier"].isin(["exact", "about"]),
        "out_of_reach": pd.Series(beyond, rows.index),
        "no_parts": pd.Series(~whole, rows.index),
    }
    flags = [condition.to_numpy("bool") for condition in conditions.values()]
    reason = pd.Series(np.select(flags, list(conditions), ""), rows.index, dtype="str")
    open_ = reason.isin(["", "no_parts"])
    months = (rows["deadline"] - rows["as_of"]).dt.days / DAYS_A_MONTH
    found = rows[["target", *KEY]].assign(
        points=pd.Series(aim - value, rows.index).where(open_),
        count=pd.Series(count, rows.index).where(reason.eq("")),
        months=months.where(months.gt(0)),
    )
    found["points_per_month"] = found["points"] / found["months"]
    found["count_per_month"] = found["count"] / found["months"]
    return found.assign(arrival=rows["arrival"], pace_reason=rows["pace_reason"], reason=reason)


def _count(rows: pd.DataFrame) -> tuple[Floats, np.ndarray]:
    """Count what lacks in whole things; a share without parts only has points."""
    aim, value, above, below = (
        rows[name].to_numpy("float64") for name in ("target_value", "value", "numerator", "denominator")
    )
    share = rows["unit"].eq("%").to_numpy("bool")
    by_parts = ~np.isnan(above) & (below > 0)
    left = np.full(len(rows), np.nan)
    for comparator in rows["comparator"].dropna().unique():
        here = rows["comparator"].eq(comparator).to_numpy("bool")
        scale = np.where(share, 100.0, 1.0)
        dossiers = rates.numerator_for(aim, below, scale, comparator) - above
        things = rates.numerator_for(aim, np.ones(len(rows)), np.ones(len(rows)), comparator) - value
        left = np.where(here, np.where(by_parts, dossiers, np.where(share, aim - value, things)), left)
    return left, by_parts | ~share


def fewest_places(
    places: pd.DataFrame,
    target: float,
    comparator: str = "≥",
    whole: tuple[float, float] | None = None,
    scale: float = 100.0,
) -> Goal:
    """Choose the fewest places to lift to their level so that the whole's ratio fulfils ``comparator target``.

    Denominators stay, so the whole's numerator grows by the sum of what the lifted places gain, and the target is a
    number of dossiers to gain. Of k places, those with the k largest gains add most: replace any chosen place by one
    that gains more and the sum grows. So if they are not enough no k places are, and the smallest k for which they
    are enough is the fewest.

    Of the many sets of k that are enough, the one that adds least is found exactly. Take the gains in falling order,
    g1 ≥ g2 ≥ …; the j-th place of a set gains at most gj, so what the set lacks against the k largest grows from
    place to place and may end at no more than the slack, their sum less what is needed. Which lacks can be
    reached after each place is kept as the bits of one number; the slack is less than gk (else k − 1 would do), and
    so the numbers are short.

    Parameters
    ----------
    places
        ``code``, ``numerator``, ``denominator``, ``level`` (its target or the stated ceiling, in the unit of
        ``target``; a place that is there already, or has no parts, gains nothing).
    target
        Of the whole.
    comparator
        ≥ or >; with ≤ or < the complement of each numerator is lifted, and ``added`` is negative.
    whole
        Numerator and denominator of the whole's own figure; the sums of the places where it is not given.
    scale
        100 for shares in per cent.

    Raises
    ------
    ValueError
        If the comparator is another.
    """
    if comparator in _CONTRARY:
        return _fewer(places, target, comparator, whole, scale)
    if comparator not in ("≥", ">"):
        raise ValueError(f"no direction to lift in: {comparator!r}")
    usable = places[places["numerator"].notna() & places["denominator"].gt(0) & places["level"].notna()]
    own = whole or (float(usable["numerator"].sum()), float(usable["denominator"].sum()))
    if not own[1] > 0 or own[0] != own[0]:
        return Goal((), 0, False, "no_parts" if len(places) else "no_places", 0, np.nan, np.nan)
    lack = rates.numerator_for(np.array([target]), np.array([own[1]]), scale, comparator)[0] - own[0]
    need = int(np.ceil(lack - rates.TINY))
    gains = _gains(usable, scale)
    best = _value(own, int(gains.sum()), scale)
    if need <= 0:
        return Goal((), 0, True, "already_met", 0, _value(own, 0, scale), best)
    if gains.sum() < need:
        reason = "ceiling_too_low" if len(usable) else "no_parts" if len(places) else "no_places"
        return Goal((), 0, False, reason, need, _value(own, 0, scale), best)
    chosen = _least_enough([int(each) for each in gains], need)
    added = int(gains.iloc[chosen].sum())
    return Goal(tuple(gains.index[chosen]), added, True, "", need, _value(own, added, scale), best)


def _fewer(
    places: pd.DataFrame, target: float, comparator: str, whole: tuple[float, float] | None, scale: float
) -> Goal:
    """Ask for fewer of a thing as for more of its contrary."""
    contrary = places.assign(
        numerator=places["denominator"] - places["numerator"], level=scale - places["level"]
    )
    turned = None if whole is None else (whole[1] - whole[0], whole[1])
    found = fewest_places(contrary, scale - target, _CONTRARY[comparator], turned, scale)
    return Goal(
        found.chosen,
        -found.added,
        found.possible,
        found.reason,
        -found.needed,
        scale - found.reached,
        scale - found.best,
    )


def _gains(places: pd.DataFrame, scale: float) -> pd.Series:
    """Count what each place adds when lifted to its level, by code, the largest first."""
    below, above = places["denominator"].to_numpy("float64"), places["numerator"].to_numpy("float64")
    reach = rates.numerator_for(places["level"].to_numpy("float64"), below, scale, "≥")
    gains = np.floor(np.maximum(np.minimum(reach, below) - above, 0.0))
    by_code = pd.Series(gains, pd.Index(places["code"], dtype="object")).astype("int64")
    return by_code.sort_values(ascending=False, kind="stable")


def _value(own: tuple[float, float], added: int, scale: float) -> float:
    return float(rates.ratio(np.array([own[0] + added]), np.array([own[1]]), scale)[0])


def _least_enough(gains: list[int], need: int) -> list[int]:
    """Return the positions of the fewest gains (falling) whose sum is enough, by the least sum."""
    sums = np.cumsum(gains)
    count = int(np.searchsorted(sums, need)) + 1
    slack = int(sums[count - 1]) - need
    keep = (1 << (slack + 1)) - 1
    # reachable[j]: bit d is set where some j of the places seen so far lack d against the j largest.
    reachable = [1] + [0] * count
    seen = [reachable]
    for place, gain in enumerate(gains):
        after = reachable.copy()
        for taken in range(1, min(place + 1, count) + 1):
            after[taken] |= (reachable[taken - 1] << (gains[taken - 1] - gain)) & keep
        reachable = after
        seen.append(reachable)
    return _traced(seen, gains, count, reachable[count].bit_length() - 1)


def _traced(seen: list[list[int]], gains: list[int], count: int, lack: int) -> list[int]:
    """Walk back which places were taken to lack exactly this much."""
    chosen: list[int] = []
    for place in range(len(gains) - 1, -1, -1):
        if count and not seen[place][count] >> lack & 1:
            lack -= gains[count - 1] - gains[place]
            count -= 1
            chosen.append(place)
    return chosen[::-1]
