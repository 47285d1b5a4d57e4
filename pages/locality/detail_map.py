"""The detail map of a locality: its parts, or itself among its neighbours."""

import json
from typing import Any

import pandas as pd
import streamlit as st

from components import place_navigation
from geo import served_boundaries
from geo.boundaries import BrokenBoundaries
from pages.locality import folium_map, profile, words
from pages.locality.folium_map import DetailMap, Place
from queries import catalogue, gazetteer, locality_figures, observations
from queries.locality_figures import LOCALITY
from queries.query import query
from queries.view import View
from wording import indicator_texts, markdown, numbers

# Height in pixels on the wall screen, which doubles it on a screen of 1,080 lines.
WALL_HEIGHT = 330


def detail_map(view: View, height: int) -> None:
    """Draw the map of the locality and the button that saves it as a file; `height` is in pixels."""
    try:
        content = map_content(view)
    except BrokenBoundaries as error:
        st.warning(markdown.fill(words.MAP_BROKEN, reason=error), icon=":material/map:")
        return
    folium_map.embed(content, WALL_HEIGHT if view.present else height, place_navigation.select_place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            words.MAP_FILE, lambda: folium_map.to_html(content), mime="text/html", key="download.map",
            file_name=f"ban-do-{locality_figures.code_of(view)}.html", type="tertiary", icon=":material/download:",
            on_click="ignore",
        )  # fmt: skip
        st.caption(words.MAP_CAPTION)


@query(*LOCALITY, keep=300)
def map_content(view: View) -> DetailMap:
    """Return what the map shows: the parts of the locality, or itself among its neighbours where it has no parts.

    Raises
    ------
    BrokenBoundaries
        If the boundary file does not fit the register.
    """
    here, indicator = locality_figures.register_row(view), catalogue.indicator(view.indicator)
    level, places = _places(view, here)
    return DetailMap(
        title=words.MAP_TITLE.format(name=here["name"], indicator=indicator["name_vi"]),
        basis=words.MAP_BASIS.format(
            unit=indicator["unit"],
            kind=indicator_texts.KINDS[view.kind],
            day=numbers.day(observations.as_of(view)),
            boundaries=served_boundaries.source_label(view.vintage, level, view.province),
        ),
        places=tuple(places),
        simulated=view.kind == "simulated",
        archipelagos=view.province in served_boundaries.WITH_ARCHIPELAGOS,
    )


def _places(view: View, here: pd.Series) -> tuple[str, list[Place]]:
    """Return the level of the places on the map, and the places; the outline of the locality comes last."""
    register = gazetteer.within(view.vintage, view.province)
    parts = register[register["parent_code"] == here["code"]]
    shown = parts if len(parts) else register[register["parent_code"] == here["parent_code"]]
    level, own = str(shown["level"].iloc[0]), set(parts["code"]) or {here["code"]}
    figures = profile.indicator_figures(view, shown["code"]).set_index("code")
    features = _features(view, level)
    places = [
        _place(features[code], row, figures.loc[code], "part" if code in own else "around")
        for code, row in shown.set_index("code", drop=False).iterrows()
        if code in features
    ]
    # The country needs no outline: its provinces together form it.
    if len(parts) and here["level"] != "country":
        outline = _features(view, here["level"])[here["code"]]
        places.append(_place(outline, here, None, "outline"))
    return level, places


def _features(view: View, level: str) -> dict[str, dict[str, Any]]:
    """Return code → GeoJSON feature."""
    features = served_boundaries.feature_collection(view.vintage, level, view.province)["features"]
    return {feature["properties"]["code"]: feature for feature in features}


def _place(feature: dict[str, Any], row: pd.Series, figure: pd.Series | None, role: str) -> Place:
    properties = feature["properties"]
    return Place(
        code=properties["code"],
        name=row["short"],
        role=role,
        status="no_data" if figure is None else figure["status"],
        value="" if figure is None else figure["value_shown"],
        period="" if figure is None else figure["period_shown"],
        geometry=json.dumps(feature["geometry"]),
        # An imported boundary file may have no positions for names.
        label=(properties.get("label_lon", row["lon"]), properties.get("label_lat", row["lat"])),
        inset=bool(properties["inset"]),
    )
