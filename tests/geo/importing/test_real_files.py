"""The real files beside the project: every feature finds its locality, none a wrong one."""

import json
from pathlib import Path

import pytest

from geo import boundaries
from geo.import_boundaries import COMPLETE, INCOMPLETE, main
from geo.importing import area_reader, attributes, matching

SHARED = Path(__file__).resolve().parents[4] / "shared" / "geo"
COUNTRY = SHARED / "units_vietnam_2025.csv"
LOW = "pre2025/communes_2025-03_3prov_low.geojson"
FULL = "post2025/communes_2025_3prov_full.gpkg"
RAW = "raw/sapnhapbando_2025/communes_114_raw.geojson.gz"
NATION = "post2025/communes_2025_vietnam_s60.parquet"
# Whatever a code can be read from.
CODES = [
    "code",
    "codeName",
    "gisServerId",
    "province_code",
    "former_province_code",
    "district_code",
    "src_codes_2019",
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.exists(), reason="the real boundary files are not beside the project"),
]


def match(file, vintage, level="commune", register=boundaries.REGISTER, without=()):
    """What became of a file's features, and how many of them the file's own code contradicts."""
    frame = area_reader.read_areas(SHARED / file).frame
    levels = boundaries.levels()[vintage]
    above = {
        each: boundaries.read_localities(vintage, each, register) for each in levels[: levels.index(level)]
    }
    places = boundaries.read_localities(vintage, level, register)
    said = attributes.read_attributes(frame.drop(columns=list(without), errors="ignore"), places, above)
    found = matching.match_features(said.features, frame, places, {})
    wrong = [
        each for each in found.matched if "code" in frame and frame.at[each.feature, "code"] != each.code
    ]
    return found, wrong


@pytest.mark.parametrize(
    ("file", "register", "count"),
    [(FULL, boundaries.REGISTER, 114), (FULL, COUNTRY, 114), (NATION, COUNTRY, 3321)],
)
def test_the_files_since_the_reform_match_by_code(file, register, count):
    found, wrong = match(file, "2025-07", register=register)
    assert [each.how for each in found.matched] == ["code"] * count
    assert not found.unmatched
    assert not wrong


@pytest.mark.parametrize(("file", "count"), [(FULL, 114), (NATION, 3321)])
@pytest.mark.parametrize(
    "without", [["code"], CODES, [*CODES, "fullName"]], ids=["own", "all", "all, bare names"]
)
def test_without_codes_nearly_all_match_and_none_is_wrong(file, count, without):
    found, wrong = match(file, "2025-07", register=COUNTRY, without=without)
    assert len(found.matched) >= 0.99 * count
    assert not wrong


def test_the_publishers_own_capture_matches_by_name():
    found, _ = match(RAW, "2025-07")
    assert [each.how for each in found.matched] == ["name"] * 114
    assert not found.unmatched


def test_the_only_commune_missing_before_the_reform_is_told_and_where_it_lies():
    found, wrong = match(LOW, "2025-03")
    assert len(found.matched) == 311
    assert not wrong
    assert not found.unmatched
    (missing,) = found.missing
    assert missing.code == "23255"  # Thắng Hải, drawn as part of Tân Thắng
    assert {each.code for each in found.matched if each.feature in missing.candidates} == {"23254"}


def test_the_districts_of_2019_match_by_code_and_the_one_that_grew_shows_in_its_area():
    found, wrong = match("pre2025/districts_2019_3prov_dvhcvn.geojson", "2025-03", "district")
    assert len(found.matched) == 27
    assert not wrong


def test_an_incomplete_real_file_replaces_nothing(tmp_path, capsys):
    where = ["--vintage", "2025-03", "--level", "commune", "--out", str(tmp_path)]
    assert main([str(SHARED / LOW), *where]) == INCOMPLETE
    assert "Thắng Hải" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_a_province_of_a_real_file_is_imported(tmp_path):
    where = ["--vintage", "2025-03", "--level", "commune", "--out", str(tmp_path), "--province", "58"]
    assert main([str(SHARED / LOW), *where]) == COMPLETE


def test_a_province_is_taken_out_of_the_whole_countrys_file(tmp_path, capsys):
    where = [
        "--vintage",
        "2025-07",
        "--level",
        "commune",
        "--out",
        str(tmp_path),
        "--province",
        "68",
        "--json",
    ]
    assert main([str(SHARED / NATION), *where]) == COMPLETE
    *printed, last = capsys.readouterr().out.splitlines()
    assert "Để riêng 3.197 vùng thuộc tỉnh khác." in printed
    told = json.loads(last)
    assert {each["how"] for each in told["matched"]} == {"code"}
    assert len(told["matched"]) == 124
    assert told["unmatched_features"] == told["unmatched_localities"] == []


@pytest.mark.parametrize(
    ("change", "strays"), [("removed", []), ("unknown", ["Xã Không Đâu"])], ids=["gone", "renamed and shrunk"]
)
def test_what_is_wrong_inside_the_province_alone_is_told(tmp_path, capsys, change, strays):
    nation = area_reader.read_areas(SHARED / NATION).frame
    at = nation.index[nation["code"] == "22960"]  # Phường Bình Thuận
    if change == "removed":
        nation = nation.drop(at)
    else:
        nation.loc[at, ["code", "fullName", "name"]] = ["", "Xã Không Đâu", "Không Đâu"]
        nation.loc[at, "geometry"] = nation.loc[at].to_crs(3857).buffer(-2000).to_crs(4326)
    nation.to_parquet(tmp_path / "nation.parquet")
    where = ["--vintage", "2025-07", "--level", "commune", "--province", "68", "--json"]
    where += ["--out", str(tmp_path / "out")]
    assert main([str(tmp_path / "nation.parquet"), *where]) == INCOMPLETE
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [each["name"] for each in told["unmatched_features"]] == strays
    assert [each["code"] for each in told["unmatched_localities"]] == ["22960"]
    assert not (tmp_path / "out").exists()


def test_the_whole_country_is_imported(tmp_path):
    where = ["--vintage", "2025-07", "--level", "commune", "--out", str(tmp_path), "--register", str(COUNTRY)]
    assert main([str(SHARED / NATION), *where]) == COMPLETE
    (country,) = tmp_path.glob("commune-2025-07.*.geojson")
    assert country.stat().st_size < 6.5e6


@pytest.mark.parametrize("without", [(), ("code",)], ids=["codes and names", "names"])
def test_every_single_part_of_the_country_finds_its_place(without):
    parts = area_reader.read_areas(SHARED / NATION).frame[["code", "fullName", "geometry"]].explode()
    parts.index = range(1, len(parts) + 1)
    places = boundaries.read_localities("2025-07", "commune")
    said = attributes.read_attributes(parts.drop(columns=list(without)), places, {})
    found = matching.match_features(said.features, parts, places, {})
    assert {each.feature: each.code for each in found.matched} == dict(parts["code"])
    assert not found.unmatched


def test_the_two_pairs_that_the_census_of_2009_exchanged_are_told():
    found, _ = match("pre2025/communes_vietnam_censusVN2009_raw.geojson.gz", "2025-03")
    told = {each.candidates[:2] for each in found.unmatched if each.reason == "swapped"}
    assert told >= {("22816", "22810"), ("22810", "22816"), ("22912", "22873"), ("22873", "22912")}
