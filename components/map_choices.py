"""The choices of a map: indicator, level and colours, the same wherever there is a map."""

import streamlit as st

from components import place_navigation, session
from queries import catalogue
from queries.view import View
from wording import navigation


def choices(view: View) -> None:
    """Draw the choices of a map; ``presenting.css`` hides them on the wall screen."""
    names = {name: catalogue.indicator(name)["name_vi"] for name in catalogue.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="map-choices"):
        st.selectbox(
            navigation.INDICATOR, list(names), format_func=lambda name: names.get(name, ""), width=330,
            label_visibility="collapsed", **session.bind("indicator"),
        )  # fmt: skip
        place_navigation.level_choice(view)
        st.segmented_control(
            navigation.COLOUR, list(navigation.COLOURS), format_func=navigation.COLOURS.__getitem__, required=True,
            label_visibility="collapsed", **session.bind("colour"),
        )  # fmt: skip
