"""The roll-up of gains: the figure of an area follows the figures of its parts."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.qualifiers import Floats
from indicators import rates
from indicators.aggregation import CannotAggregate, contributions
from indicators.figure_arrays import Days, Figures, Places, Positions, is_changed, replace_at, take
from wording import judgement
from wording import scenario_messages as words

UPWARD = ("commune", "district", "province", "country")


def roll_up_gains(
    before: Figures, after: Figures, places: Places, level: str, about: pd.Series
) -> tuple[Figures, list[str]]:
    """Move the figures of the areas above a level by the gains of their parts at that level.

    A part adds a term to the sum of its area (``aggregation.contributions``). The area's figure moves by the
    difference between the new and the old terms of the changed parts. Parts without a change or without a report keep
    their share in it. So an area that was the sum of its parts still is. An assumption moves no area: the real figure
    of that place is unknown, but it is already in the area's figure.

    Returns
    -------
    tuple
        ``after`` with the areas moved, and Vietnamese sentences on areas that do not move.
    """
    above = [each for each in UPWARD[UPWARD.index(level) + 1 :] if (places.level == each).any()]
    changed = (places.level == level) & ~np.isnan(after.value) & is_changed(before, after)
    known = changed & ~np.isnan(before.value) & ~before.stale
    refusals = list[str]()
    assumed = int((changed & ~known).sum())
    if above and assumed:
        refusals.append(words.ASSUMED_NOT_ADDED.format(count=assumed, indicator=about["name_vi"]))
    if not above or not known.any():
        return after, refusals
    at = np.flatnonzero(known)
    was, will = take(before, at), take(after, at)
    try:
        gain = _gained(was, will, places.population[at], about)
    except CannotAggregate as refusal:
        return after, [*refusals, str(refusal)]
    added = ~np.isnan(gain)
    if not added.all():
        refusals.append(words.SOME_WITHOUT_PARTS.format(indicator=about["name_vi"]))
    day = np.where(will.period_end != was.period_end, will.period_end, np.datetime64("NaT", "us"))
    for area_level in above:
        gains = _by_area(places, at[added], gain[added], day[added], level, area_level)
        after, refused = _moved(after, places, gains, about)
        refusals += refused
    return after, refusals


def _gained(was: Figures, will: Figures, population: Floats, about: pd.Series) -> Floats:
    """Return the gain of each changed part in the sums above it; missing if its numerator is not known."""
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
    """The gains of areas: their positions, the gains, the last projected day, the population of all their parts."""

    area: Positions
    gain: Floats
    day: Days
    people: Floats


def _by_area(places: Places, at: Positions, gain: Floats, day: Days, level: str, area_level: str) -> Gains:
    """Add the gains up by area; ``people`` is missing if the population of one part is."""
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
    """Return the position of the area of a level that contains each place, −1 if there is none."""
    at = np.arange(len(places.code))
    for _ in UPWARD:
        at = np.where((at >= 0) & (places.level[at] != area_level), places.parent[at], at)
    return at


def _moved(figures: Figures, places: Places, gains: Gains, about: pd.Series) -> tuple[Figures, list[str]]:
    """Move the areas' own figures by the gains, within bounds; return sentences on the others."""
    own, names, way = take(figures, gains.area), places.name[gains.area], about["aggregation"]
    without = np.isnan(own.value) | own.stale
    in_parts = ~np.isnan(own.numerator) & (own.denominator > 0)
    partless = ~without & ~in_parts & (way == "ratio_of_sums")
    unweighed = ~without & np.isnan(gains.people) & (way == "population_weighted")
    refusals = [words.AREA_WITHOUT_FIGURE.format(area=name) for name in names[without]]
    refusals += [
        words.AREA_WITHOUT_PARTS.format(area=name, indicator=about["name_vi"]) for name in names[partless]
    ]
    refusals += [judgement.CANNOT_WEIGH_MISSING.format(indicator=about["name_vi"])] * int(unweighed.any())
    can = ~(without | partless | unweighed)
    return replace_at(figures, gains.area[can], take(_with_gains(own, gains, about), can)), refusals


def _with_gains(own: Figures, gains: Gains, about: pd.Series) -> Figures:
    low, high = rates.bounds(about)
    later = np.where(gains.day > own.period_end, gains.day, own.period_end)
    own = replace(own, period_start=own.period_start + (later - own.period_end), period_end=later)
    if about["aggregation"] == "ratio_of_sums":
        scale, below = rates.scale(about["unit"]), own.denominator
        most = rates.numerator_for(np.full(len(below), high), below, scale, "≤")
        numerator = np.clip(own.numerator + gains.gain, 0.0, most)
        return replace(own, numerator=numerator, value=rates.ratio(numerator, below, scale))
    weight = gains.people if about["aggregation"] == "population_weighted" else 1.0
    return replace(own, value=np.clip(own.value + gains.gain / weight, low, high))
