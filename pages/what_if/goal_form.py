"""What it takes to reach a target: for the chosen place, and for the province by lifting the fewest places."""

from dataclasses import replace

import streamlit as st

from components import place_navigation, session
from components.watermark import marked
from indicators.bounds import LARGEST
from indicators.scenario import Group, Lever
from pages.what_if import goal_sentences, scenario_edits, words
from queries import catalogue, gazetteer, scenario_set
from queries.view import View
from wording import markdown, numbers
from wording.address_messages import shortened

PROBLEM = "goal.problem"


def goal_form(view: View) -> None:
    """Draw what the chosen place needs, and beside it the form and the answer for the province."""
    st.markdown(words.HEADED.format(text=words.GOAL))
    left, right = st.columns(2, gap="medium")
    with left, marked(view.kind, "needed"):
        st.markdown(words.GOAL_PLACE)
        for line in goal_sentences.place_lines(view, view.locality):
            st.markdown(markdown.fill(words.LINE, text=line))
    with right, marked(view.kind, "fewest"):
        st.markdown(words.GOAL_AREA[gazetteer.area_kind(view)])
        _province(view)


def _province(view: View) -> None:
    indicator = catalogue.indicator(view.indicator)
    if indicator["aggregation"] != "ratio_of_sums":
        st.markdown(markdown.fill(words.NOT_A_RATIO, indicator=indicator["name_vi"]))
        return
    own_target = goal_sentences.province_target_value(view)
    _inputs(view, own_target)
    target = own_target if view.goal is None else view.goal
    if target is None:
        st.markdown(words.NO_AIM[gazetteer.area_kind(view)])
        return
    parts_view = _view_of_parts(view)
    goal = goal_sentences.places_to_lift(parts_view, target, view.ceiling)
    st.markdown(markdown.plain(goal_sentences.goal_sentence(parts_view, target, goal)))
    if goal.chosen and view.ceiling is not None:
        lever = Lever("set", Group("places", goal.chosen, parts_view.level), view.ceiling, view.indicator)
        st.button(words.TAKE_IN, icon=":material/add:", key="goal.take", on_click=_take_in, args=(lever,))


def _view_of_parts(view: View) -> View:
    """Return the view at the level of the places to lift.

    A province is lifted by its parts. The country is lifted by what the view shows: its provinces or its communes.
    """
    province_alone = view.level == gazetteer.area_kind(view) == "province"
    level = place_navigation.levels(view)[:2][-1] if province_alone else view.level
    return replace(view, level=level, district=None)


def _inputs(view: View, own_target: float | None) -> None:
    area_kind = gazetteer.area_kind(view)
    hint = words.GOAL_HINT_NONE
    if own_target is not None:
        hint = words.GOAL_HINT[area_kind].format(aim=numbers.number(own_target, 2))
    with st.container(horizontal=True, gap="small", key="what-if-goal"):
        _number_input("goal", words.GOAL_VALUE[area_kind], view.goal, hint)
        _number_input("ceiling", words.CEILING, view.ceiling, words.CEILING_HINT)
    if problem := st.session_state.pop(PROBLEM, None):
        st.warning(markdown.plain(problem), icon=":material/edit_off:")


def _number_input(field: str, label: str, value: float | None, hint: str) -> None:
    def take(text: str) -> None:
        typed = text.strip()
        number = numbers.parse_number(typed) if typed else None
        if typed and number is None:
            st.session_state[PROBLEM] = words.NOT_A_NUMBER.format(text=typed)
            return
        if number is not None and abs(number) > LARGEST:
            most = numbers.number(LARGEST)
            st.session_state[PROBLEM] = words.TOO_LARGE.format(text=shortened(typed), most=most)
            return
        session.change(**{field: number})

    shown = "" if value is None else numbers.number(value, 4)
    st.text_input(
        markdown.plain(label), placeholder=hint, width=250, **session.bind(field, then=take, shown=shown)
    )


def _take_in(lever: Lever) -> None:
    if not scenario_set.current_number(session.current()):
        session.change(alternative=1)
    scenario_edits.add_lever(lever)
