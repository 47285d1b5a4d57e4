"""The order and the status of the places of one indicator."""

import pandas as pd
import pytest
from frames import INDICATOR, TARGET, day, observations, table

from indicators.assignment import COLUMNS
from indicators.latest_observations import latest
from indicators.status import assess
from queries import catalogue, indicator_rows, provenance
from queries.view import View

AS_OF = day("2024-12-31")
# The register gives the places in alphabetical order.
PLACES = pd.DataFrame({"code": list("abcde"), "coverage": "reported"})
NO_TARGET = table(dict.fromkeys(COLUMNS))


@pytest.fixture
def composed(monkeypatch):
    def compose(values, direction="higher", end="2024-12-31", places=PLACES):
        indicators = table(INDICATOR, {"direction": direction})
        monkeypatch.setattr(catalogue, "indicator", lambda _: indicators.iloc[0])
        monkeypatch.setattr(indicator_rows, "_places", lambda _: places)
        monkeypatch.setattr(provenance, "source_titles", dict)
        figures = observations(
            *[{"locality": code, "value": value, "period_end": end} for code, value in values.items()]
        )
        assessed = assess(NO_TARGET, table(TARGET), indicators, figures, AS_OF)
        return indicator_rows.compose(View(indicator="share"), latest(figures, AS_OF), assessed)

    return compose


@pytest.mark.parametrize(
    ("direction", "order"),
    [
        ("higher", ["b", "c", "a", "d", "e"]),
        ("lower", ["a", "c", "b", "d", "e"]),
        ("none", ["b", "c", "a", "d", "e"]),  # the largest first: no direction says that less is better
    ],
)
def test_where_too_few_report_to_rank_them_the_better_figure_still_comes_first(composed, direction, order):
    # Two of five are missing, so nobody has a rank; the bars are drawn in this order.
    rows = composed({"a": 60.0, "b": 80.0, "c": 70.0}, direction)
    assert rows["rank"].isna().all()
    assert rows["code"].tolist() == order


def test_places_of_one_rank_stay_in_the_order_of_the_register(composed):
    rows = composed({"a": 60.0, "b": 80.0, "c": 80.0, "d": 90.0, "e": 60.0}, "higher")
    assert rows["code"].tolist() == ["d", "b", "c", "a", "e"]
    assert rows["rank"].tolist() == [1, 2, 2, 4, 4]


def test_without_a_target_a_place_says_whether_its_figure_is_there_and_in_time(composed):
    assert composed({"a": 60.0}).set_index("code")["status"][["a", "b"]].tolist() == ["no_target", "no_data"]
    assert composed({"a": 60.0}, end="2023-06-30").set_index("code")["status"]["a"] == "stale"


def test_a_view_without_places_has_ranks_that_can_be_reckoned_with(composed):
    rows = composed({"a": 60.0}, places=PLACES.iloc[:0])
    assert rows.empty
    assert rows["rank"].dtype == "float64"
