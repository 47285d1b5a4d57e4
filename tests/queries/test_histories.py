"""A locality over time, through the reform."""

from datetime import date

import pytest

from queries import histories
from queries.view import View

# Phú Trinh, whose figures are known, and two wards without any became phường Phan Thiết.
PHAN_THIET = View(vintage="2025-07", province="68", level="commune", locality="22945")


def test_a_province_that_stayed_keeps_its_history_over_the_reform():
    before = histories.time_series(View(province="11", as_of=date(2025, 12, 31)))
    after = histories.time_series(View(vintage="2025-07", province="11", as_of=date(2025, 12, 31)))
    assert len(before) > 10
    assert set(before["indicator"]) <= set(after["indicator"])
    assert not after["continued"].any()  # the same place: nothing is derived


def test_a_merged_commune_has_what_its_parts_reported_marked_as_derived():
    rows = histories.time_series(PHAN_THIET).set_index("indicator")
    own = rows.index == "provisional_posts"  # assigned to the new commune itself
    assert (rows["continued"] != own).all()
    assert set(rows.loc[~own, "origin_shown"]) == {"tính nối qua sắp xếp địa giới"}
    assert rows.loc["digital_teams", "value_shown"] == "ít nhất 10 tổ"
    assert "P. Phú Trinh 10" in rows.loc["digital_teams", "note"]
    assert rows.loc["digital_teams", "source_shown"]


def test_what_cannot_be_continued_says_why_and_has_no_value():
    rows = histories.continued(PHAN_THIET).set_index("indicator")
    refused = rows.loc["villages_with_team_share"]
    assert refused["value_shown"] == "không nối được"
    assert "Phường Lạc Đạo" in refused["told_shown"]
    assert refused["value"] != refused["value"]


def test_the_ministrys_mean_is_offered_where_every_part_has_a_figure_and_refused_by_name_elsewhere():
    rows = histories.continued(View(vintage="2025-07", province="56")).set_index("indicator")
    assert "Thiếu số liệu cùng kỳ của Tỉnh Khánh Hòa" in rows.loc["dti_score", "mean_shown"]


def test_figures_known_only_later_are_not_continued_yet():
    early = View(vintage="2025-07", province="68", level="commune", locality="22945", as_of=date(2023, 6, 30))
    assert histories.continued(early).empty


@pytest.mark.journey
def test_simulated_months_outside_the_life_of_a_vintage_are_told_apart():
    rows = histories.time_series(View(kind="simulated", vintage="2025-07", province="68", locality="22945"))
    assert rows.loc[rows["period_end"] < "2025-07-01", "continued"].all()
    assert not rows.loc[rows["period_end"] >= "2025-07-01", "continued"].any()
