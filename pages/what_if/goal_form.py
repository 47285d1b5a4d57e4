"""What it takes to arrive: for the chosen place in counts and pace, for the province the fewest places to lift."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components import place_navigation, session
from components.watermark import marked
from indicators.goal import Goal, fewest, needed
from indicators.primary_target import primary_target
from indicators.scenario import Group, Lever
from pages.what_if import scenario_edits, words
from queries import assessments, catalogue, gazetteer, indicator_rows, observations, scenario_set
from queries.indicator_rows import ONE_INDICATOR
from queries.query import query
from queries.view import View
from wording import judgement, lists, numbers, places
from wording.scenario_messages import GOAL_REASONS, NEEDED_REASONS

# More names than this are read in the list of levers, not in a sentence.
NAMED = 8
PROBLEM = "goal.problem"


def seek(view: View) -> None:
    """Draw both questions: the chosen place's, and the province's."""
    st.markdown(words.HEADED.format(text=words.GOAL))
    left, right = st.columns(2, gap="medium")
    with left, marked(view.kind, "needed"):
        st.markdown(words.GOAL_PLACE)
        for line in place_lines(view, view.locality):
            st.markdown(words.LINE.format(text=line))
    with right, marked(view.kind, "fewest"):
        st.markdown(words.GOAL_AREA[gazetteer.area_kind(view)])
        _province(view)


@query(*ONE_INDICATOR, keep=500)
def place_lines(view: View, code: str | None) -> list[str]:
    """Say what a place needs to reach each target of the indicator that is held against it."""
    if code is None:
        return [words.CHOOSE_PLACE]
    judged = assessments.assessed(view, view.indicator)
    # What the place answers for comes before what is only a line to compare with.
    here = judged[judged["locality"].eq(code)].sort_values(["standing", "deadline"], kind="stable")
    name = gazetteer.full_name(view, code)
    if here.empty:
        return [words.PLACE_WITHOUT_TARGET.format(name=name)]
    lacks = needed(here, assessments.changes(view, view.indicator), catalogue.tables().indicators)
    return [_needed(view, name, here.loc[index], lack) for index, lack in lacks.iterrows()]


def _needed(view: View, name: str, aim: pd.Series, lack: pd.Series) -> str:
    unit, decimals = aim["unit"], int(aim["decimals"])
    said = words.AIM[aim["standing"]].format(
        name=name, aim=judgement.aim(aim["comparator"], aim["target_value"], unit, decimals),
        day=numbers.day(aim["deadline"]),
    )  # fmt: skip
    if lack["reason"] not in ("", "no_parts"):
        return words.SAID.format(aim=said, needed=NEEDED_REASONS[lack["reason"]])
    counted = lack["reason"] == ""
    amount, monthly = (
        (lack["count"], lack["count_per_month"]) if counted else (lack["points"], lack["points_per_month"])
    )
    things = _things(catalogue.indicator(view.indicator)) if counted else judgement.POINTS
    template = (words.NEED if amount > 0 else words.NEED_LESS) if monthly == monthly else words.NEED_OVER
    text = template.format(
        amount=numbers.number(abs(amount), 0 if counted else 2), things=things,
        monthly=numbers.number(abs(monthly), 1 if counted else 2), day=numbers.day(aim["as_of"]),
    )  # fmt: skip
    arrival = judgement.PACE_ARRIVAL.format(arrival=numbers.day(lack["arrival"]))
    pace = judgement.PACE_WORDS[lack["pace_reason"]] if lack["pace_reason"] else arrival
    return words.SAID.format(aim=said, needed=words.NEED_AND_PACE.format(need=text, pace=pace))


def _things(indicator: pd.Series) -> str:
    """Return the noun for what the indicator counts: dossiers of a rate, the unit of a count."""
    if pd.notna(indicator["count_noun"]):
        return str(indicator["count_noun"])
    return words.OF_NUMERATOR if indicator["unit"] == "%" else str(indicator["unit"])


def _province(view: View) -> None:
    asked = catalogue.indicator(view.indicator)
    if asked["aggregation"] != "ratio_of_sums":
        st.markdown(words.NOT_A_RATIO.format(indicator=asked["name_vi"]))
        return
    aim, scope = province_aim(view), gazetteer.area_kind(view)
    with st.container(horizontal=True, gap="small", key="what-if-goal"):
        hint = (
            words.GOAL_HINT[scope].format(aim=numbers.number(aim, 2))
            if aim is not None
            else words.GOAL_HINT_NONE
        )
        _number("goal", words.GOAL_VALUE[scope], view.goal, hint)
        _number("ceiling", words.CEILING, view.ceiling, words.CEILING_HINT)
    if problem := st.session_state.pop(PROBLEM, None):
        st.warning(problem, icon=":material/edit_off:")
    target = view.goal if view.goal is not None else aim
    if target is None:
        st.markdown(words.NO_AIM[scope])
        return
    # A province is lifted by its parts, the country by what is looked at: its provinces or its communes.
    alone = view.level == scope == "province"
    level = place_navigation.levels(view)[:2][-1] if alone else view.level
    there = replace(view, level=level, district=None)
    found = lifted(there, target, view.ceiling)
    st.markdown(verdict(there, target, found))
    if found.chosen and view.ceiling is not None:
        st.button(
            words.TAKE_IN, icon=":material/add:", key="goal.take", on_click=_take,
            args=(found.chosen, level, view.ceiling, view.indicator),
        )  # fmt: skip


def _number(field: str, label: str, value: float | None, hint: str) -> None:
    def take(text: str) -> None:
        typed = text.strip()
        number = numbers.parse_number(typed) if typed else None
        if typed and number is None:
            st.session_state[PROBLEM] = words.NOT_A_NUMBER.format(text=typed)
            return
        session.change(**{field: number})

    shown = "" if value is None else numbers.number(value, 4)
    st.text_input(label, placeholder=hint, width=250, **session.bind(field, then=take, shown=shown))


def _take(codes: tuple[str, ...], level: str, ceiling: float, indicator: str) -> None:
    if not scenario_set.number(session.current()):
        session.change(alternative=1)
    scenario_edits.add(Lever("set", Group("places", codes, level), ceiling, indicator))


@query(*ONE_INDICATOR, keep=200)
def province_aim(view: View) -> float | None:
    """Return the value the province's leading target asks for; None where there is none."""
    led = primary_target(assessments.assessed(view, view.indicator))
    own = led[led["locality"].eq(view.province) & led["kind"].eq("value") & led["target_value"].notna()]
    return float(own["target_value"].iloc[0]) if len(own) else None


