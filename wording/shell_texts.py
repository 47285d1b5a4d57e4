"""Words of the shell around every page: navigation, choices, messages about an address."""

APP = "Chuyển đổi số địa phương"

PAGES = {
    "tong-quan": "Tổng quan",
    "ban-do": "Bản đồ",
    "thay-doi": "Thay đổi",
    "tien-do": "Tiến độ",
    "dia-phuong": "Địa phương",
    "so-sanh": "So sánh",
    "kich-ban": "Kịch bản",
    "nguon-so-lieu": "Nguồn số liệu",
    "cap-nhat": "Cập nhật",
    "in": "In",
}

PROVINCE = "Tỉnh"
KIND = "Loại số liệu"
KINDS = {"real": "Số liệu thật", "simulated": "Mô phỏng"}
VINTAGE = "Mốc địa giới"
AS_OF = "Số liệu tính đến ngày"
AS_OF_DAY = "Tính đến {day}"
AS_OF_LATEST = "Tính đến {day} (mới nhất)"
BUILDING_SIMULATED = "Đang dựng số liệu mô phỏng lần đầu, vui lòng chờ…"

BROKEN_TABLES = "Chưa mở được số liệu: bảng có lỗi"
BROKEN_TABLES_HELP = "Bảng điều khiển không nạp một phần số liệu. Sửa các dòng dưới đây trong thư mục data/tables rồi tải lại trang."
STORE_REFUSED = "Chưa đọc được kho số liệu"
BROKEN_BOUNDARIES = "Chưa vẽ được bản đồ: tệp ranh giới có lỗi"
BROKEN_BOUNDARIES_HELP = (
    "Sửa hoặc thay tệp ranh giới dưới đây trong thư mục geo/boundaries rồi khởi động lại bảng điều khiển."
)
TABLE_PROBLEM = ["Tệp", "Dòng", "Cột", "Cần có", "Đang ghi", "Cách sửa"]
BOUNDARY_PROBLEM = ["Tệp", "Hình thứ", "Mã", "Vấn đề", "Cách sửa"]
HEADED = "**{heading}**\n\n{text}"
UNEXPECTED = "Trang này gặp lỗi và chưa hiển thị được"
UNEXPECTED_HELP = "Số liệu không bị ảnh hưởng. Hãy tải lại trang hoặc chọn trang khác; nếu vẫn lỗi, báo người quản trị kèm thời điểm {time}."
PRINT = "In"

# What the server says before, beside and instead of a page.
WITHOUT_JAVASCRIPT = (
    "Trình duyệt đang tắt JavaScript nên chưa mở được bảng điều khiển. Hãy bật JavaScript rồi tải lại trang."
)
WAITING = "Đang chờ kết nối trở lại. Khi có lại, trang tự mở đúng nội dung đang xem."
WAITING_WITH_FILE = "Đang chờ kết nối trở lại. Hãy giữ nguyên trang này; nếu mất quá lâu thì phải chọn lại tệp, và trang sẽ nói rõ."
CONNECTING = "Đang kết nối với máy chủ của bảng điều khiển. Nếu lâu quá một phút, hãy báo người quản trị."

HOST_REFUSED = "Bảng điều khiển chưa được phép mở bằng địa chỉ “{name}”"
HOST_REFUSED_HELP = (
    "Để không trang mạng nào khác giả làm bảng điều khiển, máy chủ chỉ nhận những tên và địa chỉ đã ghi trong cài đặt.",
    "Nếu đây đúng là tên hoặc địa chỉ của máy chủ, người quản trị hãy ghi dòng dưới đây vào phần [server] của tệp "
    ".streamlit/config.toml trong thư mục bảng điều khiển, rồi khởi động lại. Nếu không, hãy đóng trang này.",
)
HOST_SETTING = "allowedHosts = {names}"
HOST_LOG = "Từ chối một yêu cầu gọi máy chủ bằng tên “{name}”. Nếu đúng là tên của máy này, ghi vào phần [server] của .streamlit/config.toml: {setting}"
ORIGIN_REFUSED = "Bảng điều khiển không nhận yêu cầu gửi từ trang “{origin}”"
ORIGIN_REFUSED_HELP = (
    "Chỉ trang của chính bảng điều khiển được gửi yêu cầu đến máy chủ.",
    "Nếu cơ quan đặt bảng điều khiển sau một máy chủ trung gian có địa chỉ như trên, người quản trị hãy ghi dòng dưới đây "
    "vào phần [server] của tệp .streamlit/config.toml, rồi khởi động lại. Nếu không, hãy đóng trang ấy.",
)
ORIGIN_SETTING = "corsAllowedOrigins = {names}"
ORIGIN_LOG = "Từ chối một yêu cầu gửi từ trang “{origin}”. Nếu đó là máy chủ trung gian của cơ quan, ghi vào phần [server] của .streamlit/config.toml: {setting}"
NO_HOST_NAMED = "Bảng điều khiển mở cho mạng nội bộ nhưng mới nhận tên localhost: máy khác sẽ bị từ chối. Ghi tên hoặc địa chỉ của máy này vào allowedHosts trong phần [server] của .streamlit/config.toml rồi khởi động lại."
SERVER_FAILED = "Máy chủ của bảng điều khiển gặp lỗi khi trả lời"
SERVER_FAILED_HELP = (
    "Số liệu không bị ảnh hưởng. Hãy tải lại trang; nếu vẫn lỗi, báo người quản trị kèm thời điểm {time}.",
)
