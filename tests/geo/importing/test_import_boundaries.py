"""The command as it is called: exit codes, what is written and what is told."""

import json
import shutil

import pytest
import shapely

from geo import imported_boundaries
from geo.import_boundaries import COMPLETE, INCOMPLETE, UNREADABLE, main

ROWS = [
    {"ma": "00127", "ten": "Xã Tân Hà"},
    {"ma": "22918", "ten": "Phường Mũi Né"},
    {"ma": "22960", "ten": "Xã Hòa Thắng"},
    {"ma": "22302", "ten": "Xã Tân Hà"},
]


@pytest.fixture(autouse=True)
def state(monkeypatch, tmp_path):
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path / "state"))
    return tmp_path / "state" / "boundaries"


@pytest.fixture
def run(layer, register, tmp_path, capsys):
    """Import rows; returns the exit code, what was printed and the object of the last line."""

    def of(rows, *options):
        file = tmp_path / "ranh-gioi.geojson"
        file.write_text(layer(*rows).to_json(), encoding="utf-8")
        where = ["--vintage", "2025-07", "--level", "commune", "--register", str(register), "--json"]
        code = main([str(file), *where, *map(str, options)])
        printed = capsys.readouterr().out.splitlines()
        return code, "\n".join(printed[:-1]), json.loads(printed[-1])

    return of


def sources(where, province="VN"):
    return imported_boundaries.read_assets("2025-07", "commune", where)[province].sources


def test_a_whole_file_takes_the_place_of_the_present_boundaries(run, state):
    code, printed, told = run(ROWS)
    assert code == COMPLETE
    assert "Khớp 4/4 địa phương (4 theo mã)." in printed
    assert told["matched"] == [
        {"feature": 1, "name": "Xã Tân Hà", "code": "00127", "how": "code"},
        {"feature": 2, "name": "Phường Mũi Né", "code": "22918", "how": "code"},
        {"feature": 3, "name": "Xã Hòa Thắng", "code": "22960", "how": "code"},
        {"feature": 4, "name": "Xã Tân Hà", "code": "22302", "how": "code"},
    ]
    assert told["unmatched_features"] == told["unmatched_localities"] == told["area_errors"] == []
    assert told["repairs"]["overlaps"] == 0
    sheets = imported_boundaries.read_assets("2025-07", "commune", state)
    assert set(sheets) == {"VN", "68", "56"}
    for sheet in sheets.values():
        assert set(imported_boundaries.read_encodings(sheet.name, state)) == {"identity", "gzip", "br"}


def test_an_incomplete_file_replaces_nothing_and_names_what_is_missing(run, state):
    assert run(ROWS, "--source", "bộ cũ")[0] == COMPLETE
    before = sorted(path.name for path in state.iterdir())
    code, printed, told = run(
        [*ROWS[:2], {"ma": "", "ten": "Hồ", "geometry": shapely.box(108, 12, 109, 13)}, ROWS[3]]
    )
    assert code == INCOMPLETE
    assert "Chưa đủ: ranh giới đang dùng giữ nguyên." in printed
    assert told["unmatched_features"] == [{"feature": 3, "name": "Hồ", "reason": "not_named", "guesses": []}]
    assert told["unmatched_localities"] == [
        {"code": "22960", "name": "Xã Hòa Thắng", "reason": "no_feature", "guesses": []}
    ]
    assert sorted(path.name for path in state.iterdir()) == before
    assert sources(state) == ("bộ cũ",)


def test_a_feature_without_a_shape_is_told(run):
    code, _, told = run([*ROWS[:2], {**ROWS[2], "geometry": shapely.Polygon()}, ROWS[3]])
    assert code == INCOMPLETE
    assert [each["feature"] for each in told["unmatched_features"]] == [3]
    assert [each["code"] for each in told["unmatched_localities"]] == ["22960"]


def test_a_provinces_old_shapefile_is_imported(layer, register, tmp_path, state):
    """Zipped, in the province's zone of VN-2000, names in a TCVN3 font and no word on the encoding."""
    names = ["X· T©n Hµ", "Ph\u00adêng Mòi NÐ", "X· Hßa Th¾ng", "X· T©n Hµ"]
    folder = tmp_path / "ranh gioi"
    folder.mkdir()
    layer(*({"TEN": name} for name in names)).to_crs("EPSG:9218").to_file(
        folder / "xa.shp", encoding="ISO-8859-1"
    )
    (folder / "xa.cpg").unlink()
    file = shutil.make_archive(str(tmp_path / "xa"), "zip", tmp_path, folder.name)
    where = ["--vintage", "2025-07", "--level", "commune", "--register", str(register)]
    assert main([file, *where]) == COMPLETE
    assert sources(state) == ("xa.zip",)


