from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import simulated
from data.loader import Tables, load_tables
from data.rules import LISTS

ADDED_UP = [
    "digital_teams",
    "digital_team_members",
    "online_dossier_share",
    "work_files_online",
    "ehealth_record_share",
]
KEY = ["vintage", "locality", "indicator", "period_start", "period_end"]


@pytest.fixture(scope="module")
def levelled(tables: Tables, drawn: pd.DataFrame) -> pd.DataFrame:
    places = tables.localities[["vintage", "code", "level", "parent_code"]].rename(
        columns={"code": "locality"}
    )
    return drawn.merge(places, on=["vintage", "locality"], how="left", validate="m:1")


@pytest.fixture(scope="module")
def told(tables: Tables) -> pd.DataFrame:
    """Some indicators of the set as it would be if every place always reported."""

    def everything(places: simulated.Places, months: int, _: np.random.Generator) -> simulated.Flags:
        return np.ones((len(places.rows), months), dtype=bool)

    few = replace(tables, indicators=tables.indicators[tables.indicators["indicator"].isin(ADDED_UP)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simulated, "_audible", everything)
        patch.setattr(simulated, "_reporting", everything)
        drawn = simulated.simulate(few)
    places = tables.localities[["vintage", "code", "level", "parent_code"]].rename(
        columns={"code": "locality"}
    )
    return drawn.merge(places, on=["vintage", "locality"], how="left", validate="m:1")


@pytest.mark.journey
def test_the_same_seed_gives_the_same_frame(tables: Tables, drawn: pd.DataFrame) -> None:
    assert_frame_equal(simulated.simulate(tables), drawn)


def test_another_seed_gives_other_figures(package: Path) -> None:
    small = load_tables(package)
    assert not simulated.simulate(small, seed=1)["value"].equals(simulated.simulate(small)["value"])


def test_the_set_looks_like_observations(tables: Tables, drawn: pd.DataFrame) -> None:
    assert drawn.dtypes.to_dict() == tables.observations.dtypes.to_dict()
    assert set(drawn["origin"]) == {"simulated"}
    assert set(drawn["source"]) == {"simulated"} <= set(tables.sources["source"])
    assert drawn["preferred"].all()
    assert not drawn.duplicated(KEY).any()
    order = ["indicator", "vintage", "locality", "period_end"]
    assert pd.MultiIndex.from_frame(drawn[order]).is_monotonic_increasing


def test_every_place_that_owes_figures_has_them_over_the_whole_span(
    tables: Tables, drawn: pd.DataFrame
) -> None:
    followed = simulated.select_provinces(tables).localities
    mapped = followed[followed["mapped"] & followed["level"].ne("country")]
    assert mapped.groupby(["vintage", "level"]).size().to_dict() == {
        ("2025-03", "province"): 3, ("2025-03", "district"): 27, ("2025-03", "commune"): 312,
        ("2025-07", "province"): 3, ("2025-07", "commune"): 234,
    }  # fmt: skip
    places = set(zip(mapped["vintage"], mapped["code"], strict=True))
    assert {*drawn[["vintage", "locality"]].drop_duplicates().itertuples(index=False, name=None)} == places
    core = tables.indicators.loc[tables.indicators["tier"].eq("core"), "indicator"]
    assert set(drawn["indicator"]) == set(core)
    for _, part in drawn.groupby("vintage"):
        assert part["period_end"].nunique() == 54
        assert part["period_start"].min() == pd.Timestamp("2022-01-01")
        assert part["period_end"].max() == pd.Timestamp("2026-06-30")


def test_months_outside_the_life_of_a_vintage_say_so(drawn: pd.DataFrame) -> None:
    notes = drawn.groupby(["vintage", drawn["period_end"] > "2025-06-30"])["note"].unique()
    assert {key: list(value) for key, value in notes.items()} == {
        ("2025-03", False): ["Mô phỏng"],
        ("2025-03", True): ["Mô phỏng; nối tiếp theo địa giới cũ sau khi sắp xếp"],
        ("2025-07", False): ["Mô phỏng; quy đổi về địa giới mới cho thời gian trước khi sắp xếp"],
        ("2025-07", True): ["Mô phỏng"],
    }


def test_values_stay_within_the_bounds_of_their_indicator(tables: Tables, drawn: pd.DataFrame) -> None:
    limits = tables.indicators[["indicator", "minimum", "maximum"]]
    bounded = drawn.merge(limits, on="indicator", validate="m:1")
    assert bounded["value"].notna().all()
    assert (bounded["value"] >= bounded["minimum"].fillna(-np.inf)).all()
    assert (bounded["value"] <= bounded["maximum"].fillna(np.inf)).all()


def test_a_rate_is_its_parts_and_only_rates_have_parts(tables: Tables, drawn: pd.DataFrame) -> None:
    kinds = tables.indicators.set_index("indicator")["aggregation"]
    rates = drawn["indicator"].map(kinds).eq("ratio_of_sums")
    parts = drawn[rates]
    assert (parts["numerator"] <= parts["denominator"]).all()
    assert (parts["value"] - 100 * parts["numerator"] / parts["denominator"]).abs().max() <= 0.0051
    assert drawn.loc[~rates, ["numerator", "denominator"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("vintage", "level", "indicator", "column"),
    [
        ("2025-03", "district", "digital_teams", "value"),
        ("2025-03", "district", "online_dossier_share", "numerator"),
        ("2025-03", "district", "online_dossier_share", "denominator"),
        ("2025-03", "province", "work_files_online", "denominator"),
        ("2025-07", "province", "digital_team_members", "value"),
        ("2025-07", "province", "ehealth_record_share", "numerator"),
    ],
)
def test_a_whole_is_the_sum_of_its_parts(
    told: pd.DataFrame, vintage: str, level: str, indicator: str, column: str
) -> None:
    rows = told[told["vintage"].eq(vintage) & told["indicator"].eq(indicator)]
    summed = rows.groupby(["parent_code", "period_end"])[column].sum()
    wholes = rows[rows["level"].eq(level)].set_index(["locality", "period_end"])[column]
    assert len(wholes) in {27 * 54, 3 * 54}
    assert wholes.tolist() == summed.loc[wholes.index].tolist()


def test_both_vintages_tell_one_story_where_the_land_is_the_same(levelled: pd.DataFrame) -> None:
    province = levelled[levelled["locality"].eq("11") & levelled["indicator"].eq("digital_teams")]
    both = province.pivot_table(index="period_end", columns="vintage", values="value")
    assert (both["2025-03"] - both["2025-07"]).abs().max() <= 5  # partial handovers are rounded


def test_parts_of_a_list_never_outnumber_it(drawn: pd.DataFrame) -> None:
    wide = drawn.pivot_table(index=["vintage", "locality", "period_end"], columns="indicator", values="value")
    both = wide[["procedures_full_online", "procedures_online"]].dropna()
    assert (both["procedures_full_online"] <= both["procedures_online"]).all()
    teams = wide[["digital_team_members", "digital_teams"]].dropna()
    assert (teams["digital_team_members"] >= teams["digital_teams"]).all()


def test_stocks_rise_but_for_rare_setbacks(tables: Tables, drawn: pd.DataFrame) -> None:
    rows = drawn[drawn["indicator"].eq("digital_teams")]
    change = rows.groupby(["vintage", "locality"])["value"].diff().dropna()
    assert 0 < (change < 0).mean() < 0.02


def test_flows_have_good_and_bad_months(drawn: pd.DataFrame) -> None:
    rows = drawn[drawn["indicator"].eq("online_dossier_share")]
    change = rows.groupby(["vintage", "locality"])["value"].diff().dropna()
    assert 0.25 < (change < 0).mean() < 0.6


def test_some_places_are_late_and_some_are_silent(levelled: pd.DataFrame) -> None:
    communes = levelled[levelled["level"].eq("commune") & levelled["vintage"].eq("2025-07")]
    last = communes.groupby("locality")["period_end"].max()
    late = last[last < "2026-06-30"]
    assert 0.05 < len(late) / len(last) < 0.25
    assert late.min() >= pd.Timestamp("2026-03-31")
    heard = communes.groupby("indicator")["locality"].nunique()
    assert (heard < communes["locality"].nunique()).all()


def test_provinces_report_everything(levelled: pd.DataFrame) -> None:
    provinces = levelled[levelled["level"].eq("province")]
    assert (provinces.groupby(["indicator", "vintage", "locality"]).size() == 54).all()


def test_neighbours_resemble_each_other(levelled: pd.DataFrame) -> None:
    rows = levelled[
        levelled["indicator"].eq("smartphone_share")
        & levelled["level"].eq("commune")
        & levelled["vintage"].eq("2025-03")
        & levelled["period_end"].eq(pd.Timestamp("2025-03-31"))
    ]
    within = rows.groupby("parent_code")["value"].std().mean()
    assert within < 0.9 * rows["value"].std()


def test_districts_stand_on_both_sides_of_a_known_target(levelled: pd.DataFrame) -> None:
    rows = levelled[
        levelled["indicator"].eq("work_files_online")
        & levelled["level"].eq("district")
        & levelled["parent_code"].eq("60")
        & levelled["period_end"].eq(pd.Timestamp("2025-06-30"))
    ]
    assert 1 <= (rows["value"] >= 80).sum() < len(rows)


@pytest.mark.usefixtures("own_cache")
def test_the_set_is_built_once_and_read_by_indicator(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = load_tables(package)
    drawn = simulated.simulate(tables)
    told: list[float] = []
    assert not simulated.is_built(tables)
    directory = simulated.build(tables, on_progress=told.append)
    assert simulated.is_built(tables)
    assert told == sorted(told)
    assert told[-1] == 1
    monkeypatch.setattr(simulated, "build", lambda *_: pytest.fail("built twice"))
    expected = drawn[drawn["indicator"].eq("digital_teams")].reset_index(drop=True)
    assert_frame_equal(simulated.load_figures(tables, "digital_teams"), expected)
    assert_frame_equal(simulated.load_figures(tables), drawn)
    assert simulated.load_figures(tables, "study_classes").empty
    assert [path.name for path in directory.parent.iterdir() if path.is_dir()] == [directory.name]


def test_a_build_broken_off_leaves_nothing_behind(tables: Tables, tmp_path: Path) -> None:
    def stop(done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulated.build(tables, tmp_path / "sets" / "one", stop)
    assert list((tmp_path / "sets").iterdir()) == []


def test_other_tables_get_another_set(tables: Tables, package: Path) -> None:
    small = load_tables(package)
    assert simulated.build(small).name == simulated.fingerprint(small) != simulated.fingerprint(tables)
    assert set(simulated.load_figures(small)["locality"]) == {"60", "594", "23231", "23235"}


def test_a_recipe_is_a_row() -> None:
    empty = float("nan")
    rows = pd.DataFrame(
        [
            ("teams", 8, 91, 1, 0.9, "villages", empty, empty, empty),
            ("forms", 9, 44, 0.35, 100, None, 18, 3, 1),
        ],
        columns=["indicator", "start", "end", "spread", "base", "stream", *LISTS],
    )
    lists = (("province", 18), ("district", 3), ("commune", 1))
    assert simulated.parse_recipes(rows) == {
        "teams": simulated.Recipe(8, 91, 1, 0.9, stream="villages"),
        "forms": simulated.Recipe(9, 44, 0.35, 100, catalogue=lists),
    }


def test_an_indicator_without_a_recipe_is_drawn_by_the_usual_one(package: Path) -> None:
    small = load_tables(package)  # its only recipe says what the usual one says
    without = replace(small, recipes=small.recipes.iloc[:0])
    assert_frame_equal(simulated.simulate(without), simulated.simulate(small))


def test_another_recipe_makes_another_set_and_another_definition_does_not(package: Path) -> None:
    small = load_tables(package)
    lower = replace(small, recipes=small.recipes.assign(end=40.0))
    renamed = replace(small, indicators=small.indicators.assign(definition="Khác", intake_names="Khác"))
    assert simulated.fingerprint(lower) != simulated.fingerprint(small) == simulated.fingerprint(renamed)
    assert simulated.simulate(lower)["value"].max() < simulated.simulate(small)["value"].max()


def test_a_further_reform_needs_only_rows(package: Path) -> None:
    """Phường La Gi, itself put together in July 2025, gets another name in January 2026 and keeps its figures."""
    small = load_tables(package)
    now = small.localities[small.localities["vintage"].eq("2025-07")]
    step = small.succession.head(1).assign(old_vintage="2025-07", old_code="23235", new_vintage="2026-01")
    asked = small.expected[small.expected["kind"].eq("simulated") & small.expected["level"].eq("commune")]
    further = replace(
        small,
        localities=pd.concat([small.localities, now.assign(vintage="2026-01")], ignore_index=True),
        succession=pd.concat([small.succession, step], ignore_index=True),
        expected=pd.concat(
            [small.expected, *(asked.assign(vintage=each) for each in ("2025-07", "2026-01"))],
            ignore_index=True,
        ),
    )
    drawn = simulated.simulate(further).query("locality == '23235'")
    before, after = (
        drawn[drawn["vintage"].eq(each)].set_index("period_end") for each in ("2025-07", "2026-01")
    )
    both = before.index.intersection(after.index)
    assert len(both) > 12
    assert (before.loc[both, "value"] == after.loc[both, "value"]).all()
    assert after.loc[after.index < "2026-01-01", "note"].str.contains("quy đổi").all()
