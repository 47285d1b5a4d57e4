"""Words of headings and titles beside the names that they give: what kind of figure stands below, and of when.

Accents and case are ignored. A word that stands in none of these lists is not understood.
"""

from wording.pillars import NAMES

# Kind of the figures of a column → the phrases that say so.
COLUMN_KINDS: dict[str, tuple[str, ...]] = {
    "actual": (
        "thực hiện", "TH", "kết quả", "kết quả thực hiện", "kết quả đạt được", "số liệu", "số thực hiện", "đạt", "đạt được",
        "giá trị", "thực tế", "kỳ này", "trong kỳ", "trị số", "đã thực hiện", "hiện có", "đến nay", "số liệu kỳ này", "báo cáo",
        "số liệu báo cáo", "thực hiện trong kỳ", "số liệu thực hiện", "kết quả báo cáo", "đã đạt", "số đạt được", "kỳ báo cáo",
        "số liệu thực tế", "mức đạt", "mức đạt được", "thực đạt",
    ),
    "plan": (
        "kế hoạch", "KH", "chỉ tiêu", "CT", "chỉ tiêu giao", "mục tiêu", "nghị quyết", "NQ", "giao", "được giao", "tỉnh giao",
        "huyện giao", "trung ương giao", "phấn đấu", "đề ra", "định mức", "đăng ký", "cần đạt", "phải đạt", "yêu cầu", "lộ trình",
        "mốc", "quyết định giao", "chỉ tiêu kế hoạch", "kế hoạch giao", "theo kế hoạch", "theo nghị quyết", "theo lộ trình",
        "mức cần đạt", "mức phải đạt", "kế hoạch năm", "KH năm", "kế hoạch cả năm", "KH cả năm", "chỉ tiêu năm", "mục tiêu năm", "CT năm", "chương trình", "đề án", "chỉ tiêu được giao", "dự toán", "mức giao", "số giao",
    ),
    "comparison": (
        "so với", "so sánh", "tăng", "giảm", "tăng giảm", "tăng trưởng", "chênh lệch", "hoàn thành", "tỷ lệ hoàn thành", "mức độ hoàn thành",
        "biến động", "thay đổi", "tốc độ", "tốc độ tăng", "đạt so với", "tỷ lệ đạt", "tỷ lệ % đạt", "% đạt", "đạt %", "tỷ lệ thực hiện",
        "% thực hiện", "% hoàn thành", "tỷ lệ % hoàn thành", "tỷ lệ % thực hiện", "% đạt được", "còn thiếu", "thiếu", "vượt", "chưa đạt",
        "đạt tỷ lệ", "tỷ trọng so với", "% so với", "tỷ lệ so với", "tỷ lệ % so với", "+/-", "± %", "±", "%TH", "TH %", "tỷ lệ đạt được",
    ),
    "previous": (
        "cùng kỳ", "năm trước", "kỳ trước", "quý trước", "tháng trước", "năm ngoái", "đầu kỳ", "đầu năm", "kỳ trước liền kề",
        "số liệu kỳ trước", "thực hiện kỳ trước", "số đầu kỳ", "số liệu đã có", "cùng kỳ năm trước", "cùng kỳ năm ngoái",
        "năm trước liền kề", "kỳ gốc", "năm gốc", "thực hiện năm trước", "xuất phát điểm",
    ),
    "estimate": (
        "ước", "ước thực hiện", "ƯTH", "ước TH", "ước đạt", "ước tính", "dự kiến", "dự báo", "tạm tính", "sơ bộ", "ước cả năm",
        "dự kiến cả năm", "cả năm ước", "khả năng", "khả năng đạt", "khả năng thực hiện", "ước kết quả",
    ),
    "cumulative": ("lũy kế", "luỹ kế", "cộng dồn", "lũy kế từ đầu năm", "từ đầu năm", "lũy kế đến nay", "LK"),
    "score": (
        "điểm", "điểm số", "số điểm", "điểm tối đa", "điểm chuẩn", "điểm tự chấm", "điểm đạt", "điểm đạt được", "điểm tự đánh giá",
        "điểm thẩm định", "kết quả đánh giá", "đánh giá", "tự đánh giá", "kết quả xếp loại", "nhận xét", "xếp hạng", "thứ hạng", "hạng", "xếp thứ", "xếp loại", "trọng số", "thang điểm", "vị thứ",
    ),
    "total": ("toàn tỉnh", "toàn huyện", "toàn xã", "tổng cộng", "cộng", "toàn thị xã", "toàn thành phố"),
}  # fmt: skip
# Words that join the others and say nothing of their own.
FILLERS = (
    "của", "trong", "được", "là", "tại", "theo", "về", "số liệu của", "tính", "tính đến", "đến", "đến hết", "hết", "kỳ", "thời điểm", "cột",
    "năm nay", "ở", "với", "liệu", "đơn vị tính", "ĐVT", "đơn vị", "tính bằng", "tính theo", "ngày", "do", "địa phương",
)  # fmt: skip
# Headings over several columns that only group them.
GROUPS = (
    *NAMES.values(), "các chỉ tiêu", "các chỉ số", "chỉ tiêu", "chỉ số", "nội dung", "trụ cột", "lĩnh vực", "nhóm chỉ tiêu",
    "các chỉ tiêu chuyển đổi số", "chỉ tiêu chuyển đổi số", "kết quả chuyển đổi số", "chuyển đổi số", "tên chỉ tiêu", "trong đó",
    "nhóm chỉ số", "chỉ tiêu về", "chỉ số về", "nội dung chỉ tiêu", "phát triển", "địa phương", "đơn vị", "kết quả theo địa phương",
    "huyện, thị xã, thành phố", "xã, phường, thị trấn", "các huyện", "các xã", "an toàn thông tin", "số liệu chuyển đổi số", "hạ tầng", "nhân lực",
)  # fmt: skip
# A word beside an indicator's name that says whether a rate or a count stands below.
RATE_WORDS = ("tỷ lệ", "tỉ lệ", "tỷ lệ %", "tỉ lệ %", "%", "tỷ trọng", "phần trăm", "tỷ lệ phần trăm", "(%)")
COUNT_WORDS = ("số lượng", "số", "tổng số", "SL", "số lượng đạt", "số đã đạt")

