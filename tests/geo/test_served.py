import gzip
import json
import sys
from dataclasses import replace
from subprocess import run

import brotli
import pytest

from geo import boundaries, imported, served
from geo.assets import sheet


@pytest.fixture(autouse=True)
def state(monkeypatch, tmp_path):
    """Nothing was imported, whatever stands on this machine."""
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path))
    return tmp_path / "boundaries"


def test_khanh_hoa_fits_without_truong_sa():
    assert served.bounds("2025-07", "commune", "56")[2] < 110
    assert "22736" in served.codes("2025-07", "commune", "56")


def test_codes_stand_in_the_order_of_the_features():
    shapes = served.collection("2025-03", "district", "60")["features"]
    assert [each["properties"]["code"] for each in shapes] == list(served.codes("2025-03", "district", "60"))


def test_a_province_is_served_alone_and_the_country_whole():
    assert len(served.codes("2025-03", "district", "60")) == 10
    assert len(served.codes("2025-03", "district")) == len(served.codes("2025-03", "district", "VN")) == 27
    assert served.address("2025-03", "district", "60").startswith("/boundaries/district-2025-03-60.")


def test_every_address_is_answered_in_every_encoding_alike():
    asked = [
        served.address(v, level, p)
        for v, p in [("2025-03", "60"), ("2025-07", None)]
        for level in ("province", "commune")
    ]
    for address in [*asked, served.archipelagos()]:
        packed = served.asset(address.removeprefix(served.ROOT))
        assert gzip.decompress(packed["gzip"]) == brotli.decompress(packed["br"]) == packed["identity"]
        assert len(packed["br"]) < len(packed["identity"]) / 2
        assert json.loads(packed["identity"])["type"] == "FeatureCollection"


def test_there_are_no_districts_after_the_reform():
    with pytest.raises(KeyError):
        served.address("2025-07", "district")


def test_a_broken_file_is_refused_while_the_others_are_served(monkeypatch, tmp_path):
    for vintage, levels in boundaries.levels().items():
        for level in levels:
            copy = boundaries.path(vintage, level, tmp_path)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(boundaries.path(vintage, level).read_bytes())
    boundaries.path("2025-03", "commune", tmp_path).write_text("{", encoding="utf-8")
    monkeypatch.setattr(boundaries, "BOUNDARIES", tmp_path)
    with pytest.raises(boundaries.BrokenBoundaries):
        served.address("2025-03", "commune")
    assert served.asset(served.address("2025-07", "commune").removeprefix(served.ROOT))


def test_an_unknown_name_is_no_file():
    assert served.asset("commune-2025-07.000000000000.geojson") is None
    assert served.asset("../served.py") is None


def brought(source):
    """The districts of Bình Thuận as someone imported them: ours with their source."""
    shapes = served.collection("2025-03", "district", "60")["features"]
    for each in shapes:
        each["properties"]["source"] = source
    return {"60": sheet("district-2025-03-60", shapes)}


def test_an_imported_province_is_served_in_the_place_of_ours_and_names_its_source(state):
    before = served.address("2025-03", "district", "60"), served.address("2025-03", "district")
    imported.write("2025-03", "district", brought("ban-do.gpkg"), state)
    after = served.address("2025-03", "district", "60"), served.address("2025-03", "district")
    assert not set(before) & set(after)
    assert served.basis("2025-03", "district", "60") == "ranh giới theo ban-do.gpkg"
    assert served.basis("2025-03", "district", "58") == "ranh giới sơ đồ"
    assert served.basis("2025-03", "district") == "ranh giới sơ đồ, một phần theo ban-do.gpkg"
    assert len(served.codes("2025-03", "district")) == 27
    for address in after:
        packed = served.asset(address.removeprefix(served.ROOT))
        assert json.loads(brotli.decompress(packed["br"])) == json.loads(packed["identity"])


def test_an_import_the_register_has_outgrown_is_refused_with_the_way_out(state):
    (sheet_60,) = brought("ban-do.gpkg").values()
    imported.write("2025-03", "district", {"60": replace(sheet_60, codes=sheet_60.codes[1:])}, state)
    with pytest.raises(boundaries.BrokenBoundaries, match=r"lệch 1 địa phương\. Hãy nhập lại"):
        served.address("2025-03", "district", "60")
    assert served.address("2025-03", "commune", "60")


def test_the_pages_way_to_the_boundaries_is_free_of_heavy_libraries():
    code = """
import sys
from geo import served
served.asset(served.address("2025-07", "commune").removeprefix(served.ROOT))
print(*sys.modules)
"""
    loaded = run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=boundaries.HERE.parent
    )
    assert not {"geopandas", "shapely", "scipy", "pandas", "numpy"} & set(loaded.stdout.split())
