"""Words on and around the map."""

NO_DATA = "chưa có số liệu"

# The texts of a place on hover, on keyboard focus and in the table, in this order.
ROWS = {
    "province": "Thuộc",
    "value": "Giá trị",
    "expected": "Mức lộ trình",
    "target": "Chỉ tiêu",
    "status": "Trạng thái",
    "period": "Kỳ số liệu",
    "source": "Nguồn",
    "made_of": "Gộp từ",
    "became": "Nay thuộc",
}
CODE = "Mã"
NAME = "Địa phương"

UNIT = "Đơn vị: {unit}"
ABSENT = "{count} địa phương có số liệu nhưng không có trên bản đồ: {names}"
DEFAULT_ALT = "Bản đồ {title}"

# The words of the component itself; the browser fetches them once, with the program.
IN_THE_BROWSER = {
    "rows": ROWS,
    "legend": "Chú giải",
    "noData": NO_DATA,
    "loading": "Đang tải ranh giới…",
    "trouble": "Chưa tải được ranh giới bản đồ. Đang thử lại; số liệu vẫn xem được ở bảng bên dưới.",
    "mismatch": "Ranh giới và số liệu không khớp nhau, nên bản đồ không được vẽ. Hãy tải lại trang.",
    "help": (
        "Phím mũi tên chuyển địa phương, Enter chọn, Shift và Enter mở cấp dưới, phím xóa lùi lên một cấp, "
        "Esc bỏ chọn, dấu cộng trừ phóng to thu nhỏ, số 0 về toàn cảnh."
    ),
    "role": "bản đồ",
    "zoomIn": "Phóng to",
    "zoomOut": "Thu nhỏ",
    "fit": "Về toàn cảnh",
    "types": ["Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Phường ", "Đặc khu ", "Tỉnh ", "Xã "],
    "selected": "Đã chọn {name}.",
    "row": "{label}: {text}.",
}
