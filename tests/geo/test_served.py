import gzip
import json
import sys
from subprocess import run

import brotli
import pytest

from geo import boundaries, served

SQUARE = {"type": "Polygon", "coordinates": [[[107, 11], [107, 12], [108, 12], [108, 11], [107, 11]]]}


def feature(code, geometry=SQUARE, inset=False):
    return {"type": "Feature", "properties": {"code": code, "inset": inset}, "geometry": geometry}


def test_a_file_is_named_after_its_contents():
    same, other = served.sheet("a", [feature("01")]), served.sheet("a", [feature("02")])
    assert served.sheet("a", [feature("01")]).name == same.name
    assert other.name != same.name
    assert same.name.startswith("a.")
    assert same.name.endswith(".geojson")


def test_bounds_leave_the_insets_out():
    far = {"type": "Polygon", "coordinates": [[[112, 8], [112, 9], [113, 9], [112, 8]]]}
    assert served.sheet("a", [feature("01"), feature("02", far, inset=True)]).bounds == (107, 11, 108, 12)


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
        packed = served.assets()[address.removeprefix(served.ROOT)]
        assert gzip.decompress(packed["gzip"]) == brotli.decompress(packed["br"]) == packed["identity"]
        assert len(packed["br"]) < len(packed["identity"]) / 2
        assert json.loads(packed["identity"])["type"] == "FeatureCollection"


def test_there_are_no_districts_after_the_reform():
    with pytest.raises(KeyError):
        served.address("2025-07", "district")


def test_a_broken_file_is_refused_while_the_others_are_served(tmp_path):
    for vintage, levels in boundaries.LEVELS.items():
        for level in levels:
            copy = boundaries.path(vintage, level, tmp_path)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(boundaries.path(vintage, level).read_bytes())
    boundaries.path("2025-03", "commune", tmp_path).write_text("{", encoding="utf-8")
    names = served._assets(tmp_path, boundaries.REGISTER)
    assert not [name for name in names if name.startswith("commune-2025-03")]
    assert [name for name in names if name.startswith("commune-2025-07")]


def test_the_pages_way_to_the_boundaries_is_free_of_heavy_libraries():
    code = "import sys; from geo import served; served.assets(); print(*sys.modules)"
    loaded = run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=boundaries.HERE.parent
    )
    assert not {"geopandas", "shapely", "scipy", "pandas", "numpy"} & set(loaded.stdout.split())