# What the figures of a column are where they are not actual figures, as a message says it.
ASIDE = {
    "plan": "số kế hoạch, chỉ tiêu được giao",
    "comparison": "số so sánh",
    "previous": "số liệu của kỳ trước",
    "estimate": "số ước, dự kiến",
    "cumulative": "số lũy kế",
    "score": "điểm hoặc thứ hạng",
    "total": "số tổng cộng",
}

# The nearest of these words before a period in a title says what the title reports on that period.
TITLE_ACTUAL = (
    "kết quả", "tình hình", "thực hiện", "báo cáo", "tổng kết", "sơ kết", "đánh giá", "số liệu", "biểu", "công tác", "tổng hợp",
    "thực hiện kế hoạch", "thực hiện các kế hoạch", "thực hiện nhiệm vụ", "thực hiện các nhiệm vụ", "thực hiện chỉ tiêu",
    "thực hiện các chỉ tiêu", "thực hiện mục tiêu", "thực hiện các mục tiêu", "thực hiện chỉ tiêu, nhiệm vụ",
    "thực hiện các chỉ tiêu, nhiệm vụ", "thực hiện nhiệm vụ, chỉ tiêu", "thực hiện các mục tiêu, nhiệm vụ", "thực hiện KH",
    "thực hiện nghị quyết", "thực hiện chương trình", "thực hiện đề án", "kỳ báo cáo", "thống kê", "kỳ",
)  # fmt: skip
TITLE_PLAN = (
    "nhiệm vụ", "phương hướng", "định hướng", "kế hoạch", "mục tiêu", "giải pháp", "chỉ tiêu giao", "chỉ tiêu kế hoạch", "giao chỉ tiêu",
    "chỉ tiêu phấn đấu", "phấn đấu", "lộ trình", "đăng ký", "kế hoạch thực hiện", "nhiệm vụ thực hiện",
)  # fmt: skip
TITLE_OTHER = (
    "so với", "cùng kỳ", "ước", "ước thực hiện", "dự kiến", "dự báo", "dự kiến kết quả", "ước kết quả", "dự báo kết quả", "dự kiến thực hiện",
    "dự kiến kết quả thực hiện", "ước kết quả thực hiện", "dự kiến số liệu", "ước số liệu", "kỳ trước", "năm trước", "ước tính", "trước", "nhiệm kỳ", "năm học",
)  # fmt: skip
# The words before a day up to which the figures hold.
UNTIL_WORDS = ("đến", "tính đến", "tại", "thời điểm", "hết", "đến hết", "tính tới", "tới", "chốt")

# Words by which a line names the unit of all figures below it.
STRICT_UNIT_LABELS = ("đơn vị tính", "ĐVT", "ĐV tính")  # of units and of nothing else
UNIT_LABELS = ("đơn vị tính", "ĐVT", "đơn vị", "ĐV tính", "đv")
# A line or a cell that ends a table: who signed, where the report goes.
CLOSING = (
    "nơi nhận", "người lập", "người lập biểu", "lập biểu", "người tổng hợp", "người báo cáo", "thủ trưởng", "TM.", "KT.", "TL.", "TUQ.",
    "chủ tịch", "phó chủ tịch", "chánh văn phòng", "trưởng phòng", "phó trưởng phòng", "giám đốc", "phó giám đốc", "ký tên", "đã ký", "ký, đóng dấu",
    "ký, ghi rõ họ tên", "xác nhận", "xác nhận của", "thay mặt", "lãnh đạo", "lãnh đạo đơn vị", "kế toán", "ủy ban nhân dân", "người kiểm tra",
    "cán bộ tổng hợp", "công chức", "người duyệt", "phụ trách",
)  # fmt: skip
# Words of a note below a table that make a figure doubtful.
DOUBTFUL_NOTES = (
    "ước", "dự kiến", "tạm tính", "sơ bộ", "kế hoạch", "kỳ trước", "năm trước", "quý trước", "tháng trước", "cùng kỳ", "chưa chính thức",
    "chưa đầy đủ", "số liệu năm", "số liệu quý", "số liệu tháng", "lũy kế", "ước tính",
)  # fmt: skip
