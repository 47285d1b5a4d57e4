"""Words of a reform: predecessors of a unit, continued figures, and why a figure cannot be continued."""

from collections.abc import Mapping, Sequence
from typing import Any

from wording import judgement
from wording.lists import comma_list
from wording.numbers import number
from wording.places import short_name

# A smaller share would be printed as 0 or 1 %, which looks exact.
SLIVER = 0.01

# Predecessors and successors. "Theo danh mục": the register lists whole units; a split unit has a share.
MERGED_FROM = "Từ {day}, gộp từ (theo danh mục): {names}."
SAME_AS = "Trước {day}: {names}, địa giới không đổi."
SAME_AFTER = "Từ {day}: vẫn là {names}, địa giới không đổi."
NOW_IN = "Từ {day}: thuộc {names}."
NOW_PARTS_IN = "Từ {day} không còn cấp huyện; các xã, phường, thị trấn ở đây nay thuộc: {names}."
IN_PART = "{name} (một phần, khoảng {share} % diện tích)"
IN_PART_SLIVER = "{name} (một phần, dưới 1 % diện tích)"
WITH_PARENT = "{name} ({parent})"
LAND = "Nằm trên địa bàn {name} cũ."
LAND_OF_SEVERAL = (
    "Nằm trên địa bàn nhiều đơn vị cấp huyện cũ: {names} (theo diện tích, đo trên ranh giới sơ lược)."
)
LAND_SHARE = "{name} khoảng {share} %"
LAND_SLIVER = "{name} dưới 1 %"
ONLY_IN_PART = "Trong đó chỉ một phần diện tích thuộc đơn vị cấp huyện cũ đã chọn: {names}."

NO_WAY = "Không nối được: chỉ số này không cộng và không chia được cho địa phương khác."
NO_PEOPLE = "Không nối được: thiếu dân số đã kiểm tra để làm quyền số."
NO_PARTS = "Không nối được: tỷ lệ chỉ nối được qua tử số và mẫu số, mà nguồn không nêu."
VAGUE = "Nguồn chỉ nêu “hơn” hoặc “dưới”, không tính tiếp được."
NO_SIZE = "Không nối được: chưa biết phần của từng địa phương cũ vì thiếu dân số đã kiểm tra."
MISSING = "Thiếu số liệu cùng kỳ của {names}. Thiếu không phải bằng 0."
NO_MEAN = "Không tính trung bình: chỉ lấy trung bình của tỷ lệ và điểm chỉ số, không của số đếm hay thứ hạng."
NO_MEAN_OF_SPLIT = "Không tính trung bình: có địa phương chỉ thuộc một phần vào địa bàn này."

# A figure continued over a reform.
CONTINUED = "Nối qua sắp xếp địa giới: {found} số liệu tính được, {refused} không nối được"
CONTINUED_CAPTION = (
    "Số liệu của các địa phương trước (hoặc sau) sắp xếp, tính cho địa bàn đang xem. Đây là số suy ra, không lưu và không dùng để đánh giá chỉ tiêu. "
    "Số đếm nối theo tỷ lệ, tỷ lệ nối theo tử số và mẫu số; phần thiếu không coi là 0."
)
CONTINUED_TITLE = "Số liệu nối qua sắp xếp địa giới – {name}"
CONTINUED_HEADINGS = {
    "indicator_shown": "Chỉ số",
    "period_shown": "Kỳ",
    "value_shown": "Giá trị nối",
    "count_shown": "Số phần có số liệu",
    "told_shown": "Cách tính, hoặc vì sao không nối được",
    "mean_shown": "Cách khác: trung bình cộng không trọng số, như Bộ tính DTI 2024",
    "source_shown": "Nguồn",
}
REFUSED = "không nối được"
DERIVED = "tính nối qua sắp xếp địa giới"
COUNT = "{reported}/{total}"
RANGE = "{value} (từ {low} đến {high})"
SUM = "{terms} = {value}."
RATE = "Tử số: {above} = {numerator}; mẫu số: {below} = {denominator}; tỷ lệ {value}."
PLUS = " + "
TERM = "{name} {amount}"
TERM_IN_PART = "{name} {amount} × {share} %"
UNSURE = " Khoảng nêu trên là khi không có gì, hoặc có toàn bộ số liệu của {names} thuộc về địa bàn này: chỉ biết tỷ lệ diện tích hoặc dân số, không biết số liệu chia thế nào."
UNSURE_MISSING = " Chưa có số liệu của các phần khác nên chỉ là mức ít nhất."
SAME_PLACE = "Cùng một địa bàn, số liệu giữ nguyên."


