import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geo import archipelagos, boundaries, schematic

SHARED = Path(__file__).resolve().parents[3] / "shared" / "geo"
FILES = [(vintage, level) for vintage, levels in boundaries.levels().items() for level in levels]
TOY = """\
vintage,code,name,type,level,parent_code,lon,lat,area_km2,population,population_year,mapped,note
2025-07,VN,Cả nước,quốc gia,country,,,,,,,true,
2025-07,11,Tỉnh Một,tỉnh,province,VN,107.3,12.0,400,,,true,
2025-07,12,Tỉnh Hai,tỉnh,province,VN,107.5,12.0,300,,,true,
2025-07,13,Tỉnh Ba,tỉnh,province,VN,,,,,,false,
2025-07,00001,Xã Một,xã,commune,11,107.3,12.1,100,,,true,
2025-07,00002,Xã Hai,xã,commune,11,107.3,12.0,300,,,true,
2025-07,00003,Xã Ba,xã,commune,12,107.5,12.0,200,,,true,
2025-07,00004,Xã Bốn,xã,commune,12,107.5,12.1,100,,,true,
"""


@pytest.fixture
def toy(tmp_path):
    table = tmp_path / "localities.csv"
    table.write_text(TOY, encoding="utf-8")
    return schematic.read_register(table)


@pytest.fixture(scope="module")
def drawn():
    """Every boundary file of the repository, by vintage and level."""
    known = schematic.read_register(schematic.REGISTER)
    files = {(vintage, level): gpd.read_file(boundaries.path(vintage, level)) for vintage, level in FILES}
    return {
        (vintage, level): shapes.merge(known[known["vintage"] == vintage], on="code", validate="1:1").assign(
            inset=lambda units: units["code"].isin(list(archipelagos.INSETS))
        )
        for (vintage, level), shapes in files.items()
    }


@pytest.fixture(scope="module")
def register():
    return pd.read_csv(schematic.REGISTER, dtype=str)


def ground(units):
    """The shapes that stand at their place, on the plane and in metres."""
    return units[~units["inset"]].to_crs(schematic.EQUAL_AREA)


@pytest.mark.parametrize(("vintage", "level"), FILES)
def test_every_mapped_locality_is_drawn_exactly_once(drawn, register, vintage, level):
    wanted = register.query("vintage == @vintage and level == @level and mapped == 'true'")["code"]
    assert sorted(drawn[vintage, level]["code"]) == sorted(wanted)


@pytest.mark.parametrize(("vintage", "level"), FILES)
def test_shapes_are_valid_and_share_their_borders(drawn, vintage, level):
    assert schematic.coverage_faults(drawn[vintage, level]) == []


@pytest.mark.parametrize(("vintage", "level"), FILES)
def test_shapes_do_not_overlap(drawn, vintage, level):
    shapes = ground(drawn[vintage, level]).geometry
    assert shapes.area.sum() == pytest.approx(shapes.union_all().area, rel=1e-6)


@pytest.mark.parametrize("vintage", boundaries.levels())
def test_nine_communes_of_ten_are_within_ten_per_cent_of_their_area(drawn, vintage):
    errors = schematic.area_errors(drawn[vintage, "commune"])
    assert errors.quantile(0.9) <= 0.10
    assert errors.median() <= 0.03


# Xã Hòn Nghệ and Tân Hiệp are islands that Natural Earth does not draw: their cells lie ashore.
@pytest.mark.parametrize(("vintage", "on", "farthest"), [("2025-03", 0.8, 3_000), ("2025-07", 0.95, 15_000)])
def test_communes_lie_about_their_points(drawn, register, vintage, on, farthest):
    communes = ground(drawn[vintage, "commune"])
    place = (
        register.query("vintage == @vintage")
        .set_index("code")
        .loc[communes["code"], ["lon", "lat"]]
        .astype(float)
    )
    points = gpd.GeoSeries(gpd.points_from_xy(place["lon"], place["lat"]), crs=schematic.DEGREES)
    away = communes.distance(points.to_crs(schematic.EQUAL_AREA).set_axis(communes.index))
    # Small wards of a dense town are pushed aside a little; no shape is far from where its people live.
    assert (away == 0).mean() > on
    assert away.max() < farthest


