"""The reasons for publishing figures in spite of warnings.

A reason is kept by what its warning says, so that it is still there when a corrected file is chosen.
"""

import streamlit as st

from data.intake.findings import Finding
from data.intake.preflight import Preflight
from pages.intake import words
from wording import markdown

REASONS, REASON_FOR_ALL = "intake.reasons", "intake.reason_for_all"
# Warnings that have a field of their own; the others share the general reason.
FIELDS = 20


def reason_form(checked: Preflight) -> dict[Finding, str]:
    """Draw a field for the reason of each warning and one for all others; return the reasons that were given."""
    if not checked.warnings:
        return {}
    st.markdown(f"##### {words.STEP_REASONS}")
    reasons = st.session_state.setdefault(REASONS, {})
    for warning in checked.warnings[:FIELDS]:
        key = _key(warning)
        reasons[key] = st.text_input(
            markdown.plain(warning.message), value=reasons.get(key, ""), key=f"intake.reason.{key}"
        )
    if len(checked.warnings) > FIELDS:
        st.caption(markdown.fill(words.REASON_MORE, count=len(checked.warnings) - FIELDS))
    general = st.text_input(
        words.REASON_FOR_ALL, value=st.session_state.get(REASON_FOR_ALL, ""), key="intake.reason_field"
    )
    st.session_state[REASON_FOR_ALL] = general
    given = {warning: reasons.get(_key(warning), "") or general for warning in checked.warnings}
    return {warning: reason for warning, reason in given.items() if reason.strip()}


def _key(warning: Finding) -> tuple[str, str, str]:
    return warning.sheet, warning.cell, warning.check
