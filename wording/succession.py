"""Words of a reform: what a unit was made of, how an old figure is continued, and why it can't be."""

from collections.abc import Sequence

LISTED = ", "

NO_WAY = "Không nối được: chỉ số này không cộng và không chia được cho địa phương khác."
NO_PEOPLE = "Không nối được: thiếu dân số đã kiểm tra để làm quyền số."
NO_PARTS = "Không nối được: tỷ lệ chỉ nối được qua tử số và mẫu số, mà nguồn không nêu."
VAGUE = "Không nối được: nguồn chỉ nêu “hơn” hoặc “dưới”, không tính tiếp được."
NO_SIZE = "Không nối được: chưa biết phần của từng địa phương cũ vì thiếu dân số đã kiểm tra."
MISSING = "Không nối được: thiếu số liệu cùng kỳ của {names}. Thiếu không phải bằng 0."
NO_MEAN = "Không tính trung bình: chỉ lấy trung bình của tỷ lệ và điểm chỉ số, không của số đếm hay thứ hạng."
NO_MEAN_OF_SPLIT = "Không tính trung bình: có địa phương cũ bị chia cho nhiều địa phương mới."


def missing(names: Sequence[str]) -> str:
    """Say which parts have no figure."""
    return MISSING.format(names=LISTED.join(names))
