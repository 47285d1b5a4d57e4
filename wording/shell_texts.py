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
