"""What was read of a file, a line a group."""

import pandas as pd

from data.intake import preflight
from tests.data.intake.sheets import xlsx

TODAY = pd.Timestamp("2024-10-15")


def test_a_line_says_whose_figures_of_when_and_from_which_column(tables):
    rows = [
        ["KẾT QUẢ QUÝ III/2024"],
        ["Địa phương", "Hồ sơ nộp trực tuyến (%)", "Tổ CNSCĐ cấp thôn"],
        ["Huyện Tuy Phong", 81.25, 65],
        ["Huyện Bắc Bình", 70, 40],
        ["Huyện Đức Linh", 75.5, 50],
        ["Huyện Hàm Tân", 60, 55],
    ]
    checked = preflight.check_file("bieu.xlsx", xlsx(rows), tables, today=TODAY)
    lines = checked.groups.drop(columns="before").to_numpy().tolist()
    places = "4 địa phương: Huyện Tuy Phong, Huyện Bắc Bình, Huyện Đức Linh…"
    quarter, day = "01/07/2024 – 30/09/2024", "đến 30/09/2024"
    teams = "Tổ công nghệ số cộng đồng cấp thôn"
    assert lines == [
        [
            places,
            "Hồ sơ nộp trực tuyến",
            quarter,
            4,
            "từ 60 % đến 81,25 %",
            "Số liệu",
            "B",
            rows[1][1],
        ],
        [
            places,
            teams,
            day,
            4,
            "từ 40 tổ đến 65 tổ",
            "Số liệu",
            "C",
            rows[1][2],
        ],
    ]
    assert checked.groups["before"].tolist() == ["chưa có kỳ trước", "chưa có kỳ trước"]


def test_the_period_before_stands_beside_a_single_figure(tables):
    rows = [["Tháng 9/2024"], ["Địa phương", "Tổ CNSCĐ cấp thôn"], ["Thị xã La Gi", 66]]
    checked = preflight.check_file("bieu.xlsx", xlsx(rows), tables, today=TODAY)
    earlier = tables.observations.query("locality == '594' and indicator == 'digital_teams' and preferred")
    last = earlier[earlier["period_end"].lt("2024-09-30")].sort_values("period_end").iloc[-1]
    assert checked.groups["before"].tolist() == [
        f"{last['value']:.0f} tổ (đến {last['period_end']:%d/%m/%Y})"
    ]
