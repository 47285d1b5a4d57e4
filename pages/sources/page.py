"""Nguồn số liệu: where each figure comes from, who owes which, what does not fit, how it is judged."""

import streamlit as st

from components import place_navigation, session
from pages.sources import words
from pages.sources.contradictions import doubts
from pages.sources.duty_matrix import duties
from pages.sources.ledger import ledger
from pages.sources.methodology import glossary, method
from pages.sources.source_list import papers
from queries import gazetteer, observations

view = gazetteer.by_provinces(session.current())
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.segmented_control(
        words.PART, list(words.PARTS), format_func=words.PARTS.get, required=True,
        label_visibility="collapsed", **session.bind("part"),
    )  # fmt: skip
    if view.part == "coverage":
        place_navigation.level_choice(view)

match view.part:
    case "observations":
        ledger(view)
    case "documents":
        papers(view)
    case "coverage":
        duties(view)
    case "checks":
        doubts(view)
    case "method":
        method(observations.as_of(view))
    case "glossary":
        glossary()
