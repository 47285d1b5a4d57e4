"""What changed between two days."""

import pandas as pd
import pytest
from frames import INDICATOR, OBSERVATION, day, observations, table

from indicators.movement import flips, movements, revisions

THEN, NOW = day("2024-09-30"), day("2024-12-31")
SHARE = table(INDICATOR, {})
KNOWN = {"period_start": day("2024-09-30"), "period_end": day("2024-09-30")}
NEWER = {"period_start": day("2024-12-31"), "period_end": day("2024-12-31")}


def moved(before, after, indicators=SHARE, then=THEN, now=NOW):
    rows = movements(table(OBSERVATION, *before), table(OBSERVATION, *after), indicators, then, now)
    return rows.set_index("locality")["kind"].to_dict()


@pytest.mark.parametrize(
    ("was", "is_", "kind"),
    [
        ({"value": 60.0}, {"value": 70.0}, "improved"),
        ({"value": 70.0}, {"value": 60.0}, "worsened"),
        ({"value": 70.0}, {"value": 70.0}, "level"),
        ({"value": 77.1}, {"value": 77.15}, "level"),  # the same number, printed with another digit
        ({"value": 77.1}, {"value": 77.2}, "improved"),
        ({"value": 95.0}, {"value": 96.0}, "improved"),
        ({"value": 60.0, "qualifier": "more_than"}, {"value": 70.0}, "unclear"),  # it may have been 80
        ({"value": 60.0}, {"value": 70.0, "qualifier": "more_than"}, "improved"),
        ({"value": 71.0, "qualifier": "about"}, {"value": 71.3}, "level"),
        ({"value": 71.0, "qualifier": "about"}, {"value": 71.8}, "improved"),  # "about 71" is at most 71,5
        ({"value": None, "value_text": "khá cao"}, {"value": 70.0}, "unclear"),
    ],
)
def test_only_a_change_that_rounding_cannot_explain_is_a_move(was, is_, kind):
    old, new = KNOWN | was, NEWER | is_
    assert moved([old], [old, new]) == {"594": kind}


def test_less_is_better_where_the_indicator_says_so():
    lower = table(INDICATOR, {"direction": "lower"})
    old, new = KNOWN | {"value": 12.0}, NEWER | {"value": 9.0}
    assert moved([old], [old, new], lower) == {"594": "improved"}
    assert moved([old], [old, new | {"value": 15.0}], lower) == {"594": "worsened"}


def test_a_move_without_a_direction_of_good_is_neither():
    neither = table(INDICATOR, {"direction": "none"})
    old, new = KNOWN | {"value": 12.0}, NEWER | {"value": 9.0}
    assert moved([old], [old, new], neither) == {"594": "moved"}


def test_a_first_figure_is_reported_and_not_improved():
    assert moved([], [NEWER | {"value": 70.0}]) == {"594": "reported"}


def test_an_old_period_told_late_is_reported_too():
    assert moved([], [KNOWN | {"value": 70.0}]) == {"594": "reported"}


def test_what_no_longer_applies_has_not_moved():
    old, gone = KNOWN | {"value": 60.0}, NEWER | {"absence": "not_applicable"}
    assert moved([old], [old, gone]) == {}


def test_the_same_period_is_no_move_whatever_it_says_now():
    assert moved([KNOWN | {"value": 60.0}], [KNOWN | {"value": 70.0}]) == {}


def test_a_revision_is_not_taken_for_progress():
    # Told 60 then; today it is known that it was 70, and now it is 70.
    after = [KNOWN | {"value": 70.0}, NEWER | {"value": 70.0}]
    assert moved([KNOWN | {"value": 60.0}], after) == {"594": "level"}


def test_nine_months_are_not_compared_with_a_quarter():
    flow = table(INDICATOR, {"time_type": "flow"})
    old = {"value": 60.0, "period_start": day("2024-01-01"), "period_end": day("2024-09-30")}
    new = {"value": 70.0, "period_start": day("2024-10-01"), "period_end": day("2024-12-31")}
    assert moved([old], [old, new], flow) == {"594": "unclear"}


def test_a_quarter_is_compared_with_a_quarter():
    flow = table(INDICATOR, {"time_type": "flow"})
    old = {"value": 60.0, "period_start": day("2024-07-01"), "period_end": day("2024-09-30")}
    new = {"value": 70.0, "period_start": day("2024-10-01"), "period_end": day("2024-12-31")}
    assert moved([old], [old, new], flow) == {"594": "improved"}


def test_one_simulated_set_is_compared_at_two_days():
    both = observations({"period_end": "2024-09-30", "value": 60}, {"period_end": "2024-12-31", "value": 70})
    assert movements(both, both, SHARE, THEN, NOW)["kind"].tolist() == ["improved"]


def test_revisions_are_told_by_who_says_otherwise():
    before = table(
        OBSERVATION,
        KNOWN | {"locality": "594", "value": 60.0},
        KNOWN | {"locality": "595", "value": 60.0},
        KNOWN | {"locality": "596", "value": 60.0},
        KNOWN | {"locality": "597", "value": 60.0},
        KNOWN | {"locality": "598", "value": 60.0},
        KNOWN | {"locality": "599", "value_text": "khá cao"},
    )
    after = table(
        OBSERVATION,
        KNOWN | {"locality": "594", "value": 61.0},  # the same source
        KNOWN | {"locality": "595", "value": 61.0, "source": "b"},  # another one is believed
        KNOWN | {"locality": "597", "value": 60.0},  # unchanged; 596 was taken back
        NEWER | {"locality": "597", "value": 65.0},
        KNOWN | {"locality": "598", "value": 60.0, "qualifier": "more_than"},  # the same number says less now
        KNOWN | {"locality": "599", "value_text": "thấp"},
    )
    found = revisions(before, after)
    assert dict(zip(found["locality"], found["kind"], strict=True)) == {
        "594": "revised", "595": "replaced", "596": "withdrawn", "598": "revised", "599": "revised",
    }  # fmt: skip


ASSESSED = {
    "target": "t", "vintage": "2025-03", "locality": "594", "standing": "assigned", "status": "behind",
    "period_end": THEN, "value": 60.0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("now", "better", "because"),
    [
        ({"status": "on_track", "period_end": NOW, "value": 75.0}, True, "figure"),
        ({"status": "on_track", "value": 75.0}, True, "revision"),
        # nothing decides any more: no longer behind
        ({"status": "open", "value": 75.0}, True, "revision"),
        ({"status": "stale"}, False, "time"),
        ({"status": "missed"}, False, "time"),
        ({"status": "no_data", "period_end": pd.NaT, "value": None}, False, "figure"),
    ],
)
def test_a_flip_says_where_it_goes_and_why(now, better, because):
    found = flips(pd.DataFrame([ASSESSED]), pd.DataFrame([ASSESSED | now]))
    assert found[["better", "because"]].to_numpy().tolist() == [[better, because]]


def test_from_one_status_that_says_nothing_to_another_nothing_gets_better():
    stale = ASSESSED | {"status": "stale"}
    found = flips(pd.DataFrame([stale]), pd.DataFrame([stale | {"status": "no_data"}]))
    assert found["better"].tolist() == [False]


def test_a_status_that_stays_and_a_reference_line_are_no_flips():
    reference = ASSESSED | {"locality": "595", "standing": "reference", "status": "above_reference"}
    before = pd.DataFrame([ASSESSED, reference])
    after = pd.DataFrame([ASSESSED, reference | {"status": "below_reference"}])
    assert flips(before, after).empty
