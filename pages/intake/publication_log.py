"""The log of publications: what each batch changed, its file, its reasons, and how it is rolled back."""

import pandas as pd
import streamlit as st

from components.data_table import table
from data import store
from data.intake.difference import figure_text
from pages.intake import words
from queries import catalogue, observations
from queries.query import query
from wording import indicator_texts, intake_report, markdown

NOTES = [indicator_texts.KINDS["real"]]


def publication_log() -> None:
    """Draw all publications and rollbacks, the newest first, and one of them in full."""
    events = _events(observations.revision())
    if events.empty:
        st.info(words.HISTORY_EMPTY)
        return
    times = {"at": st.column_config.DatetimeColumn(words.HISTORY_COLUMNS["at"], format="HH:mm DD/MM/YYYY")}
    table(
        events,
        words.HISTORY_COLUMNS,
        "lich-su",
        kind="real",
        title=words.HISTORY_TITLE,
        notes=NOTES,
        config=times,
    )
    labels = _labels(events)
    publication = st.selectbox(words.EVENT, list(labels), format_func=labels.__getitem__, key="intake.event")
    event = events[events["publication"].eq(publication)].iloc[0]
    _file(event)
    _changes(publication, event)
    _reasons(event)
    if event["batch"] in _visible_batches(events):
        _rollback(event)


def _labels(events: pd.DataFrame) -> dict[int, str]:
    """Return publication → its label in the choice."""
    return {
        int(event["publication"]): words.EVENT_SHOWN.format(
            at=f"{event['at']:%H:%M %d/%m/%Y}", action=event["action_shown"], name=event["name"],
            period=event["period"], by=event["by"],
        )
        for event in events.to_dict("records")
    }  # fmt: skip


@query(keep=5)
def _events(revision: str) -> pd.DataFrame:  # noqa: ARG001 (part of the cache key)
    """Return the publications of reports, the newest first: columns of ``store.history`` and their texts."""
    events = store.history().query("kind == 'report'").iloc[::-1].reset_index(drop=True)
    counts = [intake_report.COUNTS.format(**counts) for counts in events["counts"]]
    return events.assign(
        name=_names(events, "area"),
        counts_shown=counts,
        action_shown=events["action"].map(intake_report.ACTIONS),
    )


def _names(rows: pd.DataFrame, column: str) -> list[str]:
    """Return the names of the localities whose codes stand in a column."""
    names = catalogue.tables().localities.set_index(["vintage", "code"])["name"]
    return names.reindex(pd.MultiIndex.from_frame(rows[["vintage", column]])).tolist()


def _visible_batches(events: pd.DataFrame) -> set[str]:
    newest = events.drop_duplicates("batch")  # the newest event of each batch is its first row
    return set(newest.loc[newest["action"].eq("publish"), "batch"])


def _file(event: pd.Series) -> None:
    st.download_button(
        words.ORIGINAL, lambda: store.original(event["batch"])[1], file_name=event["file_name"],
        icon=":material/download:", on_click="ignore", key="intake.original",
    )  # fmt: skip


def _changes(publication: int, event: pd.Series) -> None:
    """Draw what a publication changed among the figures in use."""
    rows = _difference(publication)
    if rows.empty:
        st.caption(words.CHANGED_NONE)
        return
    indicators = catalogue.tables().indicators.set_index("indicator")[["name_vi", "unit", "decimals"]]
    rows = rows.join(indicators, on="indicator")
    records = rows.to_dict("records")
    rows = rows.assign(
        name=_names(rows, "locality"),
        shown=rows["change"].map(words.CHANGED_SHOWN),
        now=[figure_text(record, "") for record in records],
        was=[figure_text(record, "_before") for record in records],
    )
    title = words.CHANGED_TITLE.format(action=event["action_shown"], batch=event["batch"])
    table(rows, words.CHANGED_COLUMNS, "thay-doi-cua-dot", kind="real", title=title, notes=NOTES)


# The answer needs no revision in its key, because what a publication changed never changes.
@query(keep=20)
def _difference(publication: int) -> pd.DataFrame:
    before, after = (store.State(revision=str(number)) for number in (publication - 1, publication))
    return store.difference(before, after)


def _reasons(event: pd.Series) -> None:
    """Draw the reasons that were given for the warnings of a batch."""
    reasons = _kept_reasons(event["batch"])
    if len(reasons):
        title = words.REASONS_TITLE.format(batch=event["batch"])
        st.markdown(markdown.plain(title))
        table(reasons, words.REASON_COLUMNS, "ly-do", kind="real", title=title, notes=NOTES)


# The answer needs no revision in its key, because a batch never changes.
@query(keep=20)
def _kept_reasons(batch: str) -> pd.DataFrame:
    return store.kept_reasons(batch)


def _rollback(event: pd.Series) -> None:
    """Draw the rollback of a batch; it needs a name and a second click."""
    with st.popover(words.ROLLBACK, icon=":material/undo:"):
        st.caption(words.ROLLBACK_HELP)
        by = st.text_input(words.ROLLBACK_BY, key="intake.rollback_by")
        if st.button(words.ROLLBACK_DO, disabled=not by.strip(), key="intake.rollback"):
            try:
                store.rollback(event["batch"], by)
            except store.StoreRefusal as refusal:
                st.error(markdown.plain(str(refusal)))
                return
            st.rerun()
