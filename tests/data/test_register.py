"""What the committed tables promise, whoever edits them."""

import pandas as pd
import pytest

from data.loader import Tables, load_tables


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
