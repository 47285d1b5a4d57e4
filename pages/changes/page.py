"""Thay đổi: what moved since the last meeting, what was reported for the first time, what was corrected."""

import streamlit as st

from components import session
from pages.changes import drawing
from queries import gazetteer

looked = gazetteer.by_provinces(session.current())
drawing.choices(looked)
drawing.finding(looked)
improved, worsened, reported = st.columns(3, gap="medium")
with improved:
    drawing.moves(looked, "improved")
with worsened:
    drawing.moves(looked, "worsened")
with reported:
    drawing.moves(looked, "reported")
revised, flipped = st.columns(2, gap="medium")
with revised:
    drawing.revisions(looked)
with flipped:
    drawing.flips(looked)
drawing.behind(looked)
