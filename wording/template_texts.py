"""Words in the template workbook."""

SHEET = "Số liệu"
GUIDE = "Hướng dẫn"
LISTS = "Danh mục"
TITLE = "BÁO CÁO SỐ LIỆU CHUYỂN ĐỔI SỐ"
UNTIL = "số liệu đến {day}"
HINT = "Chỉ điền ô nền vàng. Chưa có số liệu thì để trống, không ghi 0. Cách điền: xem trang “Hướng dẫn”."
PREVIOUS = "{value} (đến {day})"
FOOTER = "Trang &P/&N"
FILE = "mau-so-lieu-{area}-{period}.xlsx"

AREA_LABEL = "Mã địa phương báo cáo"
PERIOD_LABEL = "Kỳ báo cáo"
VINTAGE_LABEL = "Mốc địa giới"
VINTAGE_WITH_DISTRICTS = "địa giới {stood}, có cấp huyện"
VINTAGE_WITHOUT_DISTRICTS = "địa giới {stood}, không có cấp huyện"

ABSENCES = ("không áp dụng", "đang cập nhật")

VALUE_PROMPT = "{unit_said} {bounds} {definition}"
UNIT_SAID = "Đơn vị: {unit}."
BETWEEN = "Từ {minimum} đến {maximum}."
AT_LEAST = "Từ {minimum} trở lên."
ANY = ""
VALUE_ERROR_TITLE = "Số ngoài khoảng cho phép"
VALUE_ERROR = (
    "Ô này nhận số. {bounds} Nguồn chỉ ghi “hơn 900” hay “khoảng 95” thì chọn Có (Yes) để giữ nguyên chữ."
)
PART_ERROR_TITLE = "Cần một số không âm"
PART_ERROR = "Tử số và mẫu số là số đếm, từ 0 trở lên. Nếu chỉ biết tỷ lệ thì để trống hai ô này."
LIST_ERROR_TITLE = "Không có trong danh sách"
LIST_ERROR = "Hãy chọn một mục trong danh sách của ô này."
ABSENCE_PROMPT = "Chỉ chọn khi ô “Giá trị” để trống."
SPARE = "Số liệu khác ngoài danh sách: chọn địa phương và chỉ số rồi điền như trên"

GUIDE_TITLE = "CÁCH ĐIỀN VÀ GỬI SỐ LIỆU"
GUIDE_LINES = (
    "Sổ này dành cho {area}, kỳ {period} ({until}).",
    "1. Chỉ điền các ô nền vàng ở trang “Số liệu”. Các ô khác được khóa để mã và tên không bị sửa nhầm.",
    "2. Cột “Giá trị”: gõ số theo đúng đơn vị ở cột “Đơn vị”. Tỷ lệ 77,15 % thì gõ 77,15, không gõ 0,7715.",
    "3. Có tử số và mẫu số thì điền cả hai; tỷ lệ phải khớp với hai số đó, làm tròn hay cắt bớt số lẻ đều được. Chỉ điền tử số và mẫu số cũng được, tỷ lệ sẽ được tính.",
    "4. Chưa có số liệu thì để trống ô “Giá trị”. Số 0 nghĩa là đã đếm và kết quả bằng không. Chỉ số không thuộc phạm vi của địa phương thì chọn “không áp dụng” ở cột “{absence}”.",
    "5. Nguồn chỉ ghi “hơn 900”, “khoảng 95” thì gõ nguyên như vậy; nếu Excel hỏi lại, chọn Có (Yes).",
    "6. Cột “{previous}” là số liệu gần nhất đã có, chỉ để đối chiếu.",
    "7. Chỉ số còn chậm hoặc chưa đạt: ghi nguyên nhân khách quan, nguyên nhân chủ quan, khó khăn, kiến nghị và cơ quan chịu trách nhiệm ở cùng dòng. Ban Chỉ đạo đọc những dòng này bên cạnh chỉ tiêu.",
    "8. Số liệu ngoài danh sách: dùng các dòng trống ở cuối trang, chọn địa phương và chỉ số trong danh sách của ô.",
    "9. Lưu tệp, giữ dạng .xlsx. Mở trang “Cập nhật” của bảng điều khiển, chọn tệp. Mỗi chỗ sai được chỉ rõ trang, ô, đang ghi gì, cần ghi gì; sửa trong tệp này rồi chọn lại. Chưa có gì được lưu cho tới khi bấm “Công bố”.",
    "10. Gửi lại tệp của cùng một kỳ thì số mới thay số cũ; số cũ vẫn còn trong lịch sử.",
)

UNKNOWN_PERIOD = "Không hiểu kỳ “{period}”. Hãy ghi như 2024-09, 2024-Q3, 2024-H1 hoặc 2024."
UNKNOWN_AREA = (
    "Không có địa phương mã “{area}” trong danh mục {vintage}. Hãy tra lại mã trong trang Nguồn số liệu."
)
NOTHING_OWED = (
    "{area} không phải báo cáo chỉ số nào ở kỳ {period}. Hãy chọn kỳ khác hoặc địa phương cấp trên."
)
