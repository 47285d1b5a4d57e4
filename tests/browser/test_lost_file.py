"""A file that was chosen and checked, and a connection that is lost: kept where it can be, else told by its name."""

import re
import time

import pytest
from lost_server import Cable, Host
from playwright.sync_api import expect
from raw_answer import ask
from settled import settled

from tests.data.intake.sheets import xlsx

LONG = 60_000
ROWS = [
    ["Kỳ báo cáo", "2024-09"],
    ["Mã địa phương báo cáo", "595"],
    ["Mã địa phương", "Mã chỉ số", "Giá trị"],
    ["595", "digital_teams", 71],
]
WAITING = re.compile("Hãy giữ nguyên trang này")


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    found = Host(tmp_path_factory.mktemp("state"))
    found.start()
    yield found
    found.stop()


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "tuy phong *số* 9 &amp;.xlsx"
    path.write_bytes(xlsx(ROWS))
    return path


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


def choose(page, path):
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_text("không có lỗi.")).to_be_visible(timeout=LONG)


def waits(page, text=WAITING):
    expect(page.locator("#waiting")).to_have_text(text, timeout=LONG)
    for dialog in page.get_by_role("dialog").all():
        expect(dialog).to_be_hidden()


def is_back(page):
    expect(page.locator("#waiting")).to_have_count(0, timeout=LONG)
    return settled(page)


# A torn network closes the connections, a cut cable leaves them open.
@pytest.mark.parametrize("lose", [Cable.tear, Cable.cut], ids=["torn", "cut"])
def test_a_network_that_is_away_for_a_moment_takes_no_file(page, host, workbook, lose):
    with Cable(host.port) as cable:
        page.goto(f"http://localhost:{cable.port}/cap-nhat")
        choose(settled(page), workbook)
        page.get_by_label("Người công bố").fill("Trần Thị Lan")
        lose(cable)
        waits(page)
        cable.mend()
        is_back(page)
        expect(page.get_by_text("không có lỗi.")).to_be_visible()
        expect(page.get_by_text("Tệp cần chọn lại")).to_have_count(0)
        page.get_by_label("Người công bố").fill("Trần Thị Lan")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Công bố", exact=True)).to_be_enabled(timeout=LONG)


def test_a_server_that_started_anew_says_which_file_to_choose_again(page, host, workbook):
    page.goto(f"{host.address}/cap-nhat")
    choose(settled(page), workbook)
    host.stop()
    waits(page)
    host.start()
    is_back(page)
    expect(page.get_by_text(f"Tệp cần chọn lại: {workbook.name}")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("không có lỗi.")).to_have_count(0)
    choose(page, workbook)
    expect(page.get_by_text("Tệp cần chọn lại")).to_have_count(0)


def held(host):
    """Return what the server holds of sent files, in bytes; it counts anew every five seconds."""
    told = ask(host.address, "GET", "/_stcore/metrics")[2]
    return sum(int(line.split()[-1]) for line in told.splitlines() if "UploadedFileManager" in line)


def test_a_file_that_was_taken_back_or_refused_is_not_held_nor_asked_for_again(
    page, host, workbook, tmp_path
):
    before = held(host)  # of the sessions of other tests, for two minutes
    page.goto(f"{host.address}/cap-nhat")
    choose(settled(page), workbook)
    page.get_by_role("link", name="Bản đồ", exact=True).click()
    settled(page)
    page.get_by_role("link", name="Cập nhật", exact=True).click()
    expect(page.get_by_role("button", name="Tải mẫu")).to_be_visible(timeout=LONG)
    choose(settled(page), workbook)
    page.get_by_role("button", name="Remove").first.click()
    expect(page.get_by_text("không có lỗi.")).to_have_count(0, timeout=LONG)
    picture = tmp_path / "anh.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    page.locator("input[type=file]").first.set_input_files(picture)
    expect(page.get_by_text("Chưa đọc được tệp")).to_be_visible(timeout=LONG)
    expect(page.get_by_test_id("stFileChip")).to_have_count(0)
    page.get_by_role("link", name="Bản đồ", exact=True).click()
    settled(page)
    deadline = time.monotonic() + 20
    while held(host) > before:
        assert time.monotonic() < deadline, "the server still holds a file"
        page.wait_for_timeout(500)
    page.goto(f"{host.address}/cap-nhat")
    page.reload()
    settled(page)
    expect(page.get_by_text("Chưa đọc được tệp")).to_have_count(0)
    expect(page.get_by_text("Tệp cần chọn lại")).to_have_count(0)


def test_a_page_without_a_file_promises_none(page, host):
    page.goto(f"{host.address}/ban-do")
    settled(page)
    host.stop()
    waits(page, "Đang chờ kết nối trở lại. Khi có lại, trang tự mở đúng nội dung đang xem.")
    host.start()
    is_back(page)
