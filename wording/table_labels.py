"""Words around tables."""

CSV = "Tải CSV"
XLSX = "Tải XLSX"
BEHIND = "Bảng số liệu phía sau"
# A cell of a table that holds nothing; never a 0.
MISSING = "—"
