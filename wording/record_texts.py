"""Texts of what was read of a file: whose figures, of when, and the period before."""

MOST = 3  # names of localities in one line

ONE_DAY = "đến {last}"
SPAN = "{first} – {last}"
RANGE = "từ {low} đến {high}"
BEFORE = "{value} (đến {day})"
NONE_BEFORE = "chưa có kỳ trước"
MOVED = "{up} tăng, {down} giảm, {same} không đổi, {none} chưa có kỳ trước"
FEW_PLACES = "{names}"
MANY_PLACES = "{count} địa phương: {names}…"
COLUMNS = {
    "places": "Của địa phương",
    "name_vi": "Chỉ số",
    "period": "Của kỳ",
    "count": "Số ô",
    "values": "Giá trị",
    "before": "Kỳ trước",
    "sheet": "Trang",
    "column": "Cột",
    "heading": "Tiêu đề cột",
}
# The same line in a shell.
LINE = "{places} · {name_vi} · {period} · {count} số liệu: {values} · kỳ trước: {before} · trang “{sheet}”, cột {column} “{heading}”"


def places(names: list[str]) -> str:
    """Return the names of some localities; of many, their number and the first ones."""
    if len(names) <= MOST:
        return FEW_PLACES.format(names=", ".join(names))
    return MANY_PLACES.format(count=len(names), names=", ".join(names[:MOST]))


def period(first: str, last: str) -> str:
    """Return two days, or one where they are the same."""
    return ONE_DAY.format(last=last) if first == last else SPAN.format(first=first, last=last)
