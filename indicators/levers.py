"""How levers move the figures of one indicator, and how areas above follow their parts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import parts
from indicators.aggregation import CannotAggregate, contributions
from indicators.asof import KEY, latest
from indicators.pace import DAYS_A_MONTH, changes
from indicators.parts import Floats
from wording import judgement
from wording import scenario as words

# A scenario's figures say so in the observations' own column.
ORIGIN = "assumed"
FOLLOW = "follow"
PROJECTIONS = ("hold", "pace")
REASONS = ("not_applicable", "has_figure", "no_figure", "stale", "no_parts", "no_pace", "no_day")
UPWARD = ("commune", "district", "province", "country")
BETTER = {"higher": "≥", "lower": "≤"}

TOUCHED = pd.DataFrame(
    {
        "lever": pd.Series(dtype="int64"),
        **{name: pd.Series(dtype="str") for name in ("action", *KEY)},
        **{name: pd.Series(dtype="float64") for name in ("before", "after")},
        **{name: pd.Series(dtype="float64") for name in ("numerator_before", "numerator_after")},
        "day": pd.Series(dtype="datetime64[us]"),
        "limited": pd.Series(dtype="bool"),
        "reason": pd.Series(dtype="str"),
    }
)
_CHANGED = ["value", "numerator", "denominator", "qualifier", "period_start", "period_end"]
_KNOWN = [*KEY, *_CHANGED, "absence", "preferred"]
_ADDED = ["value", "numerator", "denominator", "qualifier", "population"]
_PLACE = ["vintage", "code", "name", "level", "parent_code", "population"]


@dataclass(frozen=True, eq=False)
class Pull:
    """One lever with its group made out: the ``codes`` it moves and, by code, the day a projection ends."""

    number: int
    action: str
    amount: float
    codes: pd.Index
    until: pd.Series


@dataclass(frozen=True, eq=False)
class Moved:
    """Observations with the changed figures, what was touched (columns of ``TOUCHED``), refusals in Vietnamese."""

    observations: pd.DataFrame
    touched: pd.DataFrame
    refusals: list[str]


def pull(
    pulls: Sequence[Pull],
    observations: pd.DataFrame,
    localities: pd.DataFrame,
    indicators: pd.DataFrame,
    indicator: str,
    as_of: pd.Timestamp,
) -> Moved:
    """Pull levers on one indicator's figures in effect, level by level upwards.

    Parameters
    ----------
    pulls
        In the order of the scenario; levers of lower levels come first all the same.
    observations
        Of one vintage; rows of other indicators pass as they are.
    localities
        Of the same vintage.
    indicators
        The table.
    indicator
        Id.
    as_of
        The day the view looks from.
    """
    about = indicators[indicators["indicator"].eq(indicator)].iloc[0]
    own = np.flatnonzero(observations["indicator"].eq(indicator))
    known = observations[_KNOWN].take(own).assign(row=own)
    start = _state(known, localities, as_of)
    pace = _pace(pulls, known, indicators, as_of).reindex(start.index)
    state, touched = start, list[pd.DataFrame]()
    refusals: list[str] = []
    level_of = dict(zip(start.index, start["level"], strict=True))
    for level in UPWARD:
        before = state
        for each in pulls:
            codes = [code for code in each.codes if level_of.get(code) == level]
            if codes:
                moved = _move(each, state.loc[codes], pace.loc[codes], about, as_of)
                touched.append(_told(each.number, each.action, state.loc[codes], moved, indicator))
                state = _put(state, moved[moved["reason"].eq("")])
        if state is before:
            continue
        followed, said = follow(before, state, level, indicators, indicator)
        if followed is not state:
            areas = _differ(state, followed)
            touched.append(_told(-1, FOLLOW, state[areas], followed[areas], indicator))
        state, refusals = followed, refusals + said
    told = pd.concat([TOUCHED, *touched], ignore_index=True).astype(TOUCHED.dtypes.to_dict())
    return Moved(_rewritten(observations, start, state, indicator, as_of), told, refusals)


def follow(
    before: pd.DataFrame,
    after: pd.DataFrame,
    level: str,
    indicators: pd.DataFrame,
    indicator: str,
) -> tuple[pd.DataFrame, list[str]]:
    """Let the areas above a level follow by what their parts at that level gained.

    An area's own figure moves by the difference between what its changed parts would add to its sum and what they
    add (``aggregation.contributions``). What nobody changed and what nobody reported stays in it as it is, and an
    area that was the sum of its parts still is. A typed assumption moves no area: what the place holds now is already
    in the area's figure, and nobody knows how much that is.

    Parameters
    ----------
    before, after
        Figures by code, the same places in both: ``level``, ``parent``, ``name``, ``population``, ``value``,
        ``numerator``, ``denominator``, ``qualifier``, ``stale``, ``period_start``, ``period_end``.
    level
        Of the parts.
    indicators
        The table.
    indicator
        Id.

    Returns
    -------
    tuple
        ``after`` with the areas moved, and Vietnamese sentences why some are not.
    """
    about = indicators[indicators["indicator"].eq(indicator)].iloc[0]
    above = [each for each in UPWARD[UPWARD.index(level) + 1 :] if after["level"].eq(each).any()]
    changed = after["level"].eq(level) & after["value"].notna() & _differ(before, after)
    known = changed & before["value"].notna() & ~before["stale"]
    said = []
    assumed = int((changed & ~known).sum())
    if above and assumed:
        said.append(words.ASSUMED_NOT_ADDED.format(count=assumed, indicator=about["name_vi"]))
    if not above or not known.any():
        return after, said
    try:
        gains = _gains(before[known], after[known], about)
    except CannotAggregate as refusal:
        return after, [*said, str(refusal)]
    if len(gains) < known.sum():
        said.append(words.SOME_WITHOUT_PARTS.format(indicator=about["name_vi"]))
    for area_level in above:
        by_area = _by_area(gains, after, level, area_level)
        after, why = _lifted(after, by_area, about)
        said += why
    return after, said


def _state(known: pd.DataFrame, localities: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Lay the figures in effect out by code, every place of the register once."""
    figures = latest(known, as_of).drop(columns=["vintage", "indicator", "preferred"]).set_index("locality")
    places = localities[_PLACE].rename(columns={"code": "locality", "parent_code": "parent"})
    places.index = pd.Index(places["locality"].to_numpy(object))
    rows = places.join(figures, validate="1:1")
    return rows.assign(stale=rows["stale"].eq(True))


