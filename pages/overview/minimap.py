"""A small map of the province: where assigned targets stand, or where figures exist at all."""

import numpy as np
import pandas as pd
import streamlit as st

from components import look_back, place_navigation, session
from components.choropleth import SIMULATED, Drawing, Gesture, Swatch, choropleth
from components.indicator_map import BLUES
from components.page_links import link
from geo import served
from indicators import coverage
from pages.overview import headline, words
from queries import assessments, documents, gazetteer, place_filter
from queries.observations import dataset, viewed_day
from queries.query import query
from queries.view import View
from wording import numbers
from wording.statuses import LOOKS, ORDER

# Below this share of judged places a map of statuses would show little but grey, and who reports tells more.
ENOUGH_JUDGED = 0.5
# Darker is more complete; a place that reports none of the due figures has no colour at all.
_SHARES = [Swatch(BLUES[colour], word) for colour, word in zip((1, 2, 4), words.MAP_CLASSES, strict=True)]


def show(view: View, *, height: str) -> None:
    """Draw the map, and the ways on from the chosen place."""
    choropleth(drawing(view, height=height), key="overview-map", respond=_respond)
    with st.container(horizontal=True):
        if view.locality:
            label = words.OPEN_PLACE.format(name=gazetteer.full_name(view, view.locality))
            link("dia-phuong", label, ":material/location_city:")
        link("ban-do", words.OPEN_MAP, ":material/map:")
    if not view.locality:
        st.caption(words.NOTHING_CHOSEN)


def _respond(gesture: Gesture) -> None:
    """Choose a place; a double click only chooses here, because the small map has no levels."""
    if gesture.code:
        place_navigation.select_place(gesture.code)
    elif gesture.action == "clear":
        session.change(locality=None)


def drawing(view: View, *, height: str) -> Drawing:
    """Return the map of the province's districts (since 7/2025 its communes) with the selected place.

    Colours are the worst status of each place's assigned targets where half of the places or more could be judged,
    otherwise how many of the figures due are there.

    Raises
    ------
    geo.boundaries.BrokenBoundaries
        If the boundary file does not fit the register.
    """
    rows, swatches, title, unit = _content(view)
    level = headline.main_level(view)
    day = look_back.as_of_text(view)
    return Drawing(
        boundaries=served.address(view.vintage, level, view.province),
        codes=served.codes(view.vintage, level, view.province),
        note=served.basis(view.vintage, level, view.province),
        places=rows,
        swatches=swatches,
        title=title,
        unit=unit,
        period=day,
        alt=_alt(view, rows, swatches, title),
        archipelagos=served.archipelagos() if view.province in served.WITH_ARCHIPELAGOS else None,
        selected=view.locality,
        dimmed=place_filter.left_out(view),
        mark=SIMULATED if view.kind == "simulated" else None,
        height=height,
        meeting=view.present,
    )


@query(dataset, viewed_day, keep=100)
def _content(view: View) -> tuple[pd.DataFrame, list[Swatch], str, str]:
    here = gazetteer.places(view.vintage, view.province, headline.main_level(view))
    judged = headline.places(view)["judged"].gt(0)
    if judged.mean() >= ENOUGH_JUDGED:
        return *_by_status(view, here), words.MAP_STATUS, words.MAP_STATUS_UNIT
    return *_by_coverage(view, here), words.MAP_COVERAGE, words.MAP_COVERAGE_UNIT


def _by_status(view: View, here: pd.DataFrame) -> tuple[pd.DataFrame, list[Swatch]]:
    own = documents.assessed(view)
    own = own[own["standing"].eq("assigned") & own["locality"].isin(here["code"])]
    own = own.assign(place=own["status"].map(ORDER.index), met=own["status"].eq("met"))
    counted = own.groupby("locality").agg(worst=("place", "min"), met=("met", "sum"), total=("met", "size"))
    counted = counted.reindex(here["code"])
    status = [ORDER[int(worst)] if worst == worst else "no_data" for worst in counted["worst"]]
    shown = [each for each in ORDER if each in status and each != "no_data"]
    classes = [float(shown.index(each)) if each in shown else float("nan") for each in status]
    values = [
        words.MAP_MET.format(met=numbers.number(met), total=numbers.number(total)) if total == total else ""
        for met, total in zip(counted["met"], counted["total"], strict=True)
    ]
    swatches = [Swatch(LOOKS[each].colour, LOOKS[each].word, LOOKS[each].shape) for each in shown]
    return _frame(here, classes, values, [LOOKS[each].label for each in status]), swatches


def _by_coverage(view: View, here: pd.DataFrame) -> tuple[pd.DataFrame, list[Swatch]]:
    counted = coverage.summary(assessments.covered(view), ["locality"]).set_index("locality")
    counted = counted.reindex(here["code"])
    due, reported = counted["due"].to_numpy(), counted["reported"].to_numpy()
    classes = np.select([~(reported > 0), reported == due, reported * 2 >= due], [np.nan, 2.0, 1.0], 0.0)
    values = [text if owed > 0 else "" for text, owed in zip(counted["text"], due, strict=True)]
    return _frame(here, classes.tolist(), values, [""] * len(here)), _SHARES


def _frame(here: pd.DataFrame, classes: list[float], values: list[str], status: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {"name": here["short"].to_numpy(), "swatch": classes, "value": values, "status": status},
        index=pd.Index(here["code"].to_numpy(), name="code"),
    )


def _alt(view: View, rows: pd.DataFrame, swatches: list[Swatch], title: str) -> str:
    """Say the map in one sentence: how many places are in each class."""
    province = gazetteer.places(view.vintage, view.province, "province")["name"].iloc[0]
    counts = rows["swatch"].value_counts()
    named = [(number, swatch.word) for number, swatch in enumerate(swatches) if number in counts.index]
    told = [words.MAP_CLASS.format(count=numbers.number(counts[number]), word=word) for number, word in named]
    silent = int(rows["swatch"].isna().sum())
    told += (
        [words.MAP_CLASS.format(count=numbers.number(silent), word=LOOKS["no_data"].word)] if silent else []
    )
    return words.MAP_ALT.format(province=words.within(province), title=title, classes=words.COMMA.join(told))
