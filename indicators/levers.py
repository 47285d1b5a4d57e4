"""How levers move the figures of one indicator in effect; the areas above follow (``following``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Flags, Floats
from indicators import rates
from indicators.figure_arrays import (
    CHANGED,
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

# A scenario's figures say so in the observations' own column.
ORIGIN = "assumed"
FOLLOW = "follow"
PROJECTIONS = ("hold", "pace")
REASONS = ("not_applicable", "has_figure", "no_figure", "stale", "no_parts", "no_pace", "no_day")
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


@dataclass(frozen=True, eq=False)
class ResolvedLever:
    """One lever with its group made out: the ``codes`` it moves and, by code, the day a projection ends."""

    number: int
    action: str
    amount: float
    codes: pd.Index
    until: pd.Series


@dataclass(frozen=True, eq=False)
class MovedFigures:
    """Figures in effect after the levers, what was touched (columns of ``TOUCHED``), refusals in Vietnamese."""

    figures: pd.DataFrame
    touched: pd.DataFrame
    refusals: list[str]


def move_figures(
    pulls: Sequence[ResolvedLever],
    figures: pd.DataFrame,
    paces: pd.DataFrame,
    localities: pd.DataFrame,
    indicators: pd.DataFrame,
    indicator: str,
    as_of: pd.Timestamp,
) -> MovedFigures:
    """Pull levers on one indicator's figures in effect, level by level upwards.

    Parameters
    ----------
    pulls
        In the order of the scenario; levers of lower levels come first all the same.
    figures
        Of ``asof.latest``, of one vintage; rows of other indicators pass as they are.
    paces
        Of ``pace.changes``; only projections read it.
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
    places, own = places_of(localities), figures["indicator"].eq(indicator)
    start = state = figures_of(figures[own], places)
    moving = paces[paces["indicator"].eq(indicator)].set_index("locality")["per_month"]
    pace = moving.reindex(pd.Index(places.code)).to_numpy("float64")
    touched, refusals = list[dict[str, Any]](), list[str]()
    for level in UPWARD:
        before = state
        for each in pulls:
            at = np.flatnonzero(np.isin(places.code, list(each.codes)) & (places.level == level))
            if len(at):
                now = take(state, at)
                moved, limited, reason = _move(each, now, places.code[at], pace[at], about, as_of)
                kept = reason == ""
                touched.append(
                    _told(each.number, each.action, _named(places, at), now, moved, limited, reason)
                )
                state = replace_at(state, at[kept], take(moved, kept))
        if state is before:
            continue
        followed, said = roll_up_gains(before, state, places, level, about)
        at = np.flatnonzero(is_changed(state, followed))
        if len(at):
            now, will = take(state, at), take(followed, at)
            no_limit, no_reason = np.zeros(len(at), dtype="bool"), np.full(len(at), "", dtype=object)
            touched.append(_told(-1, FOLLOW, _named(places, at), now, will, no_limit, no_reason))
        state, refusals = followed, refusals + said
    return MovedFigures(
        _in_place(figures, own, start, state, places, indicator), _table(touched, indicator), refusals
    )


def _named(places: Places, at: Positions) -> dict[str, Texts]:
    return {"vintage": places.vintage[at], "locality": places.code[at]}


def _move(
    pulled: ResolvedLever, now: Figures, codes: Texts, pace: Floats, about: pd.Series, as_of: pd.Timestamp
) -> tuple[Figures, Flags, Texts]:
    """Move some places' figures; say which stopped at a bound, and why a lever moves nothing."""
    until = np.full(len(codes), np.datetime64("NaT", "us"))
    if pulled.action in PROJECTIONS:
        until = pulled.until.reindex(pd.Index(codes)).to_numpy("datetime64[us]")
    if pulled.action == "assume":
        # An old denominator is not today's: an assumption is a value alone.
        unknown = np.full(len(codes), np.nan)
        now = replace(now, numerator=unknown, denominator=unknown)
    value, numerator, limited = _amounts(
        pulled, now, pace * _days(until - now.period_end) / DAYS_A_MONTH, about
    )
    moved = replace(now, value=value, numerator=numerator)
    if pulled.action in PROJECTIONS:
        # A flow keeps its span: the month before the day, not all the time until then.
        moved = replace(moved, period_start=now.period_start + (until - now.period_end), period_end=until)
    if pulled.action == "assume":
        day = np.full(len(codes), as_of.to_datetime64().astype("datetime64[us]"))
        moved = replace(moved, period_start=day, period_end=day)
    if pulled.action in ("set", "assume"):
        moved = replace(moved, qualifier=np.full(len(codes), "exact", dtype=object))
    return moved, limited, _unmoved(pulled.action, now, pace, until, about)


