"""A slider of months, a choice of area, a map, and what was done on it."""

import pandas as pd
import streamlit as st

from components.choropleth import SIMULATED, Drawing, Swatch, choropleth
from geo import served_boundaries

AREAS = {"60": ("2025-03", "commune", "60"), "56": ("2025-07", "commune", "56")}
SWATCHES = (Swatch("#E69F00", "chậm lộ trình", "▲"), Swatch("#56B4E9", "đúng lộ trình", "●"))

area = st.query_params.get("area", "60")
month = st.slider("Tháng", 0, 11, 0)
if st.checkbox("Khánh Hòa"):
    area = "56"
codes = served_boundaries.feature_codes(*AREAS[area])
names = {
    each["properties"]["code"]: each["properties"]["name"]
    for each in served_boundaries.feature_collection(*AREAS[area])["features"]
}
number = range(len(codes))
places = pd.DataFrame(
    {
        "name": [names[code] for code in codes],
        # In month 0 all are behind, in every later month all are on track; each seventh has no figure.
        "swatch": [None if at % 7 == 3 else int(month > 0) for at in number],
        "value": ["" if at % 7 == 3 else f"{month + at % 60},5 %" for at in number],
        "expected": "50 %",
        "target": "≥ 80 % đến 31/12/2025",
        "status": ["" if at % 7 == 3 else ("đúng lộ trình" if month else "chậm lộ trình") for at in number],
        "period": "30/06/2025",
        "source": "Báo cáo <b>12</b>",
    },
    index=pd.Index(codes),
)
gesture = choropleth(
    Drawing(
        boundaries=served_boundaries.url(*AREAS[area]),
        codes=codes,
        places=places,
        swatches=SWATCHES,
        title=f"Hồ sơ trực tuyến, tháng {month}",
        unit="%",
        kind="Số liệu mô phỏng",
        archipelagos=served_boundaries.archipelagos_url()
        if area in served_boundaries.WITH_ARCHIPELAGOS
        else None,
        selected=st.session_state.get("selected"),
        mark=SIMULATED,
    ),
    key="map",
    respond=lambda told: st.session_state.update(selected=told.code),
)
st.text(f"cử chỉ: {gesture.action} {gesture.code}" if gesture else "cử chỉ: không")