def _pace(
    pulls: Sequence[Pull], known: pd.DataFrame, indicators: pd.DataFrame, as_of: pd.Timestamp
) -> pd.Series:
    if not any(each.action in PROJECTIONS for each in pulls):
        return pd.Series(dtype="float64")
    moving = changes(known, indicators, as_of)
    return moving.set_index("locality")["per_month"]


def _move(
    pulled: Pull, rows: pd.DataFrame, pace: pd.Series, about: pd.Series, as_of: pd.Timestamp
) -> pd.DataFrame:
    """Move some places' figures; ``reason`` says where a lever moves nothing."""
    until = pulled.until.reindex(rows.index)
    projected = pace * (until - rows["period_end"]).dt.days / DAYS_A_MONTH
    if pulled.action == "assume":
        # An old denominator is not today's: an assumption is a value alone.
        rows = rows.assign(numerator=np.nan, denominator=np.nan)
    moved = rows.assign(**_amounts(pulled, rows, projected.to_numpy("float64"), about))
    if pulled.action in PROJECTIONS:
        # A flow keeps its span: the month before the day, not all the time until then.
        moved["period_start"] = rows["period_start"] + (until - rows["period_end"])
        moved["period_end"] = until
    if pulled.action == "assume":
        moved["period_start"] = moved["period_end"] = as_of
    if pulled.action in ("set", "assume"):
        moved["qualifier"] = "exact"
    return moved.assign(reason=_unmoved(pulled.action, rows, pace, until, about))


def _amounts(pulled: Pull, rows: pd.DataFrame, projected: Floats, about: pd.Series) -> dict[str, np.ndarray]:
    """Compute value and numerator within the indicator's bounds: rates by whole things, counts whole."""
    value, numerator, below = (
        rows[name].to_numpy("float64") for name in ("value", "numerator", "denominator")
    )
    scale = parts.scale(about["unit"])
    low, high = parts.bounds(about)
    whole = ~np.isnan(numerator) & (below > 0)
    present = np.where(whole, parts.rate(numerator, below, scale), value)
    gain = _gain(pulled, present, below, projected, whole, scale)
    kept = np.clip(present + gain, low, high)
    to = numerator + np.rint(gain * below / scale)
    if pulled.action in ("set", "assume"):
        kept = np.full(len(rows), np.clip(pulled.amount, low, high))
        to = parts.reaching(kept, below, scale, BETTER.get(about["direction"], "="))
    least = np.maximum(parts.reaching(np.full(len(rows), low), below, scale, "≥"), 0.0)
    to = np.clip(to, least, parts.reaching(np.full(len(rows), high), below, scale, "≤"))
    # Who does not move keeps the figure as its source printed it.
    by_parts = np.where(to == numerator, value, parts.rate(to, below, scale))
    alone = kept if about["unit"] == "%" else np.clip(np.round(kept, int(about["decimals"])), low, high)
    wanted = pulled.amount if pulled.action in ("set", "assume") else present + gain
    return {
        "value": np.where(whole, by_parts, alone),
        "numerator": np.where(whole, to, numerator),
        "limited": np.asarray((wanted < low) | (wanted > high)),
    }


