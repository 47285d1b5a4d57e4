"""Tiến độ: which targets are met, who is behind, by how much, and why; as bars or as a matrix."""

import streamlit as st

from components import session
from components.bars import bars
from components.data_table import lazy_expander, table
from components.matrix import matrix
from components.watermark import marked
from pages.progress import target_list, words
from pages.progress.choices import filters, layout_choice, status_chips
from pages.progress.reasons import reasons
from queries import gazetteer, lifetimes, target_rows
from wording import markdown
from wording import table_labels as table_words

HEIGHT = "max(300px, calc(100vh - var(--meeting-matrix, 330px)))"


def choose(target: str, locality: str) -> None:
    session.change(row=(target, locality))


def choose_bar(code: str) -> None:
    choose(*code.rsplit("/", 1))


view = gazetteer.by_provinces(gazetteer.within_province(session.current()))
filters(view)
every_status = target_rows.in_scope(view)
counts = target_rows.status_counts(view)
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.markdown(markdown.fill(words.TITLE, finding=target_list.finding(view.kind, counts, len(every_status))))
    layout_choice()
status_chips(view, counts)
if not counts and view.vintage != lifetimes.vintages()[0]:
    st.caption(words.NONE_ASSIGNED)
rows = target_rows.with_status(every_status, view.statuses)
scope = target_list.scope_line(view)

left, right = st.columns([2, 1], gap="medium")
with left, marked(view.kind, "progress"):
    if view.layout == "matrix":
        matrix(
            target_list.written_matrix(view), "matrix",
            title=words.MATRIX, selected=view.row, height=HEIGHT, on_select=choose,
        )  # fmt: skip
    else:
        listed = target_list.written_bars(view)
        bars(
            listed, "progress-bars",
            title=words.LIST, selected="/".join(view.row), height=HEIGHT, on_select=choose_bar,
        )  # fmt: skip
        if len(listed["rows"]) < len(rows):
            st.caption(markdown.plain(target_list.cut_note(len(listed["rows"]), len(rows))))
    st.caption(markdown.plain(scope), help=words.LEGENDS[view.layout])
with right, marked(view.kind, "reasons"):
    reasons(view)

opened = lazy_expander(table_words.BEHIND, "progress-table", expanded=view.unfolded == "table")
if opened.open:
    area = gazetteer.full_name(view, view.locality or view.district or view.province)
    with opened:
        table(
            rows, words.HEADINGS, "tien-do", kind=view.kind, notes=[scope],
            title=words.TABLE_TITLE.format(area=area),
        )  # fmt: skip
