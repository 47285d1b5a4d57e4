"""Every page in a real Chromium cut off from the internet: drawn, Vietnamese, whole at both screen sizes."""

import re

import pytest
from playwright.sync_api import expect

from components.page_links import FOLDERS

SIZES = [(1920, 1080), (1366, 768)]
# What Streamlit, Plotly and the browser would say of themselves, and what a missing value looks like in Python.
FOREIGN = re.compile(
    r"\b(Choose|Select|Search|Loading|Running|Deploy|Rerun|Download|Options?|Show|None|NaN|nan|NaT|undefined|null)\b"
)


def settled(page):
    """Wait until the page has drawn its choices and its script has ended."""
    # The first of them: while a page is drawn anew, what it replaces still stands.
    expect(page.get_by_text("Số liệu thật").first).to_be_visible(timeout=60_000)
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=30_000)
    return page


@pytest.mark.parametrize("path", FOLDERS)
@pytest.mark.parametrize("kind", ["thuc", "mo-phong"])
def test_a_page_is_drawn_without_the_internet_and_without_english(open_page, dashboard, path, kind):
    page = settled(open_page(f"{dashboard}/{path}?kieu={kind}"))
    text = page.locator('[data-testid="stMain"]').inner_text()
    assert len(text) > 150
    assert "gặp lỗi" not in text
    assert FOREIGN.findall(text) == []


@pytest.mark.parametrize("path", FOLDERS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_page_scrolls_sideways(open_page, dashboard, path, width, height):
    page = settled(open_page(f"{dashboard}/{path}?kieu=mo-phong", width=width, height=height))
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= width


@pytest.mark.parametrize("path", ["tong-quan", "ban-do", "tien-do"])
def test_simulated_figures_are_marked_and_real_ones_are_not(open_page, dashboard, path):
    marked = page = settled(open_page(f"{dashboard}/{path}?kieu=mo-phong"))
    marks = "[class*='st-key-simulated-']"
    expect(marked.locator(marks).first).to_be_visible()
    content = page.locator(marks).first.evaluate("e => getComputedStyle(e, '::after').content")
    assert "SỐ LIỆU MÔ PHỎNG" in content
    real = settled(open_page(f"{dashboard}/{path}"))
    expect(real.locator(marks)).to_have_count(0)


def test_a_choice_on_the_map_goes_with_the_reader_to_the_next_page_and_back(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do"))
    page.get_by_role("option", name=re.compile("TX. La Gi")).click()
    expect(page).to_have_url(re.compile("dp=594"))
    page.get_by_role("link", name="Địa phương", exact=True).click()
    expect(page).to_have_url(re.compile("dia-phuong.*dp=594"))
    expect(page.get_by_text("Thị xã La Gi").first).to_be_visible(timeout=30_000)
    page.go_back()
    expect(page).to_have_url(re.compile("ban-do.*dp=594"))


def test_going_back_takes_back_a_whole_change_at_a_time(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do?kieu=mo-phong"))
    expect(page.locator(".choropleth .legend li").first).to_be_visible(timeout=30_000)
    page.locator(".stage").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("dp="))
    chosen = page.url
    expect(page.locator(".stage")).to_be_focused()  # the map stood still
    page.keyboard.press("Shift+Enter")
    expect(page).to_have_url(re.compile("cap=xa&huyen="), timeout=30_000)
    page.go_back()
    expect(page).to_have_url(chosen)
    page.go_back()
    expect(page).to_have_url(re.compile("kieu=mo-phong$"))


def test_a_line_above_the_map_comes_and_the_map_stays(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do?kieu=mo-phong"))
    drawn = page.locator(".choropleth")
    expect(drawn.locator(".legend li").first).to_be_visible(timeout=30_000)
    drawn.evaluate("map => { window.drawn = map }")
    page.get_by_role("button", name="Bộ lọc").click()
    page.get_by_label(re.compile("Dân số.*từ mức")).click()
    page.keyboard.type("50")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("dan-so-tu=50"), timeout=30_000)
    expect(page.get_by_text("Bản đồ và danh sách làm mờ")).to_be_visible()
    assert page.evaluate("window.drawn.isConnected")


def test_the_list_of_places_is_walked_by_keyboard(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do?kieu=mo-phong"))
    first = page.get_by_role("option").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    expect(page.get_by_role("option").nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("option").nth(1)).to_be_focused()


def test_an_address_that_nobody_can_read_still_opens(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do?tinh=99&kieu=la&dp=xyz&chi-so=khong-co"))
    expect(page.get_by_text("không có trong danh mục").first).to_be_visible()


def test_a_place_is_found_by_typing_without_accents(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do"))
    box = page.get_by_role("combobox", name="Tìm địa phương")
    box.click()
    page.keyboard.type("phan thiet")
    page.get_by_role("option", name=re.compile("Phan Thiết")).first.click()
    expect(page).to_have_url(re.compile("dp=593"))


def test_streamlit_itself_is_made_to_speak_vietnamese(open_page, dashboard):
    page = settled(open_page(f"{dashboard}/ban-do"))
    expect(page.get_by_role("button", name="Mở", exact=True).first).to_be_attached()
    page.get_by_role("combobox", name="Tìm địa phương").click()
    page.keyboard.type("khong co noi nao nhu vay")
    expect(page.get_by_text("Không tìm thấy")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
