"""Words of the page Tổng quan: the sentences read aloud, the cards of documents, the three lists."""

UNITS = "đơn vị {level}"

# Read aloud: how many targets are met, as a source reports it.
TALLY_SOME = (
    "Đến {day}, {province} đã đạt {met}/{total} chỉ tiêu của {document}; còn {remaining} chỉ tiêu chưa đạt."
)
TALLY_MET = "Đến {day}, {province} đã đạt {met}/{total} chỉ tiêu của {document}."
TALLY_ALL = "Đến {day}, {province} đã đạt cả {total} chỉ tiêu của {document}."
TALLY_NONE = "Đến {day}, {province} chưa đạt chỉ tiêu nào trong {total} chỉ tiêu của {document}."
TALLY_ONLY_MET = "Đến {day}, {province} đã đạt chỉ tiêu duy nhất của {document}."
TALLY_ONLY_NOT_MET = "Đến {day}, {province} chưa đạt chỉ tiêu duy nhất của {document}."
TALLY_TOTAL = "{document} của {province} có {total} chỉ tiêu; nguồn không nêu số chỉ tiêu đã đạt."
TALLY_FORMER = "{document} của {former} cũ, đạt {met}/{total} chỉ tiêu ngày {day}, nay chỉ để tham chiếu."
NOT_ASSIGNED = "Từ 1/7/2025, {province} chưa có văn bản giao chỉ tiêu trong bảng số liệu."
NO_TALLY = "Chưa có nguồn nào công bố số chỉ tiêu đã đạt của {province} đến ngày {day}."

# Read aloud: what is known of the places.
PLACES_SOME = "Đến {day}, trong {total} {units}, {reported} nơi có số liệu, {missing} nơi chưa có; {judged}."
PLACES_ALL = "Đến {day}, cả {total} {units} đều có số liệu; {judged}."
PLACES_NONE = "Đến {day}, trong {total} {units}, chưa nơi nào có số liệu của chỉ số chính."
JUDGED_NONE = "chưa nơi nào đánh giá được"
JUDGED_NO_BEHIND = "trong {judged} nơi đánh giá được, không nơi nào chậm"
JUDGED_BEHIND = "trong {judged} nơi đánh giá được, {behind} nơi có chỉ tiêu chậm lộ trình hoặc không đạt"
# Read aloud where no source reports a count: our own count of the targets.
TARGETS_KNOWN = "Trong {total} chỉ tiêu đã có nội dung của {province}, {judged} chỉ tiêu đủ số liệu để đánh giá, {met} chỉ tiêu đạt."
TARGETS_UNJUDGED = "Trong {total} chỉ tiêu đã có nội dung của {province}, chưa chỉ tiêu nào đủ số liệu mới để kết luận đạt hay chậm."

# Printed under the sentences.
SOURCE_OF = "Theo {source}."
SOURCE_NOTED = "Theo {source}. {note}."
OTHER_REMAINING = (
    "Nguồn khác, {source}: đạt {met}/{total}, còn {remaining} = {not_measurable} chưa có phương pháp đánh giá"
    " + {expected} dự kiến đạt + {hard} khó đạt."
)
OTHER_MET = "Nguồn khác, {source}: đạt {met}/{total}."
OTHER_TOTAL = "Nguồn khác, {source}: tổng số {total} chỉ tiêu, không nêu số đã đạt."
CHECK = "Kiểm tra: {message}"
TALLY_STALE = "Số đếm này đã cũ hơn 12 tháng so với ngày xem."
STALE_SOME = "Trong {reported} nơi có số liệu, {stale} nơi chỉ có số liệu cũ hơn 12 tháng."
STALE_ALL = "Tất cả {reported} nơi có số liệu đều chỉ có số liệu cũ hơn 12 tháng."
STALE_ONE = "Nơi duy nhất có số liệu chỉ có số liệu cũ hơn 12 tháng."

SIMULATED = (
    "Số liệu mô phỏng để dùng thử, không phải của địa phương nào: không có câu kết luận để đọc."
    " Các thẻ và danh sách dưới đây chỉ minh họa."
)

