"""Headings of the tables that localities send: how each column is called, its first name the one we print ourselves."""

import re

# Role of a column → its names. Accents, case and what stands in brackets make no difference.
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
    "period": ("Kỳ", "Kỳ báo cáo", "Kỳ số liệu", "Thời gian", "Thời điểm", "Tháng", "Quý", "Năm", "Ngày số liệu"),
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
# Names that stand for one role or another; what stands under them decides.
TWO_MEANINGS = {
    "Đơn vị": ("name", "unit"),
    "Chỉ tiêu": ("indicator", "ignored"),
    "Mã": ("code", "indicator_code"),
}

# The block in which a workbook says whose figures of which period it holds: what stands left of the answer.
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
    """Write short forms in full: ``Số TTHC`` becomes ``Số thủ tục hành chính``."""
    return re.sub(r"\w+", lambda found: ABBREVIATIONS.get(found[0], found[0]), text)


# Beginnings that tell a rate from a count.
RATE_BEGINNINGS = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng")
COUNT_BEGINNINGS = ("số lượng", "tổng số", "số")
COUNT_MARK = "số lượng"

# Other names of indicators, as reports and plans write them.
ALIASES: dict[str, tuple[str, ...]] = {
    "online_dossier_share": (
        "Tỷ lệ hồ sơ trực tuyến",
        "Tỷ lệ hồ sơ nộp trực tuyến",
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến",
        "Tỷ lệ hồ sơ TTHC nộp trực tuyến",
    ),
    "online_dossier_share_full": (
        "Tỷ lệ hồ sơ trực tuyến toàn trình",
        "Tỷ lệ hồ sơ trực tuyến – DVC toàn trình",
        "Tỷ lệ hồ sơ DVCTT toàn trình",
    ),
    "procedures_online": (
        "TTHC cung cấp trực tuyến",
        "Số TTHC cung cấp trực tuyến",
        "Thủ tục hành chính trực tuyến",
    ),
    "procedures_full_online": (
        "TTHC trực tuyến toàn trình",
        "TTHC toàn trình",
        "Số TTHC cung cấp DVCTT toàn trình",
    ),
    "work_files_online": (
        "Hồ sơ công việc xử lý trên môi trường mạng",
        "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng",
        "Hồ sơ công việc được xử lý trên môi trường mạng",
    ),
    "feedback_resolved_share": (
        "Phản ánh đã giải quyết",
        "Tỷ lệ phản ánh, kiến nghị được giải quyết",
        "Tỷ lệ giải quyết phản ánh, kiến nghị",
    ),
    "digital_data_share": ("Tỷ lệ dữ liệu số trong từng ngành, lĩnh vực", "Tỷ lệ dữ liệu số"),
    "villages_with_team_share": (
        "Tỷ lệ thôn, khu phố có tổ công nghệ số cộng đồng",
        "Thôn, khu phố có Tổ CNSCĐ",
        "Thôn, bản có tổ công nghệ số cộng đồng",
    ),
    "digital_teams": (
        "Tổ công nghệ số cộng đồng cấp thôn, khu phố",
        "Tổ CNSCĐ cấp thôn",
        "Số Tổ công nghệ số cộng đồng (cấp thôn, khu phố)",
    ),
    "digital_team_members": ("Thành viên tổ CNSCĐ cấp thôn", "Thành viên tổ cấp thôn"),
    "staff_it_skill_share": (
        "Tỷ lệ CBCCVC có kỹ năng tin học căn bản",
        "CBCCVC có kỹ năng tin học căn bản",
        "Cán bộ, công chức, viên chức có kỹ năng tin học căn bản",
    ),
    "personal_signature_share": (
        "Tỷ lệ cán bộ, công chức sử dụng chữ ký số cá nhân",
        "Cán bộ, công chức dùng chữ ký số cá nhân",
        "Tỷ lệ CBCC có chữ ký số cá nhân",
    ),
    "fibre_household_share": (
        "Hộ gia đình phủ cáp quang",
        "Hộ gia đình có khả năng tiếp cận cáp quang",
        "Hộ gia đình được phủ mạng băng rộng cáp quang",
        "Hộ gia đình phủ mạng băng rộng cáp quang",
    ),
    "payment_account_share": (
        "Dân số từ 15 tuổi có tài khoản thanh toán",
        "Người từ 15 tuổi trở lên có tài khoản thanh toán",
        "Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản thanh toán",
    ),
    "smartphone_share": (
        "Dân số trưởng thành có điện thoại thông minh",
        "Người dân dùng điện thoại thông minh",
        "Tỷ lệ người trưởng thành dùng điện thoại thông minh",
    ),
    "eid_activation_share": (
        "Kích hoạt định danh điện tử",
        "Tài khoản định danh điện tử được kích hoạt",
        "Tỷ lệ kích hoạt tài khoản định danh điện tử",
    ),
    "ehealth_record_share": ("Hồ sơ sức khỏe điện tử", "Tỷ lệ người dân có hồ sơ sức khỏe điện tử", "HSSKĐT"),
    "digital_economy_share": ("Kinh tế số / GRDP", "Tỷ trọng kinh tế số trong GRDP", "Kinh tế số/GRDP"),
    "enterprises_on_platforms_share": (
        "DN, HTX, hộ kinh doanh sử dụng nền tảng CĐS",
        "Doanh nghiệp, hợp tác xã, hộ kinh doanh dùng nền tảng số",
        "Tỷ lệ cơ sở kinh doanh sử dụng nền tảng số",
    ),
    "study_classes": ("Lớp học tập, quán triệt Nghị quyết 10",),
    "study_participants": ("Người tham gia học tập, quán triệt Nghị quyết 10",),
    "online_dossiers": ("Số hồ sơ trực tuyến", "Hồ sơ tiếp nhận trực tuyến"),
    "procedures_total": ("Tổng số TTHC", "Tổng số thủ tục"),
}

# Beginnings of headings that go on: "Kế hoạch năm 2025", "So với cùng kỳ".
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "ignored": ("kế hoạch", "mục tiêu", "chỉ tiêu giao", "so với", "tăng", "giảm", "ước thực hiện cả"),
    "previous": ("cùng kỳ", "kỳ trước", "năm trước", "quý trước", "tháng trước"),
    "value": ("thực hiện", "kết quả", "số liệu"),
}
