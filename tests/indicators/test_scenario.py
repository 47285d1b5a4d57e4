from datetime import date

import numpy as np
import pandas as pd
import pytest
from frames import INDICATOR, LOCALITY, TARGET, day, observations, table
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from indicators import scenario
from indicators.latest_observations import latest
from indicators.pace import changes
from indicators.ranking import rank_level
from indicators.scenario import BASELINE, Group, Lever, Scenario
from indicators.status import assess
from indicators.summary import status_counts
from wording import judgement
from wording import scenario_messages as words

LOCALITIES = table(
    LOCALITY,
    {"code": "60", "name": "Tỉnh", "level": "province", "type": "tỉnh", "parent_code": None},
    {"code": "593", "name": "Huyện A", "population": 300},
    {"code": "594", "name": "Huyện B", "population": 100},
    {"code": "595", "name": "Đảo C", "type": "thị xã", "population": 100},
    {"code": "23001", "level": "commune", "type": "xã", "parent_code": "593"},
    {"code": "23002", "level": "commune", "type": "phường", "parent_code": "593"},
)
INDICATORS = table(
    INDICATOR,
    {"indicator": "share"},
    {"indicator": "teams", "unit": "tổ", "aggregation": "sum", "maximum": None, "decimals": 0},
    {"indicator": "phones", "aggregation": "population_weighted", "weight_base": "population"},
    {"indicator": "score", "unit": "điểm", "aggregation": "none", "decimals": 1},
)
TARGETS = table(
    TARGET,
    {"target": "t", "value": 70, "deadline": "2025-12-31", "baseline": 20, "baseline_date": "2023-12-31"},
    {"target": "step", "value": 40, "deadline": "2024-06-30", "milestone_of": "t"},
    {"target": "other", "value": 90, "deadline": "2025-12-31"},
)
AS_OF = day("2024-12-31")
END = {"period_end": "2024-12-31"}
DISTRICTS = Group("all", (), "district")


def rate(code, numerator, denominator=100, **more):
    value = 100 * numerator / denominator
    return {
        "locality": code,
        "value": value,
        "numerator": numerator,
        "denominator": denominator,
        **END,
        **more,
    }


PROVINCE = [rate("60", 150, 300), rate("593", 60), rate("594", 30), rate("595", 60)]


def base(rows, targets=("t",)):
    figures = observations(*rows)
    places = LOCALITIES.loc[LOCALITIES["level"].ne("commune"), "code"]
    assignments = pd.DataFrame(
        [(target, "2025-03", code, "assigned", "own") for target in targets for code in places],
        columns=["target", "vintage", "locality", "standing", "basis"],
    )
    return figures, assess(assignments, TARGETS, INDICATORS, figures, AS_OF)


def applied(rows, *levers, targets=("t",)):
    figures, assessed = base(rows, targets)
    return pulled(Scenario("Thử", levers), figures, assessed)


def pulled(made, figures, assessed):
    now, paces = latest(figures, AS_OF), changes(figures, INDICATORS, AS_OF)
    return scenario.apply_scenario(made, now, paces, TARGETS, LOCALITIES, INDICATORS, assessed, AS_OF)


def figure(found, code, column="value"):
    """Return one place's figure in effect in the scenario."""
    return found.figures.set_index("locality")[column][code]


def reason(found, code):
    return found.touched.set_index("locality")["reason"][code]


def test_a_rate_is_set_by_its_numerator_and_the_province_follows():
    found = applied(PROVINCE, Lever("set", Group("places", ("594",)), 70, "share"))
    assert (figure(found, "594"), figure(found, "594", "numerator")) == (70, 70)
    assert figure(found, "594", "denominator") == 100
    assert (figure(found, "60", "numerator"), figure(found, "60", "denominator")) == (190, 300)
    assert figure(found, "60") == pytest.approx(190 / 3)
    assert figure(found, "593") == 60


