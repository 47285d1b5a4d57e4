"""Kịch bản: what would change if — levers, the map as it would be, what flips, and what it takes to arrive."""

import time

import streamlit as st

from components import map_choices, places, quick_filters, view
from components.map import choropleth
from components.mark import marked
from components.view import View
from components.what_if import bench, comparison, goal, levers, store
from components.what_if.outcome import drawing, outcome
from wording import what_if as words

# Seconds that the browser has for the map alone: what comes in sooner, it lays out first.
APART = 0.05
MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-what-if, 260px)))"


def choices(looked: View) -> None:
    map_choices.choices(looked)
    offered = bench.choices(looked)
    st.segmented_control(
        words.CHOOSE, list(offered), format_func=offered.get, required=True,
        label_visibility="collapsed", **view.bound("alternative", shown=bench.number(looked)),
    )  # fmt: skip


@st.fragment
def what_if(framed: View) -> None:
    """Draw the page; where the view is no longer the one its frame was drawn for, the map and then both anew.

    Who turns a lever in a meeting looks at the map. By itself it is drawn at once; together with what stands around
    it, the browser would lay out the whole page before it shows any of it.
    """
    looked = view.current()
    row = st.container(horizontal=True, vertical_alignment="center", key="what-if-choices")
    left, right = st.columns([11, 9], gap="medium")
    scenario = bench.current(looked)
    with left:
        found = outcome(looked, scenario)
        dimmed = quick_filters.left_out(looked)
        drawn = drawing(looked, found, scenario, dimmed, height=MAP_HEIGHT)
        choropleth(drawn, key="what-if-map", respond=places.respond)
    if looked != framed:
        time.sleep(APART)
        st.rerun()
    with row:
        choices(looked)
    with right:
        levers.pulled(looked)
        if scenario.levers:
            with marked(looked.kind, "told", scenario=True):
                comparison.told(looked, scenario)
        else:
            st.info(words.NO_LEVERS if bench.number(looked) else words.AS_IT_IS)
        if bench.number(looked):
            levers.form(looked)

    goal.seek(looked)
    if bench.scenarios(looked):
        comparison.beside(looked)
        comparison.behind(looked, scenario)
    store.file(looked)


with st.container():
    for complaint in bench.complaints(view.current()):
        st.warning(complaint, icon=":material/link_off:")
what_if(view.current())
