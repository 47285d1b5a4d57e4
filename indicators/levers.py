"""How levers move the figures of one indicator, and how areas above follow their parts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import parts
from indicators.aggregation import CannotAggregate, roll_up
from indicators.asof import KEY, latest
from indicators.assignment import inside
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
_STATE = ["vintage", "locality", "level", *_CHANGED, "absence", "stale", "row"]
# ``roll_up`` adds every period by itself: two days keep what is and what would be apart in one call.
_BEFORE, _AFTER = pd.Timestamp("2000-01-01"), pd.Timestamp("2000-01-02")


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
    known = observations.assign(row=np.arange(len(observations)))[observations["indicator"].eq(indicator)]
    start = _state(known, localities, as_of)
    pace = _pace(pulls, known, indicators, as_of).reindex(start.index)
    state, touched = start, list[pd.DataFrame]()
    refusals: list[str] = []
    for level in UPWARD:
        before = state
        for each in pulls:
            codes = each.codes[state["level"].reindex(each.codes).eq(level).to_numpy("bool")]
            if len(codes):
                moved = _move(each, state.loc[codes], pace.loc[codes], about, as_of)
                touched.append(_told(each.number, each.action, state.loc[codes], moved, indicator))
                state = _put(state, moved[moved["reason"].eq("")])
        followed, said = follow(before, state, level, localities, indicators, indicator)
        areas = followed.index[_differ(state, followed)]
        touched.append(_told(-1, FOLLOW, state.loc[areas], followed.loc[areas], indicator))
        state, refusals = followed, refusals + said
    told = pd.concat([TOUCHED, *touched], ignore_index=True).astype(TOUCHED.dtypes.to_dict())
    return Moved(_rewritten(observations, start, state, indicator, as_of), told, refusals)


def follow(
    before: pd.DataFrame,
    after: pd.DataFrame,
    level: str,
    localities: pd.DataFrame,
    indicators: pd.DataFrame,
    indicator: str,
) -> tuple[pd.DataFrame, list[str]]:
    """Let the areas above a level follow by what their parts at that level gained.

    An area's own figure moves by the difference that ``aggregation.roll_up`` finds between its changed parts as they
    would be and as they are. What nobody changed and what nobody reported stays in it as it is, and an area that was
    the sum of its parts still is. A typed assumption moves no area: what the place holds now is already in the area's
    figure, and nobody knows how much that is.

    Parameters
    ----------
    before, after
        Figures by code: ``vintage``, ``locality``, ``level``, ``value``, ``numerator``, ``denominator``,
        ``qualifier``, ``stale``, ``period_start``, ``period_end``.
    level
        Of the parts.
    localities, indicators
        The tables.
    indicator
        Id.

    Returns
    -------
    tuple
        ``after`` with the areas moved, and Vietnamese sentences why some are not.
    """
    about = indicators[indicators["indicator"].eq(indicator)].iloc[0]
    changed = after["level"].eq(level) & after["value"].notna() & after["value"].ne(before["value"])
    above = [each for each in UPWARD[UPWARD.index(level) + 1 :] if localities["level"].eq(each).any()]
    known = changed & before["value"].notna() & ~before["stale"]
    said = []
    if above and (changed & ~known).any():
        said.append(
            words.ASSUMED_NOT_ADDED.format(count=int((changed & ~known).sum()), indicator=about["name_vi"])
        )
    if not known.any():
        return after, said
    stacked = _stacked(before[known], after[known], indicator)
    for area_level in above:
        try:
            rolled = roll_up(stacked, localities, indicators, area_level)
        except CannotAggregate as refusal:
            return after, [*said, str(refusal)]
        if rolled["reported"].sum() < len(stacked):
            said.append(words.SOME_WITHOUT_PARTS.format(indicator=about["name_vi"]))
        gains = _gains(rolled, after[known], before[known], localities)
        after, why = _lifted(after, gains, about, localities)
        said += why
    return after, list(dict.fromkeys(said))


def _state(known: pd.DataFrame, localities: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Lay the figures in effect out by code, every place of the register once."""
    places = localities[["vintage", "code", "level"]].rename(columns={"code": "locality"})
    figures = latest(known, as_of)[["vintage", "locality", *_CHANGED, "absence", "stale", "row"]]
    rows = places.merge(figures, "left", on=["vintage", "locality"], validate="1:1")
    rows["stale"] = rows["stale"].eq(True)
    rows.index = pd.Index(rows["locality"].to_numpy(object))
    return rows[_STATE]


