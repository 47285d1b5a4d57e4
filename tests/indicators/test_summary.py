import pandas as pd
import pytest
from frames import EXPLANATION, INDICATOR, TARGET, day, table

from indicators.summary import behind, improved_most, not_reported, status_counts


def assessed(*rows):
    pattern = {
        "target": "t",
        "resolution": "r",
        "vintage": "2025-03",
        "locality": "594",
        "standing": "assigned",
        "status": "met",
        "target_value": 80.0,
        "lag": None,
        "gap": None,
        "as_of": day("2024-12-31"),
    }
    frame = pd.DataFrame([{**pattern, **row} for row in rows])
    return frame.astype({"lag": "float64", "gap": "float64"})


def test_no_assigned_target_leaves_the_count():
    rows = status_counts(
        assessed(
            {"target": "a", "locality": "594"},
            {"target": "a", "locality": "595"},
            {"target": "b"},
            {"target": "c", "status": "text_unknown"},
            {"target": "d", "status": "no_data"},
            {"target": "e", "status": "above_reference", "standing": "reference"},
        )
    )
    assert rows.set_index("status")[["count", "targets"]].to_dict("index") == {
        "met": {"count": 3, "targets": 2},
        "text_unknown": {"count": 1, "targets": 1},
        "no_data": {"count": 1, "targets": 1},
    }


TARGETS = table(TARGET, {"target": "t", "lead_agency": "Sở TT&TT"}, {"target": "u", "lead_agency": "Sở Y tế"})


def test_the_farthest_behind_comes_first_with_its_own_kind_of_shortfall():
    rows = behind(
        assessed(
            {"locality": "593", "status": "behind", "lag": -4.0, "gap": -20.0},
            {"locality": "594", "status": "missed", "lag": -8.0, "gap": -8.0},
            {"locality": "595", "status": "on_track", "lag": 1.0, "gap": -10.0},
        ),
        TARGETS,
        table(EXPLANATION),
    )
    assert rows["locality"].tolist() == ["594", "593"]
    assert rows["shortfall"].tolist() == [-8, -4]
    assert rows["relative_shortfall"].tolist() == pytest.approx([-0.1, -0.05])
    assert rows["responsible"].tolist() == ["Sở TT&TT", "Sở TT&TT"]


def test_the_latest_explanation_known_on_the_day_stands_beside_the_red_row():
    explanations = table(
        EXPLANATION,
        {"as_of": "2024-06-30", "cause": "Thiếu kinh phí", "responsible": "UBND thị xã"},
        {
            "as_of": "2024-12-31",
            "cause": "Thiếu cán bộ",
            "responsible": "UBND thị xã",
        },  # known on its own day
        {"as_of": "2025-01-01", "cause": "Chưa biết hôm nay"},
        {"as_of": "2024-09-30", "cause": "Nơi khác", "locality": "595"},
    )
    rows = behind(assessed({"status": "behind", "lag": -1.0}), TARGETS, explanations)
    assert rows[["cause", "responsible"]].to_dict("records") == [
        {"cause": "Thiếu cán bộ", "responsible": "UBND thị xã"}
    ]


def test_nobody_behind_is_an_empty_list():
    assert behind(assessed({}), TARGETS, table(EXPLANATION)).empty


def test_the_greatest_gains_are_in_the_direction_of_good():
    indicators = table(
        INDICATOR,
        {"indicator": "up"},
        {"indicator": "down", "direction": "lower"},
        {"indicator": "teams", "unit": "tổ"},
        {"indicator": "neutral", "direction": "none"},
    )
    rows = [
        ("up", "594", 1.0, "", False),
        ("up", "595", -3.0, "", False),  # fell
        ("down", "594", -2.0, "", False),  # fell, which is good
        ("teams", "594", 9.0, "", False),  # teams and points have no common measure
        ("neutral", "594", 9.0, "", False),
        ("up", "596", 9.0, "", True),  # stale
        ("up", "597", float("nan"), "one_observation", False),
    ]
    columns = ["indicator", "locality", "per_month", "change_reason", "stale"]
    changed = pd.DataFrame(rows, columns=columns).assign(vintage="2025-03")
    found = improved_most(changed, indicators)
    assert found[["indicator", "gain"]].to_numpy().tolist() == [["down", 24.0], ["up", 12.0]]


def test_who_owes_most_comes_first_and_a_proposed_duty_is_marked():
    rows = [
        ("594", "reported", None, "assigned"),
        ("594", "late", day("2024-07-15"), "assigned"),
        ("595", "late", day("2024-04-15"), "proposed"),
        ("595", "late", day("2024-07-15"), "proposed"),
        ("596", "reported", None, "assigned"),
        ("597", "not_applicable", None, "assigned"),
    ]
    covered = pd.DataFrame(rows, columns=["locality", "status", "late_since", "basis"]).assign(
        vintage="2025-03"
    )
    covered["late_since"] = pd.to_datetime(covered["late_since"])
    found = not_reported(covered)
    assert found[["locality", "late", "text", "proposed"]].to_numpy().tolist() == [
        ["595", 2, "0/2", True],
        ["594", 1, "1/2", False],
    ]
    assert found["late_since"].tolist() == [day("2024-04-15"), day("2024-07-15")]


def test_of_places_with_as_many_late_figures_the_one_late_for_longest_comes_first():
    covered = pd.DataFrame(
        {"locality": ["593", "594"], "status": "late", "basis": "assigned", "vintage": "2025-03"}
    )
    covered["late_since"] = [day("2024-07-15"), day("2024-04-15")]
    assert not_reported(covered)["locality"].tolist() == ["594", "593"]


def test_one_assigned_duty_is_enough_not_to_be_only_proposed():
    covered = pd.DataFrame(
        {"locality": "593", "status": "late", "basis": ["proposed", "assigned"], "vintage": "2025-03"}
    )
    covered["late_since"] = day("2024-07-15")
    assert not_reported(covered)["proposed"].tolist() == [False]
