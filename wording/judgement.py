"""Words of the comparison with targets: statuses, reasons, calculations, refusals, failed checks."""

from collections.abc import Mapping
from typing import Any

from wording.numbers import day, number, quantity

STATUS_WORDS = {
    "met": "đạt",
    "on_track": "đúng lộ trình",
    "behind": "chậm lộ trình",
    "missed": "không đạt khi đến hạn",
    "open": "chưa đạt, chưa đủ căn cứ lộ trình",
    "not_measurable": "chưa có phương pháp",
    "no_data": "chưa có số liệu",
    "stale": "số liệu cũ",
    "text_unknown": "chưa có văn bản",
    "above_reference": "trên mốc tham chiếu",
    "below_reference": "dưới mốc tham chiếu",
    "no_judgement": "chưa đủ căn cứ so với mốc tham chiếu",
}

STANDING_WORDS = {"assigned": "được giao", "reference": "mốc tham chiếu"}
BASIS_WORDS = {
    "own": "chỉ tiêu giao cho địa phương",
    "inside": "chỉ tiêu của địa bàn, không giao riêng cho địa phương này",
    "former": "theo nghị quyết của tỉnh cũ",
}

REASON_WORDS = {
    "no_method": "Bộ, ngành chưa hướng dẫn phương pháp đánh giá.",
    "text_unknown": "Chưa có văn bản nêu nội dung chỉ tiêu.",
    "no_indicator": "Chỉ tiêu chưa gắn với chỉ số nào.",
    "not_applicable": "Chỉ số không áp dụng cho địa phương này.",
    "boundary_changed": "Địa giới đã thay đổi, số liệu cũ không còn so sánh được.",
    "no_observation": "Chưa có số liệu đến ngày xem.",
    "no_number": "Nguồn chỉ nêu nhận xét, không nêu con số.",
    "older_than_a_year": "Số liệu cũ hơn 12 tháng so với ngày xem nên không đánh giá.",
    "reference": "Chỉ tiêu không giao cho địa phương này, chỉ dùng làm mốc tham chiếu.",
    "seen_after_deadline": "Đã có khi báo cáo, nhưng không rõ có trước hay sau hạn.",
    "reached": "Số liệu đã đạt mức chỉ tiêu.",
    "no_comparator": "Văn bản chưa rõ chỉ tiêu là mức tối thiểu hay tối đa.",
    "deadline_reached": "Kỳ số liệu đã đến hạn mà chưa đạt mức chỉ tiêu.",
    "partial_period": "Số liệu mới là một phần của năm nên chưa so với chỉ tiêu cả năm.",
    "qualifier": "Nguồn không nêu con số chính xác nên chưa đủ căn cứ so sánh.",
    "no_deadline": "Chỉ tiêu không nêu hạn.",
    "still_ahead": "Chưa đến hạn; thứ hạng, mốc thời gian không có lộ trình từng năm.",
    "before_baseline": "Kỳ số liệu trước mốc xuất phát của lộ trình.",
    "no_baseline": "Chưa có mốc xuất phát nên không có lộ trình; không coi xuất phát là 0.",
    "no_direction": "Chỉ số không nêu chiều tốt nên không so với lộ trình.",
    "on_line": "Số liệu bằng hoặc tốt hơn mức lộ trình tại ngày cuối kỳ.",
    "below_line": "Số liệu kém mức lộ trình tại ngày cuối kỳ.",
}

QUALIFIER_WORDS = {
    "exact": "{value}",
    "at_least": "ít nhất {value}",
    "more_than": "hơn {value}",
    "at_most": "nhiều nhất {value}",
    "less_than": "dưới {value}",
    "about": "khoảng {value}",
}
# A value that the source does not print, but only the numbers it is worked out from.
COMPUTED = "{value} (tự tính)"
AIM = "{comparator} {value}"
RANK_OF = "{rank}/{out_of}"

