import numpy as np
import pandas as pd
import pytest
from frames import TARGET, day, observations, table

from indicators.trajectory import baselines, expected_on


def line_at(on, *milestones, **target):
    aims = table(TARGET, {"value": 80, "deadline": "2025-01-01", **target}, *milestones)
    starts = aims.loc[[0], ["target", "baseline", "baseline_date"]]
    return expected_on(starts, aims, pd.Series([day(on)])).iloc[0]


STATED = {"baseline": 40, "baseline_date": "2021-01-01"}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2021-01-01", 40),  # the baseline's own day
        ("2023-01-01", 40 + 40 * 730 / 1461),  # the middle: 2024 is a leap year
        ("2025-01-01", 80),  # the deadline
        ("2026-06-30", 80),  # after it the target itself is expected
        ("2020-12-31", np.nan),  # before the line begins
    ],
)
def test_the_line_is_straight_from_baseline_to_deadline(on, expected):
    assert line_at(on, **STATED)["expected"] == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    "start",
    [
        {},
        {"baseline": 40},  # a start without a day is no start
        {"baseline_date": "2021-01-01"},  # nobody measured then: not zero
    ],
)
def test_without_a_baseline_there_is_no_line(start):
    row = line_at("2023-01-01", **start)
    assert row.isna().all()


def test_a_falling_target_has_a_falling_line():
    row = line_at("2023-01-01", value=10, baseline=50, baseline_date="2021-01-01", comparator="≤")
    assert row["expected"] == pytest.approx(50 - 40 * 730 / 1461)


MILESTONE = {"target": "m", "milestone_of": "t", "value": 70, "deadline": "2023-01-01"}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2022-01-01", 40 + 30 * 365 / 730),
        ("2023-01-01", 70),
        ("2024-01-01", 70 + 10 * 365 / 731),
    ],
)
def test_the_line_runs_through_its_milestones(on, expected):
    assert line_at(on, MILESTONE, **STATED)["expected"] == pytest.approx(expected)


def test_a_milestone_on_the_baselines_day_starts_the_line():
    # Two values are stated for one day; the target's own milestone is the one that the resolution sets.
    milestone = {**MILESTONE, "value": 50, "deadline": "2021-01-01"}
    assert line_at("2023-01-01", milestone, **STATED)["expected"] == pytest.approx(50 + 30 * 730 / 1461)


def test_a_milestone_on_the_deadline_does_not_replace_the_target():
    milestone = {**MILESTONE, "deadline": "2025-01-01"}
    assert [line_at(on, milestone, **STATED)["expected"] for on in ("2025-01-01", "2026-06-30")] == [80, 80]


def test_on_the_deadline_the_line_is_still_told_and_after_it_only_the_target_is_left():
    row = line_at("2025-01-01", **STATED)
    assert (row["line_start_value"], row["line_end_value"]) == (40, 80)
    assert line_at("2025-01-02", **STATED)[["line_start", "line_end"]].isna().all()


def test_between_two_stated_points_no_baseline_is_needed():
    assert np.isnan(line_at("2022-01-01", MILESTONE)["expected"])
    assert line_at("2024-01-01", MILESTONE)["expected"] == pytest.approx(70 + 10 * 365 / 731)


def test_the_piece_of_line_read_is_told():
    row = line_at("2024-01-01", MILESTONE, **STATED)
    assert (row["line_start"], row["line_start_value"]) == (day("2023-01-01"), 70)
    assert (row["line_end"], row["line_end_value"]) == (day("2025-01-01"), 80)


def test_each_row_reads_its_own_target():
    aims = table(
        TARGET,
        {"target": "a", "value": 100, "deadline": "2022-01-01"},
        {"target": "b", "value": 10, "deadline": "2022-01-01"},
        {"target": "unset"},
    )
    starts = pd.DataFrame(
        {"target": ["b", "unset", "a"], "baseline": 0.0, "baseline_date": day("2021-01-01")}
    )
    days = pd.Series([day("2022-01-01")] * 3)
    assert expected_on(starts, aims, days)["expected"].tolist()[::2] == [10, 100]
    assert np.isnan(expected_on(starts, aims, days)["expected"][1])


ROW = pd.DataFrame({"target": ["t"], "vintage": ["2025-03"], "locality": ["594"]})


@pytest.mark.parametrize(
    ("target", "history", "baseline", "basis"),
    [
        # a stated baseline wins over what the locality reported
        ({"baseline": 40, "baseline_date": "2021-12-31"}, {"value": 55}, 40, "stated"),
        # only a date: the locality's own figure in effect on it
        ({"baseline_date": "2021-12-31"}, {"value": 55}, 55, "own_observation"),
        ({"baseline_date": "2021-12-31"}, {"value": 55, "qualifier": "about"}, 55, "own_observation"),
        # "hơn 55" is no point a line can start from
        ({"baseline_date": "2021-12-31"}, {"value": 55, "qualifier": "more_than"}, None, None),
        # no longer in effect
        ({"baseline_date": "2023-12-31"}, {"value": 55}, None, None),
        # in effect for the last day: exactly 12 months before the line starts
        ({"baseline_date": "2022-12-31"}, {"value": 55}, 55, "own_observation"),
        ({"baseline_date": "2023-01-01"}, {"value": 55}, None, None),
        # not yet in effect
        ({"baseline_date": "2021-06-30"}, {"value": 55}, None, None),
        # somebody else's figure
        ({"baseline_date": "2021-12-31"}, {"value": 55, "locality": "595"}, None, None),
        ({}, {"value": 55}, None, None),
    ],
)
def test_a_line_starts_where_it_is_known(target, history, baseline, basis):
    figures = observations({"period_end": "2021-12-31", **history})
    row = baselines(ROW, table(TARGET, target), figures).iloc[0]
    assert (None if pd.isna(row["baseline"]) else row["baseline"]) == baseline
    assert (None if pd.isna(row["baseline_basis"]) else row["baseline_basis"]) == basis


def test_a_line_starts_at_the_preferred_source_and_the_longer_period():
    # The same rules decide which figure is in effect today; a start by other rules would tilt the line.
    figures = observations(
        {"period_start": "2021-01-01", "period_end": "2021-12-31", "value": 55},
        {"period_start": "2021-10-01", "period_end": "2021-12-31", "value": 60},
        {
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "value": 70,
            "preferred": False,
            "source": "b",
        },
    )
    assert baselines(ROW, table(TARGET, {"baseline_date": "2021-12-31"}), figures)["baseline"].tolist() == [
        55
    ]
