"""The way a file takes on the page: chosen, checked, mended, compared, published; nothing is stored before."""

import streamlit as st

from data import clock, store
from data.intake import preflight
from data.intake.findings import Refusal
from data.intake.limits import MAX_BYTES, MEGABYTE
from data.intake.preflight import Preflight
from data.intake.submission import is_empty, make_submission
from pages.intake import receipt, words
from pages.intake.column_form import confirm, confirmed
from pages.intake.difference_table import compared
from pages.intake.finding_list import findings
from pages.intake.reason_form import reasons
from queries import catalogue
from queries.view import View
from wording import intake_report

ROUND, CHECKED, PERIOD, BY = "intake.round", "intake.checked", "intake.file_period", "intake.by"


def sending(view: View) -> None:
    """Take a file and lead it to its publication."""
    st.markdown(f"##### {words.STEP_FILE}")
    receipt.draw(view)
    given = st.file_uploader(
        words.FILE,
        max_upload_size=MAX_BYTES // MEGABYTE,
        key=f"intake.file.{st.session_state.setdefault(ROUND, 0)}",
    )
    st.caption(words.FILE_HELP)
    if given is None:
        return
    receipt.forget()
    try:
        with st.spinner(words.CHECKING):
            checked = _checked(given.name, given.getvalue())
    except Refusal as refusal:
        st.error(words.REFUSED.format(file=given.name, message=refusal.finding.message))
        return
    except store.StoreRefusal as refusal:
        st.error(str(refusal))
        return
    if (checked.parsed_file.period is None and checked.parsed_file.rows.empty) or st.session_state.get(PERIOD):
        st.text_input(words.FILE_PERIOD, key=PERIOD, placeholder=words.PERIOD_HELP, width=420)
    confirm(checked.parsed_file)
    findings(checked)
    compared(checked)
    _publish(checked)


def _checked(name: str, content: bytes) -> Preflight:
    """Check a file once for each state of the store and each word of the user about it."""
    period = st.session_state.get(PERIOD) or None
    mapping = confirmed()
    key = (name, content, period, tuple(mapping.items()), store.revision())
    if st.session_state.get(CHECKED, (None,))[0] != key:
        today = clock.now().normalize()
        found = preflight.check_file(
            name, content, catalogue.tables(), today=today, period=period, mapping=mapping
        )
        st.session_state[CHECKED] = (key, found)
    return st.session_state[CHECKED][1]


def _publish(checked: Preflight) -> None:
    """Ask for what is missing, then publish with one click."""
    if checked.errors:
        st.info(words.WAITING_ERRORS)
        return
    if is_empty(checked):
        st.info(intake_report.NOTHING_NEW)
        return
    given = reasons(checked)
    st.markdown(f"##### {words.STEP_PUBLISH}")
    by = st.text_input(words.BY, value=st.session_state.get(BY, ""), key="intake.by_field", width=420)
    st.session_state[BY] = by
    silent = len(checked.warnings) - len(given)
    if silent:
        st.caption(words.WAITING_REASONS.format(count=silent))
    if not by.strip():
        st.caption(words.WAITING_NAME)
    ready = not silent and bool(by.strip())
    if st.button(
        words.PUBLISH, type="primary", icon=":material/publish:", disabled=not ready, key="intake.publish"
    ):
        _published(checked, given, by)


def _published(checked: Preflight, given: dict, by: str) -> None:
    bar = st.progress(0.0, text=words.PUBLISHING)
    handed = make_submission(checked, given, catalogue.tables(), clock.now().normalize())
    try:
        done = store.publish(handed, by, lambda share: bar.progress(share, text=words.PUBLISHING))
    except store.StoreRefusal as refusal:
        bar.empty()
        st.error(str(refusal))
        return
    receipt.keep(done, checked)
    st.session_state[ROUND] += 1
    st.session_state.pop(PERIOD, None)
    st.rerun()
