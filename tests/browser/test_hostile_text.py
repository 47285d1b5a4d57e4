"""What somebody typed is read as it was typed, on every page, and nothing comes of it.

Every free text of the tables, of a report, an agenda, a scenario and an address is markup, a link, a picture, a script,
a formula. Whatever of it a page shows has to stand in one text node, whole; the browser, cut off from everything else,
is asked for nothing outside.
"""

import hostile
import pytest
from hostile import END, NAME, ROW, START, address
from playwright.sync_api import expect

from benchmarks.server import ROOT, running
from components.page_links import FOLDERS
from components.presenting.agenda import slug
from wording.markdown import JOINER

pytestmark = pytest.mark.slow
MEETING = slug("hop " + hostile.text("agenda")[:190])
KB = f"cap=huyen&chi-so=work_files_online&kbs=1&kb={hostile.scenario()}"
ADDRESSES = [
    *(f"{path}?dp=594" for path in FOLDERS),
    *(f"{path}?dp=594&present=1" for path in FOLDERS if path != "cap-nhat"),
    *(f"{path}?{address()}" for path in ("tong-quan", "ban-do", "nguon-so-lieu")),
    f"ban-do?{address(kieu=hostile.text('kieu'), kb=hostile.text('kb'))}",
    f"tien-do?dong={ROW}&mo=bang",
    f"tien-do?dong={ROW}&xem=ma-tran&present=1",
    f"tien-do?dong={ROW}&present=1&mo=cach-tinh",
    *(f"dia-phuong?dp=594&muc={part}" for part in ("dien-bien", "truc-thuoc", "tuong-dong", "nguon")),
    "dia-phuong?dp=594&ct=kh4677-work-files-district&chi-so=work_files_online",
    "dia-phuong?dp=60&chi-so=work_files_online&muc=truc-thuoc",
    "so-sanh?ds=594,595&chi-so=digital_teams&mo=bang",
    f"kich-ban?{KB}&mo=bang",
    f"kich-ban?{KB}&present=1",
    f"in?in=kich-ban&{KB}",
    "in?in=phieu&cap=huyen",
    f"tien-do?dong={ROW}&loai=th%E1%BB%8B+x%C3%A3",
    *(f"nguon-so-lieu?bang={part}&dp=594" for part in ("nguon", "do-phu", "kiem-tra", "phuong-phap", "thuat-ngu")),
    *(f"ban-do?present=1&chuong-trinh={MEETING}&thu-tu={item}" for item in (1, 2, 3)),
]  # fmt: skip
# Texts that are cut where they come in: as much as there is of them has to be read.
CUT = ["item", "agenda", "type", "heading", "cell", "code"]
LONG = 30_000
READ = """([start, whole, end, joiner, cut]) => {
  // Names of places are written with one kind of apostrophe.
  const clean = (text) => text.replaceAll(joiner, "").replaceAll("`", "'").replace(/\\s+/g, " ").toLowerCase()
  const broken = [], seen = []
  const look = (text) => {
    for (const [at, part] of clean(text).split(start).entries()) {
      if (!at) continue
      const field = part.match(/^[a-z_-]*/)[0]
      seen.push(field)
      const expected = clean(field + " " + whole + end)
      let same = 0
      while (same < expected.length && expected[same] === part[same]) same += 1
      // A complaint about the address repeats the beginning of what stands there.
      const repeated = part[same] === "…" && same >= 40
      if (!repeated && same < (cut.includes(field) ? 60 : expected.length)) broken.push(part.slice(0, same + 40))
    }
  }
  const walk = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (["SCRIPT", "STYLE"].includes(node.tagName)) continue
      let run = ""
      for (const child of [...node.childNodes, null])
        if (child?.nodeType === Node.TEXT_NODE) run += child.nodeValue
        else run = look(run) ?? ""
      for (const name of ["href", "src", "srcset", "style", "data"])
        if ((node.getAttribute(name) ?? "").includes("outside.invalid") && !node.closest("[href*='?']"))
          broken.push(`${node.tagName} ${name}`)
      if (node.shadowRoot) walk(node.shadowRoot)
      if (node.tagName === "IFRAME" && node.contentDocument) walk(node.contentDocument)
    }
  }
  walk(document)
  const frames = [...document.querySelectorAll("iframe")].map((each) => each.contentWindow)
  if ([window, ...frames].some((each) => each.ran)) broken.push("a script ran")
  return { broken, seen: [...new Set(seen)] }
}"""


