"""Bản đồ: where is it, who leads, who lags — a choropleth beside ranked bars, one selection for both."""

import streamlit as st

from components import facts, picture, places, view
from components.bars import bars
from components.detail import detail, ranking_note
from components.map import choropleth
from components.mark import marked
from components.tables import table
from wording import map_page as words
from wording import picture as picture_words
from wording import tables as table_words

HEIGHT = 560

looked = view.current()


def choose(code: str | None) -> None:
    view.change(locality=code)


def respond(gesture) -> None:
    places.drill(gesture.code) if gesture.action == "drill" else choose(gesture.code)


with st.container(horizontal=True, vertical_alignment="bottom"):
    indicators = {name: facts.indicator(name)["name_vi"] for name in facts.core_indicators()}
    st.selectbox(
        words.INDICATOR, list(indicators), format_func=indicators.get, width=430, **view.bound("indicator")
    )
    levels = places.levels(looked.vintage)
    st.segmented_control(
        words.LEVEL,
        levels,
        format_func=words.LEVELS.get,
        required=True,
        **view.bound("level", then=places.change_level),
    )
    st.segmented_control(
        words.COLOUR,
        list(words.COLOURS),
        format_func=words.COLOURS.get,
        required=True,
        **view.bound("colour"),
    )
    places.search(looked)
places.breadcrumb(looked)

looked = view.current()
rows = picture.figures(looked)
drawn = picture.drawing(looked, rows, height=HEIGHT)
left, right = st.columns([11, 9], gap="medium")
with left:
    choropleth(drawn, key="map", respond=respond)
with right, marked(looked.kind, "bars"):
    ranking_note(looked, rows)
    bars(
        picture.bar_rows(looked, rows), "ranked", title=words.BARS.format(indicator=drawn.title),
        selected=looked.locality, height=HEIGHT - 40, on_select=choose,
    )  # fmt: skip
detail(looked, rows)
with st.expander(table_words.BEHIND):
    area = places.name(looked, looked.district or looked.province)
    table(
        rows, picture_words.HEADINGS, "ban-do", kind=looked.kind, notes=[drawn.kind, drawn.period, drawn.note],
        title=words.TABLE_TITLE.format(indicator=drawn.title, area=area),
    )  # fmt: skip
