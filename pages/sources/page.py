"""Nguồn số liệu: every figure, its source, reporting coverage, contradictions, and how figures are judged."""

import streamlit as st

from components import place_navigation, session
from pages.sources import words
from pages.sources.contradictions import contradictions
from pages.sources.ledger import ledger
from pages.sources.methodology import glossary, methodology
from pages.sources.reporting_coverage import reporting_coverage
from pages.sources.source_list import source_list
from queries import gazetteer, observations

view = gazetteer.by_provinces(session.current())
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.segmented_control(
        words.PART, list(words.PARTS), format_func=words.PARTS.__getitem__, required=True,
        label_visibility="collapsed", **session.bind("part"),
    )  # fmt: skip
    if view.part == "coverage":
        place_navigation.level_choice(view)

match view.part:
    case "observations":
        ledger(view)
    case "documents":
        source_list(view)
    case "coverage":
        reporting_coverage(view)
    case "checks":
        contradictions(view)
    case "method":
        methodology(observations.as_of(view))
    case "glossary":
        glossary()
