"""The table of what was read: a line a group of figures, before anything is published."""

import streamlit as st

from components.data_table import table
from data.intake.preflight import Preflight
from pages.intake import words
from wording import indicator_texts, record_texts


def record_table(checked: Preflight) -> None:
    """Draw whose figures were read, of which indicator and period, how many, and from which column."""
    if checked.groups.empty:
        return
    st.markdown(f"##### {words.STEP_READ}")
    st.caption(words.READ_HELP)
    table(
        checked.groups, record_texts.COLUMNS, "da-hieu", kind="real", notes=[indicator_texts.KINDS["real"]],
        title=words.READ_TITLE.format(file=checked.file_name),
    )  # fmt: skip
