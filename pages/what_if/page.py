"""Kịch bản: what would change if — levers, the map as it would be, what flips, and what it takes to arrive."""

import time

import streamlit as st

from components import filter_bar, map_choices, place_navigation, session
from components.choropleth import choropleth
from components.watermark import marked
from pages.what_if import before_after, goal_form, lever_form, scenario_file, words
from queries import scenario_set
from queries.outcomes import drawing, outcome
from queries.view import View

# Seconds that the browser has for the map alone: what comes in sooner, it lays out first.
APART = 0.05
MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-what-if, 260px)))"


def choices(looked: View) -> None:
    map_choices.choices(looked)
    offered = scenario_set.choices(looked)
    st.segmented_control(
        words.CHOOSE, list(offered), format_func=offered.get, required=True,
        label_visibility="collapsed", **session.bind("alternative", shown=scenario_set.number(looked)),
    )  # fmt: skip


@st.fragment
def what_if(framed: View) -> None:
    """Draw the page; where the view is no longer the one its frame was drawn for, the map and then both anew.

    Who turns a lever in a meeting looks at the map. By itself it is drawn at once; together with what stands around
    it, the browser would lay out the whole page before it shows any of it.
    """
    looked = session.current()
    row = st.container(horizontal=True, vertical_alignment="center", key="what-if-choices")
    left, right = st.columns([11, 9], gap="medium")
    scenario = scenario_set.current(looked)
    with left:
        found = outcome(looked, scenario)
        dimmed = filter_bar.left_out(looked)
        drawn = drawing(looked, found, scenario, dimmed, height=MAP_HEIGHT)
        choropleth(drawn, key="what-if-map", respond=place_navigation.respond)
    if looked != framed:
        time.sleep(APART)
        st.rerun()
    with row:
        choices(looked)
    with right:
        lever_form.pulled(looked)
        if scenario.levers:
            with marked(looked.kind, "told", scenario=True):
                before_after.told(looked, scenario)
        else:
            st.info(words.NO_LEVERS if scenario_set.number(looked) else words.AS_IT_IS)
        if scenario_set.number(looked):
            lever_form.form(looked)

    goal_form.seek(looked)
    if scenario_set.scenarios(looked):
        before_after.beside(looked)
        before_after.behind(looked, scenario)
    scenario_file.file(looked)


with st.container():
    for complaint in scenario_set.complaints(session.current()):
        st.warning(complaint, icon=":material/link_off:")
what_if(session.current())
