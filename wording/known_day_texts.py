"""Words of the choice to see the figures as they were known on a past day."""

AS_OF = "Tính đến ngày {day}"
AS_OF_KNOWN = "Tính đến ngày {day}, theo số liệu đã biết ngày {known}"
CHOOSE = "Xem lại số liệu như ngày…"
HELP = "Những gì công bố, báo cáo hoặc sửa sau ngày đó không được tính. Số liệu có sẵn được coi là đã biết từ ngày đăng của nguồn; nguồn không ghi ngày thì từ ngày cuối kỳ."
DAY = "Số liệu như ngày"
BACK = "Về hiện nay"
TOLD = "**Đang xem lại: số liệu như ngày {known}.** Những gì công bố, báo cáo hoặc sửa sau ngày đó không có trên trang này."
STAMP = "Số liệu như ngày {known}"
SIMULATED = (
    "Số liệu mô phỏng không có ngày công bố, nên không xem lại được như ở một ngày trước. Đã trở về hiện nay."
)
AHEAD = "Địa chỉ ghi xem số liệu như ngày {known}, là ngày chưa đến. Đã trở về hiện nay."