def continued_figure(row: Mapping[str, Any]) -> str:
    """Return a continued figure with its bounds: ``khoảng 32 tổ (từ 30 đến 38)``; or that it was refused."""
    if row["reason"]:
        return REFUSED
    decimals = int(row["decimals"])
    text = judgement.figure(row["value"], row["unit"], decimals, row["qualifier"])
    if row["qualifier"] != "about" or row["same"] or row["high"] == float("inf"):
        return text
    return RANGE.format(value=text, low=number(row["low"], decimals), high=number(row["high"], decimals))


def calculation(row: Mapping[str, Any], parts: Sequence[Mapping[str, Any]]) -> str:
    """Return the calculation of a continued figure.

    Parameters
    ----------
    row
        Row of ``indicators.continuation.continued``.
    parts
        The rows of ``indicators.continuation.hand_over`` for it, with their ``name``.
    """
    if row["reason"]:
        return ""
    if row["same"]:
        return SAME_PLACE
    printed = judgement.figure(row["value"], parts[0]["unit"], int(parts[0]["decimals"]), row["qualifier"])
    if parts[0]["aggregation"] == "sum":
        said = SUM.format(terms=_terms(parts, "above"), value=printed)
    else:
        sums = {
            total: number(sum(each[side] * each["share"] for each in parts), 1)
            for total, side in (("numerator", "above"), ("denominator", "below"))
        }
        said = RATE.format(above=_terms(parts, "above"), below=_terms(parts, "below"), value=printed, **sums)
    split = [each["name"] for each in parts if not each["whole"]]
    if row["reported"] < row["total"]:
        return said + UNSURE_MISSING
    return said + UNSURE.format(names=comma_list(split)) if split else said


def _terms(parts: Sequence[Mapping[str, Any]], side: str) -> str:
    return PLUS.join(
        TERM.format(name=short_name(each["name"]), amount=number(each[side], 2))
        if each["whole"]
        else TERM_IN_PART.format(
            name=short_name(each["name"]), amount=number(each[side], 2), share=number(100 * each["share"], 2)
        )
        for each in parts
    )


def name_with_share(name: str, share: float) -> str:
    """Return the name of a unit, with the share of its area (0 to 1) where it is split."""
    if share == 1:
        return name
    return (IN_PART_SLIVER if share < SLIVER else IN_PART).format(name=name, share=number(100 * share))


def name_with_parent(name: str, parent: str) -> str:
    """Return a short name with that of its parent: ``P. Phú Trinh (TP. Phan Thiết)``."""
    return WITH_PARENT.format(name=short_name(name), parent=short_name(parent))


def former_districts(districts: Sequence[tuple[str, float]]) -> str:
    """Return the sentence about the former districts of a commune; each has a name and a share of the area, 0 to 1."""
    if len(districts) == 1:
        return LAND.format(name=districts[0][0])
    return LAND_OF_SEVERAL.format(names=_shares(sorted(districts, key=lambda each: -each[1])))


def partial_communes(communes: Sequence[tuple[str, float]]) -> str:
    """Return the sentence about communes that lie only partly in the chosen former district, with their shares."""
    return ONLY_IN_PART.format(names=_shares(communes))


def _shares(named_shares: Sequence[tuple[str, float]]) -> str:
    texts = [
        LAND_SLIVER.format(name=name)
        if share < SLIVER
        else LAND_SHARE.format(name=name, share=number(100 * share))
        for name, share in named_shares
    ]
    return comma_list(texts)


def missing_parts(names: Sequence[str]) -> str:
    """Return the sentence about parts without a figure."""
    return MISSING.format(names=comma_list(names))


# Below a chart of continued figures.
CONTINUED_LINE = " · Nét đứt, chấm rỗng: nối qua sắp xếp địa giới."
