"""Tổng quan: how many targets are met, who is behind, by how much, why, and who answers for it."""

import streamlit as st

from components import session
from pages.changes import drawing as changes
from pages.overview import cards, drawing, headline, minimap, target_table
from queries import gazetteer

MAP_HEIGHT = "22.5rem"

looked = gazetteer.by_provinces(session.current())

headline.read_aloud(looked)
changes.line(looked)
cards.show(looked)
behind, improved, silent, where = st.columns(4, gap="medium")
with behind:
    drawing.show(looked, "behind", "tien-do", statuses=("behind", "missed"))
with improved:
    drawing.show(looked, "improved", "so-sanh")
with silent:
    drawing.show(looked, "silent", "nguon-so-lieu")
with where:
    minimap.show(looked, height=MAP_HEIGHT)
target_table.show(looked)
