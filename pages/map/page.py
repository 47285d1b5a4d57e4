"""Bản đồ: where one indicator is high or low, and which place leads; the map and the ranked list share a selection."""

import streamlit as st

from components import indicator_map, map_choices, place_navigation, session
from components.bars import bars
from components.choropleth import choropleth
from components.data_table import lazy_expander, table
from components.watermark import marked
from pages.map import words
from pages.map.ranked_list import ranked_bars
from pages.map.selected_place import ranking_note, selected_place
from queries import gazetteer, indicator_rows, place_filter
from wording import indicator_texts, markdown
from wording import table_labels as table_words

MAP_HEIGHT = "max(420px, calc(100vh - var(--meeting-map, 214px)))"
BARS_HEIGHT = "max(260px, calc(100vh - var(--meeting-list, 380px)))"


def choose(code: str | None) -> None:
    session.change(locality=code)


view = session.current()
with st.container(horizontal=True, vertical_alignment="center", key="map-search"):
    map_choices.choices(view)
    place_navigation.place_search(view)

rows = place_filter.mark_left_out(view, indicator_rows.figures(view))
drawing = indicator_map.map_drawing(view, rows, height=MAP_HEIGHT)
written_bars, cut_note = ranked_bars(view)
left, right = st.columns([11, 9], gap="medium")
with left:
    choropleth(drawing, key="map", respond=place_navigation.on_gesture)
with right:
    place_navigation.breadcrumb(view)
    selected_place(view, rows)
    ranking_note(view, rows)
    with marked(view.kind, "bars"):
        bars(
            written_bars, "ranked", title=words.BARS.format(indicator=drawing.title),
            selected=view.locality, height=BARS_HEIGHT, on_select=choose,
        )  # fmt: skip
    if cut_note:
        st.caption(markdown.plain(cut_note))
opened = lazy_expander(table_words.BEHIND, "map-table", expanded=view.unfolded == "table")
if opened.open:
    area = gazetteer.full_name(view, view.district or view.province)
    with opened:
        table(
            rows[~rows["left_out"]], indicator_texts.HEADINGS, "ban-do", kind=view.kind,
            notes=[drawing.kind, drawing.period, drawing.note],
            title=words.TABLE_TITLE.format(indicator=drawing.title, area=area),
        )  # fmt: skip
