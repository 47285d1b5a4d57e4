"""The factor that turns a number in a written unit into the unit of an indicator."""

import pytest

from data.intake.interpret.units import Measure, unit_factor


@pytest.mark.parametrize(
    ("written", "unit", "factor"),
    [
        ("tỷ đồng", "tỷ đồng", 1),
        ("tỷ", "tỷ đồng", 1),  # the multiple alone
        ("triệu đồng", "tỷ đồng", 0.001),
        ("trđ", "tỷ đồng", 0.001),
        ("₫", "tỷ đồng", 1e-9),
        ("USD", "tỷ đồng", None),
        ("nghìn người", "người", 1000),
        ("1.000 người", "người", 1000),
        ("người dân", "người", 1),
        ("hồ sơ", "người", None),
        ("TTHC", "thủ tục", 1),
        ("%", "%", 1),
        ("điểm", "%", None),
        ("%", "tổ", None),
        ("", "tổ", None),
    ],
)
def test_a_unit_is_turned_into_that_of_the_indicator_or_refused(written, unit, factor):
    assert unit_factor(written, Measure(unit)) == factor
