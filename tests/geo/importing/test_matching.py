"""Which feature is which locality."""

import pytest
import shapely

from geo.importing import attributes, matching


@pytest.fixture
def match(layer, places, above):
    def of(*rows, mapping=None, province=None):
        frame = layer(*rows)
        return matching.match_features(
            attributes.read_attributes(frame, places, above).features, frame, places, mapping or {}, province
        )

    return of


def found(result):
    return {each.feature: (each.code, each.how) for each in result.matched}


RIGHT = [
    {"name": "Xã Tân Hà", "code": "00127"},
    {"name": "Phường Mũi Né", "code": "22918"},
    {"name": "Xã Hòa Thắng", "code": "22960"},
    {"name": "Xã Tân Hà", "code": "22302"},
]
CODES = {1: "00127", 2: "22918", 3: "22960", 4: "22302"}


def without(*columns):
    return [{name: value for name, value in row.items() if name not in columns} for row in RIGHT]


def changed(at, **values):
    return [{**row, **values} if number == at else row for number, row in enumerate(RIGHT, start=1)]


def test_a_code_matches_where_its_name_agrees(match):
    result = match(*RIGHT)
    assert found(result) == {feature: (code, "code") for feature, code in CODES.items()}
    assert not result.unmatched
    assert not result.missing


@pytest.mark.parametrize("spelling", ["xã hoà thắng", "Xã HòaThắng", "X. Hòa–Thắng", "Hòa\u00a0Thắng"])
def test_a_code_agrees_with_any_spelling_of_its_name(match, spelling):
    assert found(match(*changed(3, name=spelling)))[3] == ("22960", "code")


def test_a_reused_code_is_not_believed(match):
    """The codes of two communes changed places, as they do from one vintage to the next: the names tell."""
    swapped = [RIGHT[0], {**RIGHT[1], "code": "22960"}, {**RIGHT[2], "code": "22918"}, RIGHT[3]]
    assert found(match(*swapped)) == {
        1: ("00127", "code"),
        2: ("22918", "name"),
        3: ("22960", "name"),
        4: ("22302", "code"),
    }


def test_one_name_in_two_provinces_is_told_apart_by_the_parent(match):
    provinces = ["Lâm Đồng", "Lâm Đồng", "Lâm Đồng", "Khánh Hòa"]
    rows = [{**row, "tinh": tinh} for row, tinh in zip(without("code"), provinces, strict=True)]
    assert found(match(*rows)) == {feature: (code, "name") for feature, code in CODES.items()}


def test_one_name_in_two_provinces_is_told_apart_by_its_place_where_no_parent_is_named(match):
    assert found(match(*without("code"))) == {feature: (code, "name") for feature, code in CODES.items()}


def test_a_name_far_from_its_place_is_no_match(match):
    """A feature called Mũi Né two degrees to the north may be anything."""
    away = {"name": "Phường Mũi Né", "geometry": shapely.box(108.1, 13, 108.2, 13.1)}
    result = match(RIGHT[0], away, *RIGHT[2:])
    assert [(each.feature, each.reason) for each in result.unmatched] == [(2, "elsewhere")]
    assert [each.code for each in result.missing] == ["22918"]


def test_a_name_on_a_shape_of_quite_another_size_is_no_match(match):
    small = {"name": "Phường Mũi Né", "geometry": shapely.box(108.14, 11.04, 108.16, 11.06)}
    assert [each.reason for each in match(RIGHT[0], small, *RIGHT[2:]).unmatched] == ["elsewhere"]


def test_a_ward_is_told_from_a_rural_commune_of_its_name(match):
    """Another kind than the register's is believed only where the shape lies: xã became phường in many places."""
    assert found(match(*changed(2, name="Xã Mũi Né", code="")))[2] == ("22918", "name")
    beside = {"name": "Xã Mũi Né", "geometry": shapely.box(108.16, 11, 108.26, 11.1)}
    assert 2 not in found(match(RIGHT[0], beside, *RIGHT[2:]))


def test_neighbours_whose_names_changed_places_are_told(match):
    """As in a list that slipped by a row: each shape holds the point of the other's name."""
    rows = without("code")
    rows[1], rows[2] = rows[2], rows[1]
    result = match(*rows)
    assert set(found(result)) == {1, 4}
    assert [(each.reason, each.candidates) for each in result.unmatched] == [
        ("swapped", ("22918", "22960")),
        ("swapped", ("22960", "22918")),
    ]


@pytest.mark.parametrize("variant", ["Xã Hòa Thắn", "Vùng 3", ""])
def test_without_a_known_name_place_and_area_decide(match, variant):
    assert found(match(*changed(3, name=variant, code="")))[3] == ("22960", "place")


