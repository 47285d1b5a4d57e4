from fractions import Fraction
from itertools import combinations
from math import ceil, floor

import numpy as np
import pandas as pd
import pytest
from frames import INDICATOR, TARGET, day, observations, table
from hypothesis import given
from hypothesis import strategies as st

from indicators import rates
from indicators.goal import fewest_places, required_change
from indicators.pace import changes
from indicators.status import assess

INDICATORS = table(
    INDICATOR,
    {"indicator": "share"},
    {"indicator": "teams", "unit": "tổ", "aggregation": "sum", "maximum": None},
)
AS_OF = day("2024-12-31")


def places(*rows):
    return pd.DataFrame(rows, columns=["code", "numerator", "denominator", "level"])


def test_the_fewest_places_are_those_that_gain_most():
    goal = fewest_places(places(("a", 10, 100, 80), ("b", 50, 100, 80), ("c", 60, 100, 80)), 60)
    # 120 of 300; 60 % are 180: a alone gains 70.
    assert (goal.chosen, goal.added, goal.needed, goal.possible) == (("a",), 70, 60, True)
    assert goal.reached == pytest.approx(190 / 3)
    assert goal.best == 80


def test_of_equally_few_those_that_add_least_are_chosen():
    goal = fewest_places(
        places(("a", 0, 100, 90), ("b", 0, 100, 60), ("c", 0, 100, 50), ("d", 0, 100, 20)), 25
    )
    # 100 are needed: a with any adds 110 or more, b with c too; a with d adds 110, b with c 110, b with d 80.
    assert (len(goal.chosen), goal.added) == (2, 110)


def test_of_places_that_gain_alike_the_first_is_chosen():
    # The order of the rows decides, so the same question has the same answer on every screen.
    rows = [(code, 50, 100, 80) for code in "abc"]
    assert fewest_places(places(*rows), 60).chosen == ("a",)
    assert fewest_places(places(*rows[::-1]), 60).chosen == ("c",)


def test_a_place_lifted_to_its_target_counts_whole_dossiers():
    # 70 % of 715 are 500.5 dossiers: 501.
    assert fewest_places(places(("a", 0, 715, 70)), 70).added == 501


def test_the_wholes_own_figure_counts_also_what_nobody_reported():
    goal = fewest_places(places(("a", 10, 100, 80)), 50, whole=(80, 200))
    assert (goal.chosen, goal.needed, goal.added, goal.reached) == (("a",), 20, 70, 75)


def test_where_even_the_ceiling_everywhere_is_not_enough_it_says_so():
    goal = fewest_places(places(("a", 10, 100, 50), ("b", 10, 100, 60)), 70)
    assert (goal.chosen, goal.possible, goal.reason, goal.best) == ((), False, "ceiling_too_low", 55)


@pytest.mark.parametrize(
    ("frame", "whole", "reason"),
    [
        (places(("a", 90, 100, 95)), None, "already_met"),
        (places(("a", np.nan, np.nan, 95)), None, "no_parts"),
        (places(("a", np.nan, np.nan, 95)), (10, 100), "no_parts"),
        (places(), None, "no_places"),
        (places(), (10, 100), "no_places"),
    ],
)
def test_where_nothing_is_to_be_chosen_a_reason_is_given(frame, whole, reason):
    goal = fewest_places(frame, 70, whole=whole)
    assert (goal.chosen, goal.reason, goal.possible) == ((), reason, reason == "already_met")


def test_less_is_asked_for_as_more_of_the_contrary():
    goal = fewest_places(places(("a", 60, 100, 20), ("b", 40, 100, 20)), 40, "≤")
    assert (goal.chosen, goal.added, goal.needed, goal.reached) == (("b",), -20, -20, 40)


def test_a_target_without_direction_is_refused():
    with pytest.raises(ValueError, match="no direction"):
        fewest_places(places(("a", 60, 100, 20)), 40, "=")


PLACE = st.integers(1, 60).flatmap(
    lambda below: st.tuples(st.integers(0, below), st.just(below), st.integers(0, 100))
)


