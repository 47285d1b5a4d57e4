"""Messages about what-if scenarios: refusals, damaged scenarios, and what a goal needs."""

# The source of a changed figure, so that no table shows it with the name of a publisher.
ASSUMED_SOURCE = "giả định trong kịch bản"

REASON_WORDS = {
    "no_figure": "Chưa có số liệu; hãy nhập một giả định.",
    "stale": "Số liệu cũ hơn 12 tháng; hãy nhập một giả định.",
    "not_applicable": "Chỉ số không áp dụng cho địa phương này.",
    "has_figure": "Đã có số liệu nên không dùng giả định.",
    "no_parts": "Tỷ lệ không có tử số và mẫu số nên không cộng được số lượng.",
    "no_pace": "Chưa tính được nhịp độ.",
    "no_day": "Không có ngày đến để kéo dài nhịp độ.",
    "not_a_value": "Chỉ tiêu không phải là một mức giá trị.",
    "no_deadline": "Không có địa phương nào mang chỉ tiêu này.",
}

AREA_WITHOUT_FIGURE = "{area} chưa có số liệu riêng nên không tính theo kịch bản được."
AREA_WITHOUT_PARTS = "{area} không có tử số và mẫu số của “{indicator}” nên không tính theo kịch bản được."
SOME_WITHOUT_PARTS = "Có địa phương thiếu tử số, mẫu số của “{indicator}” nên chưa được cộng vào cấp trên."
ASSUMED_NOT_ADDED = (
    "Giả định của {count} địa phương về “{indicator}” chưa cộng vào cấp trên:"
    " không biết phần hiện có của các nơi này trong số liệu chung."
)

# A scenario from an address or a file.
DAMAGED = "Kịch bản trong địa chỉ bị hỏng hoặc thiếu ký tự; không có gì thay đổi. Hãy xin lại địa chỉ đầy đủ."
NEWER = "Kịch bản được ghi theo phiên bản “{version}” mà phần mềm này chưa đọc được; không có gì thay đổi."
TOO_MANY = "Có {count} kịch bản, nhiều nhất là {most}; không có gì thay đổi."
TOO_MANY_LEVERS = "Kịch bản thứ {number} có {count} tác động, nhiều nhất là {most}; không có gì thay đổi. Hãy bỏ bớt tác động rồi mở lại."
LONG_NAME = (
    "Tên của kịch bản thứ {number} dài quá {most} chữ; không có gì thay đổi. Hãy rút ngắn tên rồi mở lại."
)
LONG_ID = "Kịch bản thứ {number} nhắc đến một mã dài bất thường; không có gì thay đổi. Hãy xin lại địa chỉ hoặc tệp."
LARGE_FILE = "Tệp lớn quá {most} KB nên không phải là tệp kịch bản; không có gì thay đổi. Hãy chọn tệp do nút “Lưu các kịch bản thành tệp” ghi ra."
BAD_FILE = "Tệp này không phải là tệp kịch bản hoặc đã bị cắt mất một phần; không có gì thay đổi. Hãy chọn tệp do nút “Lưu các kịch bản thành tệp” ghi ra."
DAMAGED_FILE = "Tệp kịch bản bị hỏng: không đọc được kịch bản thứ {number}; không có gì thay đổi."
INCOMPLETE_FILE = "Tệp kịch bản bị hỏng: thiếu danh sách kịch bản hoặc địa chỉ trang; không có gì thay đổi."
UNKNOWN_PLACES = (
    "Kịch bản nhắc đến {count} địa phương không có trong địa bàn đang xem; phần đó không áp dụng."
)
UNKNOWN_INDICATOR = "Kịch bản nhắc đến chỉ số “{indicator}” không có trong danh mục; phần đó không áp dụng."
UNKNOWN_TARGET = "Kịch bản nhắc đến chỉ tiêu “{target}” không có trong danh mục; phần đó không áp dụng."

GOAL_REASONS = {
    "already_met": "Đã đạt mức chỉ tiêu, không cần thêm.",
    "ceiling_too_low": (
        "Không thể: kể cả khi mọi địa phương đều lên mức trần thì cũng chỉ đạt {best}, chỉ tiêu là {target}."
    ),
    "no_parts": "Không thể tính: không địa phương nào có tử số và mẫu số.",
    "no_places": "Không thể tính: không có địa phương nào để nâng.",
}
NEEDED_REASONS = {
    "no_observation": "Chưa có số liệu nên không tính được còn thiếu bao nhiêu.",
    "stale": "Số liệu cũ hơn 12 tháng nên không tính còn thiếu bao nhiêu.",
    "inexact": "Nguồn không nêu con số chính xác nên không tính được còn thiếu bao nhiêu.",
    "not_a_value": "Chỉ tiêu không phải là một mức giá trị.",
    "already_met": "Đã đạt mức chỉ tiêu.",
    "no_parts": "Nguồn không nêu tử số và mẫu số nên chỉ tính được theo điểm %.",
    "out_of_reach": "Mức chỉ tiêu nằm ngoài giới hạn của chỉ số.",
}
