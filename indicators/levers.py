"""The effect of levers on the latest figures of one indicator; the areas above follow (``roll_up``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Flags, Floats
from indicators import rates
from indicators.figure_arrays import (
    CHANGEABLE,
    Days,
    Figures,
    Places,
    Positions,
    Texts,
    figures_of,
    is_changed,
    places_of,
    replace_at,
    take,
)
from indicators.latest_observations import KEY
from indicators.pace import DAYS_A_MONTH
from indicators.roll_up import UPWARD, roll_up_gains
from wording import scenario_messages as words

# The value of the column ``origin`` for figures of a scenario.
ORIGIN = "assumed"
FOLLOW = "follow"
PROJECTIONS = ("hold", "pace")
BETTER = {"higher": "≥", "lower": "≤"}

Effects = dict[str, Any]  # the columns of ``TOUCHED`` but ``indicator``, arrays of one length
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


@dataclass(frozen=True, eq=False)
class ResolvedLever:
    """One lever with the ``codes`` of its places and, by code, the day to which a projection runs."""

    number: int
    action: str
    amount: float
    codes: pd.Index
    until: pd.Series


@dataclass(frozen=True, eq=False)
class MovedFigures:
    """The latest figures after the levers, the effects (columns of ``TOUCHED``), refusals in Vietnamese."""

    figures: pd.DataFrame
    touched: pd.DataFrame
    refusals: list[str]


def move_figures(
    levers: Sequence[ResolvedLever],
    figures: pd.DataFrame,
    paces: pd.DataFrame,
    localities: pd.DataFrame,
    indicators: pd.DataFrame,
    indicator: str,
    as_of: pd.Timestamp,
) -> MovedFigures:
    """Apply levers to the latest figures of one indicator, level by level upwards.

    Parameters
    ----------
    levers
        In the order of the scenario. Levers of lower levels are applied first, for any order.
    figures
        Of ``latest_observations.latest``, of one vintage; rows of other indicators stay as they are.
    paces
        Of ``pace.changes``; only projections read them.
    localities
        Of the same vintage.
    indicators
        The table.
    indicator
        Id.
    as_of
        The viewed day.
    """
    about = indicators[indicators["indicator"].eq(indicator)].iloc[0]
    places, own = places_of(localities), figures["indicator"].eq(indicator)
    start = state = figures_of(figures[own], places)
    moving = paces[paces["indicator"].eq(indicator)].set_index("locality")["per_month"]
    pace = moving.reindex(pd.Index(places.code)).to_numpy("float64")
    touched, refusals = list[Effects](), list[str]()
    for level in UPWARD:
        before = state
        for each in levers:
            at = np.flatnonzero(np.isin(places.code, list(each.codes)) & (places.level == level))
            if len(at):
                now = take(state, at)
                moved, limited, reason = _move(each, now, places.code[at], pace[at], about, as_of)
                touched.append(
                    _effects(each.number, each.action, _keys(places, at), now, moved, limited, reason)
                )
                moves = reason == ""
                state = replace_at(state, at[moves], take(moved, moves))
        if state is not before:
            followed, refused = roll_up_gains(before, state, places, level, about)
            touched += _effects_above(state, followed, places)
            state, refusals = followed, refusals + refused
    return MovedFigures(
        _in_place(figures, own, start, state, places, indicator), _table(touched, indicator), refusals
    )


def _effects_above(before: Figures, after: Figures, places: Places) -> list[Effects]:
    """Return the effects on the areas that follow their parts."""
    at = np.flatnonzero(is_changed(before, after))
    if not len(at):
        return []
    unlimited, no_reason = np.zeros(len(at), dtype="bool"), np.full(len(at), "", dtype=object)
    return [_effects(-1, FOLLOW, _keys(places, at), take(before, at), take(after, at), unlimited, no_reason)]


def _keys(places: Places, at: Positions) -> dict[str, Texts]:
    return {"vintage": places.vintage[at], "locality": places.code[at]}


def _move(
    lever: ResolvedLever, now: Figures, codes: Texts, pace: Floats, about: pd.Series, as_of: pd.Timestamp
) -> tuple[Figures, Flags, Texts]:
    """Return moved figures of some places, which of them stop at a bound, and why a lever moves nothing."""
    until = np.full(len(codes), np.datetime64("NaT", "us"))
    if lever.action in PROJECTIONS:
        until = lever.until.reindex(pd.Index(codes)).to_numpy("datetime64[us]")
    if lever.action == "assume":
        # An assumption is a value alone: an old denominator does not belong to it.
        unknown = np.full(len(codes), np.nan)
        now = replace(now, numerator=unknown, denominator=unknown)
    value, numerator, limited = _amounts(
        lever, now, pace * _days(until - now.period_end) / DAYS_A_MONTH, about
    )
    moved = replace(now, value=value, numerator=numerator)
    if lever.action in PROJECTIONS:
        # A flow keeps the length of its period, so its period moves as a whole.
        moved = replace(moved, period_start=now.period_start + (until - now.period_end), period_end=until)
    if lever.action == "assume":
        day = np.full(len(codes), as_of.to_datetime64().astype("datetime64[us]"))
        moved = replace(moved, period_start=day, period_end=day)
    if lever.action in ("set", "assume"):
        moved = replace(moved, qualifier=np.full(len(codes), "exact", dtype=object))
    return moved, limited, _unmoved(lever.action, now, pace, until, about)


def _days(spans: NDArray[np.timedelta64]) -> Floats:
    return np.asarray(spans / np.timedelta64(1, "D"), dtype="float64")


def _amounts(
    lever: ResolvedLever, now: Figures, projected: Floats, about: pd.Series
) -> tuple[Floats, Floats, Flags]:
    """Return value and numerator within the indicator's bounds; numerators and counts are whole numbers."""
    value, numerator, below = now.value, now.numerator, now.denominator
    scale = rates.scale(about["unit"])
    low, high = rates.bounds(about)
    whole = ~np.isnan(numerator) & (below > 0)
    present = np.where(whole, rates.ratio(numerator, below, scale), value)
    gain = _gain(lever, present, below, projected, whole, scale)
    bounded = np.clip(present + gain, low, high)
    to = numerator + np.rint(gain * below / scale)
    if lever.action in ("set", "assume"):
        bounded = np.full(len(value), np.clip(lever.amount, low, high))
        to = rates.numerator_for(bounded, below, scale, BETTER.get(about["direction"], "="))
    least = np.maximum(rates.numerator_for(np.full(len(value), low), below, scale, "≥"), 0.0)
    to = np.clip(to, least, rates.numerator_for(np.full(len(value), high), below, scale, "≤"))
    # A figure that does not move stays as its source prints it.
    by_parts = np.where(to == numerator, value, rates.ratio(to, below, scale))
    alone = bounded if about["unit"] == "%" else np.clip(np.round(bounded, int(about["decimals"])), low, high)
    unbounded = lever.amount if lever.action in ("set", "assume") else present + gain
    limited = np.broadcast_to((unbounded < low) | (unbounded > high), len(value))
    return np.where(whole, by_parts, alone), np.where(whole, to, numerator), limited


