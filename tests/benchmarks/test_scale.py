"""What the measurement of growth tells of the times it took."""

from datetime import date

import pytest

from benchmarks import scale
from benchmarks.scripts import REFERENCE

FOUND = {
    (121, 1): {REFERENCE: (1.0, 1.0), "ban-do": (20.0, 90.0)},
    (121, 36): {REFERENCE: (1.0, 1.0), "ban-do": (40.0, 100.0)},
    (3321, 1): {REFERENCE: (2.0, 2.0), "ban-do": (100.0, 500.0)},
    (3321, 36): {REFERENCE: (2.0, 2.0), "ban-do": (160.0, 900.0)},
    (3321, 60): {REFERENCE: (2.0, 2.0), "ban-do": (150.0, 950.0)},
}


@pytest.mark.parametrize(
    ("months", "first"), [(1, date(2026, 6, 1)), (36, date(2023, 7, 1)), (60, date(2021, 7, 1))]
)
def test_a_span_of_months_begins_with_its_first_month(months, first):
    assert scale.first_day(date(2026, 6, 30), months) == first


def test_growth_is_told_over_places_at_one_span_and_over_months_at_one_scope():
    told = scale.to_json(FOUND)
    assert told["growth_places"]["ban-do"] == 4.0
    assert told["growth_months"]["ban-do"] == 1.5


def test_a_cost_is_set_against_the_empty_page_of_the_same_process():
    assert scale.to_json(FOUND)["ratio"]["ban-do"] == 80.0


def test_an_interactive_page_above_the_limit_is_named():
    assert scale.pages_over_limit(FOUND) == ["ban-do"]
    quick = {**FOUND, (3321, 36): {REFERENCE: (2.0, 2.0), "ban-do": (150.0, 900.0)}}
    assert scale.pages_over_limit(quick) == []


def test_a_row_tells_the_cost_of_every_cell():
    row = scale.table_rows(FOUND)[-1]
    assert row["page"] == "ban-do"
    assert (row["121 × 1"], row["3,321 × 36"], row["3,321 × 60"]) == ("20", "160", "150")
