"""Messages of the preflight of a file: checks of its figures, and the changes that it would make."""

from collections.abc import Mapping
from typing import Any

from wording.judgement import DENOMINATOR, NUMERATOR
from wording.numbers import quantity
from wording.reading_messages import join_sentences

BETWEEN = "từ {minimum} đến {maximum}"
AT_LEAST = "từ {minimum} trở lên"
AT_MOST = "không quá {maximum}"
ANY = "một số"
COMPARED = {"value": "giá trị", "numerator": NUMERATOR, "denominator": DENOMINATOR}


def bounds(minimum: float, maximum: float, unit: str) -> str:
    """Return the bounds of an indicator; a missing bound is open.

    Examples
    --------
    >>> bounds(0, 100, "%")
    'từ 0 % đến 100 %'
    """
    known = (minimum == minimum, maximum == maximum)
    template = {(True, True): BETWEEN, (True, False): AT_LEAST, (False, True): AT_MOST, (False, False): ANY}[
        known
    ]
    return template.format(minimum=quantity(minimum, unit, 2), maximum=quantity(maximum, unit, 2))


# Check → what was expected, and the message.
CHECKS: dict[str, tuple[str, str]] = {
    "out_of_bounds": (
        "{bounds}",
        "Trang “{sheet}”, ô {cell}: “{indicator}” ghi {found}, ngoài khoảng cho phép ({bounds}). Hãy kiểm tra dấu phẩy và sửa lại số.",
    ),
    "numerator_over_denominator": (
        "tử số không lớn hơn mẫu số",
        "Trang “{sheet}”, ô {cell}: tử số {numerator} của “{indicator}” lớn hơn mẫu số {denominator}. Hãy xem hai số có bị đổi chỗ không rồi sửa lại.",
    ),
    "denominator_zero": (
        "mẫu số lớn hơn 0",
        "Trang “{sheet}”, ô {cell}: mẫu số của “{indicator}” bằng 0 nên không có tỷ lệ. Hãy sửa mẫu số, hoặc xóa số liệu và chọn “không áp dụng”.",
    ),
    "part_over_whole": (
        "phần không lớn hơn tổng",
        "Trang “{sheet}”, ô {cell}: có một phần lớn hơn tổng chứa nó ({told}) Hãy đối chiếu hai số rồi sửa lại.",
    ),
    "rate_mismatch": (
        "{computed} %, làm tròn hoặc cắt bớt số lẻ",
        "Trang “{sheet}”, ô {cell}: “{indicator}” ghi {found}, nhưng tử số chia cho mẫu số ({numerator}/{denominator}) được {computed} %. Hãy sửa tỷ lệ hoặc hai số đó.",
    ),
    "rate_of_rows": (
        "{computed} %, tính từ số liệu của hai phần",
        "Trang “{sheet}”, ô {cell}: “{indicator}” không khớp với số liệu riêng của tử số và mẫu số ({told}) Hãy sửa, hoặc ghi lý do giữ số này.",
    ),
    "parts_differ": (
        "{computed}, như số liệu riêng của phần đó",
        "Trang “{sheet}”, ô {cell}: số đi kèm tỷ lệ khác với số liệu riêng ({told}) Hãy sửa, hoặc ghi lý do giữ số này.",
    ),
    "sum_mismatch": (
        "tổng bằng các phần cộng lại",
        "Trang “{sheet}”, ô {cell}: các phần cộng lại không bằng tổng ({told}) Hãy sửa, hoặc ghi lý do giữ số này.",
    ),
    "cumulative_falls": (
        "không nhỏ hơn kỳ trước, vì là số cộng dồn",
        "Trang “{sheet}”, ô {cell}: “{indicator}” là số cộng dồn mà giảm từ {computed} xuống {stated}. Hãy sửa, hoặc ghi lý do giữ số này.",
    ),
    "jump": (
        "mức thay đổi gần với các kỳ trước",
        "Trang “{sheet}”, ô {cell}: “{indicator}” ghi {found}, kỳ đến {then} là {was}; mức thay đổi lệch {away} lần độ lệch thường thấy trong {points} kỳ trước. Hãy kiểm tra, hoặc ghi lý do giữ số này.",
    ),
    "parts_of_area": (
        "{computed}, tổng của các đơn vị bên trong",
        "Trang “{sheet}”, ô {cell}: “{indicator}” có {what} của cả địa bàn là {stated}, còn các đơn vị bên trong cộng lại là {computed}. Hãy sửa, hoặc ghi lý do giữ số này.",
    ),
    "period_to_come": (
        "kỳ đã kết thúc, đến ngày {today} là muộn nhất",
        "Trang “{sheet}”, ô {cell}: “{indicator}” thuộc kỳ đến {end}, chưa kết thúc. Hãy kiểm tra kỳ báo cáo, hoặc gửi khi kỳ đã kết thúc.",
    ),
    "no_place_for_remark": (
        "chỉ số có chỉ tiêu, hoặc có số liệu ở cùng dòng",
        "Trang “{sheet}”, ô {cell}: chỉ số này không gắn với chỉ tiêu nào của địa phương và dòng không có số liệu, nên không có chỗ giữ nguyên nhân, kiến nghị. Hãy điền số liệu ở cùng dòng hoặc chuyển sang chỉ số có chỉ tiêu.",
    ),
}


CHANGES = {
    "new": "mới",
    "changed": "khác nguồn khác",
    "revised": "sửa số đã gửi",
    "unchanged": "không đổi",
    "absent": "đến hạn mà chưa có trong tệp",
}

REMARKS = {
    "cause": "Nguyên nhân: {text}",
    "difficulty": "Khó khăn, vướng mắc: {text}",
    "proposal": "Kiến nghị, đề xuất: {text}",
    "responsible": "Cơ quan chịu trách nhiệm: {text}",
}


def remark(said: Mapping[Any, Any]) -> str:
    """Return the remarks on an indicator as a note of its figure."""
    lines = (words.format(text=said[name]) for name, words in REMARKS.items() if isinstance(said[name], str))
    return join_sentences(*lines)
