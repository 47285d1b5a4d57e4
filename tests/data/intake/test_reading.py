"""Files as a whole: what is read of them, in each form they come in."""

from datetime import date

import pandas as pd

from data.intake.reading import Reading, read
from tests.data.intake.sheets import csv, xlsx

LONG = [
    ["Kỳ báo cáo", "2024-09"],
    ["Địa phương báo cáo", "60"],
    ["Mã địa phương", "Địa phương", "Mã chỉ số", "Chỉ số", "Đơn vị", "Giá trị", "Tử số", "Mẫu số", "Ghi chú"],
    [
        "594",
        "Thị xã La Gi",
        "work_files_online",
        "Hồ sơ công việc xử lý trên mạng",
        "%",
        77.15,
        2317,
        3003,
        "9 tháng",
    ],
    ["595", "Huyện Tuy Phong", "digital_teams", None, "tổ", "hơn 60", None, None, None],
]


def figures(reading: Reading) -> list[tuple[str, str, float]]:
    return list(reading.rows[["locality", "indicator", "value"]].itertuples(index=False, name=None))


def checks(reading: Reading) -> list[tuple[str, str, str]]:
    return [(each.check, each.sheet, each.cell) for each in reading.findings]


def test_a_long_form_is_read_whole(tables):
    reading = read("mau.xlsx", xlsx(LONG), tables)
    assert checks(reading) == []
    assert (reading.vintage, reading.area, reading.period.end) == ("2025-03", "60", date(2024, 9, 30))
    first, second = reading.rows.to_dict("records")
    assert (first["sheet"], first["row"], first["cell"]) == ("Số liệu", 4, "F4")
    assert (first["value"], first["numerator"], first["denominator"]) == (77.15, 2317, 3003)
    assert (first["numerator_cell"], first["denominator_cell"], first["note"]) == ("G4", "H4", "9 tháng")
    # A flow asked for each quarter covers the quarter that ends there, a stock stands on its last day.
    assert (first["period_start"], first["period_end"]) == (
        pd.Timestamp("2024-07-01"),
        pd.Timestamp("2024-09-30"),
    )
    assert (second["period_start"], second["period_end"]) == (
        pd.Timestamp("2024-09-30"),
        pd.Timestamp("2024-09-30"),
    )
    assert (second["value"], second["qualifier"]) == (60, "more_than")


def test_a_wide_form_is_read_by_the_names_of_its_columns(tables):
    rows = [
        ["BIỂU 02. KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III NĂM 2024"],
        ["TT", "Huyện, thị xã, thành phố", "Tỷ lệ hồ sơ trực tuyến (%)", "Tổ CNSCĐ cấp thôn"],
        [1, "TX. La Gi", "77,15", "65 tổ"],
        [2, "Phan Thiết", "~95,2%", "1.234"],
        [None, "Toàn tỉnh", "80", "1.299"],
    ]
    for name, content in (("bieu.xlsx", xlsx(rows)), ("bieu.csv", csv(rows))):
        reading = read(name, content, tables)
        assert checks(reading) == []
        assert figures(reading) == [
            ("594", "online_dossier_share", 77.15),
            ("594", "digital_teams", 65),
            ("593", "online_dossier_share", 95.2),
            ("593", "digital_teams", 1234),
        ]
        assert reading.passed_over["reason"].tolist() == ["total", "total"]


def test_localities_may_stand_across_under_merged_headings(tables):
    rows = [
        ["Số liệu đến ngày 30/9/2024"],
        ["TT", "Chỉ tiêu", "ĐVT", "Phan Thiết", None, "La Gi", None],
        [None, None, None, "Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["I", "Chính quyền số"],
        [1, "Hồ sơ công việc xử lý trên môi trường mạng", "%", 100, 90.5, 100, 80],
        [2, "Tổ CNSCĐ cấp thôn", "tổ", None, 9, None, "đang cập nhật"],
    ]
    merged = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"]
    reading = read("ngang.xlsx", xlsx(rows, merged=merged), tables)
    assert checks(reading) == []
    assert figures(reading) == [
        ("593", "work_files_online", 90.5),
        ("594", "work_files_online", 80),
        ("593", "digital_teams", 9),
    ]
    assert reading.passed_over[["cell", "reason"]].to_numpy().tolist() == [["G7", "pending"]]
