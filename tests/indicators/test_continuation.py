import numpy as np
import pytest
from frames import INDICATOR, LOCALITY, SUCCESSION, observations, table
from hypothesis import given
from hypothesis import strategies as st

from indicators.continuation import apportion, continued, mean_of_parts
from indicators.succession import former_areas, links, reverse

COMMUNES = {"A": 600, "B": 300, "C": 400, "D": 500}
LOCALITIES = table(
    LOCALITY,
    *[
        {"code": code, "name": f"Xã {code}", "level": "commune", "parent_code": "593", "population": people}
        for code, people in COMMUNES.items()
    ],
    *[
        {"vintage": "2025-07", "code": code, "name": f"Xã {code}", "level": "commune", "population": people}
        for code, people in {"N": 1000, "M": 300, "D": 500}.items()
    ],
)
# A and B merge into N; C is split between N and M; D stays what it is.
REFORM = table(
    SUCCESSION,
    *[{"old_code": old, "new_code": new} for old, new in [("A", "N"), ("B", "N"), ("D", "D")]],
    *[
        {"old_code": "C", "new_code": new, "share": share, "relation": "partial"}
        for new, share in [("N", 0.25), ("M", 0.75)]
    ],
)
INDICATORS = table(
    INDICATOR,
    {"indicator": "share"},
    {"indicator": "teams", "unit": "tổ", "aggregation": "sum", "maximum": None},
    {"indicator": "phones", "aggregation": "population_weighted", "weight_base": "population"},
    {"indicator": "score", "unit": "điểm", "aggregation": "none", "maximum": 1},
    {"indicator": "rank", "unit": "hạng", "aggregation": "none", "maximum": None},
)
FORWARD = links(REFORM, "2025-03", "2025-07")
END = "2024-12-31"


def carried(*rows, along=FORWARD, by=continued, locality="N"):
    rows = [{"period_end": END, "indicator": "teams", **row} for row in rows]
    handed = apportion(observations(*rows), along, LOCALITIES, INDICATORS)
    found = by(handed, along, LOCALITIES)
    return found[found["locality"].eq(locality)].iloc[0]


def counts(**teams):
    return [{"locality": code, "value": value} for code, value in teams.items()]


def test_a_count_is_continued_by_share_between_the_two_ends_of_what_the_split_may_have_brought():
    row = carried(*counts(A=10, B=20, C=8))
    assert (row["value"], row["qualifier"]) == (32, "about")  # 10 + 20 + 0.25 × 8
    assert (row["low"], row["high"]) == (30, 38)  # none of C's teams, or all of them


def test_a_source_that_is_not_preferred_is_not_continued():
    other = {"locality": "A", "value": 99, "preferred": False, "source": "b"}
    assert carried(*counts(A=10, B=20, C=8), other)["value"] == 32


def test_a_merger_of_whole_units_is_exact():
    whole = links(REFORM[REFORM["old_code"].isin(["A", "B"])], "2025-03", "2025-07")
    row = carried(*counts(A=10, B=20), along=whole)
    assert (row["value"], row["low"], row["high"], row["qualifier"]) == (30, 30, 30, "exact")


def test_a_rate_is_continued_by_its_parts():
    row = carried(
        {"locality": "A", "indicator": "share", "value": 50, "numerator": 1, "denominator": 2},
        {"locality": "B", "indicator": "share", "value": 90, "numerator": 90, "denominator": 100},
        {"locality": "C", "indicator": "share", "value": 50, "numerator": 4, "denominator": 8},
    )
    assert (row["numerator"], row["denominator"]) == (92, 104)
    assert row["value"] == pytest.approx(92 / 104 * 100)  # not the mean of 50, 90 and 50
    assert row["low"] == pytest.approx(91 / 106 * 100)  # of C only the 4 that are not online came
    assert row["high"] == pytest.approx(95 / 106 * 100)  # of C only the 4 that are online came
    assert row["qualifier"] == "about"


def test_a_share_of_people_is_weighted_by_them():
    row = carried(
        {"locality": "A", "indicator": "phones", "value": 50},
        {"locality": "B", "indicator": "phones", "value": 80},
        {"locality": "C", "indicator": "phones", "value": 100},
    )
    assert row["value"] == pytest.approx((300 + 240 + 100) / 1000 * 100)