# The calculation of a status, line by line.
WORKING_VALUE = "Số liệu: {value}, kỳ {start}–{end}, nguồn: {source}."
WORKING_VALUE_DAY = "Số liệu: {value}, tại ngày {end}, nguồn: {source}."
WORKING_PARTS = "Tử số và mẫu số theo nguồn: {numerator} trên {denominator}."
WORKING_TARGET = "Chỉ tiêu: {aim}, hạn {deadline}."
WORKING_TARGET_OPEN = "Chỉ tiêu: {aim}, không nêu hạn."
WORKING_EXISTS = "Chỉ tiêu: hoàn thành, hạn {deadline}."
WORKING_REFERENCE = "Mốc tham chiếu: {aim} ({basis})."
WORKING_STATED = "Mốc xuất phát: {baseline} ngày {date}, văn bản nêu."
WORKING_OWN = "Mốc xuất phát: {baseline}, số liệu của chính địa phương tại ngày {date}."
WORKING_LINE = (
    "Mức lộ trình ngày {end} = {start_value} + ({end_value} − {start_value}) × {elapsed}/{total} ngày"
    " = {expected} (từ {line_start} đến {line_end})."
)
WORKING_AFTER = "Sau hạn, mức lộ trình là mức chỉ tiêu: {expected}."
WORKING_BEYOND = "Mốc xuất phát đã vượt chỉ tiêu nên mức lộ trình là mức chỉ tiêu: {expected}."
WORKING_LAG = (
    "So với lộ trình: kém {apart}.",
    "Đúng bằng mức lộ trình.",
    "So với lộ trình: tốt hơn {apart}.",
)
WORKING_GAP = (
    "So với chỉ tiêu: còn thiếu {apart}.",
    "Đúng bằng mức chỉ tiêu.",
    "So với chỉ tiêu: vượt {apart}.",
)
# A no-break space: never split at the end of a line.
POINTS = "điểm\u00a0%"
WORKING_STATUS = "Trạng thái: {status}. {reason}"

PACE_WORDS = {
    "no_observation": "Chưa có số liệu để tính nhịp độ.",
    "inexact": "Số liệu không nêu con số chính xác nên không tính được nhịp độ.",
    "one_observation": "Mới có một kỳ số liệu, chưa tính được nhịp độ.",
    "no_equal_span": "Không có hai kỳ dài bằng nhau để so sánh.",
    "not_a_value": "Chỉ tiêu không phải là một mức giá trị nên không tính nhịp độ.",
    "already_met": "Đã đạt chỉ tiêu.",
    "stale": "Số liệu cũ hơn 12 tháng nên không tính nhịp độ.",
    "not_moving": "Với nhịp độ hiện nay thì không đến được chỉ tiêu.",
    "too_slow": "Với nhịp độ hiện nay thì hơn 50 năm nữa mới đến chỉ tiêu.",
}
PACE_NOW = "Nhịp độ: {per_month} mỗi tháng (từ {from_value} ngày {from_end} đến {to_value} ngày {to_end})."
PACE_ARRIVAL = "Theo nhịp độ này, đạt chỉ tiêu vào khoảng {arrival}."
PACE_NEEDED = "Để kịp hạn {deadline} cần {needed} mỗi tháng."

RANKING_WORDS = {
    "too_few_figures": "Không xếp hạng: hơn 20 % số địa phương thiếu số liệu so sánh ({reported}/{total}).",
    "no_direction": "Không xếp hạng: chỉ số không có chiều tốt, xấu.",
    "no_places": "Không xếp hạng: không có địa phương nào để so sánh.",
}


CANNOT_ADD_UP = "Không cộng được “{indicator}”: chỉ số này không có cách tổng hợp từ dưới lên."
CANNOT_ADD_RATE = (
    "Không tổng hợp được “{indicator}”: tỷ lệ chỉ cộng được qua tử số và mẫu số, mà nguồn không nêu."
)
CANNOT_ADD_VAGUE = (
    "Không tổng hợp được “{indicator}”: có số liệu chỉ nêu “hơn” hoặc “dưới”, không tính trung bình được."
)
CANNOT_WEIGH_BASE = "Không tổng hợp được “{indicator}”: không có số liệu gốc “{base}” để làm quyền số."
CANNOT_WEIGH_MISSING = (
    "Không tổng hợp được “{indicator}”: có địa phương thiếu dân số đã kiểm tra để làm quyền số."
)
CANNOT_MIX_LEVELS = "Không cộng được: số liệu thuộc nhiều cấp hành chính khác nhau nên sẽ bị tính trùng."

