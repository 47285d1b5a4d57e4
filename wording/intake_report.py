"""Words of the report on a file: its title as a source, the marked copy, the command line."""

REPORT_TITLE = "Địa phương báo cáo, số liệu đến {day}"
# The marked copy.
MARKED_NAME = "{stem}-danh-dau.xlsx"
AUTHOR = "Kiểm tra số liệu"
FINDINGS_SHEET = "Chỗ cần xem lại"
SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "notice": "lưu ý"}
FINDING_COLUMNS = {
    "severity": "Mức",
    "sheet": "Trang",
    "cell": "Ô",
    "found": "Đang ghi",
    "expected": "Cần ghi",
    "message": "Cách sửa",
}
# The command line.
CHECKED = "{file}: {errors} lỗi, {warnings} cảnh báo; {new} mới, {changed} khác nguồn khác, {revised} sửa số đã gửi, {unchanged} không đổi, {absent} đến hạn mà chưa có."
FINDING_LINE = "[{severity}] {message}"
ABSENT_LINE = "[chưa có] {name}: {indicator}"
TEMPLATE_MADE = "Đã ghi {path}."
NO_FILE = "Không mở được tệp {path}. Hãy kiểm tra đường dẫn và quyền đọc."
NOT_WRITTEN = "Không ghi được {path}. Hãy kiểm tra thư mục và quyền ghi."
NOT_PUBLISHED_ERRORS = "Chưa công bố: tệp còn {count} lỗi. Hãy sửa rồi chạy lại."
NOT_PUBLISHED_WARNINGS = "Chưa công bố: {count} cảnh báo cần lý do. Thêm --reason “lý do chung” hoặc --reason “ô=lý do” cho từng ô, ví dụ --reason “G8=đã đối chiếu sổ gốc”."
NOTHING_NEW = "Không có gì mới để công bố: mọi số liệu trong tệp đã có từ lần gửi trước."
PUBLISHED = "Đã công bố đợt {batch} lúc {at}, người công bố: {by}, tệp {file} (sha256 {sha256}): {told}."
ROLLED_BACK = "Đã thu hồi đợt {batch} lúc {at}, người thu hồi: {by}. Số liệu trước đó hiện lại."
COUNTS = "{new} mới, {changed} khác nguồn khác, {revised} sửa số đã gửi, {unchanged} không đổi, {absent} chưa có, {warnings} cảnh báo"
ACTIONS = {"publish": "công bố", "rollback": "thu hồi"}
EVENT_LINE = "{at}  {action}  {batch}  {by}  {file}  {area}  {period}  {told}"
NO_HISTORY = "Chưa có đợt nào."
