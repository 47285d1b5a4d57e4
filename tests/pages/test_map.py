"""Bản đồ: choices, order, drilling."""

import base64
import re

import pytest

from components.indicator_map import map_drawing
from components.value_colours import BLUES
from data import store
from pages.locality.detail_map import map_content
from pages.printing.drawing import view_page
from queries import gazetteer, indicator_rows, observations
from queries.view import View
from tests.data.store.sending import figure, submission


def captions(test):
    return [caption.value for caption in test.caption]


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"kieu": "mo-phong"},
        {"tinh": "58"},
        {"tinh": "11", "cap": "xa"},
        {"moc": "2025-07", "tinh": "68", "cap": "xa"},
        {"kieu": "mo-phong", "cap": "xa", "huyen": "593"},
        {"dp": "595"},  # Tuy Phong: nothing was published
        {"cap": "tinh", "mau": "trang-thai"},
        {"mau": "do-phu", "kieu": "mo-phong"},
    ],
)
def test_the_page_opens_on_every_scope(visit, address):
    test = visit("ban-do", **address)
    assert not test.exception
    assert not test.error


def test_one_published_figure_of_ten_ranks_nobody(visit):
    assert any("Không xếp hạng" in caption for caption in captions(visit("ban-do")))


def test_a_complete_set_ranks_places(visit):
    assert not any("Không xếp hạng" in caption for caption in captions(visit("ban-do", kieu="mo-phong")))


def test_every_place_of_the_level_stands_in_the_list_with_a_figure_or_without():
    rows = indicator_rows.figures(View())
    assert len(rows) == 10
    la_gi = rows[rows["code"] == "594"].iloc[0]
    assert la_gi["value_shown"] == "77,15 %"
    assert la_gi["status"] == "stale"  # nine months of 2023, seen from 30/6/2025
    assert rows["value"].isna().sum() == 9
    assert set(rows.loc[rows["value"].isna(), "value_shown"]) == {"chưa có"}


def test_drilled_into_a_district_only_its_communes_are_listed():
    rows = indicator_rows.figures(View(kind="simulated", level="commune", district="593"))
    assert len(rows) == 15
    assert set(rows["parent_code"]) == {"593"}


def fills(html):
    """Return the colours of the shapes on the printed map."""
    (svg,) = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)
    return re.findall(r'<path [^>]*fill="(#[^"]+)"', base64.b64decode(svg).decode())


# The greatest figure that is sent of each indicator; the others lie evenly between it and zero.
SENT = {
    "digital_economy_share": 17.5,
    "digital_data_share": 0.0,  # all are zero
    "digital_teams": 4_000.0,
    "enterprises_on_platforms_share": 3.14,  # had no figure at any level
}


@pytest.mark.usefixtures("own_state")
@pytest.mark.parametrize("level", ["province", "district", "commune"])
def test_a_figure_that_somebody_sent_is_drawn_in_colour_on_screen_on_paper_and_in_the_file(level):
    places = gazetteer.places("2025-03", "60", level)["code"].head(10)
    figures = [
        figure(last * at / max(len(places) - 1, 1), f"bao-cao-{code}", locality=code, indicator=indicator)
        for indicator, last in SENT.items()
        for at, code in enumerate(places)
    ]
    store.publish(submission(*figures), "Lan")
    for indicator in SENT:
        view = View(indicator=indicator, level=level, revision=observations.revision())
        drawing = map_drawing(view, indicator_rows.figures(view), height="1px")
        assert drawing.places.loc[places, "swatch"].notna().all()
        on_paper = [each for each in fills(view_page(view)) if each in BLUES]
        assert len(on_paper) == drawing.places["swatch"].notna().sum()
        if level == "district":
            in_file = {place.code: place.colour for place in map_content(view).places}
            assert all(in_file[code] in BLUES for code in places)
