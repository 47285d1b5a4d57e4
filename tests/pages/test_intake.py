"""Cập nhật as a page: what it offers before a file is chosen, and what it keeps from the wall."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from components import explanation
from data import clock, store
from data.intake import preflight, submission
from data.intake.findings import Finding
from data.intake.open.limits import MAX_BYTES, MEGABYTE
from data.loader import load_tables
from pages.intake import words
from queries import assessments
from queries.view import View
from tests.data.intake.sheets import xlsx
from wording.streamlit import SENTENCES

SETTINGS = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"

ROWS = [
    ["Kỳ báo cáo", "2024-09"],
    ["Mã địa phương báo cáo", "595"],
    ["Mã địa phương", "Mã chỉ số", "Giá trị"],
    ["595", "digital_teams", 71],
]


@pytest.fixture
def sent(own_state):
    """A batch of Tuy Phong, in a store of its own."""
    tables, today = load_tables(), clock.now().normalize()
    checked = preflight.check_file("tuy-phong.xlsx", xlsx(ROWS), tables, today=today)
    return store.publish(submission.make_submission(checked, {}, tables, today), "Trần Thị Lan")


def test_a_workbook_is_offered_for_the_province_and_its_districts(visit):
    at = visit("cap-nhat")
    assert not at.exception
    areas = next(each for each in at.selectbox if each.label == words.AREA)
    assert areas.options[0] == "Tỉnh Bình Thuận"
    assert "Huyện Tuy Phong" in areas.options


def test_the_page_the_server_and_the_check_of_a_file_have_one_limit():
    limit = tomllib.loads(SETTINGS.read_text("utf-8"))["server"]["maxUploadSize"]
    assert limit * MEGABYTE == MAX_BYTES
    assert f"tối đa {limit} MB" in words.FILE_HELP
    assert SENTENCES[f"{limit}MB per file"] == f"Mỗi tệp tối đa {limit} MB"


def test_the_wall_shows_no_form(visit):
    at = visit("cap-nhat", present="1")
    assert not at.exception
    assert words.NOT_ON_WALL in [each.value for each in at.info]
    assert not at.tabs


def test_the_history_names_who_sent_what(visit, sent):
    at = visit("cap-nhat")
    assert not at.exception
    event = next(each for each in at.selectbox if each.label == words.EVENT)
    assert "Huyện Tuy Phong" in event.options[0]
    assert "Trần Thị Lan" in event.options[0]


def shown(path, visit):
    """What a page that keeps what it has written shows of the teams of Tuy Phong."""
    at = visit(path, cap="huyen", ngay="2024-10-01", **{"chi-so": "digital_teams", "ds": "595,594"})
    assert not at.exception
    sent = "".join(str(each.proto) for each in at.main)
    return sent.replace("\\", "").replace("u1ed5", "ổ")  # a component is sent JSON, in ASCII


@pytest.mark.parametrize("path", ["ban-do", "so-sanh"])
def test_a_published_figure_is_shown_at_once_by_pages_that_were_written_before(visit, own_state, path):
    assert "71 tổ" not in shown(path, visit)
    tables, today = load_tables(), clock.now().normalize()
    checked = preflight.check_file("tuy-phong.xlsx", xlsx(ROWS), tables, today=today)
    store.publish(submission.make_submission(checked, {}, tables, today), "Trần Thị Lan")
    assert "71 tổ" in shown(path, visit)


def test_what_another_process_takes_back_stands_in_the_history_at_the_next_run(visit, sent):
    at = visit("cap-nhat")
    store.rollback(sent.batch, "Lê Văn Nam")
    at.run()
    event = next(each for each in at.selectbox if each.label == words.EVENT)
    assert len(event.options) == 2
    assert "Lê Văn Nam" in event.options[0]


def test_a_kept_reason_stands_in_the_working_of_its_figure(own_state):
    tables, today = load_tables(), clock.now().normalize()
    rows = [*ROWS[:3], ["595", "work_files_online", 75], ["60", "work_files_online", 90]]
    checked = preflight.check_file("tuy-phong.xlsx", xlsx(rows), tables, today=today, mapping={})
    figures = checked.sent[checked.sent["locality"].eq("595")]
    warned = Finding("jump", "warning", "Số liệu", "C4", "75 %", "", "Ô C4: tăng vọt.")
    doubtful = replace(checked, findings=(warned,), sent=figures)
    store.publish(submission.make_submission(doubtful, {warned: "Đã đếm lại"}, tables, today), "Lan")
    looked = View()
    row = (
        assessments.assessed(looked, "work_files_online")
        .query("locality == '595' and origin == 'entered'")
        .iloc[0]
    )
    told = explanation.explanation_sentences(row)
    assert "Khi gửi có cảnh báo: Ô C4: tăng vọt. Địa phương giữ số này, lý do: Đã đếm lại" in told
    assert any("Địa phương báo cáo" in each for each in told)
