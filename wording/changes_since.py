"""Words for the day that changes are counted from."""

FROM_COUNT = "Từ lần kiểm đếm chỉ tiêu ngày {since}"
FROM_DAY = "Từ ngày {since}"
