"""The detail map of a locality: its parts, or itself among its neighbours."""

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components import indicator_map, place_navigation, value_colours
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
        noted = content.legend_note and not view.present
        caption = [words.MAP_CAPTION, *([content.legend_note] if noted else [])]
        st.caption(markdown.join(" ", caption))


@query(*LOCALITY, "colour", keep=300)
def map_content(view: View) -> DetailMap:
    """Return what the map shows: the parts of the locality, or itself among its neighbours where it has no parts.

    Raises
    ------
    BrokenBoundaries
        If the boundary file does not fit the register.
    """
    here, indicator = locality_figures.register_row(view), catalogue.indicator(view.indicator)
    level, figures = _figures(view, here)
    of_level = replace(view, level=level)
    swatches, classes = indicator_map.colours(of_level, figures)
    filled = ["" if each != each else swatches[int(each)].colour for each in classes]
    # First, because it says what is wrong with shapes that cannot be drawn.
    places = tuple(_places(of_level, here, figures.assign(colour=filled).set_index("code")))
    return DetailMap(
        title=words.MAP_TITLE.format(name=here["name"], indicator=indicator["name_vi"]),
        basis=words.MAP_BASIS.format(
            unit=indicator["unit"],
            kind=indicator_texts.KINDS[view.kind],
            day=numbers.day(observations.as_of(view)),
            boundaries=served_boundaries.source_label(view.vintage, level, view.province),
        ),
        legend=tuple((each.colour, f"{each.symbol} {each.word}".lstrip()) for each in swatches),
        legend_note=value_colours.basis(of_level) if view.colour == "value" else "",
        places=places,
        simulated=view.kind == "simulated",
        archipelagos=view.province in served_boundaries.WITH_ARCHIPELAGOS,
    )


def _figures(view: View, here: pd.Series) -> tuple[str, pd.DataFrame]:
    """Return the level of the places on the map, and their rows of ``indicator_rows.figures``."""
    register = gazetteer.within(view.vintage, view.province)
    parts = register[register["parent_code"] == here["code"]]
    shown = parts if len(parts) else register[register["parent_code"] == here["parent_code"]]
    return str(shown["level"].iloc[0]), profile.indicator_figures(view, shown["code"])


def _places(view: View, here: pd.Series, figures: pd.DataFrame) -> list[Place]:
    """Return the places of the view's level, in the order of the register; the outline of the locality comes last."""
    register = gazetteer.within(view.vintage, view.province)
    own = set(register.loc[register["parent_code"] == here["code"], "code"])
    features, by_code = _features(view, view.level), dict(figures.iterrows())
    places = [
        _place(features[code], row, by_code[code], "part" if code in (own or {here["code"]}) else "around")
        for code, row in register.set_index("code", drop=False).iterrows()
        if code in features and code in by_code
    ]
    # The country needs no outline: its provinces together form it.
    if own and here["level"] != "country":
        outline = _features(view, here["level"])[here["code"]]
        places.append(_place(outline, here, None, "outline"))
    return places


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
        colour="" if figure is None else figure["colour"],
        geometry=json.dumps(feature["geometry"]),
        # An imported boundary file may have no positions for names.
        label=(properties.get("label_lon", row["lon"]), properties.get("label_lat", row["lat"])),
        inset=bool(properties["inset"]),
    )
