import pytest
from frames import LOCALITY, table

from indicators.peers import peers, with_bands
from wording.judgement import peer_group

COMMUNE = {"vintage": "2025-07", "level": "commune", "parent_code": "68", "area_km2": 10}
LOCALITIES = table(
    LOCALITY,
    {**COMMUNE, "code": "1", "type": "phường", "population": 15_000},
    {**COMMUNE, "code": "2", "type": "phường", "population": 19_000},
    {**COMMUNE, "code": "3", "type": "phường", "population": 14_000},
    {**COMMUNE, "code": "4", "type": "xã", "population": 15_000},  # same people, another type
    {**COMMUNE, "code": "5", "type": "phường", "population": 60_000},
    {**COMMUNE, "code": "6", "type": "phường", "population": None},
    {**COMMUNE, "code": "7", "type": "phường", "population": 15_000, "mapped": False},
    {**COMMUNE, "code": "8", "type": "phường", "population": 15_000, "vintage": "2025-03"},
    {**COMMUNE, "code": "9", "type": "phường", "population": 15_000, "level": "district"},
)


def test_the_most_similar_place_has_type_people_and_density_alike():
    assert peers(LOCALITIES, "2025-07", "1")["code"].tolist() == ["3", "2", "5", "6", "4"]


def test_people_come_before_density_and_an_unknown_number_of_them_last():
    places = table(
        LOCALITY,
        {**COMMUNE, "code": "1", "type": "xã", "population": 15_000},
        {
            **COMMUNE,
            "code": "2",
            "type": "xã",
            "population": 15_000,
            "area_km2": 200,
        },  # 75 people per km², not 1.500
        {**COMMUNE, "code": "3", "type": "xã", "population": 14_000},
        {
            **COMMUNE,
            "code": "4",
            "type": "xã",
            "population": 25_000,
            "area_km2": 16,
        },  # as dense, but more people
        {**COMMUNE, "code": "5", "type": "xã", "population": None},
        {**COMMUNE, "code": "6", "type": "xã", "population": 250_000},
    )
    assert peers(places, "2025-07", "1")["code"].tolist() == ["3", "2", "4", "6", "5"]


def test_what_is_alike_is_told():
    row = peers(LOCALITIES, "2025-07", "1", count=1).iloc[0]
    assert (row["same_type"], row["same_population"], row["same_density"]) == (True, True, True)
    words = peer_group(row["type"], row["population_band"], row["density_band"])
    assert words == "phường, dân số 10–20 nghìn, mật độ cao (1.000–2.000 người/km²)"


def test_an_unknown_population_matches_nobody_and_is_said():
    found = peers(LOCALITIES, "2025-07", "6")
    assert not found["same_population"].any()
    assert peer_group("phường", -1, -1) == "phường, chưa có dân số đã kiểm tra, chưa tính được mật độ"


def test_a_place_outside_the_register_is_named():
    with pytest.raises(KeyError, match="595"):
        peers(LOCALITIES, "2025-07", "595")


@pytest.mark.parametrize(
    ("population", "area", "population_band", "density_band"),
    [
        (4_999, 100, 0, 0),  # 49,99 people per km²
        (5_000, 100, 1, 1),
        (200_000, 100, 6, 5),
        (None, 100, -1, -1),
        (5_000, None, 1, -1),
        (5_000, 0, 1, -1),  # no area, no density
    ],
)
def test_bands_begin_at_their_lower_end(population, area, population_band, density_band):
    row = with_bands(table(LOCALITY, {"population": population, "area_km2": area})).iloc[0]
    assert (row["population_band"], row["density_band"]) == (population_band, density_band)
