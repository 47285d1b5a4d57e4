"""Messages of the store when it refuses: the cause, where, and what to do."""

# Keys are the causes of data.store.probe.
CAUSES = {
    "full": "Đĩa chứa {where} đã đầy: chưa có gì được ghi, số liệu cũ còn nguyên. Hãy giải phóng dung lượng rồi làm lại.",
    "read_only": "Không ghi được vào {where}: thư mục hoặc đĩa chỉ cho đọc. Số liệu cũ còn nguyên. Hãy cấp quyền ghi, hoặc đặt DASHBOARD_STATE vào thư mục ghi được, rồi làm lại.",
    "read_only_server": "Máy chủ số liệu {where} không cho ghi bằng tài khoản này. Số liệu cũ còn nguyên. Hãy đề nghị người quản trị máy chủ cấp quyền ghi rồi làm lại.",
    "held": "Kho số liệu {where} đang được một chương trình khác mở. Chưa có gì được ghi. Hãy đợi chương trình đó xong rồi làm lại.",
    "broken": "Tệp {where} không đọc được như một kho số liệu. Hãy chép lại bản sao lưu của tệp này; đừng xóa tệp khi chưa có bản sao.",
    "away": "Không kết nối được với máy chủ số liệu {where}. Chưa có gì được ghi. Hãy kiểm tra máy chủ và mạng rồi làm lại.",
    "hindered": "Kho số liệu {where} báo lỗi: {found}. Chưa có gì được công bố. Hãy báo cho người quản trị rồi làm lại.",
}
CLOCK_BEHIND = "Đồng hồ của máy đang chỉ {now}, sớm hơn lần công bố mới nhất trong kho số liệu ({newest}). Hãy chỉnh lại ngày giờ của máy trước khi gửi hay thu hồi số liệu; nếu ngày giờ của máy đúng thì lần công bố ấy ghi sai giờ: hãy báo cho người quản trị."
CHANGED_MEANWHILE = "Trong lúc bạn kiểm tra, người khác đã công bố hoặc thu hồi {count} số liệu có trong tệp này. Chưa có gì được ghi. Hãy kiểm tra lại tệp để so với số liệu mới rồi công bố."
NOT_VISIBLE = "Không có đợt “{batch}” đang được công bố để thu hồi. Hãy xem lại danh sách đợt trong lịch sử."
NO_FILE = "Đợt “{batch}” không có tệp gốc được lưu. Hãy xem lại tên đợt trong lịch sử."
NOBODY = "Cần ghi tên người công bố. Hãy điền tên rồi làm lại."
