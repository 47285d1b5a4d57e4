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
    drawing.move_list(view, "improved")
with worsened:
    drawing.move_list(view, "worsened")
with reported:
    drawing.move_list(view, "reported")
revised, flipped = st.columns(2, gap="medium")
with revised:
    drawing.revision_list(view)
with flipped:
    drawing.flip_list(view)
drawing.tables(view)