def _gain(
    pulled: Pull, present: Floats, below: Floats, projected: Floats, whole: np.ndarray, scale: float
) -> Floats:
    """Return by how much the value should grow, in the indicator's unit."""
    if pulled.action in PROJECTIONS:
        return projected * (1.0 if pulled.action == "hold" else pulled.amount)
    if pulled.action == "count":
        things = np.full(len(present), np.rint(pulled.amount))
        return np.where(whole, parts.rate(things, below, scale), things)
    return np.full(len(present), pulled.amount)


def _unmoved(
    action: str, rows: pd.DataFrame, pace: pd.Series, until: pd.Series, about: pd.Series
) -> pd.Series:
    """Say where a lever moves nothing; an old figure is no ground to build on, only to replace."""
    usable = rows["value"].notna() & ~rows["stale"]
    share = about["unit"] == "%"
    never = pd.Series(data=False, index=rows.index)
    conditions = {
        "not_applicable": rows["absence"].eq("not_applicable"),
        "has_figure": usable if action == "assume" else never,
        "no_figure": rows["value"].isna() if action != "assume" else never,
        "stale": rows["stale"] if action != "assume" else never,
        "no_parts": ~(rows["denominator"].gt(0) & rows["numerator"].notna())
        if action == "count" and share
        else never,
        "no_pace": pace.isna() if action in PROJECTIONS else never,
        "no_day": ~until.gt(rows["period_end"]) if action in PROJECTIONS else never,
    }
    flags = [condition.to_numpy("bool") for condition in conditions.values()]
    return pd.Series(np.select(flags, list(conditions), ""), rows.index, dtype="str")


