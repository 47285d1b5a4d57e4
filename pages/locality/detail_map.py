"""The Folium map of a locality: its parts, or itself among its neighbours."""

import json

import pandas as pd
import streamlit as st

from components import place_navigation
from geo import served
from geo.boundaries import BrokenBoundaries
from pages.locality import folium_map, profile, words
from queries import catalogue, gazetteer, locality_figures, observations
from queries.locality_figures import LOCALITY
from queries.query import query
from queries.view import View
from wording import indicator_texts as picture_words
from wording import numbers

# The wall enlarges the map as a whole: twice this at 1080 lines, under the words above it.
WALL_MAP = 330


def show(view: View, height: int) -> None:
    """Draw the Folium map of the locality and its parts, and offer it as a file to send."""
    try:
        drawn = sheet(view)
    except BrokenBoundaries as error:
        st.warning(words.MAP_BROKEN.format(reason=error), icon=":material/map:")
        return
    folium_map.show(drawn, WALL_MAP if view.present else height, place_navigation.select_place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            words.MAP_FILE, lambda: folium_map.to_html(drawn), file_name=f"ban-do-{locality_figures.code_of(view)}.html",
            mime="text/html", key="download.map", type="tertiary", icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        st.caption(words.MAP_CAPTION)


@query(*LOCALITY, keep=300)
def sheet(view: View) -> folium_map.Sheet:
    """Return what the detail map shows: the parts of the locality, or itself among its neighbours.

    Raises
    ------
    BrokenBoundaries
        If the boundary file does not fit the register.
    """
    register = gazetteer.within(view.vintage, view.province)
    here, asked = locality_figures.register_row(view), catalogue.indicator(view.indicator)
    parts = register[register["parent_code"] == here["code"]]
    shown = parts if len(parts) else register[register["parent_code"] == here["parent_code"]]
    rows = profile.situation(view, shown["code"]).set_index("code")
    shapes = _shapes(view, shown["level"].iloc[0])
    about = set(parts["code"]) or {here["code"]}
    drawn = [
        _place(shapes[row.code], row, rows.loc[row.code], "part" if row.code in about else "around")
        for row in shown.itertuples()
        if row.code in shapes
    ]
    if len(parts) and here["level"] != "country":  # the provinces together are its outline
        outline = _shapes(view, here["level"])[here["code"]]
        drawn.append(_place(outline, here, None, "outline"))
    return folium_map.Sheet(
        title=words.MAP_TITLE.format(name=here["name"], indicator=asked["name_vi"]),
        basis=words.MAP_BASIS.format(
            unit=asked["unit"],
            kind=picture_words.KINDS[view.kind],
            day=numbers.day(observations.as_of(view)),
            boundaries=served.basis(view.vintage, shown["level"].iloc[0], view.province),
        ),
        places=tuple(drawn),
        simulated=view.kind == "simulated",
        archipelagos=view.province in served.WITH_ARCHIPELAGOS,
    )


def _shapes(view: View, level: str) -> dict[str, dict]:
    features = served.collection(view.vintage, level, view.province)["features"]
    return {feature["properties"]["code"]: feature for feature in features}


def _place(feature: dict, row: pd.Series, figure: pd.Series | None, role: str) -> folium_map.Place:
    told = feature["properties"]
    return folium_map.Place(
        code=told["code"],
        name=row.short,
        role=role,
        status="no_data" if figure is None else figure["status"],
        value="" if figure is None else figure["value_shown"],
        period="" if figure is None else figure["period_shown"],
        geometry=json.dumps(feature["geometry"]),
        # A boundary file of the user's own need not say where names go.
        label=(told.get("label_lon", row.lon), told.get("label_lat", row.lat)),
        inset=bool(told["inset"]),
    )
