"""Words of the page Kịch bản: levers, their effects, and what it takes to reach a target."""

CHOOSE = "Kịch bản đang vẽ"
SCENARIO_NAME = "Tên kịch bản"
SCENARIO_NAME_HINT = "Đặt tên cho “{name}”"
NO_LEVERS = (
    "Kịch bản chưa có tác động nào nên giống hiện trạng. Thêm tác động ở dưới; bản đồ và các con số đổi ngay."
)
AS_IT_IS = "Đang xem hiện trạng. Chọn một kịch bản ở trên để thêm hoặc sửa tác động."

ACTION = "Tác động"
ACTIONS = {
    "add": "Cộng thêm vào giá trị",
    "set": "Đặt giá trị bằng",
    "count": "Thêm số lượng (hồ sơ, hộ…)",
    "assume": "Giả định nơi chưa có số liệu",
    "pace": "Nhân nhịp độ với",
    "hold": "Giữ nhịp độ hiện nay",
    "aim": "Đổi mức chỉ tiêu",
    "deadline": "Đổi hạn chỉ tiêu",
}
WHO = "Nơi áp dụng"
GROUPS = {
    "all": "Tất cả của cấp đang xem",
    "places": "Địa phương chọn",
    "district": "Các xã của huyện",
    "type": "Theo loại đơn vị",
    "status": "Theo trạng thái hiện nay",
    "shown": "Đang hiển thị theo bộ lọc",
}
CODES = "Chọn cụ thể"
CODES_HINT = "Chọn địa phương hoặc nhóm"
TARGET = "Chỉ tiêu"
TARGET_OFFERED = {
    "assigned": "{aim}, hạn {day} ({number})",
    "reference": "{aim}, hạn {day} ({number}, mốc tham chiếu)",
}
AMOUNT = "Giá trị"
AMOUNT_HINT = {
    "add": "ví dụ 2,5",
    "set": "ví dụ 80,5",
    "count": "ví dụ 412",
    "assume": "ví dụ 60",
    "pace": "ví dụ 1,5",
    "aim": "ví dụ 75",
    "deadline": "ví dụ 31/12/2026",
}
UNTIL = "Đến ngày"
UNTIL_HINT = "để trống: hạn chỉ tiêu"
ADD = "Thêm tác động"
REMOVE = "Bỏ"
LESS = "Giảm"
MORE = "Tăng"
NOT_A_NUMBER = "“{text}” không phải là số. Viết như 77,15 hoặc 1.230."
NOT_A_DAY = "“{text}” không phải là ngày. Viết như 31/12/2026."
TOO_LARGE = "“{text}” quá lớn. Viết một số không quá {most}."
DAY_BEYOND = "“{text}” ngoài khoảng tính được. Viết một ngày từ {first} đến {last}."
NOBODY = "Chưa chọn nơi áp dụng."
NO_TARGET = "Chỉ số này không có chỉ tiêu nào ở cấp đang xem để đổi mức hoặc đổi hạn."
TOO_MANY = "Một kịch bản có nhiều nhất {most} tác động."

# Noun after "thêm 412 …" for a rate whose row in indicators.csv has no count_noun.
OF_NUMERATOR = "đơn vị của tử số"

LINE = "- {text}"
HEADED = "##### {text}"

SIDE_BY_SIDE = "Các kịch bản bên cạnh hiện trạng"
SIDE_TITLE = "So sánh các kịch bản: {indicator}"
MEASURE = "Nội dung"
AREA_VALUE = {"country": "Giá trị của cả nước", "province": "Giá trị của tỉnh"}
STATUS_MEASURE = "Số nơi {status}"
FLIPPED = "Số nơi đổi trạng thái"
CLIMBED = "Số nơi lên hạng"
MET_OF = "Số lượt đạt của {document}"
CHANGES_TITLE = "Thay đổi theo kịch bản: {indicator}"
NOTE = "{name}: {levers}"
HEADINGS = {
    "code": "Mã",
    "name": "Địa phương",
    "value_shown_before": "Giá trị hiện nay",
    "value_shown_after": "Giá trị theo kịch bản",
    "status_shown_before": "Trạng thái hiện nay",
    "status_shown_after": "Trạng thái theo kịch bản",
    "rank_before": "Hạng hiện nay",
    "rank_after": "Hạng theo kịch bản",
    "target_shown_after": "Chỉ tiêu theo kịch bản",
    "source_shown_after": "Nguồn theo kịch bản",
}