def test_place_alone_does_not_decide(match):
    """As large as two communes and over both their points: it could be either."""
    wide = {"name": "?", "geometry": shapely.box(108.1, 11, 108.3, 11.1)}
    result = match(RIGHT[0], wide, {**RIGHT[3], "geometry": shapely.box(108.3, 11, 108.4, 11.1)})
    assert found(result) == {1: ("00127", "code"), 3: ("22302", "code")}
    assert result.unmatched[0].candidates == ("22918", "22960")
    assert {each.code: each.candidates for each in result.missing} == {"22918": (2,), "22960": (2,)}


def test_a_name_that_may_be_confused_is_a_guess(match):
    """Mủi for Mũi, and too small for place and area to decide."""
    small = {"name": "Phường Mủi Né", "geometry": shapely.box(108.1, 11, 108.14, 11.1)}
    result = match(RIGHT[0], small, *RIGHT[2:])
    assert [(each.name, each.candidates) for each in result.unmatched] == [("Phường Mủi Né", ("22918",))]
    assert result.missing[0].candidates == (2,)


def test_parts_of_one_locality_are_put_together_and_doubles_are_not(match):
    halves = [{**RIGHT[1], "geometry": shapely.box(west, 11, west + 0.05, 11.1)} for west in (108.1, 108.15)]
    assert found(match(RIGHT[0], *halves, *RIGHT[2:]))[3] == ("22918", "code")
    doubles = [{**RIGHT[1], "geometry": shapely.box(108.1, 11, 108.2, 11.1)} for _ in range(2)]
    assert [each.reason for each in match(RIGHT[0], *doubles, *RIGHT[2:]).unmatched] == [
        "ambiguous",
        "ambiguous",
    ]


def test_codes_without_names_need_place_and_area(match):
    assert found(match(*without("name"))) == {feature: (code, "code") for feature, code in CODES.items()}
    far = {"code": "22960", "geometry": shapely.box(108.26, 11, 108.36, 11.1)}
    result = match({"code": "00127"}, {"code": "22918"}, far, {"code": "22302"})
    assert [(each.feature, each.reason) for each in result.unmatched] == [(3, "elsewhere")]


def test_the_users_word_goes_before_all_else(match):
    result = match(*changed(2, name="Hòn Rơm", code=""), mapping={2: "22918", 4: "-"})
    assert found(result)[2] == ("22918", "mapping")
    assert result.excluded == (4,)
    assert [each.code for each in result.missing] == ["22302"]


def test_of_one_province_only_its_localities_and_its_strays_are_told(match):
    lake = {"name": "Hồ", "geometry": shapely.box(108, 11.1, 108.1, 11.2)}
    result = match(*RIGHT[:3], lake, RIGHT[3], province="56")
    assert found(result) == {5: ("22302", "code")}
    assert (result.unmatched, result.missing, result.outside_province) == ((), (), 4)
    assert [each.name for each in match(*RIGHT, lake, province="68").unmatched] == ["Hồ"]


def test_a_feature_beside_a_missing_commune_is_told_whatever_province_the_file_says(match):
    rows = [{**row, "tinh": tinh} for row, tinh in zip(RIGHT, [*["Lâm Đồng"] * 3, "Khánh Hòa"], strict=True)]
    rows[1] = {
        "name": "Hòn Rơm",
        "code": "",
        "tinh": "Khánh Hòa",
        "geometry": shapely.box(108.1, 11, 108.14, 11.1),
    }
    missing = match(*rows, province="68")
    assert [each.name for each in missing.unmatched] == ["Hòn Rơm"]
    assert [(each.code, each.candidates) for each in missing.missing] == [("22918", ())]


def test_a_special_zone_of_the_sea_is_not_found_on_the_mainland(match):
    result = match(*RIGHT, {"name": "Đặc khu Trường Sa", "geometry": shapely.box(105, 20, 105.1, 20.1)})
    assert [(each.name, each.reason) for each in result.unmatched] == [("Đặc khu Trường Sa", "elsewhere")]
    scattered = {"name": "Đặc khu Trường Sa", "geometry": shapely.box(114, 10, 114.1, 10.1)}
    assert found(match(*RIGHT, scattered))[5] == ("22736", "name")


def test_truong_sa_may_be_missing_as_its_symbol_stands_in(match, places):
    assert "22736" in places
    assert match(*RIGHT).missing == ()


def swapped(*columns):
    """The second and the third row with their values of some columns exchanged."""
    rows = [dict(row) for row in RIGHT]
    for column in columns:
        rows[1][column], rows[2][column] = rows[2][column], rows[1][column]
    return rows


@pytest.mark.parametrize(
    "rows",
    [
        swapped("code", "name"),
        swapped("name"),
        [{"code": row["code"]} for row in swapped("code")],
        [{"name": row["name"]} for row in swapped("name")],
    ],
    ids=["both", "names of right codes", "codes alone", "names alone"],
)
def test_labels_exchanged_by_neighbours_are_told_with_the_place_they_lie_at(match, rows):
    result = match(*rows)
    assert set(found(result)) == {1, 4}
    assert [(each.feature, each.reason, each.candidates[0]) for each in result.unmatched] == [
        (2, "swapped", "22918"),
        (3, "swapped", "22960"),
    ]


