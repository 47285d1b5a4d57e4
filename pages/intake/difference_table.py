"""A file beside what is stored: new, changed, revised, unchanged, owed and absent."""

import streamlit as st

from components.data_table import table
from data.intake.preflight import Preflight
from pages.intake import words
from queries import provenance
from wording import indicator_texts, intake_report
from wording.preflight_messages import CHANGES


def compared(checked: Preflight) -> None:
    """Draw what publishing the file would change."""
    if checked.difference.empty:
        return
    st.markdown(f"##### {words.STEP_DIFFERENCE}")
    st.markdown(intake_report.COUNTS.format(**checked.counts))
    if len(checked.explanations):
        st.caption(words.EXPLAINED.format(count=len(checked.explanations)))
    rows = checked.difference.assign(
        shown=checked.difference["change"].map(CHANGES),
        source_shown=checked.difference["source_before"].map(provenance.source_title, na_action="ignore"),
    )
    title = words.DIFFERENCE_TITLE.format(file=checked.file_name)
    table(
        rows,
        words.DIFFERENCE_COLUMNS,
        "khac-voi-kho",
        kind="real",
        title=title,
        notes=[indicator_texts.KINDS["real"]],
    )