FILE = "Lưu, mở kịch bản"
FILE_HELP = "Địa chỉ trang đã chứa cả kịch bản: gửi địa chỉ là gửi kịch bản. Tệp dùng để lưu lại. Kịch bản không bao giờ được ghi thành số liệu."
FILE_NAME = "kich-ban.json"
SAVE = "Lưu các kịch bản thành tệp"
OPEN = "Mở tệp kịch bản"

GOAL = "Cần gì để đạt (tính từ hiện trạng)"
GOAL_PLACE = "**Địa phương đang chọn**"
GOAL_AREA = {
    "country": "**Cả nước: ít địa phương nhất cần nâng lên**",
    "province": "**Toàn tỉnh: ít địa phương nhất cần nâng lên**",
}
CHOOSE_PLACE = (
    "Chọn một địa phương trên bản đồ để biết còn thiếu bao nhiêu, mỗi tháng cần bao nhiêu, bao giờ đạt."
)
PLACE_WITHOUT_TARGET = "{name}: không có chỉ tiêu hay mốc tham chiếu nào cho chỉ số này."
AIM = {
    "assigned": "**{name}**, chỉ tiêu {aim}, hạn {day}",
    "reference": "**{name}**, mốc tham chiếu {aim}, hạn {day}",
}
NEED_OF_AIM = "{aim}: {needed}"
NEED = "cần thêm **{amount} {things}**, mỗi tháng {monthly} kể từ {day}."
NEED_LESS = "cần bớt **{amount} {things}**, mỗi tháng {monthly} kể từ {day}."
NEED_OVER = "còn thiếu **{amount} {things}**, hạn đã qua."
NEED_AND_PACE = "{need} {pace}"
NOT_A_RATIO = "Chỉ tính được với chỉ số là tỷ lệ có tử số và mẫu số; “{indicator}” thì không."
GOAL_VALUE = {"country": "Mức cả nước cần đạt (%)", "province": "Mức tỉnh cần đạt (%)"}
GOAL_HINT = {
    "country": "để trống: chỉ tiêu của cả nước ({aim})",
    "province": "để trống: chỉ tiêu của tỉnh ({aim})",
}
GOAL_HINT_NONE = "ví dụ 80"
CEILING = "Mức trần của mỗi nơi (%)"
CEILING_HINT = "để trống: chỉ tiêu của từng nơi"
NO_AIM = {
    "country": "Cả nước không có chỉ tiêu nào cho chỉ số này; hãy nhập mức cả nước cần đạt.",
    "province": "Tỉnh không có chỉ tiêu nào cho chỉ số này; hãy nhập mức tỉnh cần đạt.",
}
FEWEST = {
    "country": "Nâng ít nhất **{count} {unit}** là đủ: {names}. Thêm **{added} {things}** (cả nước còn thiếu {needed}); cả nước lên {reached}.",
    "province": "Nâng ít nhất **{count} {unit}** là đủ: {names}. Thêm **{added} {things}** (tỉnh còn thiếu {needed}); tỉnh lên {reached}.",
}
FEWEST_MANY = {
    "country": "Nâng ít nhất **{count} {unit}** là đủ, nhiều nhất là {names}… Thêm **{added} {things}** (cả nước còn thiếu {needed}); cả nước lên {reached}.",
    "province": "Nâng ít nhất **{count} {unit}** là đủ, nhiều nhất là {names}… Thêm **{added} {things}** (tỉnh còn thiếu {needed}); tỉnh lên {reached}.",
}
TAKE_IN = "Đưa vào kịch bản"
