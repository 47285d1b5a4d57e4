"""Words of the page So sánh."""

PLACES = "Địa phương so sánh (2 đến 5)"
PLACES_HINT = "Gõ tên, có dấu hoặc không dấu"
INDICATOR = "Chỉ số xem kỹ"

TOO_MANY = "Chỉ so sánh tối đa {limit} địa phương; đã bỏ: {names}."
OTHER_LEVEL = "Chỉ so sánh các địa phương cùng cấp, cùng mốc địa giới; đã bỏ vì khác cấp: {names}."
TOO_FEW = "Hãy chọn thêm ít nhất một địa phương để so sánh."
CHOOSE = "Hãy chọn từ 2 đến {limit} trong {total} địa phương ở ô trên để đặt cạnh nhau."
NOTHING = "Ở cấp này chưa có địa phương nào để so sánh. Hãy chọn cấp khác hoặc tỉnh khác."
NO_INDICATOR = "Không có chỉ số nào thuộc trụ cột đã chọn. Hãy bỏ bớt bộ lọc trụ cột."

SHARED = "**{both}/{total} chỉ số** có số liệu ở cả {count} địa phương"
SHARED_APART = "**{both}/{total} chỉ số** có số liệu ở cả {count} địa phương, trong đó {apart} chỉ số khác kỳ"
SHARED_SIMULATED = "Các chỉ số của {count} địa phương"
NO_ORDER = "Ở đây không xếp hạng giữa mọi xã của cả nước; thứ hạng theo từng chỉ số có ở trang Bản đồ."
COMPARISON_CAPTION = (
    "Tính đến ngày {day} · {kind} · cùng cấp, cùng mốc địa giới · hạng mức và hạng tiến bộ tính riêng,"
    " không cộng với nhau · chỉ xếp hạng khi không quá 20 % số địa phương thiếu số liệu"
)
COMPARISON_ALT = "Bảng so sánh {names}"
SOURCES = "Nguồn: {list}"
SOURCE = "[{number}] {title}"
SOURCE_MARK = "[{number}]"

NO_NUMBER = "nguồn không nêu con số"
GROUPS = {
    "shared": "Có số liệu ở mọi địa phương đang so",
    "core": "Chỉ số chính, còn thiếu ở ít nhất một địa phương",
    "other": "Chỉ số khác, mới có ở một số địa phương",
}
HEAD = "Chỉ số"
REPORTED = "{reported}/{total} nơi xếp hạng được"
PERIOD = "{start}–{end}"
PERIOD_DAY = "ngày {end}"
PERIOD_MONTH = "tháng {month}/{year}"
PERIOD_YEAR = "năm {year}"
APART = "khác kỳ"
LEVEL_RANK = "hạng mức {rank}/{total}"
MOMENTUM_RANK = "hạng tiến bộ {rank}/{total}"
RANKS = " · "
MISSING = {
    "reported": "chưa có số liệu trong kỳ này",
    "not_reported_yet": "chưa đến hạn báo cáo",
    "late": "chậm báo cáo",
    "late_proposed": "chưa có số liệu (lịch đề xuất)",
    "not_applicable": "không áp dụng",
    "boundary_changed": "địa giới thay đổi",
    "": "chưa có số liệu",
}

UNLIKE = "Không đặt chung một trục: {members}. {note}."
UNLIKE_MANY = "{count} nhóm chỉ số tên gần giống nhau nhưng không được so với nhau"
UNLIKE_MEMBER = "{indicator} ({places})"

NOBODY = "{indicator}: chưa địa phương nào đang so có số liệu"
ONLY = "{indicator}: chỉ {place} có số liệu, {value}"
OLD = "{indicator}: có số liệu cũ hơn 12 tháng, chỉ để xem, không so hơn kém"
PERIODS_DIFFER = "{indicator}: số liệu khác kỳ, chỉ để xem, không so hơn kém"
NOT_PRECISE = "{indicator}: có nguồn không nêu con số chính xác, không so hơn kém"
NO_DIRECTION = "{indicator}: chỉ số không có chiều tốt, xấu"
LEADS = "{indicator}: {places} dẫn đầu {count} địa phương đang so, {value}"
EQUAL = "{indicator}: {count} địa phương đang so ngang nhau, {value}"

LEVEL_NOW = "Mức hiện có"
SWARM_CAPTION = "Mỗi chấm là một địa phương cùng cấp: {known}/{total} có số liệu · {unit} · {kind}"
SWARM_ALT = "Phân bố {indicator} của {known} địa phương, đánh dấu {names}."
NO_SWARM = "Chưa vẽ phân bố: {known}/{total} địa phương cùng cấp có số liệu {indicator}, cần ít nhất {least}."
TREND = "Diễn biến"
TREND_CAPTION = "{unit} · {kind} · đến ngày {day}"
TREND_ALT = "Diễn biến {indicator} của {names}."
NO_TREND = "Chưa có số liệu nào của các địa phương đang so để vẽ diễn biến."
ONE_PERIOD = "Mới có một kỳ số liệu, đến ngày {day}: chưa vẽ được diễn biến."
NO_LINES = "Mỗi nơi mới có một kỳ số liệu nên chỉ có điểm, chưa có đường."
MOMENTUM = "Tiến bộ mỗi năm"
MOMENTUM_CAPTION = "Thay đổi so với kỳ so sánh được trước đó, quy ra một năm · {unit} · {kind}"
LOWER_IS_BETTER = "Chỉ số này càng thấp càng tốt: giảm là tiến bộ."
MOMENTUM_ALT = "Tiến bộ mỗi năm về {indicator} của {names}."
NO_MOMENTUM = "{place}: {reason}"
MOMENTUM_VALUE = "{sign}{value}"

TABLE_TITLE = "So sánh {names}"
HEADINGS = {
    "name_vi": "Chỉ số",
    "unit": "Đơn vị",
    "short": "Địa phương",
    "value": "Giá trị",
    "shown": "Giá trị theo nguồn",
    "period_start": "Từ ngày",
    "period_end": "Đến ngày",
    "status_shown": "Trạng thái",
    "level_rank": "Hạng mức",
    "momentum_rank": "Hạng tiến bộ",
    "per_year": "Thay đổi mỗi năm",
    "source_title": "Nguồn",
}
