"""Classes, scale and marks of one indicator, which its map and its bars share."""

from types import SimpleNamespace

import pandas as pd
import pytest

from components import indicator_map, value_colours, watermark
from components.choropleth import SCENARIO, SIMULATED
from components.indicator_map import bar_rows, map_drawing, scale, scenario_drawing
from components.value_colours import BLUES
from indicators.classes import Classes
from indicators.scenario import BASELINE, Group, Lever, Scenario
from queries.view import View

NOTHING = float("nan")
SHARE = {"name_vi": "Tỷ lệ", "unit": "%", "decimals": 0, "minimum": 0.0, "maximum": 100.0}
TEAMS = {**SHARE, "unit": "tổ", "maximum": NOTHING}
FIFTHS = Classes(limits=(20.0, 40.0, 60.0, 80.0), maximum=100.0, figures=9, method="natural_breaks")


def rows(*values, **columns):
    texts = ["value_shown", "expected_shown", "target_shown", "period_shown", "source_shown", "why_shown"]
    frame = pd.DataFrame(
        {"value": pd.Series(values, dtype="float64"), "expected": NOTHING, "target_value": NOTHING}
    )
    frame = frame.assign(code=[f"{at}" for at in range(len(frame))], short="Nơi", rank=NOTHING, target=None)
    return frame.assign(**{"status": "no_target", **dict.fromkeys(texts, ""), **columns})


@pytest.fixture
def of(monkeypatch):
    """Let the register know one indicator with its classes, and one province without boundaries."""
    none = SimpleNamespace(**dict.fromkeys(("url", "source_label"), lambda *_: ""), WITH_ARCHIPELAGOS=())
    none.feature_codes = lambda *_: ["0"]
    monkeypatch.setattr(indicator_map, "served_boundaries", none)
    monkeypatch.setattr(indicator_map.look_back, "as_of_text", lambda _: "")
    monkeypatch.setattr(indicator_map.gazetteer, "by_commune", lambda _: False)
    for name in ("made_of", "became"):
        monkeypatch.setattr(indicator_map.lineage, name, lambda _: {})

    def know(about, classes=FIFTHS):
        monkeypatch.setattr(indicator_map.catalogue, "indicator", lambda _: pd.Series(about))
        monkeypatch.setattr(value_colours.value_classes, "classes", lambda _: classes)
        monkeypatch.setattr(value_colours.value_classes, "last_move", lambda _: None)

    return know


@pytest.mark.parametrize(
    ("about", "found", "ends"),
    [
        (SHARE, rows(40, 60), (0, 100)),  # fixed, so that bars of two days can be compared
        ({**SHARE, "minimum": NOTHING}, rows(40, 60), (0, 100)),  # from zero, not from the lowest place
        (TEAMS, rows(40, 60), (0, 60)),
        (TEAMS, rows(40, 60, target_value=80.0), (0, 80)),  # the line of the target is on the scale, too
        (TEAMS, rows(NOTHING), (0, 1)),
    ],
)
def test_a_scale_is_that_of_the_indicator_and_else_reaches_the_highest_mark(of, about, found, ends):
    of(about)
    assert scale("share", found) == ends


def test_a_bar_stands_on_the_scale_in_the_colour_of_its_class(of):
    of(SHARE)
    bars = bar_rows(View(), rows(0, 20, 21, NOTHING, expected=50.0))
    assert bars["share"].tolist()[:3] == [0, 0.2, 0.21]
    assert bars["expected"].tolist() == [0.5] * 4
    assert bars["colour"].tolist() == [
        BLUES[0],
        BLUES[0],
        BLUES[1],
        "",
    ]  # a zero is a figure, nothing is none
    assert bars["status"].tolist() == [""] * 4  # nobody has a target


def test_where_one_place_has_a_target_every_bar_says_its_status(of):
    of(SHARE)
    bars = bar_rows(View(), rows(70, 80, target=["t", None], status=["behind", "no_target"]))
    assert bars["status"].tolist() == ["behind", "no_target"]


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("value", "Ngưỡng màu: điểm ngắt tự nhiên (Fisher–Jenks) của 9 số liệu thật, mọi kỳ, mọi cấp."),
        ("status", ""),  # a status has no limits
        ("coverage", ""),
    ],
)
def test_a_map_of_values_says_what_its_limits_rest_on(of, colour, told):
    of(SHARE)
    drawn = map_drawing(View(colour=colour), rows(10, coverage="reported"), height="1px")
    assert drawn.basis_of_colours == told


def test_places_that_a_filter_leaves_out_are_dimmed_and_the_others_are_not(of):
    of(SHARE)
    drawn = map_drawing(View(), rows(10, 20, left_out=[False, True]), height="1px")
    assert drawn.dimmed == {"1"}


LEVERS = Scenario("Thử", (Lever("set", Group("all"), 70, "share"),))


@pytest.mark.parametrize(
    ("kind", "scenario", "mark"),
    [
        ("real", BASELINE, None),
        ("simulated", BASELINE, SIMULATED.text),
        ("real", LEVERS, SCENARIO.text),
        ("simulated", LEVERS, "KỊCH BẢN · SỐ LIỆU MÔ PHỎNG"),  # both are said
    ],
)
def test_a_map_of_simulated_figures_or_of_a_scenario_is_marked(of, kind, scenario, mark):
    of(SHARE)
    outcome = SimpleNamespace(rows=rows(10))
    drawn = scenario_drawing(View(kind=kind), outcome, scenario, frozenset(), height="1px")
    assert (drawn.mark and drawn.mark.text) == mark


@pytest.mark.parametrize(
    ("kind", "scenario", "key"),
    [
        ("real", False, "real-bars"),
        ("simulated", False, "simulated-bars"),
        ("real", True, "scenario-real-bars"),
        ("simulated", True, "scenario-simulated-bars"),
    ],
)
def test_the_watermark_of_bars_and_tables_is_named_by_their_kind(monkeypatch, kind, scenario, key):
    # The style sheet draws the diagonal words by the beginning of this key.
    keys = []
    drawn = watermark.st.container
    monkeypatch.setattr(watermark.st, "container", lambda key: keys.append(key) or drawn())
    with watermark.marked(kind, "bars", scenario=scenario):
        pass
    assert keys == [key]