def test_dossiers_are_whole_and_reach_the_level_that_is_set():
    found = applied([rate("594", 300, 715)], Lever("set", DISTRICTS, 70, "share"))
    assert figure(found, "594", "numerator") == 501  # 500 of 715 are 69.93 %
    assert figure(found, "594") == pytest.approx(70.07, abs=0.01)


def test_points_are_added_and_things_are_counted():
    assert figure(applied(PROVINCE, Lever("add", DISTRICTS, 5, "share")), "594") == 35
    found = applied(PROVINCE, Lever("count", DISTRICTS, 12, "share"))
    assert [figure(found, code, "numerator") for code in ("593", "594", "595", "60")] == [72, 42, 72, 186]


def test_levers_are_pulled_in_their_order():
    levers = [Lever("set", DISTRICTS, 70, "share"), Lever("add", Group("places", ("594",)), 5, "share")]
    assert figure(applied(PROVINCE, *levers), "594") == 75
    assert figure(applied(PROVINCE, *levers[::-1]), "594") == 70


def test_a_commune_moves_its_district_and_its_province_once():
    rows = [*PROVINCE, rate("23001", 20, 50), rate("23002", 40, 50)]
    found = applied(rows, Lever("count", Group("all", (), "commune"), 5, "share"))
    assert [figure(found, code, "numerator") for code in ("23001", "593", "594", "60")] == [25, 70, 30, 160]
    areas = found.touched[found.touched["lever"].eq(-1)]
    assert areas.set_index("locality")["after"].to_dict() == {"593": 70, "60": pytest.approx(160 / 3)}
    assert areas["action"].eq("follow").all()


@pytest.mark.parametrize(
    ("who", "moved"),
    [
        (Group("all", (), "district"), {"593", "594", "595"}),
        (Group("all"), {"60", "593", "594", "595", "23001", "23002"}),
        (Group("district", ("593",), "commune"), {"23001", "23002"}),
        (Group("type", ("phường", "thị xã")), {"23002", "595"}),
        (Group("status", ("behind",), "district"), {"594"}),
        (Group("shown", ("593", "595")), {"593", "595"}),
    ],
)
def test_a_group_is_made_out_in_the_baseline(who, moved):
    _, assessed = base(PROVINCE)
    assert set(scenario.members(who, LOCALITIES, assessed, "share")) == moved


def test_a_share_of_people_moves_its_province_by_its_share_of_them():
    rows = [{"indicator": "phones", "locality": code, "value": 50, **END} for code in ("60", "593", "594")]
    found = applied(rows, Lever("add", Group("places", ("594",)), 10, "phones"))
    assert figure(found, "60") == 52  # 100 of 500 people


def test_counts_are_added_to_the_sum():
    rows = [{"indicator": "teams", "locality": code, "value": 50, **END} for code in ("60", "593")]
    found = applied(rows, Lever("add", DISTRICTS, 2.6, "teams"))
    assert (figure(found, "593"), figure(found, "60")) == (53, 53)


@pytest.mark.parametrize(
    ("rows", "indicator", "said"),
    [
        ([rate("60", 5), {"locality": "593", "value": 50, **END}], "share", judgement.CANNOT_ADD_RATE),
        ([{"locality": "60", "value": 50, **END}, rate("593", 5)], "share", words.AREA_WITHOUT_PARTS),
        ([rate("593", 5)], "share", words.AREA_WITHOUT_FIGURE),
        ([{"indicator": "score", "locality": "593", "value": 5, **END}], "score", judgement.CANNOT_ADD_UP),
    ],
)
def test_a_province_that_cannot_follow_says_why(rows, indicator, said):
    found = applied(rows, Lever("add", DISTRICTS, 5, indicator))
    assert found.refusals == (said.format(indicator="Tỷ lệ", area="Tỉnh"),)
    assert set(found.touched["locality"][found.touched["after"].ne(found.touched["before"])]) >= {"593"}
    assert found.touched["lever"].eq(0).all()


