import gzip
import json
import sys
from dataclasses import replace
from subprocess import run

import brotli
import pytest

from geo import boundaries, imported_boundaries, served_boundaries
from geo.boundary_asset import build_asset


@pytest.fixture(autouse=True)
def state(monkeypatch, tmp_path):
    """Nothing was imported, whatever stands on this machine."""
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path))
    return tmp_path / "boundaries"


def test_khanh_hoa_fits_without_truong_sa():
    assert served_boundaries.bounds("2025-07", "commune", "56")[2] < 110
    assert "22736" in served_boundaries.feature_codes("2025-07", "commune", "56")


def test_codes_stand_in_the_order_of_the_features():
    shapes = served_boundaries.feature_collection("2025-03", "district", "60")["features"]
    assert [each["properties"]["code"] for each in shapes] == list(
        served_boundaries.feature_codes("2025-03", "district", "60")
    )


def test_a_province_is_served_alone_and_the_country_whole():
    assert len(served_boundaries.feature_codes("2025-03", "district", "60")) == 10
    assert (
        len(served_boundaries.feature_codes("2025-03", "district"))
        == len(served_boundaries.feature_codes("2025-03", "district", "VN"))
        == 27
    )
    assert served_boundaries.url("2025-03", "district", "60").startswith("/boundaries/district-2025-03-60.")


def test_every_address_is_answered_in_every_encoding_alike():
    asked = [
        served_boundaries.url(v, level, p)
        for v, p in [("2025-03", "60"), ("2025-07", None)]
        for level in ("province", "commune")
    ]
    for address in [*asked, served_boundaries.archipelagos_url()]:
        packed = served_boundaries.encodings_of(address.removeprefix(served_boundaries.URL_ROOT))
        assert gzip.decompress(packed["gzip"]) == brotli.decompress(packed["br"]) == packed["identity"]
        assert len(packed["br"]) < len(packed["identity"]) / 2
        assert json.loads(packed["identity"])["type"] == "FeatureCollection"


def test_there_are_no_districts_after_the_reform():
    with pytest.raises(KeyError):
        served_boundaries.url("2025-07", "district")


def test_a_vintage_that_nobody_has_drawn_says_what_to_do():
    with pytest.raises(boundaries.BrokenBoundaries, match=r"2030-01/commune\.geojson: không có tệp này"):
        served_boundaries.url("2030-01", "commune")


def test_a_broken_file_is_refused_while_the_others_are_served(monkeypatch, tmp_path):
    for vintage, levels in boundaries.levels().items():
        for level in levels:
            copy = boundaries.path(vintage, level, tmp_path)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(boundaries.path(vintage, level).read_bytes())
    boundaries.path("2025-03", "commune", tmp_path).write_text("{", encoding="utf-8")
    monkeypatch.setattr(boundaries, "BOUNDARIES", tmp_path)
    with pytest.raises(boundaries.BrokenBoundaries):
        served_boundaries.url("2025-03", "commune")
    assert served_boundaries.encodings_of(
        served_boundaries.url("2025-07", "commune").removeprefix(served_boundaries.URL_ROOT)
    )


def test_a_mended_file_is_read_without_a_restart(monkeypatch, tmp_path):
    ours = boundaries.path("2025-03", "district").read_bytes()
    monkeypatch.setattr(boundaries, "BOUNDARIES", tmp_path)
    file = boundaries.path("2025-03", "district", tmp_path)
    with pytest.raises(boundaries.BrokenBoundaries, match="không có tệp này"):
        served_boundaries.url("2025-03", "district")
    file.parent.mkdir()
    file.write_bytes(ours)
    assert len(served_boundaries.feature_codes("2025-03", "district")) == 27


def test_an_unknown_name_is_no_file():
    assert served_boundaries.encodings_of("commune-2025-07.000000000000.geojson") is None
    assert served_boundaries.encodings_of("../served.py") is None


def brought(source):
    """The districts of Bình Thuận as someone imported them: ours with their source."""
    shapes = served_boundaries.feature_collection("2025-03", "district", "60")["features"]
    for each in shapes:
        each["properties"]["source"] = source
    return {"60": build_asset("district-2025-03-60", shapes)}


