import numpy as np
import pandas as pd
import pytest

from data.qualifiers import compare_with_line, decimals_of, interval

YES, NO, UNDECIDED = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("qualifier", "value", "comparator", "line", "says"),
    [
        ("exact", 70, "≥", 70, YES),
        ("exact", 70, ">", 70, NO),  # exactly 70 is not more than 70
        ("exact", 69.99, "≥", 70, NO),  # judged as printed, not as it might round
        ("exact", 15, "≤", 15, YES),
        ("exact", 27, "≤", 15, NO),
        ("exact", 15, "<", 15, NO),
        ("exact", 100, "=", 100, YES),
        ("exact", 99, "=", 100, NO),
        ("more_than", 60, "≥", 70, UNDECIDED),  # may be 61, may be 75
        ("more_than", 95, "≥", 80, YES),
        ("more_than", 70, ">", 70, YES),
        ("more_than", 20, "≤", 20, NO),  # more than 20 is never at most 20
        ("more_than", 15, "≤", 20, UNDECIDED),
        ("at_least", 70, "≥", 70, YES),
        ("at_least", 70, ">", 70, UNDECIDED),  # may be exactly 70
        ("at_least", 100, "=", 100, YES),  # the share's maximum closes the open side
        ("at_most", 0, "=", 0, YES),  # and so does its minimum
        ("at_most", 60, "≥", 70, NO),
        ("at_most", 75, "≥", 70, UNDECIDED),
        ("at_most", 10, "≤", 10, YES),
        ("at_most", 10, "<", 10, UNDECIDED),
        ("less_than", 70, "≥", 70, NO),
        ("less_than", 10, "<", 10, YES),
        ("about", 70, "≥", 70, UNDECIDED),  # 69.5 to 70.5
        ("about", 71, "≥", 70, YES),
        ("about", 70.4, "≥", 70, YES),  # printed with one decimal: 70.35 to 70.45
        ("about", 69, "≥", 70, NO),
        ("about", 70, "=", 70, UNDECIDED),
        ("exact", np.nan, "≥", 70, UNDECIDED),  # nothing is not zero
        ("exact", 70, "≥", np.nan, UNDECIDED),
        ("exact", 70, None, 60, UNDECIDED),  # there is no default comparator
    ],
)
def test_a_qualified_figure_decides_only_what_it_says(qualifier, value, comparator, line, says):
    figures = pd.DataFrame({"value": [value], "qualifier": [qualifier], "minimum": [0.0], "maximum": [100.0]})
    low, high = interval(figures.astype({"value": "float64"}))
    yes, no = compare_with_line(low, high, pd.Series([comparator], dtype="str"), np.array([float(line)]))
    assert (bool(yes[0]), bool(no[0])) == says


def test_the_printed_decimals_of_a_value_are_counted():
    assert decimals_of(np.array([77.15, 72.2, 95.0, 0.3048, 1000.0])).tolist() == [2, 1, 0, 4, 0]
