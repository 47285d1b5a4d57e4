"""Files of every kind, in every coordinate system of Vietnam."""

import gzip
import json
import shutil
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geo.importing.area_reader import read_areas
from geo.importing.unreadable_file import UnreadableFile

ROWS = [{"ma": "00127", "ten": "Xã Tân Hà"}, {"ma": "22918", "ten": "Phường Mũi Né"}]
TOPOLOGY = {
    "type": "Topology",
    "arcs": [[[108, 11], [108.1, 11], [108.1, 11.1], [108, 11.1], [108, 11]]],
    "objects": {"xa": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[0]]}]}},
}


@pytest.fixture
def frame(layer):
    return layer(*ROWS)


def corner(file, **options):
    """The south-western corner that is read, to a tenth of a second of arc."""
    bounds = read_areas(file, **options).frame.total_bounds
    return [round(float(value), 4) for value in bounds[:2]]


@pytest.mark.parametrize(
    ("name", "driver"),
    [("a.geojson", "GeoJSON"), ("a.gpkg", "GPKG"), ("a.fgb", "FlatGeobuf"), ("a.shp", "ESRI Shapefile")],
)
def test_what_gdal_reads_is_read(frame, tmp_path, name, driver):
    frame.to_file(tmp_path / name, driver=driver, encoding="UTF-8")
    found = read_areas(tmp_path / name).frame
    assert sorted(found["ten"]) == ["Phường Mũi Né", "Xã Tân Hà"]  # FlatGeobuf keeps an order of its own
    assert list(found.index) == [1, 2]
    assert corner(tmp_path / name) == [108, 11]


def test_geoparquet_is_read(frame, tmp_path):
    frame.to_parquet(tmp_path / "a.parquet")
    assert list(read_areas(tmp_path / "a.parquet").frame["ma"]) == ["00127", "22918"]


def test_a_zipped_shapefile_is_read_wherever_it_lies_in_the_archive(frame, tmp_path):
    (tmp_path / "in" / "ranh gioi").mkdir(parents=True)
    frame.to_file(tmp_path / "in" / "ranh gioi" / "xa.shp")
    shutil.make_archive(str(tmp_path / "xa"), "zip", tmp_path / "in")
    assert corner(tmp_path / "xa.zip") == [108, 11]


def test_a_gzipped_file_is_read(frame, tmp_path):
    (tmp_path / "a.geojson.gz").write_bytes(gzip.compress(frame.to_json().encode()))
    assert corner(tmp_path / "a.geojson.gz") == [108, 11]


def test_topojson_in_degrees_is_taken_for_what_it_can_only_be(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(TOPOLOGY), encoding="utf-8")
    assert corner(tmp_path / "a.json") == [108, 11]
    assert "đọc theo WGS 84" in read_areas(tmp_path / "a.json").remarks[0]


@pytest.mark.parametrize(
    "crs",
    [
        "EPSG:4756",  # VN-2000 in degrees
        "EPSG:3406",  # national, zone 49N
        "EPSG:5899",  # national, 107°45'
        "EPSG:9218",  # Lâm Đồng, 108°30'
        "+proj=tmerc +lat_0=0 +lon_0=108.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 "
        "+towgs84=-191.904,-39.303,-111.450,-0.00929,0.01975,-0.00427,0.2529 +units=m",  # as ministries write it
    ],
)
def test_the_datum_of_vietnam_is_brought_to_degrees(frame, tmp_path, crs):
    frame.to_crs(crs).to_file(tmp_path / "a.gpkg")
    found = read_areas(tmp_path / "a.gpkg").frame
    assert np.abs(found.total_bounds - frame.total_bounds).max() < 1e-4  # eleven metres


@pytest.fixture
def nameless(frame, tmp_path):
    """Metres of the zone of Lâm Đồng in a shapefile that lost its .prj."""
    frame.to_crs("EPSG:9218").to_file(tmp_path / "a.shp")
    (tmp_path / "a.prj").unlink()
    return tmp_path / "a.shp"


def test_metres_without_a_system_are_asked_for_naming_the_likely_ones(nameless):
    with pytest.raises(UnreadableFile, match="--crs") as refusal:
        read_areas(nameless)
    assert "EPSG:9218" in str(refusal.value)


def test_the_answer_is_taken(nameless):
    assert corner(nameless, crs="EPSG:9218") == [108, 11]


@pytest.mark.parametrize(
    ("crs", "complaint"), [("EPSG:1", "Không hiểu hệ tọa độ"), ("EPSG:32633", "nằm ngoài Việt Nam")]
)
def test_a_wrong_answer_is_refused(nameless, crs, complaint):
    with pytest.raises(UnreadableFile, match=complaint):
        read_areas(nameless, crs=crs)


def test_geojson_in_metres_is_not_believed_to_be_degrees(frame, tmp_path):
    metres = frame.to_crs("EPSG:9218").set_crs("EPSG:4326", allow_override=True)
    (tmp_path / "a.geojson").write_text(metres.to_json(), encoding="utf-8")
    with pytest.raises(UnreadableFile, match="--crs"):
        read_areas(tmp_path / "a.geojson")
    assert corner(tmp_path / "a.geojson", crs="EPSG:9218") == [108, 11]


