"""Tổng quan: how many targets are met, who is behind, by how much, why, and who is responsible."""

from dataclasses import replace

import streamlit as st

from components import session
from indicators.summary import BEHIND
from pages.overview import drawing
from queries import gazetteer

MAP_HEIGHT = "22.5rem"

view = gazetteer.by_provinces(session.current())

drawing.headline(view)
drawing.changes_line(view)
drawing.document_cards(view)
behind, improved, unreported, where = st.columns(4, gap="medium")
with behind:
    drawing.digest_list(view, "behind", "tien-do", replace(view, statuses=BEHIND))
with improved:
    drawing.digest_list(view, "improved", "so-sanh", view)
with unreported:
    drawing.digest_list(view, "unreported", "nguon-so-lieu", view)
with where:
    drawing.minimap(view, height=MAP_HEIGHT)
drawing.target_table(view)
