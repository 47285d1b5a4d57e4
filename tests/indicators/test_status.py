import numpy as np
import pandas as pd
import pytest
from frames import INDICATOR, OBSERVATION, TARGET, day, observations, table

from indicators.status import COLUMNS, assess
from wording.judgement import REASON_WORDS, STATUS_WORDS, calculation_steps

AS_OF = "2024-12-31"
AIM = {"value": 80, "deadline": "2025-12-31"}
LINE = {**AIM, "baseline": 40, "baseline_date": "2021-12-31"}  # 70,01 expected on 31/12/2024
SEEN = {"period_end": "2024-12-31"}


def judged(target, figure, indicator=None, standing="assigned", as_of=AS_OF):
    assignments = pd.DataFrame(
        {
            "target": ["t"],
            "vintage": ["2025-03"],
            "locality": ["594"],
            "standing": [standing],
            "basis": ["own"],
        }
    )
    figures = observations(figure) if figure else table(OBSERVATION)
    rows = assess(assignments, table(TARGET, target), table(INDICATOR, indicator or {}), figures, day(as_of))
    assert list(rows.columns) == COLUMNS
    assert rows["status"].iloc[0] in STATUS_WORDS
    assert rows["reason"].iloc[0] in REASON_WORDS
    return rows.iloc[0]


@pytest.mark.parametrize(
    ("target", "figure", "status", "reason"),
    [
        # met whenever it ended, before the deadline or long before
        (LINE, {**SEEN, "value": 80}, "met", "reached"),
        (LINE, {**SEEN, "value": 75}, "on_track", "on_line"),
        (LINE, {**SEEN, "value": 65}, "behind", "below_line"),
        # the period reached the deadline
        ({**LINE, "deadline": "2024-12-31"}, {**SEEN, "value": 79.9}, "missed", "deadline_reached"),
        ({**LINE, "deadline": "2024-12-31"}, {**SEEN, "value": 80}, "met", "reached"),
        # the deadline is over but the figure is older: judged at its own period end
        ({**LINE, "deadline": "2024-11-30"}, {"period_end": "2024-06-30", "value": 50}, "behind", "below_line"),
        # no baseline: open, never against a line from zero
        (AIM, {**SEEN, "value": 65}, "open", "no_baseline"),
        ({**AIM, "baseline_date": "2021-12-31"}, {**SEEN, "value": 65}, "open", "no_baseline"),
        ({"value": 80}, {**SEEN, "value": 65}, "open", "no_deadline"),
        ({**LINE, "baseline_date": "2025-01-31"}, {**SEEN, "value": 65}, "open", "before_baseline"),
        # the baseline's own day is on the line
        ({**LINE, "baseline_date": AS_OF}, {**SEEN, "value": 45}, "on_track", "on_line"),
        # "hơn 60" may be more than 70 or less
        (LINE, {**SEEN, "value": 60, "qualifier": "more_than"}, "open", "qualifier"),
        (LINE, {**SEEN, "value": 72, "qualifier": "more_than"}, "on_track", "on_line"),
        (LINE, {**SEEN, "value": 60, "qualifier": "less_than"}, "behind", "below_line"),
        ({**AIM, "value": 80}, {**SEEN, "value": 95, "qualifier": "more_than"}, "met", "reached"),
        ({**LINE, "deadline": AS_OF}, {**SEEN, "value": 70, "qualifier": "more_than"}, "open", "qualifier"),
        # nothing is not zero
        (LINE, None, "no_data", "no_observation"),
        (LINE, {**SEEN, "value_text": "khá cao"}, "no_data", "no_number"),
        # words are no figure, however old they are
        (LINE, {"period_end": "2023-06-30", "value_text": "khá cao"}, "no_data", "no_number"),
        # the place with the same code in another vintage is another place
        (LINE, {**SEEN, "value": 90, "vintage": "2025-07"}, "no_data", "no_observation"),
        (LINE, {**SEEN, "absence": "not_applicable"}, "no_data", "not_applicable"),
        (LINE, {**SEEN, "absence": "boundary_changed"}, "no_data", "boundary_changed"),
        ({"indicator": None, "text_known": False}, None, "text_unknown", "text_unknown"),
        ({"indicator": None}, None, "no_data", "no_indicator"),
        (LINE, {"period_end": "2023-12-30", "value": 79}, "stale", "older_than_a_year"),
        # no method was issued: whatever is reported cannot be held against it
        ({**LINE, "measurable": False}, {**SEEN, "value": 90}, "not_measurable", "no_method"),
        # less is better
        ({**LINE, "comparator": "≤", "value": 10, "baseline": 50}, {**SEEN, "value": 15}, "on_track", "on_line"),
        ({**LINE, "comparator": "≤", "value": 10, "baseline": 50}, {**SEEN, "value": 30}, "behind", "below_line"),
        ({**LINE, "comparator": "≤", "value": 10, "baseline": 50, "baseline_date": AS_OF}, {**SEEN, "value": 50},
         "on_track", "on_line"),
        ({**LINE, "comparator": "<", "value": 10, "deadline": AS_OF}, {**SEEN, "value": 10}, "missed",
         "deadline_reached"),
        # a value to be hit follows its indicator's direction on the way
        ({**LINE, "comparator": "=", "value": 100}, {**SEEN, "value": 90}, "on_track", "on_line"),
        ({**LINE, "comparator": "=", "value": 100}, {**SEEN, "value": 60}, "behind", "below_line"),
        # ranks and dates have no line of their own
        ({"kind": "rank", "comparator": "≤", "value": 15, "deadline": "2025-12-31", "baseline": 53,
          "baseline_date": "2021-12-31"}, {**SEEN, "value": 27, "out_of": 63}, "open", "still_ahead"),
        ({"kind": "rank", "comparator": "≤", "value": 15, "deadline": AS_OF}, {**SEEN, "value": 27}, "missed",
         "deadline_reached"),
        ({"kind": "rank", "comparator": "≤", "value": 15, "deadline": AS_OF}, {**SEEN, "value": 6}, "met",
         "reached"),
        # a thing that is to exist
        ({"kind": "exists", "comparator": None, "deadline": "2025-03-31"}, {**SEEN, "value": 1}, "met", "reached"),
        ({"kind": "exists", "comparator": None, "deadline": "2025-03-31"}, {**SEEN, "value": 0}, "open",
         "still_ahead"),
        ({"kind": "exists", "comparator": None, "deadline": AS_OF}, {**SEEN, "value": 0}, "missed",
         "deadline_reached"),
        ({"kind": "date", "comparator": None, "deadline": "2025-03-31"}, {**SEEN, "value": 1}, "met", "reached"),
        # seen on the last day allowed: in time
        ({"kind": "date", "comparator": None, "deadline": AS_OF}, {**SEEN, "value": 1}, "met", "reached"),
        # there at the end of the year; in time for the first quarter? nobody said
        ({"kind": "date", "comparator": None, "deadline": "2024-03-31"}, {**SEEN, "value": 1}, "open",
         "seen_after_deadline"),
        ({"kind": "date", "comparator": None, "deadline": "2024-03-31"}, {**SEEN, "value": 0}, "missed",
         "deadline_reached"),
        # no default comparator
        ({**LINE, "comparator": None}, {**SEEN, "value": 90}, "open", "no_comparator"),
    ],
)  # fmt: skip
def test_a_figure_is_judged_by_the_rule_that_decides(target, figure, status, reason):
    row = judged(target, figure)
    assert (row["status"], row["reason"]) == (status, reason)


