import numpy as np
import pandas as pd
import pytest

from indicators.classes import classify

UPPERS = pd.Series([20.0, 40.0, 60.0, 80.0, 100.0])


@pytest.mark.parametrize(
    ("value", "position"),
    [(0, 0), (20, 0), (20.01, 1), (80, 3), (81, 4), (100, 4), (120, 4), (np.nan, -1)],
)
def test_a_value_belongs_to_the_class_whose_upper_it_does_not_exceed(value, position):
    assert classify(pd.Series([float(value)]), UPPERS).tolist() == [position]


def test_the_last_class_may_be_open():
    assert classify(pd.Series([10.0, 1e9]), pd.Series([1.0, 5.0, np.nan])).tolist() == [2, 2]


@pytest.mark.parametrize("uppers", [[40.0, 20.0, 60.0], [np.nan, 20.0, 60.0]])
def test_breaks_that_do_not_rise_are_refused(uppers):
    with pytest.raises(ValueError, match="breaks must rise"):
        classify(pd.Series([1.0]), pd.Series(uppers))
