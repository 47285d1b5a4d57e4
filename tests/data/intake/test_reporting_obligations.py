"""The figures that an area has to report for a period."""

from datetime import date
from types import SimpleNamespace

import pytest
from frames import EXPECTED, INDICATOR, LOCALITY, table

from data.intake.check.reporting_obligations import obligations

DUTY = {"valid_from": "2024-09-30", "valid_to": "2024-12-31"}
TABLES = SimpleNamespace(
    localities=table(LOCALITY, {"code": "594"}, {"code": "595"}, {"code": "661", "mapped": False}),
    indicators=table(INDICATOR, {}),
    expected=table(EXPECTED, DUTY, {**DUTY, "kind": "simulated"}),
)


def owed(end, area="594"):
    rows = obligations(TABLES, "2025-03", area, end)
    return list(rows[["locality", "due"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("end", "rows"),
    [
        (date(2024, 9, 29), []),
        (date(2024, 9, 30), [("594", True)]),  # the first day of the duty, and the end of a quarter
        (date(2024, 10, 31), [("594", False)]),  # a month ends, but no quarter
        (date(2024, 10, 1), [("594", False)]),
        (date(2024, 12, 31), [("594", True)]),  # the last day of the duty is part of it
        (date(2025, 1, 1), []),
    ],
)
def test_a_figure_is_owed_from_the_first_to_the_last_day_of_its_duty(end, rows):
    assert owed(end) == rows


def test_an_area_without_a_map_still_reports_for_itself():
    assert owed(date(2024, 9, 30), "661") == [("661", True)]
