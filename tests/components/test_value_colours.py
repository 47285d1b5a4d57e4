"""The legend of values: its ranges in words, its shades, and what its limits rest on."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from components import value_colours
from components.value_colours import BLUES, basis, colours
from indicators.classes import Classes
from queries.value_classes import Move
from queries.view import View

NAN = float("nan")
SHARE = View(indicator="digital_economy_share")
TEAMS = View(indicator="digital_teams")


@pytest.fixture
def of(monkeypatch):
    """Let the figures have the classes and the last move given."""

    def have(classes, move=None):
        monkeypatch.setattr(value_colours.value_classes, "classes", lambda _: classes)
        monkeypatch.setattr(value_colours.value_classes, "last_move", lambda _: move)

    return have


@pytest.mark.parametrize(
    ("classes", "values", "words"),
    [
        (Classes((20.0, 40.0), 100.0, 0, 9), [10], ["đến 20", "trên 20 đến 40", "trên 40 đến 100"]),
        (Classes((20.0, 40.0), None, 0, 9), [10], ["đến 20", "trên 20 đến 40", "trên 40"]),
        (Classes((-2.5, 1000.0), None, 1, 9), [10], ["đến −2,5", "trên −2,5 đến 1.000", "trên 1.000"]),
        (Classes((0.0,), 100.0, 0, 9), [0], ["đến 0", "trên 0 đến 100"]),
        (Classes((), 100.0, 2, 3), [77.15, 77.15], ["77,15"]),
        (Classes((), None, 0, 3), [7, 12], ["mọi giá trị"]),  # a scenario moves a place away from the others
        (Classes(), [7, 12], ["mọi giá trị"]),  # a scenario gives figures where there are none
        (Classes((), 100.0, 2, 3), [NAN], []),  # no place of this map has the only value
        (Classes((20.0,), None, 0, 3), [NAN], ["đến 20", "trên 20"]),
    ],
)
def test_a_legend_says_which_values_a_colour_stands_for(of, classes, values, words):
    of(classes)
    swatches, _ = colours(TEAMS, pd.Series(values, dtype="float64"))
    assert [each.word for each in swatches] == words


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_shades_darken_with_the_value_and_few_lie_apart(of, count):
    of(Classes(tuple(float(limit) for limit in range(1, count)), None, 0, 9))
    shades = [BLUES.index(each.colour) for each in colours(TEAMS, pd.Series([1.0]))[0]]
    assert shades == sorted(set(shades))
    assert len(shades) == count
    if 1 < count < 4:
        assert min(later - earlier for earlier, later in pairwise(shades)) > 1


def test_a_place_without_a_value_has_no_class(of):
    of(Classes((20.0,), None, 0, 9))
    _, found = colours(TEAMS, pd.Series([0.0, NAN, 21]))
    assert found[0] == 0
    assert found[1] != found[1]
    assert found[2] == 1


@pytest.mark.parametrize(
    ("view", "method", "move", "told"),
    [
        (
            SHARE, "natural_breaks", None,
            "Ngưỡng màu: điểm ngắt tự nhiên (Fisher–Jenks) của 1.234 số liệu thật, mọi kỳ, mọi cấp.",
        ),
        (
            replace(TEAMS, kind="simulated"), "each_value", None,
            "Ngưỡng màu: mỗi giá trị một màu, theo 1.234 số liệu mô phỏng, mọi kỳ, cấp huyện.",
        ),
        (
            TEAMS, "each_value", Move(date(2026, 3, 2), "publish"),
            "Ngưỡng màu: mỗi giá trị một màu, theo 1.234 số liệu thật, mọi kỳ, cấp huyện. "
            "Ngưỡng màu đã đổi do số liệu gửi ngày 02/03/2026.",
        ),
    ],
)  # fmt: skip
def test_a_legend_tells_the_method_the_figures_and_what_moved_the_limits(of, view, method, move, told):
    of(Classes((1.0,), None, 0, 1234, method), move)
    assert basis(view) == told


@pytest.mark.parametrize(
    ("move", "told"),
    [
        (None, ""),
        (Move(date(2026, 3, 2), "rollback"), "Ngưỡng màu đã đổi do số liệu thu hồi ngày 02/03/2026."),
    ],
)
def test_the_wall_says_only_what_moved_the_limits(of, move, told):
    of(Classes((1.0,), None, 0, 1234), move)
    assert basis(replace(TEAMS, present=True)) == told


def test_without_a_figure_there_is_nothing_to_tell(of):
    of(Classes())
    assert basis(TEAMS) == ""
