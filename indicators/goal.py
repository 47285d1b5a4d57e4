"""The way to a target: the change that a place still needs, and the fewest places to raise for the whole."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.qualifiers import Flags, Floats
from indicators import rates
from indicators.latest_observations import KEY
from indicators.pace import DAYS_A_MONTH, arrivals, first_reason

_COMPLEMENT = {"≤": "≥", "<": ">"}


@dataclass(frozen=True)
class Goal:
    """The fewest places to raise.

    Attributes
    ----------
    chosen
        Their codes, those that add most first; empty if no place is needed or all places are not enough.
    added
        Whole things that they add together (dossiers); negative if the target asks for fewer.
    possible
        Whether the whole reaches its target, with them or already.
    reason
        Empty, or one of already_met, ceiling_too_low, no_parts (no numerators and denominators), no_places.
    needed
        Things that the whole lacks.
    reached, best
        Value of the whole with the chosen places raised, and with all places raised; NaN without parts.
    """

    chosen: tuple[str, ...]
    added: int
    possible: bool
    reason: str
    needed: int
    reached: float
    best: float


def required_change(assessed: pd.DataFrame, changed: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Return, for each assessed target, the change that is still needed, the pace it takes, and the expected arrival.

    Parameters
    ----------
    assessed
        Of ``status.assess`` or ``scenario.assess_scenario``.
    changed
        Of ``pace.changes`` for the same day.
    indicators
        The table, for the bounds.

    Returns
    -------
    DataFrame
        On the assessed rows' index: ``target``, ``vintage``, ``locality``, ``indicator``; ``points`` (still needed,
        in the indicator's unit), ``count`` (whole things still needed: dossiers of a share with parts, or the unit of a
        count; negative if the target asks for fewer), ``months`` (from the viewed day to the deadline; missing if the
        deadline is over), ``points_per_month`` and ``count_per_month``, ``arrival`` and ``pace_reason`` (of
        ``pace.arrivals``), and ``reason``: empty, or not_a_value, no_observation, stale, already_met, inexact,
        out_of_reach (outside the bounds), no_parts (then ``points`` is given and ``count`` is not).
    """
    rows = assessed.join(arrivals(assessed, changed)[["arrival", "pace_reason"]])
    bounds = indicators.set_index("indicator")[["minimum", "maximum"]].reindex(rows["indicator"])
    aim, value = rows["target_value"].to_numpy("float64"), rows["value"].to_numpy("float64")
    count, countable = _count(rows)
    beyond = (aim < bounds["minimum"].to_numpy()) | (aim > bounds["maximum"].to_numpy())
    reason = first_reason({
        "not_a_value": rows["kind"].ne("value") | rows["target_value"].isna() | rows["sense"].eq(0),
        "no_observation": rows["value"].isna(),
        "stale": rows["stale"],
        "already_met": rows["status"].isin(["met", "above_reference"]) | (count * rows["sense"] <= 0),
        "inexact": ~rows["qualifier"].isin(["exact", "about"]),
        "out_of_reach": pd.Series(beyond, rows.index),
        "no_parts": pd.Series(~countable, rows.index),
    })  # fmt: skip
    open_ = reason.isin(["", "no_parts"])
    months = (rows["deadline"] - rows["as_of"]).dt.days / DAYS_A_MONTH
    required = rows[["target", *KEY]].assign(
        points=pd.Series(aim - value, rows.index).where(open_),
        count=pd.Series(count, rows.index).where(reason.eq("")),
        months=months.where(months.gt(0)),
    )
    required["points_per_month"] = required["points"] / required["months"]
    required["count_per_month"] = required["count"] / required["months"]
    return required.assign(arrival=rows["arrival"], pace_reason=rows["pace_reason"], reason=reason)


