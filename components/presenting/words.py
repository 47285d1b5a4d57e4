"""Words of the presentation on a wall screen and of its agenda."""

PRESENT = "Trình chiếu"
THIS_PAGE = "Trình chiếu trang đang xem"
THEME = "Màu nền"
THEMES = {"": "Theo máy", "light": "Sáng", "dark": "Tối", "contrast": "Tương phản cao"}

PROVINCE = "{province} · {kind}"
DAY = "Số liệu tính đến {day}"
KINDS = {"real": "Số liệu thật", "simulated": "SỐ LIỆU MÔ PHỎNG"}

PREVIOUS = "Mục trước"
NEXT = "Mục sau"
JUMP = "Chuyển đến mục"
PLACE = "{place}/{count} · {title}"
TABLE = "Bảng số liệu"
WORKING = "Nguồn và cách tính"
LEAVE = "Thoát trình chiếu"

WORKING_TITLE = "Nguồn và cách tính của số liệu đang chọn"
NOTHING_CHOSEN = "Chưa chọn địa phương. Bấm vào bản đồ hoặc danh sách để chọn, rồi mở lại."
FIGURE = "**{name}** · {indicator}: **{value}** — {status}"
SOURCE = "{period} · Nguồn: {source}"
NO_FIGURE = "Chưa có số liệu, nên chưa có nguồn."
NO_TARGET = "Không có mục tiêu nào áp dụng, nên không đánh giá."

AGENDA = "Chương trình họp"
AGENDA_HELP = "Mỗi mục là một trang cùng bộ lọc đang xem. Chương trình được lưu trên máy chủ."
CHOOSE_AGENDA = "Chương trình đã lưu"
NO_AGENDA = "Chưa chọn chương trình"
NEW_AGENDA = "Tên chương trình mới"
NEW_AGENDA_HINT = "ví dụ: Họp Ban Chỉ đạo quý I"
MAKE = "Tạo chương trình"
ADD = "Thêm trang đang xem"
EMPTY = "Chương trình chưa có mục nào. Bấm “Thêm trang đang xem” để thêm mục đầu tiên."
ITEMS = "Mỗi dòng: tên mục, số phút (0 là không hạn), chuyển lên, bỏ."
ITEM_TITLE = "Tên mục {place}"
MINUTES = "Số phút của mục {place}"
RAISE = "Chuyển mục {place} lên"
REMOVE = "Bỏ mục {place}"
ADVANCE = "Tự chuyển mục khi hết giờ"
ADVANCE_HELP = "Chỉ áp dụng cho mục có đặt số phút; luôn tạm dừng được."
START = "Bắt đầu trình chiếu"
FORGET = "Xoá chương trình"
DOWNLOAD = "Tải chương trình về"
UPLOAD = "Mở chương trình từ tệp"
ITEM_NAME = "{page}: {indicator}"
ITEM_NAME_SCENARIO = "KỊCH BẢN {scenario}: {indicator}"

NOT_JSON = "Tệp không đọc được: không phải tệp chương trình họp hoặc đã hỏng. Không có gì thay đổi."
NOT_AGENDA = "Tệp không phải chương trình họp của bảng điều khiển này. Không có gì thay đổi."
BAD_ITEM = "Mục {place} của chương trình không đúng: tên (không quá {longest} chữ), địa chỉ hoặc thời gian (không quá {most} phút). Không có gì thay đổi."
BAD_PAGE = "Mục {place} của chương trình mở trang “{page}”, không có ở đây. Không có gì thay đổi."
LARGE_FILE = "Tệp lớn quá {most} KB nên không phải chương trình họp. Không có gì thay đổi."
TOO_MANY_ITEMS = "Chương trình có {count} mục, nhiều nhất là {most}. Không có gì thay đổi. Hãy chia thành nhiều chương trình."
NOT_SAVED = "Không ghi được vào thư mục {folder}; chương trình giữ như trước. Hãy kiểm tra dung lượng đĩa và quyền ghi."
NOT_READ = "Không đọc được tệp của chương trình “{name}”. Hãy kiểm tra quyền đọc thư mục chương trình họp."
DAMAGED = (
    "Chương trình “{name}” không mở được. {fault} Có thể xoá chương trình này rồi mở lại từ tệp đã tải về."
)
NUMBERED = "{title} ({number})"
KEPT_BOTH = (
    "Đã có chương trình “{title}”. Chương trình mới được lưu thành “{added}”; chương trình cũ giữ nguyên."
)
NO_NAME = "Tên chương trình phải có ít nhất một chữ cái hoặc chữ số."
UNKNOWN_AGENDA = "Không tìm thấy chương trình họp “{name}” trên máy chủ này. Không mở chương trình họp nào."
UNKNOWN_ITEM = "Chương trình họp chỉ có {last} mục, không có mục {item}. Đang mở mục {last}."
ITEM_WITHOUT_AGENDA = "Địa chỉ ghi mục {item} mà không ghi chương trình họp. Không mở chương trình họp nào."

CLOCK = {
    "elapsed": "Đã {time}",
    "left": "Còn {time}",
    "over": "Quá {time}",
    "pause": "Tạm dừng",
    "go": "Chạy tiếp",
}
WAITING = "Đang chờ kết nối trở lại. Màn hình sẽ tự tiếp tục đúng mục này."
