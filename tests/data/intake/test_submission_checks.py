"""Each rule that figures on their way in must keep, with the cell it names."""

from dataclasses import replace

import pandas as pd
import pytest

from data.intake.check.submission_checks import check_figures
from data.intake.report import observations
from tests.data.intake.conftest import TODAY, USUAL

QUARTER = {"period_start": pd.Timestamp("2024-07-01"), "period_end": pd.Timestamp("2024-09-30")}
RATE = {"indicator": "online_dossier_share", **QUARTER}


@pytest.fixture
def found(small, sent):
    """Check figures beside what is stored: nothing but what a test says."""

    def check(*figures, known=(), tables=small):
        stored = pd.DataFrame([USUAL | each for each in known], columns=list(USUAL)).astype(
            {"period_start": "datetime64[us]", "period_end": "datetime64[us]", "value": "float64"}
        )
        stored = observations(stored, "594", TODAY).reindex(columns=tables.observations.columns)
        some = check_figures(sent(*figures), stored, tables, TODAY)
        return [(each.check, each.severity, each.cell) for each in some]

    return check


def related(tables, *pairs):
    rows = [{"whole": whole, "part": part, "kind": kind, "note": None} for whole, part, kind in pairs]
    more = tables.indicators[tables.indicators["indicator"].eq("digital_teams")]
    named = [more.assign(indicator=name) for name in ("teams_active", "teams_idle")]
    return replace(
        tables,
        relations=pd.DataFrame(rows),
        indicators=pd.concat([tables.indicators, *named], ignore_index=True),
    )


def test_a_figure_that_fits_raises_nothing(found):
    assert found({"value": 65}, RATE | {"value": 77.15, "numerator": 2317, "denominator": 3003}) == []


def test_a_rate_over_100_is_an_error_and_said_once(found):
    rate = RATE | {"value": 177.15, "numerator": 2317, "denominator": 3003}
    assert found(rate) == [("out_of_bounds", "error", "G8")]


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (77.16, False),  # rounded: 77.156
        (77.15, False),  # cut off
        (77.2, False),  # rounded to one digit
        (77.14, True),
        (78, True),
    ],
)
def test_a_rate_is_that_of_its_parts_rounded_or_cut_off(found, value, wrong):
    rate = RATE | {"value": value, "numerator": 2317, "denominator": 3003}
    assert found(rate) == ([("rate_mismatch", "error", "G8")] if wrong else [])


def test_a_numerator_over_its_denominator_is_named_where_it_stands(found):
    rate = RATE | {"value": 66.67, "numerator": 3000, "denominator": 2000, "numerator_cell": "I8"}
    assert ("numerator_over_denominator", "error", "I8") in found(rate)


def test_nothing_is_divided_by_zero(found):
    rate = RATE | {"value": 0, "numerator": 0, "denominator": 0, "denominator_cell": "J8"}
    assert found(rate) == [("denominator_zero", "error", "J8")]


def test_a_part_over_its_whole_is_an_error_whether_the_whole_was_sent_or_stored(found, small):
    tables = related(small, ("digital_teams", "teams_active", "sum"))
    part, whole = {"indicator": "teams_active", "value": 70}, {"indicator": "digital_teams", "value": 65}
    both = found(whole, part, tables=tables)
    assert ("part_over_whole", "error", "G8") in both
    assert ("part_over_whole", "error", "G8") in found(part, known=[whole], tables=tables)


def test_parts_that_do_not_add_up_ask_for_a_reason(found, small):
    tables = related(small, *(("digital_teams", each, "sum") for each in ("teams_active", "teams_idle")))
    figures = [
        {"value": 65},
        {"indicator": "teams_active", "value": 60},
        {"indicator": "teams_idle", "value": 4},
    ]
    assert found(*figures, tables=tables) == [("sum_mismatch", "warning", "G8")]


def test_what_did_not_fit_before_is_not_laid_to_the_sender(found, small):
    tables = related(small, ("digital_teams", "teams_active", "sum"))
    known = [{"value": 65}, {"indicator": "teams_active", "value": 70}]
    later = {
        "period_start": pd.Timestamp("2024-10-01"),
        "period_end": pd.Timestamp("2024-10-01"),
        "value": 71,
    }
    assert found(later, known=known, tables=tables) == []


