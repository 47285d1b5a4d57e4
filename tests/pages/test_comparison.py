"""Places side by side."""

from dataclasses import replace

import pandas as pd
import pytest

from pages.compare import comparison, comparison_findings, level_frames, place_choice, trend_rows
from queries.view import View

REAL = View()


def test_without_a_choice_the_two_places_with_most_figures_are_compared():
    assert place_choice.choose(REAL) == (("594", "593"), [])


def test_a_selected_place_is_compared_with_its_closest_peer_of_the_province():
    codes, _ = place_choice.choose(replace(REAL, locality="595"))
    assert codes[0] == "595"
    assert len(codes) == 2
    assert codes[1] in set(level_frames.offered(REAL)["code"])


def test_more_than_five_places_are_cut_and_named():
    codes, remarks = place_choice.choose(replace(REAL, places=("593", "594", "595", "596", "597", "598")))
    assert codes == ("593", "594", "595", "596", "597")
    assert "Hàm Thuận Nam" in remarks[0]


def test_a_place_of_another_level_is_left_out_and_named():
    codes, remarks = place_choice.choose(replace(REAL, places=("594", "593", "22930")))
    assert codes == ("594", "593")
    assert "Phú Trinh" in remarks[0]


def test_provinces_are_compared_with_each_other():
    assert set(level_frames.offered(replace(REAL, level="province"))["code"]) == {"60", "58", "11"}


def test_the_own_province_is_among_the_provinces_compared():
    codes, _ = place_choice.choose(replace(REAL, province="11", level="province"))
    assert codes == ("11", "58")  # Ninh Thuận has most figures at province level


def test_what_a_place_lacks_has_a_row_that_says_so():
    rows = comparison.compare(REAL, ("594", "595")).set_index(["indicator", "locality"])
    assert rows.loc[("online_dossier_share", "594"), "shown"] == "77,15 %"
    missing = rows.loc[("online_dossier_share", "595")]
    assert pd.isna(missing["value"])
    assert missing["shown"] == "chưa có số liệu (lịch đề xuất)"
    assert missing["status"] == "no_data"


def test_figures_of_different_periods_are_flagged():
    rows = comparison.compare(REAL, ("594", "593"))
    assert rows.loc[rows["indicator"] == "procedures_online", "apart"].all()
    assert not rows.loc[rows["indicator"] == "online_dossier_share", "apart"].any()


def test_no_rank_is_printed_where_most_places_lack_the_figure():
    rows = comparison.compare(REAL, ("594", "593"))
    assert rows["level_rank"].isna().all()


def test_teams_of_hamlets_and_of_the_youth_union_are_not_compared():
    (warning,) = comparison_findings.look_alikes(REAL, ("594", "593"))
    assert "Tổ công nghệ số của cơ sở đoàn (TP. Phan Thiết)" in warning


def test_pillars_narrow_the_indicators():
    rows = comparison.compare(replace(REAL, pillars=("society",)), ("594", "593"))
    assert set(rows["pillar"]) == {"society"}


@pytest.fixture
def two():
    common = {"name_vi": "Hồ sơ", "has": True, "stale": False, "apart": False, "qualifier": "exact"}
    common |= {"direction": "higher", "decimals": 1.0}
    return pd.DataFrame(
        [
            common | {"short": "A", "value": 77.15, "shown": "77,2 %"},
            common | {"short": "B", "value": 60.0, "shown": "60 %"},
        ]
    )


def test_the_finding_names_who_leads(two):
    assert comparison_findings.finding(REAL, two) == "Hồ sơ: A dẫn đầu 2 địa phương đang so, 77,2 %"


def test_where_less_is_better_the_lower_leads(two):
    assert "B dẫn đầu" in comparison_findings.finding(REAL, two.assign(direction="lower"))


def test_a_difference_below_the_rounding_is_no_difference(two):
    assert "ngang nhau" in comparison_findings.finding(REAL, two.assign(value=[77.15, 77.16]))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stale": True}, "cũ hơn 12 tháng"),
        ({"apart": True}, "khác kỳ"),
        ({"qualifier": "more_than"}, "không nêu con số chính xác"),
        ({"direction": "none"}, "không có chiều tốt"),
    ],
)
def test_nobody_leads_where_figures_cannot_be_compared(two, change, said):
    finding = comparison_findings.finding(REAL, two.assign(**change))
    assert said in finding
    assert "dẫn đầu" not in finding


def test_of_simulated_figures_nothing_is_said(two):
    assert comparison_findings.finding(View(kind="simulated"), two) == "Hồ sơ"


def test_one_figure_alone_leads_nobody(two):
    alone = two.assign(has=[True, False])
    assert comparison_findings.finding(REAL, alone) == "Hồ sơ: chỉ A có số liệu, 77,2 %"


def test_the_course_of_an_indicator_is_read_place_by_place():
    past = trend_rows.trend_rows(REAL, "digital_teams", ("594", "593"))
    assert list(past["value_text"]) == ["65 tổ", "65 tổ"]
    assert set(past["name"]) == {"TX. La Gi"}