NUMERATOR = "tử số"
DENOMINATOR = "mẫu số"
SUM_MISMATCH = "{indicator}: {parts} = {computed}, nguồn ghi {stated} (lệch {difference})."
PART_OVER_WHOLE = "{indicator}: phần “{part}” là {computed}, lớn hơn tổng {stated}."
NUMERATOR_OVER_DENOMINATOR = "{indicator}: tử số {numerator_text} lớn hơn mẫu số {whole_text}."
RATE_MISMATCH = (
    "{indicator}: {above_text} / {below_text} = {computed} %, nguồn ghi {stated} % (lệch {difference})."
)
RATE_TRUNCATED = (
    "{indicator}: {above_text} / {below_text} = {computed} %, nguồn ghi {stated} % (cắt bớt, không làm tròn)."
)
PARTS_DIFFER = "{indicator}: {part} ghi trong tỷ lệ là {stated}, số liệu riêng của nó là {computed}."
SOURCES_DIFFER = "{indicator}: các nguồn ghi khác nhau, {stated} và {computed}."
OUT_OF_BOUNDS = "{indicator}: {stated} nằm ngoài giới hạn {computed}."
CUMULATIVE_FALLS = "{indicator}: số lũy kế giảm từ {computed} (ngày {before_text}) còn {stated}."
TALLY_TOTAL = "{met} chỉ tiêu đạt + {remaining} còn lại = {computed}, nguồn ghi tổng số {total}."
TALLY_REMAINING = (
    "{not_measurable} chưa đo được + {expected} dự kiến đạt + {hard} khó đạt = {computed},"
    " nguồn ghi còn lại {remaining}."
)
TALLY_COUNTS = {"total": "tổng số chỉ tiêu", "met": "số chỉ tiêu đạt", "remaining": "số chỉ tiêu còn lại"}
TALLIES_DIFFER = "Các nguồn ghi khác nhau về {count}: {values}."
TARGETS_DIFFER = "{indicator}: các văn bản đặt mức khác nhau cho cùng hạn, {values}."

POPULATION_BANDS = (
    "dân số dưới 5 nghìn",
    "dân số 5–10 nghìn",
    "dân số 10–20 nghìn",
    "dân số 20–50 nghìn",
    "dân số 50–100 nghìn",
    "dân số 100–200 nghìn",
    "dân số từ 200 nghìn",
)
DENSITY_BANDS = (
    "mật độ rất thấp (dưới 50 người/km²)",
    "mật độ thấp (50–200 người/km²)",
    "mật độ trung bình (200–500 người/km²)",
    "mật độ khá cao (500–1.000 người/km²)",
    "mật độ cao (1.000–2.000 người/km²)",
    "mật độ rất cao (từ 2.000 người/km²)",
)
POPULATION_UNKNOWN = "chưa có dân số đã kiểm tra"
DENSITY_UNKNOWN = "chưa tính được mật độ"
PEER = "{type}, {population}, {density}"


def figure(value: float, unit: str, decimals: int, qualifier: str = "exact", basis: object = "stated") -> str:
    """Return a figure with its qualifier: ``hơn 60 %``; one of ``value_basis`` computed is marked."""
    printed = QUALIFIER_WORDS[qualifier].format(value=quantity(value, unit, decimals))
    return COMPUTED.format(value=printed) if basis == "computed" else printed


def difference(value: float, unit: str, decimals: int) -> str:
    """Return a difference; that of two shares is in percentage points: ``5 điểm %``."""
    return quantity(value, POINTS if unit == "%" else unit, decimals)


def aim(comparator: str | None, value: float, unit: str, decimals: int) -> str:
    """Return the value of a target with its comparator: ``≥ 70 %``."""
    known = comparator if isinstance(comparator, str) else ""
    return AIM.format(comparator=known, value=quantity(value, unit, decimals)).strip()


def peer_group(kind: str, population_band: int, density_band: int) -> str:
    """Return the name of a peer group: ``phường, dân số 10–20 nghìn, mật độ cao (…)``; band −1 is unknown."""
    people = POPULATION_UNKNOWN if population_band < 0 else POPULATION_BANDS[population_band]
    density = DENSITY_UNKNOWN if density_band < 0 else DENSITY_BANDS[density_band]
    return PEER.format(type=kind, population=people, density=density)


def calculation_steps(row: Mapping[str, Any], source: str | None = None) -> list[str]:
    """Return the calculation of a status: values, dates, the formula with its numbers, source, rule.

    Parameters
    ----------
    row
        One row of ``indicators.status.assess``.
    source
        Title of the source of the figure; its id is used where it is not given.

    Returns
    -------
    list of str
        One sentence a line.
    """
    lines = [*_working_value(row, source), *_working_target(row)]
    # An old figure is not judged, and a distance to the target is a judgement.
    if row["standing"] == "assigned" and row["status"] != "stale":
        lines += [*_working_line(row), *_working_distance(row)]
    reason = REASON_WORDS.get(row["reason"], "")
    lines.append(WORKING_STATUS.format(status=STATUS_WORDS[row["status"]], reason=reason).strip())
    return lines


