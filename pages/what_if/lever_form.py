"""Levers on screen: those pulled, each to be turned by key or button, and the form that pulls another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import streamlit as st

from components import session
from indicators.scenario import ON_TARGETS, Group, Lever
from pages.what_if import scenario_edits
from pages.what_if import words as what_if_words
from queries import assessments, catalogue, gazetteer, lever_sentences, place_filter, scenario_set
from queries.view import View
from wording import judgement, navigation, numbers
from wording.places import searchable_name
from wording.statuses import LOOKS

# What one press of a button turns a lever by, in the indicator's unit; a factor by a tenth, a count of things by ten.
STEPS = {"pace": 0.1, "count": 10.0}
NUDGED_MONTHS = 1
PROBLEM = "lever.problem"
CODED = ("places", "district", "type", "status")


def pulled(view: View) -> None:
    """Draw the name of the scenario worked on and its levers, each with buttons that turn it or let it go."""
    scenario = scenario_set.current(view)
    if scenario.levers:
        hint = what_if_words.SCENARIO_NAME_HINT.format(name=scenario_set.name(view))
        st.text_input(
            what_if_words.SCENARIO_NAME, placeholder=hint, max_chars=scenario_edits.LONGEST_NAME, width=330,
            label_visibility="collapsed",
            **session.bind("alternative", scenario_edits.rename, scenario.name, "lever.name"),
        )  # fmt: skip
    for place, lever in enumerate(scenario.levers):
        said, turned = st.columns([7, 3], gap="xsmall", vertical_alignment="center")
        said.markdown(lever_sentences.sentence(view, lever))
        with turned.container(horizontal=True, horizontal_alignment="right", gap="small"):
            if lever.action != "hold":
                _button(
                    what_if_words.LESS, f"less-{place}", scenario_edits.exchange, place, nudged(lever, -1)
                )
                _button(what_if_words.MORE, f"more-{place}", scenario_edits.exchange, place, nudged(lever, 1))
            _button(what_if_words.REMOVE, f"remove-{place}", scenario_edits.remove, place)


def _button(label: str, key: str, act: Callable, *given: object) -> None:
    st.button(label, key=key, on_click=act, args=given, type="tertiary")


def nudged(lever: Lever, turns: int) -> Lever:
    """Return a lever turned by one step up or down; a deadline by a month."""
    if isinstance(lever.amount, date):
        moved = pd.Timestamp(lever.amount) + pd.DateOffset(months=turns * NUDGED_MONTHS)
        # Deadlines are ends of months: 30 November and a month is 31 December.
        return replace(lever, amount=(moved + pd.offsets.MonthEnd(0)).date())
    step = STEPS.get(lever.action, 1.0)
    return replace(lever, amount=round(lever.amount + turns * step, 6))


def form(view: View) -> None:
    """Draw the form for one more lever: what, for whom, by how much; Enter pulls it."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="what-if-levers"):
        action = st.selectbox(
            what_if_words.ACTION,
            list(what_if_words.ACTIONS),
            format_func=what_if_words.ACTIONS.get,
            key="lever.action",
            width=250,
        )
        kinds = [kind for kind in what_if_words.GROUPS if kind != "district" or view.level == "commune"]
        kind = st.selectbox(
            what_if_words.WHO, kinds, format_func=what_if_words.GROUPS.get, key="lever.who", width=250
        )
    offered = _codes(view, kind) if kind in CODED else {}
    if kind in CODED:
        chosen = [view.locality] if kind == "places" and view.locality in offered else []
        st.multiselect(
            what_if_words.CODES, list(offered), default=chosen, format_func=offered.get, placeholder=what_if_words.CODES_HINT,
            label_visibility="collapsed", key=f"lever.codes.{kind}.{view.level}.{view.locality}",
        )  # fmt: skip
    targets = _targets(view) if action in ON_TARGETS else {}
    if targets:
        st.selectbox(what_if_words.TARGET, list(targets), format_func=targets.get, key="lever.target")
    with (
        st.form("lever", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        if action != "hold":
            st.text_input(
                what_if_words.AMOUNT,
                key="lever.amount",
                placeholder=what_if_words.AMOUNT_HINT[action],
                width=150,
            )
        if action in ("hold", "pace"):
            st.text_input(
                what_if_words.UNTIL, key="lever.until", placeholder=what_if_words.UNTIL_HINT, width=190
            )
        st.form_submit_button(what_if_words.ADD, icon=":material/add:", on_click=_pull)
    if problem := st.session_state.pop(PROBLEM, None):
        st.warning(problem, icon=":material/edit_off:")


def _codes(view: View, kind: str) -> dict[str, str]:
    here = gazetteer.places(view.vintage, view.district or view.province, view.level)
    if kind == "places":
        return {row.code: searchable_name(row.short) for row in here.itertuples()}
    if kind == "district":
        districts = gazetteer.places(view.vintage, view.province, "district")
        return dict(zip(districts["code"], districts["short"], strict=True))
    if kind == "type":
        return {each: each.capitalize() for each in here["type"].unique()}
    return {
        status: look.label for status, look in LOOKS.items() if status not in ("no_target", "text_unknown")
    }


def _targets(view: View) -> dict[str, str]:
    """Return the targets whose value or date can be moved for the places of the level, assigned ones first."""
    codes = gazetteer.places(view.vintage, view.district or view.province, view.level)["code"]
    judged = assessments.assessed(view, view.indicator)
    judged = judged[judged["locality"].isin(codes) & judged["kind"].eq("value")]
    judged = judged.sort_values(["standing", "deadline"], kind="stable").drop_duplicates("target")
    papers = catalogue.tables().resolutions.set_index("resolution")["number"]
    return {
        row.target: what_if_words.TARGET_OFFERED[row.standing].format(
            aim=judgement.aim(row.comparator, row.target_value, row.unit, int(row.decimals)),
            day=numbers.day(row.deadline),
            number=papers[row.resolution],
        )
        for row in judged.itertuples()
    }


class Unread(Exception):  # noqa: N818 - something typed that can't be read, not a fault
    """Says in Vietnamese what was typed wrongly."""


def _pull() -> None:
    try:
        lever = _typed(session.current())
    except Unread as problem:
        st.session_state[PROBLEM] = str(problem)
        return
    scenario_edits.add(lever)
    st.session_state["lever.amount"] = ""


def _typed(view: View) -> Lever:
    """Read the form into a lever, or say what is wrong with it."""
    state = st.session_state
    action = state["lever.action"]
    if len(scenario_set.current(view).levers) >= scenario_set.MOST_LEVERS:
        raise Unread(what_if_words.TOO_MANY.format(most=scenario_set.MOST_LEVERS))
    target = state.get("lever.target") if action in ON_TARGETS else None
    if action in ON_TARGETS and target not in _targets(view):
        raise Unread(what_if_words.NO_TARGET)
    until = state.get("lever.until", "").strip() if action in ("hold", "pace") else ""
    return Lever(
        action=action,
        who=_group(view, state["lever.who"]),
        amount=_amount(action, state.get("lever.amount", "")),
        indicator=view.indicator,
        target=target,
        until=_day(until) if until else None,
    )


def _group(view: View, kind: str) -> Group:
    if kind == "all" and not view.district:
        return Group("all", (), view.level)
    if kind in CODED:
        key = f"lever.codes.{kind}.{view.level}.{view.locality}"
        codes = tuple(st.session_state.get(key, ()))
    else:
        here = gazetteer.places(view.vintage, view.district or view.province, view.level)["code"]
        out = place_filter.left_out(view) if kind == "shown" else frozenset()
        codes = tuple(code for code in here if code not in out)
    if not codes:
        raise Unread(what_if_words.NOBODY)
    return Group("shown" if kind == "all" else kind, codes, view.level)


def _amount(action: str, text: str) -> float | date:
    if action == "hold":
        return 1.0
    if action == "deadline":
        return _day(text.strip())
    value = numbers.parse_number(text)
    if value is None:
        raise Unread(what_if_words.NOT_A_NUMBER.format(text=text))
    return value


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        raise Unread(what_if_words.NOT_A_DAY.format(text=text)) from None


def caption(view: View) -> str:
    """Say at which level and for which indicator a new lever is pulled."""
    return what_if_words.SCOPE.format(
        indicator=catalogue.indicator(view.indicator)["name_vi"], level=navigation.LEVELS[view.level]
    )
