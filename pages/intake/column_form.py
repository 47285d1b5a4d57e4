"""The columns of a file that could not be told for sure: the user says what they hold."""

import streamlit as st

from data.intake.parsing import ParsedFile
from pages.intake import words
from queries import catalogue
from wording.reading_messages import ROLES

MAPPING = "intake.mapping"
ASKED = ("unsure_column", "unknown_column")


def confirmed() -> dict[tuple[str, str], str]:
    """Return what was said so far: (sheet, column letter) → role, or ``value:indicator``."""
    return st.session_state.setdefault(MAPPING, {})


def confirm(reading: ParsedFile) -> None:
    """Draw a choice for each column in doubt, and for those already decided."""
    doubted = {(each.sheet, each.cell) for each in reading.findings if each.check in ASKED}
    columns = [
        each
        for each in reading.columns.to_dict("records")
        if (each["sheet"], each["cell"]) in doubted or (each["sheet"], each["column"]) in confirmed()
    ]
    if not columns:
        return
    st.markdown(f"##### {words.STEP_COLUMNS}")
    meanings = {"": words.COLUMN_UNKNOWN} | ROLES | _figures()
    for each in columns:
        place = each["sheet"], each["column"]
        chosen = st.selectbox(
            words.COLUMN.format(letter=each["column"], heading=each["heading"], sheet=each["sheet"]),
            list(meanings), format_func=meanings.get, width=560,
            index=list(meanings).index(confirmed().get(place, "")), key=f"intake.column.{place}",
        )  # fmt: skip
        if chosen != confirmed().get(place, ""):
            _say(place, chosen)
            st.rerun()


def _figures() -> dict[str, str]:
    indicators = catalogue.tables().indicators
    names = zip(indicators["indicator"], indicators["name_vi"], strict=True)
    return {f"value:{code}": words.COLUMN_FIGURE.format(name=name) for code, name in names}


def _say(place: tuple[str, str], meaning: str) -> None:
    said = dict(confirmed())
    said.pop(place, None)
    st.session_state[MAPPING] = said | ({place: meaning} if meaning else {})
