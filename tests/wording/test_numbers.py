"""Vietnamese numbers and dates."""

from datetime import date

import pytest

from wording.numbers import day, number, parse_number, possible_values, quantity


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1230808, 0, "1.230.808"),
        (77.15, 2, "77,15"),
        (72.2, 2, "72,2"),  # no zero that the source did not print
        (0, 0, "0"),  # a zero is a figure
        (-3.5, 1, "−3,5"),  # a minus, not a hyphen that breaks across lines
        (float("nan"), 2, "—"),  # nothing is not zero
        (None, 2, "—"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(value, decimals, written):
    assert number(value, decimals) == written


def test_a_missing_quantity_has_no_unit():
    assert quantity(float("nan"), "%", 2) == "—"
    assert quantity(65, "tổ") == "65 tổ"


def test_days_are_written_day_first():
    assert day(date(2024, 10, 21)) == "21/10/2024"
    assert day(None) == "—"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("77,15", 77.15),
        ("77.15", 77.15),  # a foreign keyboard's point can mean nothing else
        ("1.230", 1230.0),  # a point before three digits parts thousands
        ("1.230.808,5", 1230808.5),
        ("0.125", 0.125),  # no thousands start with a zero
        ("−3,5 %", -3.5),
        ("+ 12", 12.0),
        ("1,2,3", None),
        ("mười", None),
        ("", None),
        ("1e3", None),
    ],
)
def test_numbers_are_read_the_vietnamese_way(typed, value):
    assert parse_number(typed) == value


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        (
            "1.230",
            (1230.0, 1.23),
        ),  # three digits may be thousands or decimals; the Vietnamese reading is first
        ("1,230", (1.23, 1230.0)),
        ("77,15", (77.15,)),
        ("1.230.808", (1230808.0,)),
    ],
)
def test_a_number_that_can_be_read_in_two_ways_has_two_values(typed, values):
    assert possible_values(typed) == values
