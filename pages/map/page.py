"""Bản đồ: where is it, who leads, who lags — a choropleth beside ranked bars, one selection for both."""

import streamlit as st

from components import filter_bar, indicator_map, map_choices, place_navigation, session
from components.bars import bars
from components.choropleth import choropleth
from components.data_table import fold, table
from components.watermark import marked
from pages.map import words
from pages.map.ranked_list import ranked
from pages.map.selected_place import detail, ranking_note
from wording import indicator_texts as picture_words
from wording import tables as table_words

MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-map, 214px)))"
BARS_HEIGHT = "max(260px, calc(100vh - var(--meeting-list, 380px)))"


def choose(code: str | None) -> None:
    session.change(locality=code)


looked = session.current()
with st.container(horizontal=True, vertical_alignment="center", key="map-search"):
    map_choices.choices(looked)
    place_navigation.search(looked)

rows = filter_bar.marked(looked, indicator_map.figures(looked))
drawn = indicator_map.drawing(looked, rows, height=MAP_HEIGHT)
listed, cut = ranked(looked, rows)
left, right = st.columns([11, 9], gap="medium")
with left:
    choropleth(drawn, key="map", respond=place_navigation.respond)
with right:
    place_navigation.breadcrumb(looked)
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
    area = place_navigation.name(looked, looked.district or looked.province)
    with behind:
        table(
            rows[~rows["left_out"]], picture_words.HEADINGS, "ban-do", kind=looked.kind,
            notes=[drawn.kind, drawn.period, drawn.note],
            title=words.TABLE_TITLE.format(indicator=drawn.title, area=area),
        )  # fmt: skip