def test_a_district_is_the_union_of_its_communes(drawn):
    communes, districts = drawn["2025-03", "commune"], drawn["2025-03", "district"].set_index("code")
    for code, members in communes.groupby("parent_code"):
        assert members.geometry.union_all().equals(districts.geometry[code]), code


@pytest.mark.parametrize("vintage", boundaries.levels())
def test_a_province_is_the_union_of_its_communes_on_the_ground(drawn, vintage):
    communes, provinces = drawn[vintage, "commune"], drawn[vintage, "province"].set_index("code")
    for code, members in communes[~communes["inset"]].groupby("province"):
        assert members.geometry.union_all().equals(provinces.geometry[code]), code


@pytest.mark.parametrize(("vintage", "one", "other"), [("2025-03", "58", "60"), ("2025-07", "56", "68")])
def test_provinces_that_adjoin_share_a_border_of_many_kilometres(drawn, vintage, one, other):
    provinces = ground(drawn[vintage, "province"]).set_index("code").geometry
    assert provinces[one].intersection(provinces[other]).length > 50_000


@pytest.mark.parametrize(
    ("vintage", "codes"), [("2025-03", ["23272", "23275", "23278"]), ("2025-07", ["23272"])]
)
def test_phu_quy_is_an_island_of_its_size_far_off_the_coast(drawn, vintage, codes):
    communes = ground(drawn[vintage, "commune"])
    island = communes[communes["code"].isin(codes)].union_all()
    mainland = communes[~communes["code"].isin(codes)].union_all()
    assert mainland.distance(island) > 50_000
    assert island.area / 1e6 == pytest.approx(18.4, rel=0.05)
    assert (
        gpd.GeoSeries([island], crs=schematic.EQUAL_AREA)
        .to_crs(4326)[0]
        .contains(shapely.Point(108.943, 10.528))
    )


def test_hoang_sa_and_truong_sa_are_insets_and_no_part_of_their_provinces_shapes(drawn):
    communes, provinces = drawn["2025-07", "commune"], drawn["2025-07", "province"]
    assert communes.loc[communes["inset"], "code"].tolist() == ["22736", "20333"]
    assert provinces.total_bounds[2] < 110


# Fourteen scraps between the arms of a river or behind an islet touch no main part and stay with their own commune.
@pytest.mark.parametrize(("vintage", "scraps"), [("2025-03", 0), ("2025-07", 14)])
def test_a_commune_in_several_parts_is_one_with_islands(drawn, vintage, scraps):
    parts = ground(drawn[vintage, "commune"]).explode(ignore_index=True)
    largest = parts.loc[parts.area.groupby(parts["code"]).idxmax()]
    islets = parts.drop(largest.index).geometry
    assert sum(parts.geometry.intersects(islet).sum() > 1 for islet in islets) == scraps


@pytest.mark.parametrize(("vintage", "level"), FILES)
def test_exteriors_run_clockwise_in_four_decimals_and_labels_lie_inside(drawn, vintage, level):
    units = drawn[vintage, level]
    shapes = np.asarray(units.geometry.values)
    assert not shapely.is_ccw(shapely.get_exterior_ring(shapely.get_parts(shapes))).any()
    corners = shapely.get_coordinates(shapes)
    assert np.abs(corners - corners.round(4)).max() < 1e-9
    placed = units[~units["inset"]]
    labels = gpd.points_from_xy(placed["label_lon"], placed["label_lat"])
    assert placed.geometry.contains(gpd.GeoSeries(labels, index=placed.index, crs=placed.crs)).all()


