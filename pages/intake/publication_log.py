"""What was published and taken back: each batch with its file, its reasons, what it changed; and taking it back."""

import pandas as pd
import streamlit as st

from components.data_table import table
from data import store
from data.intake.difference import figure_text
from pages.intake import words
from queries import catalogue, observations
from queries.query import query
from wording import indicator_texts, intake_report


def past() -> None:
    """Draw the history, newest first, and one event of it in full."""
    events = _events(observations.revision())
    if events.empty:
        st.info(words.HISTORY_EMPTY)
        return
    times = {"at": st.column_config.DatetimeColumn(words.HISTORY_COLUMNS["at"], format="HH:mm DD/MM/YYYY")}
    table(
        events, words.HISTORY_COLUMNS, "lich-su", kind="real", title=words.HISTORY_TITLE,
        notes=[indicator_texts.KINDS["real"]], config=times,
    )  # fmt: skip
    shown = {
        each["publication"]: words.EVENT_SHOWN.format(
            at=f"{each['at']:%H:%M %d/%m/%Y}", action=each["action_shown"], name=each["name"],
            period=each["period"], by=each["by"],
        )
        for each in events.to_dict("records")
    }  # fmt: skip
    chosen = st.selectbox(words.EVENT, list(shown), format_func=shown.get, key="intake.event")
    event = events.set_index("publication").loc[chosen]
    _file(event)
    _changed(int(chosen), event)
    _kept(event)
    if event["batch"] in _visible(events):
        _rollback(event)


@query(keep=5)
def _events(revision: str) -> pd.DataFrame:  # noqa: ARG001 (what the answer is known by)
    events = store.history().query("kind == 'report'").iloc[::-1].reset_index(drop=True)
    register = catalogue.tables().localities.set_index(["vintage", "code"])["name"]
    names = register.reindex(pd.MultiIndex.from_frame(events[["vintage", "area"]])).tolist()
    told = [intake_report.COUNTS.format(**counts) for counts in events["counts"]]
    return events.assign(name=names, told=told, action_shown=events["action"].map(intake_report.ACTIONS))


def _visible(events: pd.DataFrame) -> set[str]:
    last = events.drop_duplicates("batch")  # the newest event of each stands first
    return set(last.loc[last["action"].eq("publish"), "batch"])


def _file(event: pd.Series) -> None:
    st.download_button(
        words.ORIGINAL, lambda: store.original(event["batch"])[1], file_name=event["file_name"],
        icon=":material/download:", on_click="ignore", key="intake.original",
    )  # fmt: skip


def _changed(publication: int, event: pd.Series) -> None:
    """Draw what one publication changed among the figures in use."""
    rows = _difference(publication)
    if rows.empty:
        st.caption(words.CHANGED_NONE)
        return
    about = catalogue.tables().indicators.set_index("indicator")[["name_vi", "unit", "decimals"]]
    names = catalogue.tables().localities.set_index(["vintage", "code"])["name"]
    rows = rows.join(about, on="indicator")
    records = rows.to_dict("records")
    rows = rows.assign(
        name=names.reindex(pd.MultiIndex.from_frame(rows[["vintage", "locality"]])).tolist(),
        shown=rows["change"].map(words.CHANGED_SHOWN),
        now=[figure_text(each, "") for each in records],
        was=[figure_text(each, "_before") for each in records],
    )
    title = words.CHANGED_TITLE.format(action=event["action_shown"], batch=event["batch"])
    table(
        rows,
        words.CHANGED_COLUMNS,
        "thay-doi-cua-dot",
        kind="real",
        title=title,
        notes=[indicator_texts.KINDS["real"]],
    )


# A publication never changes, so neither does what it changed.
@query(keep=20)
def _difference(publication: int) -> pd.DataFrame:
    return store.difference(*(store.State(revision=str(each)) for each in (publication - 1, publication)))


def _kept(event: pd.Series) -> None:
    kept = _reasons(event["batch"])
    if len(kept):
        title = words.KEPT_TITLE.format(batch=event["batch"])
        st.markdown(title)
        table(
            kept, words.KEPT_COLUMNS, "ly-do", kind="real", title=title, notes=[indicator_texts.KINDS["real"]]
        )


# A batch never changes, so neither does why its warnings were let pass.
@query(keep=20)
def _reasons(batch: str) -> pd.DataFrame:
    return store.kept_reasons(batch)


def _rollback(event: pd.Series) -> None:
    """Take a batch back; it needs a name and a second click."""
    with st.popover(words.ROLLBACK, icon=":material/undo:"):
        st.caption(words.ROLLBACK_HELP)
        by = st.text_input(words.ROLLBACK_BY, key="intake.rollback_by")
        if st.button(words.ROLLBACK_DO, disabled=not by.strip(), key="intake.rollback"):
            try:
                store.rollback(event["batch"], by)
            except store.StoreRefusal as refusal:
                st.error(str(refusal))
                return
            st.rerun()
