"""The same from a shell: what is printed, and the exit codes."""

import json
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from data import clock, store
from data.intake.__main__ import main
from data.intake.template import HEADING_ROW, LETTERS

FIRST = HEADING_ROW + 1

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def _store(own_state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The project's tables, and the cache in which it is remembered that they were checked.
    monkeypatch.delenv("DASHBOARD_CACHE")


@pytest.fixture
def filled(tmp_path):
    """The template of Tuy Phong, with values in its first rows."""

    def fill(*values):
        path = tmp_path / "tuy-phong.xlsx"
        assert main(["template", "--locality", "595", "--period", "2024-09", "-o", str(path)]) == 0
        book = load_workbook(path)
        for row, value in enumerate(values, start=FIRST):
            book["Số liệu"][f"{LETTERS['value']}{row}"] = value
        book.save(path)
        return str(path)

    return fill


def run(capsys, *arguments):
    capsys.readouterr()
    code = main(arguments)
    return code, capsys.readouterr()


def test_a_clean_file_is_told_as_one_object(filled, capsys):
    code, said = run(capsys, "check", filled(77.15, 80), "--json")
    told = json.loads(said.out)
    assert code == 0
    assert (told["errors"], told["warnings"]) == ([], [])
    assert [(each["indicator"], each["value"]) for each in told["new"]] == [
        ("online_dossier_share", "77,15 %"),
        ("online_dossier_share_full", "80 %"),
    ]
    assert told["new"][0]["period"] == "2024-07-01/2024-09-30"
    assert "digital_teams" in [each["indicator"] for each in told["absent"]]


def test_mistakes_are_told_by_cell_and_nothing_is_stored(filled, capsys):
    path = filled(177.15, "nhiều")
    code, said = run(capsys, "check", path, "--json")
    errors = json.loads(said.out)["errors"]
    assert code == 1
    assert [(each["sheet"], each["cell"], each["found"]) for each in errors] == [
        ("Số liệu", "G8", "177,15 %"),
        ("Số liệu", "G9", "nhiều"),
    ]
    assert all(each["expected"] and each["message"] for each in errors)
    code, said = run(capsys, "publish", path, "--by", "Lan")
    assert code == 1
    assert "2 lỗi" in said.out
    assert run(capsys, "history", "--json")[1].out.count("batch") == 0


def test_what_cannot_be_read_has_its_own_code(tmp_path, capsys):
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    code, said = run(capsys, "check", str(broken), "--json")
    assert (code, len(json.loads(said.out)["errors"])) == (2, 1)
    code, said = run(capsys, "check", str(tmp_path / "khong-co.xlsx"), "--json")
    assert code == 2
    assert "khong-co.xlsx" in json.loads(said.out)["errors"][0]["message"]
    assert run(capsys, "template", "--locality", "9999", "--period", "2024-09")[0] == 2


def test_a_file_is_published_listed_and_taken_back(filled, capsys):
    path = filled(77.15)
    code, said = run(capsys, "publish", path, "--by", "Lan", "--json")
    receipt = json.loads(said.out)
    assert (code, receipt["by"], receipt["counts"]["new"]) == (0, "Lan", 1)
    assert run(capsys, "publish", path, "--by", "Lan")[0] == 1  # nothing new
    assert run(capsys, "rollback", receipt["batch"], "--by", "Hoa")[0] == 0
    assert run(capsys, "rollback", receipt["batch"], "--by", "Hoa")[0] == 1
    events = json.loads(run(capsys, "history", "--json")[1].out)["history"]
    assert [(each["action"], each["by"], each["area"]) for each in events] == [
        ("publish", "Lan", "595"),
        ("rollback", "Hoa", "595"),
    ]


def test_a_clock_before_the_newest_publication_is_told_beside_the_result(capsys, monkeypatch):
    store.revision()
    monkeypatch.setattr(clock, "now", lambda: pd.Timestamp("2019-01-01 00:05").as_unit("us"))
    code, said = run(capsys, "history", "--json")
    assert code == 0
    assert "history" in json.loads(said.out)
    assert "Đồng hồ của máy đang chỉ 00:05 01/01/2019" in said.err
