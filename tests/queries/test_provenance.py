"""The explanation that stands beside a figure."""

import pandas as pd
from frames import EXPLANATION, day, table

from queries.provenance import latest_explanation

ROW = pd.Series({"target": "t", "vintage": "2025-03", "locality": "594", "as_of": day("2024-12-31")})


def cause(*explanations):
    found = latest_explanation(table(EXPLANATION, *explanations), ROW, "60")
    return None if found is None else found["cause"]


OWN, OF_PROVINCE = {"cause": "của nơi đó"}, {"locality": "60", "cause": "của tỉnh"}


def test_an_explanation_counts_from_its_own_day_on():
    assert cause({**OWN, "as_of": "2024-12-31"}) == "của nơi đó"
    assert cause({**OWN, "as_of": "2025-01-01"}) is None


def test_a_place_speaks_for_itself_also_where_its_province_spoke_later():
    assert cause({**OWN, "as_of": "2024-06-30"}, {**OF_PROVINCE, "as_of": "2024-12-31"}) == "của nơi đó"
    assert cause({**OF_PROVINCE, "as_of": "2024-12-31"}) == "của tỉnh"


def test_of_two_explanations_the_later_one_stands():
    assert cause({**OWN, "as_of": "2024-12-30"}, {"cause": "cũ", "as_of": "2024-06-30"}) == "của nơi đó"


def test_another_places_another_targets_and_another_vintages_explanation_is_not_taken():
    others = [{"locality": "595"}, {"target": "u"}, {"vintage": "2025-07"}]
    assert cause(*[{**OWN, "as_of": "2024-06-30", **other} for other in others]) is None
