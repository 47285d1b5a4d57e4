"""Which figures the classes of a map rest on, and which publication moved their limits."""

from itertools import count
from types import SimpleNamespace

import pandas as pd
import pytest

from data import clock, store
from indicators.classes import classify
from queries import catalogue, observations, value_classes
from queries.value_classes import EVERY, classes, last_move
from queries.view import View
from tests.data.store.sending import figure, submission

NAN = float("nan")
PLACES = pd.DataFrame(
    [("VN", "country"), ("60", "province"), ("594", "district"), ("1", "commune"), ("2", "commune")],
    columns=["code", "level"],
).assign(vintage="2025-03")
_revisions = count(1)


@pytest.fixture
def known(monkeypatch):
    """Let the register know one indicator with real and simulated figures; return a view of them."""

    def know(real, simulated=(), maximum=NAN):
        about = pd.Series({"minimum": 0.0, "maximum": maximum, "decimals": 0})
        columns = ["locality", "value", "preferred"]
        frames = [
            pd.DataFrame(rows, columns=columns).assign(vintage="2025-03", indicator="count")
            for rows in (real, simulated)
        ]
        monkeypatch.setattr(catalogue, "tables", lambda: SimpleNamespace(localities=PLACES))
        monkeypatch.setattr(catalogue, "indicator", lambda _: about)
        monkeypatch.setattr(observations, "of_every_province", lambda _: frames[0])
        monkeypatch.setattr(value_classes.simulation, "values_of_first_set", lambda _: frames[1])
        return View(indicator="count", revision=f"1.of-this-test-{next(_revisions)}")

    return know


REAL = [("VN", 900.0, True), ("60", 500.0, True), ("594", 40.0, True), ("1", 3.0, True), ("2", 8.0, True)]


@pytest.mark.parametrize(
    ("level", "figures", "limits"), [("province", 1, ()), ("district", 1, ()), ("commune", 2, (4,))]
)
def test_a_count_has_classes_of_its_own_at_each_level(known, level, figures, limits):
    view = known(REAL)
    made = classes(View(indicator="count", level=level, revision=view.revision))
    assert (made.figures, made.limits) == (figures, limits)


def test_a_share_has_the_same_classes_at_every_level(known):
    view = known([(code, value / 10, preferred) for code, value, preferred in REAL], maximum=100.0)
    made = [
        classes(View(indicator="count", level=level, revision=view.revision))
        for level in ("province", "district", "commune")
    ]
    assert made[0] is made[1] is made[2]
    assert made[0].figures == 4  # without that of the country, which no map draws


def test_what_no_map_draws_moves_no_limit(known):
    drawn = [("1", 3.0, True), ("2", 8.0, True)]
    view = known([*drawn, ("1", 99.0, False), ("2", NAN, True), ("unknown", 77.0, True)])
    assert classes(View(indicator="count", level="commune", revision=view.revision)).figures == 2


def test_real_classes_rest_on_real_figures_and_simulated_ones_on_simulated(known):
    known([("1", 3.0, True)], simulated=[("1", 10.0, True), ("2", 70.0, True)])
    views = [
        View(kind=kind, indicator="count", level="commune", revision="1.kinds")
        for kind in ("real", "simulated")
    ]
    assert [classes(view).figures for view in views] == [1, 2]


def test_every_figure_there_is_has_a_class_at_its_level():
    places = catalogue.tables().localities
    every = observations.of_every_province(View(revision=observations.revision()))
    every = every[every["preferred"] & every["value"].notna()].merge(
        places.rename(columns={"code": "locality"})[["vintage", "locality", "level"]], validate="m:1"
    )
    drawn = every[every["level"].ne("country")].groupby(["indicator", "level"])
    assert len(drawn) > 20
    for (indicator, level), rows in drawn:
        made = classes(View(indicator=indicator, level=level, revision=observations.revision()))
        assert made.figures >= len(rows)
        assert (classify(rows["value"], made) >= 0).all()


def test_a_scale_of_every_level_is_told_from_that_of_one():
    assert value_classes.class_scale(View(indicator="digital_economy_share"))["level"] == EVERY
    assert value_classes.class_scale(View(indicator="digital_teams"))["level"] == "district"


@pytest.fixture
def publish_on(own_state, monkeypatch):
    """Publish numbers of teams of districts as if it were another day; return the receipt."""

    def publish(day, **values):
        monkeypatch.setattr(clock, "now", lambda: pd.Timestamp(day).as_unit("us"))
        rows = [figure(value, source=f"bao-cao-{code}", locality=code) for code, value in values.items()]
        return store.publish(submission(*rows), "Lan")

    return publish


def teams(known=None):
    return View(indicator="digital_teams", revision=observations.revision(), known=known)


def test_the_last_publication_that_moved_the_limits_is_told(publish_on):
    assert last_move(teams()) is None
    publish_on("2026-03-02 09:00", **{"595": 900.0, "596": 950.0})
    publish_on("2026-03-02 10:00", **{"597": 901.0})
    moved = last_move(teams())
    assert (f"{moved.day:%d/%m}", moved.action) == ("02/03", "publish")


def test_a_later_publication_of_another_indicator_leaves_what_is_told(publish_on):
    publish_on("2026-03-02", **{"595": 900.0})
    other = figure(55.0, source="bao-cao-khac", indicator="smartphone_share")
    store.publish(submission(other), "Lan")
    assert last_move(teams()).day == pd.Timestamp("2026-03-02").date()


def test_a_publication_that_leaves_the_limits_is_not_told(publish_on):
    publish_on("2026-03-02", **{"595": 900.0})
    publish_on("2026-04-05", **{"596": 900.0})
    assert classes(teams()).figures == 5
    assert last_move(teams()) is None


def test_figures_taken_back_move_the_limits_too(publish_on, monkeypatch):
    receipt = publish_on("2026-03-02", **{"595": 900.0})
    monkeypatch.setattr(clock, "now", lambda: pd.Timestamp("2026-05-06").as_unit("us"))
    store.rollback(receipt.batch, "Lan")
    assert (last_move(teams()).day.month, last_move(teams()).action) == (5, "rollback")


def test_a_past_day_knows_nothing_of_later_publications(publish_on):
    publish_on("2026-03-02", **{"595": 900.0})
    past = teams(known=pd.Timestamp("2026-03-01").date())
    assert classes(past).limits != classes(teams()).limits
    assert last_move(past) is None
