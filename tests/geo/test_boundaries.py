import json

import pytest

from geo import boundaries
from geo.boundaries import BrokenBoundaries, Locality

REGISTER = """\
vintage,code,name,type,level,parent_code,lon,lat,area_km2,population,population_year,mapped,note
2025-07,VN,Cả nước,quốc gia,country,,,,,,,true,
2025-07,56,Tỉnh Khánh Hòa,tỉnh,province,VN,,,,,,true,
2025-07,00127,Xã Một,xã,commune,56,,,,,,true,
2025-07,22302,Xã Hai,xã,commune,56,,,,,,true,
2025-07,22736,Đặc khu Trường Sa,đặc khu,commune,56,,,,,,true,
2025-07,22999,Xã Ngoài,xã,commune,56,,,,,,false,
2025-03,22302,Xã Tên Cũ,xã,commune,56,,,,,,true,
"""
CLOCKWISE = [[108, 11], [108, 12], [109, 12], [109, 11], [108, 11]]
SQUARE = {"type": "Polygon", "coordinates": [CLOCKWISE]}
FAR = [[114, 9], [114, 10], [115, 10], [115, 9], [114, 9]]


def feature(code, geometry=SQUARE, name="code"):
    return {"type": "Feature", "properties": {name: code}, "geometry": geometry}


def polygon(*corners):
    return {"type": "Polygon", "coordinates": [corners]}


@pytest.fixture
def register(tmp_path):
    table = tmp_path / "localities.csv"
    table.write_text(REGISTER, encoding="utf-8")
    return table


@pytest.fixture
def put(tmp_path):
    """Put a user's file in the place of ours; returns the folder."""

    def put_there(content, level="commune"):
        target = boundaries.path("2025-07", level, tmp_path)
        target.parent.mkdir(exist_ok=True)
        if isinstance(content, list):
            content = json.dumps({"type": "FeatureCollection", "features": content})
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return put_there


def read(directory, register, level="commune"):
    return boundaries.read_boundaries("2025-07", level, directory, register)["features"]


def complaints(directory, register):
    with pytest.raises(BrokenBoundaries) as refusal:
        read(directory, register)
    return [str(problem) for problem in refusal.value.problems]


def test_the_register_names_what_a_file_has_to_hold(register):
    assert boundaries.read_localities("2025-07", "commune", register) == {
        "00127": Locality("00127", "Xã Một", "commune", "56", "56"),
        "22302": Locality("22302", "Xã Hai", "commune", "56", "56"),
        "22736": Locality("22736", "Đặc khu Trường Sa", "commune", "56", "56"),
    }


def test_a_users_file_takes_the_registers_names_and_keeps_its_own_order(put, register):
    first, second, _ = read(put([feature("22302"), feature("00127")]), register)
    assert first["properties"] == {
        "code": "22302",
        "name": "Xã Hai",
        "level": "commune",
        "vintage": "2025-07",
        "province": "56",
        "parent_code": "56",
        "inset": False,
    }
    assert second["properties"]["code"] == "00127"


@pytest.mark.parametrize("name", ["code", "MA", "ma_xa", "MaXa", "ward_code"])
def test_a_code_is_found_under_its_usual_names(put, register, name):
    found = read(put([feature("00127", name=name), feature("22302", name=name)]), register)
    assert [each["properties"]["code"] for each in found] == ["00127", "22302", "22736"]


@pytest.mark.parametrize("code", [127, 127.0, "127", "00127 "])
def test_a_code_that_a_spreadsheet_shortened_is_understood(put, register, code):
    assert read(put([feature(code), feature("22302")]), register)[0]["properties"]["code"] == "00127"


def test_truong_sa_may_be_left_out_and_gets_its_symbol(put, register):
    symbol = read(put([feature("00127"), feature("22302")]), register)[-1]
    assert symbol["properties"]["inset"] is True
    assert symbol["geometry"]["type"] == "MultiPolygon"


def test_a_provinces_parts_on_the_high_sea_are_left_to_the_inset(put, register):
    both = {"type": "MultiPolygon", "coordinates": [[CLOCKWISE], [FAR]]}
    (province,) = read(put([feature("56", both)], "province"), register, "province")
    assert province["geometry"] == SQUARE


def test_exteriors_are_turned_clockwise_and_holes_the_other_way(put, register):
    hole = [[108.4, 11.4], [108.4, 11.6], [108.6, 11.6], [108.4, 11.4]]
    backwards = {"type": "Polygon", "coordinates": [CLOCKWISE[::-1], hole]}
    first = read(put([feature("00127", backwards), feature("22302")]), register)[0]
    assert first["geometry"]["coordinates"] == [CLOCKWISE, hole[::-1]]


