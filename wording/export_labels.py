"""Labels inside exported files."""

SHEET_DATA = "Số liệu"
SHEET_NOTES = "Ghi chú"
YES = "có"
NO = "không"
