"""Địa phương in a real Chromium without the internet: the Folium map draws, answers a click, and travels as a file."""

import re

import pytest
from playwright.sync_api import expect

FRAME = 'iframe[title="streamlit_folium.st_folium"]'


def detail_map(page):
    """Return the map's frame once its shapes are drawn."""
    frame = page.frame_locator(FRAME)
    expect(frame.locator("path.leaflet-interactive").first).to_be_visible(timeout=60_000)
    return frame


def test_the_map_is_drawn_with_names_and_shapes(open_page, dashboard):
    frame = detail_map(open_page(f"{dashboard}/dia-phuong"))
    assert frame.locator("path.leaflet-interactive").count() == 10
    expect(frame.get_by_text("TX. La Gi")).to_be_visible()
    expect(frame.locator(".frame .title")).to_contain_text("Tỉnh Bình Thuận")


def test_a_click_on_a_part_opens_it_and_the_way_leads_back(open_page, dashboard):
    page = open_page(f"{dashboard}/dia-phuong?dp=594")
    detail_map(page).locator("path.leaflet-interactive").nth(1).click()
    expect(page).to_have_url(re.compile(r"dp=2\d{4}"), timeout=30_000)
    page.get_by_role("button", name="Thị xã La Gi").click()
    expect(page).to_have_url(re.compile(r"dp=594"))
    assert detail_map(page).locator("path.leaflet-interactive").count() == 9


def test_the_archipelagos_are_named_as_vietnams_and_truong_sa_opens(open_page, dashboard):
    page = open_page(f"{dashboard}/dia-phuong?moc=2025-07&tinh=56")
    frame = detail_map(page)
    expect(frame.get_by_text("Quần đảo Hoàng Sa (Việt Nam)")).to_be_visible()
    frame.get_by_role("button", name="Quần đảo Trường Sa (Việt Nam)").click()
    expect(page).to_have_url(re.compile("dp=22736"), timeout=30_000)


def test_another_indicator_redraws_the_map_with_its_own_figures(open_page, dashboard):
    address = f"{dashboard}/dia-phuong?chi-so=digital_teams"
    expect(detail_map(open_page(address)).get_by_text("65 tổ")).to_be_visible()


# How many pairs of printed names lie over each other.
MEETING = """() => {
  const boxes = [...document.querySelectorAll(".place:not(.hidden) b")].map((name) => name.getBoundingClientRect())
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  return boxes.length ? boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => meet(a, b))).length : -1
}"""


def test_names_do_not_lie_over_each_other(open_page, dashboard):
    page = open_page(f"{dashboard}/dia-phuong?kieu=mo-phong&moc=2025-07&tinh=11")
    detail_map(page)
    (frame,) = [each for each in page.frames if "streamlit_folium" in each.url]
    frame.wait_for_function(f"() => ({MEETING})() === 0", timeout=10_000)


@pytest.mark.parametrize("kind", ["thuc", "mo-phong"])
def test_the_file_to_send_draws_by_itself(open_page, dashboard, tmp_path, kind):
    page = open_page(f"{dashboard}/dia-phuong?dp=594&kieu={kind}")
    detail_map(page)
    with page.expect_download() as told:
        page.get_by_role("button", name="Tải bản đồ HTML để gửi thư").click()
    file = tmp_path / told.value.suggested_filename
    told.value.save_as(file)
    sent = open_page(file.as_uri())
    assert sent.locator("path.leaflet-interactive").count() == 9
    expect(sent.locator(".frame .title")).to_contain_text("Thị xã La Gi")
    expect(sent.locator(".frame .mark")).to_have_count(int(kind == "mo-phong"))
