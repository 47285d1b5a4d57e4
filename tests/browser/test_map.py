import re

import numpy as np
import pytest
from painted import share
from playwright.sync_api import expect

from benchmarks.server import ROOT
from components.choropleth import words
from geo import served_boundaries
from wording import figure_marks

BEHIND, ON_TRACK, NO_DATA = "#E69F00", "#56B4E9", "#D9D9D9"
SLIDER = '[data-testid="stSlider"] input[type="range"]'
COMMUNES = served_boundaries.feature_codes("2025-03", "commune", "60")
TRUONG_SA = "22736"
NEAR_KHANH_HOA = [
    code for code in served_boundaries.feature_codes("2025-07", "commune", "56") if code != TRUONG_SA
]


@pytest.fixture
def open_map(open_page, lone_map):
    def open_map(query="", **how):
        page = open_page(f"{lone_map}/?{query}", **how)
        expect(page.locator(".legend li").first).to_be_visible(timeout=30_000)
        expect(page.locator(".ground canvas")).to_be_visible()
        return page

    return open_map


def middle_of(page, code):
    """Where the label of a place is on the screen."""
    return page.locator(".choropleth").evaluate("(frame, code) => frame.whereIs(code)", code)


def gesture(page):
    return page.get_by_text(re.compile("^cử chỉ: ")).inner_text().removeprefix("cử chỉ: ")


def step(page, title):
    page.locator(SLIDER).press("ArrowRight")
    expect(page.locator(".title")).to_have_text(title)


def test_every_place_is_drawn_and_nothing_leaves_the_machine(open_page, lone_map):
    page = open_page("about:blank")
    page.add_init_script(path=ROOT / "benchmarks" / "hooks.js")
    page.add_init_script("""
        window.filled = 0;
        const { fill } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fill = function (...given) { filled += 1; return fill.apply(this, given); };
    """)
    page.goto(lone_map)
    expect(page.locator(".legend li").first).to_be_visible(timeout=30_000)
    page.wait_for_function(f"() => filled >= {len(COMMUNES)}")
    assert share(page, BEHIND) > 0.1


def test_a_change_recolours_the_map_where_it_stands(open_map):
    page = open_map()
    page.get_by_role("button", name=words.IN_THE_BROWSER["zoomIn"]).click()
    before = middle_of(page, COMMUNES[10])
    assert share(page, BEHIND) > 0.1
    step(page, "Hồ sơ trực tuyến, tháng 1")
    assert share(page, BEHIND) < 0.005
    assert share(page, ON_TRACK) > 0.1
    assert middle_of(page, COMMUNES[10]) == before


def test_a_map_is_never_blank_between_two_changes(open_map):
    page = open_map()
    page.locator(".choropleth").evaluate("""(frame) => {
        const canvas = frame.querySelector(".ground canvas");
        const ctx = canvas.getContext("2d");
        const pixels = () => ctx.getImageData(0, 0, canvas.width, canvas.height).data;
        const filled = () => pixels().filter((value, at) => at % 4 === 3 && value).length;
        window.least = window.most = filled();
        const look = () => { window.least = Math.min(window.least, filled()); requestAnimationFrame(look); };
        look();
    }""")
    for month in (1, 2, 3):
        step(page, f"Hồ sơ trực tuyến, tháng {month}")
    assert page.evaluate("least") > 0.9 * page.evaluate("most") > 0


def test_a_click_selects_a_place(open_map):
    page = open_map()
    page.mouse.click(*middle_of(page, COMMUNES[20]))
    expect(page.get_by_text(f"cử chỉ: select {COMMUNES[20]}")).to_be_visible()


def test_a_double_click_drills(open_map):
    page = open_map()
    page.mouse.dblclick(*middle_of(page, COMMUNES[20]))
    expect(page.get_by_text(f"cử chỉ: drill {COMMUNES[20]}")).to_be_visible()


def test_a_place_tells_its_figure_target_status_and_source_on_hover(open_map):
    page = open_map()
    page.mouse.move(*middle_of(page, COMMUNES[20]))
    panel = page.locator(".panel")
    for told in (
        "20,5 %",
        "50 %",
        "≥ 80 % đến 31/12/2025",
        "▲ chậm lộ trình",
        "30/06/2025",
        "Báo cáo <b>12</b>",
    ):
        expect(panel).to_contain_text(told)
    assert panel.locator("dl b").count() == 0, "a source's name became markup"


def test_a_place_without_a_figure_says_so_and_not_zero(open_map):
    page = open_map()
    page.mouse.move(*middle_of(page, COMMUNES[3]))
    expect(page.locator(".panel dd").first).to_have_text(words.NO_DATA)
    assert share(page, NO_DATA) > 0.01


