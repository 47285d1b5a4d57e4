"""Words of the page Cập nhật: the workbook to fill in, the way of a file, the log of publications."""

NOT_ON_WALL = "Trang này dùng để gửi số liệu tại máy làm việc, không chiếu lên màn hình họp."
SEND = "Gửi số liệu"
HISTORY = "Lịch sử"
STEP_TEMPLATE = "1. Tải mẫu"
STEP_FILE = "2. Chọn tệp đã điền"
STEP_COLUMNS = "Xác nhận cột chưa chắc"
STEP_READ = "3. Tệp được hiểu như sau"
READ_HELP = "Xem từng dòng: số liệu của nơi nào, chỉ số nào, kỳ nào, đọc từ cột nào. Nếu có dòng sai, hãy sửa tiêu đề trong tệp rồi chọn lại."
READ_TITLE = "Số liệu đọc được từ tệp {file}"
STEP_FINDINGS = "4. Chỗ cần xem lại"
STEP_DIFFERENCE = "5. So với số liệu đang có"
STEP_REASONS = "Lý do giữ các số bị cảnh báo"
STEP_PUBLISH = "6. Công bố"
PERIOD = "Kỳ báo cáo"
PERIOD_SHOWN = "{period} (đến {day})"
PERIOD_HELP = "Gõ kỳ khác nếu cần: 2024-09, 2024-Q3, 2024-H1 hoặc 2024."
AREA = "Địa phương"
TEMPLATE = "Tải mẫu (.xlsx)"
TEMPLATE_ROWS = "Mẫu có {count} dòng cho {places} địa phương; số liệu kỳ trước đã điền sẵn để đối chiếu."
FILE = "Tệp số liệu: mẫu đã điền, hoặc bảng .xlsx, .csv của địa phương"
FILE_HELP = (
    "Nhận tệp tối đa 20 MB, không có macro, không đặt mật khẩu. Chưa có gì được lưu cho tới khi bấm Công bố."
)
FILE_PERIOD = "Tệp không ghi kỳ báo cáo. Số liệu trong tệp là của kỳ nào?"
REFUSED = "Chưa đọc được tệp “{file}”. {message}"
LOST_FILE = (
    "Trang đã mở lại hoặc mất kết nối quá lâu nên tệp đã chọn không còn trên máy chủ: hãy chọn lại tệp. "
    "Nếu trước đó đã bấm Công bố, xem phần Lịch sử để biết số liệu đã được ghi hay chưa."
)
LOST_FILE_NAME = "Tệp cần chọn lại: {file}"
CHECKING = "Đang kiểm tra tệp…"
COLUMN = "Cột {letter} “{heading}”, trang “{sheet}” là"
COLUMN_FIGURE = "Giá trị của “{name}”"
COLUMN_UNKNOWN = "Chưa xác nhận"
CLEAN = "{file}: không có lỗi."
WITH_WARNINGS = "{file}: không có lỗi, có {warnings} cảnh báo cần ghi lý do trước khi công bố."
WITH_ERRORS = "{file}: có {errors} lỗi phải sửa trong tệp rồi chọn lại tệp{warned}. Chưa có gì được lưu."
AND_WARNINGS = "; ngoài ra có {warnings} cảnh báo"
MARKED = "Tải bản sao đã đánh dấu các ô"
FINDING_LINE = {
    "error": "<b>Lỗi.</b> {message}",
    "warning": "<b>Cảnh báo.</b> {message}",
    "notice": "<b>Lưu ý.</b> {message}",
}
FINDINGS_MORE = "Còn {count} chỗ nữa: xem trong bảng hoặc trong bản sao đã đánh dấu."
FINDINGS_BEHIND = "Bảng các chỗ cần xem lại"
FINDINGS_TITLE = "Chỗ cần xem lại trong tệp {file}"
DIFFERENCE_TITLE = "Thay đổi nếu công bố tệp {file}"
DIFFERENCE_COLUMNS = {
    "shown": "Thay đổi",
    "name": "Địa phương",
    "name_vi": "Chỉ số",
    "period_start": "Từ ngày",
    "period_end": "Đến ngày",
    "value": "Trong tệp",
    "was": "Đang có",
    "source_shown": "Nguồn đang có",
    "sheet": "Trang",
    "cell": "Ô",
}
EXPLAINED = "Kèm {count} dòng nguyên nhân, kiến nghị, hiện bên cạnh chỉ tiêu của địa phương."
PASSED_OVER = "Đã hiểu và bỏ qua {count} ô không phải số liệu ({reasons})."
PASSED = "{count} ô {reason}"
REASON_FOR_ALL = "Lý do chung cho các cảnh báo chưa ghi lý do riêng"
REASON_MORE = "Còn {count} cảnh báo nữa trong bảng trên, dùng lý do chung."
BY = "Người công bố (họ tên, đơn vị)"
PUBLISH = "Công bố"
PUBLISHING = "Đang ghi vào kho số liệu…"
WAITING_ERRORS = "Sửa hết lỗi trong tệp rồi chọn lại tệp để công bố."
WAITING_REASONS = "Còn {count} cảnh báo chưa có lý do."
WAITING_NAME = "Ghi tên người công bố để bấm được Công bố."
RECEIPT = "**Đã công bố.** Giữ lại biên nhận này nếu cần đối chiếu."
RECEIPT_LINES = {
    "batch": "Đợt: {batch}",
    "by": "Người công bố: {by}",
    "at": "Lúc: {at} (giờ Việt Nam)",
    "file": "Tệp: {file}, mã kiểm tra sha256 {sha256}",
    "counts": "Số liệu: {counts}",
}
SEE_MAP = "Xem trên bản đồ"
SEE_PROGRESS = "Xem tiến độ"
SEE_PLACE = "Xem trang địa phương"

