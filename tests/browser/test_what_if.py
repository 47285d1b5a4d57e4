"""Kịch bản driven by keyboard alone, and sent to a second browser."""

import io
import re

import pytest
from keyboard import press, reach
from openpyxl import load_workbook
from painted import share
from playwright.sync_api import expect
from pypdf import PdfReader

from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario

SIMULATED = "kieu=mo-phong&cap=xa&chi-so=work_files_online&mau=trang-thai"
FIVE_MORE = scenario_code.encode(
    [Scenario("", (Lever("add", Group("all", (), "commune"), 5.0, "work_files_online"),))]
)
NAMED = scenario_code.encode(
    [Scenario("Quý II", (Lever("add", Group("all", (), "commune"), 5.0, "work_files_online"),))]
)
BEHIND = "#E69F00"
NEEDED = re.compile(r"cần thêm [\d.]+ hồ sơ công việc xử lý trên mạng, mỗi tháng [\d,.]+ kể từ 30/06/2025")
ENOUGH = re.compile(r"Nâng ít nhất \d+ xã là đủ: .+ Thêm [\d.]+ hồ sơ công việc")


def opened(page):
    expect(page.locator(".legend li").first).to_be_visible(timeout=60_000)
    return page


def test_a_lever_is_pulled_and_turned_by_keyboard_alone_and_its_address_says_it_again(open_page, dashboard):
    page = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}"))
    behind = share(page, BEHIND)
    assert behind > 0.01
    reach(page, page.get_by_label("Giá trị", exact=True).last)
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    flips = page.get_by_text("xã từ chậm lộ trình sang đạt")
    expect(flips).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Kịch bản tính trên số liệu mô phỏng").first).to_be_visible()
    expect(page.locator(".choropleth")).to_contain_text("KỊCH BẢN")
    moved = share(page, BEHIND)
    assert moved < behind
    press(page, "Tăng")
    expect(page.get_by_text("cộng 6 điểm %")).to_be_visible(timeout=30_000)
    press(page, "Giảm")
    expect(page.get_by_text("cộng 5 điểm %")).to_be_visible(timeout=30_000)
    sheet = page.get_by_role("link", name="In", exact=True)
    expect(sheet).to_have_attribute("href", re.compile(re.escape(f"kb={FIVE_MORE}")))
    expect(page).to_have_url(re.compile(re.escape(f"kb={FIVE_MORE}")))
    second = opened(open_page(page.url))
    expect(second.get_by_text(flips.inner_text())).to_be_visible(timeout=30_000)
    assert share(second, BEHIND) == pytest.approx(moved, abs=0.003)
    press(second, "Bỏ")
    expect(second.get_by_text("Kịch bản chưa có tác động nào")).to_be_visible(timeout=30_000)
    assert share(second, BEHIND) == pytest.approx(behind, abs=0.003)


def test_what_is_needed_is_asked_by_keyboard_alone(open_page, dashboard):
    page = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}"))
    expect(page.get_by_text("Chọn một địa phương trên bản đồ để biết")).to_be_visible()
    reach(page, page.locator(".stage"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    asked = page.locator(".st-key-simulated-needed")
    expect(asked).to_contain_text(NEEDED, timeout=30_000)
    expect(asked).to_contain_text("Theo nhịp độ này, đạt chỉ tiêu vào khoảng")
    told = page.locator(".st-key-simulated-fewest")
    expect(told).to_contain_text("Không thể: kể cả khi mọi địa phương đều lên mức trần")
    reach(page, page.get_by_label("Mức tỉnh cần đạt (%)"))
    page.keyboard.type("80")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("dich=80"), timeout=30_000)
    reach(page, page.get_by_label("Mức trần của mỗi nơi (%)"))
    page.keyboard.type("95")
    page.keyboard.press("Enter")
    expect(told).to_contain_text(
        re.compile(r"Nâng ít nhất \d+ xã là đủ: .+ Thêm [\d.]+ hồ sơ công việc"), timeout=30_000
    )
    press(page, "Đưa vào kịch bản")
    expect(page.get_by_text("bằng 95 %")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Tỉnh Bình Thuận: 77,39 % → 80")).to_be_visible()


def test_a_saved_file_opens_again_and_a_foreign_one_changes_nothing(open_page, dashboard, tmp_path):
    page = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}&kb={FIVE_MORE}"))
    page.get_by_role("button", name="Lưu, mở kịch bản").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Lưu các kịch bản thành tệp").click()
    kept = tmp_path / "kich-ban.json"
    saved.value.save_as(kept)
    foreign = tmp_path / "khac.json"
    foreign.write_text('{"kind": "khác"}', "utf-8")
    empty = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}"))
    empty.get_by_role("button", name="Lưu, mở kịch bản").click()
    empty.locator('input[type="file"]').set_input_files(foreign)
    expect(empty.get_by_text("không phải là tệp kịch bản")).to_be_visible(timeout=30_000)
    expect(empty.get_by_text("Kịch bản chưa có tác động nào")).to_be_visible()
    empty.locator('input[type="file"]').set_input_files(kept)
    expect(empty.get_by_text("cộng 5 điểm %")).to_be_visible(timeout=30_000)


def test_every_file_and_sheet_of_a_scenario_says_that_it_is_one_and_which(open_page, dashboard):
    page = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}&kb={NAMED}"))
    page.get_by_text("Bảng số liệu phía sau").click()
    for name in ("kich-ban", "kich-ban-so-sanh"):
        rows = [line.split(",")[:2] for line in file(page, f"{name}.csv").decode("utf-8-sig").splitlines()]
        assert rows[0] == ["KỊCH BẢN", "SỐ LIỆU MÔ PHỎNG"]
        assert len(rows) > 5
        assert all(row == ["KỊCH BẢN: Quý II", "SỐ LIỆU MÔ PHỎNG"] for row in rows[1:])
        figures, notes = load_workbook(io.BytesIO(file(page, f"{name}.xlsx"))).worksheets
        assert {row[0] for row in figures.iter_rows(min_row=2, values_only=True)} == {"KỊCH BẢN: Quý II"}
        assert notes["A1"].value == "KỊCH BẢN: Quý II"
    page.get_by_role("link", name="In", exact=True).click()
    expect(page.locator(".paper")).to_contain_text("KỊCH BẢN · SỐ LIỆU MÔ PHỎNG", timeout=60_000)
    expect(page.locator(".paper")).to_contain_text("Quý II: Tất cả các xã")
    (paper,) = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    printed = " ".join(paper.extract_text().split())
    assert "KỊCH BẢN" in printed
    assert "Quý II: Tất cả các xã: Hồ sơ công việc xử lý trên mạng cộng 5 điểm %" in printed


def file(page, name):
    # A button that is drawn anew while it is pressed hands out nothing.
    app = page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
    with page.expect_download(timeout=60_000) as saved:
        page.locator(f".st-key-{f'download.{name}'.replace('.', '-')} button").click()
    return saved.value.path().read_bytes()
