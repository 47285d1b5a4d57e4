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


def test_a_single_observation_is_a_point_and_not_a_line():
    assert trend(HISTORY.head(1), NO_LINE, "%", 2).data[0].mode == "markers"
    assert trend(HISTORY, NO_LINE, "%", 2).data[0].mode == "lines+markers"


def test_the_reform_is_drawn_only_on_a_trend_that_crosses_it():
    assert len(trend(HISTORY, NO_LINE, "%", 2).layout.annotations) == 1
    assert len(trend(HISTORY.head(1), NO_LINE, "%", 2).layout.annotations) == 0


def test_without_a_baseline_there_is_no_trajectory():
    target = {"target_value": [80.0], "deadline": [pd.Timestamp("2025-12-31")]}
    unknown = pd.DataFrame(target | {"baseline": [np.nan], "baseline_date": [pd.NaT]})
    known = pd.DataFrame(target | {"baseline": [10.0], "baseline_date": [pd.Timestamp("2022-03-31")]})
    assert trajectory_points(unknown).empty
    assert trajectory_points(known)["value"].tolist() == [10.0, 80.0]


def test_dots_that_would_hide_each_other_are_stacked():
    assert heights(np.array([10.0, 10.1, 50.0]), 0, 100).tolist() == [0.0, 1.0, 0.0]


@pytest.mark.parametrize("values", [[], [float("nan")]])
def test_a_beeswarm_without_figures_is_empty_and_not_an_error(values):
    places = pd.DataFrame({"name": "x", "value": values, "value_text": "—", "marked": 0})
    assert len(beeswarm(places, 0, 100, "%").data[0].x) == 0
