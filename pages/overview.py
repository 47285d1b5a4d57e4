"""Tổng quan: how many targets are met, who is behind, by how much, why, and who answers for it."""

import streamlit as st

from components import facts, view
from components.changes import lists as changes
from components.overview import cards, headline, lists, minimap, targets

MAP_HEIGHT = "22.5rem"

looked = facts.by_provinces(view.current())

headline.read_aloud(looked)
changes.line(looked)
cards.show(looked)
behind, improved, silent, where = st.columns(4, gap="medium")
with behind:
    lists.show(looked, "behind", "tien-do", statuses=("behind", "missed"))
with improved:
    lists.show(looked, "improved", "so-sanh")
with silent:
    lists.show(looked, "silent", "nguon-so-lieu")
with where:
    minimap.show(looked, height=MAP_HEIGHT)
targets.show(looked)
