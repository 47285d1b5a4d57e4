"""What a file's attributes are taken for."""

import unicodedata

import pytest

from geo import boundaries
from geo.importing import attributes

NAMES = ["Xã Tân Hà", "Phường Mũi Né", "Xã Hòa Thắng", "Xã Tân Hà"]
PROVINCES = ["Tỉnh Lâm Đồng"] * 3 + ["Tỉnh Khánh Hòa"]


def read(layer, places, above, **columns):
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return attributes.read_attributes(layer(*rows), places, above)


def test_columns_are_known_by_what_they_hold_whatever_they_are_called(layer, places, above):
    said = read(
        layer,
        places,
        above,
        a=PROVINCES,
        b=["x", "y", "z", "w"],
        c=NAMES,
        d=["00127", "22918", "22960", "22302"],
    )
    assert said.columns == {"name": "c", "code": "d", "province": "a"}
    first = said.features[1]
    assert (first.name, first.kind, first.code, first.parents) == (
        "Xã Tân Hà",
        "xã",
        "00127",
        {"province": "68"},
    )


def test_a_name_with_its_type_word_goes_before_the_same_name_alone(layer, places, above):
    said = read(layer, places, above, short=["Tân Hà", "Mũi Né", "Hòa Thắng", "Tân Hà"], full=NAMES)
    assert said.columns["name"] == "full"


def test_a_column_of_types_completes_bare_names(layer, places, above):
    said = read(
        layer,
        places,
        above,
        ten=["Tân Hà", "Mũi Né", "Hòa Thắng", "Tân Hà"],
        loai=["Xã", "Phường", "Xã", "xã"],
    )
    assert [each.kind for each in said.features.values()] == ["xã", "phường", "xã", "xã"]


def test_codes_a_spreadsheet_shortened_are_understood(layer, places, above):
    said = read(layer, places, above, name=NAMES, code=[127.0, 22918.0, 22960.0, None])
    assert [each.code for each in said.features.values()] == ["00127", "22918", "22960", ""]


def test_numbers_that_are_no_codes_are_not_taken_for_them(layer, places, above):
    """A population may happen to be a code of the register; the names do not agree."""
    said = read(layer, places, above, name=NAMES, dan_so=[22918, 22960, 127, 5000])
    assert "code" not in said.columns


def test_decomposed_letters_and_no_break_spaces_are_read(layer, places, above):
    names = [unicodedata.normalize("NFD", name).replace(" ", "\u00a0") for name in NAMES]
    said = read(layer, places, above, name=names)
    assert [each.name for each in said.features.values()] == NAMES


def test_a_legacy_encoding_is_noticed_and_told(layer, places, above):
    said = read(layer, places, above, ten=["X· T©n Hµ", "Ph\u00adêng Mòi NÐ", "X· Hßa Th¾ng", "X· T©n Hµ"])
    assert said.encoding == "TCVN3"
    assert [each.name for each in said.features.values()] == NAMES


def test_parents_are_known_by_code_too(layer, places, above):
    said = read(layer, places, above, name=NAMES, ma_tinh=["68", "68", "68", "56"])
    assert said.columns["province"] == "ma_tinh"
    assert said.features[4].parents == {"province": "56"}


def test_a_file_without_names_is_read_by_what_its_codes_are_called(layer, places, above):
    said = read(layer, places, above, ma_xa=["00127", "22918", "22960", "22302"])
    assert said.columns == {"code": "ma_xa"}


def test_a_column_that_says_the_same_of_every_feature_is_no_name(layer, places, above):
    """Mũi Né may be the name of the file's area, too."""
    said = read(layer, places, above, vung=["Mũi Né"] * 4, ten=["Tân Hà", "Mũi Né", "?", "??"])
    assert said.columns["name"] == "ten"
    assert "name" not in read(layer, places, above, vung=["Phường Mũi Né"] * 4).columns


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Bình Thuận", "68"),  # part of Lâm Đồng since 1/7/2025
        ("60", "68"),
        ("tinh Ninh Thuan", "56"),
        ("Đồng Nai", "75"),  # not in this register
        ("Sơn Đoòng", ""),
    ],
)
def test_a_province_of_another_time_or_area_is_understood(layer, places, above, written, meant):
    said = read(
        layer, places, above, ten=NAMES, tinh=[written, "68" if written == "60" else "Lâm Đồng", "68", "56"]
    )
    assert said.features[1].parents == {"province": meant}


def test_small_numbers_are_provinces_only_where_the_names_lie_there(layer, places, above):
    assert "province" not in read(layer, places, above, ten=NAMES, so_thon=["11", "12", "14", "15"]).columns


def test_before_the_reform_a_neighbour_is_itself(layer, places):
    before = {"province": {"60": boundaries.Locality("60", "Tỉnh Bình Thuận", "province", "VN", "60")}}
    said = read(layer, places, before, ten=NAMES, tinh=["Bình Thuận", "Lâm Đồng", "Đắk Nông", "Đồng Nai"])
    assert [each.parents["province"] for each in said.features.values()] == ["60", "68", "67", "75"]
