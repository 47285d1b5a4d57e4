"""Tiến độ: which targets are met, who is behind, by how much, and why — as bars or as a matrix."""

import streamlit as st

from components import session
from components.bars import bars
from components.data_table import lazy_expander, table
from components.matrix import matrix
from components.watermark import marked
from pages.progress import target_list, words
from pages.progress.choices import filters, layout, status_chips
from pages.progress.reasons import reasons
from queries import gazetteer, lifetimes, target_rows
from wording import tables as table_words

HEIGHT = "max(300px, calc(100vh - var(--meeting-matrix, 330px)))"


def choose(target: str, locality: str) -> None:
    session.change(row=(target, locality))


def choose_bar(code: str) -> None:
    choose(*code.rsplit("/", 1))


view = gazetteer.by_provinces(gazetteer.within_province(session.current()))
filters(view)
view = gazetteer.by_provinces(gazetteer.within_province(session.current()))
found = target_rows.rows(view)
counted = target_rows.counted(view)
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.markdown(words.TITLE.format(finding=target_list.finding(view.kind, counted, len(found))))
    layout()
status_chips(view, counted)
if not counted and view.vintage != lifetimes.vintages()[0]:
    st.caption(words.NONE_ASSIGNED)
shown = target_rows.with_status(found, view.statuses)

left, right = st.columns([2, 1], gap="medium")
with left, marked(view.kind, "progress"):
    if view.layout == "matrix":
        matrix(
            target_list.table(view), "matrix",
            title=words.MATRIX, selected=view.row, height=HEIGHT, on_select=choose,
        )  # fmt: skip
    else:
        listed = target_list.listed(view)
        bars(
            listed, "progress-bars",
            title=words.LIST, selected="/".join(view.row), height=HEIGHT, on_select=choose_bar,
        )  # fmt: skip
        if len(listed["rows"]) < len(shown):
            st.caption(target_list.cut(len(listed["rows"]), len(shown)))
    st.caption(target_list.scope(view), help=words.LEGENDS[view.layout])
with right, marked(view.kind, "reasons"):
    reasons(view)

behind = lazy_expander(table_words.BEHIND, "progress-table", expanded=view.unfolded == "table")
if behind.open:
    area = gazetteer.full_name(view, view.locality or view.district or view.province)
    with behind:
        table(
            shown, words.HEADINGS, "tien-do", kind=view.kind, notes=[target_list.scope(view)],
            title=words.TABLE_TITLE.format(area=area),
        )  # fmt: skip
