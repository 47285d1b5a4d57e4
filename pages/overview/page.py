"""Tổng quan: how many targets are met, who is behind, by how much, why, and who answers for it."""

import streamlit as st

from components import session
from pages.overview import cards, changes_line, drawing, headline, minimap, target_table
from queries import gazetteer

MAP_HEIGHT = "22.5rem"

view = gazetteer.by_provinces(session.current())

headline.read_aloud(view)
changes_line.line(view)
cards.show(view)
behind, improved, silent, where = st.columns(4, gap="medium")
with behind:
    drawing.show(view, "behind", "tien-do", statuses=("behind", "missed"))
with improved:
    drawing.show(view, "improved", "so-sanh")
with silent:
    drawing.show(view, "silent", "nguon-so-lieu")
with where:
    minimap.show(view, height=MAP_HEIGHT)
target_table.show(view)
