"""The wall screen in a real Chromium: walked by keyboard alone, read from three metres, calm when the server goes."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from keyboard import press, reach
from lost_server import Cable, Host
from playwright.sync_api import expect

from components.presenting import agenda
from components.presenting.agenda import Agenda, Item
from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario

MEETING = Agenda(
    "Họp thử",
    (
        Item("Ở đâu", "ban-do", {"dp": "594"}, 300),
        Item("Ai chậm", "tien-do", {"kieu": "mo-phong"}),
        Item("Thị xã La Gi", "dia-phuong", {"dp": "594"}, 60),
    ),
)
PLACES = ["1/3 · Ở đâu", "2/3 · Ai chậm", "3/3 · Thị xã La Gi"]
SIZES = [(1366, 768, 19.9), (1920, 1080, 28), (3840, 2160, 56)]
THEMES = ["sang", "toi", "tuong-phan"]
PAGES = ["", "ban-do", "tien-do", "dia-phuong", "so-sanh", "nguon-so-lieu", "kich-ban", "in"]
SUPPOSED = scenario_code.encode(
    [Scenario("Quý II", (Lever("add", Group("all", (), "district"), 8.0, "online_dossier_share"),))]
)


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    state = tmp_path_factory.mktemp("state")
    (state / "agendas").mkdir()
    (state / "agendas" / "hop-thu.json").write_text(agenda.to_json(MEETING), "utf-8")
    found = Host(state)
    found.start()
    yield found
    found.stop()


def drawn(page):
    expect(page.get_by_text("Số liệu tính đến").first).to_be_visible(timeout=60_000)
    app = page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=30_000)
    return page


def ready(page):
    """Wait until a page of the desk is drawn."""
    expect(page.get_by_role("button", name="Trình chiếu", exact=True)).to_be_visible(timeout=60_000)
    app = page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
    return page


def adds(page, title, place):
    press(page, "Thêm trang đang xem")
    expect(page.get_by_label(f"Tên mục {place}").first).to_have_value(title, timeout=30_000)


def at(page, place):
    shows(page, PLACES[place - 1])
    return drawn(page)


def shows(page, item):
    expect(page.get_by_role("combobox", name="Chuyển đến mục")).to_have_value(item, timeout=60_000)


def test_an_agenda_is_made_ordered_and_gone_through_by_keyboard_alone(open_page, host):
    page = ready(open_page(f"{host.address}/ban-do?kieu=mo-phong"))
    press(page, "Trình chiếu")
    reach(page, page.get_by_label("Tên chương trình mới"))
    page.keyboard.type("Họp bàn phím")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chương trình chưa có mục nào")).to_be_visible(timeout=30_000)
    adds(page, "Bản đồ: Hồ sơ nộp trực tuyến", 1)
    for place, title in enumerate(["Tiến độ", "So sánh"], start=2):
        page.keyboard.press("Escape")
        press(page, title, "link")
        ready(page)
        expect(page).to_have_url(re.compile("tien-do|so-sanh"))
        press(page, "Trình chiếu")
        adds(page, title, place)
    press(page, "Chuyển mục 3 lên")
    expect(page.get_by_label("Tên mục 2").first).to_have_value("So sánh", timeout=30_000)
    press(page, "Bắt đầu trình chiếu")
    shows(page, "1/3 · Bản đồ: Hồ sơ nộp trực tuyến")
    for key, item in (
        ("PageDown", "2/3 · So sánh"),
        ("PageDown", "3/3 · Tiến độ"),
        ("PageUp", "2/3 · So sánh"),
        ("PageUp", "1/3 · Bản đồ: Hồ sơ nộp trực tuyến"),
    ):
        drawn(page)
        page.keyboard.press(key)
        shows(page, item)
    drawn(page)
    reach(page, page.get_by_role("combobox", name="Chuyển đến mục"))
    page.keyboard.type("3/3")
    page.keyboard.press("Enter")
    shows(page, "3/3 · Tiến độ")
    expect(drawn(page)).to_have_url(re.compile(r"/tien-do\?(?=.*thu-tu=3)"))
    press(page, "Thoát trình chiếu")
    expect(page.get_by_role("link", name="Tổng quan")).to_be_visible(timeout=30_000)
    expect(page).not_to_have_url(re.compile("present"))


def test_the_agenda_is_walked_by_keyboard_alone(open_page, host):
    page = at(open_page(f"{host.address}/ban-do?present=1&chuong-trinh=hop-thu&dp=594"), 1)
    page.keyboard.press("PageDown")
    at(page, 2)
    expect(page).to_have_url(re.compile(r"/tien-do\?(?=.*kieu=mo-phong)(?=.*present=1)"))
    page.keyboard.press("ArrowRight")
    at(page, 3)
    expect(page).to_have_url(re.compile(r"/dia-phuong\?(?=.*dp=594)(?=.*thu-tu=3)"))
    page.keyboard.press("PageUp")
    at(page, 2)
    page.keyboard.press("ArrowLeft")
    at(page, 1)
    page.keyboard.press("b")
    expect(page.locator('[data-testid="stExpander"] details[open]')).to_have_count(1)
    expect(drawn(page)).to_have_url(re.compile("mo=bang"))
    page.keyboard.press("b")
    expect(page.locator('[data-testid="stExpander"] details[open]')).to_have_count(0)
    page.keyboard.press("v")
    expect(page.get_by_role("dialog")).to_contain_text("Kết quả bước đầu thực hiện chuyển đổi số")


def test_nothing_but_the_view_is_on_the_wall(open_page, host):
    page = at(open_page(f"{host.address}/ban-do?present=1&chuong-trinh=hop-thu&dp=594"), 1)
    for part in ("stHeader", "stToolbar", "stSidebar"):
        for found in page.get_by_test_id(part).all():
            expect(found).to_be_hidden()
    expect(page.get_by_role("link", name="Tổng quan")).to_have_count(0)


def test_a_refresh_comes_back_to_the_same_item_and_goes_on_counting(open_page, host):
    page = at(open_page(f"{host.address}/ban-do?present=1&chuong-trinh=hop-thu&dp=594"), 1)
    before = page.evaluate("JSON.parse(sessionStorage.getItem('clock')).began")
    page.reload()
    at(page, 1)
    expect(page.locator(".face")).to_contain_text("Còn 04:")
    assert page.evaluate("JSON.parse(sessionStorage.getItem('clock')).began") == before


def test_an_item_gives_way_when_its_time_is_over_unless_paused(open_page, host):
    quick = Agenda("Nhanh", (Item("Một", "ban-do", {}, 2), Item("Hai", "tien-do", {})), advance=True)
    with open(f"{host.state}/agendas/nhanh.json", "w", encoding="utf-8") as file:
        json.dump({"format": 1, **json.loads(agenda.to_json(quick))}, file)
    page = open_page(f"{host.address}/ban-do?present=1&chuong-trinh=nhanh")
    shows(page, "2/2 · Hai")
    page.keyboard.press("PageUp")
    shows(page, "1/2 · Một")
    page.get_by_role("button", name="Tạm dừng").click()
    page.wait_for_function("() => JSON.parse(sessionStorage.getItem('clock')).began + 4000 < Date.now()")
    shows(page, "1/2 · Một")
    expect(page.get_by_role("button", name="Chạy tiếp")).to_be_visible()


def test_the_meeting_goes_on_where_it_was_when_the_server_comes_back(browser, host):
    page = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
    at_second = f"{host.address}/ban-do?present=1&chuong-trinh=hop-thu&dp=594"
    page.goto(at_second)
    at(page, 1)
    page.keyboard.press("PageDown")
    at(page, 2)
    host.stop()
    waiting = page.locator("#waiting")
    expect(waiting).to_have_text(
        "Đang chờ kết nối trở lại. Màn hình sẽ tự tiếp tục đúng mục này.", timeout=20_000
    )
    # After some seconds Streamlit opens its own box.
    page.get_by_role("dialog", include_hidden=True).first.wait_for(state="attached", timeout=30_000)
    for dialog in page.get_by_role("dialog", include_hidden=True).all():
        expect(dialog).to_be_hidden()
    assert "Connection error" not in page.locator("body").inner_text()
    host.start()
    expect(waiting).to_have_count(0, timeout=60_000)
    at(page, 2)
    expect(page).to_have_url(re.compile(r"/tien-do\?(?=.*kieu=mo-phong)(?=.*thu-tu=2)(?=.*present=1)"))
    page.keyboard.press("PageDown")
    at(page, 3)
    page.context.close()


def test_the_meeting_goes_on_where_it_was_when_the_network_comes_back(browser, host):
    with Cable(host.port) as cable:
        page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
        page.goto(f"http://localhost:{cable.port}/ban-do?present=1&chuong-trinh=hop-thu&dp=594")
        at(page, 1)
        page.keyboard.press("PageDown")
        at(page, 2)
        waiting = page.locator("#waiting")
        cable.cut()
        expect(waiting).to_be_visible(timeout=40_000)
        for dialog in page.get_by_role("dialog").all():
            expect(dialog).to_be_hidden()
        cable.mend()
        expect(waiting).to_have_count(0, timeout=60_000)
        at(page, 2)
        expect(page).to_have_url(re.compile(r"/tien-do\?(?=.*kieu=mo-phong)(?=.*thu-tu=2)(?=.*present=1)"))
        page.keyboard.press("PageDown")
        at(page, 3)
        page.context.close()


@pytest.mark.parametrize(("width", "height", "letters"), SIZES)
def test_letters_grow_with_the_wall(open_page, host, width, height, letters):
    page = drawn(
        open_page(f"{host.address}/ban-do?present=1&kieu=mo-phong&dp=594", width=width, height=height)
    )
    base = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert base == pytest.approx(letters, abs=0.2)
    row = page.get_by_role("option").first
    assert row.evaluate("row => parseFloat(getComputedStyle(row).fontSize)") == pytest.approx(base, abs=0.2)
    assert page.locator('[data-testid="stMain"]').evaluate("main => main.scrollWidth") <= width


# Each page in one theme, and each theme on a third of the pages; all of them are slow.
EVERY_WALL = [
    pytest.param(theme, path, marks=[] if number % len(THEMES) == turn else pytest.mark.slow)
    for number, path in enumerate(PAGES)
    for turn, theme in enumerate(THEMES)
]


@pytest.mark.parametrize(("theme", "path"), EVERY_WALL)
def test_the_wall_can_be_read_by_everybody(open_page, host, path, theme):
    page = open_page(
        f"{host.address}/{path}?present=1&kieu=mo-phong&dp=594&kb={SUPPOSED}&giao-dien={theme}",
        width=1920,
        height=1080,
    )
    scheme = "light" if theme == "sang" else "dark"
    expect(page.locator('[data-testid="stApp"]')).to_have_css("color-scheme", scheme, timeout=60_000)
    drawn(page)
    assert grave(page) == []
    assert page.locator('[data-testid="stMain"]').evaluate("main => main.scrollWidth - main.clientWidth") <= 1
    # The scenario of the address is named where its figures are shown, and nowhere else.
    expect(page.get_by_text("KỊCH BẢN: Quý II")).to_have_count(1 if path == "kich-ban" else 0)


def grave(page):
    """Return what axe-core finds serious or critical of WCAG 2 A and AA, as rule: element."""
    options = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]
