"""Words of the page Tiến độ."""

from wording import pillars

LAYOUT = "Cách xem"
LAYOUTS = {"bars": "Thanh tiến độ", "matrix": "Ma trận"}
RESOLUTIONS = "Văn bản"
ALL = {"pillars": pillars.ALL, "resolutions": "Mọi văn bản", "types": "Mọi loại địa phương"}
STATUSES = "Lọc theo trạng thái"
CHIP = ':color[{shape}]{{background="{colour}" foreground="#1B2733"}} {count} {word}'
CHIP_HELP = (
    "Bấm để chỉ xem các lượt giao có trạng thái này. Một lượt giao là một chỉ tiêu giao cho một địa phương."
)
ONLY = "Chỉ đang xem {name} ✕"
ONLY_HELP = "Bấm để xem lại mọi địa phương."

# One sentence above the list says what it shows. Of simulated figures no finding is made.
FINDINGS = {
    "simulated": "Tiến độ từng chỉ tiêu – số liệu mô phỏng",
    "none_assigned": "Chưa có chỉ tiêu nào được giao, chỉ có mốc tham chiếu",
    "nothing": "Không có chỉ tiêu nào trong phạm vi đang chọn",
    "lagging": "{lagging}/{total} lượt giao chậm lộ trình hoặc không đạt; {met} đạt; {unknown} chưa có số liệu hoặc văn bản",
    "reached": "{met}/{total} lượt giao đạt, chưa ghi nhận lượt nào chậm; {unknown} chưa có số liệu hoặc văn bản",
    "on_track": "{on_track}/{total} lượt giao đúng lộ trình, chưa ghi nhận lượt nào chậm; {unknown} chưa có số liệu hoặc văn bản",
    "unknown": "Chưa đánh giá được lượt giao nào: {unknown}/{total} chưa có số liệu hoặc văn bản",
    "unjudged": "Chưa đánh giá được {total} lượt giao: {unknown} chưa có số liệu hoặc văn bản, {undecided} số liệu cũ hoặc chưa đủ căn cứ",
}
TITLE = "#### {finding}"
NONE_ASSIGNED = (
    "Sau 1/7/2025, nghị quyết của tỉnh cũ chỉ còn là mốc tham chiếu với xã, phường mới, cho đến khi có văn bản giao chỉ tiêu."
    " Khi có văn bản, hãy thêm chỉ tiêu vào tệp data/tables/targets.csv."
)
UNDER = "{area}, {level} · số liệu tính đến {day} · {kind}"
UNDER_LEVELS = {
    "province": "cấp tỉnh",
    "district": "cấp tỉnh và huyện",
    "commune": "cấp tỉnh và xã",
    "own": "riêng địa phương này",
}

REFERENCE = "Mốc tham chiếu: không giao cho địa phương, không tính vào trạng thái"
FOLD = "{shape} {count} lượt giao {word}"
FOLD_ALONE = "{document} · {pillar}: {shape} {count} lượt giao {word}"
FOLD_REFERENCE = "{document}: {shape} {count} dòng chưa có số liệu"
LIST = "Tiến độ từng chỉ tiêu ở từng địa phương"
MORE = "Danh sách liệt kê {shown} dòng; còn {left} dòng chỉ được đếm. Hãy lọc theo trụ cột, văn bản, địa phương, hoặc xem bảng phía sau."
LEGENDS = {
    "bars": "Thanh: giá trị · vạch mảnh: mức lộ trình tại ngày cuối kỳ · vạch đậm: chỉ tiêu · nền sọc: chưa có số liệu. Thanh thứ hạng dài dần về hạng 1.",
    "matrix": "Mỗi ô: ký hiệu trạng thái và giá trị; ô viền đứt là mốc tham chiếu, không tính vào cột “Được giao”. Dùng phím mũi tên để đi, Enter để xem vì sao.",
}

MATRIX = "Ma trận địa phương × chỉ tiêu"

NOTHING_CHOSEN = (
    "Chọn một dòng hoặc một ô để xem vì sao: số liệu, mức lộ trình, cách tính, nhịp độ, nguyên nhân và nguồn."
)
CHOSEN = "##### {name}"
PACE = "**Nhịp độ**"
EXPLAINED = "**Nguyên nhân và đề xuất** (nêu ngày {day})"
EXPLAINED_FOR_AREA = "**Nguyên nhân và đề xuất** (nêu chung cho {area}, ngày {day})"
EXPLAINED_IN_GENERAL = "**{about}** ({area}, ngày {day})"
CAUSES = {"objective": "Nguyên nhân khách quan: {text}", "subjective": "Nguyên nhân chủ quan: {text}"}
CAUSE = "Nguyên nhân: {text}"
DIFFICULTY = "Khó khăn: {text}"
PROPOSAL = "Đề xuất: {text}"
RESPONSIBLE = "Cơ quan chịu trách nhiệm: {text}"
EXPLANATION_SOURCE = "Nguồn: {text}"
OUTLOOKS = {"expected": "Cơ quan báo cáo dự kiến đạt.", "hard": "Cơ quan báo cáo nhận định khó đạt."}
OPEN_FIGURE = "Nguồn số liệu"
OPEN_TARGET = "Nguồn chỉ tiêu"
OPEN_PLACE = "Trang địa phương"

TABLE_TITLE = "Tiến độ chỉ tiêu – {area}"
HEADINGS = {
    "place": "Địa phương",
    "document": "Văn bản",
    "pillar_shown": "Trụ cột",
    "title": "Chỉ tiêu",
    "standing_shown": "Giao hay tham chiếu",
    "status_shown": "Trạng thái",
    "value_shown": "Giá trị",
    "expected_shown": "Mức lộ trình",
    "target_shown": "Mức chỉ tiêu",
    "gap_shown": "So với chỉ tiêu",
    "deadline_shown": "Hạn",
    "period_shown": "Kỳ số liệu đến",
    "why": "Vì sao",
    "source_shown": "Nguồn",
}
