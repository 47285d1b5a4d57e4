import numpy as np
import pandas as pd
import pytest

from indicators.ranking import rank_level, rank_momentum

PLACES = pd.Index(list("abcde"), dtype="str")


def figures(values, qualifiers=None, stale=None):
    return pd.DataFrame(
        {
            "locality": pd.Series(list(values), dtype="str"),
            "value": list(values.values()),
            "qualifier": [(qualifiers or {}).get(place, "exact") for place in values],
            "stale": [place in (stale or "") for place in values],
        }
    )


def ranks(ranking):
    return dict(zip(ranking.table["locality"], ranking.table["rank"], strict=True))


def test_ties_share_the_better_rank_and_the_next_is_left_out():
    found = rank_level(figures({"a": 90, "b": 80, "c": 80, "d": 70, "e": 60}), PLACES, "higher", 0)
    assert ranks(found) == {"a": 1, "b": 2, "c": 2, "d": 4, "e": 5}
    assert found.table["tied"].tolist() == [False, True, True, False, False]
    assert found.table["locality"].tolist() == list("abcde")  # places of one rank in the order of their codes


def test_less_is_better_turns_the_order():
    found = rank_level(figures({"a": 9, "b": 8, "c": 7, "d": 6, "e": 5}), PLACES, "lower", 0)
    assert ranks(found) == {"e": 1, "d": 2, "c": 3, "b": 4, "a": 5}


def test_a_difference_below_the_sources_rounding_is_none():
    values = {"a": 77.151, "b": 77.149, "c": 77.1, "d": 77.0, "e": 76.0}
    found = rank_level(figures(values), PLACES, "higher", 2)
    assert ranks(found) == {"a": 1, "b": 1, "c": 3, "d": 4, "e": 5}


@pytest.mark.parametrize(
    ("values", "qualifiers", "stale", "reported", "reason"),
    [
        ({"a": 1, "b": 2, "c": 3, "d": 4}, None, None, 4, ""),  # one of five missing: exactly 20 %
        ({"a": 1, "b": 2, "c": 3}, None, None, 3, "too_few_figures"),
        ({"a": 1, "b": 2, "c": 3, "d": 4, "e": np.nan}, None, "d", 3, "too_few_figures"),  # stale is missing
        ({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, {"d": "more_than", "e": "at_least"}, None, 3,
         "too_few_figures"),  # "hơn 4" has no place in an order
        ({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, {"e": "about"}, None, 5, ""),
    ],
)  # fmt: skip
def test_no_rank_where_more_than_a_fifth_lack_the_figure(values, qualifiers, stale, reported, reason):
    found = rank_level(figures(values, qualifiers, stale), PLACES, "higher", 0)
    assert (found.reported, found.total, found.reason) == (reported, 5, reason)
    assert found.table["rank"].notna().any() == (reason == "")


@pytest.mark.parametrize(("missing", "reason"), [(4, ""), (5, "too_few_figures")])
def test_of_twenty_places_four_may_lack_the_figure_and_five_may_not(missing, reason):
    # A fifth of five places cannot be told from a quarter; of twenty places it can.
    places = pd.Index([f"{place:02d}" for place in range(20)], dtype="str")
    known = {place: float(number) for number, place in enumerate(places[missing:])}
    assert rank_level(figures(known), places, "higher", 0).reason == reason


def test_a_place_without_a_figure_stands_last_without_a_rank():
    found = rank_level(figures({"a": 1, "b": 2, "c": 3, "d": 0}), PLACES, "higher", 0)
    assert found.table["locality"].tolist()[-1] == "e"
    assert np.isnan(found.table["rank"].iloc[-1])


def test_places_without_a_rank_are_not_tied_with_each_other():
    assert not rank_level(figures({"a": 1, "b": 2}), PLACES, "higher", 0).table["tied"].any()


def test_what_has_no_direction_has_no_rank():
    found = rank_level(figures(dict.fromkeys("abcde", 1.0)), PLACES, "none", 0)
    assert found.reason == "no_direction"


def test_no_place_no_rank():
    assert rank_level(figures({}), PLACES[:0], "higher", 0).reason == "no_places"


def test_momentum_is_ranked_apart_by_change_a_year():
    changed = pd.DataFrame(
        {
            "locality": list("abcde"),
            "per_month": [1.0, 2.0, 0.5, 9.0, np.nan],
            "stale": [False, False, False, False, False],
            "change_reason": ["", "", "", "", "one_observation"],
        }
    )
    found = rank_momentum(changed, PLACES, "higher", 1)
    assert ranks(found)["d"] == 1
    assert found.table["value"].tolist()[0] == 108
    assert found.reported == 4


def test_where_less_is_better_the_fastest_fall_leads_and_a_stale_change_does_not_count():
    changed = pd.DataFrame(
        {
            "locality": list("abcde"),
            "per_month": [-1.0, 2.0, -0.5, 0.0, -9.0],
            "stale": [False, False, False, False, True],
            "change_reason": "",
        }
    )
    found = rank_momentum(changed, PLACES, "lower", 1)
    assert {place: rank for place, rank in ranks(found).items() if rank == rank} == {
        "a": 1,
        "c": 2,
        "d": 3,
        "b": 4,
    }
