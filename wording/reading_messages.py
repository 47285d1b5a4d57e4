"""Messages about a file that was sent: refusals, findings, and words that are recognised in cells."""

from collections.abc import Sequence
from datetime import date

from wording.heading_words import ASIDE, DOUBTFUL_NOTES
from wording.spelling import unaccented

NO_ENDING = "không có đuôi"
EMPTY = "ô trống"


def cell_text(found: object) -> str:
    """Return the content of a cell as its author sees it; a long text is cut."""
    if isinstance(found, date):
        return f"{found:%d/%m/%Y}"
    text = " ".join(str(found).split())
    if isinstance(found, float):
        text = f"{found:.15g}".replace(".", ",")
    return (text[:80] + "…" if len(text) > 80 else text) or EMPTY


def megabytes(count: int) -> str:
    """Return a size in bytes as megabytes: ``12,5 MB``."""
    return f"{count / 1024 / 1024:.1f} MB".replace(".", ",")


def quoted(name: str) -> str:
    """Return a name in quotes."""
    return f"“{name}”"


def did_you_mean(name: str) -> str:
    """Return the question whether a name was meant."""
    return MEANT.format(names=name)


def first_of_list(names: Sequence[str], most: int) -> str:
    """Return at most ``most`` names, and "…" for the others: ``7, 9, 12, …``."""
    return ", ".join([*names[:most], *(["…"] if len(names) > most else [])])


def is_doubtful_note(note: str) -> bool:
    """Tell whether a note to a figure says that it is estimated, planned or of another period."""
    plain = f" {unaccented(note)} "
    return any(f" {unaccented(each)} " in plain for each in DOUBTFUL_NOTES)


def join_sentences(*sentences: str) -> str:
    """Join the sentences that are not empty."""
    return ". ".join(each.rstrip(".") for each in sentences if each)


# ——— words in cells ———

PENDING = (
    "đang cập nhật", "-", "–", "—", "--", "…", "...", "x", "n/a", "na", "null", "none", "?", "chưa có", "chưa có số liệu",
    "chưa cập nhật", "chưa báo cáo", "chưa tổng hợp", "không có số liệu", "đang tổng hợp", "đang thống kê",
    "đang rà soát", "chưa thống kê", "chưa thống kê được", "chưa xác định", "cập nhật sau", "bổ sung sau",
)  # fmt: skip
NOT_APPLICABLE = (
    "không áp dụng",
    "không thuộc diện",
    "không thuộc đối tượng",
    "không thuộc phạm vi",
    "không đánh giá",
)
ZERO_OR_NOTHING = ("không", "không có", "không phát sinh", "chưa", "chưa phát sinh")
QUALIFIED_BEFORE = {
    "more_than": ("hơn", "trên", ">", "vượt"),
    "at_least": ("ít nhất", "tối thiểu", "≥", ">=", "không dưới", "từ"),
    "less_than": ("dưới", "<", "chưa đến", "chưa tới", "chưa đầy"),
    "at_most": ("không quá", "tối đa", "≤", "<=", "nhiều nhất"),
    "about": ("khoảng", "gần", "ước", "ước đạt", "ước tính", "xấp xỉ", "~", "≈", "gần như"),
    "exact": ("đạt", "chiếm", "đạt tỷ lệ", "là"),
}
QUALIFIED_AFTER = {"at_least": ("trở lên", "+"), "at_most": ("trở xuống",)}
SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
# Units as staff shorten them, in small letters and without blanks.
UNIT_SPELLINGS = {
    "đồng": ("₫", "đ", "vnđ", "vnd", "đồngviệtnam"),
    "nghìn đồng": ("1.000đồng", "1000đồng", "1.000đ", "1000đ", "nghìnđ", "ngànđ", "ngđ", "1.000vnđ"),
    "triệu đồng": ("trđ", "tr.đ", "trđồng", "tr.đồng", "triệuđ", "trđ.", "triệuvnđ"),
    "tỷ đồng": ("tỷđ", "tỉđ", "tỷvnđ", "tỉđồng"),
    "nghìn người": ("1.000người", "1000người", "ngànngười"),
}
PERCENT = ("%", "phần trăm", "tỷ lệ %", "tỷ lệ")
TOTALS = ("cộng", "tổng", "chung", "toàn bộ")
TOTAL_BEGINNINGS = (
    "tổng cộng", "tổng số", "tổng chung", "cộng chung", "toàn tỉnh", "toàn huyện", "toàn thị xã", "toàn thành phố",
    "toàn xã", "cả tỉnh", "cả huyện", "bình quân", "trung bình", "lũy kế",
)  # fmt: skip
# Beginnings of totals that are not sums.
NO_SUMS = ("binh quan", "trung binh", "luy ke")

