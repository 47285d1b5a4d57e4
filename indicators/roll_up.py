"""How areas follow what their parts gained: a province's figure moves with its communes'."""

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
    changed = (places.level == level) & ~np.isnan(after.value) & is_changed(before, after)
    known = changed & ~np.isnan(before.value) & ~before.stale
    said = []
    assumed = int((changed & ~known).sum())
    if above and assumed:
        said.append(words.ASSUMED_NOT_ADDED.format(count=assumed, indicator=about["name_vi"]))
    if not above or not known.any():
        return after, said
    at = np.flatnonzero(known)
    was, will = take(before, at), take(after, at)
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
    own, names, way = take(figures, gains.area), places.name[gains.area], about["aggregation"]
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
    return replace_at(figures, gains.area[can], take(_raised(own, gains, about), can)), said


def _raised(own: Figures, gains: Gains, about: pd.Series) -> Figures:
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
