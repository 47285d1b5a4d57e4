"""One locality as frames."""

import math
from datetime import date

import pytest

from pages.locality import detail_map, locality_targets, profile
from queries import locality_figures
from queries.view import View

LA_GI = View(locality="594")


def test_the_way_down_starts_at_the_province():
    assert list(profile.path_down(View(locality="22930"))) == ["60", "593", "22930"]


def test_assigned_targets_come_before_reference_lines():
    standing = locality_targets.targets(View())["standing"].tolist()
    assert standing == sorted(standing)
    assert standing[0] == "assigned"


def test_the_chosen_target_is_explained_and_without_one_the_first():
    targets = locality_targets.targets(View())["target"].tolist()
    assert locality_targets.chosen(View(target=targets[3]))["target"] == targets[3]
    assert locality_targets.chosen(View())["target"] == targets[0]
    assert locality_targets.chosen(View(target="unknown"))["target"] == targets[0]


def test_a_rank_has_no_bar():
    rows = locality_targets.target_bars(View()).set_index("code")
    assert math.isnan(rows.loc["r10-top20", "share"])
    assert rows.loc["r10-top20", "value_text"] == "50/63"


def test_a_target_without_a_figure_has_a_line_and_no_bar():
    row = locality_targets.target_bars(LA_GI).set_index("code").loc["kh4677-work-files-district"]
    assert math.isnan(row["share"])
    assert row["target"] == 0.8
    assert row["value_text"] == "chưa có"


@pytest.mark.journey
def test_the_kind_decides_which_figures_are_seen():
    real, simulated = (
        locality_figures.figures(View(kind=kind, locality="594")) for kind in ("real", "simulated")
    )
    assert set(real["origin"]) == {"published"}
    assert set(simulated["origin"]) == {"simulated"}


def test_a_view_from_an_earlier_day_does_not_know_later_figures():
    early = locality_figures.figures(View(locality="594", as_of=date(2023, 12, 31)))
    assert early["period_end"].max().date() <= date(2023, 12, 31)
    assert len(early) < len(locality_figures.figures(View(locality="594")))


def test_the_map_of_a_district_shows_its_communes_and_its_outline():
    drawn = detail_map.map_content(LA_GI)
    roles = [place.role for place in drawn.places]
    assert roles.count("outline") == 1
    assert roles.count("part") == len(profile.children(LA_GI)) == 9


def test_the_map_of_a_commune_shows_it_among_its_neighbours():
    drawn = detail_map.map_content(View(locality="22930"))
    assert [place.code for place in drawn.places if place.role == "part"] == ["22930"]
    assert sum(place.role == "around" for place in drawn.places) > 5
