"""Broken files as they come in, made on the spot, each with the message it must get.

A maker's name says what is wrong; it returns the file's name and content. ``CORPUS`` holds them all by that name.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.data.intake.sheets import Rows, csv, tcvn3, xlsx

File = tuple[str, bytes]
HEAD = ["Mã địa phương", "Địa phương", "Mã chỉ số", "Chỉ số", "Đơn vị", "Giá trị", "Tử số", "Mẫu số", "Kỳ"]
BLOCK = [["Kỳ báo cáo", "2024-09"], ["Mốc địa giới", "2025-03"]]


@dataclass(frozen=True)
class Broken:
    """A broken file: ``check`` and ``cell`` of its finding, and what the message must say."""

    check: str
    cell: str
    says: tuple[str, ...]
    make: Callable[[], File]


CORPUS: dict[str, Broken] = {}


def broken(check: str, cell: str, *says: str) -> Callable[[Callable[[], File]], Callable[[], File]]:
    """Enter a maker into the corpus."""

    def enter(make: Callable[[], File]) -> Callable[[], File]:
        CORPUS[make.__name__] = Broken(check, cell, says, make)
        return make

    return enter


def long(*rows: list[Any], head: list[str] = HEAD, block: Rows = BLOCK, **how: Any) -> File:
    """A workbook in long form: the heading in row 3, the first figure in row 4, its value in F4."""
    return "so-lieu.xlsx", xlsx([*block, head, *rows], **how)


def figure(
    value: object, indicator: str = "work_files_online", code: object = "594", name: object = "Thị xã La Gi"
) -> list[Any]:
    """A row of La Gi's figure."""
    return [code, name, indicator, None, None, value, None, None, None]


def one(value: object, indicator: str = "work_files_online", **how: Any) -> File:
    """A workbook of one figure."""
    return long(figure(value, indicator), **how)


def raw_number(digits: str) -> File:
    """A workbook with a number in F4 that no program would write."""

    def write(sheet: Any) -> None:
        sheet["F4"].value, sheet["F4"].data_type = digits, "n"

    return one(77.15, "digital_teams", change=write)


def wide(head: list[str], *rows: list[Any], **how: Any) -> File:
    """A workbook in wide form: the heading in row 2, the first locality in row 3."""
    return "bieu.xlsx", xlsx([["Kết quả quý III/2024"], head, *rows], **how)


def package(parts: dict[str, bytes]) -> bytes:
    """A ZIP of some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return stream.getvalue()


def repacked(parts: dict[str, bytes]) -> bytes:
    """A sound workbook with parts added or replaced."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as sound:
        return package({name: sound.read(name) for name in sound.namelist()} | parts)


