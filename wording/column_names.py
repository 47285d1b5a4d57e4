"""Names of the columns in tables that localities send; the first name of a role is used in the template."""

import re

# Role of a column → its names. Accents, case and text in brackets are ignored.
ROLES: dict[str, tuple[str, ...]] = {
    "ordinal": ("STT", "TT", "Số TT", "Số thứ tự"),
    "code": ("Mã địa phương", "Mã đơn vị", "Mã ĐVHC", "Mã đơn vị hành chính", "Mã huyện", "Mã xã", "Mã số", "Mã ĐP"),
    "name": (
        "Địa phương", "Tên địa phương", "Tên đơn vị", "Đơn vị báo cáo", "Đơn vị hành chính", "Tên đơn vị hành chính",
        "Huyện, thị xã, thành phố", "Huyện, thành phố", "Huyện/thị xã/thành phố", "Xã, phường, thị trấn",
        "Xã/phường/thị trấn", "Xã, phường", "Xã, phường, đặc khu", "Tên xã", "Tên huyện", "Xã", "UBND cấp huyện",
        "UBND cấp xã", "Huyện, thị xã", "Đơn vị cấp huyện", "Đơn vị cấp xã", "Tên ĐVHC", "Tên xã, phường",
    ),
    "district": ("Huyện", "Cấp huyện", "Thuộc huyện", "Quận, huyện", "Quận/huyện", "Đơn vị cấp trên", "Trực thuộc"),
    "indicator_code": ("Mã chỉ số", "Mã chỉ tiêu"),
    "indicator": ("Chỉ số", "Tên chỉ số", "Chỉ tiêu", "Tên chỉ tiêu", "Nội dung", "Nội dung chỉ tiêu", "Nội dung báo cáo"),
    "unit": ("Đơn vị", "Đơn vị tính", "ĐVT", "ĐV tính"),
    "period": ("Kỳ", "Kỳ báo cáo", "Kỳ số liệu", "Thời gian", "Thời điểm", "Tháng", "Quý", "Năm", "Ngày số liệu",
        "Năm báo cáo", "Quý báo cáo", "Tháng báo cáo", "Năm số liệu", "Thời kỳ", "Kỳ thống kê", "Từ ngày", "Đến ngày", "Ngày bắt đầu", "Ngày kết thúc", "Ngày đầu kỳ", "Ngày cuối kỳ",
    ),
    "previous": (
        "Số liệu kỳ trước", "Kỳ trước", "Cùng kỳ", "Cùng kỳ năm trước", "Năm trước", "Số liệu đã có", "Quý trước",
        "Tháng trước", "Thực hiện kỳ trước",
    ),
    "value": (
        "Giá trị", "Số liệu", "Kết quả", "Kết quả thực hiện", "Thực hiện", "Số liệu kỳ này", "Kỳ này", "Tỷ lệ", "Tỉ lệ",
        "Tỷ lệ %", "Kết quả đạt được", "Đạt", "Thực hiện trong kỳ", "Số liệu báo cáo", "Trị số",
    ),
    "absence": ("Không có số liệu vì", "Lý do không có số liệu", "Lý do chưa có số liệu"),
    "numerator": ("Tử số", "Tử"),
    "denominator": ("Mẫu số", "Mẫu"),
    "note": ("Ghi chú", "Chú thích", "Diễn giải"),
    "cause_objective": ("Nguyên nhân khách quan", "Khách quan"),
    "cause_subjective": ("Nguyên nhân chủ quan", "Chủ quan"),
    "cause": ("Nguyên nhân", "Lý do", "Nguyên nhân chưa đạt"),
    "difficulty": ("Khó khăn, vướng mắc", "Khó khăn", "Vướng mắc", "Tồn tại, hạn chế", "Khó khăn, hạn chế"),
    "proposal": ("Kiến nghị, đề xuất", "Kiến nghị", "Đề xuất", "Đề xuất, kiến nghị", "Giải pháp"),
    "responsible": ("Cơ quan chịu trách nhiệm", "Đơn vị chủ trì", "Cơ quan chủ trì", "Cơ quan phụ trách", "Người phụ trách"),
    "ignored": (
        "Kế hoạch", "Chỉ tiêu giao", "Mục tiêu", "Kế hoạch giao", "So sánh", "So với kỳ trước", "So với kế hoạch",
        "Tăng giảm", "Tăng, giảm", "Chênh lệch", "Xếp hạng", "Thứ hạng", "Đánh giá", "Nguồn", "Tổng cộng", "Cộng",
        "Toàn tỉnh", "Loại", "Trụ cột", "Thuộc tỉnh", "Tỉnh", "Cơ quan cung cấp số liệu",
    ),
}  # fmt: skip
# Names with two roles; the cells below the heading decide.
TWO_MEANINGS = {
    "Đơn vị": ("name", "unit"),
    "Chỉ tiêu": ("indicator", "ignored"),
    "Mã": ("code", "indicator_code"),
}

# Columns that hold a part of the period.
PERIOD_PARTS = {
    "year": ("Năm", "Năm báo cáo", "Năm số liệu"),
    "quarter": ("Quý", "Quý báo cáo"),
    "month": ("Tháng", "Tháng báo cáo"),
    "first": ("Từ ngày", "Ngày bắt đầu", "Ngày đầu kỳ"),
    "last": ("Đến ngày", "Ngày kết thúc", "Ngày cuối kỳ"),
}

# Labels in the block that states period, vintage and area; the answer is in the cell to the right.
STATED: dict[str, tuple[str, ...]] = {
    "period": ("Kỳ báo cáo", "Kỳ", "Kỳ số liệu"),
    "vintage": ("Mốc địa giới", "Địa giới"),
    "area": ("Địa phương báo cáo", "Mã địa phương báo cáo", "Đơn vị báo cáo", "Mã đơn vị báo cáo"),
}

# Short forms in names of indicators.
ABBREVIATIONS = {
    "TTHC": "thủ tục hành chính",
    "DVCTT": "dịch vụ công trực tuyến",
    "DVC": "dịch vụ công",
    "CNSCĐ": "công nghệ số cộng đồng",
    "CNSCD": "công nghệ số cộng đồng",
    "CĐS": "chuyển đổi số",
    "CBCCVC": "cán bộ, công chức, viên chức",
    "CBCC": "cán bộ, công chức",
    "CNTT": "công nghệ thông tin",
    "TMĐT": "thương mại điện tử",
    "HTX": "hợp tác xã",
    "ĐDĐT": "định danh điện tử",
    "HSSKĐT": "hồ sơ sức khỏe điện tử",
    "TK": "tài khoản",
    "HS": "hồ sơ",
    "DN": "doanh nghiệp",
}


def spelled_out(text: str) -> str:
    """Return a text with its short forms in full: ``Số TTHC`` becomes ``Số thủ tục hành chính``."""
    return re.sub(r"\w+", lambda found: ABBREVIATIONS.get(found[0], found[0]), text)


# Beginnings of the names of rates and of counts.
RATE_BEGINNINGS = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng")
COUNT_BEGINNINGS = ("số lượng", "tổng số", "số")