@query(*ONE_INDICATOR, keep=200)
def lifted(view: View, target: float, ceiling: float | None) -> Goal:
    """Choose the fewest places of the view's level to lift, each to the ceiling or else to its own target."""
    latest = observations.latest(view, view.indicator).set_index("locality")
    latest = latest[~latest["stale"]]
    rows = indicator_rows.figures(view)[["code", "target_value"]]
    figures = latest[["numerator", "denominator"]].reindex(rows["code"]).set_axis(rows.index)
    levels = rows["target_value"] if ceiling is None else pd.Series(ceiling, rows.index)
    whole = None
    if view.province in latest.index and latest.loc[view.province, "denominator"] > 0:
        whole = tuple(float(latest.loc[view.province, name]) for name in ("numerator", "denominator"))
    return fewest(figures.assign(code=rows["code"], level=levels), target, whole=whole)


def verdict(view: View, target: float, found: Goal) -> str:
    """Say which places are enough and what they add, or why none are."""
    asked = catalogue.indicator(view.indicator)
    decimals = int(asked["decimals"])
    values = {
        "best": numbers.quantity(found.best, "%", decimals),
        "target": numbers.quantity(target, "%", decimals),
        "reached": numbers.quantity(found.reached, "%", decimals),
    }
    if found.reason:
        return GOAL_REASONS[found.reason].format(**values)
    shorts = gazetteer.within(view.vintage, view.province).set_index("code")["short"]
    names = [shorts[code] for code in found.chosen]
    template = (words.FEWEST if len(names) <= NAMED else words.FEWEST_MANY)[gazetteer.area_kind(view)]
    return template.format(
        count=numbers.number(len(names)), unit=places.UNIT_NAMES[view.level], names=lists.semicolon_list(names[:NAMED]),
        added=numbers.number(found.added), things=_things(asked),
        needed=numbers.number(found.needed), **values,
    )  # fmt: skip