def test_a_missing_part_is_not_a_zero():
    row = carried(*counts(A=10, C=8))
    assert (row["value"], row["qualifier"]) == (10, "at_least")  # even if none of C's teams came
    assert (row["reported"], row["total"], row["high"]) == (2, 3, np.inf)


def test_a_rate_that_lacks_a_part_is_refused_by_name():
    row = carried({"locality": "A", "indicator": "share", "value": 50, "numerator": 1, "denominator": 2})
    assert np.isnan(row["value"])
    assert row["reason"] == "Thiếu số liệu cùng kỳ của Xã B, Xã C. Thiếu không phải bằng 0."


def test_a_piece_of_a_split_unit_alone_says_nothing():
    row = carried(*counts(C=8))
    assert np.isnan(row["value"])
    assert "Xã A, Xã B" in row["reason"]


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ({"indicator": "share", "value": 50}, "tử số và mẫu số"),
        ({"indicator": "score", "value": 0.5}, "không cộng và không chia"),
        ({"indicator": "rank", "value": 5}, "không cộng và không chia"),
        ({"indicator": "phones", "value": 50, "qualifier": "more_than"}, "“hơn” hoặc “dưới”"),
    ],
)
def test_what_cannot_be_put_together_is_refused_with_the_reason(figure, reason):
    row = carried(*[{"locality": code, **figure} for code in "ABC"])
    assert np.isnan(row["value"])
    assert reason in row["reason"]


@pytest.mark.parametrize("indicator", ["share", "score", "rank"])
def test_the_same_place_keeps_its_figure_whatever_it_measures(indicator):
    row = carried({"locality": "D", "indicator": indicator, "value": 0.5}, locality="D")
    assert (row["value"], row["qualifier"], row["reason"], bool(row["same"])) == (0.5, "exact", "", True)


@pytest.mark.parametrize(
    ("qualifier", "said", "value"),
    [("more_than", "at_least", 30), ("less_than", "at_most", 38), ("about", "about", 32)],
)
def test_what_a_source_leaves_open_stays_open(qualifier, said, value):
    figures = counts(A=10, B=20, C=8)
    figures[0]["qualifier"] = qualifier
    row = carried(*figures)
    assert row["qualifier"] == said
    assert row["value"] == pytest.approx(value)


def test_another_period_is_not_put_together_with_this_one():
    figures = counts(A=10, B=20, C=8)
    figures[1]["period_end"] = "2024-11-30"
    assert carried(*figures)["qualifier"] == "at_least"


def test_a_figure_goes_back_by_the_people_and_is_an_estimate():
    row = carried(
        {"vintage": "2025-07", "locality": "N", "value": 100},
        along=reverse(FORWARD, LOCALITIES),
        locality="A",
    )
    assert (row["value"], row["low"], row["high"], row["qualifier"]) == (60, 0, 100, "about")


def test_a_former_district_is_exact_where_nothing_crossed_its_border():
    areas = former_areas(reverse(FORWARD, LOCALITIES), LOCALITIES)
    figures = [{"vintage": "2025-07", **row} for row in counts(N=1, M=2, D=3)]
    row = carried(*figures, along=areas, locality="593")
    assert (row["value"], row["qualifier"], row["total"]) == (6, "exact", 3)


def test_sources_of_the_parts_are_kept():
    figures = counts(A=10, B=20, C=8)
    figures[2]["source"] = "b"
    assert carried(*figures)["sources"] == ("a", "b")


def test_the_ministrys_mean_does_not_weigh():
    whole = links(REFORM[REFORM["old_code"].isin(["A", "B"])], "2025-03", "2025-07")
    figures = [
        {"locality": code, "indicator": "score", "value": value} for code, value in [("A", 0.2), ("B", 0.6)]
    ]
    assert carried(*figures, along=whole, by=mean_of_parts)["value"] == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ([{"locality": "A", "indicator": "score", "value": 0.2}], "Thiếu số liệu cùng kỳ của Xã B"),
        ([{"locality": code, "indicator": "rank", "value": 5} for code in "AB"], "thứ hạng"),
        (counts(A=1, B=2), "số đếm"),
    ],
)  # fmt: skip
def test_the_mean_is_refused_where_it_means_nothing(figures, reason):
    whole = links(REFORM[REFORM["old_code"].isin(["A", "B"])], "2025-03", "2025-07")
    row = carried(*figures, along=whole, by=mean_of_parts)
    assert np.isnan(row["value"])
    assert reason in row["reason"]