def test_a_files_own_system_goes_before_the_one_said(frame, tmp_path):
    frame.to_crs("EPSG:9218").to_file(tmp_path / "a.gpkg")
    assert corner(tmp_path / "a.gpkg", crs="EPSG:3405") == [108, 11]
    assert read_areas(tmp_path / "a.gpkg", crs="EPSG:3405").remarks[0].startswith("Bỏ qua --crs EPSG:3405")


def test_of_several_layers_one_has_to_be_chosen(frame, tmp_path):
    for layer in ("xa", "huyen"):
        frame.to_file(tmp_path / "a.gpkg", layer=layer)
    with pytest.raises(UnreadableFile, match="nhiều lớp: xa, huyen"):
        read_areas(tmp_path / "a.gpkg")
    assert corner(tmp_path / "a.gpkg", layer="huyen") == [108, 11]


@pytest.mark.parametrize("content", [b"", b"not a map", b"{}", b"PK\x03\x04"])
@pytest.mark.parametrize("name", ["a.geojson", "a.zip", "a.parquet", "a.gpkg"])
def test_what_is_no_boundary_file_is_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFile, match="Không đọc được tệp"):
        read_areas(tmp_path / name)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="Không có tệp"):
        read_areas(tmp_path / "a.geojson")


def test_heights_are_left_out(frame, tmp_path):
    frame.set_geometry(shapely.force_3d(frame.geometry.to_numpy(), 12.0), crs=frame.crs).to_file(
        tmp_path / "a.gpkg"
    )
    assert not read_areas(tmp_path / "a.gpkg").frame.has_z.any()


def test_points_are_no_boundaries(tmp_path):
    points = gpd.GeoDataFrame({"ten": ["Mũi Né"]}, geometry=[shapely.Point(108, 11)], crs="EPSG:4326")
    points.to_file(tmp_path / "a.geojson")
    with pytest.raises(UnreadableFile, match="không có vùng nào"):
        read_areas(tmp_path / "a.geojson")


def test_points_of_labels_are_counted_and_left_out(frame, tmp_path):
    labels = frame.set_geometry(frame.representative_point())
    pd.concat([labels.iloc[:1], frame, labels]).to_file(tmp_path / "a.geojson")
    result = read_areas(tmp_path / "a.geojson")
    assert list(result.frame.index) == [2, 3]  # numbers in the file
    assert (result.rows, result.left_out["points"]) == (5, 3)


def test_a_zip_of_a_mac_is_read_past_its_shadows(frame, tmp_path):
    frame.to_file(tmp_path / "xa.shp")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for part in tmp_path.glob("xa.*"):
            archive.write(part, f"Ranh giới/{part.name}")
            archive.writestr(f"__MACOSX/Ranh giới/._{part.name}", b"shadow")
        archive.writestr("Ranh giới/.DS_Store", b"")
    assert corner(tmp_path / "a.zip") == [108, 11]


def test_of_several_files_in_a_zip_one_has_to_be_chosen(frame, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("xa.geojson", frame.to_json())
        archive.writestr("cu/huyen.geojson", frame.iloc[1:].to_json())
    with pytest.raises(UnreadableFile, match="nhiều lớp: xa, huyen"):
        read_areas(tmp_path / "a.zip")
    assert corner(tmp_path / "a.zip", layer="huyen") == [108.1, 11]


def test_a_zip_without_boundaries_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("doc-truoc.pdf", b"")
    with pytest.raises(UnreadableFile, match="không chứa tệp ranh giới nào"):
        read_areas(tmp_path / "a.zip")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "written",
    [
        lambda shapes: shapes.to_wkt(),
        lambda shapes: "SRID=4326;" + shapes.to_wkt(),
        lambda shapes: shapes.to_wkb(hex=True),
    ],
    ids=["WKT", "EWKT", "WKB"],
)
def test_shapes_are_found_in_any_column_of_a_table(frame, tmp_path, written, separator):
    table = pd.DataFrame(ROWS, index=frame.index).assign(**{"hình dạng": written(frame.geometry)})
    table.to_csv(tmp_path / "a.csv", sep=separator, index=False)
    found = read_areas(tmp_path / "a.csv").frame
    assert list(found["ten"]) == ["Xã Tân Hà", "Phường Mũi Né"]
    assert corner(tmp_path / "a.csv") == [108, 11]


def test_a_table_without_shapes_is_told_with_its_columns(tmp_path):
    (tmp_path / "a.csv").write_text("ma,ten\n00127,Xã Tân Hà\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"không có cột nào chứa hình dạng WKT\. Các cột: ma, ten"):
        read_areas(tmp_path / "a.csv")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:9218"])
def test_exchanged_axes_are_put_right_and_told(frame, tmp_path, crs):
    written = frame.to_crs(crs)
    exchanged = shapely.transform(written.geometry.to_numpy(), lambda corners: corners[:, ::-1])
    written.set_geometry(exchanged, crs=crs).to_file(tmp_path / "a.gpkg")
    result = read_areas(tmp_path / "a.gpkg")
    assert result.frame.total_bounds == pytest.approx(frame.total_bounds, abs=1e-4)
    assert any("vĩ độ trước kinh độ" in remark for remark in result.remarks)
