"""Words of the list of bars."""

EMPTY = "Không có địa phương nào trong phạm vi đang chọn. Hãy bỏ bớt bộ lọc."
