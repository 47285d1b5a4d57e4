import numpy as np
import pytest
from frames import INDICATOR, TARGET, day, observations, table

from indicators.assignment import COLUMNS
from indicators.pace import arrivals, changes
from indicators.status import assess
from wording.judgement import PACE_WORDS


def change(*history, time_type="stock", as_of="2024-12-31"):
    indicators = table(INDICATOR, {"time_type": time_type})
    rows = changes(observations(*history), indicators, day(as_of))
    assert len(rows) == 1
    return rows.iloc[0]


def span(start, end, value, **more):
    return {"period_start": start, "period_end": end, "value": value, **more}


def test_a_stock_is_compared_with_the_oldest_figure_of_the_year_before():
    row = change(
        {"period_end": "2023-09-30", "value": 10},  # more than a year before
        {"period_end": "2023-12-31", "value": 50},
        {"period_end": "2024-06-30", "value": 65},
        {"period_end": "2024-12-31", "value": 62},
    )
    assert (row["from_value"], row["to_value"], row["change"]) == (50, 62, 12)
    assert row["per_month"] == pytest.approx(1, rel=0.01)


def test_older_figures_serve_where_the_year_before_has_none():
    row = change(
        {"period_end": "2021-12-31", "value": 20},
        {"period_end": "2022-12-31", "value": 38},
        {"period_end": "2024-12-31", "value": 62},
    )
    assert row["from_value"] == 38
    assert row["per_month"] == pytest.approx(1, rel=0.01)


@pytest.mark.parametrize(
    ("history", "from_value", "reason"),
    [
        # nine months with nine months a year earlier
        ([span("2022-01-01", "2022-09-30", 1800), span("2023-01-01", "2023-09-30", 2317)], 1800, ""),
        # the same season comes before the adjoining span
        (
            [
                span("2023-04-01", "2023-06-30", 500),
                span("2024-01-01", "2024-03-31", 900),
                span("2024-04-01", "2024-06-30", 600),
            ],
            500,
            "",
        ),
        # February adjoins March, three days shorter
        ([span("2023-02-01", "2023-02-28", 90), span("2023-03-01", "2023-03-31", 100)], 90, ""),
        # nine months against a full year say nothing
        (
            [span("2023-01-01", "2023-12-31", 3000), span("2024-01-01", "2024-09-30", 2317)],
            None,
            "no_equal_span",
        ),
        # a month against the two months before it
        (
            [span("2024-01-01", "2024-02-29", 180), span("2024-03-01", "2024-03-31", 100)],
            None,
            "no_equal_span",
        ),
        # equal spans with a hole between them
        ([span("2024-01-01", "2024-01-31", 90), span("2024-03-01", "2024-03-31", 99)], None, "no_equal_span"),
        ([span("2024-01-01", "2024-09-30", 2317)], None, "one_observation"),
    ],
)
def test_a_flow_is_compared_over_equal_spans_only(history, from_value, reason):
    row = change(*history, time_type="flow")
    assert (None if np.isnan(row["from_value"]) else row["from_value"]) == from_value
    assert row["change_reason"] == reason


def test_a_bounded_figure_has_no_pace():
    row = change(
        {"period_end": "2023-12-31", "value": 50},
        {"period_end": "2024-12-31", "value": 60, "qualifier": "more_than"},
    )
    assert row["change_reason"] == "inexact"
    assert np.isnan(row["per_month"])


@pytest.mark.parametrize("earlier", [{"qualifier": "more_than"}, {"preferred": False}])
def test_a_bounded_figure_and_a_source_that_is_not_preferred_are_no_start_of_a_pace(earlier):
    row = change(
        {"period_end": "2023-12-31", "value": 50, **earlier}, {"period_end": "2024-12-31", "value": 62}
    )
    assert row["change_reason"] == "one_observation"


