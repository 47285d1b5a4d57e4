"""How levers move the figures of one indicator, and how areas above follow their parts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Flags, Floats
from indicators import parts
from indicators.aggregation import CannotAggregate, contributions
from indicators.asof import KEY
from indicators.pace import DAYS_A_MONTH
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

Texts = NDArray[np.object_]
Days = NDArray[np.datetime64]
Positions = NDArray[np.intp]


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
    """Figures in effect after the levers, what was touched (columns of ``TOUCHED``), refusals in Vietnamese."""

    figures: pd.DataFrame
    touched: pd.DataFrame
    refusals: list[str]


@dataclass(frozen=True, eq=False)
class Places:
    """The places of a register in their order; ``parent`` is a position among them, −1 outside."""

    vintage: Texts
    code: Texts
    name: Texts
    level: Texts
    population: Floats
    parent: Positions


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures in effect, one a place, in the order of the places; missing where nobody reported.

    A lever turned in a meeting is answered while people look at the map. On a hundred places an array does in
    microseconds what a frame does in milliseconds.
    """

    value: Floats
    numerator: Floats
    denominator: Floats
    qualifier: Texts
    period_start: Days
    period_end: Days
    not_applicable: Flags
    stale: Flags


_CHANGED = ("value", "numerator", "denominator", "qualifier", "period_start", "period_end")


