"""Nguồn số liệu: where each figure comes from, who owes which, what does not fit, how it is judged."""

import streamlit as st

from components import facts, places, view
from components.sources.doubts import doubts
from components.sources.duties import duties
from components.sources.ledger import ledger
from components.sources.method import glossary, method
from components.sources.papers import papers
from wording import sources as words

looked = facts.by_provinces(view.current())
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.segmented_control(
        words.PART, list(words.PARTS), format_func=words.PARTS.get, required=True,
        label_visibility="collapsed", **view.bound("part"),
    )  # fmt: skip
    if looked.part == "coverage":
        places.level_choice(looked)

match looked.part:
    case "observations":
        ledger(looked)
    case "documents":
        papers(looked)
    case "coverage":
        duties(looked)
    case "checks":
        doubts(looked)
    case "method":
        method(facts.as_of(looked))
    case "glossary":
        glossary()
