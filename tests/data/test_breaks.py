from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import breaks
from data.loader import Tables, load_tables

NAN = float("nan")


@pytest.fixture(scope="module")
def figures(tables: Tables, drawn: pd.DataFrame) -> pd.DataFrame:
    places = tables.localities[["vintage", "code", "level"]].rename(columns={"code": "locality"})
    both = pd.concat([tables.observations, drawn])
    both = both.merge(places, on=["vintage", "locality"], validate="m:1").dropna(subset="value")
    core = tables.indicators.loc[tables.indicators["tier"].eq("core"), "indicator"]
    return both[both["indicator"].isin(core) & both["level"].isin(breaks.LEVELS)]


def test_every_core_indicator_has_classes_at_every_level_with_figures(
    tables: Tables, figures: pd.DataFrame
) -> None:
    seen = {*figures[["indicator", "level"]].drop_duplicates().itertuples(index=False, name=None)}
    assert set(zip(tables.breaks["indicator"], tables.breaks["level"], strict=True)) == seen


def test_classes_count_from_one_and_strictly_increase(tables: Tables) -> None:
    for key, part in tables.breaks.groupby(["indicator", "level"]):
        assert part["class"].tolist() == list(range(1, len(part) + 1)), key
        assert 3 <= len(part) <= 5, key
        assert (part["upper"].dropna().diff().dropna() > 0).all(), key
        assert part["upper"].iloc[:-1].notna().all(), key


def test_every_value_of_both_kinds_falls_in_a_class(tables: Tables, figures: pd.DataFrame) -> None:
    tops = tables.breaks.groupby(["indicator", "level"])["upper"].agg(lambda upper: upper.iloc[-1])
    largest = figures.groupby(["indicator", "level"])["value"].max()
    assert (largest <= tops.fillna(np.inf).loc[largest.index]).all()


def test_the_last_class_ends_at_the_maximum_or_is_open(tables: Tables) -> None:
    maximum = tables.indicators.set_index("indicator")["maximum"]
    last = tables.breaks.groupby(["indicator", "level"]).tail(1)
    wanted = last["indicator"].map(maximum)
    assert last["upper"].fillna(-1).tolist() == wanted.fillna(-1).tolist()


@pytest.mark.parametrize(
    ("values", "maximum", "decimals", "expected"),
    [
        ([3, 4, 22, 23, 41, 42, 63, 64, 88, 90], 100, 2, [5, 25, 45, 65, 100]),
        ([1, 2, 11, 12, 31, 32, 61, 62, 95, 99], NAN, 0, [5, 15, 35, 65, NAN]),
        # Whole numbers are not cut into halves.
        ([1, 2, 3, 4, 5, 6], NAN, 0, [2, 3, 4, 5, NAN]),
        ([0, 0, 0, 1, 1], NAN, 0, [0, NAN]),
        ([7, 7, 7], 100, 2, [100]),
        # A break that would round past the maximum joins the last class.
        ([96, 97, 98, 99, 99.5, 100], 100, 2, [96, 97, 98, 99, 100]),
    ],
)
def test_breaks_are_readable_numbers(
    values: list[float], maximum: float, decimals: int, expected: list[float]
) -> None:
    found = breaks.upper_limits(np.array(values, dtype=float), maximum, decimals)
    assert np.array_equal(found, expected, equal_nan=True), found


@given(
    st.lists(st.floats(0, 100).map(lambda value: round(value, 2)), min_size=1, max_size=60),
    st.sampled_from([100.0, NAN]),
)
def test_any_values_give_increasing_classes_that_hold_them(values: list[float], maximum: float) -> None:
    found = breaks.upper_limits(np.array(values), maximum, 2)
    assert 1 <= len(found) <= 5
    inner = [each for each in found if each == each]
    assert inner == sorted(set(inner))
    assert max(values) <= (found[-1] if found[-1] == found[-1] else np.inf)


def test_the_command_replaces_a_stale_table(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (package / "breaks.csv").write_text("hỏng", encoding="utf-8")
    breaks.main(package)
    made = load_tables(package).breaks
    assert set(made["level"]) == {"province", "district", "commune"}
    assert set(made["indicator"]) == {"digital_teams", "online_dossier_share"}
    assert capsys.readouterr().out.endswith("indicators\n")
    assert not list(package.glob("*.part"))
