"""Kịch bản: levers, the map as they make it, their effects, and what it takes to reach a target."""

import streamlit as st

from components import map_choices, place_navigation, session
from components.choropleth import choropleth
from components.indicator_map import scenario_drawing
from components.watermark import marked
from pages.what_if import words
from pages.what_if.before_after import changes_table, effect_list, scenario_table
from pages.what_if.goal_form import goal_form
from pages.what_if.lever_form import lever_form
from pages.what_if.lever_list import lever_list
from pages.what_if.scenario_file import scenario_file
from queries import place_filter, scenario_set
from queries.outcomes import outcome
from queries.view import View
from upstream import streamlit_rerun
from wording import markdown

MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-what-if, 260px)))"


def scenario_map(view: View) -> None:
    scenario, left_out = scenario_set.current(view), place_filter.left_out(view)
    drawing = scenario_drawing(view, outcome(view, scenario), scenario, left_out, height=MAP_HEIGHT)
    choropleth(drawing, key="what-if-map", respond=place_navigation.on_gesture)


def choices(view: View) -> None:
    map_choices.choices(view)
    offered = scenario_set.choices(view)
    st.segmented_control(
        words.CHOOSE, list(offered), format_func=lambda number: markdown.plain(offered[number]), required=True,
        label_visibility="collapsed", **session.bind("alternative", shown=scenario_set.current_number(view)),
    )  # fmt: skip


def levers(view: View) -> None:
    scenario, number = scenario_set.current(view), scenario_set.current_number(view)
    lever_list(view)
    if scenario.levers:
        with marked(view.kind, "told", scenario=True):
            effect_list(view, scenario)
    else:
        st.info(words.NO_LEVERS if number else words.AS_IT_IS)
    if number:
        lever_form(view)


@st.fragment
def what_if(frame_view: View) -> None:
    """Draw the page; `frame_view` is the view that the frame around it was drawn for.

    Where the view has changed since, the map is drawn first and then the whole page runs again. Together with the rest
    of the page the map would appear late, because the browser lays out everything before it shows anything.
    """
    view = session.current()
    row = st.container(horizontal=True, vertical_alignment="center", key="what-if-choices")
    left, right = st.columns([11, 9], gap="medium")
    with left:
        scenario_map(view)
    if view != frame_view:
        streamlit_rerun.rerun_after_drawing()
    with row:
        choices(view)
    with right:
        levers(view)
    goal_form(view)
    if scenario_set.in_address(view):
        scenario_table(view)
        changes_table(view, scenario_set.current(view))
    scenario_file(view)


with st.container():
    for complaint in scenario_set.complaints(session.current()):
        st.warning(markdown.plain(complaint), icon=":material/link_off:")
what_if(session.current())
