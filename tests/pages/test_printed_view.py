"""The printed sheet and the notes, as they are written before a browser sees them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from indicators import scenario_code
from indicators.scenario import Group, Lever, Scenario
from pages.printing import paper, words
from pages.printing.drawing import view_page
from pages.printing.notes import lagging, notes, overdue
from pages.printing.printed_texts import sources_line
from queries import assessments, catalogue
from queries.view import View


def plain(html: str) -> str:
    """Return what is read of a page, in one line."""
    return re.sub(r"[ \n]+", " ", re.sub(r"<[^>]*>", " ", html))


def rows(html: str) -> int:
    return html.count("<tr") - html.count("<thead")


@pytest.mark.parametrize("asked", ["portrait", "landscape"])
def test_the_paper_is_a4_in_the_direction_asked_for(asked):
    style = paper.style(asked)
    assert f"size: A4 {asked};" in style
    assert re.findall(r"\{(paper|width|height|zoom)\}", style) == []


def test_what_comes_from_the_tables_is_escaped(monkeypatch):
    page = paper.render(
        "note.html", words=words, place="<b>X</b>", scope="", number="", simulated="", overdue=[], behind=[],
        dense=False, foot="", printed="", product="",
    )  # fmt: skip
    assert "&lt;b&gt;X&lt;/b&gt;" in page


def test_the_sheet_carries_map_legend_table_causes_method_source_date_and_kind():
    said = view_page(View())
    assert 'src="data:image/svg+xml;base64,' in said
    read = plain(said)
    for heading in ("Giá trị, %", words.TABLE, words.CAUSES, words.METHOD, words.SOURCES, "In ngày"):
        assert heading in read
    assert "Tỉnh Bình Thuận · cấp huyện · tính đến ngày 30/06/2025 · số liệu công bố, báo cáo" in read
    assert "SỐ LIỆU MÔ PHỎNG" not in read


@pytest.mark.parametrize(
    ("view", "count"),
    [
        (View(), 10),
        (View(level="commune"), 121),
        (View(province="58", level="commune"), 62),
        (View(vintage="2025-07", province="11", level="commune"), 45),
        (View(vintage="2025-07", province="68", level="commune", paper="landscape"), 124),
    ],
)
def test_every_place_of_the_level_has_its_row(view, count):
    assert rows(view_page(view)) == count


def test_a_place_without_a_figure_says_so_and_shows_no_zero():
    read = plain(view_page(View()))
    assert "H. Tuy Phong chưa có" in read
    assert words.NOT_ZERO in read


def test_a_filter_leaves_rows_out_and_says_so():
    said = view_page(View(types=("thị xã",)))
    assert rows(said) == 1
    assert "9 bị lọc ra" in plain(said)


def test_filters_that_leave_nothing_print_nothing():
    assert view_page(View(types=("đặc khu",))) == ""


def test_a_chosen_place_brings_the_working_of_its_status():
    read = plain(
        view_page(View(province="58", indicator="online_dossier_share", level="province", locality="58"))
    )
    assert words.WHY.format(name="Tỉnh Ninh Thuận") in read
    assert "Chỉ tiêu: &gt; 70 %" in read


@pytest.mark.journey
def test_causes_are_printed_for_real_figures_only():
    view = {"province": "58", "level": "province", "indicator": "online_dossier_share"}
    assert "Ít dịch vụ công trực tuyến có phát sinh hồ sơ mới" in plain(view_page(View(**view)))
    simulated = plain(view_page(View(kind="simulated", **view)))
    assert words.NO_CAUSES_SIMULATED in simulated
    assert "Ít dịch vụ công" not in simulated


@pytest.mark.journey
def test_simulated_figures_are_marked_and_nobody_is_named_first():
    read = plain(view_page(View(kind="simulated")))
    assert "SỐ LIỆU MÔ PHỎNG" in read
    assert "Đứng đầu" not in read


def test_more_sources_than_fit_are_counted():
    known = catalogue.tables().sources["source"].tolist()[:6]
    assert sources_line(known).endswith("và 2 nguồn khác (xem trang Nguồn số liệu).")
    assert sources_line([]) == words.NO_SOURCES


def test_a_proposed_schedule_is_a_request_and_blames_nobody():
    written = notes(View())
    read = plain(written.pages)
    assert written.count == 10
    assert words.NOTE_OVERDUE_REQUEST["proposed"] in read
    assert words.NOTE_OVERDUE["assigned"] not in read
    assert "Quá hạn" not in read


def test_every_locality_is_told_or_counted():
    written = notes(View(kind="simulated"))
    assert (written.count, written.silent, written.total) == (7, 3, 10)
    assert written.pages.count("<article") == 7


def test_a_target_behind_is_told_with_value_line_gap_and_deadline():
    behind = lagging(View(kind="simulated"))
    assert set(behind["status"]) == {"behind", "missed"}
    assert set(behind["standing"]) == {"assigned"}
    one = behind[behind["status"].eq("behind") & behind["level"].eq("district")].iloc[0]
    read = plain(notes(View(kind="simulated", locality=one["locality"])).pages)
    for part in ("value_shown", "expected_shown", "gap_shown", "deadline_shown"):
        assert one[part] in read


def test_a_figure_is_asked_for_since_the_day_after_the_first_missing_one_was_due():
    asked = overdue(View())
    late = assessments.covered(View()).query("status == 'late'")
    assert len(asked) == len(late)
    assert set(asked["basis"]) == {"proposed"}
    one = asked[asked["locality"] == "594"].iloc[0]
    assert one["since_shown"] == "16/04/2023"


def test_a_pillar_narrows_what_is_asked_for():
    every, some = overdue(View()), overdue(View(pillars=("society",)))
    assert 0 < len(some) < len(every)


def test_nobody_to_be_told_is_no_page():
    written = notes(View(vintage="2025-07", province="68", level="commune", as_of=date(2025, 7, 1)))
    assert (written.pages, written.count, written.silent) == ("", 0, 124)


PULLED = scenario_code.encode((Scenario("Thử", (Lever("add", Group("all", ()), 8.0, "work_files_online"),)),))


def test_a_scenario_is_printed_with_its_levers_and_its_mark():
    said = view_page(
        View(printout="what_if", kind="simulated", indicator="work_files_online", scenario=PULLED)
    )
    read = plain(said)
    assert "KỊCH BẢN · SỐ LIỆU MÔ PHỎNG" in read
    assert "Thử: Tất cả địa phương: Hồ sơ công việc xử lý trên mạng cộng 8 điểm\u00a0%." in read
    assert rows(said) == 10


def test_figures_as_they_are_carry_no_mark_of_a_scenario_that_is_only_in_the_address():
    view = View(kind="simulated", indicator="work_files_online", scenario=PULLED)
    assert "KỊCH BẢN" not in plain(view_page(view))
    assert plain(view_page(view)) == plain(view_page(replace(view, scenario="")))


def test_a_scenario_without_levers_prints_what_is_known():
    assert "KỊCH BẢN" not in plain(view_page(View(printout="what_if")))
