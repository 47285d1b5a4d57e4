"""One page, drawn in the way its address names: a slider of months, and under it what the month changes."""

import os
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from benchmarks.ground import COUNTRY, PROVINCE, ground
from components.map import SIMULATED, Drawing, Swatch, choropleth
from wording.numbers import quantity

BLUES = ("#EFF3FF", "#BDD7E7", "#6BAED6", "#3182BD", "#08519C")
SWATCHES = [Swatch(colour, f"{20 * number}–{20 * number + 20} %") for number, colour in enumerate(BLUES)]
MONTHS = 24

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
    """Return the places as the usual way keeps them: a dictionary, read once."""
    return ground(places, os.environ.get("GROUND"))


@st.cache_resource
def figures(places: int) -> pd.DataFrame:
    """Return a seeded figure for every place and month, every tenth of them missing; columns: months."""
    random = np.random.default_rng(7)
    start = random.uniform(5, 70, (places, 1))
    pace = random.uniform(0.2, 2.2, (places, 1))
    values = start + pace * np.arange(MONTHS) + random.normal(0, 1.5, (places, MONTHS))
    values[random.random((places, MONTHS)) < 0.1] = np.nan
    codes = [f"{number:05d}" for number in range(places)]
    return pd.DataFrame(values.clip(0, 100).round(2), index=pd.Index(codes, dtype="str"))


def told(places: int, month: int) -> pd.DataFrame:
    """Return what every place tells on hover, the same in both ways of drawing; index: code."""
    values = figures(places)[month]
    expected = 30 + 2 * month
    return pd.DataFrame(
        {
            "name": [f"Xã số {number}" for number in range(places)],
            "value": [quantity(value, "%", 2) if value == value else "" for value in values],
            "expected": quantity(expected, "%", 2),
            "target": "≥ 80 % đến 31/12/2025",
            "status": np.where(values >= expected, "đúng lộ trình", "chậm lộ trình"),
            "period": f"tháng {month % 12 + 1}/{2024 + month // 12}",
            "source": "Bộ số liệu mô phỏng",
        },
        index=values.index,
    )


def ours(places: int, month: int) -> None:
    """Draw with the product's map."""
    from benchmarks.app import address

    values = figures(places)[month]
    drawing = Drawing(
        boundaries=address(places),
        codes=list(values.index),
        places=told(places, month).assign(swatch=(values // 20.001).astype("Int64")),
        swatches=SWATCHES,
        title="Tỷ lệ hồ sơ giải quyết trực tuyến",
        unit="%",
        kind="Số liệu mô phỏng",
        period=f"tháng {month % 12 + 1}/{2024 + month // 12}",
        mark=SIMULATED,
    )
    choropleth(drawing, key="measured")


def usual(places: int, month: int) -> None:
    """Draw as most Streamlit maps are drawn: Plotly Express on a cached GeoJSON dictionary."""
    import plotly.express as px

    frame = told(places, month).assign(number=figures(places)[month]).rename_axis("code").reset_index()
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


def floor(month: int) -> None:
    """Draw nothing but one rectangle: what the way from key to canvas costs by itself."""
    empty_canvas(key="measured", data={"month": month})


st.set_page_config(layout="wide")
asked = st.query_params
places = int(asked.get("places", 121))
month = st.slider("Tháng", 0, MONTHS - 1, 0, key="month")
match asked.get("way", "ours"):
    case "floor":
        floor(month)
    case "usual":
        usual(places, month)
    case _:
        ours(places, month)