@pytest.mark.parametrize(
    ("standing_target", "figure", "status"),
    [
        ({"value": 70}, {"value": 70}, "above_reference"),
        ({"value": 70}, {"value": 69}, "below_reference"),
        ({"value": 70}, {"value": 60, "qualifier": "more_than"}, "no_judgement"),
        ({"value": 70}, {"value": 75, "qualifier": "more_than"}, "above_reference"),
        # above the line is a place, not a praise: of a figure where less is better it is the bad side
        ({"value": 10, "comparator": "≤"}, {"value": 15}, "above_reference"),
        ({"value": 10, "comparator": "≤"}, {"value": 10}, "below_reference"),
        # exactly 10 is not less than 10, so it is not below the line
        ({"value": 10, "comparator": "<"}, {"value": 10}, "above_reference"),
        ({"value": 100, "comparator": "="}, {"value": 100}, "above_reference"),
        # at most 100 may be 100 itself
        ({"value": 100, "comparator": "="}, {"value": 100, "qualifier": "at_most"}, "no_judgement"),
        # a line without a method of its own can still be compared with
        ({"value": 70, "measurable": False}, {"value": 75}, "above_reference"),
        ({"value": 100, "comparator": "="}, {"value": 99}, "below_reference"),
        # never missed, never behind: it was never the locality's target
        ({**LINE, "deadline": "2024-06-30"}, {"value": 50}, "below_reference"),
        ({"value": 70}, {"absence": "not_applicable"}, "no_data"),
        ({"value": 70}, {"value": 75, "period_end": "2023-01-31"}, "stale"),
    ],
)
def test_a_reference_line_yields_no_status(standing_target, figure, status):
    row = judged(standing_target, {**SEEN, **figure}, standing="reference")
    assert row["status"] == status
    assert np.isnan(row["expected"])


def test_a_part_of_the_year_fulfils_a_years_total_but_never_fails_it():
    amount = {"unit": "hồ sơ", "time_type": "flow", "aggregation": "sum", "maximum": None}
    part = {"period_start": "2024-01-01", "period_end": "2024-09-30"}
    year = {"period_start": "2024-01-01", "period_end": "2024-12-31"}
    target = {"value": 3000, "deadline": "2024-09-30"}
    assert judged(target, {**part, "value": 2317}, amount)["reason"] == "partial_period"
    assert judged(target, {**part, "value": 3003}, amount)["status"] == "met"
    assert judged(target, {**year, "value": 2317}, amount)["status"] == "missed"


