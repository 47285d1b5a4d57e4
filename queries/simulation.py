"""The simulated figures of a view: whether this machine offers them, building them, reading them."""

import os
from collections.abc import Callable

import pandas as pd

from data import nationwide, simulated
from queries.catalogue import core_indicators, tables
from queries.gazetteer import COUNTRY, by_commune, whole_vintage, within
from queries.query import query
from queries.view import View

# Columns with the same text in almost all of 180,000 rows: as texts they would take half of 45 MB.
REPEATED = ["period_basis", "value_text", "qualifier", "value_basis", "origin", "absence", "source"]
REPEATED += ["supersedes", "note"]


def is_offered() -> bool:
    """Tell whether this machine shows the simulated set; ``SHOW_SIMULATED=0`` removes it."""
    return os.environ.get("SHOW_SIMULATED", "1") != "0"


def is_built(view: View) -> bool:
    """Tell whether the simulated figures that a view needs are in the cache."""
    return simulated.is_cached(_fingerprint()) and (not _needs_nationwide(view) or _nationwide_is_built())


def build(view: View, on_progress: Callable[[float], None]) -> None:
    """Build the missing figures; ``on_progress`` receives the finished share, 0 to 1."""
    if not simulated.is_cached(_fingerprint()):
        simulated.build(tables(), on_progress=on_progress)
    if _needs_nationwide(view) and not _nationwide_is_built():
        nationwide.build(tables(), on_progress)


def observations(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return the simulated observations of the localities that a view covers; columns of ``observations``.

    Raises
    ------
    ValueError
        If the figures of all communes of the country are asked for without naming an indicator.
    """
    if not by_commune(view):
        if indicator is None:
            return _of_province(view.vintage, view.province)
        return _of_indicator(indicator, view.vintage, view.province)
    if indicator is None:
        raise ValueError("three million simulated figures of all communes: ask for one indicator at a time")
    return _of_all_communes(indicator)


def values_of_first_set(indicator: str) -> pd.DataFrame:
    """Return the figures of an indicator in the first set, of every place and period.

    Returns
    -------
    DataFrame
        The columns ``vintage``, ``locality``, ``value``, ``preferred`` of ``observations``.
    """
    return simulated.load_figures(tables(), indicator, ["vintage", "locality", "value", "preferred"])


@query()
def first_provinces() -> frozenset[str]:
    """Return the provinces of the first set; all other provinces are in the nationwide set."""
    places = simulated.select_provinces(tables()).localities
    return frozenset(places.loc[places["level"] == "province", "code"])


def _needs_nationwide(view: View) -> bool:
    """Tell whether a view needs provinces that are not in the first set: its own, or those it is compared with."""
    compared = view.level == "province" and view.vintage == whole_vintage()
    return compared or view.province not in first_provinces()


def _nationwide_is_built() -> bool:
    return nationwide.is_cached(_nationwide_fingerprint())


# The fingerprint of all tables takes 12 ms, and every run of every page needs it.
@query()
def _nationwide_fingerprint() -> str:
    return nationwide.fingerprint(tables())


@query()
def _fingerprint() -> str:
    return simulated.fingerprint(tables())


@query()
def _of_indicator(indicator: str, vintage: str, province: str) -> pd.DataFrame:
    if province not in first_provinces():
        return nationwide.load_figures(tables(), indicator, province, name=_nationwide_fingerprint())
    drawn = simulated.load_figures(tables(), indicator)
    return drawn[(drawn["vintage"] == vintage) & drawn["locality"].isin(within(vintage, province)["code"])]


@query()
def _of_province(vintage: str, province: str) -> pd.DataFrame:
    parts = [_of_indicator(each, vintage, province) for each in core_indicators()]
    return pd.concat(parts, ignore_index=True)


# One answer is cached: the answers made of these rows are cached themselves, and reading takes half a second.
@query(keep=1)
def _of_all_communes(indicator: str) -> pd.DataFrame:
    others = nationwide.load_figures(
        tables(), indicator, COUNTRY, communes=True, name=_nationwide_fingerprint()
    )
    drawn = simulated.load_figures(tables(), indicator)
    communes = within(whole_vintage(), COUNTRY).query("level == 'commune'")["code"]
    here = drawn["vintage"].eq(whole_vintage()) & drawn["locality"].isin(communes)
    every = pd.concat([others, drawn[here]], ignore_index=True)
    return every.astype(dict.fromkeys(REPEATED, "category"))
