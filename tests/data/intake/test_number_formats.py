"""What Excel shows of a number beside its digits."""

import pytest

from data.intake.open.number_formats import Shown, shown_by


@pytest.mark.parametrize(
    ("number_format", "sign", "shown"),
    [
        ("General", 1, Shown()),
        ("#,##0.00", 1, Shown()),
        ("0.0%", 1, Shown(percent=True)),
        ("[Red]0.0%", 1, Shown(percent=True)),
        ('0.0"%"', 1, Shown(after="%")),  # a sign and no percentage
        (r"0.0\%", 1, Shown(after="%")),
        ('0" tổ"', 1, Shown(after="tổ")),
        ('"khoảng "0', 1, Shown(before="khoảng")),
        ("#,##0 [$₫-42A]", 1, Shown(after="₫")),
        ("#,##0,", 1, Shown(scale=1000)),
        ('#,##0.0,," triệu"', 1, Shown(after="triệu", scale=1_000_000)),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 0, Shown(after="-", hidden=True)),  # accountants' zero
        ("0;-0;;@", 0, Shown(hidden=True)),
        ("0;-0;;@", -1, Shown()),
        (";;;", 1, Shown(hidden=True)),
        ("@", 1, Shown()),
    ],
)
def test_a_format_shows_a_number_with_what_stands_around_it(number_format, sign, shown):
    assert shown_by(number_format, sign) == shown