UNITS_IN_WORDS = ("mô tả", "nhóm")
UNTIL = "đến {day}"
PERIOD_EXAMPLE = "kỳ như Quý III/2024, 2024-09 hoặc 30/9/2024"
VINTAGE_EXAMPLE = "{vintage} ({stood})"
AREA_EXAMPLE = "mã hoặc tên một địa phương trong danh mục"
PLACE = "{name} (mã {code}, {parent})"
PLACE_CODE = "mã {code}"
MEANT = "Có phải là {names}?"
NOT_IN_REGISTER = "Không có tên nào gần giống."
NOT_IN_INDICATORS = "Không có chỉ số nào gần giống."
IS_ASIDE = "Tiêu đề cho thấy đây là {what}, và bảng không có cột số liệu thực hiện nào khác."
MARKED = "Ô trong tệp kèm dấu chú thích {mark}"
CONVERTED = "Quy đổi từ {unit}"
WORKED_OUT = "Tỷ lệ được tính từ tử số và mẫu số"

# Why a cell holds no figure.
PASSED_OVER = {
    "pending": "chưa có số liệu",
    "total": "dòng tổng hợp, không phải số liệu của một địa phương",
    "outside": "dòng ngoài bảng, như dòng ký tên",
    "repeated": "trùng với dòng trước",
} | ASIDE

# Names of roles where the user chooses one.
ROLES = {
    "code": "Mã địa phương",
    "name": "Tên địa phương",
    "district": "Đơn vị cấp trên",
    "indicator_code": "Mã chỉ số",
    "indicator": "Tên chỉ số",
    "unit": "Đơn vị tính",
    "period": "Kỳ số liệu",
    "previous": "Số liệu kỳ trước",
    "value": "Giá trị",
    "absence": "Lý do không có số liệu",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "note": "Ghi chú",
    "cause_objective": "Nguyên nhân khách quan",
    "cause_subjective": "Nguyên nhân chủ quan",
    "cause": "Nguyên nhân",
    "difficulty": "Khó khăn, vướng mắc",
    "proposal": "Kiến nghị, đề xuất",
    "responsible": "Cơ quan chịu trách nhiệm",
    "ordinal": "Số thứ tự",
    "ignored": "Không đọc cột này",
}

# ——— refusals: what was expected, the message ———

