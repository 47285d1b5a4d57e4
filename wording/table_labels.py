"""Labels of tables."""

CSV = "Tải CSV"
XLSX = "Tải XLSX"
BEHIND = "Bảng số liệu phía sau"
# A cell without a value.
MISSING = "—"
