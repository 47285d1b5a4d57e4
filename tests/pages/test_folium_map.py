"""The detail map: what is drawn, and that nothing in it points outside the machine."""

import json
import re
from dataclasses import replace

import pytest
import streamlit_folium

from components.value_colours import BLUES
from pages.locality import detail_map, folium_map
from pages.locality.folium_map import DetailMap, Place
from queries.view import View
from wording.statuses import LOOKS

SQUARE = json.dumps(
    {"type": "Polygon", "coordinates": [[[108, 11], [108, 12], [109, 12], [109, 11], [108, 11]]]}
)
FAR = json.dumps({"type": "Polygon", "coordinates": [[[114, 8], [114, 9], [115, 9], [115, 8], [114, 8]]]})
NAMED = Place(
    "1",
    "Xã <b>A</b> {{ x }}",
    "part",
    "behind",
    "77,15 %",
    "đến 30/09/2023",
    "#2B7BBA",
    SQUARE,
    (108.5, 11.5),
)
ISLANDS = replace(NAMED, code="22736", name="ĐK. Trường Sa", geometry=FAR, inset=True)
LEGEND = (("#2B7BBA", "trên 60 đến 80"),)
SHEET = DetailMap(
    "Huyện A: chỉ số",
    "% · số liệu thật",
    LEGEND,
    "Ngưỡng màu: …",
    (NAMED, ISLANDS),
    simulated=False,
    archipelagos=False,
)


def page(sheet):
    return folium_map.to_html(sheet).decode()


def test_the_file_to_send_points_to_no_address():
    text = page(SHEET)
    assert not re.findall(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//[^"']+\.(?:js|css|png)""", text)
    assert "cdn" not in text
    assert "/leaflet/" not in text
    assert "sourceMappingURL" not in text
    assert "L.map(" in text
    assert 'version="1.9.3' in text or "Leaflet 1.9.3" in text


def test_names_are_text_wherever_they_stand():
    text = page(replace(SHEET, title="<script>alert(1)</script>{{ 7*7 }}{% raw %}"))
    assert "<script>alert(1)" not in text
    # A template's command in a name is read, not obeyed.
    assert "&#123;&#123; 7*7 }}" in text
    assert "&lt;b&gt;A&lt;/b&gt; &#123;&#123; x }}" in text.replace("\\u0026", "&")
    told = folium_map._feature(NAMED)["properties"]
    assert "Xã &lt;b&gt;A&lt;/b&gt;" in told["tooltip"]
    assert "<b>A</b>" not in told["label"]


def test_a_place_has_the_colour_of_its_class_and_the_shape_and_word_of_its_status():
    told = folium_map._feature(NAMED)["properties"]
    assert told["colour"] == "#2B7BBA"
    assert "▲" in told["label"]
    assert "chậm lộ trình" in told["tooltip"]


def test_a_place_without_a_figure_prints_no_value():
    nothing = replace(NAMED, status="no_data", value="chưa có", colour="")
    silent = folium_map._feature(nothing)["properties"]
    assert "chưa có<" not in silent["label"]
    assert silent["none"]
    assert "<li><i style='background:#D9D9D9;opacity:0.85'></i>chưa có số liệu</li>" in page(
        replace(SHEET, places=(nothing,))
    )
    assert "chưa có số liệu" not in page(SHEET)


def test_the_file_to_send_has_the_legend_and_what_its_limits_rest_on():
    text = page(SHEET)
    assert "<li><i style='background:#2B7BBA;opacity:0.85'></i>trên 60 đến 80</li>" in text
    assert "<br>% · số liệu thật · Ngưỡng màu: …</p>" in text


@pytest.mark.parametrize(
    ("colour", "known"), [("value", set(BLUES)), ("status", {look.colour for look in LOOKS.values()})]
)
def test_the_detail_map_is_drawn_in_the_colours_of_the_view(colour, known):
    drawn = detail_map.map_content(View(indicator="procedures_online", colour=colour))
    assert {shade for shade, _ in drawn.legend} <= known
    assert {place.colour for place in drawn.places} & known
    assert bool(drawn.legend_note) == (colour == "value")  # a status has no limits


def test_islands_of_the_high_sea_do_not_widen_the_map():
    assert folium_map._bounds(SHEET.places) == [[11, 108], [12, 109]]
    assert folium_map._bounds((ISLANDS,)) == [[8, 114], [9, 115]]


def test_simulated_figures_carry_their_mark_into_the_file():
    assert "SỐ LIỆU MÔ PHỎNG" in page(replace(SHEET, simulated=True))
    assert "SỐ LIỆU MÔ PHỎNG" not in page(SHEET)


def test_another_status_is_another_version():
    other = replace(SHEET, places=(replace(NAMED, status="no_target"), ISLANDS))
    assert other.version != replace(SHEET, places=(replace(NAMED, status="no_data"), ISLANDS)).version


def test_a_map_kept_for_all_is_read_by_st_folium_as_one_made_for_it(monkeypatch):
    sent = []
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **told: sent.append(told))
    kept = folium_map._rendered(SHEET, "#fff")
    for drawn in (folium_map.to_folium(SHEET, "#fff"), kept, kept):
        streamlit_folium.st_folium(drawn, key="map", render=False)
    made, *read = [{name: text for name, text in told.items() if name != "on_change"} for told in sent]
    assert read == [made, made]
    assert made["script"].count("L.map(") == 1
    assert "#map_div {" in made["header"]


def test_khanh_hoa_shows_both_archipelagos_and_binh_thuan_none():
    khanh_hoa = page(detail_map.map_content(View(vintage="2025-07", province="56")))
    assert "Quần đảo Hoàng Sa (Việt Nam)" in khanh_hoa
    assert "Quần đảo Trường Sa (Việt Nam)" in khanh_hoa
    assert "Hoàng Sa" not in page(detail_map.map_content(View()))