def _put(state: pd.DataFrame, moved: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with some rows replaced; the given ones stay as they are."""
    if moved.empty:
        return state
    at = state.index.get_indexer(moved.index)
    columns = {}
    for name in _CHANGED:
        values = state[name].to_numpy(copy=True)
        values[at] = moved[name].to_numpy()
        columns[name] = pd.Series(values, state.index, dtype=state[name].dtype)
    return state.assign(**columns)


def _gains(before: pd.DataFrame, after: pd.DataFrame, about: pd.Series) -> pd.DataFrame:
    """Return what each changed part adds to the sums above it, and the day it was projected to."""
    kind = {name: about[name] for name in ("indicator", "name_vi", "aggregation", "weight_base", "unit")}
    figures = pd.concat([before[_ADDED], after[_ADDED]], ignore_index=True)
    adds = contributions(figures.assign(**kind))["above"]
    was, would = adds.reindex(range(2 * len(after))).to_numpy("float64").reshape(2, -1)
    projected = after["period_end"].where(after["period_end"].ne(before["period_end"]))
    return pd.DataFrame({"gain": would - was, "day": projected}).dropna(subset=["gain"])


def _by_area(gains: pd.DataFrame, figures: pd.DataFrame, level: str, area_level: str) -> pd.DataFrame:
    """Add the gains up by area, with ``people``: of all its parts at that level, missing where one's is."""
    places = figures[figures["level"].eq(level)]
    area = _areas(figures, places.index, area_level)
    by_area = gains.groupby(area.reindex(gains.index)).agg({"gain": "sum", "day": "max"})
    people = places["population"].groupby(area)
    return by_area.assign(people=people.sum().where(people.count().eq(people.size())))


def _areas(figures: pd.DataFrame, codes: pd.Index, area_level: str) -> pd.Series:
    """Name the area of a level that each place lies in: a commune's province is its district's parent."""
    level, parent = figures["level"].to_dict(), figures["parent"].to_dict()

    def area(code: str) -> str | None:
        while code in level and level[code] != area_level:
            code = parent[code]
        return code if code in level else None

    return pd.Series([area(code) for code in codes], codes, dtype="object")


def _lifted(figures: pd.DataFrame, gains: pd.DataFrame, about: pd.Series) -> tuple[pd.DataFrame, list[str]]:
    """Move the areas' own figures by what their parts gained, within bounds, or say which cannot be."""
    own, way = figures.loc[gains.index], about["aggregation"]
    without = own["value"].isna() | own["stale"]
    partless = ~without & (way == "ratio_of_sums") & ~(own["numerator"].notna() & own["denominator"].gt(0))
    unweighed = ~without & (way == "population_weighted") & gains["people"].isna()
    said = [words.AREA_WITHOUT_FIGURE.format(area=name) for name in own.loc[without, "name"]]
    said += [
        words.AREA_WITHOUT_PARTS.format(area=name, indicator=about["name_vi"])
        for name in own.loc[partless, "name"]
    ]
    said += [judgement.CANNOT_WEIGH_MISSING.format(indicator=about["name_vi"])] * int(unweighed.any())
    can = ~(without | partless | unweighed)
    return _put(figures, _raised(own[can], gains[can], about)), said


def _raised(own: pd.DataFrame, gains: pd.DataFrame, about: pd.Series) -> pd.DataFrame:
    low, high = parts.bounds(about)
    later = gains["day"].where(gains["day"].gt(own["period_end"]), own["period_end"])
    own = own.assign(period_start=own["period_start"] + (later - own["period_end"]), period_end=later)
    if about["aggregation"] == "ratio_of_sums":
        scale, below = parts.scale(about["unit"]), own["denominator"].to_numpy("float64")
        most = parts.reaching(np.full(len(own), high), below, scale, "≤")
        numerator = np.clip((own["numerator"] + gains["gain"]).to_numpy("float64"), 0.0, most)
        return own.assign(numerator=numerator, value=parts.rate(numerator, below, scale))
    weight = gains["people"] if about["aggregation"] == "population_weighted" else 1.0
    return own.assign(value=(own["value"] + gains["gain"] / weight).clip(low, high))


def _differ(before: pd.DataFrame, after: pd.DataFrame) -> np.ndarray:
    value = after["value"].ne(before["value"]) & after["value"].notna()
    day = after["period_end"].ne(before["period_end"]) & after["period_end"].notna()
    return (value | day).to_numpy("bool")


def _told(
    number: int, action: str, before: pd.DataFrame, after: pd.DataFrame, indicator: str
) -> pd.DataFrame:
    reason = after["reason"] if "reason" in after else pd.Series("", after.index, dtype="str")
    moves = reason.eq("")
    limited = after["limited"] & moves if "limited" in after else False
    return pd.DataFrame(
        {
            "lever": number,
            "action": action,
            "vintage": before["vintage"],
            "locality": before["locality"],
            "indicator": indicator,
            "before": before["value"],
            "after": after["value"].where(moves, before["value"]),
            "numerator_before": before["numerator"],
            "numerator_after": after["numerator"].where(moves, before["numerator"]),
            "day": after["period_end"].where(moves, before["period_end"]),
            "limited": limited,
            "reason": reason,
        }
    )


def _rewritten(
    observations: pd.DataFrame,
    before: pd.DataFrame,
    after: pd.DataFrame,
    indicator: str,
    as_of: pd.Timestamp,
) -> pd.DataFrame:
    """Return the observations with the changed figures; the frame given stays as it is."""
    moved = _differ(before, after)
    if not moved.any():
        return observations
    before, after = before[moved], after[moved]
    replaced = before["period_end"].eq(after["period_end"]).to_numpy("bool")
    gone = np.zeros(len(observations), dtype="bool")
    gone[before.loc[replaced, "row"].astype("int64")] = True
    if not replaced.all():
        # Seen from the past, what really came later must not stand beside what is projected.
        ahead = observations["indicator"].eq(indicator) & observations["period_end"].gt(as_of)
        gone |= (ahead & observations["locality"].isin(after.loc[~replaced, "locality"])).to_numpy("bool")
    return pd.concat([observations[~gone], _rows(observations, after, indicator)], ignore_index=True)


def _rows(observations: pd.DataFrame, after: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Write figures as rows of the observations' table, marked so that nothing stores or sources them."""
    columns = {
        **{name: after[name] for name in ("vintage", "locality", *_CHANGED)},
        "indicator": indicator,
        "period_basis": "stated",
        "origin": ORIGIN,
        "source": words.ASSUMED_SOURCE,
        "preferred": True,
    }
    rows = pd.DataFrame(columns, index=after.index)
    return rows.astype({name: observations[name].dtype for name in rows})
