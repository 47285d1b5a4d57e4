"""The way of a file: chosen, checked, compared, published; nothing is stored before it is published."""

from collections.abc import Mapping

import streamlit as st

from data import clock, store
from data.intake import preflight
from data.intake.findings import Finding, Refusal
from data.intake.open.limits import MAX_BYTES, MEGABYTE
from data.intake.preflight import Preflight
from data.intake.submission import is_empty, make_submission
from pages.intake import words
from pages.intake.column_form import column_form, confirmed_columns
from pages.intake.difference_table import difference_table
from pages.intake.finding_list import finding_list
from pages.intake.lost_file import lost_file
from pages.intake.reason_form import reason_form
from pages.intake.receipt import clear_receipt, draw_receipt, save_receipt
from pages.intake.record_table import record_table
from queries import catalogue
from queries.view import View
from upstream import streamlit_uploads
from upstream.streamlit_types import UploadedFile
from wording import intake_report, markdown

# The number in the key of the uploader; a new number empties the uploader.
ROUND = "intake.round"
CHECKED, PERIOD, BY = "intake.checked", "intake.file_period", "intake.by"
REFUSED, FORMER = "intake.refused", "intake.former_file"


def submission_form(view: View) -> None:
    """Draw the choice of a file, then what was found in it, what it would change, and the publication."""
    st.markdown(f"##### {words.STEP_FILE}")
    draw_receipt(view)
    uploaded = st.file_uploader(
        words.FILE,
        max_upload_size=MAX_BYTES // MEGABYTE,
        key=f"intake.file.{st.session_state.setdefault(ROUND, 0)}",
    )
    st.caption(words.FILE_HELP)
    _let_go_of_former(uploaded)
    lost_file(uploaded.name if uploaded else None, on_lost=_empty_box)
    if uploaded is None:
        st.session_state.pop(CHECKED, None)
        if REFUSED in st.session_state:
            st.error(markdown.plain(st.session_state[REFUSED]))
        return
    st.session_state.pop(REFUSED, None)
    clear_receipt()
    checked = _check(uploaded)
    if checked is None:
        return
    _period_input(checked)
    column_form(checked.parsed_file)
    record_table(checked)
    finding_list(checked)
    difference_table(checked)
    _publication_form(checked, uploaded)


def _check(uploaded: UploadedFile) -> Preflight | None:
    """Check a file; where it cannot be read, say why and let go of it, or return None where the store cannot be."""
    try:
        with st.spinner(words.CHECKING):
            return _checked(uploaded.name, uploaded.getvalue())
    except Refusal as refusal:
        st.session_state[REFUSED] = markdown.fill(
            words.REFUSED, file=uploaded.name, message=refusal.finding.message
        )
        _let_go(uploaded)
        st.rerun()
    except store.StoreRefusal as refusal:
        st.error(markdown.plain(str(refusal)))
    return None


def _let_go(uploaded: UploadedFile) -> None:
    """Give back the memory of a file and of what was found in it, and empty its box."""
    streamlit_uploads.let_go(uploaded.file_id)
    st.session_state.pop(CHECKED, None)
    _empty_box()


def _let_go_of_former(uploaded: UploadedFile | None) -> None:
    """Give back the memory of the file before this one: whoever leaves the page leaves a file behind."""
    now = uploaded.file_id if uploaded else None
    former = st.session_state.get(FORMER)
    if former and former != now:
        streamlit_uploads.let_go(former)
    st.session_state[FORMER] = now


def _empty_box() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _checked(name: str, content: bytes) -> Preflight:
    """Check a file once for each state of the store, period and mapping of columns."""
    period, mapping = st.session_state.get(PERIOD) or None, confirmed_columns()
    key = (name, content, period, tuple(mapping.items()), store.revision())
    if st.session_state.get(CHECKED, (None,))[0] != key:
        today = clock.now().normalize()
        checked = preflight.check_file(
            name, content, catalogue.tables(), today=today, period=period, mapping=mapping
        )
        st.session_state[CHECKED] = (key, checked)
    answer: Preflight = st.session_state[CHECKED][1]
    return answer


def _period_input(checked: Preflight) -> None:
    """Ask for the period of a file that names none; a period that was typed can still be changed."""
    nameless = checked.parsed_file.period is None and checked.parsed_file.rows.empty
    if nameless or st.session_state.get(PERIOD):
        st.text_input(words.FILE_PERIOD, key=PERIOD, placeholder=words.PERIOD_HELP, width=420)


def _publication_form(checked: Preflight, uploaded: UploadedFile) -> None:
    """Ask for the reasons and the name that are missing, then publish with one click."""
    if checked.errors:
        st.info(words.WAITING_ERRORS)
        return
    if is_empty(checked):
        st.info(intake_report.NOTHING_NEW)
        return
    reasons = reason_form(checked)
    st.markdown(f"##### {words.STEP_PUBLISH}")
    by = st.text_input(words.BY, value=st.session_state.get(BY, ""), key="intake.by_field", width=420)
    st.session_state[BY] = by
    without_reason = len(checked.warnings) - len(reasons)
    if without_reason:
        st.caption(markdown.fill(words.WAITING_REASONS, count=without_reason))
    if not by.strip():
        st.caption(words.WAITING_NAME)
    ready = not without_reason and bool(by.strip())
    if st.button(
        words.PUBLISH, type="primary", icon=":material/publish:", disabled=not ready, key="intake.publish"
    ):
        _publish(checked, reasons, by, uploaded)


def _publish(checked: Preflight, reasons: Mapping[Finding, str], by: str, uploaded: UploadedFile) -> None:
    bar = st.progress(0.0, text=words.PUBLISHING)

    def show_progress(share: float) -> None:
        bar.progress(share, text=words.PUBLISHING)

    handed_in = make_submission(checked, reasons, catalogue.tables(), clock.now().normalize())
    try:
        receipt = store.publish(handed_in, by, show_progress)
    except store.StoreRefusal as refusal:
        bar.empty()
        st.error(markdown.plain(str(refusal)))
        return
    save_receipt(receipt, checked)
    _let_go(uploaded)
    st.session_state.pop(PERIOD, None)
    st.rerun()
