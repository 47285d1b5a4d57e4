"""Words inside the files that people take away."""

SHEET_DATA = "Số liệu"
SHEET_NOTES = "Ghi chú"
YES = "có"
NO = "không"
