import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from data.exports import escape_formula, to_csv, to_xlsx

FRAME = pd.DataFrame(
    {
        "Mã": ["00123", "594"],
        "Địa phương": ["=HYPERLINK(1)", "Phan Thiết"],
        "Giá trị": [-77.15, float("nan")],
        "Ngày": pd.to_datetime(["2024-10-21", None]),
        "Ưu tiên": [True, False],
    }
)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\x00=1", "'=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("﹦1", "'﹦1"),
        ("Hàm Tân", "Hàm Tân"),
        ("a=b", "a=b"),
        ("—", "—"),
        ("−5", "−5"),
        ("", ""),
    ],
)
def test_text_that_could_run_is_quoted_and_other_text_is_left_alone(text: str, safe: str) -> None:
    assert escape_formula(text) == safe


@given(st.text())
def test_no_exported_text_starts_with_a_formula_sign(text: str) -> None:
    safe = escape_formula(text)
    assert safe.strip()[:1] not in {"=", "+", "-", "@", "＝", "＋", "－", "＠"}
    assert safe[:1] not in {"\t", "\r", "\n"}


@given(st.text())
def test_neutralising_loses_no_readable_letter(text: str) -> None:
    assert escape_formula(text).removeprefix("'").replace("'", "") == "".join(
        letter for letter in text if letter.isprintable() or letter in "\t\r\n" or ord(letter) > 159
    ).replace("'", "")


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_any_text_survives_both_files(texts: list[str]) -> None:
    frame = pd.DataFrame({"Chữ": pd.Series(texts, dtype="str")})
    sheet = load_workbook(io.BytesIO(to_xlsx(frame, "", []))).worksheets[0]
    assert [cell.data_type for (cell,) in sheet.iter_rows(min_row=2) if cell.value is not None] == [
        "s" for (cell,) in sheet.iter_rows(min_row=2) if cell.value is not None
    ]
    assert sheet.max_row <= len(texts) + 1
    assert to_csv(frame).startswith(b"\xef\xbb\xbf")


def test_a_csv_opens_in_excel_with_codes_numbers_dates_and_gaps() -> None:
    assert to_csv(FRAME).decode("utf-8") == (
        "\ufeffMã,Địa phương,Giá trị,Ngày,Ưu tiên\n"
        "00123,'=HYPERLINK(1),-77.15,2024-10-21,có\n"
        "594,Phan Thiết,,,không\n"
    )


def test_a_workbook_keeps_numbers_dates_and_text_apart() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(FRAME, "Hồ sơ trực tuyến", ["Nguồn: Thị ủy La Gi", "=1+1"])))
    assert book.sheetnames == ["Số liệu", "Ghi chú"]
    rows = list(book["Số liệu"].iter_rows(values_only=True))
    assert rows[0] == ("Mã", "Địa phương", "Giá trị", "Ngày", "Ưu tiên")
    assert rows[1][:3] == ("00123", "'=HYPERLINK(1)", -77.15)
    assert rows[1][3].date() == date(2024, 10, 21)
    assert rows[2] == ("594", "Phan Thiết", None, None, "không")
    notes = [line for (line,) in book["Ghi chú"].iter_rows(values_only=True)]
    assert notes == ["Hồ sơ trực tuyến", "Nguồn: Thị ủy La Gi", "'=1+1"]


def test_a_day_stands_day_first_and_text_that_looks_like_an_error_is_text() -> None:
    # Excel would show the first as a number or month first, and take the second for a failed formula.
    frame = pd.DataFrame({"Ngày": pd.to_datetime(["2024-10-21"]), "Ghi chú": ["#N/A"]})
    day, text = load_workbook(io.BytesIO(to_xlsx(frame, "t", []))).worksheets[0][2]
    assert day.number_format == "DD/MM/YYYY"
    assert (text.value, text.data_type) == ("#N/A", "s")


def test_simulated_figures_say_so_in_every_row_of_both_files() -> None:
    lines = to_csv(FRAME, simulated=True).decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["SỐ LIỆU MÔ PHỎNG"] * 3
    book = load_workbook(io.BytesIO(to_xlsx(FRAME, "t", [], simulated=True)))
    assert [row[0] for row in book["Số liệu"].iter_rows(values_only=True)] == ["SỐ LIỆU MÔ PHỎNG"] * 3
    assert next(book["Ghi chú"].iter_rows(values_only=True)) == ("SỐ LIỆU MÔ PHỎNG",)


def test_real_figures_carry_no_mark() -> None:
    assert "MÔ PHỎNG" not in to_csv(FRAME).decode("utf-8")


def test_an_empty_table_exports_its_headings() -> None:
    empty = FRAME.iloc[:0]
    assert to_csv(empty).decode("utf-8-sig") == "Mã,Địa phương,Giá trị,Ngày,Ưu tiên\n"
    sheet = load_workbook(io.BytesIO(to_xlsx(empty, "t", []))).worksheets[0]
    assert next(sheet.iter_rows(values_only=True)) == tuple(empty.columns)


def test_headings_are_neutralised_too() -> None:
    assert to_csv(pd.DataFrame({"=A1": [1]})).decode("utf-8-sig") == "'=A1\n1\n"


def test_a_scenario_carries_its_mark_and_name_on_every_row_and_a_simulated_one_both_marks() -> None:
    text = to_csv(FRAME, scenario="Quý II").decode("utf-8-sig")
    assert text.splitlines()[0] == "KỊCH BẢN,Mã,Địa phương,Giá trị,Ngày,Ưu tiên"
    assert all(line.startswith("KỊCH BẢN: Quý II,") for line in text.splitlines()[1:])
    book = load_workbook(
        io.BytesIO(to_xlsx(FRAME, "Các nơi thay đổi", [], simulated=True, scenario="Quý II"))
    )
    assert [cell.value for cell in book.worksheets[0][3]][:2] == ["KỊCH BẢN: Quý II", "SỐ LIỆU MÔ PHỎNG"]
    notes = [row[0].value for row in book.worksheets[1].iter_rows()]
    assert notes == ["KỊCH BẢN: Quý II", "SỐ LIỆU MÔ PHỎNG", "Các nơi thay đổi"]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("tăng; =1+1;b", "tăng; '=1+1;b"),
        ("a\n@SUM(A1)", "a\n'@SUM(A1)"),
        ("a;\u200b＝1", "a;\u200b'＝1"),
        ("a; 5 - 3; b", "a; 5 - 3; b"),
    ],
)
def test_a_part_of_a_text_does_not_run_where_a_spreadsheet_parts_lines_at_semicolons(text, safe):
    written = pd.read_csv(io.BytesIO(to_csv(pd.DataFrame({text: [text]}))), encoding="utf-8-sig")
    assert [*written.columns, *written[written.columns[0]]] == [safe, safe]


def test_the_name_of_a_scenario_is_a_text_among_the_figures():
    named = to_xlsx(FRAME, "Bảng", [], scenario="\x00\ud800=1")
    assert load_workbook(io.BytesIO(named)).worksheets[0]["A2"].value == "KỊCH BẢN: =1"


def test_a_scenario_called_like_another_column_has_a_column_of_its_own():
    frame = pd.DataFrame([["a", "b"]], columns=["Nội dung", "Nội dung"])
    assert to_csv(frame).decode("utf-8-sig").splitlines() == ["Nội dung,Nội dung", "a,b"]
