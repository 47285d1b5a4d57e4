import pandas as pd
import pytest
from frames import INDICATOR, LOCALITY, RESOLUTION, SUCCESSION, TARGET, table

from indicators.assignment import assign, inside, issued

LOCALITIES = table(
    LOCALITY,
    {"code": "VN", "level": "country", "parent_code": None},
    {"code": "60", "level": "province", "parent_code": "VN"},
    {"code": "11", "level": "province", "parent_code": "VN"},
    {"code": "68", "level": "province", "parent_code": "VN", "mapped": False},  # gives context only
    {"code": "594", "parent_code": "60"},
    {"code": "595", "parent_code": "60"},
    {"code": "23200", "level": "commune", "parent_code": "594"},
    {"code": "03100", "level": "commune", "parent_code": "11"},
    {"vintage": "2025-07", "code": "VN", "level": "country", "parent_code": None},
    {"vintage": "2025-07", "code": "68", "level": "province", "parent_code": "VN"},
    {"vintage": "2025-07", "code": "11", "level": "province", "parent_code": "VN"},
    {"vintage": "2025-07", "code": "23200", "level": "commune", "parent_code": "68"},
    {"vintage": "2025-07", "code": "23201", "level": "commune", "parent_code": "68"},  # never in 60
    {"vintage": "2025-07", "code": "03111", "level": "commune", "parent_code": "11"},
)
SUCCESSIONS = table(
    SUCCESSION,
    {"old_code": "60", "new_code": "68"},
    {"old_code": "68", "new_code": "68"},
    {"old_code": "11", "new_code": "11"},
    {"old_code": "23200", "new_code": "23200", "relation": "partial", "share": 0.9},
    {"old_code": "03100", "new_code": "03111"},
)
INDICATORS = table(
    INDICATOR,
    {"indicator": "share"},
    {"indicator": "teams", "unit": "tổ", "aggregation": "sum"},
)
OLD, NEW = "2025-03", "2025-07"


def standings(*targets, in_force_to=None):
    resolutions = table(RESOLUTION, {"in_force_to": in_force_to})
    rows = assign(table(TARGET, *targets), LOCALITIES, resolutions, INDICATORS, SUCCESSIONS)
    assert not rows.duplicated(["target", "vintage", "locality"]).any()
    return {(row.vintage, row.locality): (row.standing, row.basis) for row in rows.itertuples()}


OWN, INSIDE, FORMER = ("assigned", "own"), ("reference", "inside"), ("reference", "former")


def test_a_pooled_target_is_its_areas_and_a_line_for_what_is_inside():
    target = {"locality": "60", "level": "province", "value": 70}
    assert standings(target, in_force_to="2025-06-30") == {
        (OLD, "60"): OWN,
        (OLD, "594"): INSIDE,
        (OLD, "595"): INSIDE,
        (OLD, "23200"): INSIDE,
        (NEW, "23200"): FORMER,  # the resolution of the province that was merged
    }


def test_a_target_for_each_is_assigned_to_every_unit_of_its_level():
    target = {"locality": "60", "level": "district", "scope": "each", "value": 80}
    found = standings(target, in_force_to="2025-06-30")
    assert found[OLD, "594"] == found[OLD, "595"] == OWN
    assert found[OLD, "60"] == found[OLD, "23200"] == INSIDE


def test_a_total_of_the_area_is_no_line_for_its_parts():
    target = {"locality": "60", "level": "province", "indicator": "teams", "value": 697}
    assert standings(target, in_force_to="2025-06-30") == {(OLD, "60"): OWN}


@pytest.mark.parametrize("kind", ["rank", "date", "exists"])
def test_a_rank_a_date_or_a_thing_is_no_line_for_its_parts(kind):
    target = {"locality": "60", "level": "province", "kind": kind, "value": 15}
    assert standings(target, in_force_to="2025-06-30") == {(OLD, "60"): OWN}


def test_a_target_of_unknown_text_is_assigned_to_its_area_alone():
    target = {"locality": "60", "level": "province", "indicator": None, "text_known": False}
    assert standings(target, in_force_to="2025-06-30") == {(OLD, "60"): OWN}


def test_a_national_target_is_a_line_for_every_mapped_place_of_both_vintages():
    found = standings({"locality": "VN", "level": "country", "value": 20})
    assert {place for place, how in found.items() if how == OWN} == {(OLD, "VN"), (NEW, "VN")}
    lines = {place for place, how in found.items() if how == INSIDE}
    assert lines == {
        *[(OLD, code) for code in ("60", "11", "594", "595", "23200", "03100")],
        *[(NEW, code) for code in ("68", "11", "23200", "23201", "03111")],
    }


