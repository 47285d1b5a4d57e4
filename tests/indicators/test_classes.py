import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.classes import MOST, Classes, classify, make_classes, share_a_scale
from wording import numbers

NAN = float("nan")
FIFTHS = Classes(limits=(20.0, 40.0, 60.0, 80.0), maximum=100.0, figures=100)


def made(values, maximum=NAN, decimals=0):
    return make_classes(pd.Series(values, dtype="float64"), maximum, decimals)


@pytest.mark.parametrize(
    ("value", "position"),
    [(0, 0), (20, 0), (20.4, 0), (20.6, 1), (80, 3), (81, 4), (100, 4), (120, 4), (-5, 0), (NAN, -1)],
)
def test_a_value_belongs_as_printed_to_the_first_class_whose_limit_it_does_not_exceed(value, position):
    assert classify(pd.Series([float(value)]), FIFTHS).tolist() == [position]


def test_a_single_class_holds_every_value_and_no_missing_one():
    assert classify(pd.Series([-1.0, 7.0, NAN]), Classes()).tolist() == [0, 0, -1]


@pytest.mark.parametrize(
    ("values", "maximum", "decimals", "limits"),
    [
        ([3, 4, 22, 23, 41, 42, 63, 64, 88, 90], 100, 2, (5, 25, 45, 65)),
        ([1, 2, 11, 12, 31, 32, 61, 62, 95, 99], NAN, 0, (5, 15, 35, 65)),
        ([1, 2, 3, 4, 5, 6], NAN, 0, (1, 2, 3, 4)),  # whole numbers are not cut into halves
        ([0, 0, 0, 1, 1], NAN, 0, (0,)),  # zero is a value
        ([0], NAN, 0, ()),
        ([7, 7, 7], 100, 2, ()),
        ([NAN, 7], 100, 2, ()),
        ([], 100, 2, ()),
        ([12.37, 47.91], 100, 2, (20,)),  # a round number between them
        ([-9, -4, -1], NAN, 0, (-9, -4)),
        ([-0.001, 0.001], NAN, 2, ()),  # both are printed as 0
        ([96, 97, 98, 99, 99.5, 100], 100, 2, (96, 97, 98, 99)),
        ([90, 95, 100, 105, 110, 120], 100, 0, (90, 96, 100, 110)),
        ([0.2, 0.4, 1.4], NAN, 0, (0,)),  # what is printed as one number is one class
        ([1e9, 2e9, 5e9], NAN, 0, (1e9, 2e9)),
    ],
)
def test_limits_are_readable_numbers(values, maximum, decimals, limits):
    assert made(values, maximum, decimals).limits == limits


@pytest.mark.parametrize(
    ("values", "maximum", "end"),
    [([40, 60], 100, 100), ([40, 60], NAN, None), ([40, 103], 100, None), ([], 100, 100), ([], NAN, None)],
)
def test_the_last_class_ends_at_the_maximum_unless_a_figure_is_above_it(values, maximum, end):
    assert made(values, maximum).maximum == end


def test_the_method_and_the_number_of_figures_are_told():
    assert (made([1, 1, 2]).method, made([1, 1, 2]).figures) == ("each_value", 3)
    assert (made(range(40)).method, made(range(40)).figures) == ("natural_breaks", 40)


def test_a_few_large_figures_among_thousands_of_equal_ones_have_classes():
    values = [0.0] * 5000 + [10, 20, 30, 40, 50, 60]
    found = classify(pd.Series(values), made(values))
    assert set(found) == {0, 1, 2, 3, 4}


@given(
    st.lists(st.floats(-200, 200), min_size=1, max_size=60) | st.lists(st.sampled_from([0.0, 1, 100, 120])),
    st.sampled_from([100.0, NAN]),
    st.sampled_from([0, 1, 2]),
)
def test_any_figures_fill_every_class_and_no_two_limits_are_printed_alike(values, maximum, decimals):
    found = made(values, maximum, decimals)
    printed = [numbers.number(each, decimals) for each in found.limits]
    assert len(set(printed)) == len(printed) < MOST
    assert list(found.limits) == sorted(found.limits)
    positions = classify(pd.Series(values, dtype="float64"), found)
    if values:
        assert set(positions) == set(range(len(found.limits) + 1))
        assert (np.diff(positions[np.argsort(values)]) >= 0).all()


@pytest.mark.parametrize(
    ("minimum", "maximum", "shared"),
    [
        (0, 100, True),
        (0, NAN, False),
        (NAN, NAN, False),
        (1, NAN, False),
    ],  # a share; a count; a growth; a rank
)
def test_a_value_means_the_same_at_every_level_if_its_scale_has_two_ends(minimum, maximum, shared):
    assert share_a_scale(pd.Series({"minimum": minimum, "maximum": maximum})) is shared
