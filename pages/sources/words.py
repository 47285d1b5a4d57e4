"""Words of the page Nguồn số liệu: figures and their sources, coverage, contradictions."""

PART = "Mục"
PARTS = {
    "observations": "Số liệu",
    "documents": "Nguồn và văn bản",
    "coverage": "Độ phủ số liệu",
    "checks": "Kiểm tra",
    "method": "Phương pháp",
    "glossary": "Thuật ngữ",
}

# Every observation.
SCOPE = "Phạm vi"
SCOPES = {"province": "Địa bàn đang chọn", "all": "Tất cả"}
SEARCH = "Tìm, có dấu hoặc không"
MEASURES = "Mọi chỉ số"
LOCALITY = "Mọi địa phương"
SOURCES = "Mọi nguồn"
ORIGIN = "Mọi cách nhập"
YEARS = "Mọi năm"
PAGE = "Trang"
PAGE_OF = "Dòng {first}–{last}"
NO_SUCH_PAGE = "Bảng không có trang {page}; đang xem trang cuối, trang {last}."
BASES = {"stated": "nguồn nêu", "inferred": "suy ra"}
PREFERRED = {True: "số liệu chính", False: "nguồn khác"}
COUNTED = "**{kept}/{total} số liệu** · {inferred} có kỳ suy ra · {other} từ nguồn khác"
COUNTED_SIMULATED = "{kept}/{total} dòng mô phỏng của địa bàn đang chọn"
UNTIL = "Chỉ gồm kỳ kết thúc đến ngày {day}, vì ngày xem được chọn."
NOTHING = (
    "Không có số liệu nào khớp với bộ lọc. Hãy bỏ bớt điều kiện; nếu cần số liệu ngoài địa bàn đang chọn,"
    " chọn phạm vi “Tất cả”."
)
NO_FIGURES = (
    "Địa bàn và mốc địa giới này chưa có số liệu nào. Hãy chọn phạm vi “Tất cả” hoặc mốc địa giới khác."
)
LEDGER_TITLE = "Số liệu và nguồn"
LEDGER = {
    "place": "Địa phương",
    "name_vi": "Chỉ số",
    "shown": "Giá trị theo nguồn",
    "value": "Giá trị",
    "unit": "Đơn vị",
    "value_basis_shown": "Căn cứ giá trị",
    "period_start": "Từ ngày",
    "period_end": "Đến ngày",
    "basis_shown": "Kỳ",
    "preferred_shown": "Dùng làm",
    "origin_shown": "Cách nhập",
    "source_title": "Nguồn",
    "recorded_on": "Ngày ghi",
    "note": "Ghi chú",
    "vintage_shown": "Mốc địa giới",
}

# Sources and documents.
SOURCES_HEADING = "{count} nguồn, {figures} số liệu"
SOURCES_TITLE = "Nguồn số liệu"
SOURCES_NOTE = "Số số liệu tính trên tất cả các tỉnh; nguồn không mang số liệu nào vẫn có thể dẫn cho văn bản, chỉ tiêu hoặc danh mục."
SOURCE_HEADINGS = {
    "title": "Tên",
    "publisher": "Nơi đăng",
    "date": "Ngày đăng",
    "address": "Địa chỉ",
    "figures": "Số số liệu",
    "targets": "Số chỉ tiêu",
    "note": "Ghi chú",
}
DOCUMENTS_HEADING = "{count} văn bản, {aimed} văn bản có chỉ tiêu"
DOCUMENTS_TITLE = "Văn bản"
DOCUMENTS_NOTE = "Ô trống là chưa biết, không phải không có."
KINDS = {
    "resolution": "nghị quyết",
    "plan": "kế hoạch",
    "decision": "quyết định",
    "programme": "chương trình, đề án",
    "index": "bộ chỉ số",
}
DOCUMENT_HEADINGS = {
    "number": "Số, ký hiệu",
    "kind_shown": "Loại",
    "title": "Trích yếu",
    "issuer": "Nơi ban hành",
    "area": "Địa bàn",
    "date": "Ngày ban hành",
    "in_force_from": "Hiệu lực từ",
    "in_force_to": "Hiệu lực đến",
    "superseded_shown": "Thay bằng",
    "implements_shown": "Thực hiện",
    "targets": "Số chỉ tiêu",
    "source_title": "Nguồn",
    "note": "Ghi chú",
}

