"""Files as a whole: what is read of them, in each form they come in."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.intake.interpret.report_scope import ExpectedScope
from data.intake.open.worksheet import Cell, Sheet
from data.intake.parsing import ParsedFile, parse_file, parse_sheets
from tests.data.intake.sheets import csv, tcvn3, xlsx

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


def figures(reading: ParsedFile) -> list[tuple[str, str, float]]:
    return list(reading.rows[["locality", "indicator", "value"]].itertuples(index=False, name=None))


def checks(reading: ParsedFile) -> list[tuple[str, str, str]]:
    return [(each.check, each.sheet, each.cell) for each in reading.findings if each.severity != "notice"]


def test_a_long_form_is_read_whole(tables):
    reading = parse_file("mau.xlsx", xlsx(LONG), tables)
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
        reading = parse_file(name, content, tables)
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
    reading = parse_file("ngang.xlsx", xlsx(rows, merged=merged), tables)
    assert checks(reading) == []
    assert figures(reading) == [
        ("593", "work_files_online", 90.5),
        ("594", "work_files_online", 80),
        ("593", "digital_teams", 9),
    ]
    assert reading.passed_over[["cell", "reason"]].to_numpy().tolist() == [["G7", "pending"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_a_csv_is_read_in_every_usual_encoding(tables, encoding):
    rows = [
        ["Quý III/2024"],
        ["Địa phương", "Tổ CNSCĐ cấp thôn"],
        ["Thị xã La Gi", "65"],
        ["Đức Linh", "1.234"],
    ]
    reading = parse_file("so-lieu.csv", csv(rows, encoding=encoding), tables)
    assert checks(reading) == []
    assert figures(reading) == [("594", "digital_teams", 65), ("600", "digital_teams", 1234)]


def test_a_csv_in_the_letters_of_tcvn3_is_read_and_looked_at_again(tables):
    rows = [["9/2024"], ["Địa phương", "Tổ CNSCĐ cấp thôn"], ["Huyện Đức Linh", "65"]]
    content = tcvn3(csv(rows).decode()).encode("latin-1")
    reading = parse_file("so-lieu.csv", content, tables)
    assert checks(reading) == [("legacy_letters", "so-lieu", "")]
    assert figures(reading) == [("600", "digital_teams", 65)]


def test_parts_stand_under_their_indicator(tables):
    rows = [
        ["Kết quả 9 tháng đầu năm 2024"],
        ["TT", "Địa phương", "Hồ sơ công việc xử lý trên mạng", None, None, "Ghi chú"],
        [None, None, "Tử số", "Mẫu số", "Tỷ lệ (%)", None],
        ["A", "B", "1", "2", "3=1/2", "4"],
        [1, "La Gi", 2317, 3003, 77.15, "đã kiểm tra"],
        [2, "Tuy Phong", 1, 3, None, None],
    ]
    merged = ["A2:A3", "B2:B3", "C2:E2", "F2:F3"]
    reading = parse_file("bieu.xlsx", xlsx(rows, merged=merged), tables)
    assert checks(reading) == []
    assert figures(reading) == [("594", "work_files_online", 77.15), ("595", "work_files_online", 33.3333)]
    assert reading.rows[["cell", "numerator_cell", "denominator_cell"]].to_numpy().tolist() == [
        ["E5", "C5", "D5"],
        ["C6", "C6", "D6"],  # the rate was worked out: its numerator stands for it
    ]
    assert reading.rows["note"].tolist() == ["đã kiểm tra", "Tỷ lệ được tính từ tử số và mẫu số"]


def test_a_district_heads_the_communes_below_it(tables):
    rows = [
        ["Tháng 9/2024"],
        ["TT", "Đơn vị", "Tổ CNSCĐ cấp thôn"],
        ["I", "Huyện Đức Linh", None],
        [1, "Xã Tân Hà", 7],
        ["II", "Huyện Hàm Tân", 50],
        [1, "Xã Tân Hà", 8],
    ]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    assert figures(reading) == [
        ("23221", "digital_teams", 7),
        ("601", "digital_teams", 50),
        ("23257", "digital_teams", 8),
    ]


def test_a_district_is_told_from_its_town_by_its_neighbours(tables):
    rows = [
        ["Tháng 9/2024"],
        ["Huyện", "Tổ CNSCĐ cấp thôn"],
        ["Mường Nhé", 7],
        ["Nậm Pồ", 8],
        ["Tủa Chùa", 9],
    ]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    assert reading.rows["locality"].tolist() == ["096", "103", "098"]


def test_codes_without_their_zero_and_sums_with_a_code(tables):
    rows = [
        ["Tháng 9/2024"],
        ["Mã", "Địa phương", "Tổ CNSCĐ cấp thôn"],
        [94, "TP. Điện Biên Phủ", 7],
        [11, "Toàn tỉnh", 90],
    ]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    assert reading.rows["locality"].tolist() == ["094", "11"]  # with its code it is the province's own figure


def test_each_sheet_may_be_a_quarter(tables):
    rows = [["Địa phương", "Tổ CNSCĐ cấp thôn"], ["La Gi", 60]]
    later = [["Quý III/2024"], ["Địa phương", "Tổ CNSCĐ cấp thôn"], ["La Gi", 65]]
    reading = parse_file("bieu.xlsx", xlsx([["Quý II/2024"], *rows], **{"Trang 2": later}), tables)
    assert checks(reading) == []
    assert reading.rows["period_end"].dt.strftime("%d/%m/%Y").tolist() == ["30/06/2024", "30/09/2024"]


def test_periods_on_both_sides_of_the_reform_do_not_share_a_file(tables):
    rows = [["Địa phương", "Tổ CNSCĐ cấp thôn"], ["La Gi", 60]]
    reading = parse_file("bieu.xlsx", xlsx([["Quý II/2025"], *rows], Sau=[["Quý III/2025"], *rows]), tables)
    assert checks(reading) == [("period_of_other_vintage", "Sau", "A1")]
    across = [
        ["Địa phương", "Chỉ tiêu", "Quý II/2025", "Quý III/2025"],
        ["La Gi", "Tổ CNSCĐ cấp thôn", 60, 61],
    ]
    reading = parse_file("bieu.xlsx", xlsx(across), tables)
    assert checks(reading) == [("period_of_other_vintage", "Số liệu", "D1")]
    assert figures(reading) == [("594", "digital_teams", 60)]


def test_a_communes_own_report_is_its_own_by_its_title(tables):
    rows = [
        ["TỈNH LÂM ĐỒNG"],
        ["UBND XÃ TUY PHONG"],
        ["KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG 9 NĂM 2025"],
        ["(Kèm theo Báo cáo số 12/BC-UBND ngày 05/10/2025)"],
        ["STT", "Nội dung chỉ tiêu", "Đơn vị tính", "Kết quả thực hiện"],
        ["I", "CHÍNH QUYỀN SỐ", None, None],
        [1, "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "%", "98,5"],
        [2, "Số TTHC cung cấp trực tuyến", "TTHC", "132"],
        ["Nơi nhận:", None, None, "CHỦ TỊCH"],
    ]
    reading = parse_file("bao-cao.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    names = tables.localities.query("vintage == '2025-07'").set_index("code")["name"]
    assert [(names[at], of, value) for at, of, value in figures(reading)] == [
        ("Xã Tuy Phong", "work_files_online", 98.5),
        ("Xã Tuy Phong", "procedures_online", 132),
    ]
    assert reading.passed_over[["cell", "reason"]].to_numpy().tolist() == [["D9", "outside"]]


def test_a_statement_may_stand_in_one_cell(tables):
    rows = [["Kỳ báo cáo: Quý III/2024"], ["Đơn vị báo cáo: UBND huyện Tuy Phong"], ["Chỉ số", "Giá trị"]]
    reading = parse_file("bao-cao.xlsx", xlsx([*rows, ["Tổ CNSCĐ cấp thôn", 65]]), tables)
    assert checks(reading) == []
    assert figures(reading) == [("595", "digital_teams", 65)]


def test_a_heading_repeated_on_the_next_page_is_no_row(tables):
    head = ["Địa phương", "Tổ CNSCĐ cấp thôn"]
    rows = [["9/2024"], head, ["La Gi", 65], head, ["Tuy Phong", 60], ["Người lập biểu", None]]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    assert reading.rows["locality"].tolist() == ["594", "595"]


def test_a_row_said_twice_alike_is_taken_once(tables):
    rows = [["9/2024"], ["Địa phương", "Tổ CNSCĐ cấp thôn"], ["La Gi", 65], ["Thị xã La Gi", "65 tổ"]]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    assert figures(reading) == [("594", "digital_teams", 65)]
    assert reading.passed_over[["cell", "reason"]].to_numpy().tolist() == [["B4", "repeated"]]


def test_cached_values_of_formulas_are_read_and_formats_believed(tables):
    reading = parse_file("mau.xlsx", xlsx(LONG[:-1], formats={"F4": "0.00%"}, change=share), tables)
    assert checks(reading) == []
    assert reading.rows["value"].tolist() == [77.15]


def share(sheet):
    sheet["F4"] = 0.7715


def test_causes_stand_beside_their_figure_one_record_each(tables):
    head = [
        "Địa phương",
        "Chỉ số",
        "Giá trị",
        "Nguyên nhân khách quan",
        "Nguyên nhân chủ quan",
        "Kiến nghị, đề xuất",
    ]
    rows = [
        ["9/2024"],
        head,
        ["La Gi", "Tổ CNSCĐ cấp thôn", 65, "Mưa lũ", "Chậm triển khai", "Bổ sung kinh phí"],
        ["Tuy Phong", "Tổ CNSCĐ cấp thôn", None, None, None, "Tập huấn thêm"],
    ]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    told = reading.explanations[["cell", "locality", "indicator", "cause_kind", "cause", "proposal"]]
    assert told.to_numpy().tolist() == [
        ["D3", "594", "digital_teams", "objective", "Mưa lũ", "Bổ sung kinh phí"],
        ["E3", "594", "digital_teams", "subjective", "Chậm triển khai", ""],
        ["F4", "595", "digital_teams", "", "", "Tập huấn thêm"],
    ]


def test_an_unsure_column_is_read_once_it_is_confirmed(tables):
    content = xlsx([["9/2024"], ["Địa phương", "TTHC toàn trinhf"], ["La Gi", 74]])
    asked = parse_file("bieu.xlsx", content, tables)
    assert checks(asked) == [("unsure_column", "Số liệu", "B2")]
    assert asked.columns[["column", "role", "indicator", "sure"]].to_numpy().tolist() == [
        ["A", "name", "", True],
        ["B", "value", "procedures_full_online", False],
    ]
    told = {("Số liệu", "B"): "value:procedures_full_online"}
    assert figures(parse_file("bieu.xlsx", content, tables, mapping=told)) == [
        ("594", "procedures_full_online", 74)
    ]
    ignored = parse_file("bieu.xlsx", content, tables, mapping={("Số liệu", "B"): "ignored"})
    assert ignored.rows.empty


def test_what_was_asked_for_must_not_be_contradicted(tables):
    assert (
        checks(parse_file("mau.xlsx", xlsx(LONG), tables, period="2024-Q3", area="60", vintage="2025-03"))
        == []
    )
    other = parse_file("mau.xlsx", xlsx(LONG), tables, period="2024-12", area="58")
    assert ("statement_differs", "Số liệu", "B1") in checks(other)
    assert ("statement_differs", "Số liệu", "B2") in checks(other)
    titled = parse_file("bieu.xlsx", xlsx([["Quý II/2024"], *LONG[2:]]), tables, period="2024-09")
    assert ("statement_differs", "Số liệu", "A1") in checks(titled)


@pytest.mark.parametrize(
    "asked", [{"period": "quý này"}, {"area": "999", "vintage": "2025-03"}, {"vintage": "1999-01"}]
)
def test_a_caller_must_ask_for_what_there_is(tables, asked):
    with pytest.raises(ValueError, match=r".+"):
        parse_file("mau.xlsx", xlsx(LONG), tables, **asked)


INDICATORS = ["Chỉ tiêu", "Kết quả"]


def test_rows_without_figures_say_of_when_and_what_the_rows_below_are(tables):
    rows = [
        ["UBND HUYỆN TUY PHONG"],
        INDICATORS,
        ["I. Quý II/2024", None],
        ["Tổ CNSCĐ cấp thôn", 60],
        ["II. Quý III/2024", None],
        ["Tổ CNSCĐ cấp thôn", 65],
        ["III. Kế hoạch năm 2025", None],
        ["Tổ CNSCĐ cấp thôn", 70],
    ]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert checks(reading) == []
    assert reading.rows["value"].tolist() == [60, 65]
    assert reading.rows["period_end"].dt.strftime("%d/%m/%Y").tolist() == ["30/06/2024", "30/09/2024"]
    assert reading.passed_over[["cell", "reason"]].to_numpy().tolist() == [["B8", "plan"]]


def test_figures_of_a_village_or_an_office_are_not_those_of_the_commune(tables):
    title = [["UBND XÃ VĨNH HẢO"], ["Kết quả quý III/2024"], INDICATORS]
    rows = [*title, ["Thôn Vĩnh Hải", None], ["Tổ CNSCĐ cấp thôn", 2]]
    reading = parse_file("bieu.xlsx", xlsx(rows), tables)
    assert [check for check, _, _ in checks(reading)] == ["unknown_place"]
    assert reading.rows.empty


CONTENT = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.sampled_from(
        ["Địa phương", "Mã", "Chỉ số", "Giá trị", "Tử số", "Mẫu số", "Kỳ", "Đơn vị", "Kỳ báo cáo"]
    ),
    st.sampled_from(["594", "La Gi", "Xã Tân Hà", "Tổng cộng", "9/2024", "77,15%", "-", "hơn 9"]),
    st.sampled_from(["Tổ CNSCĐ cấp thôn", "work_files_online"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CONTENT, max_size=6), max_size=8))
def test_no_grid_gives_more_than_a_reading(tables, rows):
    sheet = Sheet(
        "Lưới",
        {
            (row, column): Cell(content)
            for row, line in enumerate(rows, start=1)
            for column, content in enumerate(line, start=1)
            if content is not None and str(content).strip()
        },
    )
    reading = parse_sheets([sheet], tables, ExpectedScope(), {})
    assert all(each.message.endswith(".") for each in reading.findings)
    assert set(reading.rows["vintage"]) <= {reading.vintage}