SOURCES = "Nguồn"
METHOD = """
**Số chỉ tiêu đạt** ghi đúng như nguồn báo cáo, không suy ra từ số liệu khác.

**Nơi đã có số liệu** là nơi có ít nhất một chỉ số chính có giá trị đến ngày xem; số liệu cũ hơn 12 tháng được đếm nhưng không dùng để đánh giá.

**Một lượt** là một chỉ tiêu ở một nơi. Danh sách chậm nhất xếp theo phần còn thiếu so với mức chỉ tiêu; danh sách tiến bộ nhất xếp theo mức tăng quy về một năm, chỉ gồm các tỷ lệ phần trăm.

Nguồn của từng số liệu ở bảng cuối trang và ở trang Nguồn số liệu.
"""
TALLY_TITLE = "Số chỉ tiêu đạt theo từng nguồn"
TALLY_HEADINGS = {
    "document": "Văn bản",
    "as_of_shown": "Ngày",
    "total": "Tổng số",
    "met": "Đạt",
    "remaining": "Còn lại",
    "source_shown": "Nguồn",
    "note": "Ghi chú",
    "check": "Kiểm tra",
}

# The cards.
ISSUED = "ban hành {day}"
ISSUED_UNKNOWN = "chưa rõ ngày ban hành"
IN_FORCE = "áp dụng đến {day}"
ENDED = "đã hết hạn áp dụng {day}"
META = "{issued} · {force}"
FORMER = "văn bản của tỉnh cũ, chỉ để tham chiếu"
CARD_MET = "{met}/{total} đạt"
CARD_TOTAL = "{total} chỉ tiêu"
CARD_SOURCE = "{publisher}, {day}"
CARD_REMAINING = "còn {remaining} · {publisher}, {day}"
CARD_REMAINING_PARTS = (
    "còn {remaining} ({not_measurable} chưa có phương pháp, {expected} dự kiến đạt, {hard} khó đạt)"
    " · {publisher}, {day}"
)
CARD_NO_MET = "không nêu số đạt · {publisher}, {day}"
CARD_CHECK = "nguồn không khớp"
STRIP_POOLED = "Đánh giá theo số liệu đã có: {targets} chỉ tiêu"
STRIP_EACH = "Giao cho từng đơn vị: {targets} chỉ tiêu, {count} lượt"
STRIP_REFERENCE = "So với mốc tham chiếu, không phải đánh giá: {targets} mốc, {count} lượt"
STRIP_EMPTY = "Chưa có danh sách chỉ tiêu của văn bản này."
RANK = "Mục tiêu thứ hạng, tính riêng: {title} – {status}"
RANK_APART = "Không thuộc {total} chỉ tiêu: {title} – {status}"
STRIP_PART = "{count} {word}"
NO_CARDS = (
    "Chưa có văn bản nào giao chỉ tiêu trong bảng số liệu cho phạm vi này."
    " Bổ sung tại bảng resolutions, targets."
)
NATIONAL = {
    "country": "Các tỉnh so với mốc quốc gia, chỉ để tham chiếu: {documents}.",
    "province": "Mốc quốc gia, chỉ để tham chiếu: {documents}.",
}
NATIONAL_DOCUMENT = "{number}: {targets} mốc"
NATIONAL_COMPARED = (
    "{number}: {targets} mốc (trong số liệu đã có, {above} lượt trên mốc, {below} lượt dưới mốc)"
)

# The lists.
BEHIND = "Chậm nhất"
BEHIND_COUNT = "Chậm nhất: {shown}/{total} lượt"
IMPROVED = "Tiến bộ nhất"
UNREPORTED = "Còn thiếu số liệu"
UNREPORTED_COUNT = "Còn thiếu số liệu: {shown}/{total} nơi"
SEE_ALL = "Xem tất cả"
LIST_HEADING = "##### {heading}"
LIST_NOTE = ":small[{text}]"
LIST_BELOW = "**{heading}**"
SHORT = "kém {apart}"
GAINED = "tăng {apart}"
LOST = "giảm {apart}"
BEHIND_VALUE = "{value} so với mức {line}; số liệu đến {day}, {publisher}"
CAUSE = "Nguyên nhân: {cause}"
CAUSE_UNKNOWN = "Chưa nêu nguyên nhân"
RESPONSIBLE = "Trách nhiệm: {responsible}"
RESPONSIBLE_UNKNOWN = "Chưa rõ cơ quan chịu trách nhiệm"
REASON_UNKNOWN = "Chưa nêu nguyên nhân, cơ quan chịu trách nhiệm"
REPORTED_ON = "Theo {source}, {day}"
PROPOSED = (
    "Chỉ số có số liệu đúng kỳ, trên số đến hạn theo lịch đề xuất từ {day}; lịch chưa giao chính thức"
    " nên không nơi nào bị coi là chậm."
)
SINCE_ASSIGNED = "chậm báo cáo từ {day}"
FIGURES_DUE = "{text} chỉ số"
SOURCE = "Nguồn: {publisher}"

