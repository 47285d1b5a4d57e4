"""Words for changes: the day they are counted from, and a figure then and now."""

FROM_COUNT = "Từ lần kiểm đếm chỉ tiêu ngày {since}"
FROM_DAY = "Từ ngày {since}"
MOVE = "{from_value} ({from_day}) → {to_value} ({to_day})"
