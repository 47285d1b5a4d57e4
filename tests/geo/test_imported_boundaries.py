import json

import pytest

from geo import imported_boundaries
from geo.boundaries import BrokenBoundaries
from geo.boundary_asset import build_asset

SQUARE = {"type": "Polygon", "coordinates": [[[107, 11], [107, 12], [108, 12], [108, 11], [107, 11]]]}


def sheets(code):
    shapes = [
        {
            "type": "Feature",
            "properties": {"code": code, "inset": False, "source": "tệp.gpkg"},
            "geometry": SQUARE,
        }
    ]
    return {"60": build_asset("commune-2025-03-60", shapes)}


def write(code, where):
    imported_boundaries.write_assets("2025-03", "commune", sheets(code), where)
    return {path.name for path in where.iterdir()}


def read(where):
    assets, broken = imported_boundaries.read_assets("2025-03", "commune", where)
    for error in broken.values():
        raise error
    return assets


def test_imports_stand_among_what_users_made(monkeypatch, tmp_path):
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path))
    assert imported_boundaries.directory() == tmp_path / "boundaries"


def test_what_is_written_is_read(tmp_path):
    write("22918", tmp_path)
    assert read(tmp_path) == sheets("22918")
    name = sheets("22918")["60"].name
    assert set(imported_boundaries.read_encodings(name, tmp_path)) == {"identity", "gzip", "br"}


def test_nothing_imported_is_nothing(tmp_path):
    assert read(tmp_path / "nowhere") == {}
    assert imported_boundaries.modified_ns("2025-03", "commune", tmp_path) == 0
    assert imported_boundaries.read_encodings("commune-2025-03-60.0123456789ab.geojson", tmp_path) is None


def test_the_set_before_stays_for_who_still_asks_and_the_one_before_that_goes(tmp_path):
    write("1", tmp_path)
    assert any(sheets("1")["60"].name == name for name in write("2", tmp_path))
    assert not any(sheets("1")["60"].name in name for name in write("3", tmp_path))
    assert imported_boundaries.read_encodings(sheets("2")["60"].name, tmp_path)


def test_a_set_that_can_not_be_written_leaves_the_present_one(monkeypatch, tmp_path):
    write("1", tmp_path)
    put, calls = imported_boundaries._write_whole, []

    def full_disk(path, content):
        calls.append(path)
        if len(calls) == 3:
            raise OSError("no space left")
        put(path, content)

    monkeypatch.setattr(imported_boundaries, "_write_whole", full_disk)
    with pytest.raises(OSError, match="no space"):
        write("2", tmp_path)
    assert read(tmp_path) == sheets("1")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("harm", ["{", "[]", json.dumps({"60": {"name": "x"}})])
def test_a_damaged_index_is_told(tmp_path, harm):
    write("1", tmp_path)
    imported_boundaries.index_path("2025-03", "commune", tmp_path).write_text(harm, encoding="utf-8")
    with pytest.raises(BrokenBoundaries, match=r"không còn nguyên vẹn\. Hãy nhập lại"):
        read(tmp_path)


def test_an_altered_or_missing_file_is_told(tmp_path):
    write("1", tmp_path)
    file = tmp_path / sheets("1")["60"].name
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(BrokenBoundaries, match="không còn nguyên vẹn"):
        read(tmp_path)
    file.unlink()
    with pytest.raises(BrokenBoundaries, match="không có tệp này"):
        read(tmp_path)
