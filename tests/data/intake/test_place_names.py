"""Which locality a code or a name means."""

import unicodedata

import pytest

from data.intake.interpret.cell_values import Problem
from data.intake.interpret.place_names import LocalityMatch, find_locality, index_localities, is_total_name


@pytest.fixture(scope="module")
def old(tables):
    return index_localities(tables.localities, "2025-03")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ({"code": "594"}, "594"),
        ({"code": "94"}, "094"),  # a spreadsheet took its zero
        ({"code": "94.0"}, "094"),
        ({"code": "3124"}, "03124"),
        ({"code": "５９４"}, "594"),
        ({"code": "\u00a0594 "}, "594"),
        ({"code": "94", "name": "TP. Điện Biên Phủ"}, "094"),
        ({"name": "Thị xã La Gi"}, "594"),
        ({"name": "TX La Gi"}, "594"),
        ({"name": "LA GI"}, "594"),
        ({"name": "  La\u00a0Gi  "}, "594"),
        ({"name": unicodedata.normalize("NFD", "Huyện Đức Linh")}, "600"),
        ({"name": "Huyện Ðức Linh"}, "600"),  # the Icelandic letter
        ({"name": "1. UBND huyện Tuy Phong"}, "595"),
        ({"name": "II. Huyện Tuy Phong"}, "595"),
        ({"name": "- Huyện Tuy Phong"}, "595"),
        ({"name": "Phan Rang – Tháp Chàm"}, "582"),
        ({"name": "Xã Tân Hà", "district": "Đức Linh"}, "23221"),
        ({"name": "Xã Tân Hà", "district": "601"}, "23257"),
        ({"name": "Tân Hải", "area": "60"}, "23245"),  # its namesake is in Ninh Thuận
        ({"name": "Mường Nhé", "level": "district"}, "096"),
        ({"name": "Mường Nhé", "level": "commune"}, "03160"),
        ({"name": "Tỉnh Điện Biên"}, "11"),
        ({"name": "Huyện Điện Biên"}, "100"),
    ],
)
def test_a_locality_is_found(old, written, code):
    assert find_locality(old, **written) == LocalityMatch(code)


def test_a_name_without_accents_is_found_and_asked_about(old):
    assert find_locality(old, name="phan thiet") == LocalityMatch("593", sure=False)


@pytest.mark.parametrize(
    ("written", "check"),
    [
        ({"name": "Xã Tân Hà"}, "namesakes"),
        ({"name": "Mường Nhé"}, "namesakes"),
        ({"name": "Xã Tân Hà", "district": "Không rõ"}, "namesakes"),
        ({"name": "Điện Biên"}, "namesakes"),  # the province and the district
        ({"name": "Xã La Gi"}, "unknown_place"),
        ({"name": "Tân Hã"}, "unknown_place"),  # another tone is another name
        ({"name": "Người lập biểu"}, "unknown_place"),
        ({"code": "999"}, "unknown_code"),
        ({"code": "La Gi"}, "unknown_code"),
        ({"code": "22333"}, "code_of_other_vintage"),
        ({"code": "594", "name": "Huyện Tuy Phong"}, "code_and_name_differ"),
        ({"code": "585", "area": "60"}, "place_outside_area"),
        ({}, "no_place"),
    ],
)
def test_what_may_mean_two_places_or_none_is_asked(old, written, check):
    problem = find_locality(old, **written)
    assert isinstance(problem, Problem)
    assert problem.check == check


@pytest.mark.parametrize(
    "name", ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng", "Toàn tỉnh", "Tong so", "Bình quân chung"]
)
def test_a_row_of_totals_is_known(name):
    assert is_total_name(name)


@pytest.mark.parametrize("name", ["Xã Công Hải", "Tông Lạnh", "Huyện Tuy Phong", ""])
def test_a_place_is_no_total(name):
    assert not is_total_name(name)


def test_every_locality_is_found_by_its_own_name_and_code(tables):
    for vintage, names in tables.localities.groupby("vintage"):
        known = index_localities(tables.localities, vintage)
        for code, name, parent in zip(names["code"], names["name"], names["parent_code"], strict=True):
            assert find_locality(known, code=code, name=name) == LocalityMatch(code)
            district = known.names.get(parent, "")
            assert find_locality(known, name=name, district=district) == LocalityMatch(code)
