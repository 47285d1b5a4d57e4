"""Words of the page Bản đồ."""

INDICATOR = "Chỉ số"
LEVEL = "Cấp"
LEVELS = {"province": "Tỉnh", "district": "Cấp huyện", "commune": "Cấp xã"}
BY_PROVINCES = (
    "Trang này xem cả nước theo tỉnh. Chọn một tỉnh để xem từng xã; các trang Bản đồ, So sánh và Kịch bản "
    "xem được mọi xã của cả nước."
)
COLOUR = "Tô màu theo"
COLOURS = {"value": "Màu: giá trị", "status": "Trạng thái", "coverage": "Độ phủ"}
SEARCH = "Tìm địa phương"
SEARCH_HINT = "Tìm: phan thiet, la gi…"
BACK = "Lên một cấp"
DRILL = "Xem bên trong {area}"
IN_PROVINCE = "Xem tại {area}"
STEP = "› {level}"
FORMER = "Địa bàn cấp huyện cũ"
FORMER_HINT = "Mọi địa bàn huyện cũ"
FORMER_NAME = "{name} cũ"
OPEN = "Mở trang địa phương"
BARS = "Xếp theo {indicator}"
FIRST_SECTION = "Đầu danh sách"
LAST_SECTION = "Cuối danh sách"
CHOSEN_SECTION = "Địa phương đang chọn"
START = "Danh sách ghi {shown} trong {total} địa phương: phần đầu và nơi đang chọn. Bảng bên dưới có đủ."
ENDS = "Danh sách ghi {shown} trong {total} địa phương: hai đầu và nơi đang chọn. Bảng bên dưới có đủ."
ABSENT = "{count}/{total} địa phương chưa có số liệu chỉ số này."
NOTHING_CHOSEN = (
    "Chọn một địa phương trên bản đồ hoặc trong danh sách để xem số liệu, mức lộ trình, nguồn và cách tính."
)
CHOSEN = "**{name}: {value}** · {status}"
SOURCE = "Kỳ số liệu {period} · Nguồn: {source}"
WHY = "Vì sao?"
NO_TARGET = "Không có chỉ tiêu nào áp dụng cho chỉ số này; chỉ hiển thị số liệu."
TABLE_TITLE = "{indicator} – {area}"
