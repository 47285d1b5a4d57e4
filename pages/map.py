"""Bản đồ: where is it, who leads, who lags — a choropleth beside ranked bars, one selection for both."""

import streamlit as st

from components import map_choices, picture, places, quick_filters, view
from components.bars import bars
from components.detail import detail, ranking_note
from components.map import choropleth
from components.mark import marked
from components.ranked import ranked
from components.tables import fold, table
from wording import map_page as words
from wording import picture as picture_words
from wording import tables as table_words

MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-map, 214px)))"
BARS_HEIGHT = "max(260px, calc(100vh - var(--meeting-list, 380px)))"


def choose(code: str | None) -> None:
    view.change(locality=code)


looked = view.current()
with st.container(horizontal=True, vertical_alignment="center", key="map-search"):
    map_choices.choices(looked)
    places.search(looked)

rows = quick_filters.marked(looked, picture.figures(looked))
drawn = picture.drawing(looked, rows, height=MAP_HEIGHT)
listed, cut = ranked(looked, rows)
left, right = st.columns([11, 9], gap="medium")
with left:
    choropleth(drawn, key="map", respond=places.respond)
with right:
    places.breadcrumb(looked)
    detail(looked, rows)
    ranking_note(looked, rows)
    with marked(looked.kind, "bars"):
        bars(
            listed, "ranked", title=words.BARS.format(indicator=drawn.title),
            selected=looked.locality, height=BARS_HEIGHT, on_select=choose,
        )  # fmt: skip
    if cut:
        st.caption(cut)
behind = fold(table_words.BEHIND, "map-table", expanded=looked.unfolded == "table")
if behind.open:
    area = places.name(looked, looked.district or looked.province)
    with behind:
        table(
            rows[~rows["left_out"]], picture_words.HEADINGS, "ban-do", kind=looked.kind,
            notes=[drawn.kind, drawn.period, drawn.note],
            title=words.TABLE_TITLE.format(indicator=drawn.title, area=area),
        )  # fmt: skip
