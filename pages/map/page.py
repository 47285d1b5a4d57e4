"""Bản đồ: where is it, who leads, who lags — a choropleth beside ranked bars, one selection for both."""

import streamlit as st

from components import indicator_map, map_choices, place_navigation, session
from components.bars import bars
from components.choropleth import choropleth
from components.data_table import lazy_expander, table
from components.watermark import marked
from pages.map import words
from pages.map.ranked_list import ranked
from pages.map.selected_place import detail, ranking_note
from queries import gazetteer, indicator_rows, place_filter
from wording import indicator_texts as picture_words
from wording import tables as table_words

MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-map, 214px)))"
BARS_HEIGHT = "max(260px, calc(100vh - var(--meeting-list, 380px)))"


def choose(code: str | None) -> None:
    session.change(locality=code)


view = session.current()
with st.container(horizontal=True, vertical_alignment="center", key="map-search"):
    map_choices.choices(view)
    place_navigation.place_search(view)

rows = place_filter.mark_left_out(view, indicator_rows.figures(view))
drawn = indicator_map.map_drawing(view, rows, height=MAP_HEIGHT)
listed, cut = ranked(view)
left, right = st.columns([11, 9], gap="medium")
with left:
    choropleth(drawn, key="map", respond=place_navigation.on_gesture)
with right:
    place_navigation.breadcrumb(view)
    detail(view, rows)
    ranking_note(view, rows)
    with marked(view.kind, "bars"):
        bars(
            listed, "ranked", title=words.BARS.format(indicator=drawn.title),
            selected=view.locality, height=BARS_HEIGHT, on_select=choose,
        )  # fmt: skip
    if cut:
        st.caption(cut)
behind = lazy_expander(table_words.BEHIND, "map-table", expanded=view.unfolded == "table")
if behind.open:
    area = gazetteer.full_name(view, view.district or view.province)
    with behind:
        table(
            rows[~rows["left_out"]], picture_words.HEADINGS, "ban-do", kind=view.kind,
            notes=[drawn.kind, drawn.period, drawn.note],
            title=words.TABLE_TITLE.format(indicator=drawn.title, area=area),
        )  # fmt: skip
