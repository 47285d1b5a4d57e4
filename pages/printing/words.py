"""Words of the page In: the A4 page of a view, and the notes to localities."""

PRINT = "In ra giấy"
PRINT_HELP = "Mở hộp in của trình duyệt (Ctrl + P); chỉ tờ giấy dưới đây được in."
PRINTOUTS = {"view": "Tờ A4", "what_if": "Kịch bản", "notes": "Phiếu đôn đốc"}
LEVERS = "{name}: {levers}."
PRINTOUT = "Nội dung in"
PAPERS = {"portrait": "Khổ dọc", "landscape": "Khổ ngang"}
PAPER = "Khổ giấy"

# Names short enough for a frame of two centimetres.
INSETS = {"20333": "Hoàng Sa (VN)", "22736": "Trường Sa (VN)"}

SCOPE = "{area} · {level} · {day} · {kind}"
UNIT = "Đơn vị: {unit}"
MAP_NOTE = "Bản đồ: {basis}. Số trên bản đồ là số thứ tự trong bảng; nơi quá nhỏ không ghi số."
MAP_NOTE_NAMED = "Bản đồ: {basis}."
LEGEND_COLOURS = {"value": "Giá trị, {unit}", "status": "Trạng thái", "coverage": "Độ phủ"}
STATUS_COUNT = "{label}: {count}"
REPORTED = "{reported}/{total} địa phương có số liệu."
LEGEND_COUNT = "{word} ({count})"
MAP_LABEL = "{symbol} {text}"
FIRST = "Đứng đầu: {name}, {value}."
OVERVIEW = "Tình hình"
TABLE = "Số liệu từng địa phương"
HEADINGS = {
    "number": "TT",
    "short": "Địa phương",
    "value_shown": "Giá trị",
    "expected_shown": "Mức lộ trình",
    "target_shown": "Chỉ tiêu",
    "status_shown": "Trạng thái",
    "period_shown": "Kỳ số liệu",
    "shape": "",
}
CAUSES = "Nguyên nhân, đề xuất đã ghi nhận"
CAUSE = "{area}, ngày {day}: {text}."
GENERAL_CAUSE = "{about} – {area}, ngày {day}: {text}."
CAUSE_PARTS = {
    "cause": "nguyên nhân: {text}",
    "proposal": "đề xuất: {text}",
    "responsible": "trách nhiệm: {text}",
}
NO_CAUSES = "Chưa có tài liệu nào nêu nguyên nhân đối với chỉ số này ở phạm vi đang in."
NO_CAUSES_SIMULATED = "Nguyên nhân chỉ được ghi cho số liệu thật, nên không in kèm số liệu mô phỏng."
WHY = "Vì sao: {name}"
METHOD = "Cách tính"
TARGET = "Chỉ tiêu: {title}: {aim}."
STATUS_RULE = "{label}: {rule}"
NOT_ZERO = "Chưa có số liệu không phải là số 0."
SOURCES = "Nguồn"
NO_SOURCES = "chưa có số liệu nên chưa có nguồn"
AND_MORE = "{sources} và {count} nguồn khác (xem trang Nguồn số liệu)."
NOTHING_LEFT = "Không có địa phương nào trong phạm vi đang chọn. Hãy bỏ bớt bộ lọc ở trang Bản đồ rồi in lại."
PRINTED = "In ngày {day}"

SCOPE_NOTE = "{area} · {day}"
NOTE_TITLE = "Phiếu đôn đốc"
NOTE_NUMBER = "Phiếu {number}/{count}"
NOTE_OVERDUE = {
    "proposed": "Số liệu đề nghị cung cấp",
    "assigned": "Số liệu đã quá hạn báo cáo",
}
NOTE_OVERDUE_REQUEST = {
    "proposed": (
        "Lịch dưới đây là đề xuất, chưa có văn bản giao; không coi là chậm báo cáo. Đề nghị đơn vị cung cấp số liệu"
        " nếu đã có, hoặc cho biết khi nào có."
    ),
    "assigned": "Đề nghị đơn vị báo cáo các số liệu đã quá hạn theo lịch được giao.",
}
NOTE_OVERDUE_HEADINGS = {
    "proposed": ("Chỉ số", "Kỳ gần nhất đã có", "Đề xuất cung cấp từ ngày"),
    "assigned": ("Chỉ số", "Kỳ gần nhất đã có", "Quá hạn từ ngày"),
}
NOTE_NEVER = "chưa có kỳ nào"
NOTE_BEHIND = "Chỉ tiêu chậm lộ trình hoặc không đạt khi đến hạn"
NOTE_BEHIND_REQUEST = "Đề nghị đơn vị cho biết nguyên nhân, giải pháp và thời điểm dự kiến đạt."
NOTE_BEHIND_HEADINGS = (
    "Chỉ tiêu",
    "Trạng thái",
    "Số liệu",
    "Mức lộ trình",
    "Mức chỉ tiêu",
    "So với chỉ tiêu",
    "Hạn",
)
NOTE_TARGET = "{title} ({document})"
NOTE_VALUE = "{value} (kỳ đến {day})"
NOTE_FOOT = "Căn cứ: số liệu {kind}, tính đến {day}. Nguồn: {sources}"
NOTE_FOOT_NONE = "Căn cứ: số liệu {kind}, tính đến {day}."
NOTE_KINDS = {"real": "công bố, báo cáo", "simulated": "mô phỏng"}
NOTES_COUNTED = (
    "{count} phiếu, mỗi địa phương một trang A4; {silent}/{total} địa phương không có số liệu nào cần đề nghị và"
    " không có chỉ tiêu nào chậm nên không in phiếu."
)
NOTES_NONE = (
    "Không có phiếu nào để in: ở phạm vi và ngày đang xem, không địa phương nào có số liệu cần đề nghị hoặc chỉ tiêu"
    " chậm lộ trình. Hãy chọn cấp khác, ngày khác hoặc bỏ bớt bộ lọc."
)