REFUSALS: dict[str, tuple[str, str]] = {
    "empty_file": (
        "tệp có nội dung",
        "Tệp rỗng, không có gì để đọc. Hãy kiểm tra rồi gửi lại tệp đã có số liệu.",
    ),
    "too_large": (
        "tệp không quá {limit}",
        "Tệp nặng {found}, vượt giới hạn {limit}. Hãy bỏ hình ảnh và các trang không cần, hoặc tách thành nhiều tệp.",
    ),
    "macros": (
        "tệp .xlsx không có macro",
        "Tệp chứa macro ({found}) nên không được mở. Hãy dùng “Lưu thành” dạng Excel Workbook (.xlsx) rồi gửi lại.",
    ),
    "workbook_misnamed": (
        "đuôi .xlsx",
        "Bên trong tệp là sổ Excel nhưng đuôi tệp là “{found}”. Hãy đổi đuôi tệp thành .xlsx rồi gửi lại.",
    ),
    "text_misnamed": (
        "sổ Excel thật sự",
        "Tệp có đuôi “{found}” nhưng bên trong chỉ là văn bản. Hãy mở bằng Excel, “Lưu thành” dạng .xlsx, hoặc đổi đuôi thành .csv nếu đây là tệp CSV.",
    ),
    "unknown_ending": (
        "đuôi .xlsx hoặc .csv",
        "Đuôi tệp “{found}” không thuộc loại đọc được. Hãy gửi sổ Excel (.xlsx) hoặc tệp CSV (.csv).",
    ),
    "other_kind": (
        "sổ Excel (.xlsx) hoặc tệp CSV (.csv)",
        "Bên trong là tệp {found}, không phải bảng số liệu. Hãy gửi sổ Excel (.xlsx) hoặc tệp CSV (.csv).",
    ),
    "web_page": (
        "sổ Excel thật sự",
        "Bên trong là trang web ({found}) mang tên tệp bảng tính. Hãy mở bằng Excel, “Lưu thành” dạng .xlsx rồi gửi lại.",
    ),
    "encrypted": (
        "tệp không đặt mật khẩu",
        "Tệp được bảo vệ bằng mật khẩu nên không mở được. Hãy gỡ mật khẩu mở tệp (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi gửi lại.",
    ),
    "legacy_workbook": (
        "tệp .xlsx",
        "Đây là sổ Excel kiểu cũ (.xls). Hãy mở bằng Excel, “Lưu thành” dạng Excel Workbook (.xlsx) rồi gửi lại.",
    ),
    "old_office": (
        "sổ Excel (.xlsx)",
        "Đây là tệp Office kiểu cũ, không phải sổ Excel đọc được. Hãy gửi sổ Excel (.xlsx) hoặc tệp CSV (.csv).",
    ),
    "binary_workbook": (
        "tệp .xlsx",
        "Đây là sổ Excel nhị phân (.xlsb). Hãy mở bằng Excel, “Lưu thành” dạng Excel Workbook (.xlsx) rồi gửi lại.",
    ),
    "broken_package": (
        "tệp .xlsx còn nguyên vẹn",
        "Tệp bị hỏng hoặc tải lên chưa hết nên không mở được. Hãy mở lại tệp gốc bằng Excel, lưu lại rồi gửi.",
    ),
    "broken_workbook": (
        "sổ Excel mở được",
        "Sổ Excel bị hỏng ở bên trong nên không đọc được. Hãy mở bằng Excel (chọn sửa tệp nếu được hỏi), lưu lại rồi gửi.",
    ),
    "too_many_parts": (
        "không quá {limit} thành phần",
        "Tệp gồm {found} thành phần bên trong, vượt giới hạn {limit}. Hãy chép bảng số liệu sang một sổ mới rồi gửi.",
    ),
    "unpacks_too_large": (
        "không quá {limit} sau khi giải nén",
        "Tệp bung ra tới {found}, vượt giới hạn {limit}. Hãy chép riêng bảng số liệu sang một sổ mới rồi gửi.",
    ),
    "packed_too_tightly": (
        "nén không quá {limit} lần",
        "Tệp được nén {found} lần, nhiều bất thường nên không được mở. Hãy chép riêng bảng số liệu sang một sổ mới rồi gửi.",
    ),
    "external_links": (
        "không liên kết tới sổ khác",
        "Sổ lấy số liệu từ tệp khác qua liên kết. Hãy ngắt liên kết (Dữ liệu › Sửa liên kết › Ngắt liên kết) rồi gửi lại.",
    ),
    "external_data": (
        "không nối tới nguồn dữ liệu ngoài",
        "Sổ nối tới nguồn dữ liệu bên ngoài. Hãy xóa kết nối (Dữ liệu › Truy vấn và kết nối) rồi gửi lại.",
    ),
    "xml_definitions": (
        "sổ Excel bình thường",
        "Thành phần “{found}” của tệp chứa định nghĩa mà sổ Excel không bao giờ có, nên tệp không được mở. Hãy chép bảng số liệu sang một sổ mới rồi gửi.",
    ),
    "vast_merge": (
        "không quá {limit} ô được gộp",
        "Các ô gộp trong sổ trải trên {found} ô, vượt giới hạn {limit}. Hãy bỏ gộp ô ở các cột, dòng trống rồi gửi lại.",
    ),
    "too_many_cells": (
        "không quá {limit} ô",
        "Tệp có trên {limit} ô, kể cả các ô trống đã định dạng. Hãy xóa các dòng, cột thừa hoặc chép riêng bảng số liệu sang một sổ mới rồi gửi.",
    ),
    "too_many_rows": (
        "không quá {limit} dòng",
        "Trang “{sheet}” có nội dung tới dòng {found}, vượt giới hạn {limit} dòng. Hãy xóa nội dung thừa ở cuối trang hoặc tách thành nhiều tệp.",
    ),
    "too_many_columns": (
        "không quá {limit} cột",
        "Trang “{sheet}” có nội dung tới cột thứ {found}, vượt giới hạn {limit} cột. Hãy xóa nội dung thừa ở bên phải hoặc tách thành nhiều tệp.",
    ),
    "unknown_encoding": (
        "bảng mã UTF-8",
        "Không nhận ra bảng mã chữ của tệp CSV. Hãy mở bằng Excel, “Lưu thành” dạng “CSV UTF-8” rồi gửi lại.",
    ),
    "broken_quotes": (
        "dấu ngoặc kép đủ đôi",
        "Dấu ngoặc kép trong tệp CSV đặt sai, phát hiện ở dòng {row}. Hãy mở bằng Excel, lưu lại dạng “CSV UTF-8” rồi gửi.",
    ),
}

