"""What an address asks for is held against the register."""

import pytest
from hypothesis import given

from indicators.scenario import Lever
from queries.address import from_address, to_address
from queries.validation import successor_of, validate_view
from queries.view import View
from tests.queries.address_values import COMMUNES, SHARE, scenario
from tests.queries.test_address import ADDRESSES


@pytest.mark.parametrize(
    ("province", "vintage", "successor"),
    [
        ("60", "2025-07", "68"),  # Bình Thuận is part of Lâm Đồng
        ("68", "2025-03", "60"),  # of the provinces with a map, Bình Thuận has most of its land
        ("99", "2025-03", "60"),  # nobody knows this code
        (
            "VN",
            "2025-03",
            "60",
        ),  # of the old boundaries three provinces have a map, and none of them is the country
    ],
)
def test_a_province_of_another_vintage_is_followed_and_anything_else_is_not(province, vintage, successor):
    assert successor_of(province, vintage) == successor


def test_the_country_in_a_vintage_without_all_of_it_becomes_the_usual_province_and_is_told():
    view, complaints = validate_view(View(province="VN", vintage="2025-03"))
    assert view.province == "60"
    assert "VN" in complaints[0].message


@given(ADDRESSES)
def test_any_view_of_an_address_can_be_checked_and_what_it_loses_is_told(address):
    reading = from_address(address)
    view, dropped = validate_view(reading.view, reading.given)
    told = {each.field for each in dropped}
    changed = {name for name in reading.given if getattr(view, name) != getattr(reading.view, name)}
    assert changed <= told
    assert all(each.message for each in dropped)
    # What was checked needs no second check, by its address or as it is.
    again = from_address(to_address(view))
    assert (validate_view(again.view, again.given), again.dropped) == ((view, []), ())


@pytest.mark.parametrize(
    ("fields", "kept", "told"),
    [
        ({"district": "000"}, {"district": None}, "district"),
        ({"vintage": "2025-07", "province": "68"}, {"level": "commune"}, "level"),
        ({"vintage": "2025-07", "province": "VN"}, {"level": "province"}, "level"),
        ({"level": "province", "district": "593"}, {"level": "commune", "district": "593"}, "level"),
        ({"target": "khong-co"}, {"target": None}, "target"),
        ({"alternative": 3}, {"alternative": 1}, "alternative"),
        ({"scenario": "1~sac"}, {"scenario": ""}, "scenario"),
        (
            {"scenario": scenario(Lever("hold", COMMUNES, 0.0, "khong-co"))},
            {"scenario": "", "alternative": 1},
            "scenario",
        ),
    ],
)
def test_what_an_address_asks_for_in_vain_is_told(fields, kept, told):
    view, dropped = validate_view(View(**fields), frozenset({*fields, "level"}))
    assert {name: getattr(view, name) for name in kept} == kept
    assert [each.field for each in dropped] == [told]


def test_a_district_and_a_level_that_nobody_asked_for_go_without_a_word():
    view, dropped = validate_view(View(vintage="2025-07", province="68", district="000"))
    assert (view.level, view.district, dropped) == ("commune", None, [])


def test_a_former_district_stays_where_its_level_is_gone():
    view, dropped = validate_view(
        View(vintage="2025-07", province="68", district="594"), frozenset({"district"})
    )
    assert (view.level, view.district, dropped) == ("commune", "594", [])


def test_a_lever_on_an_unknown_indicator_goes_and_the_others_stay():
    known, unknown = Lever("add", COMMUNES, 5.0, SHARE), Lever("hold", COMMUNES, 0.0, "khong-co")
    view, (dropped,) = validate_view(View(scenario=scenario(known, unknown)))
    assert view.scenario == scenario(known)
    assert "khong-co" in dropped.message
