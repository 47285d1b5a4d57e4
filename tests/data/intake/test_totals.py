"""Rows of totals held against the rows they add up."""

import pytest

from data.intake.parsing import parse_file
from tests.data.intake.sheets import xlsx

TEAMS = "Tổ công nghệ số cộng đồng cấp thôn"
SHARE = "Hồ sơ công việc xử lý trên mạng"
LA_GI, TUY_PHONG = ["594", "Thị xã La Gi"], ["595", "Huyện Tuy Phong"]
TOTAL = [None, "Tổng cộng"]


def told(tables, *rows, columns=(TEAMS,)):
    head = [["Kỳ báo cáo", "2024-09"], ["Mã địa phương", "Địa phương", *columns]]
    reading = parse_file("mau.xlsx", xlsx([*head, *rows]), tables)
    return [(each.check, each.cell) for each in reading.findings], reading


@pytest.mark.parametrize(
    "rows",
    [
        [[*LA_GI, 65], [*TUY_PHONG, 75], [*TOTAL, 140]],
        [[*TOTAL, 140], [*LA_GI, 65], [*TUY_PHONG, 75]],  # reports like to begin with it
        [[*LA_GI, 65], [*TOTAL, 65], [*TUY_PHONG, 75], [*TOTAL, 75]],  # one of each section
        [[*LA_GI, 65], [*TUY_PHONG, None], [*TOTAL, 65]],  # what is not there adds nothing
        [[*LA_GI, 1200], [*TUY_PHONG, 34], [*TOTAL, "1.234"]],
        [[*LA_GI, 65], [*TUY_PHONG, 75], [None, "Bình quân", 70]],  # a mean is no sum
        [[*LA_GI, "hơn 65"], [*TUY_PHONG, 75], [*TOTAL, 150]],  # not exact, so nothing is known to differ
        [[*LA_GI, 65], [*TUY_PHONG, 75], [*TOTAL, "đang cập nhật"]],
    ],
)
def test_a_total_that_may_be_right_is_passed_over_in_silence(tables, rows):
    found, reading = told(tables, *rows)
    assert found == []
    assert set(reading.rows["locality"]) <= {"594", "595"}


def test_a_total_that_differs_from_its_rows_is_a_warning_and_no_figure(tables):
    found, reading = told(tables, [*LA_GI, 65], [*TUY_PHONG, 75], [*TOTAL, 150])
    assert found == [("total_differs", "C5")]
    (finding,) = reading.findings
    assert finding.severity == "warning"
    assert (finding.found, finding.expected) == ("150", "140, là tổng các dòng")
    assert reading.rows["value"].tolist() == [65, 75]


def test_rates_have_no_sum_but_their_parts_do(tables):
    columns = (f"{SHARE} (%)", f"Tử số – {SHARE}", f"Mẫu số – {SHARE}")
    rows = [[*LA_GI, 50.0, 50, 100], [*TUY_PHONG, 75.0, 150, 200], [*TOTAL, 66.67, 200, 310]]
    found, _ = told(tables, *rows, columns=columns)
    assert found == [("total_differs", "E5")]


def test_indicators_down_have_a_total_each(tables):
    rows = [["Kỳ báo cáo", "2024-09"], ["Mã địa phương", "Địa phương", "Chỉ số", "Giá trị"]]
    rows += [[*LA_GI, TEAMS, 65], [*LA_GI, "Thành viên tổ công nghệ số cộng đồng cấp thôn", 390]]
    rows += [[*TUY_PHONG, TEAMS, 75], [*TOTAL, TEAMS, 530]]
    (finding,) = parse_file("mau.xlsx", xlsx(rows), tables).findings
    assert (finding.check, finding.cell, finding.expected) == ("total_differs", "D6", "140, là tổng các dòng")
