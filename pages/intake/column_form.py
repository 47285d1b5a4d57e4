"""The choice of what the doubtful columns of a file hold."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from data.intake.parsing import ParsedFile
from pages.intake import words
from queries import catalogue
from wording import markdown
from wording.reading_messages import ROLES

MAPPING = "intake.mapping"
# Findings that put a column in doubt.
DOUBTS = ("unsure_column", "unknown_column")
# A column of a file: the name of its sheet and its letter.
Column = tuple[str, str]


def confirmed_columns() -> dict[Column, str]:
    """Return what the user chose: column → role, or ``value:`` and the indicator."""
    mapping: dict[Column, str] = st.session_state.setdefault(MAPPING, {})
    return mapping


def column_form(reading: ParsedFile) -> None:
    """Draw a choice for each doubtful column and for each column already confirmed."""
    columns = _columns_to_confirm(reading)
    if not columns:
        return
    st.markdown(f"##### {words.STEP_COLUMNS}")
    meanings = {"": words.COLUMN_UNKNOWN} | ROLES | _indicators()
    for column in columns:
        key = column["sheet"], column["column"]
        confirmed = confirmed_columns().get(key, "")
        chosen = st.selectbox(
            markdown.fill(words.COLUMN, letter=column["column"], heading=column["heading"], sheet=column["sheet"]),
            list(meanings), format_func=meanings.__getitem__, width=560, index=list(meanings).index(confirmed),
            key=f"intake.column.{key}",
        )  # fmt: skip
        if chosen != confirmed:
            _confirm(key, chosen)
            st.rerun()


def _columns_to_confirm(reading: ParsedFile) -> list[Mapping[Any, Any]]:
    doubtful = {(each.sheet, each.cell) for each in reading.findings if each.check in DOUBTS}
    return [
        column
        for column in reading.columns.to_dict("records")
        if (column["sheet"], column["cell"]) in doubtful
        or (column["sheet"], column["column"]) in confirmed_columns()
    ]


def _indicators() -> dict[str, str]:
    indicators = catalogue.tables().indicators
    names = zip(indicators["indicator"], indicators["name_vi"], strict=True)
    return {f"value:{code}": words.COLUMN_FIGURE.format(name=name) for code, name in names}


def _confirm(column: Column, meaning: str) -> None:
    mapping = dict(confirmed_columns())
    mapping.pop(column, None)
    st.session_state[MAPPING] = mapping | ({column: meaning} if meaning else {})