def test_a_province_that_was_not_merged_keeps_its_target():
    found = standings({"locality": "11", "level": "province", "value": 10})
    assert found[OLD, "11"] == found[NEW, "11"] == OWN
    assert found[NEW, "03111"] == INSIDE


def test_a_target_ends_with_its_resolution_even_where_nothing_was_merged():
    found = standings({"locality": "11", "level": "province", "value": 10}, in_force_to="2025-06-30")
    assert (NEW, "11") not in found
    assert found[NEW, "03111"] == FORMER


def test_a_resolution_in_force_on_the_first_day_of_a_reform_is_carried_over():
    found = standings({"locality": "11", "level": "province", "value": 10}, in_force_to="2025-07-01")
    assert found[NEW, "11"] == OWN


def test_a_province_with_several_predecessors_is_not_the_old_one():
    # Old and new Lâm Đồng share code and name, but the new one also holds Bình Thuận.
    found = standings({"locality": "68", "level": "province", "value": 10})
    assert found == {(OLD, "68"): OWN}


def test_every_place_is_inside_itself_and_all_its_areas():
    rows = inside(LOCALITIES)
    areas = rows[rows["vintage"].eq(OLD) & rows["locality"].eq("23200")]["area"]
    assert sorted(areas) == ["23200", "594", "60", "VN"]


@pytest.mark.parametrize(
    ("as_of", "standing"),
    [
        ("2024-10-21", ["undated"]),  # the plan of December does not exist yet
        ("2024-12-11", ["undated", "plan"]),  # on its day it does
    ],
)
def test_a_document_binds_nobody_before_its_day(as_of, standing):
    days = pd.to_datetime([None, "2024-12-11"])
    documents = pd.DataFrame({"resolution": ["undated", "plan"], "date": days, "in_force_from": days})
    assert issued(documents, pd.Timestamp(as_of)).tolist() == standing


def test_a_document_binds_nobody_before_it_is_both_issued_and_in_force():
    signed, in_force = pd.to_datetime(["2024-12-11"]), pd.to_datetime(["2025-01-01"])
    documents = pd.DataFrame({"resolution": ["plan"], "date": signed, "in_force_from": in_force})
    found = [len(issued(documents, pd.Timestamp(day))) for day in ("2024-12-31", "2025-01-01")]
    assert found == [0, 1]


def test_a_further_reform_needs_only_rows():
    later = [
        {"vintage": "2026-01", "code": "VN", "level": "country", "parent_code": None},
        {"vintage": "2026-01", "code": "68", "level": "province", "parent_code": "VN"},
        {"vintage": "2026-01", "code": "23200", "level": "commune", "parent_code": "68"},
    ]
    merged = [
        {"old_vintage": NEW, "old_code": old, "new_vintage": "2026-01", "new_code": new}
        for old, new in [("68", "68"), ("23200", "23200"), ("23201", "23200")]
    ]
    localities = pd.concat([LOCALITIES, table(LOCALITY, *later)], ignore_index=True)
    succession = pd.concat([SUCCESSIONS, table(SUCCESSION, *merged)], ignore_index=True)
    resolutions = table(RESOLUTION, {"in_force_to": "2025-06-30"})
    target = table(TARGET, {"locality": "60", "level": "province", "value": 70})
    rows = assign(target, localities, resolutions, INDICATORS, succession)
    found = {(row.vintage, row.locality): (row.standing, row.basis) for row in rows.itertuples()}
    assert found[NEW, "23200"] == found["2026-01", "23200"] == FORMER


def test_a_target_of_an_unchanged_area_lasts_over_two_reforms():
    later = [
        {"vintage": "2026-01", "code": code, "level": level, "parent_code": parent}
        for code, level, parent in [
            ("VN", "country", None),
            ("11", "province", "VN"),
            ("03111", "commune", "11"),
        ]
    ]
    kept = [
        {"old_vintage": NEW, "old_code": code, "new_vintage": "2026-01", "new_code": code}
        for code in ("11", "03111")
    ]
    localities = pd.concat([LOCALITIES, table(LOCALITY, *later)], ignore_index=True)
    succession = pd.concat([SUCCESSIONS, table(SUCCESSION, *kept)], ignore_index=True)
    target = table(TARGET, {"locality": "11", "level": "province", "value": 70})
    rows = assign(target, localities, table(RESOLUTION, {}), INDICATORS, succession)
    found = {(row.vintage, row.locality): (row.standing, row.basis) for row in rows.itertuples()}
    assert found["2026-01", "11"] == OWN
    assert found["2026-01", "03111"] == INSIDE