def test_codes_exchanged_under_right_names_are_told_and_the_names_believed(match):
    result = match(*swapped("code"))
    assert found(result)[2] == ("22918", "name")
    assert result.other_code == (2, 3)


@pytest.mark.parametrize("columns", [("code", "name"), ("name",)])
def test_a_block_of_rows_that_slipped_is_told_whole(match, columns):
    """Three shapes carry the label of the next row, and the last one that of the first."""
    rows = [dict(row) for row in RIGHT]
    for at, column in ((at, column) for at in range(4) for column in columns):
        rows[at][column] = RIGHT[(at + 1) % 4][column]
    result = match(*rows)
    assert found(result) == {}
    assert {each.reason for each in result.unmatched} == {"swapped"}


def test_a_slip_whose_first_label_is_lost_is_told(match):
    """The second shape bears the third's label, the third the fourth's; nobody bears the second's."""
    rows = [RIGHT[0], RIGHT[2], RIGHT[3], {"name": "", "code": ""}]
    assert {each.feature: each.reason for each in match(*rows).unmatched}.items() >= {
        2: "swapped",
        3: "swapped",
    }.items()


def test_a_neighbours_shape_under_the_name_of_a_place_that_the_file_lacks_is_no_match(match):
    rows = [RIGHT[0], {**RIGHT[1], "geometry": shapely.box(108.2, 11, 108.3, 11.1)}]
    assert [(each.feature, each.reason) for each in match(*rows).unmatched] == [(2, "swapped")]


ISLAND = shapely.box(108.5, 10.4, 108.51, 10.41)  # 50 km off Mũi Né, a hundredth of its area


@pytest.mark.parametrize("kept", [("name", "code"), ("code",), ("name",)], ids="+".join)
@pytest.mark.parametrize("province", [None, "68"])
def test_an_island_that_carries_the_label_of_its_place_is_a_part_of_it(match, kept, province):
    rows = [{column: row[column] for column in kept} for row in RIGHT]
    result = match(*rows, {**rows[1], "geometry": ISLAND}, province=province)
    assert found(result)[5][0] == "22918"
    assert not result.unmatched


@pytest.mark.parametrize(
    ("stray", "why"),
    [
        (shapely.box(108.6, 11, 108.7, 11.1), "as large as the place, so the two are no one place"),
        (shapely.box(112, 15, 112.01, 15.01), "farther off than any island"),
        (shapely.box(108.21, 11.01, 108.29, 11.09), "over the point of another place"),
    ],
)
def test_what_carries_a_label_and_can_be_no_part_is_told_even_far_from_the_province(match, stray, why):
    result = match(*RIGHT, {**RIGHT[1], "geometry": stray}, province="68")
    assert [(each.feature, each.reason) for each in result.unmatched] == [(5, "elsewhere")], why
    assert found(result)[2] == ("22918", "code")


def test_a_part_that_the_user_names_leaves_the_place_its_main_part(match):
    rock = {"name": "Hòn Rơm", "code": "", "geometry": ISLAND}
    result = match(*RIGHT, rock, mapping={5: "22918"})
    assert (found(result)[2], found(result)[5]) == (("22918", "code"), ("22918", "mapping"))


def test_a_whole_shape_that_the_user_names_puts_the_files_own_in_doubt(match):
    better = {"name": "Mũi Né mới", "code": "", "geometry": shapely.box(108.1, 11.01, 108.2, 11.11)}
    result = match(*RIGHT, better, mapping={5: "22918"})
    assert found(result)[5] == ("22918", "mapping")
    assert [(each.feature, each.reason) for each in result.unmatched] == [(2, "ambiguous")]


def moved(east):
    return [
        {**row, "geometry": shapely.box(108 + at * 0.1 + east, 11, 108.1 + at * 0.1 + east, 11.1)}
        for at, row in enumerate(RIGHT)
    ]


@pytest.mark.parametrize("east", [0.06, 0.25, 2.0], ids=["over its own points", "over others", "far off"])
def test_shapes_that_are_all_shifted_alike_are_told_once_and_none_is_matched(match, east):
    result = match(*moved(east))
    assert found(result) == {}
    assert (result.shift.direction, round(result.shift.kilometres)) == ("đông", round(east * 109.3))
    assert {each.reason for each in result.unmatched} == {"shifted"}


def test_a_row_without_a_shape_is_told_and_an_empty_row_left_out(match):
    nowhere = shapely.Polygon()
    rows = [*RIGHT[:1], {**RIGHT[1], "geometry": nowhere}, *RIGHT[2:], {"name": "", "geometry": nowhere}]
    result = match(*rows, province="68")
    assert [(each.feature, each.reason) for each in result.unmatched] == [(2, "no_shape")]
    assert result.blank == (5,)
