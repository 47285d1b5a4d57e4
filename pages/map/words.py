"""Words of the page Bản đồ."""

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
TABLE_TITLE = "{indicator} – {area}"