def test_an_imported_province_is_served_in_the_place_of_ours_and_names_its_source(state):
    before = served_boundaries.url("2025-03", "district", "60"), served_boundaries.url("2025-03", "district")
    imported_boundaries.write_assets("2025-03", "district", brought("ban-do.gpkg"), state)
    after = served_boundaries.url("2025-03", "district", "60"), served_boundaries.url("2025-03", "district")
    assert not set(before) & set(after)
    assert served_boundaries.source_label("2025-03", "district", "60") == "ranh giới theo ban-do.gpkg"
    assert served_boundaries.source_label("2025-03", "district", "58") == "ranh giới sơ đồ"
    assert (
        served_boundaries.source_label("2025-03", "district") == "ranh giới sơ đồ, một phần theo ban-do.gpkg"
    )
    assert len(served_boundaries.feature_codes("2025-03", "district")) == 27
    for address in after:
        packed = served_boundaries.encodings_of(address.removeprefix(served_boundaries.URL_ROOT))
        assert json.loads(brotli.decompress(packed["br"])) == json.loads(packed["identity"])


def test_an_import_the_register_has_outgrown_is_refused_with_the_way_out(state):
    (sheet_60,) = brought("ban-do.gpkg").values()
    imported_boundaries.write_assets(
        "2025-03", "district", {"60": replace(sheet_60, codes=sheet_60.codes[1:])}, state
    )
    with pytest.raises(boundaries.BrokenBoundaries, match=r"lệch 1 địa phương\. Hãy nhập lại"):
        served_boundaries.url("2025-03", "district", "60")
    assert served_boundaries.url("2025-03", "commune", "60")


def test_the_pages_way_to_the_boundaries_is_free_of_heavy_libraries():
    code = """
import sys
from geo import served_boundaries
served_boundaries.encodings_of(
    served_boundaries.url("2025-07", "commune").removeprefix(served_boundaries.URL_ROOT)
)
print(*sys.modules)
"""
    loaded = run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=boundaries.HERE.parent
    )
    assert not {"geopandas", "shapely", "scipy", "pandas", "numpy"} & set(loaded.stdout.split())


@pytest.fixture
def grown(monkeypatch, tmp_path):
    """The register with a province of two communes that no boundary file has."""
    rows = """\
2025-03,49,Tỉnh Quảng Nam,tỉnh,province,VN,108.0,15.6,200,,1000,2019,,true,
2025-03,502,Thành phố Tam Kỳ,thành phố,district,49,108.0,15.6,200,,1000,2019,,true,
2025-03,20335,Phường Tân Thạnh,phường,commune,502,107.95,15.6,100,,500,2019,,true,
"""
    register = tmp_path / "localities.csv"
    present = boundaries.REGISTER.read_text(encoding="utf-8").rstrip("\n")
    register.write_text(f"{present}\n{rows}", encoding="utf-8")
    monkeypatch.setattr(boundaries, "REGISTER", register)


def test_a_province_without_shapes_leaves_the_others_their_maps(grown):
    assert len(served_boundaries.feature_codes("2025-03", "commune", "60")) == 121
    assert len(served_boundaries.feature_codes("2025-03", "commune")) == 312
    label = served_boundaries.source_label("2025-03", "commune")
    assert label == "ranh giới sơ đồ, 1 địa phương chưa có hình"
    with pytest.raises(boundaries.BrokenBoundaries, match=r"thiếu 1 xã của danh mục: 20335\."):
        served_boundaries.url("2025-03", "commune", "49")


def test_a_province_added_to_a_vintage_is_drawn_after_its_import(grown, state):
    square = {"type": "Polygon", "coordinates": [[[107, 15], [107, 16], [108, 16], [108, 15], [107, 15]]]}
    properties = {"code": "20335", "inset": False, "province": "49", "source": "tệp"}
    feature = {"type": "Feature", "properties": properties, "geometry": square}
    asset = build_asset("commune-2025-03-49", [feature])
    imported_boundaries.write_assets("2025-03", "commune", {"49": asset}, state)
    assert served_boundaries.feature_codes("2025-03", "commune", "49") == ("20335",)
    assert len(served_boundaries.feature_codes("2025-03", "commune", "60")) == 121
    assert len(served_boundaries.feature_codes("2025-03", "commune")) == 313
    assert served_boundaries.encodings_of(asset.name)


def test_a_broken_import_of_one_province_leaves_the_others_their_maps(state):
    imported_boundaries.write_assets("2025-03", "district", brought("ban-do.gpkg"), state)
    (file,) = state.glob("district-2025-03-60.*.geojson")
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(boundaries.BrokenBoundaries, match="không còn nguyên vẹn"):
        served_boundaries.url("2025-03", "district", "60")
    assert served_boundaries.url("2025-03", "district", "58")
    assert len(served_boundaries.feature_codes("2025-03", "district")) == 17