def test_a_place_without_a_figure_takes_an_assumption_that_moves_no_area():
    rows = [rate("60", 150, 300), rate("593", 60), rate("595", 30, period_end="2022-12-31")]
    found = applied(rows, Lever("assume", DISTRICTS, 55, "share"))
    assert [reason(found, code) for code in ("593", "594", "595")] == ["has_figure", "", ""]
    assert [figure(found, code) for code in ("593", "594", "595", "60")] == [60, 55, 55, 50]
    assert (figure(found, "594", "origin"), figure(found, "594", "period_end")) == ("assumed", AS_OF)
    assert found.refusals == (words.ASSUMED_NOT_ADDED.format(count=2, indicator="Tỷ lệ"),)


@pytest.mark.parametrize(
    ("row", "action", "why"),
    [
        (None, "set", "no_figure"),
        (rate("594", 30, period_end="2022-12-31"), "add", "stale"),
        ({"locality": "594", "absence": "not_applicable", **END}, "assume", "not_applicable"),
        ({"locality": "594", "value": 50, **END}, "count", "no_parts"),
        (rate("594", 30), "hold", "no_pace"),
    ],
)
def test_a_lever_that_moves_nothing_says_why(row, action, why):
    found = applied([row] if row else [], Lever(action, Group("places", ("594",)), 5, "share"))
    assert reason(found, "594") == why
    assert (found.figures["origin"] == "published").all()


PACED = [rate("594", 30, period_end="2023-12-31"), rate("594", 40)]


def test_a_pace_is_held_or_multiplied_until_the_deadline():
    # 10 points in 366 days; 365 days are left until the deadline.
    held = applied(PACED, Lever("hold", DISTRICTS, 0, "share"))
    twice = applied(PACED, Lever("pace", DISTRICTS, 2, "share", until=date(2025, 12, 31)))
    assert (figure(held, "594"), figure(twice, "594")) == (50, 60)
    assert figure(held, "594", "period_end") == day("2025-12-31")
    assert held.figures["period_end"].tolist() == [day("2025-12-31")]


def test_a_pace_that_is_held_takes_no_factor():
    assert figure(applied(PACED, Lever("hold", DISTRICTS, 5, "share")), "594") == 50


def test_to_the_day_of_the_figure_itself_nothing_is_projected():
    found = applied(PACED, Lever("hold", DISTRICTS, 0, "share", until=date(2024, 12, 31)))
    assert reason(found, "594") == "no_day"


def test_a_projected_quarter_stays_a_quarter():
    quarters = [
        rate("594", 30, period_start="2023-10-01", period_end="2023-12-31"),
        rate("594", 40, period_start="2024-10-01"),
    ]
    found = applied(quarters, Lever("hold", DISTRICTS, 0, "share"))
    assert figure(found, "594", "period_end") - figure(found, "594", "period_start") == pd.Timedelta(days=91)


def test_a_value_that_is_set_is_exact_also_where_the_source_says_more_than():
    rows = [{"locality": "594", "value": 60, "qualifier": "more_than", **END}]
    assert figure(applied(rows, Lever("set", DISTRICTS, 70, "share")), "594", "qualifier") == "exact"


@pytest.mark.parametrize(("amount", "limited"), [(100, False), (101, True)])
def test_only_a_lever_beyond_the_bound_is_limited_by_it(amount, limited):
    found = applied([rate("594", 30)], Lever("set", Group("places", ("594",)), amount, "share"))
    assert figure(found, "594") == 100
    assert found.touched["limited"].tolist() == [limited]


def test_seen_from_the_past_what_came_later_does_not_stand_beside_a_projection():
    later = rate("594", 90, period_end="2025-06-30")
    held = applied([*PACED, later], Lever("hold", DISTRICTS, 0, "share"))
    assert held.figures["value"].tolist() == [50]


