"""What an address asks for is held against the register."""

import pytest

from queries.validation import successor_of, validate_view
from queries.view import View


@pytest.mark.parametrize(
    ("province", "vintage", "successor"),
    [
        ("60", "2025-07", "68"),  # Bình Thuận is part of Lâm Đồng
        ("68", "2025-03", "60"),  # of the provinces with a map, Bình Thuận has most of its land
        ("99", "2025-03", "60"),  # nobody knows this code
        (
            "VN",
            "2025-03",
            "60",
        ),  # of the old boundaries three provinces have a map, and none of them is the country
    ],
)
def test_a_province_of_another_vintage_is_followed_and_anything_else_is_not(province, vintage, successor):
    assert successor_of(province, vintage) == successor


def test_the_country_in_a_vintage_without_all_of_it_becomes_the_usual_province_and_is_told():
    view, complaints = validate_view(View(province="VN", vintage="2025-03"))
    assert view.province == "60"
    assert "VN" in complaints[0]
