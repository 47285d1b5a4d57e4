"""Trends and beeswarms."""

import numpy as np
import pandas as pd
import pytest

from components.figures.beeswarm import beeswarm, heights
from components.figures.trend import trajectory_points, trend

HISTORY = pd.DataFrame(
    {
        "name": ["TX. La Gi"] * 2,
        "period_end": pd.to_datetime(["2025-03-31", "2025-09-30"]),
        "value": [60.0, 77.15],
        "value_text": ["60 %", "77,15 %"],
        "source_title": ["Bài báo"] * 2,
    }
)
NO_LINE = pd.DataFrame({"date": [], "value": []})


REFORM = [pd.Timestamp("2025-07-01")]


def test_a_single_observation_is_a_point_and_not_a_line():
    assert trend(HISTORY.head(1), NO_LINE, "%", 2, REFORM).data[0].mode == "markers"
    assert trend(HISTORY, NO_LINE, "%", 2, REFORM).data[0].mode == "lines+markers"


@pytest.mark.parametrize("history", [HISTORY, HISTORY.head(1), HISTORY.tail(1)])
def test_every_reform_is_drawn_whether_or_not_there_are_figures_beyond_it(history):
    twice = [*REFORM, pd.Timestamp("2026-01-01")]
    drawn = trend(history, NO_LINE, "%", 2, twice).layout
    assert [each.text for each in drawn.annotations] == [
        "Sắp xếp đơn vị hành chính 1/7/2025",
        "Sắp xếp đơn vị hành chính 1/1/2026",
    ]
    assert [each.x0 for each in drawn.shapes] == twice


def test_figures_continued_over_a_reform_are_dashed_between_their_bounds():
    rows = HISTORY.assign(continued=[True, False], low=[50.0, np.nan], high=[65.0, np.nan])
    over, own = trend(rows, NO_LINE, "%", 2, REFORM).data
    assert (over.name, over.line.dash, own.line.dash) == ("TX. La Gi – nối qua sắp xếp", "dash", "solid")
    assert (over.x[0], own.x[0]) == tuple(HISTORY["period_end"])
    assert (over.error_y.array[0], over.error_y.arrayminus[0]) == (5, 10)
    open_end = trend(rows.assign(high=np.inf), NO_LINE, "%", 2, REFORM).data[0]
    assert open_end.error_y.array is None  # no upper end: the words say it


def test_without_a_baseline_there_is_no_trajectory():
    target = {"target_value": [80.0], "deadline": [pd.Timestamp("2025-12-31")]}
    unknown = pd.DataFrame(target | {"baseline": [np.nan], "baseline_date": [pd.NaT]})
    known = pd.DataFrame(target | {"baseline": [10.0], "baseline_date": [pd.Timestamp("2022-03-31")]})
    assert trajectory_points(unknown).empty
    assert trajectory_points(known)["value"].tolist() == [10.0, 80.0]


def test_dots_that_would_hide_each_other_are_stacked():
    assert heights(np.array([10.0, 10.1, 50.0]), 0, 100).tolist() == [0.0, 1.0, 0.0]


def test_thousands_of_dots_are_small_and_stand_in_more_columns():
    places = pd.DataFrame({"name": "", "value": np.linspace(0, 100, 3000), "value_text": "", "marked": 0})
    few, many = beeswarm(places.head(100), 0, 100, "%").data[0], beeswarm(places, 0, 100, "%").data[0]
    assert many.marker.size < few.marker.size / 2
    assert max(many.y) < 20  # 3,000 dots in 180 columns instead of 60


@pytest.mark.parametrize("values", [[], [float("nan")]])
def test_a_beeswarm_without_figures_is_empty_and_not_an_error(values):
    places = pd.DataFrame({"name": "x", "value": values, "value_text": "—", "marked": 0})
    assert len(beeswarm(places, 0, 100, "%").data[0].x) == 0
