"""Words around tables."""

CSV = "Tải CSV"
XLSX = "Tải XLSX"
BEHIND = "Bảng số liệu phía sau"