def _count(rows: pd.DataFrame) -> tuple[Floats, Flags]:
    """Count the whole things still needed, and tell which rows can be counted: a share without parts can't."""
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
    """Return the fewest places to raise to their level so that the ratio of the whole fulfils ``comparator target``.

    Denominators stay the same. So the numerator of the whole grows by the sum of the gains of the raised places, and
    the target asks for a number of dossiers. Any k places gain at most the sum of the k largest gains. If that sum is
    not enough, no k places are enough. So the answer is the smallest k for which the k largest gains are enough.

    Many sets of k places can be enough. The set that adds least is found exactly. Let the gains be g1 ≥ g2 ≥ …; the
    j-th place of a set gains at most gj. The deficit of a set, its sum below g1 + … + gk, grows from place to place.
    It may be at most the slack, which is g1 + … + gk minus the need. The deficits that are possible after each place
    are the bits of one integer. The slack is less than gk, because otherwise k − 1 places would be enough; so the
    integers are short.

    Parameters
    ----------
    places
        ``code``, ``numerator``, ``denominator``, ``level`` (its target or the stated ceiling, in the unit of
        ``target``; a place that has reached it, or has no parts, gains nothing).
    target
        Of the whole.
    comparator
        ≥ or >; with ≤ or < the complement of each numerator is raised, and ``added`` is negative.
    whole
        Numerator and denominator of the whole's own figure; None for the sums of the places.
    scale
        100 for shares in per cent.

    Raises
    ------
    ValueError
        If the comparator is another.
    """
    if comparator in _COMPLEMENT:
        return _fewer(places, target, comparator, whole, scale)
    if comparator not in ("≥", ">"):
        raise ValueError(f"no direction to raise places in: {comparator!r}")
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
    """Answer a target for fewer things as a target for more of the complement."""
    complement = places.assign(
        numerator=places["denominator"] - places["numerator"], level=scale - places["level"]
    )
    own = None if whole is None else (whole[1] - whole[0], whole[1])
    goal = fewest_places(complement, scale - target, _COMPLEMENT[comparator], own, scale)
    return Goal(
        goal.chosen,
        -goal.added,
        goal.possible,
        goal.reason,
        -goal.needed,
        scale - goal.reached,
        scale - goal.best,
    )


def _gains(places: pd.DataFrame, scale: float) -> pd.Series:
    """Return the gain of each place that is raised to its level, by code, the largest first."""
    below, above = places["denominator"].to_numpy("float64"), places["numerator"].to_numpy("float64")
    reach = rates.numerator_for(places["level"].to_numpy("float64"), below, scale, "≥")
    gains = np.floor(np.maximum(np.minimum(reach, below) - above, 0.0))
    by_code = pd.Series(gains, pd.Index(places["code"], dtype="object")).astype("int64")
    return by_code.sort_values(ascending=False, kind="stable")


def _value(own: tuple[float, float], added: int, scale: float) -> float:
    return float(rates.ratio(np.array([own[0] + added]), np.array([own[1]]), scale)[0])


def _least_enough(gains: list[int], need: int) -> list[int]:
    """Return the positions of the fewest gains, in falling order, whose sum is enough; of these the least sum."""
    sums = np.cumsum(gains)
    count = int(np.searchsorted(sums, need)) + 1
    slack = int(sums[count - 1]) - need
    mask = (1 << (slack + 1)) - 1
    # reachable[j]: bit d is set if some j of the places so far have a deficit of d below the j largest.
    reachable = [1] + [0] * count
    seen = [reachable]
    for place, gain in enumerate(gains):
        after = reachable.copy()
        for chosen in range(1, min(place + 1, count) + 1):
            after[chosen] |= (reachable[chosen - 1] << (gains[chosen - 1] - gain)) & mask
        reachable = after
        seen.append(reachable)
    return _traced(seen, gains, count, reachable[count].bit_length() - 1)


def _traced(seen: list[list[int]], gains: list[int], count: int, deficit: int) -> list[int]:
    """Return the places that make this deficit: walk back through the possible deficits."""
    chosen: list[int] = []
    for place in range(len(gains) - 1, -1, -1):
        if count and not seen[place][count] >> deficit & 1:
            deficit -= gains[count - 1] - gains[place]
            count -= 1
            chosen.append(place)
    return chosen[::-1]
