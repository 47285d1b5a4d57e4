"""Words of the matrix of places and targets."""

PLACE = "Địa phương"
TOTALS = "Được giao"
NOTHING = "không áp dụng"
TOTAL = "{shape}{count}"
SEPARATOR = " "
EMPTY = "Không có ô nào trong phạm vi đang chọn. Hãy bỏ bớt bộ lọc."