def test_the_keyboard_walks_selects_drills_and_clears(open_map):
    page = open_map()
    stage = page.locator(".stage")
    stage.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".panel")).to_be_visible()
    first = page.locator(".panel b").inner_text()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".panel b")).not_to_have_text(first)
    expect(page.locator(".spoken")).to_contain_text(page.locator(".panel b").inner_text())
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(r"cử chỉ: select \d{5}"))).to_be_visible()
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_text(re.compile(r"cử chỉ: drill \d{5}"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("cử chỉ: clear None")).to_be_visible()


def test_other_boundaries_replace_the_old_ones_and_are_fitted(open_map):
    page = open_map()
    page.get_by_text("Khánh Hòa").click()
    expect(page.locator(".insets button")).to_have_count(2)
    expect(page.locator(".insets")).to_contain_text("Quần đảo Hoàng Sa (Việt Nam)")
    expect(page.locator(".insets")).to_contain_text("Quần đảo Trường Sa (Việt Nam)")
    stage = page.locator(".stage").bounding_box()
    left, top = np.min([middle_of(page, code) for code in NEAR_KHANH_HOA], axis=0)
    right, bottom = np.max([middle_of(page, code) for code in NEAR_KHANH_HOA], axis=0)
    assert stage["x"] < left < right < stage["x"] + stage["width"]
    assert stage["y"] < top < bottom < stage["y"] + stage["height"]
    assert bottom - top > stage["height"] / 2


def test_an_inset_is_selected_like_any_place(open_map):
    page = open_map("area=56")
    page.locator(".insets button", has_text="Trường Sa").click()
    expect(page.get_by_text(f"cử chỉ: select {TRUONG_SA}")).to_be_visible()


def test_the_islands_stand_north_above_south_and_never_on_the_land(open_map):
    page = open_map("area=56", width=560)
    expect(page.locator(".insets button").first).to_contain_text("Hoàng Sa")
    corner = page.locator(".insets").bounding_box()
    points = np.array([middle_of(page, code) for code in NEAR_KHANH_HOA])
    assert not ((points[:, 0] > corner["x"]) & (points[:, 1] > corner["y"])).any()


def test_the_map_is_fitted_again_when_the_window_changes(open_map):
    page = open_map()
    xs = [middle_of(page, code)[0] for code in COMMUNES]
    frame = page.locator(".choropleth").element_handle()
    page.set_viewport_size({"width": 480, "height": 768})
    page.wait_for_function(
        """([frame, eastern]) => {
            const { right, width } = frame.querySelector(".stage").getBoundingClientRect();
            return width < 480 && frame.whereIs(eastern)[0] < right;
        }""",
        arg=[frame, COMMUNES[int(np.argmax(xs))]],
    )
    assert np.ptp([middle_of(page, code)[0] for code in COMMUNES]) < np.ptp(xs)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_stand_out_from_the_ground_in_both_themes(open_map, theme):
    page = open_map(theme=theme)

    def channels(selector, what):
        told = page.locator(selector).first.evaluate(f"(one) => getComputedStyle(one).{what}")
        return np.array([float(part) for part in re.findall(r"[\d.]+", told)[:3]])

    ground = channels("[data-testid=stApp]", "backgroundColor")
    assert (ground.mean() > 128) == (theme == "light")
    for selector in (".title", ".legend li"):
        assert contrast(channels(selector, "color"), ground) >= 4.5


def contrast(one, other):
    """Ratio of luminances as the Web Content Accessibility Guidelines define it."""

    def luminance(channels):
        part = channels / 255
        linear = np.where(part <= 0.03928, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
        return float(linear @ (0.2126, 0.7152, 0.0722))

    bright, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_boundaries_that_do_not_arrive_are_said_in_words_and_asked_for_again(open_page, lone_map, browser):
    page = browser.new_context().new_page()
    tries = []

    def fail_twice(route):
        tries.append(route.request.url)
        route.abort() if len(tries) <= 2 else route.continue_()

    page.route("**/boundaries/**", fail_twice)
    page.goto(lone_map)
    expect(page.locator(".trouble")).to_have_text(words.IN_THE_BROWSER["trouble"], timeout=30_000)
    expect(page.locator(".legend li").first).to_be_visible(timeout=20_000)
    expect(page.locator(".trouble")).to_be_hidden()
    assert len(tries) == 3
    page.context.close()


def test_simulated_figures_are_marked_across_the_map(open_map):
    expect(open_map().locator(".mark")).to_have_text(figure_marks.SIMULATED)


def test_boundaries_travel_compressed_and_are_kept_for_ever(open_page, lone_map):
    page = open_page("about:blank")
    address = served_boundaries.url("2025-03", "commune", "60")
    with page.expect_response(lambda answer: "/boundaries/" in answer.url) as waited:
        page.goto(lone_map)
    answer = waited.value
    assert answer.url.endswith(address)
    assert answer.headers["content-encoding"] in {"br", "gzip"}
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("application/geo+json")
