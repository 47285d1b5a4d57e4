"""Tiến độ: which targets are met, who is behind, by how much, and why — as bars or as a matrix."""

import streamlit as st

from components import facts, places, view
from components.bars import bars
from components.mark import marked
from components.matrix import matrix
from components.progress import progress
from components.progress.filters import filters, layout, status_chips
from components.progress.reasons import reasons
from components.tables import fold, table
from wording import progress as words
from wording import tables as table_words

HEIGHT = "max(300px, calc(100vh - var(--meeting-matrix, 330px)))"


def choose(target: str, locality: str) -> None:
    view.change(row=(target, locality))


def choose_bar(code: str) -> None:
    choose(*code.rsplit("/", 1))


looked = facts.by_provinces(facts.within_province(view.current()))
filters(looked)
looked = facts.by_provinces(facts.within_province(view.current()))
found = progress.rows(looked)
counted = progress.counted(looked)
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.markdown(words.TITLE.format(finding=progress.finding(looked.kind, counted, len(found))))
    layout()
status_chips(looked, counted)
if not counted and looked.vintage != facts.vintages()[0]:
    st.caption(words.NONE_ASSIGNED)
shown = progress.with_status(found, looked.statuses)

left, right = st.columns([2, 1], gap="medium")
with left, marked(looked.kind, "progress"):
    if looked.layout == "matrix":
        matrix(
            progress.table(looked), "matrix",
            title=words.MATRIX, selected=looked.row, height=HEIGHT, on_select=choose,
        )  # fmt: skip
    else:
        listed = progress.listed(looked)
        bars(
            listed, "progress-bars",
            title=words.LIST, selected="/".join(looked.row), height=HEIGHT, on_select=choose_bar,
        )  # fmt: skip
        if len(listed["rows"]) < len(shown):
            st.caption(progress.cut(len(listed["rows"]), len(shown)))
    st.caption(progress.scope(looked), help=words.LEGENDS[looked.layout])
with right, marked(looked.kind, "reasons"):
    reasons(looked)

behind = fold(table_words.BEHIND, "progress-table", expanded=looked.unfolded == "table")
if behind.open:
    area = places.name(looked, looked.locality or looked.district or looked.province)
    with behind:
        table(
            shown, words.HEADINGS, "tien-do", kind=looked.kind, notes=[progress.scope(looked)],
            title=words.TABLE_TITLE.format(area=area),
        )  # fmt: skip