def test_no_mean_is_taken_of_a_piece():
    figures = [{"locality": code, "indicator": "score", "value": 0.5} for code in "ABC"]
    assert "một phần" in carried(*figures, by=mean_of_parts)["reason"]


@st.composite
def reforms(draw):
    """Draw units with figures, each handed over whole or in parts to up to three heirs."""
    units = [f"o{n}" for n in range(draw(st.integers(1, 6)))]
    rows = []
    for unit in units:
        heirs = draw(st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=3, unique=True))
        weights = np.array([draw(st.integers(1, 100)) for _ in heirs], dtype=float)
        rows += [
            {
                "old_code": unit,
                "new_code": heir,
                "share": share,
                "relation": "full" if len(heirs) == 1 else "partial",
            }
            for heir, share in zip(heirs, weights / weights.sum(), strict=True)
        ]
    figures = [
        {"locality": unit, "denominator": whole, "numerator": draw(st.integers(0, whole)), "value": 50}
        for unit in units
        for whole in [draw(st.integers(1, 10_000))]
    ]
    people = table(
        LOCALITY,
        *[{"code": unit, "level": "commune", "population": draw(st.integers(1, 50_000))} for unit in units],
    )
    return table(SUCCESSION, *rows), figures, people


@pytest.mark.journey
@given(reforms())
def test_totals_are_equal_in_both_vintages_there_and_back(drawn):
    succession, figures, people = drawn
    new = table(LOCALITY, *[{"vintage": "2025-07", "code": code, "population": 9} for code in "xyz"])
    localities = table(LOCALITY, *people.to_dict("records"), *new.to_dict("records"))
    forward = links(succession, "2025-03", "2025-07")
    old = observations(*[{"period_end": END, **row} for row in _both(figures)])
    there = _carry(old, forward, localities)
    again = _carry(_as_observations(there), reverse(forward, localities), localities)
    for found in (there, again):
        _same_totals(old, found)
        _holds_its_value(found)


def test_totals_of_the_country_are_equal_on_both_sides_of_the_reform(tables):
    forward = links(tables.succession, "2025-03", "2025-07")
    units = tables.localities.query("vintage == '2025-03' and level == 'commune'")["code"]
    rng = np.random.default_rng(7)
    figures = [
        {"locality": code, "denominator": whole, "numerator": rng.integers(0, whole + 1), "value": 50}
        for code, whole in zip(units, rng.integers(1, 900, len(units)), strict=True)
    ]
    old = observations(*[{"period_end": END, **row} for row in _both(figures)])
    there = _carry(old, forward, tables.localities)
    again = _carry(_as_observations(there), reverse(forward, tables.localities), tables.localities)
    for found in (there, again):
        _same_totals(old, found)
        _holds_its_value(found)


@pytest.fixture(scope="module")
def tables():
    from data.loader import load_tables

    return load_tables()


def _both(figures):
    """Make of each figure a rate by its parts and a count."""
    rates = [{"indicator": "share", **row} for row in figures]
    return rates + [
        {"indicator": "teams", "locality": row["locality"], "value": row["denominator"]} for row in figures
    ]


def _carry(old, along, localities):
    return continued(apportion(old, along, localities, INDICATORS), along, localities)


def _as_observations(found):
    return observations(
        *[
            {
                name: row[name]
                for name in ("vintage", "locality", "indicator", "value", "numerator", "denominator")
            }
            | {"period_end": END}
            for row in found.to_dict("records")
        ]
    )


def _same_totals(old, found):
    assert found["reason"].eq("").all()
    for indicator, columns in {"teams": ["value"], "share": ["numerator", "denominator"]}.items():
        for column in columns:
            before = old.loc[old["indicator"].eq(indicator), column].sum()
            after = found.loc[found["indicator"].eq(indicator), column].sum()
            assert after == pytest.approx(before, rel=1e-4)  # shares are printed with four decimals


def _holds_its_value(found):
    room = 1e-6 * found["value"].abs()
    assert found["value"].ge(found["low"] - room).all()
    assert found["value"].le(found["high"] + room).all()
