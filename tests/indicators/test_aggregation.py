import numpy as np
import pytest
from frames import INDICATOR, LOCALITY, observations, table

from indicators.aggregation import CannotAggregate, roll_up

LOCALITIES = table(
    LOCALITY,
    {"code": "VN", "level": "country", "parent_code": None},
    {"code": "60", "level": "province", "parent_code": "VN"},
    {"code": "593", "population": 200},
    {"code": "594", "population": 100},
    {"code": "595", "population": None},  # not checked: loaded as missing
    {"code": "23200", "level": "commune", "parent_code": "594"},
)
INDICATORS = table(
    INDICATOR,
    {"indicator": "share"},
    {"indicator": "teams", "unit": "tổ", "aggregation": "sum", "maximum": None},
    {"indicator": "phones", "aggregation": "population_weighted", "weight_base": "population"},
    {"indicator": "homes", "aggregation": "population_weighted", "weight_base": "households"},
    {"indicator": "score", "aggregation": "none"},
    {"indicator": "members", "unit": "người/tổ", "maximum": None},
)
END = {"period_end": "2024-12-31"}


def rolled(*rows):
    found = roll_up(observations(*[{**END, **row} for row in rows]), LOCALITIES, INDICATORS, "province")
    assert len(found) == 1
    return found.iloc[0]


def test_counts_are_summed():
    row = rolled(
        {"indicator": "teams", "locality": "593", "value": 100},
        {"indicator": "teams", "locality": "594", "value": 65},
        {"indicator": "teams", "locality": "595", "value": 0},  # a reported zero is a figure
    )
    assert (row["locality"], row["value"], row["qualifier"]) == ("60", 165, "exact")
    assert (row["share_text"], bool(row["complete"])) == ("3/3", True)


def test_a_missing_child_is_not_a_zero():
    row = rolled(
        {"indicator": "teams", "locality": "594", "value": 65},
        {"indicator": "teams", "locality": "595", "absence": "not_applicable"},
    )
    assert (row["share_text"], bool(row["complete"])) == ("1/3", False)
    assert (row["value"], row["qualifier"]) == (65, "at_least")


@pytest.mark.parametrize(
    ("one", "other", "qualifier"),
    [
        ("exact", "more_than", "at_least"),
        ("exact", "less_than", "at_most"),
        ("exact", "about", "about"),
        ("more_than", "less_than", "about"),  # one too low, one too high
    ],
)
def test_a_sum_is_qualified_as_its_parts_are(one, other, qualifier):
    row = rolled(
        {"indicator": "teams", "locality": "593", "value": 1},
        {"indicator": "teams", "locality": "594", "value": 2, "qualifier": one},
        {"indicator": "teams", "locality": "595", "value": 3, "qualifier": other},
    )
    assert row["qualifier"] == qualifier


def test_a_rate_is_summed_by_its_parts():
    row = rolled(
        {"locality": "593", "value": 50, "numerator": 1, "denominator": 2},
        {"locality": "594", "value": 90, "numerator": 90, "denominator": 100},
    )
    assert row["value"] == pytest.approx(91 / 102 * 100)  # not the mean of 50 and 90
    assert (row["numerator"], row["denominator"], row["share_text"]) == (91, 102, "2/3")


def test_a_rate_in_another_unit_than_per_cent_is_not_multiplied_by_100():
    row = rolled(
        {"indicator": "members", "locality": "593", "value": 5, "numerator": 10, "denominator": 2},
        {"indicator": "members", "locality": "594", "value": 7, "numerator": 21, "denominator": 3},
    )
    assert row["value"] == pytest.approx(31 / 5)


@pytest.mark.parametrize("parts", [{}, {"numerator": 0, "denominator": 0}])
def test_a_rate_without_its_parts_counts_as_not_reported(parts):
    # A rate of nothing is no rate either.
    row = rolled(
        {"locality": "593", "value": 50, **parts},
        {"locality": "594", "value": 90, "numerator": 90, "denominator": 100},
    )
    assert (row["value"], row["share_text"]) == (90, "1/3")


def test_a_share_of_people_is_weighted_by_them():
    row = rolled(
        {"indicator": "phones", "locality": "593", "value": 60},
        {"indicator": "phones", "locality": "594", "value": 90},
    )
    assert row["value"] == pytest.approx(70)
    assert np.isnan(row["numerator"])


def test_periods_are_never_mixed():
    figures = observations(
        {"indicator": "teams", "locality": "593", "period_end": "2023-12-31", "value": 1},
        {"indicator": "teams", "locality": "594", "period_end": "2024-12-31", "value": 2},
    )
    found = roll_up(figures, LOCALITIES, INDICATORS, "province")
    assert found["value"].tolist() == [1, 2]
    assert found["share_text"].tolist() == ["1/3", "1/3"]


def test_nothing_reported_rolls_up_to_nothing():
    assert roll_up(observations(), LOCALITIES, INDICATORS, "province").empty


@pytest.mark.parametrize(
    ("rows", "because"),
    [
        ([{"indicator": "score", "locality": "594", "value": 1}], "không có cách tổng hợp"),
        ([{"locality": "594", "value": 77.15}], "chỉ cộng được qua tử số và mẫu số"),
        ([{"indicator": "phones", "locality": "595", "value": 60}], "thiếu dân số đã kiểm tra"),
        ([{"indicator": "homes", "locality": "594", "value": 60}], "không có số liệu gốc “households”"),
        ([{"indicator": "phones", "locality": "594", "value": 60, "qualifier": "more_than"}], "hơn"),
        (
            [
                {"indicator": "teams", "locality": "594", "value": 65},
                {"indicator": "teams", "locality": "23200", "value": 10},  # already in the 65
            ],
            "nhiều cấp",
        ),
    ],
)
def test_what_does_not_add_up_is_refused_with_the_reason(rows, because):
    with pytest.raises(CannotAggregate, match=because):
        rolled(*rows)


def test_a_locality_outside_the_register_is_named():
    with pytest.raises(ValueError, match="999"):
        rolled({"indicator": "teams", "locality": "999", "value": 1})


def test_a_figure_given_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        rolled(
            {"indicator": "teams", "locality": "594", "value": 1},
            {"indicator": "teams", "locality": "594", "value": 1, "source": "b"},
        )