@given(st.lists(PLACE, min_size=1, max_size=8), st.integers(0, 100), st.sampled_from("≥>"))
def test_the_fewest_are_those_that_trying_every_set_finds(drawn, target, comparator):
    frame = places(*[(str(n), *each) for n, each in enumerate(drawn)])
    whole = frame["denominator"].sum()
    gains = [max(0, -(-level * below // 100) - above) for above, below, level in drawn]

    def enough(chosen):
        reached = 100 * (frame["numerator"].sum() + sum(gains[n] for n in chosen))
        return reached >= target * whole if comparator == "≥" else reached > target * whole

    sets = [each for size in range(len(drawn) + 1) for each in combinations(range(len(drawn)), size)]
    able = [(len(each), sum(gains[n] for n in each)) for each in sets if enough(each)]
    goal = fewest_places(frame, target, comparator)
    assert goal.possible == bool(able)
    if able:
        assert (len(goal.chosen), goal.added) == min(able)
        assert goal.added == sum(gains[int(code)] for code in goal.chosen)


def judged(target, *rows, indicator="share"):
    assignments = pd.DataFrame(
        [("t", "2025-03", "594", "assigned", "own")],
        columns=["target", "vintage", "locality", "standing", "basis"],
    )
    figures = observations(*[{"indicator": indicator, **row} for row in rows])
    targets = table(TARGET, {"indicator": indicator, **target})
    found = assess(assignments, targets, INDICATORS, figures, AS_OF)
    return required_change(found, changes(figures, INDICATORS, AS_OF), INDICATORS).iloc[0]


def test_a_place_needs_a_number_of_dossiers_a_month_from_the_views_day():
    row = judged(
        {"value": 70, "deadline": "2025-12-31"},
        {"period_end": "2023-09-30", "value": 40, "numerator": 400, "denominator": 1000},
        {"period_end": "2024-09-30", "value": 50, "numerator": 500, "denominator": 1000},
    )
    assert (row["count"], row["points"], row["reason"]) == (200, 20, "")
    assert row["months"] == pytest.approx(365 / (365.25 / 12))
    assert row["count_per_month"] == pytest.approx(200 / row["months"])
    assert row["arrival"] == day("2026-10-02")  # 20 points at 10 in 366 days


def test_more_than_a_level_takes_one_dossier_more():
    figure = {"period_end": "2024-12-31", "value": 50, "numerator": 50, "denominator": 100}
    assert judged({"value": 70, "comparator": "≥"}, figure)["count"] == 20
    assert judged({"value": 70, "comparator": ">"}, figure)["count"] == 21


def test_a_rate_without_parts_needs_points_only():
    row = judged({"value": 70, "deadline": "2025-12-31"}, {"period_end": "2024-12-31", "value": 50})
    assert (row["points"], row["reason"]) == (20, "no_parts")
    assert np.isnan(row["count"])


def test_a_count_needs_whole_things():
    row = judged({"value": 70.5}, {"period_end": "2024-12-31", "value": 50}, indicator="teams")
    assert (row["count"], row["reason"]) == (21, "")


@pytest.mark.parametrize(
    ("target", "rows", "reason"),
    [
        ({"value": 40}, [{"period_end": "2024-12-31", "value": 50}], "already_met"),
        # 700 of 1,000 are 70 %, also where the source prints 69,9
        (
            {"value": 70},
            [{"period_end": "2024-12-31", "value": 69.9, "numerator": 700, "denominator": 1000}],
            "already_met",
        ),
        ({"value": 40}, [], "no_observation"),
        ({"value": 70}, [{"period_end": "2022-12-31", "value": 50}], "stale"),
        ({"value": 70}, [{"period_end": "2024-12-31", "value": 50, "qualifier": "more_than"}], "inexact"),
        ({"value": 120}, [{"period_end": "2024-12-31", "value": 50}], "out_of_reach"),
        ({"kind": "exists"}, [{"period_end": "2024-12-31", "value": 0}], "not_a_value"),
    ],
)
def test_where_nothing_can_be_counted_a_reason_is_given(target, rows, reason):
    row = judged(target, *rows)
    assert (row["reason"], np.isnan(row["count"]), np.isnan(row["points"])) == (reason, True, True)


@pytest.mark.parametrize(("comparator", "target", "count"), [("≥", 100, 60), ("≤", 0, -40)])
def test_the_bounds_of_an_indicator_are_within_reach(comparator, target, count):
    figure = {"period_end": "2024-12-31", "value": 40, "numerator": 40, "denominator": 100}
    row = judged({"value": target, "comparator": comparator}, figure)
    assert (row["count"], row["reason"]) == (count, "")


def test_on_the_day_of_the_deadline_no_month_is_left():
    figure = {"period_end": "2024-12-31", "value": 40, "numerator": 40, "denominator": 100}
    row = judged({"value": 70, "deadline": "2024-12-31"}, figure)
    assert row["count"] == 30
    assert np.isnan(row["months"])
    assert np.isnan(row["count_per_month"])


WHOLE = st.integers(1, 10**6)


@given(WHOLE, st.integers(1, 1000), st.sampled_from("≥>"))
def test_what_reaches_a_level_is_just_enough(below, tenths, comparator):
    reached = rates.numerator_for(np.array([tenths / 10]), np.array([float(below)]), 100.0, comparator)[0]
    exact = Fraction(tenths * below, 1000)
    assert reached == (ceil(exact) if comparator == "≥" else floor(exact) + 1)


@given(WHOLE, st.integers(0, 1000), st.sampled_from("≤<"))
def test_what_stays_under_a_level_is_just_little_enough(below, tenths, comparator):
    reached = rates.numerator_for(np.array([tenths / 10]), np.array([float(below)]), 100.0, comparator)[0]
    exact = Fraction(tenths * below, 1000)
    assert reached == (floor(exact) if comparator == "≤" else ceil(exact) - 1)
