"""What the committed tables promise, whoever edits them."""

import re

import pandas as pd
import pytest

from data.loader import Tables, load_tables
from indicators.coverage import reporting_periods


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def count(units: pd.DataFrame, vintage: str, level: str, province: str | None = None) -> int:
    chosen = units[(units["vintage"] == vintage) & (units["level"] == level) & units["mapped"]]
    if province is not None:
        chosen = chosen[chosen["parent_code"] == province]
    return len(chosen)


@pytest.mark.parametrize(
    ("vintage", "level", "number"),
    [
        ("2025-03", "province", 3),
        ("2025-03", "district", 27),
        ("2025-03", "commune", 312),
        ("2025-07", "province", 34),
        ("2025-07", "district", 0),
        ("2025-07", "commune", 3321),
    ],
)
def test_the_register_has_every_mapped_unit(tables, vintage, level, number):
    assert count(tables.localities, vintage, level) == number


@pytest.mark.parametrize(("province", "communes"), [("11", 45), ("56", 65), ("68", 124)])
def test_a_new_province_has_all_its_communes(tables, province, communes):
    assert count(tables.localities, "2025-07", "commune", province) == communes


def test_names_are_composed_and_single_spaced(tables):
    names = tables.localities["name"]
    assert (names == names.str.normalize("NFC").str.replace(r"\s+", " ", regex=True).str.strip()).all()
    assert not names.str.contains("Thị Xã|Thị Trấn").any()


def test_every_old_commune_has_a_successor(tables):
    units = tables.localities
    old = units[(units["vintage"] == "2025-03") & (units["level"] == "commune")]
    assert set(old["code"]) <= set(tables.succession["old_code"])


def test_resolution_10_has_fourteen_targets_of_which_two_are_known(tables):
    targets = tables.targets
    fourteen = targets[(targets["resolution"] == "10-nq-tu") & (targets["kind"] != "rank")]
    assert len(fourteen) == 14
    assert fourteen.loc[fourteen["text_known"], "indicator"].tolist() == [
        "digital_economy_share",
        "digital_data_share",
    ]


def test_sources_that_disagree_on_the_tally_both_stand(tables):
    tally = tables.tallies[tables.tallies["resolution"] == "10-nq-tu"]
    assert tally[["total", "met", "remaining"]].to_numpy().tolist() == [[14, 7, 7], [14, 7, 6]]


def test_la_gi_is_observed_as_printed(tables):
    figures = tables.observations
    share = figures[(figures["locality"] == "594") & (figures["indicator"] == "online_dossier_share")]
    assert share[["value", "numerator", "denominator"]].to_numpy().tolist() == [[77.15, 2317, 3003]]


def test_tuy_phong_has_no_figure_and_no_zero(tables):
    assert tables.observations[tables.observations["locality"] == "595"].empty


def test_at_most_twenty_indicators_are_core_and_spread_over_the_pillars(tables):
    core = tables.indicators[tables.indicators["tier"] == "core"]
    assert len(core) <= 20
    assert core["pillar"].nunique() >= 6


def test_every_stock_has_one_day_and_every_flow_a_span(tables):
    figures = tables.observations.merge(
        tables.indicators[["indicator", "time_type"]], on="indicator", validate="m:1"
    )
    one_day = figures["period_start"] == figures["period_end"]
    assert (one_day == figures["time_type"].eq("stock")).all()


def test_the_period_that_ends_with_a_deadline_is_owed_by_somebody(tables):
    core = tables.indicators.loc[tables.indicators["tier"] == "core", "indicator"]
    targets = tables.targets[tables.targets["indicator"].isin(core)]
    periods = reporting_periods(tables.expected, "real", targets["deadline"].max())
    owed = set(zip(periods["indicator"], periods["level"], periods["period_end"], strict=True))
    unowed = [
        row.target
        for row in targets.itertuples()
        if not any((row.indicator, level, row.deadline) in owed for level in _who_reports(row.level))
    ]
    assert len(targets) > 20
    assert unowed == []


def _who_reports(level: str) -> tuple[str, ...]:
    """The country is judged by its provinces; since 7/2025 the communes report what districts reported."""
    return {"country": ("country", "province"), "district": ("district", "commune")}.get(level, (level,))


def test_what_is_to_be_done_in_a_quarter_is_due_on_its_last_day(tables):
    targets = tables.targets
    in_quarter = targets[targets["note"].fillna("").str.contains("Quý")]
    assert set(in_quarter["target"]) >= {
        "kh956-signatures", "kh956-steering-committees", "kh956-commune-teams",
    }  # fmt: skip
    assert in_quarter["kind"].eq("date").all()
    assert in_quarter["deadline"].dt.is_quarter_end.all()


def test_a_division_in_a_note_is_right_to_its_last_digit(tables):
    notes = tables.observations["note"].dropna().tolist()
    divisions = [each for note in notes for each in re.findall(r"([\d.]+)/([\d.]+) = (\d+),(\d+) %", note)]
    assert len(divisions) == 2
    for above, below, whole, decimals in divisions:
        share = 100 * int(above.replace(".", "")) / int(below.replace(".", ""))
        assert f"{share:.{len(decimals)}f}" == f"{whole}.{decimals}"


def test_a_value_is_computed_exactly_where_its_note_says_from_what(tables):
    figures = tables.observations
    told = figures["note"].fillna("").str.contains("Tính từ")
    assert told.any()
    assert (figures["value_basis"].eq("computed") == told).all()


def test_every_known_area_and_population_names_its_source(tables):
    units = tables.localities
    assert units["area_source"].notna().equals(units["area_km2"].notna())
    assert units["population_source"].notna().equals(units["population"].notna())
