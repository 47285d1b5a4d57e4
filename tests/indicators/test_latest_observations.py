import pytest
from frames import OBSERVATION, day, observations, table

from indicators.latest_observations import default_as_of, latest


def test_the_last_figure_that_ended_by_the_day_is_in_effect():
    history = observations(
        {"period_end": "2023-12-31", "value": 60},
        {"period_end": "2024-06-30", "value": 65},
        {"period_end": "2024-12-31", "value": 70},
    )
    assert latest(history, day("2024-12-30"))["value"].tolist() == [65]
    assert latest(history, day("2024-12-31"))["value"].tolist() == [70]


def test_only_the_preferred_source_counts():
    history = observations(
        {"period_end": "2024-06-30", "value": 65},
        {"period_end": "2024-06-30", "value": 99, "preferred": False, "source": "b"},
    )
    assert latest(history, day("2024-12-31"))["value"].tolist() == [65]


def test_an_absence_hides_the_older_figure():
    history = observations(
        {"period_end": "2024-06-30", "value": 65},
        {"period_end": "2024-09-30", "absence": "boundary_changed"},
    )
    row = latest(history, day("2024-12-31")).iloc[0]
    assert row["absence"] == "boundary_changed"
    assert row["value"] != row["value"]


def test_of_two_periods_that_end_together_the_longer_is_taken():
    history = observations(
        {"period_start": "2023-07-01", "period_end": "2023-09-30", "value": 900},
        {"period_start": "2023-01-01", "period_end": "2023-09-30", "value": 2317},
        {"period_start": "2023-09-01", "period_end": "2023-09-30", "value": 300},
    )
    assert latest(history, day("2023-12-31"))["value"].tolist() == [2317]


def test_the_same_code_in_two_vintages_is_two_places():
    history = observations(
        {"vintage": "2025-03", "locality": "03127", "period_end": "2024-12-31", "value": 1},
        {"vintage": "2025-07", "locality": "03127", "period_end": "2025-12-31", "value": 2},
    )
    assert sorted(latest(history, day("2025-12-31"))["value"]) == [1, 2]


@pytest.mark.parametrize(
    ("as_of", "stale"),
    [
        ("2024-12-31", False),  # exactly 12 months is not older
        ("2025-01-01", True),
        ("2023-12-31", False),
    ],
)
def test_a_figure_older_than_twelve_months_is_stale(as_of, stale):
    history = observations({"period_end": "2023-12-31", "value": 60})
    assert latest(history, day(as_of))["stale"].tolist() == [stale]


def test_the_default_day_is_the_latest_period_end():
    history = observations(
        {"period_end": "2024-06-30", "value": 1},
        {"period_end": "2025-06-30", "value": 1, "preferred": False},
        {"period_end": "2024-10-21", "value": 1},
    )
    assert default_as_of(history) == day("2024-10-21")


def test_without_figures_there_is_no_default_day():
    with pytest.raises(ValueError, match="no preferred observation"):
        default_as_of(table(OBSERVATION))
