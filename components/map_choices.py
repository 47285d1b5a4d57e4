"""What a map shows: indicator, level and colours, chosen the same way wherever there is one."""

import streamlit as st

from components import place_navigation, session
from pages.map import words
from queries import catalogue
from queries.view import View


def choices(looked: View) -> None:
    """Draw the choices of a map; on the wall they stay as they are and are not drawn (``presenting.css``)."""
    names = {name: catalogue.indicator(name)["name_vi"] for name in catalogue.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="map-choices"):
        st.selectbox(
            words.INDICATOR, list(names), format_func=names.get, width=330, label_visibility="collapsed",
            **session.bind("indicator"),
        )  # fmt: skip
        place_navigation.level_choice(looked)
        st.segmented_control(
            words.COLOUR, list(words.COLOURS), format_func=words.COLOURS.get, required=True,
            label_visibility="collapsed", **session.bind("colour"),
        )  # fmt: skip
