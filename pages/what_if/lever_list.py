"""The levers of the scenario worked on, each with buttons that change or remove it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from components import session
from indicators.scenario import LONGEST_NAME, Lever, Scenario
from pages.what_if import scenario_edits, words
from queries import lever_sentences, scenario_set
from queries.view import View
from wording import markdown

# By how much one press of a button changes a lever, by its action; by 1 of the indicator's unit for any other action.
STEPS = {"pace": 0.1, "count": 10.0}
MONTHS_PER_STEP = 1


def lever_list(view: View) -> None:
    """Draw the name of the scenario worked on and its levers, each with its buttons."""
    scenario = scenario_set.current(view)
    if scenario.levers:
        _name_input(view, scenario)
    for position, lever in enumerate(scenario.levers):
        left, right = st.columns([7, 3], gap="xsmall", vertical_alignment="center")
        left.markdown(markdown.plain(lever_sentences.sentence(view, lever)))
        with right.container(horizontal=True, horizontal_alignment="right", gap="small"):
            if lever.action != "hold":
                less, more = nudged(lever, -1), nudged(lever, 1)
                _button(words.LESS, f"less-{position}", scenario_edits.replace_lever, position, less)
                _button(words.MORE, f"more-{position}", scenario_edits.replace_lever, position, more)
            _button(words.REMOVE, f"remove-{position}", scenario_edits.remove_lever, position)


def _name_input(view: View, scenario: Scenario) -> None:
    hint = words.SCENARIO_NAME_HINT.format(name=scenario_set.current_name(view))
    st.text_input(
        words.SCENARIO_NAME, placeholder=hint, max_chars=LONGEST_NAME, width=330,
        label_visibility="collapsed",
        **session.bind("alternative", scenario_edits.rename_scenario, scenario.name, "lever.name"),
    )  # fmt: skip


def _button(label: str, key: str, change: Callable[..., None], *args: object) -> None:
    st.button(markdown.plain(label), key=key, on_click=change, args=args, type="tertiary")


def nudged(lever: Lever, steps: int) -> Lever:
    """Return a lever changed by some steps, up or down; a deadline moves by a month a step."""
    if isinstance(lever.amount, date):
        moved = pd.Timestamp(lever.amount) + pd.DateOffset(months=steps * MONTHS_PER_STEP)
        # Deadlines are ends of months: a month after 30 November is 31 December.
        return replace(lever, amount=(moved + pd.offsets.MonthEnd(0)).date())
    step = STEPS.get(lever.action, 1.0)
    return replace(lever, amount=round(lever.amount + steps * step, 6))