def pace_sentences(row: Mapping[str, Any], unit: str, decimals: int) -> list[str]:
    """Return sentences about a row of ``indicators.pace.pace``: the pace, the day of arrival, the pace needed."""
    lines = []
    if _known(row["per_month"]):
        pieces = {name: quantity(row[name], unit, decimals) for name in ("from_value", "to_value")}
        pieces |= {name: day(row[name]) for name in ("from_end", "to_end")}
        lines.append(PACE_NOW.format(per_month=difference(row["per_month"], unit, decimals + 1), **pieces))
    if row["pace_reason"]:
        lines.append(PACE_WORDS[row["pace_reason"]])
    else:
        lines.append(PACE_ARRIVAL.format(arrival=day(row["arrival"])))
    if _known(row["needed_per_month"]):
        needed = difference(row["needed_per_month"], unit, decimals + 1)
        lines.append(PACE_NEEDED.format(deadline=day(row["deadline"]), needed=needed))
    return lines


def _working_value(row: Mapping[str, Any], source: str | None) -> list[str]:
    if not _known(row["period_end"]) or not _known(row["value"]):
        return []
    basis = row["value_basis"]
    printed = figure(row["value"], row["unit"], int(row["decimals"]), row["qualifier"], basis)
    if _known(row["out_of"]):
        printed = RANK_OF.format(rank=number(row["value"]), out_of=number(row["out_of"]))
    period = {"start": day(row["period_start"]), "end": day(row["period_end"])}
    template = WORKING_VALUE_DAY if row["period_start"] == row["period_end"] else WORKING_VALUE
    lines = [template.format(value=printed, source=source or row["source"], **period)]
    if _known(row["numerator"]) and _known(row["denominator"]):
        parts = {name: number(row[name], 2) for name in ("numerator", "denominator")}
        lines.append(WORKING_PARTS.format(**parts))
    return lines


def _working_target(row: Mapping[str, Any]) -> list[str]:
    if not _known(row["target_value"]) or not _known(row["unit"]):
        thing = row["kind"] in ("exists", "date") and _known(row["deadline"])
        return [WORKING_EXISTS.format(deadline=day(row["deadline"]))] if thing else []
    wanted = aim(row["comparator"], row["target_value"], row["unit"], int(row["decimals"]))
    if row["standing"] == "reference":
        return [WORKING_REFERENCE.format(aim=wanted, basis=BASIS_WORDS[row["basis"]])]
    if not _known(row["deadline"]):
        return [WORKING_TARGET_OPEN.format(aim=wanted)]
    return [WORKING_TARGET.format(aim=wanted, deadline=day(row["deadline"]))]


def _working_line(row: Mapping[str, Any]) -> list[str]:
    if not _known(row["expected"]):
        return []
    expected = quantity(row["expected"], row["unit"], 2)
    if not _known(row["line_start"]):
        over = not _known(row["deadline"]) or row["period_end"] >= row["deadline"]
        return [(WORKING_AFTER if over else WORKING_BEYOND).format(expected=expected)]
    lines = []
    if _known(row["baseline"]) and row["line_start"] == row["baseline_date"]:
        own = row["baseline_basis"] == "own_observation"
        baseline = quantity(row["baseline"], row["unit"], int(row["decimals"]))
        template = WORKING_OWN if own else WORKING_STATED
        lines.append(template.format(baseline=baseline, date=day(row["baseline_date"])))
    days = {
        "elapsed": number((row["period_end"] - row["line_start"]).days),
        "total": number((row["line_end"] - row["line_start"]).days),
    }
    values = {name: number(row[f"line_{name}"], 2) for name in ("start_value", "end_value")}
    dates = {name: day(row[name]) for name in ("line_start", "line_end")}
    end = day(row["period_end"])
    return [*lines, WORKING_LINE.format(end=end, expected=expected, **values, **days, **dates)]


def _working_distance(row: Mapping[str, Any]) -> list[str]:
    lines = []
    for name, (short, even, beyond) in (("lag", WORKING_LAG), ("gap", WORKING_GAP)):
        apart = row[name]
        # After the deadline the line is the target: both distances are the same.
        if not _known(apart) or (name == "lag" and not _known(row["line_start"])):
            continue
        template = even if round(apart, 2) == 0 else short if apart < 0 else beyond
        lines.append(template.format(apart=difference(abs(apart), row["unit"], 2)))
    return lines


def _known(value: Any) -> bool:
    return value is not None and value == value


CAUSE_OF_KIND = {"objective": "{text} (khách quan)", "subjective": "{text} (chủ quan)"}
CAUSES_JOINED = "; "
NO_TARGET = "Không có chỉ tiêu nào áp dụng cho chỉ số này; chỉ hiển thị số liệu."
