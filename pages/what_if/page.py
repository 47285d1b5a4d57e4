"""Kịch bản: what would change if — levers, the map as it would be, what flips, and what it takes to arrive."""

import streamlit as st

from components import map_choices, place_navigation, session
from components.choropleth import choropleth
from components.indicator_map import scenario_drawing
from components.watermark import marked
from pages.what_if import before_after, goal_form, lever_form, scenario_file, words
from queries import place_filter, scenario_set
from queries.outcomes import outcome
from queries.view import View
from upstream import streamlit_rerun

MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-what-if, 260px)))"


def choices(view: View) -> None:
    map_choices.choices(view)
    offered = scenario_set.choices(view)
    st.segmented_control(
        words.CHOOSE, list(offered), format_func=offered.get, required=True,
        label_visibility="collapsed", **session.bind("alternative", shown=scenario_set.number(view)),
    )  # fmt: skip


@st.fragment
def what_if(framed: View) -> None:
    """Draw the page; where the view is no longer the one its frame was drawn for, the map and then both anew.

    Who turns a lever in a meeting looks at the map. By itself it is drawn at once; together with what stands around
    it, the browser would lay out the whole page before it shows any of it.
    """
    view = session.current()
    row = st.container(horizontal=True, vertical_alignment="center", key="what-if-choices")
    left, right = st.columns([11, 9], gap="medium")
    scenario = scenario_set.current(view)
    with left:
        found = outcome(view, scenario)
        dimmed = place_filter.left_out(view)
        drawn = scenario_drawing(view, found, scenario, dimmed, height=MAP_HEIGHT)
        choropleth(drawn, key="what-if-map", respond=place_navigation.on_gesture)
    if view != framed:
        streamlit_rerun.rerun_after_drawing()
    with row:
        choices(view)
    with right:
        lever_form.pulled(view)
        if scenario.levers:
            with marked(view.kind, "told", scenario=True):
                before_after.effects(view, scenario)
        else:
            st.info(words.NO_LEVERS if scenario_set.number(view) else words.AS_IT_IS)
        if scenario_set.number(view):
            lever_form.form(view)

    goal_form.seek(view)
    if scenario_set.scenarios(view):
        before_after.beside(view)
        before_after.behind(view, scenario)
    scenario_file.file(view)


with st.container():
    for complaint in scenario_set.complaints(session.current()):
        st.warning(complaint, icon=":material/link_off:")
what_if(session.current())