def test_what_is_projected_is_judged_on_its_own_day():
    held = applied(PACED, Lever("hold", DISTRICTS, 0, "share"))
    judged = scenario.assess_scenario(held, AS_OF).set_index("locality")
    assert (judged["status"]["594"], judged["as_of"]["594"]) == ("missed", day("2025-12-31"))
    assert (judged["status"]["593"], judged["as_of"]["593"]) == ("no_data", AS_OF)


def test_a_target_moves_for_some_with_its_milestones():
    found = applied(PROVINCE, Lever("aim", Group("places", ("593",)), 60, "share", "t"))
    judged = scenario.assess_scenario(found, AS_OF).set_index("locality")
    assert judged["target_value"].tolist() == [70, 60, 70, 70]
    assert judged["status"]["593"] == "met"
    assert judged["target"].eq("t").all()
    assert judged["line_start_value"]["593"] == 40  # the milestone of June 2024


def test_a_deadline_moves():
    found = applied(PROVINCE, Lever("deadline", Group("all"), date(2024, 12, 31), "share", "t"))
    judged = scenario.assess_scenario(found, AS_OF)
    assert judged["status"].eq("missed").all()


def test_a_target_of_another_is_not_moved():
    found = applied(PROVINCE, Lever("aim", Group("all"), 10, "share", "t"), targets=("t", "other"))
    judged = scenario.assess_scenario(found, AS_OF)
    assert judged["target_value"].tolist() == [10] * 4 + [90] * 4


def compared(*levers):
    figures, assessed = base(PROVINCE)
    found = pulled(Scenario("", levers), figures, assessed)
    return assessed, scenario.assess_scenario(found, AS_OF)


def test_flips_are_listed_and_counted():
    before, after = compared(Lever("set", DISTRICTS, 70, "share"))
    flips = scenario.flip_counts(scenario.compare_assessments(before, after)).set_index(
        ["status_before", "status_after"]
    )
    assert flips["count"].to_dict() == {("behind", "met"): 2, ("on_track", "met"): 2}  # the province follows
    counted = scenario.compare_counts(status_counts(before), status_counts(after)).set_index("status")
    assert counted[["before", "after"]].to_dict("index")["met"] == {"before": 0, "after": 4}


def test_the_most_frequent_flip_comes_first():
    before = ["behind", "on_track", "on_track"]
    compared = pd.DataFrame({"target": "t", "status_before": before, "status_after": "met", "flipped": True})
    assert scenario.flip_counts(compared)["count"].tolist() == [2, 1]


def test_a_place_without_targets_has_no_counts_to_compare():
    before, after = compared(Lever("set", DISTRICTS, 70, "share"))
    none, nor_after = status_counts(before.iloc[:0]), status_counts(after.iloc[:0])
    assert scenario.compare_counts(none, nor_after).empty


def test_ranks_change():
    was = pd.DataFrame({"locality": ["a", "b"], "value": [1.0, 2.0], "qualifier": "exact", "stale": False})
    would = was.assign(value=[3.0, 2.0])
    places = pd.Index(["a", "b"])
    ranks = scenario.compare_ranks(*(rank_level(each, places, "higher", 0).table for each in (was, would)))
    moved = ranks.set_index("locality")[["rank_before", "rank_after", "rose"]]
    assert moved.to_dict("index") == {
        "a": {"rank_before": 2, "rank_after": 1, "rose": 1},
        "b": {"rank_before": 1, "rank_after": 2, "rose": -1},
    }


def test_what_has_no_place_in_the_view_is_named():
    strange = [
        Lever("set", Group("places", ("593", "999")), 5, "share"),
        Lever("set", DISTRICTS, 5, "sea"),
        Lever("aim", DISTRICTS, 5, "share", "none"),
    ]
    assert scenario.validate_scenario(Scenario("", tuple(strange)), LOCALITIES, INDICATORS, TARGETS) == [
        words.UNKNOWN_PLACES.format(count=1),
        words.UNKNOWN_INDICATOR.format(indicator="sea"),
        words.UNKNOWN_TARGET.format(target="none"),
    ]
    found = applied(PROVINCE, *strange[1:])
    assert found.touched.empty


