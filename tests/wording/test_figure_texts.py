"""The parts and the period of a reported figure in words."""

from datetime import date

import pytest

from wording.figure_texts import parts, period

UNKNOWN = float("nan")


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"),
    [
        (2317.0, 3003.0, "2.317/3.003"),
        (2317.0, UNKNOWN, "2.317/không nêu"),
        (UNKNOWN, 3003.0, "không nêu/3.003"),
        (UNKNOWN, UNKNOWN, ""),
    ],
)
def test_the_numerator_comes_first_and_a_part_that_is_not_given_is_named(numerator, denominator, written):
    assert parts({"numerator": numerator, "denominator": denominator}) == written


def test_a_stock_has_its_day_and_a_flow_both_ends():
    first, last = date(2024, 7, 1), date(2024, 9, 30)
    assert period(last, last) == "30/09/2024"
    assert period(first, last) == "01/07/2024 – 30/09/2024"