# Coverage.
COVERAGE_FINDING = "**{reported}/{due} số liệu phải nộp đã có** · {level} · tính đến ngày {day}"
COVERAGE_PROPOSED = "**{reported}/{due} số liệu đã có so với lịch đề xuất** · {level} · tính đến ngày {day}"
COVERAGE_SIMULATED = "Độ phủ số liệu mô phỏng · {level} · tính đến ngày {day}"
PROPOSED = (
    "Tất cả là **lịch đề xuất** theo nhịp họp hằng quý của Ban Chỉ đạo: chưa có văn bản giao ai nộp số liệu nào,"
    " nên không ai bị coi là chậm."
)
PROPOSED_SIMULATED = "Lịch nộp hằng tháng của bộ số liệu mô phỏng; không phải nghĩa vụ của địa phương nào."
PROPOSED_SOME = "{count}/{total} nghĩa vụ mới là **lịch đề xuất**, chưa có văn bản giao; không ai bị coi là chậm vì lịch đề xuất."
NO_OBLIGATIONS = (
    "Ở cấp, mốc địa giới và ngày này chưa ai phải nộp chỉ số chính nào. Hãy chọn cấp khác hoặc ngày khác."
)
CELL_KINDS = {
    "reported": "đã báo cáo",
    "not_reported_yet": "chưa đến hạn báo cáo",
    "late": "chậm báo cáo",
    "late_proposed": "chưa có theo lịch đề xuất",
    "not_applicable": "không áp dụng",
    "boundary_changed": "địa giới thay đổi",
    "not_asked": "không phải nộp",
}
LEGEND = "{word}: {count}"
CELL_LAST = "{word}; kỳ gần nhất đến {last}"
MATRIX_ALT = "Ma trận độ phủ: {places} địa phương, {indicators} chỉ số chính."
PLACE = "Địa phương"
TOTAL = "Đã có"
ALL_PLACES = "Cộng"
LATE_HEADING = "Ai còn thiếu số liệu gì, từ khi nào"
LATE_TITLE = "Số liệu còn thiếu"
LATE_NONE = "Không còn số liệu nào quá hạn ở cấp này."
LATE = {
    "place": "Địa phương",
    "name_vi": "Chỉ số",
    "basis_shown": "Căn cứ",
    "late_since": "Thiếu từ ngày",
    "last_period": "Kỳ gần nhất đã có",
    "reported": "Số kỳ đã có",
    "due": "Số kỳ đến hạn",
    "next_due": "Hạn tiếp theo",
}
OBLIGATION_BASES = {"assigned": "được giao", "proposed": "lịch đề xuất"}

# Checks.
CHECKS_NONE = "Không phát hiện chỗ nào không khớp."
CHECKS_HEADING = "{errors} chỗ không khớp, {notes} lưu ý trong số liệu"
CHECKS_HEADING_SIMULATED = "Kiểm tra số liệu mô phỏng"
CHECKS_NOTE = "Số liệu được giữ đúng như nguồn ghi, không sửa. Mỗi dòng nêu chỗ nguồn tự mâu thuẫn hoặc các nguồn khác nhau."
CHECK_KINDS = {
    "sum_mismatch": "tổng khác cộng các phần",
    "part_over_whole": "phần lớn hơn tổng",
    "rate_mismatch": "tỷ lệ khác tử số chia mẫu số",
    "rate_truncated": "tỷ lệ cắt bớt, không làm tròn",
    "parts_differ": "tử số, mẫu số khác số liệu riêng",
    "sources_differ": "các nguồn ghi khác nhau",
    "out_of_bounds": "ngoài giới hạn của chỉ số",
    "cumulative_falls": "số lũy kế giảm",
}
SEVERITIES = {"error": "✖ không khớp", "note": "ℹ lưu ý"}
CHECKS_TITLE = "Chỗ không khớp trong số liệu"
CHECKS = {
    "severity_shown": "Mức",
    "kind_shown": "Loại",
    "place": "Địa phương",
    "name_vi": "Chỉ số",
    "period_end": "Kỳ đến",
    "message": "Nội dung",
    "stated_shown": "Nguồn ghi",
    "computed_shown": "Tính lại",
    "difference_shown": "Lệch",
    "stated": "Nguồn ghi (số)",
    "computed": "Tính lại (số)",
    "difference": "Lệch (số)",
    "source_titles": "Nguồn",
}
TALLIES_HEADING = "{count} chỗ không khớp trong số đếm chỉ tiêu"
TALLIES_TITLE = "Số đếm chỉ tiêu không khớp"
TALLIES = {
    "number": "Văn bản",
    "as_of": "Tính đến",
    "message": "Nội dung",
    "stated_shown": "Nguồn ghi",
    "computed_shown": "Tính lại",
    "difference_shown": "Lệch",
    "stated": "Nguồn ghi (số)",
    "computed": "Tính lại (số)",
    "difference": "Lệch (số)",
    "source_titles": "Nguồn",
}
CONFLICTS_HEADING = "{count} chỉ tiêu được các văn bản đặt mức khác nhau"
CONFLICTS_TITLE = "Chỉ tiêu đặt mức khác nhau"
CONFLICTS = {
    "place": "Địa phương",
    "message": "Nội dung",
    "deadline": "Hạn",
    "numbers": "Văn bản",
}
WARNINGS_HEADING = "{count} điều cần xem lại trong bảng (vẫn nạp được)"
WARNINGS_TITLE = "Điều cần xem lại trong bảng"
WARNINGS = {
    "file": "Tệp",
    "row": "Dòng",
    "column": "Cột",
    "expected": "Cần có",
    "found": "Đang ghi",
    "message": "Cách sửa",
}
MATCHES_HEADING = "{whole}/{count} quan hệ giữa các bảng khớp đủ"
MATCHES_TITLE = "Quan hệ giữa các bảng"
MATCHES = {
    "table": "Bảng",
    "columns": "Cột",
    "to": "Trỏ đến",
    "matched": "Số dòng khớp",
    "total": "Số dòng có trỏ",
    "used": "Số dòng được trỏ đến",
    "available": "Số dòng của bảng kia",
}
