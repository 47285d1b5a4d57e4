"""Every page in a real Chromium cut off from the internet: drawn, Vietnamese, whole at both screen sizes."""

import re

import pytest
from playwright.sync_api import expect
from settled import settled

from components.page_links import FOLDERS

SIZES = [(1920, 1080), (1366, 768)]
# Pages whose figures stand on the screen itself, where the mark crosses them.
MARKED = {"tong-quan", "ban-do", "tien-do"}
# What Streamlit, Plotly and the browser would say of themselves, and what a missing value looks like in Python.
FOREIGN = re.compile(
    r"\b(Choose|Select|Search|Loading|Running|Deploy|Rerun|Download|Options?|Show|None|NaN|nan|NaT|undefined|null)\b"
)


MARKS = "[class*='st-key-simulated-']"


@pytest.fixture(
    scope="module", params=[(path, kind) for path in FOLDERS for kind in ("thuc", "mo-phong")], ids="-".join
)
def drawn(request, open_kept, dashboard):
    """Every page with figures of both kinds, opened once: the path, the kind, and the page."""
    path, kind = request.param
    page = settled(open_kept(f"{dashboard}/{path}?kieu={kind}", width=SIZES[0][0], height=SIZES[0][1]))
    yield path, kind, page
    page.close()


def test_a_page_is_drawn_without_the_internet_and_without_english(drawn):
    *_, page = drawn
    text = page.locator('[data-testid="stMain"]').inner_text()
    assert len(text) > 150
    assert "gặp lỗi" not in text
    assert FOREIGN.findall(text) == []


def test_simulated_figures_are_marked_and_real_ones_are_not(drawn):
    path, kind, page = drawn
    marks = page.locator(MARKS)
    if kind == "thuc":
        expect(marks).to_have_count(0)
    elif path in MARKED:
        expect(marks.first).to_be_visible()
        content = marks.first.evaluate("e => getComputedStyle(e, '::after').content")
        assert "SỐ LIỆU MÔ PHỎNG" in content


def test_no_page_scrolls_sideways(drawn):
    *_, page = drawn
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        # A chart is drawn anew a moment after its window has another size.
        page.wait_for_function(
            "width => innerWidth === width && document.querySelector('[data-testid=stMain]').scrollWidth <= width",
            arg=width,
            timeout=10_000,
        )


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
