"""Names of vintages."""

from datetime import date

import pytest

from wording.vintage_names import validity_with_last_day, vintage_name

FIRST, LAST = date(2025, 7, 1), date(2030, 12, 31)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, LAST, "đến 31/12/2030"),
        (FIRST, None, "từ 1/7/2025"),  # the day first, without leading zeros
        (FIRST, LAST, "từ 1/7/2025 đến 31/12/2030"),
    ],
)
def test_a_vintage_is_named_by_its_first_and_last_day(first, last, words):
    assert validity_with_last_day(first, last) == words
    assert vintage_name(first, last, districts=True) == f"Địa giới {words} (có huyện)"
