"""The way from the country down to a commune and back up, by the mouse alone and by the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

# A large commune: on a map of all of them most are a few pixels wide.
LAM_DONG, LAC_DUONG = "68", "24848"


@pytest.fixture
def country(open_page, dashboard):
    def country(level):
        page = open_page(f"{dashboard}/ban-do?moc=2025-07&tinh=VN&cap={level}")
        expect(page.locator(".legend li").first).to_be_visible(timeout=60_000)
        return page

    return country


def at(page, code):
    """Where the label of a place is on the screen, once the map with that place stands."""
    frame = page.locator(".choropleth").element_handle()
    page.wait_for_function("([frame, code]) => frame.whereIs(code)", arg=[frame, code])
    return page.locator(".choropleth").evaluate("(frame, code) => frame.whereIs(code)", code)


def test_double_clicks_lead_from_the_country_to_a_province_and_a_click_chooses_its_commune(country):
    page = country("tinh")
    page.mouse.dblclick(*at(page, LAM_DONG))
    expect(page).to_have_url(re.compile(f"cap=xa.*tinh={LAM_DONG}|tinh={LAM_DONG}.*cap=xa"))
    page.mouse.click(*at(page, LAC_DUONG))
    expect(page).to_have_url(re.compile(f"dp={LAC_DUONG}"))
    expect(page.get_by_text("Xã Lạc Dương:")).to_be_visible()


def test_a_commune_among_all_says_its_province_and_leads_to_it(country):
    page = country("xa")
    page.mouse.move(*at(page, LAC_DUONG))
    panel = page.locator(".panel")
    expect(panel.locator("b")).to_have_text("Xã Lạc Dương")
    expect(panel.get_by_text("Tỉnh Lâm Đồng")).to_be_visible()
    page.mouse.dblclick(*at(page, LAC_DUONG))
    expect(page).to_have_url(re.compile(f"tinh={LAM_DONG}"))
    expect(page).to_have_url(re.compile(f"dp={LAC_DUONG}"))


def test_the_keyboard_leads_from_the_country_to_a_commune_and_back_up(country):
    page = country("tinh")
    page.locator(".stage").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".panel")).to_be_visible()
    page.keyboard.press("Shift+Enter")
    expect(page).to_have_url(re.compile(r"tinh=\d\d"))
    province = re.search(r"tinh=(\d\d)", page.url)[1]
    expect(page.get_by_text("› Cấp xã")).to_be_visible()
    expect(page.locator(".panel")).to_be_hidden()  # the communes have come
    page.wait_for_function("() => document.activeElement.shadowRoot?.activeElement?.className === 'stage'")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".panel")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"dp=\d{5}"))
    page.keyboard.press("Backspace")
    expect(page).to_have_url(re.compile("cap=tinh"))
    page.wait_for_function("() => document.activeElement.shadowRoot?.activeElement?.className === 'stage'")
    page.keyboard.press("Backspace")
    expect(page).to_have_url(re.compile("tinh=VN"))
    expect(page).to_have_url(re.compile(f"dp={province}"))
