"""Messages about what an address asks for and does not get: what stood there, and what is shown instead."""

import unicodedata

# Letters of an address that a message repeats; a message is read from the back of a room.
LONGEST = 60

# Field of the view → its plain name, and what is shown where the address gives it no usable value.
PLAIN = {
    "kind": ("loại số liệu", "Đang hiển thị số liệu thật."),
    "vintage": ("mốc địa giới", "Đang dùng mốc địa giới thường dùng."),
    "province": ("tỉnh", "Đang xem tỉnh thường dùng."),
    "as_of": ("ngày xem (viết như 2025-06-30)", "Đang xem theo ngày có số liệu mới nhất."),
    "since": ("ngày so sánh (viết như 2025-06-30)", "Đang so với ngày thường dùng."),
    "known": ("ngày xem lại (viết như 2025-06-30)", "Đang xem theo số liệu biết đến hôm nay."),
    "level": ("cấp", "Đang xem cấp thường dùng."),
    "district": ("địa bàn cấp huyện", "Đang xem toàn địa bàn."),
    "indicator": ("chỉ số", "Đang xem chỉ số thường dùng."),
    "locality": ("địa phương", "Chưa địa phương nào được chọn."),
    "colour": ("cách tô màu", "Bản đồ đang tô màu theo giá trị."),
    "places": ("địa phương so sánh", "Đã bỏ qua giá trị này."),
    "statuses": ("bộ lọc trạng thái", "Đã bỏ qua giá trị này."),
    "pillars": ("bộ lọc trụ cột", "Đã bỏ qua giá trị này."),
    "resolutions": ("bộ lọc văn bản", "Đã bỏ qua giá trị này."),
    "types": ("bộ lọc loại địa phương", "Đã bỏ qua giá trị này."),
    "layout": ("cách trình bày", "Trang Tiến độ đang trình bày dạng thanh."),
    "row": ("dòng tiến độ", "Chưa dòng tiến độ nào được chọn."),
    "part": ("phần của trang Nguồn số liệu", "Trang Nguồn số liệu đang mở phần số liệu."),
    "scope": ("phạm vi số liệu", "Đang liệt kê số liệu của tỉnh đang xem."),
    "measures": ("bộ lọc chỉ số", "Đã bỏ qua giá trị này."),
    "sources": ("bộ lọc nguồn", "Đã bỏ qua giá trị này."),
    "origins": ("bộ lọc xuất xứ", "Đã bỏ qua giá trị này."),
    "years": ("bộ lọc năm", "Đã bỏ qua giá trị này."),
    "search": ("nội dung tìm (dài nhất 200 ký tự)", "Không tìm theo nội dung này."),
    "page": ("trang của bảng", "Đang xem trang đầu."),
    "target": ("chỉ tiêu", "Đang xem chỉ tiêu đầu danh sách."),
    "section": ("mục của trang Địa phương", "Trang Địa phương đang mở mục số liệu."),
    "value_from": ("mức giá trị từ", "Không lọc theo mức này."),
    "value_to": ("mức giá trị đến", "Không lọc theo mức này."),
    "population_from": ("mức dân số từ", "Không lọc theo mức này."),
    "population_to": ("mức dân số đến", "Không lọc theo mức này."),
    "groups": ("bộ lọc khu vực", "Đã bỏ qua giá trị này."),
    "areas": ("bộ lọc huyện", "Đã bỏ qua giá trị này."),
    "printout": ("nội dung in", "Đang in trang đang xem."),
    "paper": ("khổ giấy", "Đang dùng khổ giấy đứng."),
    "present": ("chế độ trình chiếu", "Đang xem ở màn hình làm việc."),
    "theme": ("giao diện", "Đang dùng giao diện của máy."),
    "agenda": ("chương trình họp", "Không mở chương trình họp nào."),
    "item": ("mục của chương trình họp", "Đang ở mục đầu."),
    "unfolded": ("phần mở thêm", "Không mở thêm phần nào."),
    "scenario": ("kịch bản", "Không có kịch bản nào."),
    "alternative": ("kịch bản đang vẽ", "Đang vẽ kịch bản đầu."),
    "goal": ("mức cần đạt", "Đang tính theo chỉ tiêu được giao."),
    "ceiling": ("mức trần", "Đang tính theo chỉ tiêu của từng nơi."),
}

UNUSABLE = "Địa chỉ ghi {name} là “{text}”, không dùng được. {instead}"
UNUSABLE_IN_LIST = "Địa chỉ ghi trong {name} “{text}”, không dùng được. {instead}"
TWICE = "Địa chỉ ghi nhiều lần trong {name}: “{text}”. Mỗi giá trị chỉ được lấy một lần."
SEVERAL = "Địa chỉ ghi nhiều giá trị khác nhau của {name}. Đã dùng giá trị cuối: “{text}”."

UNKNOWN_VINTAGE = "Địa chỉ ghi mốc địa giới “{text}”, không có trong danh mục. Đã chuyển về {name}."
UNKNOWN_PROVINCE = (
    "Địa chỉ ghi tỉnh có mã “{text}”, không có trong danh mục ở mốc địa giới này. Đã chuyển về {name}."
)
UNKNOWN_DISTRICT = "Địa chỉ ghi địa bàn cấp huyện có mã “{text}”, không có ở đây. Đang xem toàn địa bàn."
UNKNOWN_LOCALITY = (
    "Địa chỉ ghi địa phương có mã “{text}”, không có trong danh mục ở mốc địa giới này. Đã bỏ chọn."
)
UNKNOWN_LEVEL = "Địa chỉ ghi {level}, không có ở đây. Đang xem {shown}."
UNKNOWN_INDICATOR = "Địa chỉ ghi chỉ số “{text}”, không có trong danh mục. Đã chuyển về {name}."
UNKNOWN_TARGET = "Địa chỉ ghi chỉ tiêu “{text}”, không có trong danh mục. Đang xem chỉ tiêu đầu danh sách."
UNKNOWN_IN_LIST = "Địa chỉ ghi trong {name} “{text}”, không có trong danh mục ở đây. Đã bỏ qua."
UNKNOWN_ROW = "Địa chỉ chọn dòng tiến độ “{text}”, không có ở tỉnh và mốc địa giới này. Đã bỏ chọn."
UNKNOWN_ALTERNATIVE = "Địa chỉ chọn kịch bản số {text}, không có kịch bản này. Đang vẽ kịch bản số {shown}."
SIMULATED_OFF = "Số liệu mô phỏng đã được tắt trên máy này; đang hiển thị số liệu thật."
SINCE_AHEAD = "Địa chỉ ghi so với ngày {since}, không trước ngày đang xem. Đã trở về ngày thường dùng."


def printable(text: str) -> str:
    """Return a text without what nobody sees: control and formatting characters become spaces, letters are composed.

    Examples
    --------
    >>> printable(" 60\\x00 ")
    '60'
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter if letter.isprintable() else " " for letter in composed).strip()


def shortened(text: str) -> str:
    """Return a text as a message repeats it: without control characters and not longer than ``LONGEST``.

    Examples
    --------
    >>> shortened("x" * 100_000) == "x" * 59 + "…"
    True
    """
    shown = printable(text[: LONGEST * 4])
    cut = len(shown) > LONGEST or len(text) > LONGEST * 4
    return shown[: LONGEST - 1] + "…" if cut else shown