def test_a_covered_locality_makes_a_file_incomplete(run):
    code, _, told = run([*ROWS[:2], {**ROWS[2], "geometry": shapely.box(108.1, 11, 108.2, 11.1)}, ROWS[3]])
    assert code == INCOMPLETE
    assert told["unmatched_localities"][0]["reason"] == "covered"


def test_an_unreadable_file_is_told_in_one_object_too(tmp_path, register, capsys, state):
    file = tmp_path / "a.geojson"
    file.write_text("{", encoding="utf-8")
    code = main([str(file), "--vintage", "2025-07", "--level", "commune", "--json"])
    out, err = capsys.readouterr()
    assert code == UNREADABLE
    assert "Không đọc được tệp a.geojson" in err
    assert "Không đọc được" in json.loads(out.splitlines()[-1])["error"]
    assert not state.exists()


def test_a_dry_run_writes_nothing(run, state):
    code, printed, _ = run(ROWS, "--dry-run")
    assert (code, state.exists()) == (COMPLETE, False)
    assert "Chạy thử: không ghi gì." in printed


def test_another_folder_leaves_the_present_boundaries_alone(run, state, tmp_path):
    assert run(ROWS, "--out", tmp_path / "elsewhere")[0] == COMPLETE
    assert sources(tmp_path / "elsewhere") == ("ranh-gioi.geojson",)
    assert not state.exists()


def test_one_province_is_imported_beside_the_others(run, state):
    code, printed, _ = run(ROWS, "--province", "68", "--source", "Sở Xây dựng")
    assert code == COMPLETE
    assert "Để riêng 1 vùng thuộc tỉnh khác." in printed
    assert set(imported_boundaries.read_assets("2025-07", "commune", state)) == {"68"}
    run(ROWS, "--province", "56", "--source", "tệp hai")
    assert (sources(state, "68"), sources(state, "56")) == (("Sở Xây dựng",), ("tệp hai",))


def test_one_province_is_exchanged_in_the_country_too(run, state):
    run(ROWS, "--source", "cả nước")
    run(ROWS, "--province", "68", "--source", "tỉnh")
    assert sources(state) == ("cả nước", "tỉnh")
    assert sources(state, "56") == ("cả nước",)


def test_a_mapping_fixes_what_did_not_match_and_tells_its_idle_lines(run, tmp_path):
    small = {"ma": "", "ten": "Mũi Né mới", "geometry": shapely.box(108.1, 11, 108.14, 11.1)}
    lake = {"ma": "", "ten": "Hồ", "geometry": shapely.box(108.14, 11, 108.2, 11.1)}
    rows = [ROWS[0], small, *ROWS[2:], lake]
    assert run(rows)[0] == INCOMPLETE
    lines = "feature,code\n2,22918\n5,-\n9,22960\n"
    (tmp_path / "doi-chieu.csv").write_text(lines, encoding="utf-8")
    code, printed, told = run(rows, "--mapping", tmp_path / "doi-chieu.csv")
    assert code == COMPLETE
    assert told["matched"][1] == {"feature": 2, "name": "Mũi Né mới", "code": "22918", "how": "mapping"}
    assert "doi-chieu.csv, dòng 4: không có đúng một vùng “9”" in printed
    assert [each["code"] for each in told["area_errors"]] == ["22918"]


def test_the_report_shows_old_and_new_and_needs_nothing_else(run, tmp_path):
    file = tmp_path / "bao-cao.html"
    run(
        [*ROWS[:3], {"ma": "", "ten": "<b>Hồ</b>", "geometry": shapely.box(108, 12, 109, 13)}],
        "--report",
        file,
    )
    text = file.read_text(encoding="utf-8")
    assert "http" not in text
    assert "&lt;b&gt;Hồ&lt;/b&gt;" in text
    assert "<title>Phường Mũi Né</title>" in text
    assert text.count("<svg") == 2
    assert all(word in text for word in ("Đang dùng", "Trong tệp", "Vùng chưa khớp (1)", "22302"))


def test_a_folder_that_can_not_be_written_is_told(run, tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, told = run(ROWS, "--out", tmp_path / "file")
    assert code == INCOMPLETE
    assert len(told["matched"]) == 4


def test_a_province_the_register_does_not_know_is_refused(tmp_path, capsys):
    """Bình Thuận's code ended with the province."""
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path / "a.gpkg"), "--vintage", "2025-07", "--level", "commune", "--province", "60"])
    assert stopped.value.code == UNREADABLE
    assert "không có tỉnh mã 60" in capsys.readouterr().err


def test_there_are_no_districts_after_the_reform(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path / "a.gpkg"), "--vintage", "2025-07", "--level", "district"])
    assert stopped.value.code == UNREADABLE
    assert "không có cấp district" in capsys.readouterr().err
