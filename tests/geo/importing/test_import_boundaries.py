"""The command as it is called: exit codes, what is written and what is told."""

import json
import shutil
import subprocess
import sys

import pytest
import shapely

from geo import boundaries, import_lock, imported_boundaries
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


def imported(where):
    assets, broken = imported_boundaries.read_assets("2025-07", "commune", where)
    assert not broken
    return assets


def sources(where, province="VN"):
    return imported(where)[province].sources


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
    sheets = imported(state)
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
    assert set(imported(state)) == {"68"}
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


def test_the_count_of_rows_and_what_is_set_aside_are_told(run):
    lake = {"ma": "", "ten": "Hồ", "tinh": "Đồng Nai", "geometry": shapely.box(108, 11.1, 108.1, 11.2)}
    rows = [*({**row, "tinh": "Lâm Đồng"} for row in ROWS[:3]), {**ROWS[3], "tinh": "Khánh Hòa"}, lake]
    code, printed, told = run(rows, "--province", "68")
    assert code == COMPLETE
    assert "Đọc 5 vùng trong 5 dòng của tệp." in printed
    assert (told["rows"], told["set_aside"]) == (5, {"other_province": 2})


def test_a_file_of_one_province_is_told_how_to_be_imported(run):
    code, printed, _ = run(ROWS[:3])
    assert code == INCOMPLETE
    assert (
        "đủ hình của: 68 Tỉnh Lâm Đồng. Hãy nhập từng tỉnh bằng --province, ví dụ --province 68." in printed
    )


def test_a_file_wider_than_the_register_is_told_how_to_be_imported(run):
    north = {"ma": "", "ten": "Xã Nơi Khác", "geometry": shapely.box(105, 20, 105.1, 20.1)}
    code, printed, _ = run([*ROWS, north])
    assert code == INCOMPLETE
    assert "1 vùng nằm ngoài các tỉnh của danh mục." in printed
    assert "--province (mã tỉnh: 68, 56)" in printed


def test_a_wrong_zone_is_told_with_the_right_one_which_then_is_taken(layer, register, tmp_path, capsys):
    shapes = layer(*ROWS).to_crs("EPSG:9218").set_crs("EPSG:9217", allow_override=True)
    shapes.to_file(tmp_path / "a.gpkg")
    where = ["--vintage", "2025-07", "--level", "commune", "--register", str(register)]
    assert main([str(tmp_path / "a.gpkg"), *where]) == INCOMPLETE
    printed = capsys.readouterr().out
    assert "Cả tệp lệch khoảng 27 km về phía tây" in printed
    assert "chạy lại với --crs EPSG:9218" in printed
    assert main([str(tmp_path / "a.gpkg"), *where, "--crs", "EPSG:9218"]) == COMPLETE


def test_imports_of_two_provinces_at_once_both_stand(layer, register, tmp_path, state):
    """Each process reads the present set, adds its province and writes; a lock puts one after the other."""
    file = tmp_path / "a.geojson"
    file.write_text(layer(*ROWS).to_json(), encoding="utf-8")
    command = [sys.executable, "-m", "geo.import_boundaries", str(file), "--vintage", "2025-07"]
    command += ["--level", "commune", "--register", str(register), "--province"]
    running = [
        subprocess.Popen([*command, province], cwd=boundaries.HERE.parent) for province in ("68", "56")
    ]
    assert [each.wait(timeout=120) for each in running] == [COMPLETE, COMPLETE]
    assert set(imported(state)) == {"68", "56"}


def test_an_import_that_waits_too_long_for_another_one_says_so(run, state, monkeypatch):
    monkeypatch.setattr(import_lock, "PATIENCE", 0.0)
    with import_lock.exclusive(state):
        code, _, _ = run(ROWS)
    assert code == INCOMPLETE
    assert not imported_boundaries.index_path("2025-07", "commune", state).exists()
    assert run(ROWS)[0] == COMPLETE
