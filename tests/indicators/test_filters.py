"""Filters of rows."""

import pandas as pd
import pytest

from indicators.filters import Criteria, area_groups, match, select

ROWS = pd.DataFrame(
    {
        "target": ["a", "b", "c"],
        "status": ["met", "behind", "missed"],
        "pillar": ["economy", "society", None],  # the text of c is unknown, and so its pillar
    }
)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({}, ["a", "b", "c"]),
        ({"status": (), "pillar": ()}, ["a", "b", "c"]),  # nothing chosen is no filter
        ({"status": ("behind", "missed")}, ["b", "c"]),
        ({"status": ("behind", "missed"), "pillar": ("society",)}, ["b"]),
        ({"pillar": ("economy", "society")}, ["a", "b"]),  # what is unknown can't be said to be chosen
        ({"status": ("on_track",)}, []),
    ],
)
def test_rows_are_kept_that_every_filter_allows(chosen, left):
    assert select(ROWS, **chosen)["target"].tolist() == left


def test_kept_rows_keep_their_index():
    assert select(ROWS, status=("missed",)).index.tolist() == [2]


PLACES = pd.DataFrame(
    {
        "code": ["594", "595", "23230", "23231"],
        "districts": [["594", "60"], ["595", "60"], ["23230", "594"], ["23231", "595", "596"]],
        "type": ["thị xã", "huyện", "phường", "xã"],
        "group": ["urban", "rural", "urban", "rural"],
        "population": [100_000.0, 140_000.0, 10_000.0, None],
        "value": [77.15, None, 40.0, 20.0],
        "status": ["behind", "no_data", "met", "behind"],
    }
)


@pytest.mark.parametrize(
    ("criteria", "left"),
    [
        (Criteria(), ["594", "595", "23230", "23231"]),
        (Criteria(types=("huyện", "xã")), ["595", "23231"]),
        (Criteria(groups=("urban",)), ["594", "23230"]),
        (Criteria(districts=("594",)), ["594", "23230"]),  # the district itself and what is in it
        (Criteria(districts=("596",)), ["23231"]),  # a former district that a part of its land came from
        (Criteria(statuses=("behind",)), ["594", "23231"]),
        (Criteria(value=(40.0, None)), ["594", "23230"]),  # both ends are included
        (Criteria(value=(None, 40.0)), ["23230", "23231"]),  # no figure is not a low figure
        (Criteria(value=(30.0, 80.0), population=(50_000, None)), ["594"]),
        (Criteria(value=(80.0, 90.0)), []),
    ],
)
def test_a_place_passes_that_is_all_that_is_asked(criteria, left):
    assert PLACES.loc[match(PLACES, criteria)["passes"], "code"].tolist() == left


def test_a_place_left_out_for_want_of_a_figure_is_told_apart():
    found = match(PLACES, Criteria(value=(50.0, None), groups=("rural",)))
    assert PLACES.loc[found["unknown"], "code"].tolist() == ["595"]
    # The second bound excludes it by a figure that is known.
    found = match(PLACES, Criteria(value=(50.0, None), population=(None, 120_000)))
    assert not found["unknown"].any()


def test_a_sieve_names_what_it_asks_for():
    assert Criteria().active == ()
    assert Criteria(types=("xã",), value=(None, 0.0)).active == ("types", "value")


def test_an_island_is_a_special_zone_and_what_became_one():
    localities = pd.DataFrame(
        [
            ("2025-03", "60", "tỉnh", "province", "VN"),
            ("2025-03", "602", "huyện", "district", "60"),
            ("2025-03", "1", "xã", "commune", "602"),
            ("2025-03", "2", "xã", "commune", "602"),
            ("2025-03", "594", "thị xã", "district", "60"),
            ("2025-03", "3", "phường", "commune", "594"),
            ("2025-03", "4", "xã", "commune", "594"),  # one island does not make its district one
            ("2025-03", "5", "xã", "commune", "594"),  # only a part of it became one
            ("2025-07", "9", "đặc khu", "commune", "68"),
            ("2025-07", "1", "xã", "commune", "68"),  # a code used again is another place
        ],
        columns=["vintage", "code", "type", "level", "parent_code"],
    )
    succession = pd.DataFrame(
        [
            ("2025-03", "1", "9", "full"),
            ("2025-03", "2", "9", "full"),
            ("2025-03", "3", "8", "full"),
            ("2025-03", "4", "9", "full"),
            ("2025-03", "5", "9", "partial"),
        ],
        columns=["old_vintage", "old_code", "new_code", "relation"],
    )
    groups = area_groups(localities, succession)
    assert groups.isna().tolist() == [True] + [False] * 9
    assert groups.tolist()[1:] == [
        "island", "island", "island", "urban", "urban", "island", "rural", "island", "rural"
    ]  # fmt: skip


def test_wards_towns_and_cities_are_urban_by_law():
    types = ["phường", "thị trấn", "thành phố", "thị xã", "quận", "xã", "huyện"]
    localities = pd.DataFrame(
        {"vintage": "2025-03", "code": range(7), "type": types, "level": "", "parent_code": ""}
    )
    none = pd.DataFrame(columns=["old_vintage", "old_code", "new_code", "relation"])
    assert area_groups(localities, none).tolist() == ["urban"] * 5 + ["rural"] * 2
