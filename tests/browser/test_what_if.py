"""Kịch bản driven by keyboard alone, and sent to a second browser."""

from playwright.sync_api import expect

from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario

SIMULATED = "kieu=mo-phong&cap=xa&chi-so=work_files_online&mau=trang-thai"
FIVE_MORE = scenario_code.write(
    [Scenario("", (Lever("add", Group("all", (), "commune"), 5.0, "work_files_online"),))]
)


def opened(page):
    expect(page.locator(".legend li").first).to_be_visible(timeout=60_000)
    return page


def test_a_lever_is_pulled_by_keyboard_and_the_map_says_what_it_is(open_page, dashboard):
    page = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}"))
    page.get_by_label("Giá trị", exact=True).last.focus()
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    expect(page.get_by_text("xã từ chậm lộ trình sang đạt")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Kịch bản tính trên số liệu mô phỏng").first).to_be_visible()
    expect(page.locator(".choropleth")).to_contain_text("KỊCH BẢN")
    page.get_by_role("button", name="Tăng", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("cộng 6 điểm %")).to_be_visible(timeout=30_000)


def test_an_address_opened_in_a_second_browser_gives_the_same_scenario(open_page, dashboard):
    first = opened(open_page(f"{dashboard}/kich-ban?{SIMULATED}&kb={FIVE_MORE}"))
    told = first.get_by_text("xã từ chậm lộ trình sang đạt")
    expect(told).to_be_visible(timeout=30_000)
    second = opened(open_page(first.url))
    expect(second.get_by_text(told.inner_text())).to_be_visible(timeout=30_000)


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
