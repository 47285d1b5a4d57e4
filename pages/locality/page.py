"""Địa phương: one locality — what it owes, what is known of it, its parts, its peers, and from where."""

import streamlit as st

from components import session
from pages.locality import detail_map, drawing, words
from queries import gazetteer

HEIGHT = 430

view = gazetteer.within_province(session.current())
drawing.way(view)
drawing.header(view)
left, right = st.columns(2, gap="medium")
with left:
    drawing.targets(view, HEIGHT - 36)
with right:
    map_place = st.empty()
    map_place.caption(words.MAP_LOADING)
drawing.why(view)
drawing.section(view)
# Last, because Folium takes seconds to import the first time: the rest of the page is read meanwhile.
with map_place.container():
    detail_map.show(view, HEIGHT)