# The log of publications.
HISTORY_COLUMNS = {
    "at": "Lúc",
    "action_shown": "Việc",
    "name": "Địa phương",
    "period": "Kỳ",
    "by": "Người làm",
    "file_name": "Tệp",
    "counts_shown": "Số liệu",
    "batch": "Đợt",
    "sha256": "Mã tệp (sha256)",
}
HISTORY_TITLE = "Các lần công bố và thu hồi số liệu địa phương gửi"
HISTORY_EMPTY = "Chưa có địa phương nào gửi số liệu. Tải mẫu ở phần Gửi số liệu để bắt đầu."
EVENT = "Xem một lần"
EVENT_SHOWN = "{at} · {action} · {name} · kỳ {period} · {by}"
ORIGINAL = "Tải tệp gốc"
CHANGED_TITLE = "Số liệu thay đổi ở lần {action} đợt {batch}"
CHANGED_COLUMNS = {
    "shown": "Thay đổi",
    "name": "Địa phương",
    "name_vi": "Chỉ số",
    "period_end": "Đến ngày",
    "now": "Sau",
    "was": "Trước",
}
CHANGED_SHOWN = {"new": "mới có", "revised": "đổi số", "gone": "không còn"}
CHANGED_NONE = "Lần này không làm đổi số liệu nào đang dùng."
REASONS_TITLE = "Lý do đã ghi cho các cảnh báo của đợt {batch}"
REASON_COLUMNS = {"sheet": "Trang", "cell": "Ô", "message": "Cảnh báo", "reason": "Lý do giữ"}
ROLLBACK = "Thu hồi đợt này"
ROLLBACK_HELP = "Số liệu của đợt không còn hiện trên các trang; số liệu trước đó hiện lại. Đợt vẫn nằm trong lịch sử và có thể gửi lại tệp."
ROLLBACK_BY = "Người thu hồi (họ tên, đơn vị)"
ROLLBACK_DO = "Thu hồi"