@pytest.fixture(scope="module")
def attacked(browser, tmp_path_factory):
    """Address of a dashboard whose every free text is hostile."""
    state = tmp_path_factory.mktemp("state")
    (state / "agendas").mkdir()
    (state / "agendas" / f"{MEETING}.json").write_text(hostile.agenda(), "utf-8")
    places = {"DASHBOARD_STATE": str(state), "DASHBOARD_CACHE": str(tmp_path_factory.mktemp("cache"))}
    with running(ROOT / "tests" / "browser" / "hostile_app.py", **places) as found:
        yield found


def read(page):
    """Return which fields are read on a page; fail where one is not read as it was typed."""
    # The signs between START, the name of the field and END, as ``hostile.text`` writes them.
    whole = hostile.text("").partition(START)[2].removesuffix(END).strip() + " "
    told = page.evaluate(READ, [START, whole, END, JOINER, CUT])
    assert told["broken"] == []
    return set(told["seen"])


def settled(page):
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=30_000)
    expect(page.locator('[data-testid="stMain"]')).to_contain_text("a", timeout=30_000)
    return page


@pytest.mark.parametrize("asked", ADDRESSES)
def test_a_page_shows_what_was_typed_as_text(open_page, attacked, asked):
    page = settled(open_page(f"{attacked}/{asked}"))
    assert "gặp lỗi" not in page.locator('[data-testid="stMain"]').inner_text()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    read(page)


@pytest.mark.parametrize(
    "asked",
    [
        "tong-quan?dp=594",
        "ban-do?dp=594",
        f"kich-ban?{KB}",
        "nguon-so-lieu",
        "cap-nhat",
        f"tien-do?dong={ROW}",
    ],
)
def test_what_opens_on_a_page_shows_it_as_text_too(open_page, attacked, asked):
    page = settled(open_page(f"{attacked}/{asked}"))
    seen = set()
    for opener in ("[data-testid=stPopoverButton]", "[role=tab]", "[role=combobox]"):
        # Streamlit draws some buttons twice, one of them unseen.
        for each in [one for one in page.locator(opener).all() if one.is_visible()]:
            each.click(timeout=LONG)
            seen |= read(settled(page))
            page.keyboard.press("Escape")
            page.mouse.click(1, 400)
            expect(page.locator("[data-testid=stPopoverBody]")).to_have_count(0, timeout=LONG)
    assert seen


def test_the_name_of_a_scenario_stands_on_its_button(open_page, attacked):
    page = settled(open_page(f"{attacked}/kich-ban?{KB}"))
    named = page.get_by_role("radio").filter(has_text="n.png")
    expect(named).to_be_visible(timeout=LONG)
    assert named.inner_text().replace(JOINER, "") == NAME
    read(page)


def test_an_agenda_is_chosen_and_edited_as_text(open_page, attacked):
    page = settled(open_page(f"{attacked}/ban-do?dp=594&chuong-trinh={MEETING}"))
    page.get_by_role("button", name="Trình chiếu", exact=True).click()
    page.get_by_role("combobox", name="Chương trình đã lưu").click()
    expect(page.get_by_role("option").filter(has_text="agenda").first).to_be_visible(timeout=LONG)
    assert "agenda" in read(page)


def test_a_report_is_checked_and_answered_as_text(open_page, attacked):
    page = settled(open_page(f"{attacked}/cap-nhat"))
    sent = {"name": hostile.FILE, "mimeType": "application/octet-stream", "buffer": hostile.file()}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Tải lên").click()
    chooser.value.set_files(sent)
    expect(page.get_by_text("lỗi phải sửa trong tệp")).to_be_visible(timeout=LONG)
    assert {"cell", "heading", "code"} <= read(settled(page))
    told = page.locator('[data-testid="stMain"]').inner_text().replace(JOINER, "")
    assert f"{hostile.FILE}: có 3 lỗi" in told
    assert f"trang “{hostile.SHEET}” là" in told


def test_a_map_that_is_sent_shows_names_as_text(open_page, attacked, tmp_path):
    page = settled(open_page(f"{attacked}/dia-phuong?dp=60&chi-so=work_files_online"))
    with page.expect_download(timeout=LONG) as made:
        page.get_by_role("button", name="Tải bản đồ HTML").click()
    made.value.save_as(tmp_path / "ban-do.html")
    alone = open_page((tmp_path / "ban-do.html").as_uri())
    expect(alone.locator(".place").first).to_be_attached(timeout=LONG)
    assert {"name", "name_vi"} <= read(alone)