def _pace(
    pulls: Sequence[Pull], known: pd.DataFrame, indicators: pd.DataFrame, as_of: pd.Timestamp
) -> pd.Series:
    if not any(each.action in PROJECTIONS for each in pulls):
        return pd.Series(dtype="float64")
    moving = changes(known.drop(columns="row"), indicators, as_of)
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


def _stacked(before: pd.DataFrame, after: pd.DataFrame, indicator: str) -> pd.DataFrame:
    columns = ["vintage", "locality", "value", "numerator", "denominator", "qualifier"]
    then = before[columns].assign(period_start=_BEFORE, period_end=_BEFORE)
    now = after[columns].assign(period_start=_AFTER, period_end=_AFTER)
    return pd.concat([then, now], ignore_index=True).assign(indicator=indicator)


def _gains(
    rolled: pd.DataFrame, changed: pd.DataFrame, before: pd.DataFrame, localities: pd.DataFrame
) -> pd.DataFrame:
    """Compare the sums of the changed parts as they are with those as they would be, by area.

    ``day`` is the last one that a part was projected to; ``people`` the share of the area's that the parts have.
    """
    was, would = (rolled[rolled["period_end"].eq(day)].set_index("locality") for day in (_BEFORE, _AFTER))
    gains = would[["value", "numerator"]] - was[["value", "numerator"]]
    members = inside(localities).merge(
        localities[["code", "population"]], left_on="locality", right_on="code", validate="m:1"
    )
    members = members[members["area"].isin(gains.index) & members["level"].eq(changed["level"].iloc[0])]
    projected = changed["period_end"].where(changed["period_end"].ne(before["period_end"]))
    members["day"] = members["locality"].map(projected)
    members["moved"] = members["population"].where(members["locality"].isin(changed.index), 0.0)
    by_area = members.groupby("area")
    people = by_area["moved"].sum() / by_area["population"].agg(lambda each: each.sum(skipna=False))
    return gains.assign(people=people, day=by_area["day"].max())


def _lifted(
    figures: pd.DataFrame, gains: pd.DataFrame, about: pd.Series, localities: pd.DataFrame
) -> tuple[pd.DataFrame, list[str]]:
    """Move the areas' own figures by what their parts gained, within bounds, or say which cannot be."""
    own = figures.loc[gains.index]
    names = localities.set_index("code")["name"].reindex(gains.index)
    way = about["aggregation"]
    without = own["value"].isna() | own["stale"]
    partless = ~without & (way == "ratio_of_sums") & ~(own["numerator"].notna() & own["denominator"].gt(0))
    unweighed = ~without & (way == "population_weighted") & gains["people"].isna()
    said = [words.AREA_WITHOUT_FIGURE.format(area=name) for name in names[without]]
    said += [
        words.AREA_WITHOUT_PARTS.format(area=name, indicator=about["name_vi"]) for name in names[partless]
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
        numerator = np.clip((own["numerator"] + gains["numerator"]).to_numpy("float64"), 0.0, most)
        return own.assign(numerator=numerator, value=parts.rate(numerator, below, scale))
    share = gains["people"] if about["aggregation"] == "population_weighted" else 1.0
    return own.assign(value=(own["value"] + gains["value"] * share).clip(low, high))


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
    rows = pd.DataFrame(columns, index=after.index).reindex(columns=observations.columns)
    return rows.astype(observations.dtypes.to_dict())