def _days(spans: NDArray[np.timedelta64]) -> Floats:
    return np.asarray(spans / np.timedelta64(1, "D"), dtype="float64")


def _amounts(
    pulled: ResolvedLever, now: Figures, projected: Floats, about: pd.Series
) -> tuple[Floats, Floats, Flags]:
    """Compute value and numerator within the indicator's bounds: rates by whole things, counts whole."""
    value, numerator, below = now.value, now.numerator, now.denominator
    scale = rates.scale(about["unit"])
    low, high = rates.bounds(about)
    whole = ~np.isnan(numerator) & (below > 0)
    present = np.where(whole, rates.ratio(numerator, below, scale), value)
    gain = _gain(pulled, present, below, projected, whole, scale)
    kept = np.clip(present + gain, low, high)
    to = numerator + np.rint(gain * below / scale)
    if pulled.action in ("set", "assume"):
        kept = np.full(len(value), np.clip(pulled.amount, low, high))
        to = rates.numerator_for(kept, below, scale, BETTER.get(about["direction"], "="))
    least = np.maximum(rates.numerator_for(np.full(len(value), low), below, scale, "≥"), 0.0)
    to = np.clip(to, least, rates.numerator_for(np.full(len(value), high), below, scale, "≤"))
    # Who does not move keeps the figure as its source printed it.
    by_parts = np.where(to == numerator, value, rates.ratio(to, below, scale))
    alone = kept if about["unit"] == "%" else np.clip(np.round(kept, int(about["decimals"])), low, high)
    wanted = pulled.amount if pulled.action in ("set", "assume") else present + gain
    limited = np.broadcast_to((wanted < low) | (wanted > high), len(value))
    return np.where(whole, by_parts, alone), np.where(whole, to, numerator), limited


def _gain(
    pulled: ResolvedLever, present: Floats, below: Floats, projected: Floats, whole: Flags, scale: float
) -> Floats:
    """Return by how much the value should grow, in the indicator's unit."""
    if pulled.action in PROJECTIONS:
        return projected * (1.0 if pulled.action == "hold" else pulled.amount)
    if pulled.action == "count":
        things = np.full(len(present), np.rint(pulled.amount))
        return np.where(whole, rates.ratio(things, below, scale), things)
    return np.full(len(present), pulled.amount)


def _unmoved(action: str, now: Figures, pace: Floats, until: Days, about: pd.Series) -> Texts:
    """Say where a lever moves nothing; an old figure is no ground to build on, only to replace."""
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


def _told(
    number: int,
    action: str,
    named: dict[str, Texts],
    now: Figures,
    moved: Figures,
    limited: Flags,
    reason: Texts,
) -> dict[str, Any]:
    """Write down what a lever did to some places: the columns of ``TOUCHED`` but the indicator, of one length."""
    moves = reason == ""
    return {
        "lever": np.full(len(moves), number),
        "action": np.full(len(moves), action, dtype=object),
        **named,
        "before": now.value,
        "after": np.where(moves, moved.value, now.value),
        "numerator_before": now.numerator,
        "numerator_after": np.where(moves, moved.numerator, now.numerator),
        "day": np.where(moves, moved.period_end, now.period_end),
        "limited": limited & moves,
        "reason": reason,
    }


def _table(touched: list[dict[str, Any]], indicator: str) -> pd.DataFrame:
    if not touched:
        return TOUCHED
    columns = {name: np.concatenate([each[name] for each in touched]) for name in touched[0]}
    table = pd.DataFrame(columns | {"indicator": indicator})
    return table[list(TOUCHED)].astype(TOUCHED.dtypes.to_dict())


def _in_place(
    figures: pd.DataFrame, own: pd.Series, before: Figures, after: Figures, places: Places, indicator: str
) -> pd.DataFrame:
    """Return the figures with the changed ones in place of theirs; the frame given stays as it is."""
    at = np.flatnonzero(is_changed(before, after))
    if not len(at):
        return figures
    gone = own & figures["locality"].isin(places.code[at])
    # Marked, so that nothing stores or sources them.
    marks = {"period_basis": "stated", "origin": ORIGIN, "source": words.ASSUMED_SOURCE, "preferred": True}
    changed = {name: getattr(after, name)[at] for name in CHANGED}
    rows = pd.DataFrame(_named(places, at) | changed | marks | {"indicator": indicator, "stale": False})
    rows = rows.astype({name: figures[name].dtype for name in rows})
    return pd.concat([figures[~gone], rows], ignore_index=True)
