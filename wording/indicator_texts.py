"""Words of an indicator on maps and bars."""

KINDS = {"real": "Số liệu công bố, báo cáo", "simulated": "Số liệu mô phỏng"}
PERIOD = "đến {day}"
ALT = "Bản đồ {indicator}: {reported}/{count} địa phương có số liệu."
TARGET = {"assigned": "{aim}, hạn {day}", "reference": "{aim}, hạn {day} (mốc tham chiếu)"}
COVERAGE = {
    "reported": "đã báo cáo",
    "not_reported_yet": "chưa đến hạn báo cáo",
    "late": "chưa báo cáo",
    "not_applicable": "không áp dụng",
    "boundary_changed": "địa giới thay đổi",
}
CLASS_ONLY = "mọi giá trị"
CLASS_FIRST = "đến {upper}"
CLASS_BETWEEN = "trên {lower} đến {upper}"
CLASS_LAST = "trên {lower}"
# What the limits of the colours rest on.
CLASS_BASIS = {
    "natural_breaks": "Ngưỡng màu: điểm ngắt tự nhiên (Fisher–Jenks) của {count} số liệu {kind}, mọi kỳ, {level}.",
    "each_value": "Ngưỡng màu: mỗi giá trị một màu, theo {count} số liệu {kind}, mọi kỳ, {level}.",
}
CLASS_KINDS = {"real": "thật", "simulated": "mô phỏng"}
EVERY_LEVEL = "mọi cấp"
CLASS_MOVED = {
    "publish": "Ngưỡng màu đã đổi do số liệu gửi ngày {day}.",
    "rollback": "Ngưỡng màu đã đổi do số liệu thu hồi ngày {day}.",
    "base": "Ngưỡng màu đã đổi do bảng số liệu của chương trình cập nhật ngày {day}.",
}
HEADINGS = {
    "code": "Mã",
    "name": "Địa phương",
    "rank": "Hạng",
    "value": "Giá trị",
    "value_shown": "Giá trị theo nguồn",
    "expected": "Mức lộ trình",
    "target_shown": "Chỉ tiêu",
    "status_shown": "Trạng thái",
    "coverage_shown": "Độ phủ",
    "period_shown": "Kỳ số liệu",
    "source_shown": "Nguồn",
}
