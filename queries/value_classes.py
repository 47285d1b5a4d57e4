"""The classes of a map's value colours, and the publication that moved their limits last."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data import store
from indicators.classes import LEVELS, Classes, share_a_scale
from queries import catalogue, observations, simulation
from queries.kept_classes import kept_classes
from queries.observations import known_state
from queries.query import query
from queries.view import View

EVERY = "every"


@dataclass(frozen=True)
class Move:
    """What moved the limits: the day, and ``publish``, ``rollback`` or ``base`` (a new state of ``data/tables``)."""

    day: date
    action: str


def class_scale(view: View) -> dict[str, Any]:
    """Return the fields that name the figures of one scale.

    They are those of one kind, indicator and level, of every place and period. ``level`` is ``EVERY`` for an indicator
    whose values mean the same at every level: its colours stay as they are when a place is opened.
    """
    shared = share_a_scale(catalogue.indicator(view.indicator))
    state = known_state(view) if view.kind == "real" else {"known": None, "revision": ""}
    return {
        "kind": view.kind,
        "indicator": view.indicator,
        "level": EVERY if shared else view.level,
        **state,
    }


@query(class_scale, keep=500)
def classes(view: View) -> Classes:
    """Return the classes of the view's indicator at the view's level.

    Simulated classes rest on the first set alone. The nationwide set is drawn from the same recipes, may not have been
    built yet, and would otherwise change the colours when it is.
    """
    if view.kind == "simulated":
        return _classes(view, simulation.values_of_first_set(view.indicator))
    every = observations.of_every_province(view)
    return _classes(view, every[every["indicator"].eq(view.indicator)])


@query(class_scale, keep=500)
def last_move(view: View) -> Move | None:
    """Return what moved the limits on the last day on which figures of the indicator were published or taken back.

    None if that day left the limits as they were, if there were none before, or if the figures are simulated.
    """
    if view.kind == "simulated":
        return None
    state = observations.state(view)
    published = store.publications_with(view.indicator, state)
    last = published[published["at"].dt.date.eq(published["at"].dt.date.max())]
    if last.empty or last["publication"].iloc[0] == 1:
        return None
    earlier = store.State(str(last["publication"].iloc[0] - 1), state.known)
    before = _classes(view, store.observations(indicator=view.indicator, state=earlier))
    if before.figures == 0 or before.limits == classes(view).limits:
        return None
    newest = last.iloc[-1]
    return Move(newest["at"].date(), "base" if newest["kind"] == "base" else newest["action"])


def _classes(view: View, rows: pd.DataFrame) -> Classes:
    """Return the classes of the preferred figures of the view's level among the rows of one indicator."""
    about, places = catalogue.indicator(view.indicator), catalogue.tables().localities
    levels = LEVELS if view.level == EVERY else (view.level,)
    here = places.loc[places["level"].isin(levels), ["vintage", "code"]].rename(columns={"code": "locality"})
    drawn = rows.loc[rows["preferred"], ["vintage", "locality", "value"]]
    drawn = drawn.merge(here, on=["vintage", "locality"], validate="m:1")
    return kept_classes(drawn["value"], about["maximum"], int(about["decimals"]))
