"""Texts of a what-if scenario: its name, its levers as sentences, and its effects."""

KINDS = {
    "real": "Kịch bản tính trên số liệu công bố, báo cáo",
    "simulated": "Kịch bản tính trên số liệu mô phỏng",
}
BASELINE = "Hiện trạng"
NAME = "Kịch bản {number}"
SAME_NAME = "{name} ({number})"
NEW = "+ Kịch bản mới"
WHOLE_AREA = {"country": "Cả nước", "province": "Toàn tỉnh"}
EVERYONE = {
    "": "Tất cả địa phương",
    "country": "Cả nước",
    "province": "Tất cả các tỉnh",
    "district": "Tất cả các huyện",
    "commune": "Tất cả các xã",
}
GROUPED = {
    "places": "{names}",
    "shown": "{names}",
    "district": "Các xã của {names}",
    "type": "Loại đơn vị {names}",
    "status": "Nơi đang {names}",
}
GROUPED_MANY = {
    "places": "{count} địa phương được chọn",
    "shown": "{count} địa phương đang hiển thị",
    "district": "Các xã của {count} huyện",
}
SENTENCES = {
    "add": "**{who}**: {indicator} cộng {amount} {points}",
    "set": "**{who}**: {indicator} bằng {amount} {unit}",
    "count": "**{who}**: {indicator} thêm {amount} vào tử số hoặc số đếm",
    "assume": "**{who}**: giả định {indicator} là {amount} {unit} nơi chưa có số liệu",
    "pace": "**{who}**: {indicator} đi với {amount} lần nhịp độ hiện nay đến hạn chỉ tiêu",
    "hold": "**{who}**: {indicator} giữ nhịp độ hiện nay đến hạn chỉ tiêu",
    "aim": "**{who}**: mức chỉ tiêu {indicator} thành {amount} {unit}",
    "deadline": "**{who}**: hạn chỉ tiêu {indicator} thành {amount}",
}
SENTENCES_UNTIL = {
    "pace": "**{who}**: {indicator} đi với {amount} lần nhịp độ hiện nay đến {until}",
    "hold": "**{who}**: {indicator} giữ nhịp độ hiện nay đến {until}",
}
NOTHING = "—"
PROVINCE = "{province}: **{before} → {after}**"
PROVINCE_SAME = "{province}: **{after}**, không đổi"
PROVINCE_NONE = "{province} chưa có số liệu chung của {indicator}."
FLIP = "{count} {unit} từ {before} sang {after}"
FLIPS = "**{flips}**"
NO_FLIP = "Không nơi nào đổi trạng thái."
RANKS = "{up} nơi lên hạng, {down} nơi xuống hạng; lên nhiều nhất: {name}, hạng {before} → {after}"
RANKS_DOWN = "{down} nơi xuống hạng"
TALLY = "{document}: {parts}"
TALLY_PART = "{status} {before} → {after}"
SIBLING = (
    "“{count}” giữ nguyên: đó là chỉ số riêng, có kỳ và nguồn của nó; kịch bản chỉ đổi tử số của “{share}”."
)
UNMOVED = "{count} nơi không đổi: {reason}"
ASSUMED = "{value} (giả định)"