@pytest.mark.parametrize(
    ("last_day", "reason"), [("2024-12-24", "partial_period"), ("2024-12-25", "deadline_reached")]
)
def test_a_total_covers_the_year_from_360_days_on(last_day, reason):
    # Both ends count: 1/1 to 24/12 of a leap year are 359 days. A total of eleven months can still grow.
    amount = {"unit": "hồ sơ", "time_type": "flow", "aggregation": "sum", "maximum": None}
    figure = {"period_start": "2024-01-01", "period_end": last_day, "value": 2317}
    assert judged({"value": 3000, "deadline": last_day}, figure, amount)["reason"] == reason


def test_a_rate_of_a_short_period_is_judged_as_it_is():
    rate = {"time_type": "flow"}
    figure = {"period_start": "2024-12-01", "period_end": "2024-12-31", "value": 65}
    assert judged(LINE, figure, rate)["status"] == "behind"


@pytest.mark.parametrize(
    ("target", "value", "gap"),
    [
        (AIM, 65, -15),
        (AIM, 90, 10),
        ({**AIM, "comparator": "≤", "value": 10}, 15, -5),  # five too many is short of the target
        ({**AIM, "comparator": "≤", "value": 10}, 7, 3),
        ({**AIM, "comparator": "=", "value": 50}, 60, -10),  # off a value to be hit on either side
        ({**AIM, "comparator": "=", "value": 50}, 40, -10),
        ({**AIM, "kind": "rank", "comparator": "≤", "value": 15}, 27, -12),
    ],
)
def test_the_gap_is_negative_where_the_locality_falls_short(target, value, gap):
    assert judged(target, {**SEEN, "value": value})["gap"] == pytest.approx(gap)


def test_off_the_line_to_one_exact_value_is_short_of_it_on_either_side():
    # Where neither more nor less is better, the line is a value to be hit on the way, too.
    target = {**LINE, "comparator": "=", "baseline_date": AS_OF}
    lags = [judged(target, {**SEEN, "value": value}, {"direction": "none"})["lag"] for value in (35, 45)]
    assert lags == [-5, -5]


def test_the_lag_is_measured_to_the_line_at_the_figures_own_period_end():
    row = judged({**LINE, "deadline": "2024-12-31"}, {"period_end": "2023-06-30", "value": 50})
    days = (day("2023-06-30") - day("2021-12-31")).days / (day("2024-12-31") - day("2021-12-31")).days
    assert row["expected"] == pytest.approx(40 + 40 * days)
    assert row["lag"] == pytest.approx(50 - row["expected"])


def test_a_figure_on_the_line_is_on_track_whatever_the_machines_rounding():
    target = {"value": 0.3, "deadline": "2025-01-01", "baseline": 0.0, "baseline_date": "2021-12-31"}
    expected = judged(target, {**SEEN, "value": 0.1})["expected"]
    assert judged(target, {**SEEN, "value": round(expected, 15)})["status"] == "on_track"


def test_who_starts_beyond_the_target_is_not_expected_to_fall_back():
    row = judged({**LINE, "baseline": 90}, {**SEEN, "value": 79})
    assert row["expected"] == 80
    assert row["status"] == "behind"
    assert any("đã vượt chỉ tiêu" in sentence for sentence in calculation_steps(row))


def test_the_own_figure_on_the_baseline_date_starts_the_line():
    target = {**AIM, "baseline_date": "2023-12-31"}
    figures = observations({"period_end": "2023-12-31", "value": 60}, {**SEEN, "value": 75})
    assignments = pd.DataFrame(
        {"target": ["t"], "vintage": "2025-03", "locality": "594", "standing": "assigned", "basis": "own"}
    )
    row = assess(assignments, table(TARGET, target), table(INDICATOR, {}), figures, day(AS_OF)).iloc[0]
    assert row["baseline_basis"] == "own_observation"
    assert row["expected"] == pytest.approx(60 + 20 * 366 / 731)
    assert row["status"] == "on_track"


def test_every_assignment_is_answered_in_its_order():
    assignments = pd.DataFrame(
        {"target": "t", "vintage": "2025-03", "locality": ["595", "594", "596"], "standing": "assigned",
         "basis": "own"}
    )  # fmt: skip
    figures = observations({**SEEN, "value": 85})
    rows = assess(assignments, table(TARGET, AIM), table(INDICATOR, {}), figures, day(AS_OF))
    assert rows["locality"].tolist() == ["595", "594", "596"]
    assert rows["status"].tolist() == ["no_data", "met", "no_data"]
