"""What it takes to arrive: for the chosen place in counts and pace, for the province the fewest places to lift."""

import pandas as pd
import streamlit as st

from components import facts, picture, places, view
from components.mark import marked
from components.memory import remembered
from components.view import View
from components.what_if import bench
from components.what_if.outcome import ground
from indicators.goal import Goal, fewest, needed
from indicators.lead import lead
from indicators.scenario import Group, Lever
from wording import judgement, numbers
from wording import what_if as words
from wording.scenario import GOAL_REASONS, NEEDED_REASONS

# More names than this are read in the list of levers, not in a sentence.
NAMED = 8
PROBLEM = "goal.problem"


def seek(looked: View) -> None:
    """Draw both questions: the chosen place's, and the province's."""
    st.markdown(words.HEADED.format(text=words.GOAL))
    left, right = st.columns(2, gap="medium")
    with left, marked(looked.kind, "needed"):
        st.markdown(words.GOAL_PLACE)
        for line in place_lines(ground(looked), looked.locality):
            st.markdown(words.LINE.format(text=line))
    with right, marked(looked.kind, "fewest"):
        st.markdown(words.GOAL_AREA[places.scope(looked)])
        _province(looked)


@remembered(500)
def place_lines(looked: View, code: str | None) -> list[str]:
    """Say what a place needs to reach each target of the indicator that is held against it."""
    if code is None:
        return [words.CHOOSE_PLACE]
    judged = facts.assessed(looked, looked.indicator)
    # What the place answers for comes before what is only a line to compare with.
    here = judged[judged["locality"].eq(code)].sort_values(["standing", "deadline"], kind="stable")
    name = places.name(looked, code)
    if here.empty:
        return [words.PLACE_WITHOUT_TARGET.format(name=name)]
    lacks = needed(here, facts.changes(looked, looked.indicator), facts.tables().indicators)
    return [_needed(looked, name, here.loc[index], lack) for index, lack in lacks.iterrows()]


def _needed(looked: View, name: str, aim: pd.Series, lack: pd.Series) -> str:
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
    things = _things(facts.indicator(looked.indicator)) if counted else words.POINTS
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


def _province(looked: View) -> None:
    asked = facts.indicator(looked.indicator)
    if asked["aggregation"] != "ratio_of_sums":
        st.markdown(words.NOT_A_RATIO.format(indicator=asked["name_vi"]))
        return
    aim, scope = province_aim(ground(looked)), places.scope(looked)
    with st.container(horizontal=True, gap="small", key="what-if-goal"):
        hint = (
            words.GOAL_HINT[scope].format(aim=numbers.number(aim, 2))
            if aim is not None
            else words.GOAL_HINT_NONE
        )
        _number("goal", words.GOAL_VALUE[scope], looked.goal, hint)
        _number("ceiling", words.CEILING, looked.ceiling, words.CEILING_HINT)
    if problem := st.session_state.pop(PROBLEM, None):
        st.warning(problem, icon=":material/edit_off:")
    target = looked.goal if looked.goal is not None else aim
    if target is None:
        st.markdown(words.NO_AIM[scope])
        return
    # A province is lifted by its parts, the country by what is looked at: its provinces or its communes.
    alone = looked.level == scope == "province"
    level = places.levels(looked)[:2][-1] if alone else looked.level
    there = View(**{**vars(ground(looked)), "level": level, "district": None})
    found = lifted(there, target, looked.ceiling)
    st.markdown(verdict(there, target, found))
    if found.chosen and looked.ceiling is not None:
        st.button(
            words.TAKE_IN, icon=":material/add:", key="goal.take", on_click=_take,
            args=(found.chosen, level, looked.ceiling, looked.indicator),
        )  # fmt: skip


def _number(field: str, label: str, value: float | None, hint: str) -> None:
    def take(text: str) -> None:
        typed = text.strip()
        number = numbers.read(typed) if typed else None
        if typed and number is None:
            st.session_state[PROBLEM] = words.NOT_A_NUMBER.format(text=typed)
            return
        view.change(**{field: number})

    shown = "" if value is None else numbers.number(value, 4)
    st.text_input(label, placeholder=hint, width=250, **view.bound(field, then=take, shown=shown))


def _take(codes: tuple[str, ...], level: str, ceiling: float, indicator: str) -> None:
    if not bench.number(view.current()):
        view.change(alternative=1)
    bench.add(Lever("set", Group("places", codes, level), ceiling, indicator))


@remembered(200)
def province_aim(looked: View) -> float | None:
    """Return the value the province's leading target asks for; None where there is none."""
    led = lead(facts.assessed(looked, looked.indicator))
    own = led[led["locality"].eq(looked.province) & led["kind"].eq("value") & led["target_value"].notna()]
    return float(own["target_value"].iloc[0]) if len(own) else None


@remembered(200)
def lifted(looked: View, target: float, ceiling: float | None) -> Goal:
    """Choose the fewest places of the view's level to lift, each to the ceiling or else to its own target."""
    latest = facts.latest(looked, looked.indicator).set_index("locality")
    latest = latest[~latest["stale"]]
    rows = picture.figures(looked)[["code", "target_value"]]
    figures = latest[["numerator", "denominator"]].reindex(rows["code"]).set_axis(rows.index)
    levels = rows["target_value"] if ceiling is None else pd.Series(ceiling, rows.index)
    whole = None
    if looked.province in latest.index and latest.loc[looked.province, "denominator"] > 0:
        whole = tuple(float(latest.loc[looked.province, name]) for name in ("numerator", "denominator"))
    return fewest(figures.assign(code=rows["code"], level=levels), target, whole=whole)


def verdict(looked: View, target: float, found: Goal) -> str:
    """Say which places are enough and what they add, or why none are."""
    asked = facts.indicator(looked.indicator)
    decimals = int(asked["decimals"])
    values = {
        "best": numbers.quantity(found.best, "%", decimals),
        "target": numbers.quantity(target, "%", decimals),
        "reached": numbers.quantity(found.reached, "%", decimals),
    }
    if found.reason:
        return GOAL_REASONS[found.reason].format(**values)
    shorts = facts.register(looked.vintage, looked.province).set_index("code")["short"]
    names = [shorts[code] for code in found.chosen]
    template = (words.FEWEST if len(names) <= NAMED else words.FEWEST_MANY)[places.scope(looked)]
    return template.format(
        count=numbers.number(len(names)), unit=words.UNITS[looked.level], names=judgement.listed(names[:NAMED]),
        added=numbers.number(found.added), things=_things(asked),
        needed=numbers.number(found.needed), **values,
    )  # fmt: skip
