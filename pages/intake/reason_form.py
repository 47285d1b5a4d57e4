"""Why warned figures stay: what was typed outlives a wrong file, because it is kept by what the warning says."""

import streamlit as st

from data.intake.findings import Finding
from data.intake.preflight import Preflight
from pages.intake import words

SAID, FOR_ALL, SHOWN = "intake.reasons", "intake.reason_for_all", 20


def reasons(checked: Preflight) -> dict[Finding, str]:
    """Ask for a reason of each warning, and for one of all the others; return those that were given."""
    if not checked.warnings:
        return {}
    st.markdown(f"##### {words.STEP_REASONS}")
    kept = st.session_state.setdefault(SAID, {})
    for each in checked.warnings[:SHOWN]:
        place = each.sheet, each.cell, each.check
        kept[place] = st.text_input(each.message, value=kept.get(place, ""), key=f"intake.reason.{place}")
    if len(checked.warnings) > SHOWN:
        st.caption(words.REASON_MORE.format(count=len(checked.warnings) - SHOWN))
    general = st.text_input(
        words.REASON_FOR_ALL, value=st.session_state.get(FOR_ALL, ""), key="intake.reason_field"
    )
    st.session_state[FOR_ALL] = general
    given = {each: kept.get((each.sheet, each.cell, each.check), "") or general for each in checked.warnings}
    return {each: reason for each, reason in given.items() if reason.strip()}