def test_where_a_figure_no_longer_applies_there_is_no_change():
    history = [
        {"period_end": "2023-12-31", "value": 50},
        {"period_end": "2024-12-31", "absence": "not_applicable"},
    ]
    assert changes(observations(*history), table(INDICATOR, {}), day("2024-12-31")).empty


def paced(figures, *, as_of="2024-12-31", **target):
    aim = table(TARGET, {"value": 80, "deadline": "2025-12-31", **target})
    indicators, figures = table(INDICATOR, {}), observations(*figures)
    assignment = [["t", "2025-03", "594", "assigned", "own"]]
    assigned = table(dict.fromkeys(COLUMNS), *[dict(zip(COLUMNS, row, strict=True)) for row in assignment])
    assessed = assess(assigned, aim, indicators, figures, day(as_of))
    return arrivals(assessed, changes(figures, indicators, day(as_of))).iloc[0]


YEAR_AGO, NOW = {"period_end": "2023-12-31"}, {"period_end": "2024-12-31"}


def test_arrival_and_the_pace_needed_follow_from_two_figures():
    row = paced([{**YEAR_AGO, "value": 50}, {**NOW, "value": 62}])
    assert row["arrival"] == day("2026-07-03")  # 12 took 366 days, 18 take 549
    assert row["needed_per_month"] == pytest.approx(1.5, rel=0.01)
    assert row["pace_reason"] == ""


@pytest.mark.parametrize(
    ("figures", "target", "reason"),
    [
        ([], {}, "no_observation"),
        ([{**NOW, "value": 62}], {}, "one_observation"),
        ([{**YEAR_AGO, "value": 62}, {**NOW, "value": 62}], {}, "not_moving"),
        ([{**YEAR_AGO, "value": 62}, {**NOW, "value": 60}], {}, "not_moving"),  # moving away
        ([{**YEAR_AGO, "value": 30}, {**NOW, "value": 20}], {"comparator": "≤", "value": 10}, ""),
        ([{**YEAR_AGO, "value": 62}, {**NOW, "value": 62.3}], {}, "too_slow"),  # in 59 years
        ([{**YEAR_AGO, "value": 62}, {**NOW, "value": 62.4}], {}, ""),  # in 44 years
        ([{**YEAR_AGO, "value": 62}, {**NOW, "value": 85}], {}, "already_met"),
        # "hơn 85" has reached 80, however inexact it is
        ([{**YEAR_AGO, "value": 62}, {**NOW, "value": 85, "qualifier": "more_than"}], {}, "already_met"),
        ([{"period_end": "2022-06-30", "value": 50}, {"period_end": "2023-06-30", "value": 60}], {}, "stale"),
        (
            [{**YEAR_AGO, "value": 53}, {**NOW, "value": 27}],
            {"kind": "rank", "comparator": "≤"},
            "not_a_value",
        ),
    ],
)
def test_where_there_is_no_arrival_the_reason_is_told(figures, target, reason):
    row = paced(figures, **target)
    assert row["pace_reason"] == reason
    assert reason == "" or reason in PACE_WORDS
    assert (row["arrival"] is not None and row["arrival"] == row["arrival"]) == (reason == "")


def test_the_pace_needed_counts_from_the_figures_own_day():
    # Three months after the figure nobody knows what was done in them: 18 points in the 12 months since the figure.
    row = paced([{**YEAR_AGO, "value": 50}, {**NOW, "value": 62}], as_of="2025-03-31")
    assert row["needed_per_month"] == pytest.approx(1.5, rel=0.01)


def test_from_a_stale_figure_no_pace_is_asked_for():
    row = paced([{"period_end": "2022-06-30", "value": 50}, {"period_end": "2023-06-30", "value": 60}])
    assert np.isnan(row["needed_per_month"])


def test_after_the_deadline_no_pace_reaches_it():
    row = paced([{**YEAR_AGO, "value": 50}, {**NOW, "value": 62}], deadline="2024-06-30")
    assert np.isnan(row["needed_per_month"])
