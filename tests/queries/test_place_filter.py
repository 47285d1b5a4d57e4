"""Quick filters of places."""

import pytest

from components import filter_bar, indicator_map
from queries import indicator_rows, place_filter
from queries.view import View

SIMULATED = View(kind="simulated")
PHU_QUI = "602"


def codes(found, passes=True):
    return set(found.loc[found["passes"].eq(passes), "code"])


def test_a_view_without_filters_leaves_nobody_out_and_says_nothing():
    assert place_filter.left_out(View()) == frozenset()
    assert filter_bar.filter_text(View(), "ban-do") == ""
    rows = indicator_rows.figures(View())
    assert place_filter.passing(View(), rows, "code") is rows


@pytest.mark.parametrize(
    ("asked", "districts"),
    [
        ({"groups": ("island",)}, {PHU_QUI}),
        ({"groups": ("urban",)}, {"593", "594"}),  # Phan Thiết, La Gi
        ({"types": ("thị xã",)}, {"594"}),
        ({"areas": ("594", PHU_QUI)}, {"594", PHU_QUI}),
        ({"population_to": 30_000}, {PHU_QUI}),
        ({"value_from": 77.15}, {"594"}),  # the only district with a figure, at the bound
        ({"value_from": 77.16}, set()),
        ({"statuses": ("stale",)}, {"594"}),
    ],
)
def test_districts_pass_by_what_they_are_and_what_they_report(asked, districts):
    found = place_filter.matches(View(**asked))
    assert codes(found[found["level"] == "district"]) == districts


def test_communes_pass_with_their_district():
    found = place_filter.matches(View(areas=(PHU_QUI,)))
    communes = found[found["level"] == "commune"]
    assert set(communes.loc[communes["passes"], "parent_code"]) == {PHU_QUI}


def test_the_new_boundaries_have_their_island_too():
    found = place_filter.matches(View(vintage="2025-07", province="68", groups=("island",)))
    assert codes(found) == {"23272"}


def test_what_is_filtered_and_how_many_are_left_out_is_said():
    said = filter_bar.filter_text(View(value_from=50.0, groups=("rural", "urban")), "ban-do")
    assert "từ 50 % trở lên" in said
    assert "khu vực: nông thôn, đô thị" in said
    # Nine of ten are out: eight for want of a figure, Phú Quí because an island is neither.
    assert "còn 1/10 địa phương, 9 bị lọc ra, trong đó 8 vì chưa có số liệu" in said
    assert "Cấp xã" not in said


def test_a_page_that_shows_every_level_counts_every_level():
    said = filter_bar.filter_text(View(types=("phường",)), "tong-quan")
    assert "Cấp huyện: còn 0/10 địa phương, 10 bị lọc ra." in said
    assert "Cấp xã: còn " in said
    assert "thẻ văn bản" in said


def test_a_drilled_district_is_counted_alone():
    looked = View(level="commune", district="593", types=("phường",))
    assert "/15 địa phương" in filter_bar.filter_text(looked, "ban-do")


def test_a_province_is_left_as_it_is_and_that_is_said():
    assert "cấp tỉnh được giữ nguyên" in filter_bar.filter_text(
        View(level="province", types=("xã",)), "ban-do"
    )


def test_a_page_that_knows_no_filters_says_so():
    assert "không áp dụng" in filter_bar.filter_text(View(types=("xã",)), "trang-khac")


def test_a_status_narrows_rows_on_the_progress_page_and_no_places():
    assert "còn 10/10 địa phương, 0 bị lọc ra" in filter_bar.filter_text(
        View(statuses=("behind",)), "tien-do"
    )


def test_the_map_and_its_bars_dim_what_is_left_out():
    looked = View(kind="simulated", value_to=60.0)
    rows = place_filter.mark_left_out(looked, indicator_rows.figures(looked))
    # A place without a figure is not known to be below 60.
    high = frozenset(rows.loc[~rows["value"].le(60.0), "code"])
    assert 0 < len(high) < len(rows)
    assert indicator_map.map_drawing(looked, rows, height="400px").dimmed == high
    bars = indicator_map.bar_rows(looked, rows)
    assert set(bars.loc[bars["dim"], "code"]) == high


def test_a_picture_without_filters_is_not_dimmed():
    rows = indicator_rows.figures(SIMULATED)
    assert indicator_map.map_drawing(SIMULATED, rows, height="400px").dimmed == frozenset()
    assert not indicator_map.bar_rows(SIMULATED, rows)["dim"].any()
