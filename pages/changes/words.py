"""Words of the page Thay đổi: what moved since a day, what is new, what was corrected."""

SINCE = "So với ngày"
FINDING = "##### {since} đến {day}: {improved} số liệu tiến bộ, {worsened} sụt giảm, {reported} mới báo cáo, {revised} số liệu cũ được sửa"
FINDING_SIMULATED = "##### {since} đến {day}: {improved} số liệu mô phỏng tốt lên, {worsened} xấu đi, {reported} xuất hiện lần đầu"
SCOPE = "{area} và các địa phương {level}; {count} số liệu có kỳ mới nhưng không đổi quá mức làm tròn của nguồn, {unclear} không so được (khác độ dài kỳ hoặc nguồn chỉ ghi “hơn”, “dưới”)."
SCOPE_REAL = "So số liệu đã biết ngày {since} với số liệu đã biết {known}. Mũi tên chỉ dùng cho thay đổi thật: kỳ mới hơn và chênh lệch lớn hơn mức làm tròn. Số liệu cũ được sửa tính riêng, không phải tiến bộ."
SCOPE_SIMULATED = "Số liệu mô phỏng không có ngày công bố: so hai ngày xem."
KNOWN_NOW = "hiện nay"
KNOWN_ON = "ngày {day}"

HEADINGS = {
    "improved": "Tiến bộ",
    "worsened": "Sụt giảm",
    "moved": "Thay đổi, không định hướng tốt xấu",
    "reported": "Mới báo cáo lần đầu",
}
COUNTED = "**{heading}** ({count})"
COUNTED_SOME = "**{heading}** ({shown} trong {count}; xem đủ ở bảng)"
EMPTY = {
    "improved": "Chưa có số liệu kỳ mới nào tốt hơn số liệu đã biết. Số liệu của kỳ mới vào từ trang Cập nhật.",
    "worsened": "Không có số liệu kỳ mới nào kém hơn số liệu đã biết.",
    "reported": "Chưa có địa phương nào báo cáo thêm chỉ số mới.",
    "revisions": "Không có số liệu cũ nào bị sửa, thay nguồn hay thu hồi.",
    "flips": "Không có chỉ tiêu nào đổi trạng thái.",
}
UP, DOWN = "▲ {apart}", "▼ {apart}"
FIRST = "Kỳ đến {day}"
SOURCE = "Nguồn: {source}"

REVISIONS = "Số liệu cũ nay ghi khác"
REVISION_KINDS = {
    "revised": "Nguồn sửa lại",
    "replaced": "Dùng nguồn khác",
    "withdrawn": "Đã thu hồi",
}
REVISED = "Kỳ đến {day}: {from_value} → {to_value}"
WITHDRAWN = "Kỳ đến {day}: {from_value}, nay không còn"

FLIPS = "Chỉ tiêu đổi trạng thái"
FLIP = "{before} → {after}"
BECAUSE = {
    "figure": "Do số liệu kỳ mới.",
    "revision": "Do số liệu cũ được sửa, không phải do tiến bộ mới.",
    "time": "Không có số liệu mới: do đến hạn hoặc số liệu đã cũ.",
}

KINDS = {
    "improved": "Tiến bộ",
    "worsened": "Sụt giảm",
    "moved": "Thay đổi",
    "level": "Không đổi quá mức làm tròn",
    "unclear": "Không so được",
    "reported": "Mới báo cáo",
}
TABLE_TITLE = "Thay đổi số liệu từ {since} đến {day}"
TABLE = {
    "place": "Địa phương",
    "name_vi": "Chỉ số",
    "kind_shown": "Thay đổi",
    "from_shown": "Trước",
    "from_day": "Kỳ trước đến",
    "to_shown": "Nay",
    "to_day": "Kỳ nay đến",
    "apart_shown": "Chênh lệch",
    "source_shown": "Nguồn",
}
REVISIONS_TITLE = "Số liệu cũ được sửa từ {since} đến {day}"
REVISIONS_TABLE = {
    "place": "Địa phương",
    "name_vi": "Chỉ số",
    "kind_shown": "Cách sửa",
    "day_shown": "Kỳ đến",
    "from_shown": "Trước",
    "to_shown": "Nay",
    "source_shown": "Nguồn nay",
}
