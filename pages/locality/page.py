"""Địa phương: one locality: its targets, its figures, its parts, its peers and its sources."""

import streamlit as st

from components import session
from pages.locality import detail_map, locality_header, target_panel, words
from pages.locality.drawing import section
from queries import gazetteer

HEIGHT = 430

view = gazetteer.within_province(session.current())
locality_header.breadcrumb(view)
locality_header.header(view)
left, right = st.columns(2, gap="medium")
with left:
    target_panel.targets(view, HEIGHT - 36)
with right:
    map_place = st.empty()
    map_place.caption(words.MAP_LOADING)
target_panel.explanation(view)
section(view)
# The map comes last, because the first import of Folium takes seconds: the rest of the page is on screen meanwhile.
with map_place.container():
    detail_map.detail_map(view, HEIGHT)
