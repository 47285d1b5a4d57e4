"""What a map shows: indicator, level and colours, chosen the same way wherever there is one."""

import streamlit as st

from components import place_navigation, session
from queries import catalogue
from queries.view import View
from wording import navigation


def choices(view: View) -> None:
    """Draw the choices of a map; on the wall they stay as they are and are not drawn (``presenting.css``)."""
    names = {name: catalogue.indicator(name)["name_vi"] for name in catalogue.core_indicators()}
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="map-choices"):
        st.selectbox(
            navigation.INDICATOR, list(names), format_func=names.get, width=330, label_visibility="collapsed",
            **session.bind("indicator"),
        )  # fmt: skip
        place_navigation.level_choice(view)
        st.segmented_control(
            navigation.COLOUR, list(navigation.COLOURS), format_func=navigation.COLOURS.get, required=True,
            label_visibility="collapsed", **session.bind("colour"),
        )  # fmt: skip
