"""The explanation that stands beside a figure."""

import pandas as pd
import pytest
from frames import EXPLANATION, day, table

from queries import provenance
from queries.provenance import latest_explanation
from queries.view import View

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


GENERAL = {"target": None, "cause": "nêu chung", "as_of": "2024-06-30"}
OF_DOCUMENT = "Nêu chung về Nghị quyết 10-NQ/TU, không gắn với chỉ tiêu nào"


@pytest.fixture
def told(monkeypatch):
    """Return a function from explanations to what is said in general of La Gi on the last day of 2024."""

    def general(*explanations, **view):
        monkeypatch.setattr(provenance, "explanations", lambda _: table(EXPLANATION, *explanations))
        looked_at = View(as_of=day("2024-12-31").date(), **view)
        return provenance.general_explanations(looked_at, ["594"])["about"].tolist()

    return general


def test_what_is_said_of_no_target_is_said_of_a_document_or_of_the_place(told):
    of_resolution = {**GENERAL, "resolution": "10-nq-tu", "as_of": "2024-10-21"}
    assert told(GENERAL, of_resolution) == [
        OF_DOCUMENT,
        "Nêu chung cho địa phương, không gắn với chỉ tiêu nào",
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"target": "r10-01"},  # tied to a target
        {"locality": "593"},
        {"vintage": "2025-07"},
        {"as_of": "2025-01-01"},  # said after the day that is looked from
    ],
)
def test_what_is_said_of_a_target_of_another_place_or_later_is_not_said_in_general(told, other):
    assert told({**GENERAL, **other}) == []


def test_a_real_cause_explains_no_simulated_figure(told):
    assert told(GENERAL, kind="simulated") == []


def test_a_cause_of_no_target_is_no_cause_of_this_target():
    assert cause(GENERAL) is None
