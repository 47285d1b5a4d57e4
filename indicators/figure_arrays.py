"""The latest figures of one indicator as arrays, in the order of the places.

Every move of a lever computes all figures again. For a hundred places an array takes microseconds and a frame
milliseconds.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Flags, Floats

Texts = NDArray[np.object_]
Days = NDArray[np.datetime64]
Positions = NDArray[np.intp]
# The fields of a figure that a lever, or the parts of an area, can change.
CHANGEABLE = ("value", "numerator", "denominator", "qualifier", "period_start", "period_end")


@dataclass(frozen=True, eq=False)
class Places:
    """The places of a register in its order. ``parent`` is the position of the parent, −1 if it is not among them."""

    vintage: Texts
    code: Texts
    name: Texts
    level: Texts
    population: Floats
    parent: Positions


@dataclass(frozen=True, eq=False)
class Figures:
    """The latest figures, one for each place in their order; missing if there is no report."""

    value: Floats
    numerator: Floats
    denominator: Floats
    qualifier: Texts
    period_start: Days
    period_end: Days
    not_applicable: Flags
    stale: Flags


def places_of(localities: pd.DataFrame) -> Places:
    """Return the rows of the table ``localities``, of one vintage, as arrays."""
    codes = pd.Index(localities["code"])
    texts = {name: localities[name].to_numpy(object) for name in ("vintage", "code", "name", "level")}
    population = localities["population"].to_numpy("float64")
    return Places(**texts, population=population, parent=codes.get_indexer(localities["parent_code"]))


def figures_of(figures: pd.DataFrame, places: Places) -> Figures:
    """Return the figures as arrays, one for each place.

    Parameters
    ----------
    figures
        Of ``latest_observations.latest``, of one indicator and vintage.
    places
        Of ``places_of``.
    """
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


def take(figures: Figures, at: Positions | Flags) -> Figures:
    """Return the figures at some positions."""
    return Figures(**{name: values[at] for name, values in vars(figures).items()})


def replace_at(figures: Figures, at: Positions, moved: Figures) -> Figures:
    """Return a copy of the figures with those at some positions replaced."""
    if not len(at):
        return figures
    changed = {name: getattr(figures, name).copy() for name in CHANGEABLE}
    for name, values in changed.items():
        values[at] = getattr(moved, name)
    return replace(figures, **changed)


def is_changed(before: Figures, after: Figures) -> Flags:
    """Tell where a figure has another value, or another day, than before."""
    value = (after.value != before.value) & ~np.isnan(after.value)
    day = (after.period_end != before.period_end) & ~np.isnat(after.period_end)
    return np.asarray(value | day)
