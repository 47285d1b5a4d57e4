"""A page with a slider of months and a map, drawn in the way that the query parameter ``way`` names."""

import os
from typing import Any

import pandas as pd
import streamlit as st

from benchmarks.sample_boundaries import COUNTRY, PROVINCE, boundaries_url, sample_collection
from benchmarks.sample_figures import BLUES, MONTHS, hover_rows, sample_values
from components.choropleth import SIMULATED, Drawing, Swatch, choropleth

SWATCHES = [Swatch(colour, f"{20 * number}–{20 * number + 20} %") for number, colour in enumerate(BLUES)]

FLOOR = """
export default ({ parentElement, data }) => {
  let canvas = parentElement.querySelector("canvas");
  if (!canvas) {
    canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 560;
    parentElement.append(canvas);
  }
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = data.month % 2 ? "#3182BD" : "#BDD7E7";
  ctx.fillRect(0, 0, 900, 560);
};
"""
empty_canvas = st.components.v2.component("floor", js=FLOOR)


@st.cache_data
def collection(places: int) -> dict[str, Any]:
    """Return the GeoJSON as a dictionary that is read once, as the usual ways do."""
    return sample_collection(places, os.environ.get("SAMPLE_BOUNDARIES"))


def ours(places: int, month: int) -> None:
    """Draw the map of the dashboard."""
    values = sample_values(places)[month]
    drawing = Drawing(
        boundaries=boundaries_url(places),
        codes=list(values.index),
        places=hover_rows(places, month).assign(swatch=(values // 20.001).astype("Int64")),
        swatches=SWATCHES,
        title="Tỷ lệ hồ sơ giải quyết trực tuyến",
        unit="%",
        kind="Số liệu mô phỏng",
        period=f"tháng {month % 12 + 1}/{2024 + month // 12}",
        mark=SIMULATED,
    )
    choropleth(drawing, key="measured")


def map_frame(places: int, month: int) -> pd.DataFrame:
    """Return the frame of both usual ways: ``code``, the columns of ``hover_rows``, and the figure as ``number``."""
    return (
        hover_rows(places, month)
        .assign(number=sample_values(places)[month])
        .rename_axis("code")
        .reset_index()
    )


def plotly(places: int, month: int) -> None:
    """Draw with Plotly Express on a cached GeoJSON dictionary, as most Streamlit maps do."""
    import plotly.express as px

    frame = map_frame(places, month)
    west, south, east, north = PROVINCE if places < 500 else COUNTRY
    figure = px.choropleth_map(
        frame,
        geojson=collection(places),
        locations="code",
        featureidkey="properties.code",
        color="number",
        range_color=(0, 100),
        hover_name="name",
        hover_data=["value", "expected", "target", "status", "period", "source"],
        map_style="white-bg",
        center={"lat": (south + north) / 2, "lon": (west + east) / 2},
        zoom=7.6 if places < 500 else 4.2,
    )
    figure.update_layout(height=560, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    st.plotly_chart(figure, key="measured")


def folium_choropleth(places: int, month: int) -> None:
    """Draw a choropleth with tooltips from the properties of the features in ``st_folium``, as in the guide of Folium.

    Leaflet comes from this server and there is no colour legend, because both would be loaded from the internet.
    """
    import folium
    from streamlit_folium import st_folium

    frame = map_frame(places, month)
    shapes = collection(places)
    rows = frame.set_index("code").drop(columns=["name", "number"]).to_dict("index")
    for feature in shapes["features"]:
        feature["properties"].update(rows[feature["properties"]["code"]])
    west, south, east, north = PROVINCE if places < 500 else COUNTRY
    folium_map = folium.Map(
        [(south + north) / 2, (west + east) / 2], zoom_start=8 if places < 500 else 5, tiles=None
    )
    folium_map.default_js = [("leaflet", "/leaflet/leaflet.js")]
    folium_map.default_css = [("leaflet_css", "/leaflet/leaflet.css")]
    layer = folium.Choropleth(
        geo_data=shapes,
        data=frame,
        columns=["code", "number"],
        key_on="feature.properties.code",
        bins=[0, 20, 40, 60, 80, 100],
        fill_color="Blues",
        nan_fill_color="#D9D9D9",
        line_weight=0.4,
    )
    if layer.color_scale is not None:
        del layer._children[layer.color_scale.get_name()]
    tooltip = ["name", *frame.columns.drop(["code", "name", "number"])]
    folium.GeoJsonTooltip(tooltip).add_to(layer.geojson)
    layer.add_to(folium_map)
    st_folium(folium_map, height=560, use_container_width=True)


def floor(month: int) -> None:
    """Draw one rectangle only: the cost of the way from the key press to the canvas."""
    empty_canvas(key="measured", data={"month": month})


st.set_page_config(layout="wide")
parameters = st.query_params
places = int(parameters.get("places", 121))
month = st.slider("Tháng", 0, MONTHS - 1, 0, key="month")
match parameters.get("way", "ours"):
    case "floor":
        floor(month)
    case "plotly":
        plotly(places, month)
    case "folium":
        folium_choropleth(places, month)
    case _:
        ours(places, month)