GOOD = feature("22302")
BROKEN = {
    "not JSON": ("{", ["2025-07/commune.geojson: không phải tệp JSON đúng dạng (dòng 1, cột 2). "]),
    "not UTF-8": (b"\xff\xfe{}", ["2025-07/commune.geojson: không phải bảng mã UTF-8. "]),
    "a list": ("[]", ["2025-07/commune.geojson: không phải GeoJSON kiểu FeatureCollection"]),
    "no features": ([], ["2025-07/commune.geojson: không phải GeoJSON kiểu FeatureCollection"]),
    "no code property": (
        [feature("00127", name="ten"), feature("22302", name="ten")],
        ["2025-07/commune.geojson: không vùng nào có thuộc tính mã (code, ma_xa"],
    ),
    "a missing code": ([GOOD], ["2025-07/commune.geojson: thiếu 1 xã của danh mục: 00127. "]),
    "an extra code": (
        [feature("00127"), GOOD, feature("99999")],
        ["2025-07/commune.geojson, vùng thứ 3 (mã 99999): mã này không có trong danh mục xã của mốc địa giới 2025-07"],
    ),
    "a code twice": (
        [feature("00127"), GOOD, GOOD],
        ["2025-07/commune.geojson, vùng thứ 3 (mã 22302): mã này đã có ở vùng thứ 2. "],
    ),
    "an empty code": (
        [feature("00127"), GOOD, feature(None)],
        ["2025-07/commune.geojson, vùng thứ 3: không có mã ở thuộc tính “code”. "],
    ),
    "metres": (
        [feature("00127", polygon([5e5, 1e6], [5e5, 2e6], [6e5, 2e6], [5e5, 1e6])), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): tọa độ (500000.0000; 1000000.0000) nằm ngoài Việt Nam. "],
    ),
    "latitude first": (
        [feature("00127", polygon([11, 108], [12, 108], [12, 109], [11, 108])), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): tọa độ (11.0000; 108.0000) nằm ngoài Việt Nam. "],
    ),
    "no geometry": (
        [feature("00127", None), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): không có hình hoặc hình trống. "],
    ),
    "an empty geometry": (
        [feature("00127", {"type": "Polygon", "coordinates": []}), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): không có hình hoặc hình trống. "],
    ),
    "a point": (
        [feature("00127", {"type": "Point", "coordinates": [108, 11]}), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): hình kiểu “Point”, không phải Polygon"],
    ),
    "an open ring": (
        [feature("00127", polygon([108, 11], [108, 12], [109, 12], [109, 11])), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): có đường bao chưa khép kín"],
    ),
    "words for numbers": (
        [feature("00127", polygon(["a", "b"], [1, 2], [3, 4], ["a", "b"])), GOOD],
        ["2025-07/commune.geojson, vùng thứ 1 (mã 00127): có tọa độ không phải số. "],
    ),
    "several": (
        [feature("99999"), GOOD],
        [
            "2025-07/commune.geojson, vùng thứ 1 (mã 99999): mã này không có trong danh mục xã",
            "2025-07/commune.geojson: thiếu 1 xã của danh mục: 00127. ",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "beginnings"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_saying_where_and_what(put, register, content, beginnings):
    found = complaints(put(content), register)
    assert len(found) == len(beginnings)
    for complaint, beginning in zip(found, beginnings, strict=True):
        assert complaint.startswith(beginning)
        assert ". Hãy " in complaint


def test_a_missing_file_is_told_with_the_command_that_makes_it(tmp_path, register):
    assert "python -m geo.schematic" in complaints(tmp_path, register)[0]


def test_a_long_list_of_missing_codes_is_cut(tmp_path):
    expected = {f"{n:05}": Locality(f"{n:05}", "Xã", "commune", "56", "56") for n in range(9)}
    source = tmp_path / "commune.geojson"
    source.write_text(json.dumps({"features": [feature("00000")]}), encoding="utf-8")
    (problem,) = boundaries.find_problems(source, "2025-07", "commune", expected)
    assert problem.fault == "thiếu 8 xã của danh mục: 00001, 00002, 00003, 00004, 00005 và 3 mã khác"


@pytest.mark.parametrize(
    ("vintage", "level"), [(v, level) for v, levels in boundaries.levels().items() for level in levels]
)
def test_our_own_files_fit_the_register(vintage, level):
    assert (
        boundaries.find_problems(
            boundaries.path(vintage, level), vintage, level, boundaries.read_localities(vintage, level)
        )
        == []
    )


def test_the_refusal_counts_its_problems(put, register):
    with pytest.raises(BrokenBoundaries, match="có 2 lỗi"):
        read(put([feature("99999"), GOOD]), register)
