"""Tiến độ: which targets are met, who is behind, by how much, and why — as bars or as a matrix."""

import streamlit as st

from components import place_navigation, session
from components.bars import bars
from components.data_table import fold, table
from components.matrix import matrix
from components.watermark import marked
from pages.progress import target_list, words
from pages.progress.choices import filters, layout, status_chips
from pages.progress.reasons import reasons
from queries import gazetteer, lifetimes
from wording import tables as table_words

HEIGHT = "max(300px, calc(100vh - var(--meeting-matrix, 330px)))"


def choose(target: str, locality: str) -> None:
    session.change(row=(target, locality))


def choose_bar(code: str) -> None:
    choose(*code.rsplit("/", 1))


looked = gazetteer.by_provinces(gazetteer.within_province(session.current()))
filters(looked)
looked = gazetteer.by_provinces(gazetteer.within_province(session.current()))
found = target_list.rows(looked)
counted = target_list.counted(looked)
with st.container(horizontal=True, vertical_alignment="bottom"):
    st.markdown(words.TITLE.format(finding=target_list.finding(looked.kind, counted, len(found))))
    layout()
status_chips(looked, counted)
if not counted and looked.vintage != lifetimes.vintages()[0]:
    st.caption(words.NONE_ASSIGNED)
shown = target_list.with_status(found, looked.statuses)

left, right = st.columns([2, 1], gap="medium")
with left, marked(looked.kind, "progress"):
    if looked.layout == "matrix":
        matrix(
            target_list.table(looked), "matrix",
            title=words.MATRIX, selected=looked.row, height=HEIGHT, on_select=choose,
        )  # fmt: skip
    else:
        listed = target_list.listed(looked)
        bars(
            listed, "progress-bars",
            title=words.LIST, selected="/".join(looked.row), height=HEIGHT, on_select=choose_bar,
        )  # fmt: skip
        if len(listed["rows"]) < len(shown):
            st.caption(target_list.cut(len(listed["rows"]), len(shown)))
    st.caption(target_list.scope(looked), help=words.LEGENDS[looked.layout])
with right, marked(looked.kind, "reasons"):
    reasons(looked)

behind = fold(table_words.BEHIND, "progress-table", expanded=looked.unfolded == "table")
if behind.open:
    area = place_navigation.name(looked, looked.locality or looked.district or looked.province)
    with behind:
        table(
            shown, words.HEADINGS, "tien-do", kind=looked.kind, notes=[target_list.scope(looked)],
            title=words.TABLE_TITLE.format(area=area),
        )  # fmt: skip
