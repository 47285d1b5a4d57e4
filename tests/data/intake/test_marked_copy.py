"""The copy in which mistakes are marked where they stand."""

import io

from openpyxl import load_workbook
from openpyxl.comments import Comment

from data.intake.findings import Finding
from data.intake.marked_copy import COLOURS, mark_findings
from tests.data.intake.sheets import csv, xlsx
from wording import intake_report


def found(cell, severity="error", sheet="Số liệu", message="Hãy sửa."):
    return Finding("out_of_bounds", severity, sheet, cell, "177,15", "từ 0 đến 100", message)


def opened(content):
    return load_workbook(io.BytesIO(content))


def test_cells_are_coloured_and_commented_where_the_mistakes_stand():
    book = opened(
        mark_findings("a.xlsx", xlsx([["Giá trị"], [177.15], [3]]), [found("A2"), found("A3", "warning")])
    )
    cell, other = book["Số liệu"]["A2"], book["Số liệu"]["A3"]
    assert (cell.value, cell.comment.text, cell.fill.fgColor.rgb[-6:]) == (
        177.15,
        "Hãy sửa.",
        COLOURS["error"],
    )
    assert other.fill.fgColor.rgb[-6:] == COLOURS["warning"]


def test_what_its_author_noted_stays():
    def note(sheet):
        sheet["A1"].comment = Comment("theo sổ gốc", "Lan")

    text = opened(mark_findings("a.xlsx", xlsx([[1]], change=note), [found("A1")]))["Số liệu"][
        "A1"
    ].comment.text
    assert text == "theo sổ gốc\n\nHãy sửa."


def test_all_findings_stand_on_a_first_sheet_also_those_of_no_cell():
    book = opened(
        mark_findings("a.xlsx", xlsx([[1]]), [found("A1"), found("", sheet="", message="Không rõ kỳ.")])
    )
    first = book.worksheets[0]
    assert first.title == intake_report.FINDINGS_SHEET
    assert [first["F2"].value, first["F3"].value] == ["Hãy sửa.", "Không rõ kỳ."]


def test_a_copy_marked_again_bears_only_the_new_marks():
    once = mark_findings("a.xlsx", xlsx([[1], [2]]), [found("A1")])
    book = opened(mark_findings("a.xlsx", once, [found("A2")]))
    assert book.sheetnames == [intake_report.FINDINGS_SHEET, "Số liệu"]
    assert book["Số liệu"]["A1"].comment is None
    assert book["Số liệu"]["A2"].comment.text == "Hãy sửa."


def test_of_a_merged_range_the_first_cell_is_marked():
    book = opened(mark_findings("a.xlsx", xlsx([[1, None]], merged=["A1:B1"]), [found("B1")]))
    assert book["Số liệu"]["A1"].comment.text == "Hãy sửa."


def test_a_csv_becomes_a_workbook_whose_texts_are_no_formulas():
    content = csv([["Giá trị"], ["=1+1"]])
    book = opened(mark_findings("quý 3/[1].csv", content, [found("A2", sheet="[1]")]))
    sheet = book.worksheets[1]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("'=1+1", "s")
    assert sheet["A2"].comment.text == "Hãy sửa."
