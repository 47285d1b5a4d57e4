"""Which periods the lines of a title give to the figures below them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake.interpret.period_mentions import find_mentions, split_mentions, without_numbers
from data.intake.interpret.periods import Period


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III NĂM 2024", [("2024-07-01", "2024-09-30", "title")]),
        ("KẾT QUẢ QUÝ III\nNĂM 2024", [("2024-07-01", "2024-09-30", "title")]),
        ("Số liệu tính đến ngày 30/9/2024 của UBND huyện", [(None, "2024-09-30", "until")]),
        ("Kết quả năm 2024 (tính đến 30/9)", [(None, "2024-09-30", "until")]),
        ("Số liệu đến hết tháng 9/2024", [(None, "2024-09-30", "until")]),
        ("Biểu 01 (từ 01/7/2024 đến 30/9/2024)", [("2024-07-01", "2024-09-30", "title")]),
        ("Thực hiện Nghị quyết 10-NQ/TU năm 2022", [("2022-01-01", "2022-12-31", "title")]),
        ("Thực hiện các chỉ tiêu, nhiệm vụ quý III/2024", [("2024-07-01", "2024-09-30", "title")]),
        ("9 tháng đầu năm 2024 so với cùng kỳ năm 2023", [("2024-01-01", "2024-09-30", "title")]),
        ("6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024", [("2024-01-01", "2024-06-30", "title")]),
        ("Kết quả Quý III, phương hướng Quý IV năm 2024", [("2024-07-01", "2024-09-30", "title")]),
        ("Kết quả năm 2024, định hướng đến năm 2025", [("2024-01-01", "2024-12-31", "title")]),
        (
            "Quý II và quý III năm 2024",
            [("2024-04-01", "2024-06-30", "title"), ("2024-07-01", "2024-09-30", "title")],
        ),
        ("KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2025", []),
        ("Ước thực hiện năm 2024", []),
        ("Tuy Phong, ngày 05 tháng 10 năm 2024", []),  # the day it was signed
        ("Tuy Phong, ngày … tháng 10 năm 2024", []),
        ("Tuy Phong, tháng 10 năm 2024", []),
        ("(Kèm theo Công văn số 12/UBND-VX ngày 05/10/2024)", []),
        ("(Kèm theo Báo cáo số 12/2024)", []),
        ("Kế hoạch số 956/KH-BĐHCĐS ngày 10/3/2023", []),
        ("Quyết định 749/QĐ-TTg", []),
        ("Quý III", []),  # of no year
        ("Kết quả đến ngày 31/9/2024", []),  # no such day
    ],
)
def test_a_title_gives_the_period_that_it_reports_on(title, found):
    mentions = [(each.period.start, each.period.end, each.basis) for each in find_mentions(title)]
    assert [(start and start.isoformat(), end.isoformat(), basis) for start, end, basis in mentions] == found


def test_what_stands_beside_a_period_is_kept():
    quarter = Period(date(2024, 7, 1), date(2024, 9, 30))
    assert split_mentions("Hồ sơ trực tuyến (quý III/2024)") == ([quarter], "Hồ sơ trực tuyến")


def test_a_document_counts_by_its_kind_alone():
    assert without_numbers("Chỉ tiêu KH 505/KH-UBND") == "Chỉ tiêu KH"


@given(st.text())
def test_no_text_breaks_the_search_of_periods(text):
    assert all(each.period.end for each in find_mentions(text))
    split_mentions(text)
    without_numbers(text)