def _gain(
    lever: ResolvedLever, present: Floats, below: Floats, projected: Floats, whole: Flags, scale: float
) -> Floats:
    """Return the growth of the value without bounds, in the indicator's unit."""
    if lever.action in PROJECTIONS:
        return projected * (1.0 if lever.action == "hold" else lever.amount)
    if lever.action == "count":
        things = np.full(len(present), np.rint(lever.amount))
        return np.where(whole, rates.ratio(things, below, scale), things)
    return np.full(len(present), lever.amount)


def _unmoved(action: str, now: Figures, pace: Floats, until: Days, about: pd.Series) -> Texts:
    """Return, for each figure, the reason why the lever does not move it. A stale figure can only be replaced."""
    without, assumed, projected = np.isnan(now.value), action == "assume", action in PROJECTIONS
    counted = action == "count" and about["unit"] == "%"
    conditions = {
        "not_applicable": now.not_applicable,
        "has_figure": assumed & ~without & ~now.stale,
        "no_figure": (not assumed) & without,
        "stale": (not assumed) & now.stale,
        "no_parts": counted & ~((now.denominator > 0) & ~np.isnan(now.numerator)),
        "no_pace": projected & np.isnan(pace),
        "no_day": projected & ~(until > now.period_end),
    }
    return np.select(list(conditions.values()), list(conditions), "").astype(object)


def _effects(
    number: int,
    action: str,
    keys: dict[str, Texts],
    now: Figures,
    moved: Figures,
    limited: Flags,
    reason: Texts,
) -> Effects:
    """Return the effects of a lever on some places."""
    moves = reason == ""
    return {
        "lever": np.full(len(moves), number),
        "action": np.full(len(moves), action, dtype=object),
        **keys,
        "before": now.value,
        "after": np.where(moves, moved.value, now.value),
        "numerator_before": now.numerator,
        "numerator_after": np.where(moves, moved.numerator, now.numerator),
        "day": np.where(moves, moved.period_end, now.period_end),
        "limited": limited & moves,
        "reason": reason,
    }


def _table(touched: list[Effects], indicator: str) -> pd.DataFrame:
    if not touched:
        return TOUCHED
    columns = {name: np.concatenate([each[name] for each in touched]) for name in touched[0]}
    table = pd.DataFrame(columns | {"indicator": indicator})
    return table[list(TOUCHED)].astype(TOUCHED.dtypes.to_dict())


def _in_place(
    figures: pd.DataFrame, own: pd.Series, before: Figures, after: Figures, places: Places, indicator: str
) -> pd.DataFrame:
    """Return a copy of the frame in which the changed figures replace the old ones."""
    at = np.flatnonzero(is_changed(before, after))
    if not len(at):
        return figures
    replaced = own & figures["locality"].isin(places.code[at])
    # These marks tell the figures of a scenario from reported ones.
    marks = {"period_basis": "stated", "origin": ORIGIN, "source": words.ASSUMED_SOURCE, "preferred": True}
    changed = {name: getattr(after, name)[at] for name in CHANGEABLE}
    rows = pd.DataFrame(_keys(places, at) | changed | marks | {"indicator": indicator, "stale": False})
    rows = rows.astype({name: figures[name].dtype for name in rows})
    return pd.concat([figures[~replaced], rows], ignore_index=True)