BEHIND_EMPTY = "Chưa đủ căn cứ để kết luận nơi nào chậm: {rest}."
BEHIND_EMPTY_SOME = "Không lượt nào chậm trong {judged} lượt đánh giá được. Còn lại: {rest}."
BEHIND_REST = {
    "no_data": "{count} lượt chưa có số liệu",
    "text_unknown": "{count} chỉ tiêu chưa có văn bản",
    "stale": "{count} lượt chỉ có số liệu cũ",
    "open": "{count} lượt chưa đủ căn cứ so sánh",
    "not_measurable": "{count} lượt chưa có phương pháp đánh giá",
}
BEHIND_EMPTY_GOOD = "Không có lượt nào chậm lộ trình trong {judged} lượt đã đánh giá."
BEHIND_EMPTY_UNASSIGNED = "Chưa có văn bản nào giao chỉ tiêu cho các địa phương này nên không ai bị coi là chậm; chỉ có mốc tham chiếu."
DIFFICULTIES = "Khó khăn nguồn đã nêu"
IMPROVED_EMPTY = (
    "Chưa so sánh được: {one_observation} số liệu mới có một kỳ, {inexact} số liệu không có con số chính xác."
    " Cần ít nhất hai kỳ cùng cách tính, kỳ mới không quá 12 tháng."
)
IMPROVED_EMPTY_NOTHING = "Chưa có số liệu nào đến ngày xem nên chưa so sánh được."
UNREPORTED_EMPTY = "Mọi số liệu đến hạn đã có."
UNREPORTED_EMPTY_NOT_DUE = "Chưa có số liệu nào đến hạn vào ngày xem, nên chưa nơi nào bị coi là thiếu."

# The small map.
MAP_STATUS = "Chỉ tiêu được giao"
MAP_STATUS_UNIT = "chỉ tiêu đạt, trên số được giao"
MAP_COVERAGE = "Chỉ số có số liệu đúng kỳ"
MAP_COVERAGE_UNIT = "chỉ số, trên số đến hạn"
MAP_ALT = "Bản đồ nhỏ {province}: {title}; {classes}."
MAP_CLASS = "{count} nơi {word}"
MAP_CLASSES = ("dưới một nửa", "từ một nửa trở lên", "đủ")
MAP_MET = "{met}/{total}"
NOTHING_CHOSEN = "Chọn một nơi trên bản đồ hoặc trong danh sách."
OPEN_MAP = "Mở bản đồ"
OPEN_PLACE = "Mở {name}"

# The table at the foot of the page.
TABLE = "Chỉ tiêu và trạng thái tính đến ngày {day}"
WHOLE_AREA = "toàn địa bàn"
EACH_UNIT = "từng đơn vị ({count})"
TABLE_STATUS = "{count} {status}"
TABLE_HEADINGS = {
    "number": "Văn bản",
    "title": "Chỉ tiêu",
    "scope_shown": "Phạm vi",
    "aim": "Mức chỉ tiêu",
    "deadline_shown": "Hạn",
    "value_shown": "Số liệu",
    "period_shown": "Kỳ số liệu",
    "status_shown": "Trạng thái",
    "lead_agency": "Cơ quan chủ trì",
    "source_shown": "Nguồn số liệu",
}

# The link to the page of changes.
LINK = "{since}: {improved} tiến bộ, {worsened} sụt giảm, {reported} mới báo cáo"
LINK_SIMULATED = "Xem thay đổi {since} đến {day}"

_TYPE_WORDS = ("Tỉnh ", "Thành phố ", "Thị xã ", "Huyện ", "Phường ", "Xã ", "Thị trấn ", "Đặc khu ", "Cả ")


def in_sentence(name: str) -> str:
    """Return a locality's name as it stands inside a sentence: its type word begins with a small letter.

    Examples
    --------
    >>> in_sentence("Tỉnh Bình Thuận")
    'tỉnh Bình Thuận'
    """
    return name[0].lower() + name[1:] if name.startswith(_TYPE_WORDS) else name