# ——— findings: what was expected, the message ———

WARNINGS = frozenset(
    {
        "unknown_column", "footnote_changes", "hidden_sheet", "hidden_rows", "hidden_columns", "sheet_skipped",
        "legacy_letters", "total_differs",
    }
)  # fmt: skip

# What is told and asks for nothing.
NOTICES = frozenset({"place_guessed", "column_aside", "period_also_named"})

FINDINGS: dict[str, tuple[str, str]] = {
    # The whole file.
    "no_table": (
        "dòng tiêu đề có cột “Địa phương” hoặc “Mã địa phương”, hoặc cột “Chỉ số”",
        "Không tìm thấy bảng số liệu nào trong tệp. Hãy đặt một dòng tiêu đề ghi rõ từng cột, như “Mã địa phương”, “Địa phương”, tên các chỉ số.",
    ),
    "no_figures": (
        "ít nhất một số liệu",
        "Bảng có tiêu đề nhưng chưa có số liệu nào. Hãy điền số liệu rồi gửi lại.",
    ),
    "no_figure_column": (
        "cột “Giá trị” hoặc các cột mang tên chỉ số",
        "Trang “{sheet}”, ô {cell}: bảng không có cột nào chứa số liệu. Hãy đặt tiêu đề cột là “Giá trị” hoặc tên chỉ số.",
    ),
    "no_period": (
        "kỳ báo cáo, ví dụ Quý III/2024",
        "Trang “{sheet}”, ô {cell}: không rõ số liệu của kỳ nào. Hãy ghi “Kỳ báo cáo” (ví dụ 2024-09 hoặc Quý III/2024) ở đầu trang, hoặc thêm cột “Kỳ”.",
    ),
    "two_periods": (
        "một kỳ báo cáo",
        "Trang “{sheet}”, ô {cell}: tiêu đề nhắc nhiều kỳ ({periods}) nên không rõ số liệu của kỳ nào. Hãy ghi “Kỳ báo cáo” ở đầu trang (ví dụ Quý III/2024).",
    ),
    "period_also_named": (
        "{chosen}",
        "Trang “{sheet}”, ô {cell} còn ghi “{found}”; số liệu được đọc là của kỳ {chosen}.",
    ),
    "two_places": (
        "một địa phương báo cáo",
        "Trang “{sheet}”, ô {cell}: tiêu đề nhắc nhiều địa phương ({places}) nên không rõ số liệu của nơi nào. Hãy ghi “Địa phương báo cáo” và mã hoặc tên ở đầu trang.",
    ),
    "unknown_title_place": (
        "tên địa phương trong danh mục",
        "Trang “{sheet}”, ô {cell}: tiêu đề ghi {places} nhưng danh mục không có địa phương này. Hãy sửa tên, hoặc ghi “Địa phương báo cáo” và mã ở đầu trang.",
    ),
    "unreadable_statement": (
        "{example}",
        "Trang “{sheet}”, ô {cell}: không hiểu “{found}”. Hãy ghi {example}.",
    ),
    "statement_differs": (
        "{example}",
        "Trang “{sheet}”, ô {cell} ghi “{found}”, trong khi đang nhận số liệu của {example}. Hãy chọn lại hoặc sửa ô này.",
    ),
    "hidden_sheet": (
        "trang hiện",
        "Trang “{sheet}” đang ẩn nên không được đọc dù có bảng số liệu. Nếu cần dùng, hãy bỏ ẩn trang rồi gửi lại; nếu không, hãy xóa trang này.",
    ),
    "hidden_rows": (
        "dòng có số liệu đều hiện",
        "Trang “{sheet}”: dòng ẩn {found} có số liệu và được đọc như mọi dòng. Hãy bỏ ẩn để xem lại; nếu không gửi các dòng này thì xóa đi.",
    ),
    "hidden_columns": (
        "cột có số liệu đều hiện",
        "Trang “{sheet}”: cột ẩn {found} có số liệu và được đọc như mọi cột. Hãy bỏ ẩn để xem lại; nếu không gửi các cột này thì xóa đi.",
    ),
    "total_differs": (
        "{sum}, là tổng các dòng",
        "Trang “{sheet}”, ô {cell}: dòng tổng cộng ghi {found}, khác tổng các dòng là {sum}. Hãy xem lại các dòng; riêng dòng tổng không được lưu thành số liệu.",
    ),
    "sheet_skipped": (
        "dòng tiêu đề nhận ra được",
        "Trang “{sheet}” có số nhưng không có dòng tiêu đề nhận ra được nên không được đọc. Nếu cần dùng, hãy đặt tên cột như mẫu.",
    ),
    "legacy_letters": (
        "chữ Unicode",
        "Trang “{sheet}” dùng phông chữ cũ ({found}) và đã được chuyển sang Unicode khi đọc. Hãy xem lại các tên và ghi chú.",
    ),
    # Columns.
    "unsure_column": (
        "tiêu đề rõ nghĩa",
        "Trang “{sheet}”, ô {cell}: cột “{found}” chưa chắc là gì. {meant} Hãy xác nhận hoặc sửa tiêu đề; cột này chưa được đọc.",
    ),
    "unknown_column": (
        "tên chỉ số hoặc tên cột quen thuộc",
        "Trang “{sheet}”, ô {cell}: không nhận ra cột “{found}” nên không đọc các số trong cột. Hãy sửa tiêu đề nếu đây là số liệu cần gửi.",
    ),
    "column_aside": (
        "không đọc cột này",
        "Trang “{sheet}”, ô {cell}: cột “{found}” là {what} nên không được đọc.",
    ),
    "column_to_come": (
        "số liệu của kỳ đã kết thúc",
        "Trang “{sheet}”, ô {cell}: cột “{found}” ghi kỳ sau kỳ báo cáo ({chosen}). Nếu đây là số kế hoạch hoặc dự kiến, hãy ghi rõ ở tiêu đề cột; nếu là số liệu thực hiện, hãy sửa kỳ.",
    ),
    "column_twice": (
        "mỗi chỉ số một cột",
        "Trang “{sheet}”, ô {cell}: cột “{found}” chứa cùng số liệu với cột {other}. Hãy giữ lại một cột, hoặc ghi rõ tử số, mẫu số, kỳ ở tiêu đề.",
    ),
    "ragged_row": (
        "số ô bằng số cột tiêu đề",
        "Tệp “{sheet}”, ô {cell}: dòng này có nhiều ô hơn dòng tiêu đề, có lẽ vì dấu phẩy thập phân nằm trong tệp phân cách bằng dấu phẩy. Hãy lưu lại tệp với dấu chấm phẩy phân cách, hoặc gửi tệp .xlsx.",
    ),
    # Places.
    "no_place": (
        "mã hoặc tên địa phương",
        "Trang “{sheet}”, ô {cell}: dòng có số liệu nhưng không ghi của địa phương nào. Hãy điền mã hoặc tên địa phương.",
    ),
    "unknown_place": (
        "tên địa phương {vintage}",
        "Trang “{sheet}”, ô {cell}: không có địa phương nào tên “{found}” trong danh mục {vintage}. {meant} Hãy sửa tên hoặc ghi mã.",
    ),
    "place_guessed": (
        "tên có dấu",
        "Trang “{sheet}”, ô {cell}: “{found}” viết không dấu, được hiểu là địa phương {meant}. Hãy xác nhận hoặc ghi tên có dấu.",
    ),
    "namesakes": (
        "mã địa phương, hoặc thêm tên huyện",
        "Trang “{sheet}”, ô {cell}: có nhiều địa phương cùng tên “{found}”: {choices}. Hãy ghi mã địa phương hoặc thêm cột “Huyện”.",
    ),
    "unknown_code": (
        "mã trong danh mục {vintage}",
        "Trang “{sheet}”, ô {cell}: không có mã địa phương “{found}” trong danh mục {vintage}. Hãy tra lại mã hoặc ghi tên địa phương.",
    ),
    "code_of_other_vintage": (
        "mã trong danh mục {vintage}",
        "Trang “{sheet}”, ô {cell}: mã “{found}” là của {called} ở mốc địa giới khác, còn tệp này dùng danh mục {vintage}. Hãy ghi mã mới hoặc chọn lại mốc địa giới.",
    ),
    "code_and_name_differ": (
        "mã và tên của cùng một địa phương",
        "Trang “{sheet}”, ô {cell}: mã “{found}” là của {called}, còn tên ghi là “{name}”. Hãy sửa mã hoặc tên cho khớp.",
    ),
    "place_outside_area": (
        "địa phương thuộc {area}",
        "Trang “{sheet}”, ô {cell}: “{found}” ({called}) không thuộc {area}. Hãy sửa địa phương, hoặc gửi bằng tệp của tỉnh, huyện đó.",
    ),
    "no_area": (
        "địa phương báo cáo",
        "Trang “{sheet}”, ô {cell}: không rõ số liệu của địa phương nào. Hãy ghi “Địa phương báo cáo” và mã hoặc tên ở đầu trang, hoặc thêm cột “Địa phương”.",
    ),
    # Indicators.
    "no_indicator": (
        "mã hoặc tên chỉ số",
        "Trang “{sheet}”, ô {cell}: dòng có số liệu nhưng không ghi chỉ số nào. Hãy điền mã hoặc tên chỉ số.",
    ),
    "unknown_indicator": (
        "tên hoặc mã chỉ số",
        "Trang “{sheet}”, ô {cell}: không nhận ra chỉ số “{found}”. {meant} Hãy ghi đúng tên hoặc mã chỉ số.",
    ),
    "indicator_code_and_name_differ": (
        "mã và tên của cùng một chỉ số",
        "Trang “{sheet}”, ô {cell}: mã “{found}” là của chỉ số “{called}”, còn tên ghi là “{name}”. Hãy sửa mã hoặc tên cho khớp.",
    ),
    "unit_differs": (
        "đơn vị “{unit}”",
        "Trang “{sheet}”, ô {cell}: đơn vị ghi là “{stated}”, còn chỉ số này tính bằng “{unit}”. Hãy quy đổi số liệu và sửa đơn vị.",
    ),
    # Periods.
    "unreadable_period": (
        "kỳ như Quý III/2024, 9/2024 hoặc ngày 30/9/2024",
        "Trang “{sheet}”, ô {cell}: không hiểu kỳ “{found}”. Hãy ghi như Quý III/2024, 9/2024 hoặc 30/9/2024 (ngày trước, tháng sau).",
    ),
    "period_of_other_vintage": (
        "kỳ {vintage}",
        "Trang “{sheet}”, ô {cell}: kỳ “{found}” không cùng mốc địa giới với tệp ({vintage}). Hãy sửa kỳ hoặc gửi riêng từng mốc.",
    ),
    # Figures.
    "not_a_number": (
        "một số, ví dụ 77,15",
        "Trang “{sheet}”, ô {cell}: “{found}” không đọc được thành số cho chỉ số “{indicator}”. Hãy chỉ ghi số, phần lời ghi vào cột “Ghi chú”.",
    ),
    "several_numbers": (
        "một số trong mỗi ô",
        "Trang “{sheet}”, ô {cell}: “{found}” gồm nhiều số. Hãy ghi mỗi số vào một ô riêng.",
    ),
    "kind_differs": (
        "số tính bằng {unit}",
        "Trang “{sheet}”, ô {cell}: cột “{heading}” không cùng loại với chỉ số “{indicator}”, tính bằng {unit}. Hãy ghi số vào đúng cột.",
    ),
    "format_says": (
        "một số không kèm lời",
        "Trang “{sheet}”, ô {cell}: định dạng ô hiện “{shown}” quanh số {found}. Hãy đổi định dạng ô sang Số (Number) rồi ghi lại số.",
    ),
    "hidden_number": (
        "số hiện ra trong ô",
        "Trang “{sheet}”, ô {cell}: ô chứa số {found} nhưng định dạng làm ô hiện trống. Hãy đổi định dạng ô sang Số (Number), hoặc xóa số.",
    ),
    "scaled_number": (
        "số hiện ra đúng như số đã ghi",
        "Trang “{sheet}”, ô {cell}: ô chứa số {found} nhưng định dạng làm ô hiện số đã chia cho nghìn hoặc triệu. Hãy đổi định dạng ô sang Số (Number) rồi ghi lại số.",
    ),
    "footnote_changes": (
        "số liệu thực hiện của kỳ",
        "Trang “{sheet}”, ô {cell}: “{found}” kèm chú thích “{note}”. Hãy xem lại số này có phải số thực hiện của kỳ báo cáo không.",
    ),
    "letter_for_digit": (
        "chỉ chữ số",
        "Trang “{sheet}”, ô {cell}: “{found}” có chữ cái lẫn giữa các chữ số (chữ O thay số 0, chữ l thay số 1). Hãy gõ lại bằng chữ số.",
    ),
    "two_readings": (
        "số viết một cách hiểu",
        "Trang “{sheet}”, ô {cell}: “{found}” có thể là {first} hoặc {second}. Hãy ghi rõ: dấu phẩy cho phần thập phân, không dùng dấu chấm hàng nghìn.",
    ),
    "share_for_percent": (
        "số phần trăm, ví dụ 77,15",
        "Trang “{sheet}”, ô {cell}: chỉ số “{indicator}” tính bằng phần trăm mà ô ghi “{found}” không có dấu %. Nếu là {as_share} %, hãy ghi {as_share}; nếu đúng là {as_is} %, hãy ghi “{as_is}%”.",
    ),
    "percent_for_count": (
        "số đếm bằng {unit}",
        "Trang “{sheet}”, ô {cell}: “{found}” là phần trăm, còn chỉ số “{indicator}” tính bằng {unit}. Hãy ghi số {unit}.",
    ),
    "other_unit": (
        "số tính bằng {unit}",
        "Trang “{sheet}”, ô {cell}: “{found}” kèm đơn vị khác; chỉ số “{indicator}” tính bằng {unit}. Hãy quy đổi và chỉ ghi số.",
    ),
    "parts_in_one_cell": (
        "tử số và mẫu số ở cột riêng",
        "Trang “{sheet}”, ô {cell}: “{found}” gồm cả tử số và mẫu số. Hãy ghi mỗi số vào cột “Tử số”, “Mẫu số” của mình.",
    ),
    "span_in_one_cell": (
        "một số",
        "Trang “{sheet}”, ô {cell}: “{found}” là một khoảng. Hãy ghi một số, ví dụ “khoảng 75”.",
    ),
    "zero_or_nothing": (
        "số 0, hoặc để trống",
        "Trang “{sheet}”, ô {cell}: “{found}” không rõ là bằng không hay chưa có số liệu. Hãy ghi 0 nếu bằng không, để trống nếu chưa có số liệu.",
    ),
    "negative": (
        "số không âm",
        "Trang “{sheet}”, ô {cell}: “{found}” là số âm, còn chỉ số “{indicator}” không thể âm. Hãy sửa lại số.",
    ),
    "not_whole": (
        "số nguyên",
        "Trang “{sheet}”, ô {cell}: “{found}” có phần lẻ, còn ô này của chỉ số “{indicator}” phải là số nguyên. Hãy sửa lại số.",
    ),
    "date_for_figure": (
        "một số, ví dụ 77,15",
        "Trang “{sheet}”, ô {cell}: Excel đã đổi số thành ngày ({found}). Hãy đổi định dạng ô sang Số (Number) rồi gõ lại.",
    ),
    "excel_error": (
        "kết quả của công thức",
        "Trang “{sheet}”, ô {cell}: công thức đang báo lỗi {found}. Hãy sửa công thức hoặc gõ số trực tiếp.",
    ),
    "uncomputed_formula": (
        "công thức đã được tính",
        "Trang “{sheet}”, ô {cell}: ô có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, lưu lại rồi gửi, hoặc gõ số trực tiếp.",
    ),
    "merged_figure": (
        "mỗi địa phương một ô số liệu",
        "Trang “{sheet}”, ô {cell}: ô này được gộp với ô {first} nên không rõ số “{found}” là của riêng ai. Hãy bỏ gộp và ghi số cho từng dòng.",
    ),
    "parts_of_count": (
        "ô trống, vì chỉ số tính bằng {unit}",
        "Trang “{sheet}”, ô {cell}: có tử số hoặc mẫu số “{found}” mà chỉ số tính bằng {unit}, không phải tỷ lệ. Hãy xóa ô này.",
    ),
    "part_not_exact": (
        "số chính xác",
        "Trang “{sheet}”, ô {cell}: tử số, mẫu số phải là số chính xác, không ghi “{found}”. Hãy ghi số chính xác hoặc để trống.",
    ),
    "parts_incomplete": (
        "cả tử số và mẫu số, hoặc tỷ lệ",
        "Trang “{sheet}”, ô {cell}: chỉ có “{found}” mà không có tỷ lệ, cũng không đủ tử số và mẫu số khác 0 để tính. Hãy điền tỷ lệ hoặc số còn thiếu.",
    ),
    "absence_or_figure": (
        "“không áp dụng”, “đang cập nhật”, hoặc ô trống khi đã có giá trị",
        "Trang “{sheet}”, ô {cell} ghi “{found}” ở cột lý do không có số liệu. Hãy chọn “không áp dụng” hoặc “đang cập nhật” khi không có giá trị; có giá trị thì xóa ô này.",
    ),
    "two_figures": (
        "một số liệu cho mỗi địa phương, chỉ số và kỳ",
        "Trang “{sheet}”, ô {cell} ghi “{found}” nhưng trang “{other_sheet}”, ô {other} đã ghi “{was}” cho cùng địa phương, chỉ số và kỳ. Hãy giữ lại một số.",
    ),
}  # fmt: skip