@pytest.mark.parametrize(("vintage", "level"), FILES)
def test_a_boundary_file_is_small(vintage, level):
    assert boundaries.path(vintage, level).stat().st_size < 1_000_000


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the files to compare with are not beside the project")
def test_no_boundary_file_is_a_copy_of_someone_elses():
    theirs = {path.read_bytes() for path in SHARED.glob("*/*.geojson")}
    ours = [path.read_bytes() for path in schematic.BOUNDARIES.rglob("*.geojson")]
    assert theirs
    assert not theirs.intersection(ours)


def test_remaking_gives_the_same_bytes(toy, tmp_path):
    for name in ("once", "again"):
        schematic.make_boundaries(toy, shapely.Polygon(), tmp_path / name)
    once, again = (sorted((tmp_path / name).rglob("*.geojson")) for name in ("once", "again"))
    assert [path.name for path in once] == ["commune.geojson", "province.geojson", "archipelagos.geojson"]
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_the_toy_country_is_drawn_to_its_areas(toy, tmp_path):
    made = schematic.make_boundaries(toy, shapely.Polygon(), tmp_path).set_index("level")
    assert made["shapes"].to_dict() == {"commune": 4, "province": 2}
    assert made.loc["commune", "largest"] < 2
    assert made.loc["commune", "in_parts"] == 0


def test_the_register_gives_each_commune_its_province_and_leaves_out_what_is_not_mapped(toy):
    assert toy.set_index("code")["province"].to_dict() == {
        "11": "11", "12": "12", "00001": "11", "00002": "11", "00003": "12", "00004": "12",
    }  # fmt: skip


def test_a_cell_gives_way_where_its_outline_is_too_narrow():
    communes = pd.DataFrame(
        {"code": ["00001", "00002"], "lon": [107.2, 107.4], "lat": [12.0, 12.0], "area_km2": [1000, 4000]}
    )
    strip = shapely.box(107.0, 11.9, 107.6, 12.1)
    country = gpd.GeoSeries([strip], crs=schematic.DEGREES).to_crs(schematic.EQUAL_AREA).iloc[0]
    small, large = schematic.draw_communes(communes, shapely.Polygon(), country).area
    assert small + large == pytest.approx(country.area, rel=1e-3)
    assert 0.25 < small / large < 1


def test_the_coast_cuts_a_commune_off():
    commune = pd.DataFrame(
        {"code": ["00001", "00002"], "lon": [107.2, 107.4], "lat": [12.0, 12.0], "area_km2": [200, 200]}
    )
    plane = gpd.GeoSeries([shapely.box(107.45, 11, 109, 13)], crs=schematic.DEGREES).to_crs(
        schematic.EQUAL_AREA
    )
    sea = plane.iloc[0]
    assert schematic.draw_communes(commune, sea).intersection(sea).area.max() < 10_000


def test_shapes_that_overlap_are_told_by_code():
    twice = gpd.GeoDataFrame(
        {"code": ["a", "b"]}, geometry=[shapely.box(0, 0, 2, 2), shapely.box(1, 0, 3, 2)]
    )
    assert schematic.coverage_faults(twice) == [
        "a does not share its border with a neighbour",
        "b does not share its border with a neighbour",
    ]


def test_an_empty_shape_is_told_by_code():
    gone = gpd.GeoDataFrame({"code": ["a"]}, geometry=[shapely.Polygon()])
    assert schematic.coverage_faults(gone) == ["a has no valid shape"]


def test_the_archipelagos_are_named_as_vietnams_and_stand_at_their_places():
    written = json.loads((schematic.BOUNDARIES / "archipelagos.geojson").read_text(encoding="utf-8"))
    assert written["features"] == archipelagos.features()
    symbols = gpd.GeoDataFrame.from_features(written["features"], crs=4326)
    assert symbols["name"].tolist() == ["Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"]
    assert symbols["inset"].all()
    hoang_sa, truong_sa = symbols.geometry
    assert hoang_sa.contains(shapely.Point(111.61, 16.53))
    assert truong_sa.contains(shapely.Point(111.92, 8.64))
    assert symbols.is_valid.all()
