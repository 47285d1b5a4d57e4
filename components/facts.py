"""The figures as pages ask for them: read once a process, shared by every session, never changed in place."""

import os
from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from components.view import View
from data import loader, simulated
from indicators import asof


@st.cache_resource(show_spinner=False)
def tables() -> loader.Tables:
    """Return the checked tables; raises ``loader.BrokenTables``."""
    return loader.load()


def simulated_is_offered() -> bool:
    """Tell whether this machine shows the simulated set; ``SHOW_SIMULATED=0`` removes it."""
    return os.environ.get("SHOW_SIMULATED", "1") != "0"


@st.cache_resource(show_spinner=False)
def simulated_observations(indicator: str) -> pd.DataFrame:
    """Return the simulated observations of one indicator; columns as ``observations``."""
    return simulated.read(tables(), indicator)


def observations(kind: str, indicator: str | None = None) -> pd.DataFrame:
    """Return real or simulated observations, never both; of one indicator or of all."""
    if kind == "simulated":
        wanted = [indicator] if indicator else core_indicators()
        return pd.concat([simulated_observations(each) for each in wanted], ignore_index=True)
    real = tables().observations
    return real if indicator is None else real[real["indicator"] == indicator]


def core_indicators() -> list[str]:
    """Return the indicators of maps, rankings and lists."""
    indicators = tables().indicators
    return indicators.loc[indicators["tier"] == "core", "indicator"].tolist()


@st.cache_data(show_spinner=False)
def dates(kind: str, vintage: str, province: str) -> list[date]:
    """Return the period ends of a province and everything in it, newest first."""
    inside = localities_in(vintage, province)["code"]
    source = simulated_observations(core_indicators()[0]) if kind == "simulated" else tables().observations
    here = source[(source["vintage"] == vintage) & source["locality"].isin([*inside, province])]
    return sorted({day.date() for day in here["period_end"].unique()}, reverse=True)


@st.cache_data(show_spinner=False)
def localities_in(vintage: str, area: str) -> pd.DataFrame:
    """Return every locality below an area in its vintage, of all levels, without the area itself."""
    register = tables().localities
    register = register[register["vintage"] == vintage]
    level, below = register[register["parent_code"] == area], []
    while len(level):
        below.append(level)
        level = register[register["parent_code"].isin(level["code"])]
    return pd.concat(below) if below else register.iloc[:0]


def as_of(view: View) -> date:
    """Return the date a view looks from; without a choice, the latest period end of its kind."""
    known = dates(view.kind, view.vintage, view.province)
    return view.as_of or (known[0] if known else asof.default_as_of(observations(view.kind)))


def build_simulated(on_progress: Callable[[float], None]) -> None:
    """Build the simulated set where it is not yet in the cache."""
    simulated.build(tables(), on_progress=on_progress)
