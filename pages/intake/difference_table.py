"""The table of what publishing a file would change in the store."""

import streamlit as st

from components.data_table import table
from data.intake.preflight import Preflight
from pages.intake import words
from queries import provenance
from wording import indicator_texts, intake_report, markdown
from wording.preflight_messages import CHANGES


def difference_table(checked: Preflight) -> None:
    """Draw the counts and the table of the figures that are new, changed, revised, unchanged or absent."""
    if checked.difference.empty:
        return
    st.markdown(f"##### {words.STEP_DIFFERENCE}")
    st.markdown(markdown.fill(intake_report.COUNTS, **checked.counts))
    if len(checked.explanations):
        st.caption(words.EXPLAINED.format(count=len(checked.explanations)))
    rows = checked.difference.assign(
        shown=checked.difference["change"].map(CHANGES),
        source_shown=checked.difference["source_before"].map(provenance.source_title, na_action="ignore"),
    )
    table(
        rows, words.DIFFERENCE_COLUMNS, "khac-voi-kho", kind="real", notes=[indicator_texts.KINDS["real"]],
        title=words.DIFFERENCE_TITLE.format(file=checked.file_name),
    )  # fmt: skip