def compound(stream: str) -> bytes:
    """The beginning of a file in Microsoft's old container, with the name of one stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)


SOUND = one(77.15)[1]

# ——— files that are not read ———


@broken("empty_file", "", "Tệp rỗng")
def a_file_without_a_byte() -> File:
    return "so-lieu.xlsx", b""


@broken("empty_file", "", "Tệp rỗng")
def a_csv_of_a_byte_order_mark_and_blank_lines() -> File:
    return "so-lieu.csv", b"\xef\xbb\xbf\r\n\r\n"


@broken("too_large", "", "20,0 MB", "tách thành nhiều tệp")
def a_file_of_more_than_twenty_megabytes() -> File:
    return "so-lieu.csv", b"a;b\r\n" * 4_300_000


@broken("macros", "", ".xlsm", "macro")
def a_workbook_for_macros_by_its_name() -> File:
    return "so-lieu.xlsm", SOUND


@broken("macros", "", "vbaProject.bin", "macro")
def a_macro_behind_an_innocent_name() -> File:
    return "so-lieu.xlsx", repacked({"xl/vbaProject.bin": b"\x00"})


@broken("workbook_misnamed", "", ".csv", "đổi đuôi tệp thành .xlsx")
def a_workbook_called_csv() -> File:
    return "so-lieu.csv", SOUND


@broken("workbook_misnamed", "", "không có đuôi")
def a_workbook_without_an_ending() -> File:
    return "so-lieu", SOUND


@broken("text_misnamed", "", ".xlsx", "văn bản")
def a_csv_called_xlsx() -> File:
    return "so-lieu.xlsx", csv([["Địa phương", "Tổ"], ["La Gi", 5]])


@broken("unknown_ending", "", ".json")
def text_of_another_kind() -> File:
    return "so-lieu.json", b'{"La Gi": 65}'


@broken("other_kind", "", "PDF")
def a_pdf_called_xlsx() -> File:
    return "bao-cao.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"


@broken("other_kind", "", "PNG")
def a_photograph_of_the_table() -> File:
    return "bang.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)


@broken("other_kind", "", "JPEG")
def a_picture_called_csv() -> File:
    return "bang.csv", b"\xff\xd8\xff\xe0" + bytes(64)


@broken("other_kind", "", "RAR")
def an_archive_called_xlsx() -> File:
    return "so-lieu.xlsx", b"Rar!\x1a\x07\x01\x00" + bytes(64)


@broken("other_kind", "", "Word")
def a_word_document_called_xlsx() -> File:
    return "bao-cao.xlsx", package({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


@broken("other_kind", "", "OpenDocument")
def a_libreoffice_sheet_called_xlsx() -> File:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return "so-lieu.xlsx", package({"mimetype": kind, "META-INF/manifest.xml": b"<m/>"})


@broken("other_kind", "", "ZIP")
def a_zip_of_something_else() -> File:
    return "so-lieu.xlsx", package({"anh.txt": b"x"})


@broken("web_page", "", "trang web")
def a_web_page_called_xls() -> File:
    return "xuat.xls", b"<html><table><tr><td>La Gi</td></tr></table></html>"


@broken("other_kind", "", "XML")
def an_xml_spreadsheet_of_2003() -> File:
    return "so-lieu.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'


@broken("encrypted", "", "mật khẩu")
def a_workbook_behind_a_password() -> File:
    return "so-lieu.xlsx", compound("EncryptedPackage")


@broken("encrypted", "", "mật khẩu")
def a_zip_behind_a_password() -> File:
    content = bytearray(SOUND)
    for beginning, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(beginning, at + 1)) >= 0:
            content[at + flags] |= 1
    return "so-lieu.xlsx", bytes(content)


@broken("legacy_workbook", "", ".xls", "Lưu thành")
def a_workbook_of_excel_2003() -> File:
    return "so-lieu.xls", compound("Workbook")


@broken("old_office", "", "Office kiểu cũ")
def a_word_document_of_2003() -> File:
    return "bao-cao.doc", compound("WordDocument")


@broken("binary_workbook", "", ".xlsb")
def a_binary_workbook() -> File:
    return "so-lieu.xlsx", repacked({"xl/workbook.bin": b"\x83"})


@broken("broken_package", "", "bị hỏng")
def a_download_cut_short() -> File:
    return "so-lieu.xlsx", SOUND[: len(SOUND) // 2]


@broken("broken_package", "", "bị hỏng")
def a_byte_turned_over_in_a_sheet() -> File:
    content = bytearray(SOUND)
    at = SOUND.find(b"xl/worksheets/sheet1.xml") + 60
    content[at] ^= 0xFF
    return "so-lieu.xlsx", bytes(content)


@broken("broken_package", "", "bị hỏng")
def a_sheet_that_is_no_xml() -> File:
    return "so-lieu.xlsx", repacked({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"})


@broken("broken_workbook", "", "bị hỏng ở bên trong")
def a_cell_whose_text_is_not_in_the_workbook() -> File:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1" t="s"><v>99999</v></c></row></sheetData></worksheet>'
    )
    return "so-lieu.xlsx", repacked({"xl/worksheets/sheet1.xml": sheet})


@broken("packed_too_tightly", "", "nén", "bất thường")
def a_bomb_of_zeros() -> File:
    return "so-lieu.xlsx", repacked({"xl/media/image1.png": bytes(11 * 1024 * 1024)})


@broken("unpacks_too_large", "", "bung ra")
def a_bomb_that_says_how_large_it_is() -> File:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("xl/workbook.xml", "<workbook/>")
        written.infolist()[0].file_size = 3_000_000_000
    return "so-lieu.xlsx", stream.getvalue()


@broken("too_many_parts", "", "thành phần")
def a_package_of_thousands_of_parts() -> File:
    return "so-lieu.xlsx", package({f"xl/{number}.xml": b"" for number in range(2001)})


@broken("xml_definitions", "", "sharedStrings", "định nghĩa")
def entities_that_multiply_themselves() -> File:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst>&b;</sst>'
    return "so-lieu.xlsx", repacked({"xl/sharedStrings.xml": bomb})


@broken("external_links", "", "liên kết", "Ngắt liên kết")
def a_link_to_another_workbook() -> File:
    return "so-lieu.xlsx", repacked({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


@broken("external_data", "", "nguồn dữ liệu bên ngoài")
def a_connection_to_a_database() -> File:
    return "so-lieu.xlsx", repacked({"xl/connections.xml": b"<connections/>"})


@broken("vast_merge", "", "ô gộp")
def a_merge_over_whole_columns() -> File:
    sheet = b'<worksheet><sheetData/><mergeCells><mergeCell ref="A1:Z1048576"/></mergeCells></worksheet>'
    return "so-lieu.xlsx", repacked({"xl/worksheets/sheet1.xml": sheet})


@broken("too_many_cells", "", "200000", "ô trống đã định dạng")
def a_csv_of_nothing_but_delimiters() -> File:
    return "so-lieu.csv", (b";" * 300 + b"\n") * 1700


@broken("too_many_cells", "", "200000")
def too_many_formatted_cells() -> File:
    sheet = b"<worksheet><sheetData><row>" + b"<c/>" * 200_001 + b"</row></sheetData></worksheet>"
    return "so-lieu.xlsx", repacked({"xl/worksheets/sheet1.xml": sheet})


@broken("too_many_rows", "", "dòng 1048576", "20000")
def a_stray_word_in_the_last_row_of_excel() -> File:
    return one(77.15, change=lambda sheet: sheet.cell(1_048_576, 1, "x"))


@broken("too_many_columns", "", "cột thứ 16384")
def a_stray_word_in_the_last_column_of_excel() -> File:
    return one(77.15, change=lambda sheet: sheet.cell(9, 16_384, "x"))


@broken("too_many_rows", "", "dòng 20001")
def a_csv_of_too_many_lines() -> File:
    return "so-lieu.csv", b"a;b\n" * 20_001


@broken("unknown_encoding", "", "bảng mã", "CSV UTF-8")
def a_csv_in_another_countrys_letters() -> File:
    return "so-lieu.csv", "Περιοχή;Τιμή\nΛα Γκι;65\n".encode("cp1253")


@broken("unknown_encoding", "", "bảng mã")
def bytes_that_are_no_text() -> File:
    return "so-lieu.csv", bytes(range(1, 256)) * 4


@broken("broken_quotes", "", "ngoặc kép", "dòng 2")
def a_quote_that_never_closes() -> File:
    return "so-lieu.csv", 'Địa phương;Tổ\n"La Gi;65\n'.encode()


# ——— no table ———


@broken("no_table", "", "Không tìm thấy bảng")
def a_workbook_of_an_empty_sheet() -> File:
    return "so-lieu.xlsx", xlsx([])


@broken("no_figures", "", "chưa có số liệu nào")
def headings_without_a_row() -> File:
    return long()


@broken("no_figures", "", "chưa có số liệu nào")
def a_template_nobody_filled() -> File:
    return long(figure(None), figure(None, code="595", name="Huyện Tuy Phong"))


@broken("no_table", "", "dòng tiêu đề")
def figures_without_a_heading() -> File:
    return "so-lieu.xlsx", xlsx([["La Gi", 77.15, 65], ["Phan Thiết", 80, 18]])


@broken("no_table", "", "Không tìm thấy bảng")
def a_csv_parted_by_spaces() -> File:
    return "so-lieu.csv", "Địa phương Tổ\nLa Gi 65\n".encode()


@broken("sheet_skipped", "", "“Nháp”", "không được đọc")
def a_second_sheet_without_a_heading() -> File:
    return one(77.15, Nháp=[["a", 1, 2], ["b", 3, 4]])


@broken("hidden_sheet", "", "“Cũ”", "đang ẩn")
def figures_on_a_hidden_sheet() -> File:
    def hide(sheet: Any) -> None:
        sheet.parent["Cũ"].sheet_state = "hidden"

    return one(77.15, change=hide, Cũ=[*BLOCK, HEAD, figure(70)])


@broken("hidden_rows", "F4", "dòng ẩn 4, 5", "được đọc như mọi dòng")
def figures_in_hidden_rows() -> File:
    def hide(sheet: Any) -> None:
        for row in (4, 5):
            sheet.row_dimensions[row].hidden = True

    return long(figure(70), figure(65, "digital_teams"), figure(390, "digital_team_members"), change=hide)


TEAMS = [
    ["Kỳ báo cáo", "2024-09"],
    ["Mã địa phương", "Địa phương", "Tổ CNSCĐ cấp thôn", "Thành viên tổ công nghệ số cộng đồng cấp thôn"],
    ["594", "Thị xã La Gi", 65, 390],
    ["595", "Huyện Tuy Phong", 75, 400],
]


@broken("hidden_columns", "C2", "cột ẩn C, D", "được đọc như mọi cột")
def figures_in_hidden_columns() -> File:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions.group("C", "D", hidden=True)

    return "so-lieu.xlsx", xlsx(TEAMS, change=hide)


@broken("total_differs", "C5", "ghi 150", "tổng các dòng là 140")
def a_total_that_is_not_the_sum_of_its_rows() -> File:
    return "so-lieu.xlsx", xlsx([*TEAMS, [None, "Tổng cộng", 150, 790]])


@broken("no_figure_column", "A3", "không có cột nào chứa số liệu")
def a_table_of_names_alone() -> File:
    return long(["594", "Thị xã La Gi"], head=["Mã địa phương", "Địa phương"])


@broken("legacy_letters", "", "TCVN3", "Unicode")
def a_workbook_in_the_old_letters_of_tcvn3() -> File:
    rows = [["Kỳ báo cáo", "2024-09"], ["Địa phương", "Tổ CNSCĐ cấp thôn"], ["Huyện Đức Linh", 65]]
    return "so-lieu.xlsx", xlsx(
        [[tcvn3(each) if isinstance(each, str) else each for each in row] for row in rows]
    )


# ——— period, vintage, area ———


@broken("no_period", "F2", "Kỳ báo cáo")
def figures_of_no_period() -> File:
    return "so-lieu.xlsx", xlsx([HEAD, figure(77.15)])


@broken("unreadable_statement", "B1", "“quý vừa rồi”", "Quý III/2024")
def a_period_nobody_can_name() -> File:
    return long(figure(77.15), block=[["Kỳ báo cáo", "quý vừa rồi"], []])


@broken("unreadable_statement", "B2", "“địa giới cũ”", "2025-03")
def a_vintage_nobody_can_name() -> File:
    return long(figure(77.15), block=[["Kỳ báo cáo", "2024-09"], ["Mốc địa giới", "địa giới cũ"]])


@broken("unreadable_statement", "B2", "“Sở Thông tin”", "địa phương")
def an_office_that_is_no_locality() -> File:
    return long(figure(77.15), block=[["Kỳ báo cáo", "2024-09"], ["Đơn vị báo cáo", "Sở Thông tin"]])


@broken("unreadable_period", "I4", "“9/30/2024”", "ngày trước, tháng sau")
def a_day_written_the_american_way() -> File:
    return long([*figure(77.15)[:8], "9/30/2024"])


@broken("unreadable_period", "I4", "“31/9/2024”")
def a_day_that_never_was() -> File:
    return long([*figure(77.15)[:8], "31/9/2024"])


@broken("period_of_other_vintage", "I4", "“Quý III/2025”", "trước 01/7/2025")
def a_period_after_the_districts_were_gone() -> File:
    return long([*figure(77.15)[:8], "Quý III/2025"])


@broken("no_period", "A1", "Kỳ báo cáo")
def a_table_without_a_period_or_a_column_for_it() -> File:
    return "so-lieu.xlsx", xlsx([HEAD[:6], figure(77.15)[:6]])


# ——— columns ———


@broken("unsure_column", "C2", "“TTHC toàn trinhf”", "Thủ tục trực tuyến toàn trình")
def a_heading_with_a_slip_of_the_keyboard() -> File:
    return wide(["TT", "Địa phương", "TTHC toàn trinhf"], [1, "La Gi", 74])


@broken("unknown_column", "D2", "“Số vụ cháy”")
def a_column_of_something_else() -> File:
    return wide(["TT", "Địa phương", "Tổ CNSCĐ cấp thôn", "Số vụ cháy"], [1, "La Gi", 65, 2])


@broken("unsure_column", "A2", "Tên địa phương")
def a_column_of_places_without_a_heading() -> File:
    return wide(["", "Tổ CNSCĐ cấp thôn", "TTHC toàn trình"], ["La Gi", 65, 74], ["Phan Thiết", 9, 80])


@broken("column_twice", "D2", "cột C")
def two_columns_of_one_indicator() -> File:
    return wide(["TT", "Địa phương", "Tổ CNSCĐ cấp thôn", "Tổ CNSCĐ cấp thôn"], [1, "La Gi", 65, 66])


@broken("ragged_row", "D3", "nhiều ô hơn", "dấu phẩy thập phân")
def decimal_commas_in_a_csv_parted_by_commas() -> File:
    rows = [["Kỳ báo cáo", "2024-09", ""], ["TT", "Địa phương", "Hồ sơ công việc xử lý trên mạng"]]
    return "so-lieu.csv", csv([*rows, [1, "La Gi", "77,15"], [2, "Tuy Phong", "80"]], delimiter=",")


# ——— places ———


@broken("namesakes", "B4", "“Xã Tân Hà”", "23221", "23257", "Huyện Đức Linh", "Ghi mã".lower())
def one_of_the_two_communes_tan_ha() -> File:
    return long(figure(77.15, code=None, name="Xã Tân Hà"))


@broken("namesakes", "B4", "“Tân Hải”", "22855", "23245")
def one_of_two_communes_in_two_provinces() -> File:
    return long(figure(77.15, code=None, name="Tân Hải"))


@broken("unknown_place", "B4", "“Huyện Tuy Phog”", "Huyện Tuy Phong")
def a_name_with_a_slip_of_the_keyboard() -> File:
    return long(figure(77.15, code=None, name="Huyện Tuy Phog"))


@broken("unknown_place", "B4", "“Xã La Gi”", "Thị xã La Gi")
def a_name_with_another_type_word() -> File:
    return long(figure(77.15, code=None, name="Xã La Gi"))


@broken("place_guessed", "B4", "“phan thiet”", "593")
def a_name_without_accents() -> File:
    return long(figure(77.15, code=None, name="phan thiet"))


@broken("unknown_code", "A4", "“999”")
def a_code_of_nobody() -> File:
    return long(figure(77.15, code="999", name=None))


@broken("code_of_other_vintage", "A4", "“22333”", "Phường Bắc Nha Trang", "mốc địa giới")
def a_code_that_came_with_the_reform() -> File:
    return long(figure(77.15, code="22333", name=None))


@broken("code_and_name_differ", "A4", "“594”", "Thị xã La Gi", "Huyện Tuy Phong")
def a_code_beside_another_name() -> File:
    return long(figure(77.15, name="Huyện Tuy Phong"))


@broken("place_outside_area", "A4", "Huyện Ninh Sơn", "Tỉnh Bình Thuận")
def a_district_of_another_province() -> File:
    block = [["Kỳ báo cáo", "2024-09"], ["Địa phương báo cáo", "60"]]
    return long(figure(77.15, code="585", name=None), block=block)


@broken("no_area", "A2", "Địa phương báo cáo")
def a_report_of_nobody() -> File:
    return "so-lieu.xlsx", xlsx([["Quý III/2024"], ["TT", "Chỉ số", "Giá trị"], [1, "Tổ CNSCĐ cấp thôn", 65]])


@broken("no_place", "C4", "không ghi của địa phương nào")
def a_figure_of_no_place() -> File:
    return long(figure(77.15, code=None, name=None))


# ——— indicators ———


@broken("no_indicator", "A4", "không ghi chỉ số nào")
def a_figure_of_no_indicator() -> File:
    return long(figure(77.15, indicator=""))


@broken("unknown_indicator", "C4", "“muc_do_hai_long”")
def an_indicator_we_do_not_know() -> File:
    return one(77.15, "muc_do_hai_long")


@broken("unknown_indicator", "D4", "Hồ sơ công việc xử lý trên mạng")
def an_indicator_with_a_slip_of_the_keyboard() -> File:
    return long(["594", "Thị xã La Gi", None, "Hồ sơ công vịec xử lý trên mạn", "%", 77.15])


@broken("indicator_code_and_name_differ", "C4", "“digital_teams”", "Thuê bao")
def a_code_beside_another_indicator() -> File:
    return long(["594", "Thị xã La Gi", "digital_teams", "Thuê bao điện thoại di động", None, 65])


@broken("unit_differs", "E4", "“nghìn hồ sơ”", "tổ")
def another_unit_in_its_column() -> File:
    return long(["594", "Thị xã La Gi", "digital_teams", None, "nghìn hồ sơ", 65])


# ——— figures ———


@broken("share_for_percent", "F5", "“0,7715”", "77,15", "0,7715%")
def a_share_beside_a_percentage() -> File:
    return long(figure(77.15), figure(0.7715, code="595", name=None))


@broken("share_for_percent", "F4", "“1”", "100")
def a_one_that_may_be_all() -> File:
    return one(1)


@broken("percent_for_count", "F4", "“77%”", "tổ")
def a_percentage_of_teams() -> File:
    return one("77%", "digital_teams")


@broken("percent_for_count", "F4", "“0,65”", "tổ")
def a_count_formatted_as_a_percentage() -> File:
    return one(0.65, "digital_teams", formats={"F4": "0%"})


@broken("other_unit", "F4", "“65 người”", "tổ")
def people_where_teams_are_asked() -> File:
    return one("65 người", "digital_teams")


@broken("two_readings", "F4", "“2.900”", "2,9")
def thousands_or_decimals() -> File:
    return one("2.900", "cashless_turnover")


@broken("not_a_number", "F4", "“1.23.456”")
def points_at_random() -> File:
    return one("1.23.456", "digital_teams")


@broken("not_a_number", "F4", "“khá cao”", "Ghi chú")
def words_for_a_figure() -> File:
    return one("khá cao")


@broken("footnote_changes", "F4", "“77,15*”", "Số ước đến hết tháng 9")
def a_star_that_a_note_explains_as_an_estimate() -> File:
    return long(figure("77,15*"), ["* Số ước đến hết tháng 9"])


@broken("several_numbers", "F4", "“65 tổ/195 người”")
def two_figures_in_a_cell() -> File:
    return one("65 tổ/195 người", "digital_teams")


@broken("several_numbers", "F4", "“320 145”")
def two_figures_on_two_lines_of_a_cell() -> File:
    return one("320\n145", "digital_team_members")


@broken("hidden_number", "F4", "65", "hiện trống")
def a_number_that_its_format_hides() -> File:
    return one(65, "digital_teams", formats={"F4": ";;;"})


@broken("scaled_number", "F4", "25000", "chia cho nghìn")
def a_number_that_its_format_divides() -> File:
    return one(25000, "digital_team_members", formats={"F4": "#,##0,"})


@broken("format_says", "F4", "hạng …")
def a_number_that_its_format_calls_a_rank() -> File:
    return one(65, "digital_teams", formats={"F4": '"hạng "0'})


@broken("kind_differs", "C3", "“Tỷ lệ (%)”", "tính bằng tổ")
def a_count_in_the_column_of_rates() -> File:
    return wide(["Địa phương", "Chỉ tiêu", "Tỷ lệ (%)"], ["La Gi", "Tổ CNSCĐ cấp thôn", 65])


@broken("column_aside", "C2", "“KH năm 2024”", "kế hoạch")
def a_column_of_the_plan() -> File:
    return wide(["Địa phương", "Chỉ tiêu", "KH năm 2024", "TH"], ["La Gi", "Tổ CNSCĐ cấp thôn", 70, 65])


@broken("column_to_come", "D2", "“Năm 2024”", "đến 30/09/2024")
def a_column_of_a_year_that_has_not_ended() -> File:
    return wide(["Địa phương", "Chỉ tiêu", "Kết quả", "Năm 2024"], ["La Gi", "Tổ CNSCĐ cấp thôn", 65, 70])


@broken("two_periods", "A1", "“Quý II”", "“quý III năm 2024”")
def a_title_of_two_quarters() -> File:
    title = ["Kết quả Quý II và quý III năm 2024"]
    return "bieu.xlsx", xlsx([title, ["Địa phương", "Tổ CNSCĐ cấp thôn"], ["La Gi", 65]])


@broken("period_also_named", "A1", "năm 2023", "đến 30/09/2024")
def a_title_of_last_year_above_the_stated_day() -> File:
    rows = [["Kết quả năm 2023"], ["(Số liệu đến ngày 30/9/2024)"], ["Địa phương", "Tổ CNSCĐ cấp thôn"]]
    return "bieu.xlsx", xlsx([*rows, ["La Gi", 65]])


@broken("two_places", "A2", "“XÃ VĨNH HẢO”", "“XÃ PHAN LÂM”")
def a_title_of_two_communes() -> File:
    rows = [["KẾT QUẢ CỦA XÃ VĨNH HẢO QUÝ III/2024"], ["VÀ CỦA XÃ PHAN LÂM"], ["Chỉ tiêu", "Kết quả"]]
    return "bieu.xlsx", xlsx([*rows, ["Tổ CNSCĐ cấp thôn", 65]])


@broken("unknown_title_place", "A2", "Xã Vĩnh Hoài")
def a_title_of_a_commune_that_is_not_there() -> File:
    rows = [["UBND HUYỆN TUY PHONG"], ["Kết quả quý III/2024 của Xã Vĩnh Hoài"], ["Chỉ tiêu", "Kết quả"]]
    return "bieu.xlsx", xlsx([*rows, ["Tổ CNSCĐ cấp thôn", 65]])


@broken("not_a_number", "F4", "“1.2E+3”")
def a_number_in_the_way_of_machines() -> File:
    return one("1.2E+3", "digital_teams")


@broken("not_a_number", "F4", "“True”")
def a_truth_for_a_figure() -> File:
    return one(True)


@broken("not_a_number", "F4", "không đọc được thành số")
def a_cell_full_of_digits() -> File:
    return one("1" * 30_000, "digital_teams")


@broken("not_a_number", "F4", "“1111")
def a_number_beyond_all_counting() -> File:
    return raw_number("1" * 400)


@broken("not_a_number", "F4", "“inf”")
def a_number_without_end() -> File:
    return raw_number("1e999")


@broken("letter_for_digit", "F4", "“1O5”", "chữ O")
def a_letter_o_for_a_zero() -> File:
    return one("1O5", "digital_teams")


@broken("parts_in_one_cell", "F4", "“2.317/3.003”", "Tử số")
def a_fraction_in_a_cell() -> File:
    return one("2.317/3.003", "digital_teams")


@broken("span_in_one_cell", "F4", "“70-80”", "khoảng")
def a_span_in_a_cell() -> File:
    return one("70-80")


@broken("zero_or_nothing", "F4", "“không”", "Hãy ghi 0")
def a_no_that_may_be_a_zero() -> File:
    return one("không", "digital_teams")


@broken("negative", "F4", "“-5”", "không thể âm")
def fewer_than_no_teams() -> File:
    return one(-5, "digital_teams")


@broken("not_whole", "F4", "“65,5”", "số nguyên")
def half_a_team() -> File:
    return one(65.5, "digital_teams")


@broken("date_for_figure", "F4", "05/01/1970", "đổi số thành ngày")
def a_figure_that_excel_made_a_day() -> File:
    return one(datetime(1970, 1, 5))


@broken("excel_error", "F4", "#DIV/0!")
def a_formula_that_divides_by_nothing() -> File:
    return one("#DIV/0!")


@broken("excel_error", "F4", "#REF!")
def a_formula_whose_cell_is_gone() -> File:
    return one("#REF!")


@broken("uncomputed_formula", "F4", "không lưu kết quả")
def a_formula_nobody_computed() -> File:
    return one("=2317/3003*100")


@broken("not_a_number", "C3", "“=2317/3003”")
def a_formula_in_a_csv() -> File:
    rows = [["Kỳ báo cáo", "2024-09"], ["Địa phương", "TT", "Hồ sơ công việc xử lý trên mạng"]]
    return "so-lieu.csv", csv([*rows, ["La Gi", 1, "=2317/3003"]])


@broken("merged_figure", "F5", "gộp với ô F4")
def one_figure_merged_over_two_places() -> File:
    return long(figure(77.15), figure(None, code="595", name=None), merged=["F4:F5"])


@broken("parts_of_count", "G4", "“60”", "tổ")
def a_numerator_of_a_count() -> File:
    return long([*figure(65, "digital_teams")[:6], 60, 65])


@broken("part_not_exact", "G4", "“hơn 2300”")
def a_numerator_that_is_not_exact() -> File:
    return long([*figure(77.15)[:6], "hơn 2300", 3003])


@broken("parts_incomplete", "G4", "“2317”")
def a_numerator_alone() -> File:
    return long([*figure(None)[:6], 2317, None])


@broken("parts_incomplete", "G4", "khác 0")
def a_denominator_of_nothing() -> File:
    return long([*figure(None)[:6], 0, 0])


@broken("absence_or_figure", "J4", "“không áp dụng”", "có giá trị thì xóa")
def a_figure_that_does_not_apply() -> File:
    return long([*figure(77.15), "không áp dụng"], head=[*HEAD, "Không có số liệu vì"])


@broken("two_figures", "F5", "“70”", "F4", "“77,15”")
def one_figure_said_twice_otherwise() -> File:
    return long(figure(77.15), figure(70))


@broken("two_figures", "F4", "“Số liệu”", "“70”")
def two_sheets_that_disagree() -> File:
    return one(77.15, Khác=[*BLOCK, HEAD, figure(70)])
