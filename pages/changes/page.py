"""Thay đổi: what moved since the last meeting, what was reported for the first time, what was corrected."""

import streamlit as st

from components import session
from pages.changes import drawing
from queries import gazetteer

view = gazetteer.by_provinces(session.current())
drawing.choices(view)
drawing.finding(view)
improved, worsened, reported = st.columns(3, gap="medium")
with improved:
    drawing.moves(view, "improved")
with worsened:
    drawing.moves(view, "worsened")
with reported:
    drawing.moves(view, "reported")
revised, flipped = st.columns(2, gap="medium")
with revised:
    drawing.revisions(view)
with flipped:
    drawing.flips(view)
drawing.behind(view)
