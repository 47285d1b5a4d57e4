"""Words inside the files that people take away."""

SIMULATED = "SỐ LIỆU MÔ PHỎNG"
SCENARIO = "KỊCH BẢN"
SCENARIO_NAMED = "KỊCH BẢN: {name}"
SHEET_DATA = "Số liệu"
SHEET_NOTES = "Ghi chú"
YES = "có"
NO = "không"
