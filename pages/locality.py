"""Địa phương: one locality — what it owes, what is known of it, its parts, its peers, and from where."""

import streamlit as st

from components import facts, view
from components.locality import detail_map, locality
from wording import locality as words

HEIGHT = 430

looked = facts.within_province(view.current())
locality.way(looked)
locality.header(looked)
left, right = st.columns(2, gap="medium")
with left:
    locality.targets(looked, HEIGHT - 36)
with right:
    map_place = st.empty()
    map_place.caption(words.MAP_LOADING)
locality.why(looked)
locality.section(looked)
# Last, because Folium takes seconds to import the first time: the rest of the page is read meanwhile.
with map_place.container():
    detail_map.show(looked, HEIGHT)
