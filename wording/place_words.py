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
# Kinds of villages and offices, whose figures are not those of the locality that they are in.
SMALLER = (
    "thôn", "khu phố", "bản", "ấp", "tổ dân phố", "buôn", "làng", "phòng", "trường", "trung tâm", "công an", "trạm y tế", "sở",
    "số liệu của phòng", "số liệu của thôn", "số liệu của trường",
)  # fmt: skip
# Offices in a locality that report for themselves.
OFFICES = (
    "trạm y tế", "công an", "trường tiểu học", "trường trung học cơ sở", "trường thcs", "trường thpt", "trường mầm non", "trường",
    "hội nông dân", "hội phụ nữ", "hội liên hiệp phụ nữ", "đoàn thanh niên", "đoàn tncs hồ chí minh", "hội cựu chiến binh",
    "bệnh viện", "trung tâm y tế", "bưu điện", "hợp tác xã", "quân sự", "chi cục thuế", "hạt kiểm lâm", "ban quản lý chợ",
)  # fmt: skip
# Labels of the locality that reports, before a colon.
LABELS = (
    "đơn vị",
    "địa phương",
    "tên đơn vị",
    "tên địa phương",
    "đơn vị gửi báo cáo",
    "xã",
    "phường",
    "huyện",
)
# Words after "xã", "huyện", "tỉnh" that are no name.
NO_NAMES = (
    "hội", "phường", "thị", "thành", "huyện", "xã", "tỉnh", "và", "cấp", "các", "trên", "đã", "được", "có", "về", "năm", "quý", "tháng",
    "trực", "chuyển", "số", "trong", "theo", "đến", "báo", "gửi", "kết", "đặc", "trung", "ủy", "uỷ", "tổng",
)  # fmt: skip
