"""Words beside the names of localities in titles."""

# What leads to the locality that reports.
LEADS = (
    "của",
    "UBND",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "đơn vị",
    "đơn vị báo cáo",
    "địa phương",
    "tại",
    "trên địa bàn",
    "đơn vị gửi",
)
# Words after "xã", "huyện", "tỉnh" that are no name.
NO_NAMES = (
    "hội", "phường", "thị", "thành", "huyện", "xã", "tỉnh", "và", "cấp", "các", "trên", "đã", "được", "có", "về", "năm", "quý", "tháng",
    "trực", "chuyển", "số", "trong", "theo", "đến", "báo", "gửi", "kết", "đặc", "trung", "ủy", "uỷ", "tổng",
)  # fmt: skip