FIGURE_LEVERS = st.builds(
    Lever,
    st.sampled_from(scenario.ON_FIGURES),
    st.sampled_from([DISTRICTS, Group("places", ("594", "595")), Group("all", (), "commune"), Group("all")]),
    st.floats(-300, 300),
    st.sampled_from(["share", "teams", "score"]),
    st.none(),
    st.just(date(2026, 6, 30)),
)
TARGET_LEVERS = st.builds(
    Lever, st.just("aim"), st.just(DISTRICTS), st.floats(0, 100), st.just("share"), st.just("t")
)
PARTS = st.integers(1, 900).flatmap(lambda below: st.tuples(st.integers(0, below), st.just(below)))


@st.composite
def provinces(draw):
    """Draw a province that is the sum of three districts, of which the first is the sum of two communes."""
    rows = []
    for end, start in (("2023-12-31", "2023-12-01"), ("2024-12-31", "2024-12-01")):
        part = {code: draw(PARTS) for code in ("594", "595", "23001", "23002")}
        part["593"] = tuple(map(sum, zip(part["23001"], part["23002"], strict=True)))
        part["60"] = tuple(map(sum, zip(part["593"], part["594"], part["595"], strict=True)))
        when = {"period_start": start, "period_end": end}
        rows += [rate(code, *part[code]) | when for code in part]
        rows += [{"indicator": "teams", "locality": "594", "value": draw(st.integers(0, 99)), **when}]
        rows += [{"indicator": "score", "locality": "595", "value": draw(st.integers(0, 99)), **when}]
    return rows


@given(provinces(), st.lists(FIGURE_LEVERS | TARGET_LEVERS, max_size=4))
def test_no_lever_leaves_the_bounds_or_touches_the_baseline(rows, levers):
    figures, assessed = base(rows)
    now, paces = latest(figures, AS_OF), changes(figures, INDICATORS, AS_OF)
    frames = [now, paces, TARGETS, LOCALITIES, INDICATORS, assessed]
    copies = [frame.copy(deep=True) for frame in frames]
    found = scenario.apply_scenario(Scenario("", tuple(levers)), *frames, AS_OF)
    judged = scenario.assess_scenario(found, AS_OF)
    for frame, copy in zip(frames, copies, strict=True):
        assert_frame_equal(frame, copy)
    values = found.figures.groupby("indicator")["value"]
    assert (values.min() >= 0).all()
    assert values.max().get("share") <= 100
    assert (found.figures["numerator"].dropna() % 1 == 0).all()
    assert found.figures.dtypes.equals(now.dtypes)
    assert judged[["vintage", "locality", "target"]].equals(assessed[["vintage", "locality", "target"]])


@given(
    provinces(),
    st.lists(
        FIGURE_LEVERS.filter(lambda each: each.indicator == "share" and each.who.level != ""), max_size=3
    ),
)
def test_a_province_stays_the_sum_of_its_parts(rows, levers):
    # A lever on a district itself leaves its communes behind; the province is the sum of districts always.
    found = applied(rows, *levers)
    for column in ("numerator", "denominator"):
        parts = [figure(found_share(found), code, column) for code in ("593", "594", "595")]
        assert figure(found_share(found), "60", column) == sum(parts)


def found_share(found):
    shares = found.figures[found.figures["indicator"].eq("share")]
    return scenario.Applied(shares, found.targets, found.assignments, found.touched, found.refusals)


def test_the_baseline_changes_nothing():
    figures, assessed = base(PROVINCE)
    now = latest(figures, AS_OF)
    found = scenario.apply_scenario(
        BASELINE, now, changes(figures, INDICATORS, AS_OF), TARGETS, LOCALITIES, INDICATORS, assessed, AS_OF
    )
    assert found.figures is now
    assert_frame_equal(scenario.assess_scenario(found, AS_OF), assessed)
    assert not np.isfinite(found.touched["before"]).any()
