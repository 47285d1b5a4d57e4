"""The observations of a view: the state of the store, the viewed day, the figures."""

from dataclasses import replace
from typing import Any

import pandas as pd

from data import store
from indicators import latest_observations
from queries import simulation
from queries.catalogue import core_indicators, tables
from queries.gazetteer import by_commune, covered_area, covered_places
from queries.lifetimes import lifetime
from queries.query import query
from queries.view import View


def revision() -> str:
    """Return the revision of the store. Any publication, by any process, changes it."""
    return store.revision()


def state(view: View) -> store.State:
    """Return the state of the store that a view shows: the one its run began with, or that of a past day."""
    return store.State(view.revision or revision(), view.known)


def known_state(view: View) -> dict[str, Any]:
    """Return the fields ``known`` and ``revision``, which name the state of the store that a view shows."""
    known = state(view)
    return {"known": known.known, "revision": known.revision}


def dataset(view: View) -> dict[str, Any]:
    """Return the fields that decide which observations a view has, on any day.

    The simulated set does not depend on the state of the store.
    """
    known = known_state(view) if view.kind == "real" else {"known": None, "revision": ""}
    return {"kind": view.kind, **covered_area(view), **known}


def viewed_day(view: View) -> dict[str, Any]:
    """Return the field ``as_of`` with the day of the view, chosen or not."""
    return {"as_of": as_of(view).date()}


def of_view(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return the real or the simulated observations, never both, of the localities that a view covers.

    Raises
    ------
    ValueError
        If the simulated figures of all communes of the country are asked for without naming an indicator.
    """
    if view.kind == "simulated":
        return simulation.observations(view, indicator)
    real = _of_area(view)
    return real if indicator is None else real[real["indicator"] == indicator]


# A state of the store never changes. A view of a past day asks for an earlier one.
@query(known_state, keep=20)
def of_every_province(view: View) -> pd.DataFrame:
    """Return the real observations of every province; columns of ``store.observations``."""
    return store.observations(state=state(view))


@query(covered_area, known_state, keep=60)
def _of_area(view: View) -> pd.DataFrame:
    every = of_every_province(view)
    here = every["vintage"].eq(view.vintage) & every["locality"].isin(covered_places(view)["code"])
    return every[here].reset_index(drop=True)


@query(dataset, keep=100)
def period_ends(view: View) -> list[pd.Timestamp]:
    """Return the period ends of the view's province and everything in it, newest first."""
    if view.kind == "simulated":  # Every place has every month, so one indicator of the provinces is enough.
        known = of_view(replace(view, level="province"), core_indicators()[0])
    else:
        known = of_view(view)
    return sorted(known["period_end"].unique(), reverse=True)


def as_of(view: View) -> pd.Timestamp:
    """Return the day of the view; if none is chosen, the latest period end of its kind in the life of its vintage.

    Districts ended on 30/6/2025: a view of them opens on their last day, not on months simulated after it.
    """
    return pd.Timestamp(view.as_of) if view.as_of else _latest_day(view)


@query(dataset, keep=100)
def _latest_day(view: View) -> pd.Timestamp:
    first, last = lifetime(view.vintage)
    lived = next((end for end in period_ends(view) if first <= end <= last), None)
    return lived or max(latest_observations.default_as_of(tables().observations), first)


def latest(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return the latest figures on the viewed day; columns of ``latest_observations.latest``."""
    if indicator is None and needs_indicator(view):
        parts = [latest(view, each) for each in core_indicators()]
        return pd.concat(parts, ignore_index=True)
    if by_commune(view):
        # Not cached: all communes take two megabytes, and the answers made of them are cached.
        rows = latest_observations.latest(of_view(view, indicator), as_of(view))
        return rows.astype(dict.fromkeys(simulation.REPEATED, "str"))
    return _latest(view, indicator)


@query(dataset, viewed_day, keep=40)
def _latest(view: View, indicator: str | None) -> pd.DataFrame:
    return latest_observations.latest(of_view(view, indicator), as_of(view))


def needs_indicator(view: View) -> bool:
    """Tell whether the view has too many figures to hold all indicators at once. Then ask for one at a time."""
    return view.kind == "simulated" and by_commune(view)
