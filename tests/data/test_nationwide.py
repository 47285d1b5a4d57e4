from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data import nationwide, simulated
from data.loader import Tables, load_tables

EVERY = {
    "vintage": "2025-07", "type": "xã", "level": "commune", "mapped": "true",
    "area_km2": "50", "area_source": "la-gi", "population": "",
}  # fmt: skip
OTHER = [
    EVERY
    | {
        "code": "01",
        "name": "Thành phố Hà Nội",
        "type": "thành phố",
        "level": "province",
        "parent_code": "VN",
    },
    EVERY | {"code": "00004", "name": "Phường Ba Đình", "parent_code": "01"},
    EVERY | {"code": "00008", "name": "Phường Ngọc Hà", "parent_code": "01"},
]
OWED = [
    {"kind": "simulated", "indicator": indicator, "vintage": "2025-07", "level": level}
    | {"frequency": "month", "due_days": "10", "valid_from": "2022-01-01", "basis": "proposed"}
    for indicator in ("digital_teams", "online_dossier_share")
    for level in ("province", "commune")
]


@pytest.fixture
def country(package: Path, add: Callable[..., None]) -> Tables:
    """Two provinces after the reform: one that succession follows, one that it does not."""
    add("localities", OTHER)
    add("expected", OWED)
    return load_tables(package)


def test_the_other_provinces_are_those_succession_does_not_follow(country: Tables) -> None:
    followed = simulated.select_provinces(country).localities
    others = simulated.select_provinces(country, others=True).localities
    assert followed["code"].tolist() == ["60", "594", "23231", "23235", "68", "23235"]
    assert others["code"].tolist() == ["VN", "VN", "01", "00004", "00008"]


def test_a_province_is_read_with_its_communes_as_observations(country: Tables) -> None:
    drawn = nationwide.load_figures(country, "digital_teams", "01")
    assert drawn.dtypes.to_dict() == country.observations.dtypes.to_dict()
    assert set(drawn["locality"]) <= {"01", "00004", "00008"}
    assert set(drawn["origin"]) == {"simulated"}
    assert drawn.loc[drawn["locality"].eq("01"), "period_end"].nunique() == 54


def test_a_figure_read_is_the_figure_drawn(country: Tables) -> None:
    others = simulated.select_provinces(country, others=True)
    drawn = dict(simulated.draw_indicators(others))["online_dossier_share"]
    read = nationwide.load_figures(country, "online_dossier_share", "01")
    pd.testing.assert_frame_equal(read, drawn)


def test_the_country_is_read_with_every_province_and_no_commune(country: Tables) -> None:
    read = nationwide.load_figures(country, "digital_teams", "VN")
    assert set(read["locality"]) == {"VN", "01", "68"}
    known = simulated.load_figures(country, "digital_teams").query(
        "vintage == '2025-07' and locality == '68'"
    )
    assert read.loc[read["locality"].eq("68"), "value"].tolist() == known["value"].tolist()


@pytest.mark.parametrize("column", ["numerator", "denominator"])
def test_the_country_is_the_sum_of_all_provinces_parts(country: Tables, column: str) -> None:
    read = nationwide.load_figures(country, "online_dossier_share", "VN")
    provinces = read[read["locality"].isin(["01", "68"])]
    whole = read[read["locality"].eq("VN")].set_index("period_end")[column]
    assert whole.tolist() == provinces.groupby("period_end")[column].sum().loc[whole.index].tolist()


@pytest.mark.usefixtures("own_cache")
def test_the_set_is_built_once(country: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    nationwide.build(country, told.append)
    monkeypatch.setattr(nationwide, "build", lambda *_: pytest.fail("built twice"))
    assert told == sorted(told)
    assert told[-1] == 1
    assert not nationwide.load_figures(country, "digital_teams", "01").empty


def test_the_set_of_the_followed_provinces_has_the_same_name_without_the_others(
    country: Tables, package: Path
) -> None:
    alone = simulated.fingerprint(simulated.select_provinces(country))
    assert simulated.fingerprint(country) == alone
