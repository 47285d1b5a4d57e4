"""The form that adds a lever to the scenario worked on."""

from datetime import date, datetime
from typing import Any

import streamlit as st

from components import session
from indicators.bounds import FIRST_DAY, LARGEST, LAST_DAY
from indicators.scenario import MOST_LEVERS, ON_TARGETS, Group, Lever
from pages.what_if import scenario_edits, words
from queries import assessments, catalogue, gazetteer, place_filter, scenario_set
from queries.view import View
from wording import judgement, markdown, numbers
from wording.address_messages import shortened
from wording.places import searchable_name
from wording.statuses import LOOKS

PROBLEM = "lever.problem"
# Kinds of groups whose members are chosen in a list of their own.
CHOSEN_KINDS = ("places", "district", "type", "status")
# Actions that run until a day.
PROJECTING = ("hold", "pace")


class InputError(ValueError):
    """What is wrong with the form, in Vietnamese."""


def lever_form(view: View) -> None:
    """Draw the form for one more lever: what it does, for whom, by how much; Enter adds it."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="what-if-levers"):
        action = st.selectbox(
            words.ACTION, list(words.ACTIONS), format_func=words.ACTIONS.__getitem__, key="lever.action", width=250
        )  # fmt: skip
        kinds = [kind for kind in words.GROUPS if kind != "district" or view.level == "commune"]
        kind = st.selectbox(
            words.WHO, kinds, format_func=words.GROUPS.__getitem__, key="lever.who", width=250
        )
    if kind in CHOSEN_KINDS:
        _members_choice(view, kind)
    targets = _targets(view) if action in ON_TARGETS else {}
    if targets:
        st.selectbox(words.TARGET, list(targets), format_func=targets.__getitem__, key="lever.target")
    _amount_form(action)
    if problem := st.session_state.pop(PROBLEM, None):
        st.warning(markdown.plain(problem), icon=":material/edit_off:")


def _members_choice(view: View, kind: str) -> None:
    offered = _members_offered(view, kind)
    selected = [view.locality] if kind == "places" and view.locality in offered else []
    st.multiselect(
        words.CODES, list(offered), default=selected, format_func=offered.__getitem__, placeholder=words.CODES_HINT,
        label_visibility="collapsed", key=_members_key(view, kind),
    )  # fmt: skip


def _members_key(view: View, kind: str) -> str:
    return f"lever.codes.{kind}.{view.level}.{view.locality}"


def _members_offered(view: View, kind: str) -> dict[str, str]:
    """Return code → label of what a group of a kind can be made of."""
    places = gazetteer.places(view.vintage, view.district or view.province, view.level)
    if kind == "places":
        return {
            code: searchable_name(short) for code, short in zip(places["code"], places["short"], strict=True)
        }
    if kind == "district":
        districts = gazetteer.places(view.vintage, view.province, "district")
        return dict(zip(districts["code"], districts["short"], strict=True))
    if kind == "type":
        return {name: name.capitalize() for name in places["type"].unique()}
    return {
        status: look.label for status, look in LOOKS.items() if status not in ("no_target", "text_unknown")
    }


def _targets(view: View) -> dict[str, str]:
    """Return the targets that a lever can change for the places of the level: target → label, assigned ones first."""
    codes = gazetteer.places(view.vintage, view.district or view.province, view.level)["code"]
    assessed = assessments.assessed(view, view.indicator)
    assessed = assessed[assessed["locality"].isin(codes) & assessed["kind"].eq("value")]
    assessed = assessed.sort_values(["standing", "deadline"], kind="stable").drop_duplicates("target")
    documents = catalogue.tables().resolutions.set_index("resolution")["number"]
    rows: Any = assessed.itertuples()
    return {
        row.target: words.TARGET_OFFERED[row.standing].format(
            aim=judgement.aim(row.comparator, row.target_value, row.unit, int(row.decimals)),
            day=numbers.day(row.deadline),
            number=documents[row.resolution],
        )
        for row in rows
    }


def _amount_form(action: str) -> None:
    with (
        st.form("lever", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        if action != "hold":
            st.text_input(words.AMOUNT, key="lever.amount", placeholder=words.AMOUNT_HINT[action], width=150)
        if action in PROJECTING:
            st.text_input(words.UNTIL, key="lever.until", placeholder=words.UNTIL_HINT, width=190)
        st.form_submit_button(words.ADD, icon=":material/add:", on_click=_submit)


def _submit() -> None:
    try:
        lever = _read_lever(session.current())
    except InputError as problem:
        st.session_state[PROBLEM] = str(problem)
        return
    scenario_edits.add_lever(lever)
    st.session_state["lever.amount"] = ""


def _read_lever(view: View) -> Lever:
    """Return the lever that the form describes; InputError says what is wrong with the form."""
    state = st.session_state
    action = state["lever.action"]
    if len(scenario_set.current(view).levers) >= MOST_LEVERS:
        raise InputError(words.TOO_MANY.format(most=MOST_LEVERS))
    target = state.get("lever.target") if action in ON_TARGETS else None
    if action in ON_TARGETS and target not in _targets(view):
        raise InputError(words.NO_TARGET)
    until = state.get("lever.until", "").strip() if action in PROJECTING else ""
    return Lever(
        action=action,
        who=_read_group(view, state["lever.who"]),
        amount=_read_amount(action, state.get("lever.amount", "")),
        indicator=view.indicator,
        target=target,
        until=_read_day(until) if until else None,
    )


def _read_group(view: View, kind: str) -> Group:
    if kind == "all" and not view.district:
        return Group("all", (), view.level)
    if kind in CHOSEN_KINDS:
        codes = tuple(st.session_state.get(_members_key(view, kind), ()))
    else:
        places = gazetteer.places(view.vintage, view.district or view.province, view.level)["code"]
        left_out = place_filter.left_out(view) if kind == "shown" else frozenset()
        codes = tuple(code for code in places if code not in left_out)
    if not codes:
        raise InputError(words.NOBODY)
    return Group("shown" if kind == "all" else kind, codes, view.level)


def _read_amount(action: str, text: str) -> float | date:
    if action == "hold":
        return 1.0
    if action == "deadline":
        return _read_day(text.strip())
    value = numbers.parse_number(text)
    if value is None:
        raise InputError(words.NOT_A_NUMBER.format(text=text))
    if abs(value) > LARGEST:
        raise InputError(words.TOO_LARGE.format(text=shortened(text), most=numbers.number(LARGEST)))
    return value


def _read_day(text: str) -> date:
    try:
        day = datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        raise InputError(words.NOT_A_DAY.format(text=text)) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        first, last = numbers.day(FIRST_DAY), numbers.day(LAST_DAY)
        raise InputError(words.DAY_BEYOND.format(text=text, first=first, last=last))
    return day
