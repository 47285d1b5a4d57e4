"""Words of the navigation between localities: levels, search, the way up and down, colours of a map."""

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
