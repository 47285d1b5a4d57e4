"""Bản đồ: choices, order, drilling."""

import pytest

from queries import indicator_rows
from queries.view import View


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
