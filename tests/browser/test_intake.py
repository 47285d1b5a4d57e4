"""The way of a figure: from a blank laptop at Tuy Phong to the committee's screen."""

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from benchmarks.server import ROOT, running
from data.intake.template import HEADING_ROW, LETTERS

LONG = 60_000


@pytest.fixture
def fresh(browser, tmp_path):
    """Address of a dashboard that nobody has sent anything to."""
    with running(ROOT / "app.py", DASHBOARD_STATE=str(tmp_path / "state")) as address:
        yield address


def fill(path, **values):
    """Write values beside the codes of their indicators, as a person does in Excel."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = {sheet[f"{LETTERS['indicator_code']}{row}"].value: row for row in range(HEADING_ROW + 1, 40)}
    for indicator, value in values.items():
        sheet[f"{LETTERS['value']}{rows[indicator]}"] = value
    book.save(path)


def choose(page, label, text):
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def send(page, path):
    """Choose a file, letting go of the one chosen before."""
    before = page.get_by_role("button", name="Remove")
    if before.count():
        before.first.click()
        expect(page.get_by_text("lỗi phải sửa")).to_have_count(0, timeout=LONG)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Tải lên").click()
    chooser.value.set_files(path)


def test_tuy_phong_reports_and_the_committee_sees_it(fresh, open_page, tmp_path):
    page = open_page(f"{fresh}/cap-nhat")
    expect(page.get_by_role("button", name="Tải mẫu")).to_be_visible(timeout=LONG)
    choose(page, "Kỳ báo cáo", "2025-06")
    choose(page, "Địa phương", "Huyện Tuy Phong")
    expect(page.get_by_text("cho 1 địa phương")).to_be_visible(timeout=LONG)
    with page.expect_download() as made:
        page.get_by_role("button", name="Tải mẫu").click()
    path = tmp_path / made.value.suggested_filename
    made.value.save_as(path)

    # Two mistakes, each told by its cell; nothing is stored.
    fill(path, work_files_online=188.5, digital_teams="nhiều lắm")
    send(page, path)
    expect(page.get_by_text("có 2 lỗi phải sửa")).to_be_visible(timeout=LONG)
    with page.expect_download() as copy:
        page.get_by_role("button", name="Tải bản sao đã đánh dấu").click()
    marked = tmp_path / "marked.xlsx"
    copy.value.save_as(marked)
    comments = [
        cell.coordinate
        for row in load_workbook(marked)["Số liệu"].iter_rows()
        for cell in row
        if cell.comment
    ]
    assert comments == ["G12", "G15"]

    fill(path, work_files_online=88.5, digital_teams=71)
    send(page, path)
    expect(page.get_by_text("không có lỗi.")).to_be_visible(timeout=LONG)
    page.get_by_label("Người công bố").fill("Trần Thị Lan")
    page.keyboard.press("Enter")
    publish = page.get_by_role("button", name="Công bố", exact=True)
    expect(publish).to_be_enabled(timeout=LONG)
    publish.click()
    expect(page.get_by_text("Đã công bố.")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Người công bố: Trần Thị Lan")).to_be_visible()

    # The map draws it, its place names the source.
    page.goto(f"{fresh}/ban-do?chi-so=work_files_online&dp=595")
    expect(page.get_by_text("88,5").first).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Địa phương báo cáo, số liệu đến 30/06/2025").first).to_be_visible(timeout=LONG)
    page.goto(f"{fresh}/tien-do?dong=kh4677-work-files-district,595")
    expect(page.get_by_text("Địa phương báo cáo, số liệu đến 30/06/2025").first).to_be_visible(timeout=LONG)

    # Of ten districts two had figures before.
    page.goto(f"{fresh}/tong-quan")
    expect(page.get_by_text("3 nơi có số liệu, 7 nơi chưa có").first).to_be_visible(timeout=LONG)
    # The chair sees what came in since the targets were last counted: nineteen published figures and these two.
    page.goto(f"{fresh}/thay-doi")
    expect(page.get_by_text("21 mới báo cáo").first).to_be_visible(timeout=LONG)
