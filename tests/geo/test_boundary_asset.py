import gzip

import brotli

from geo.boundary_asset import build_asset, encode, features_of

SQUARE = {"type": "Polygon", "coordinates": [[[107, 11], [107, 12], [108, 12], [108, 11], [107, 11]]]}
FAR = {"type": "Polygon", "coordinates": [[[112, 8], [112, 9], [113, 9], [112, 8]]]}


def feature(code, geometry=SQUARE, inset=False, **more):
    return {"type": "Feature", "properties": {"code": code, "inset": inset, **more}, "geometry": geometry}


def test_a_file_is_named_after_its_contents():
    same, other = build_asset("a", [feature("01")]), build_asset("a", [feature("02")])
    assert build_asset("a", [feature("01")]).name == same.name
    assert other.name != same.name
    assert same.name.startswith("a.")
    assert same.name.endswith(".geojson")
    assert features_of(same) == [feature("01")]


def test_bounds_leave_the_insets_out():
    assert build_asset("a", [feature("01"), feature("02", FAR, inset=True)]).bounds == (107, 11, 108, 12)


def test_a_sheet_says_where_its_shapes_are_from_whatever_stands_in_for_the_insets():
    shapes = [feature("01", source="ban-do.gpkg"), feature("02"), feature("03", FAR, inset=True)]
    assert build_asset("a", shapes).sources == ("ban-do.gpkg", "")
    assert build_asset("a", shapes[:1] + shapes[2:]).sources == ("ban-do.gpkg",)
    assert build_asset("a", shapes[2:]).sources == ("",)


def test_a_text_is_the_same_in_every_encoding():
    text = build_asset("a", [feature("01")]).content
    files = encode(text)
    assert files["identity"] == gzip.decompress(files["gzip"]) == brotli.decompress(files["br"]) == text
