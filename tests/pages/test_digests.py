import re
from datetime import date

import pytest

from components.digest import digest_records
from pages.overview import digests
from queries.view import View

SIMULATED = View(kind="simulated")


def test_without_proof_of_delay_what_sources_say_in_general_stands_below_the_reason():
    found = digests.behind(View())
    assert found.note.startswith("Không lượt nào chậm trong 3 lượt đánh giá được.")
    assert found.rows["lines"].iloc[0][0] == "Nêu chung về Nghị quyết 10-NQ/TU, không gắn với chỉ tiêu nào"
    assert set(found.rows["status"]) == {""}
    assert "Trách nhiệm: UBND thành phố Phan Thiết" in found.rows["lines"].iloc[2]


@pytest.mark.journey
def test_a_row_says_how_far_behind_of_what_and_when():
    found = digests.behind(SIMULATED)
    assert len(found.rows) == digests.LIMIT
    first = found.rows.iloc[0]
    assert first["figure"].startswith("kém ")
    assert "Hồ sơ công việc xử lý trên mạng" in first["lines"][0]
    assert "so với mức" in first["lines"][1]


@pytest.mark.journey
def test_a_real_cause_never_explains_a_simulated_figure():
    found = digests.behind(SIMULATED)
    assert not any("Nguyên nhân" in line for lines in found.rows["lines"] for line in lines)
    assert found.below == ""


def test_where_nothing_can_be_compared_the_list_says_why():
    found = digests.improved(View())
    assert found.rows.empty
    assert re.search(r"[1-9]\d* số liệu mới có một kỳ", found.note)


@pytest.mark.journey
def test_improvement_is_told_with_both_ends():
    row = digests.improved(SIMULATED).rows.iloc[0]
    assert row["figure"].startswith("tăng ")
    assert "→" in row["lines"][1]


def test_who_owes_figures_is_told_as_a_fraction_and_never_as_a_percentage(owed):
    found = digests.unreported(View())
    assert found.heading == "Còn thiếu số liệu: 5/11 nơi"
    assert found.rows.set_index("code").loc["595", "figure"] == f"0/{owed} chỉ số"
    assert "không nơi nào bị coi là chậm" in found.note


def test_before_anything_is_due_nobody_is_missing():
    found = digests.unreported(View(vintage="2025-07", province="68", as_of=date(2025, 7, 1)))
    assert found.rows.empty
    assert found.note == "Chưa có số liệu nào đến hạn vào ngày xem, nên chưa nơi nào bị coi là thiếu."


def test_all_rows_of_the_selected_place_are_marked():
    rows = digests.behind(View()).rows
    assert [row["selected"] for row in digest_records(rows, "60")] == [True, True, False]
