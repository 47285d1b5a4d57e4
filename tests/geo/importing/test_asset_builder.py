"""Shapes as the maps are served them."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.boundary_asset import features_of
from geo.importing.asset_builder import build_assets, to_rounded_degrees
from geo.schematic import EQUAL_AREA

CODES = ("00127", "22918", "22960", "22302")


@pytest.fixture
def shapes(square):
    metres = gpd.GeoSeries([square(at) for at in range(4)], crs="EPSG:4326").to_crs(EQUAL_AREA)
    return dict(zip(CODES, metres, strict=True))


def drawn(shapes, places, **options):
    return build_assets(shapes, places, "2025-07", "ban-do.gpkg", **{"whole": True, **options})


def test_the_country_and_each_province_are_drawn_in_the_registers_order(shapes, places):
    sheets = drawn(shapes, places)
    assert {province: sheet.codes for province, sheet in sheets.items()} == {
        "VN": (*CODES, "22736"),
        "68": CODES[:3],
        "56": ("22302", "22736"),
    }
    assert sheets["68"].sources == ("ban-do.gpkg",)


def test_a_part_of_the_country_draws_no_country(shapes, places):
    inside = {code: place for code, place in places.items() if place.province == "68"}
    assert set(drawn(shapes, inside, whole=False)) == {"68"}


def test_a_feature_says_what_the_schematic_ones_say_and_its_source(shapes, places):
    first, *_, truong_sa = features_of(drawn(shapes, places)["VN"])
    assert first["properties"] == {
        "area_km2": 121,
        "label_lon": pytest.approx(108.05, abs=1e-3),
        "label_lat": pytest.approx(11.05, abs=1e-3),
        "source": "ban-do.gpkg",
        "code": "00127",
        "name": "Xã Tân Hà",
        "level": "commune",
        "vintage": "2025-07",
        "province": "68",
        "parent_code": "68",
        "inset": False,
    }
    assert shapely.geometry.shape(first["geometry"]).bounds == pytest.approx((108, 11, 108.1, 11.1), abs=2e-5)
    assert truong_sa["properties"]["inset"] is True


@pytest.mark.parametrize(("lon", "lat"), [(114, 9), (109.7, 7.5)], ids=["an island", "the westernmost bank"])
def test_parts_on_the_high_sea_are_left_to_the_insets(shapes, places, lon, lat):
    far = (
        gpd.GeoSeries([shapely.box(lon, lat, lon + 0.1, lat + 0.1)], crs="EPSG:4326")
        .to_crs(EQUAL_AREA)
        .iloc[0]
    )
    sheets = drawn({**shapes, "22302": shapely.MultiPolygon([shapes["22302"], far])}, places)
    assert sheets["56"].bounds[2] == pytest.approx(108.4, abs=1e-4)


def test_rounding_leaves_valid_areas():
    """A spike of a centimetre falls together when rounded to a metre."""
    spike = shapely.Polygon(
        [(0, 0), (1000, 0), (1000, 1000), (500.01, 1000), (500, 2000), (499.99, 1000), (0, 1000)]
    )
    (found,) = to_rounded_degrees(np.array([spike], dtype=object))
    assert found.is_valid
    assert found.geom_type in ("Polygon", "MultiPolygon")
