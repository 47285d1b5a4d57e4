"""What the browser prints: page count, size and text, from any window; nothing of the screen on the paper."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario

A4 = {"doc": (595, 842), "ngang": (842, 595)}
PULLED = scenario_code.encode((Scenario("Thử", (Lever("add", Group("all", ()), 8.0, "work_files_online"),)),))
# More than one number of rows a province may have, in both directions; the longest words and tables there are.
LONGEST = [
    "kieu=mo-phong&cap=xa&mau=trang-thai",
    "kieu=mo-phong&tinh=11&cap=xa&mau=do-phu&chi-so=work_files_online",
    "kieu=mo-phong&moc=2025-07&tinh=68&cap=xa&mau=trang-thai&chi-so=villages_with_team_share",
    "kieu=mo-phong&moc=2025-07&tinh=56&cap=xa&mau=trang-thai",
    "kieu=mo-phong&moc=2025-07&tinh=11&cap=xa",
    "kieu=mo-phong&chi-so=work_files_online&dp=599&mau=trang-thai",
    "tinh=58&cap=tinh&dp=58",
    "in=kich-ban&kieu=mo-phong&chi-so=work_files_online&cap=xa&mau=trang-thai&kb={pulled}",
]


def opened(open_page, address, **window):
    page = open_page(address, **window)
    expect(page.locator(".paper").first).to_be_visible(timeout=60_000)
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
    return page


def printed(page):
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text(page):
    return " ".join(page.extract_text().split())


def overflowing(page):
    """Return the sheets whose words do not fit on them; what overflows would be cut without a word."""
    return page.eval_on_selector_all(
        ".paper",
        "all => all.filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1).length",
    )


@pytest.mark.parametrize(("paper", "width"), [*zip(A4, [1920, 1040], strict=True)])
def test_a_view_is_one_a4_page_whatever_the_window(open_page, dashboard, paper, width):
    page = opened(open_page, f"{dashboard}/in?kho={paper}", width=width, height=900)
    pdf = printed(page)
    assert len(pdf.pages) == 1
    assert tuple(round(float(each)) for each in pdf.pages[0].mediabox[2:]) == A4[paper]
    read = text(pdf.pages[0])
    for said in ("Hồ sơ nộp trực tuyến", "tính đến ngày 30/06/2025", "Giá trị, %", "77,15 (1)", "Ngưỡng màu",
                 "TX. La Gi", "Nguyên nhân", "Cách tính", "Nguồn:", "In ngày"):  # fmt: skip
        assert said in read
    for screen in ("Tổng quan", "Bộ lọc", "Trình chiếu", "Khổ dọc", "Địa giới đến", "Số liệu thật"):
        assert screen not in read


@pytest.mark.parametrize(
    "address", [LONGEST[0], *(pytest.param(each, marks=pytest.mark.slow) for each in LONGEST[1:])]
)
def test_nothing_is_cut_off_the_fullest_pages(open_page, dashboard, address):
    page = opened(open_page, f"{dashboard}/in?{address.format(pulled=PULLED)}")
    for layout, paper in ((".top", "Khổ dọc"), (".beside", "Khổ ngang")):
        page.get_by_role("radio", name=paper).or_(page.get_by_role("button", name=paper)).first.click()
        expect(page.locator(f".paper {layout}")).to_be_visible(timeout=30_000)
        assert overflowing(page) == 0
        tall = page.locator(".paper .map").evaluate("e => e.clientHeight")
        assert tall >= 170  # 45 mm: a map to be read
        assert len(printed(page).pages) == 1


def test_the_legend_and_the_map_are_on_the_paper(open_page, dashboard):
    page = opened(open_page, f"{dashboard}/in?kieu=mo-phong", width=1920, height=1080)
    page.emulate_media(media="print")
    sheet = page.locator(".paper").bounding_box()
    for part in (".legend", ".map img", "table", "footer"):
        box = page.locator(f".paper {part}").first.bounding_box()
        assert box["x"] >= sheet["x"] - 1
        assert box["x"] + box["width"] <= sheet["x"] + sheet["width"] + 1
        assert box["y"] + box["height"] <= sheet["y"] + sheet["height"] + 1
    assert page.locator(".map img").evaluate("e => e.complete && e.naturalWidth > 0")


def test_simulated_figures_are_marked_on_paper_and_real_ones_are_not(open_page, dashboard):
    simulated = printed(opened(open_page, f"{dashboard}/in?kieu=mo-phong"))
    # In the heading and across the table; the map is a picture and carries its own.
    assert text(simulated.pages[0]).count("MÔ PHỎNG") == 2
    assert "MÔ PHỎNG" not in text(printed(opened(open_page, f"{dashboard}/in")).pages[0])


def test_the_notes_are_one_page_each_without_a_blank_one(open_page, dashboard):
    page = opened(open_page, f"{dashboard}/in?in=phieu&kieu=mo-phong", width=1920, height=1080)
    expect(page.get_by_text("3/10 địa phương không có số liệu")).to_be_visible()
    assert overflowing(page) == 0
    pages = [text(each) for each in printed(page).pages]
    assert len(pages) == 7
    for number, read in enumerate(pages, start=1):
        assert f"Phiếu {number}/7" in read
        assert "Phiếu đôn đốc · " in read
        assert "MÔ PHỎNG" in read
    assert "thiếu 7,14 điểm %" in pages[0]


def test_a_note_on_a_proposed_schedule_asks_and_does_not_blame(open_page, dashboard):
    page = opened(open_page, f"{dashboard}/in?in=phieu")
    pages = [text(each) for each in printed(page).pages]
    assert len(pages) == 10
    assert all("chưa có văn bản giao; không coi là chậm báo cáo" in read for read in pages)
    assert not any("quá hạn" in read.lower() for read in pages)


def test_notes_to_every_commune_are_printed_in_one_go(open_page, dashboard):
    page = opened(open_page, f"{dashboard}/in?in=phieu&kieu=mo-phong&cap=xa")
    pages = printed(page).pages
    assert overflowing(page) == 0
    assert f"Phiếu {len(pages)}/{len(pages)}" in text(pages[-1])
    assert len(pages) > 50


def test_the_button_opens_the_print_box_of_the_browser(open_page, dashboard):
    page = opened(open_page, f"{dashboard}/in")
    page.evaluate("() => { window.print = () => { window.asked = (window.asked ?? 0) + 1 } }")
    page.get_by_role("button", name="In ra giấy").click()
    assert page.evaluate("window.asked") == 1


def test_one_prints_the_view_one_comes_from(open_page, dashboard):
    page = open_page(f"{dashboard}/ban-do?kieu=mo-phong&cap=xa&mau=do-phu")
    page.get_by_role("link", name="In", exact=True).click()
    expect(page.locator(".paper")).to_be_visible(timeout=60_000)
    assert "đã báo cáo" in text(printed(page).pages[0])