def test_a_cumulative_figure_that_falls_asks_for_a_reason(found, small):
    counted = small.indicators.assign(time_type="cumulative")
    tables = replace(small, indicators=counted)
    start = {"period_start": pd.Timestamp("2022-03-18")}
    before = start | {"period_end": pd.Timestamp("2024-06-30"), "value": 70}
    assert found(start | {"value": 65}, known=[before], tables=tables) == [
        ("cumulative_falls", "warning", "G8")
    ]
    assert found(start | {"value": 70}, known=[before], tables=tables) == []


def history(*values):
    """A figure on the last day of each month up to July 2024."""
    ends = pd.date_range(end="2024-07-31", periods=len(values), freq="ME")
    return [
        {"period_start": end, "period_end": end, "value": float(value)}
        for end, value in zip(ends, values, strict=True)
    ]


@pytest.mark.parametrize(
    ("values", "latest", "jumps"),
    [
        ((60, 61, 63, 64, 66, 67), 70, False),  # goes on as it went: about 1.4 a month
        ((60, 61, 63, 64, 66, 67), 90, True),
        ((60, 61, 63, 64, 66, 67), 40, True),
        ((61, 63, 64, 66, 67), 90, False),  # five points tell nothing
        ((65, 65, 65, 65, 65, 65), 66, False),  # a still series may take a step of one per cent a month
        ((65, 65, 65, 65, 65, 65), 80, True),
    ],
)
def test_a_jump_out_of_its_own_history_asks_for_a_reason(found, values, latest, jumps):
    assert found({"value": latest}, known=history(*values)) == ([("jump", "warning", "G8")] if jumps else [])


def test_a_source_that_is_not_followed_is_no_history(small, sent):
    # It said 30 in August; from 67 in July to 70 in September nothing jumps.
    august = {
        "period_start": pd.Timestamp("2024-08-31"),
        "period_end": pd.Timestamp("2024-08-31"),
        "value": 30.0,
    }
    rows = pd.DataFrame([USUAL | each for each in [*history(60, 61, 63, 64, 66, 67), august]])
    stored = observations(rows, "594", TODAY).reindex(columns=small.observations.columns)
    stored["preferred"] = stored["period_end"].ne(august["period_end"])
    assert check_figures(sent({"value": 70}), stored, small, TODAY) == []


def test_a_flow_is_not_compared_with_flows_over_other_spans(found):
    months = [
        each | {"indicator": "online_dossier_share", "period_start": each["period_end"].replace(day=1)}
        for each in history(60, 61, 63, 64, 66, 67)
    ]
    assert found(RATE | {"value": 20}, known=months) == []


@pytest.mark.parametrize(
    ("communes", "apart"),
    [
        ((40, 25), False),
        ((40, 20), True),
        ((66,), True),  # one commune alone has more than the district
        ((40,), False),  # the other may have the rest
    ],
)
def test_a_district_is_the_sum_of_its_communes(found, communes, apart):
    places = [
        {"locality": code, "value": value} for code, value in zip(("23231", "23235"), communes, strict=False)
    ]
    assert found({"value": 65}, *places) == ([("parts_of_area", "warning", "G8")] if apart else [])


def test_the_rate_of_a_district_is_checked_by_its_parts_not_by_the_rates(found):
    whole = RATE | {"value": 50, "numerator": 50, "denominator": 100}
    places = [
        RATE | {"locality": "23231", "value": 100, "numerator": 10, "denominator": 10},
        RATE | {"locality": "23235", "value": 44.44, "numerator": 40, "denominator": 90},
    ]
    assert found(whole, *places) == []
    more = RATE | {"locality": "23235", "value": 45.56, "numerator": 41, "denominator": 90}
    assert found(whole, places[0], more) == [("parts_of_area", "warning", "G8")]


def test_no_figure_speaks_of_a_day_to_come(found):
    assert found({"period_start": TODAY, "period_end": TODAY}) == []  # today's own figure may be sent today
    assert found({"period_end": pd.Timestamp("2024-12-31")}) == [("period_to_come", "error", "G8")]