def pull(
    pulls: Sequence[Pull],
    figures: pd.DataFrame,
    paces: pd.DataFrame,
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
    places, own = _places(localities), figures["indicator"].eq(indicator)
    start = state = _laid_out(figures[own], places)
    moving = paces[paces["indicator"].eq(indicator)].set_index("locality")["per_month"]
    pace = moving.reindex(pd.Index(places.code)).to_numpy("float64")
    touched, refusals = list[dict[str, Any]](), list[str]()
    for level in UPWARD:
        before = state
        for each in pulls:
            at = np.flatnonzero(np.isin(places.code, list(each.codes)) & (places.level == level))
            if len(at):
                now = _taken(state, at)
                moved, limited, reason = _move(each, now, places.code[at], pace[at], about, as_of)
                kept = reason == ""
                touched.append(
                    _told(each.number, each.action, _named(places, at), now, moved, limited, reason)
                )
                state = _put(state, at[kept], _taken(moved, kept))
        if state is before:
            continue
        followed, said = _follow(before, state, places, level, about)
        at = np.flatnonzero(_differ(state, followed))
        if len(at):
            now, will = _taken(state, at), _taken(followed, at)
            no_limit, no_reason = np.zeros(len(at), dtype="bool"), np.full(len(at), "", dtype=object)
            touched.append(_told(-1, FOLLOW, _named(places, at), now, will, no_limit, no_reason))
        state, refusals = followed, refusals + said
    return Moved(
        _in_place(figures, own, start, state, places, indicator), _table(touched, indicator), refusals
    )


def _places(localities: pd.DataFrame) -> Places:
    codes = pd.Index(localities["code"])
    texts = {name: localities[name].to_numpy(object) for name in ("vintage", "code", "name", "level")}
    population = localities["population"].to_numpy("float64")
    return Places(**texts, population=population, parent=codes.get_indexer(localities["parent_code"]))


def _laid_out(figures: pd.DataFrame, places: Places) -> Figures:
    rows = figures.set_index("locality").reindex(pd.Index(places.code))
    numbers = {name: rows[name].to_numpy("float64") for name in ("value", "numerator", "denominator")}
    days = {name: rows[name].to_numpy("datetime64[us]") for name in ("period_start", "period_end")}
    return Figures(
        **numbers,
        **days,
        qualifier=rows["qualifier"].to_numpy(object),
        not_applicable=rows["absence"].eq("not_applicable").to_numpy("bool"),
        stale=rows["stale"].eq(True).to_numpy("bool"),
    )


def _taken(figures: Figures, at: Positions | Flags) -> Figures:
    return Figures(**{name: values[at] for name, values in vars(figures).items()})


def _named(places: Places, at: Positions) -> dict[str, Texts]:
    return {"vintage": places.vintage[at], "locality": places.code[at]}


def _put(figures: Figures, at: Positions, moved: Figures) -> Figures:
    """Return the figures with some replaced; the given ones stay as they are."""
    if not len(at):
        return figures
    changed = {name: getattr(figures, name).copy() for name in _CHANGED}
    for name, values in changed.items():
        values[at] = getattr(moved, name)
    return replace(figures, **changed)


def _move(
    pulled: Pull, now: Figures, codes: Texts, pace: Floats, about: pd.Series, as_of: pd.Timestamp
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


def _amounts(pulled: Pull, now: Figures, projected: Floats, about: pd.Series) -> tuple[Floats, Floats, Flags]:
    """Compute value and numerator within the indicator's bounds: rates by whole things, counts whole."""
    value, numerator, below = now.value, now.numerator, now.denominator
    scale = parts.scale(about["unit"])
    low, high = parts.bounds(about)
    whole = ~np.isnan(numerator) & (below > 0)
    present = np.where(whole, parts.rate(numerator, below, scale), value)
    gain = _gain(pulled, present, below, projected, whole, scale)
    kept = np.clip(present + gain, low, high)
    to = numerator + np.rint(gain * below / scale)
    if pulled.action in ("set", "assume"):
        kept = np.full(len(value), np.clip(pulled.amount, low, high))
        to = parts.reaching(kept, below, scale, BETTER.get(about["direction"], "="))
    least = np.maximum(parts.reaching(np.full(len(value), low), below, scale, "≥"), 0.0)
    to = np.clip(to, least, parts.reaching(np.full(len(value), high), below, scale, "≤"))
    # Who does not move keeps the figure as its source printed it.
    by_parts = np.where(to == numerator, value, parts.rate(to, below, scale))
    alone = kept if about["unit"] == "%" else np.clip(np.round(kept, int(about["decimals"])), low, high)
    wanted = pulled.amount if pulled.action in ("set", "assume") else present + gain
    limited = np.broadcast_to((wanted < low) | (wanted > high), len(value))
    return np.where(whole, by_parts, alone), np.where(whole, to, numerator), limited


def _gain(
    pulled: Pull, present: Floats, below: Floats, projected: Floats, whole: Flags, scale: float
) -> Floats:
    """Return by how much the value should grow, in the indicator's unit."""
    if pulled.action in PROJECTIONS:
        return projected * (1.0 if pulled.action == "hold" else pulled.amount)
    if pulled.action == "count":
        things = np.full(len(present), np.rint(pulled.amount))
        return np.where(whole, parts.rate(things, below, scale), things)
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


def _follow(
    before: Figures, after: Figures, places: Places, level: str, about: pd.Series
) -> tuple[Figures, list[str]]:
    """Let the areas above a level follow by what their parts at that level gained.

    An area's own figure moves by the difference between what its changed parts would add to its sum and what they
    add (``aggregation.contributions``). What nobody changed and what nobody reported stays in it as it is, and an
    area that was the sum of its parts still is. A typed assumption moves no area: what the place holds now is already
    in the area's figure, and nobody knows how much that is.

    Returns
    -------
    tuple
        ``after`` with the areas moved, and Vietnamese sentences why some are not.
    """
    above = [each for each in UPWARD[UPWARD.index(level) + 1 :] if (places.level == each).any()]
    changed = (places.level == level) & ~np.isnan(after.value) & _differ(before, after)
    known = changed & ~np.isnan(before.value) & ~before.stale
    said = []
    assumed = int((changed & ~known).sum())
    if above and assumed:
        said.append(words.ASSUMED_NOT_ADDED.format(count=assumed, indicator=about["name_vi"]))
    if not above or not known.any():
        return after, said
    at = np.flatnonzero(known)
    was, will = _taken(before, at), _taken(after, at)
    try:
        gain = _gained(was, will, places.population[at], about)
    except CannotAggregate as refusal:
        return after, [*said, str(refusal)]
    added = ~np.isnan(gain)
    if not added.all():
        said.append(words.SOME_WITHOUT_PARTS.format(indicator=about["name_vi"]))
    day = np.where(will.period_end != was.period_end, will.period_end, np.datetime64("NaT", "us"))
    for area_level in above:
        gains = _by_area(places, at[added], gain[added], day[added], level, area_level)
        after, why = _lifted(after, places, gains, about)
        said += why
    return after, said


def _gained(was: Figures, will: Figures, population: Floats, about: pd.Series) -> Floats:
    """Return what each changed part adds to the sums above it; missing where its parts are not known."""
    both = {
        name: np.concatenate([getattr(was, name), getattr(will, name)])
        for name in ("value", "numerator", "denominator", "qualifier")
    }
    kind = {name: about[name] for name in ("indicator", "name_vi", "aggregation", "weight_base", "unit")}
    figures = pd.DataFrame(both | kind | {"population": np.tile(population, 2)})
    adds = contributions(figures)["above"].reindex(figures.index).to_numpy("float64")
    return np.asarray(adds[len(population) :] - adds[: len(population)], dtype="float64")


@dataclass(frozen=True, eq=False)
class Gains:
    """What areas gain: their positions, the gain, the last day projected to, and the people of all their parts."""

    area: Positions
    gain: Floats
    day: Days
    people: Floats


def _by_area(places: Places, at: Positions, gain: Floats, day: Days, level: str, area_level: str) -> Gains:
    """Add the gains up by area; ``people`` is missing where those of one part are."""
    area = _areas(places, area_level)
    inside = area[at] >= 0
    into, count = area[at][inside], len(places.code)
    gained = np.unique(into)
    last = np.full(count, np.datetime64("NaT", "us"))
    np.fmax.at(last, into, day[inside])
    every = (places.level == level) & (area >= 0)
    sums = np.bincount(into, gain[inside], count), np.bincount(area[every], places.population[every], count)
    gain, people = (np.asarray(each[gained], dtype="float64") for each in sums)
    return Gains(gained, gain, last[gained], people)


def _areas(places: Places, area_level: str) -> Positions:
    """Find the area of a level that each place lies in: a commune's province is its district's parent."""
    at = np.arange(len(places.code))
    for _ in UPWARD:
        at = np.where((at >= 0) & (places.level[at] != area_level), places.parent[at], at)
    return at


def _lifted(figures: Figures, places: Places, gains: Gains, about: pd.Series) -> tuple[Figures, list[str]]:
    """Move the areas' own figures by what their parts gained, within bounds, or say which cannot be."""
    own, names, way = _taken(figures, gains.area), places.name[gains.area], about["aggregation"]
    without = np.isnan(own.value) | own.stale
    in_parts = ~np.isnan(own.numerator) & (own.denominator > 0)
    partless = ~without & ~in_parts & (way == "ratio_of_sums")
    unweighed = ~without & np.isnan(gains.people) & (way == "population_weighted")
    said = [words.AREA_WITHOUT_FIGURE.format(area=name) for name in names[without]]
    said += [
        words.AREA_WITHOUT_PARTS.format(area=name, indicator=about["name_vi"]) for name in names[partless]
    ]
    said += [judgement.CANNOT_WEIGH_MISSING.format(indicator=about["name_vi"])] * int(unweighed.any())
    can = ~(without | partless | unweighed)
    return _put(figures, gains.area[can], _taken(_raised(own, gains, about), can)), said


def _raised(own: Figures, gains: Gains, about: pd.Series) -> Figures:
    low, high = parts.bounds(about)
    later = np.where(gains.day > own.period_end, gains.day, own.period_end)
    own = replace(own, period_start=own.period_start + (later - own.period_end), period_end=later)
    if about["aggregation"] == "ratio_of_sums":
        scale, below = parts.scale(about["unit"]), own.denominator
        most = parts.reaching(np.full(len(below), high), below, scale, "≤")
        numerator = np.clip(own.numerator + gains.gain, 0.0, most)
        return replace(own, numerator=numerator, value=parts.rate(numerator, below, scale))
    weight = gains.people if about["aggregation"] == "population_weighted" else 1.0
    return replace(own, value=np.clip(own.value + gains.gain / weight, low, high))


def _differ(before: Figures, after: Figures) -> Flags:
    value = (after.value != before.value) & ~np.isnan(after.value)
    day = (after.period_end != before.period_end) & ~np.isnat(after.period_end)
    return np.asarray(value | day)


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
    at = np.flatnonzero(_differ(before, after))
    if not len(at):
        return figures
    gone = own & figures["locality"].isin(places.code[at])
    # Marked, so that nothing stores or sources them.
    marks = {"period_basis": "stated", "origin": ORIGIN, "source": words.ASSUMED_SOURCE, "preferred": True}
    changed = {name: getattr(after, name)[at] for name in _CHANGED}
    rows = pd.DataFrame(_named(places, at) | changed | marks | {"indicator": indicator, "stale": False})
    rows = rows.astype({name: figures[name].dtype for name in rows})
    return pd.concat([figures[~gone], rows], ignore_index=True)
