"""Short names of localities."""

import pytest

from wording.places import short


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ("Thị xã La Gi", "TX. La Gi"),
        ("Thị trấn Thị Trấn", "TT. Thị Trấn"),  # only the first type word goes
        ("Tỉnh Bình Thuận", "Bình Thuận"),
        ("Xãn", "Xãn"),  # a name that only begins like a type word
    ],
)
def test_only_the_type_word_is_shortened(name, shortened):
    assert short(name) == shortened
