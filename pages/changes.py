"""Thay đổi: what moved since the last meeting, what was reported for the first time, what was corrected."""

import streamlit as st

from components import facts, view
from components.changes import lists

looked = facts.by_provinces(view.current())
lists.choices(looked)
lists.finding(looked)
improved, worsened, reported = st.columns(3, gap="medium")
with improved:
    lists.moves(looked, "improved")
with worsened:
    lists.moves(looked, "worsened")
with reported:
    lists.moves(looked, "reported")
revised, flipped = st.columns(2, gap="medium")
with revised:
    lists.revisions(looked)
with flipped:
    lists.flips(looked)
lists.behind(looked)
