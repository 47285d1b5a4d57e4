"""Words of the page Tiến độ."""

from typing import Any

from wording import judgement, numbers

LAYOUT = "Cách xem"
LAYOUTS = {"bars": "Thanh tiến độ", "matrix": "Ma trận"}
PILLARS = "Trụ cột"
RESOLUTIONS = "Văn bản"
TYPES = "Loại địa phương"
ALL = {"pillars": "Mọi trụ cột", "resolutions": "Mọi văn bản", "types": "Mọi loại địa phương"}
STATUSES = "Lọc theo trạng thái"
CHIP = ':color[{shape}]{{background="{colour}" foreground="#1B2733"}} {count} {word}'
CHIP_HELP = (
    "Bấm để chỉ xem các lượt giao có trạng thái này. Một lượt giao là một chỉ tiêu giao cho một địa phương."
)
ONLY = "Chỉ đang xem {name} ✕"
ONLY_HELP = "Bấm để xem lại mọi địa phương."

# One sentence over the list: what it shows. Nothing to read aloud is made of simulated figures.
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

GROUP = "{document} · {pillar}"
DOCUMENTS = {
    "resolution": "Nghị quyết {number}",
    "plan": "Kế hoạch {number}",
    "decision": "Quyết định {number}",
    "programme": "{number}",
    "index": "{number}",
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
SEPARATOR = " · "
NOTE_EXPECTED = "lộ trình {expected}"
NOTE_SHORT = "thiếu {apart}"
NOTE_EVEN = "vừa bằng mức"
NOTE_BEYOND = "vượt {apart}"
NOTE_TARGET = "cần {aim}"
NOTE_REFERENCE = "mốc {aim}"
NOTE_DEADLINE = "hạn {day}"
NOTE_PERIOD = "kỳ đến {day}"
NO_VALUE = "chưa có"
FORMER = "theo nghị quyết của tỉnh cũ"

MATRIX = "Ma trận địa phương × chỉ tiêu"
MATRIX_PLACE = "Địa phương"
MATRIX_TOTALS = "Được giao"
MATRIX_NOTHING = "không áp dụng"
MATRIX_TOTAL = "{shape}{count}"
MATRIX_SEPARATOR = " "
MATRIX_EMPTY = "Không có ô nào trong phạm vi đang chọn. Hãy bỏ bớt bộ lọc."

NOTHING_CHOSEN = (
    "Chọn một dòng hoặc một ô để xem vì sao: số liệu, mức lộ trình, cách tính, nhịp độ, nguyên nhân và nguồn."
)
CHOSEN = "##### {name}"
LINE = "- {sentence}"
PACE = "**Nhịp độ**"
EXPLAINED = "**Nguyên nhân và đề xuất** (nêu ngày {day})"
EXPLAINED_FOR_AREA = "**Nguyên nhân và đề xuất** (nêu chung cho {area}, ngày {day})"
CAUSE_OF_KIND = {"objective": "{text} (khách quan)", "subjective": "{text} (chủ quan)"}
CAUSES_JOINED = "; "
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


def texts(row: Any) -> dict[str, str]:
    """Write the figures of one judged row (attributes of ``indicators.status.assess``), and a line of them all.

    Returns
    -------
    dict of str
        ``value_shown``, ``expected_shown``, ``target_shown``, ``gap_shown``, ``deadline_shown``, ``period_shown``,
        ``standing_shown``, ``why`` and ``note``; empty where there is nothing to say.
    """
    decimals = int(row.decimals) if _known(row.decimals) else 0
    value = _value(row, decimals)
    shown = {
        "value_shown": value or NO_VALUE,
        "expected_shown": numbers.quantity(row.expected, row.unit, 2)
        if _known(row.expected) and row.status != "stale"
        else "",
        "target_shown": judgement.aim(row.comparator, row.target_value, row.unit, decimals)
        if _known(row.target_value) and _known(row.unit)
        else "",
        "gap_shown": _gap(row),
        "deadline_shown": numbers.day(row.deadline) if _known(row.deadline) else "",
        "period_shown": numbers.day(row.period_end) if _known(row.period_end) else "",
        "standing_shown": judgement.STANDING_WORDS[row.standing],
        "why": judgement.REASON_WORDS.get(row.reason, ""),
    }
    return {**shown, "note": _note(row, shown)}


def _note(row: Any, shown: dict[str, str]) -> str:
    """Put what a bar can't print at its end on the line below it."""
    aim = NOTE_REFERENCE if row.standing == "reference" else NOTE_TARGET
    said = [
        (aim.format(aim=shown["target_shown"]), shown["target_shown"]),
        (NOTE_EXPECTED.format(expected=shown["expected_shown"]), shown["expected_shown"]),
        (shown["gap_shown"], shown["gap_shown"]),
        (NOTE_DEADLINE.format(day=shown["deadline_shown"]), shown["deadline_shown"]),
        (NOTE_PERIOD.format(day=shown["period_shown"]), shown["period_shown"]),
        (FORMER, row.basis == "former"),
        # "No figure" is what the row already says; every other reason is news.
        (shown["why"], not _known(row.value) and row.reason != "no_observation"),
    ]
    return SEPARATOR.join(text for text, present in said if present)


def _value(row: Any, decimals: int) -> str:
    if not _known(row.value):
        return str(row.value_text) if _known(row.value_text) else ""
    if _known(row.out_of):
        return judgement.RANK_OF.format(rank=numbers.number(row.value), out_of=numbers.number(row.out_of))
    return judgement.figure(row.value, row.unit, decimals, row.qualifier)


def _gap(row: Any) -> str:
    # An old figure is shown without judgement, and so is one whose qualifier does not decide.
    if not _known(row.gap) or row.status in ("stale", "no_judgement"):
        return ""
    if round(row.gap, 2) == 0:
        return NOTE_EVEN
    template = NOTE_SHORT if row.gap < 0 else NOTE_BEYOND
    return template.format(apart=judgement.difference(abs(row.gap), row.unit, 2))


def _known(value: Any) -> bool:
    return value is not None and value == value
