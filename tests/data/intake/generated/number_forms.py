"""Numbers and units: in the cell, its format, the heading, above the table; parts of rates; two numbers in a cell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tests.data.intake.generated import vocabulary
from tests.data.intake.generated.grid import Formatted, Head, Line, Says, sample
from tests.data.intake.generated.meaning import Mark, Sample
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    BINH_THUAN,
    DOSSIERS,
    HAM_TAN,
    MEMBERS,
    NINH_THUAN,
    PROCEDURES,
    SIGNATURES,
    SUBSCRIBERS,
    TEAMS,
    TURNOVER,
    TUY_PHONG,
    VILLAGES,
    WORK_FILES,
    Item,
    Place,
    says,
)

KIND = "numbers"
Q3 = vocabulary.Q3
TITLE = ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"]


@dataclass(frozen=True)
class Cell:
    """A cell, and what it means of an indicator; no value: nothing that may be taken."""

    item: Item
    shown: object
    value: float | None
    mark: Mark = "plain"
    number_format: str = "General"
    unit: str = ""
    meaning: tuple[tuple[str, Any], ...] = ()

    @property
    def name(self) -> str:
        """Say what is written."""
        shown = str(self.shown).replace("\n", "⏎")
        form = "" if self.number_format == "General" else f" as {self.number_format}"
        unit = f", unit {self.unit}" if self.unit else ""
        return f"“{shown}”{form} of {self.item.indicator}{unit}"


def meant(item: Item, shown: object, value: float | None, mark: Mark = "plain", **meaning: Any) -> Cell:
    """Return a cell with a meaning beyond its value, such as a qualifier or parts."""
    return Cell(item, shown, value, mark, meaning=tuple(meaning.items()))


def shaped(item: Item, shown: object, number_format: str, value: float | None, mark: Mark = "plain") -> Cell:
    """Return a cell in a number format."""
    return Cell(item, shown, value, mark, number_format)


def in_unit(item: Item, unit: str, shown: object, value: float | None, mark: Mark = "plain") -> Cell:
    """Return a cell of another unit."""
    return Cell(item, shown, value, mark, unit=unit)


QUALIFIED = (
    meant(TEAMS, "hơn 60", 60, qualifier="more_than"),
    meant(DOSSIERS, "trên 80%", 80, qualifier="more_than"),
    meant(DOSSIERS, "> 80%", 80, qualifier="more_than"),
    meant(DOSSIERS, "khoảng 80%", 80, qualifier="about"),
    meant(MEMBERS, "gần 400", 400, qualifier="about"),
    meant(DOSSIERS, "~80", 80, qualifier="about"),
    meant(SIGNATURES, "≥ 95", 95, qualifier="at_least"),
    meant(TEAMS, "ít nhất 60", 60, qualifier="at_least"),
    meant(SIGNATURES, "95% trở lên", 95, qualifier="at_least"),
    meant(SIGNATURES, "dưới 50%", 50, qualifier="less_than"),
    meant(SIGNATURES, "không quá 50%", 50, qualifier="at_most"),
    meant(SIGNATURES, "≤ 50%", 50, qualifier="at_most"),
)
WRITTEN = (
    meant(DOSSIERS, "81,25", 81.25), meant(DOSSIERS, "81.25", 81.25), meant(DOSSIERS, "81,25%", 81.25),
    meant(DOSSIERS, "81,25 %", 81.25), meant(DOSSIERS, " 81,25 ", 81.25), meant(DOSSIERS, "100%", 100),
    meant(DOSSIERS, 100, 100), meant(DOSSIERS, "0%", 0), meant(DOSSIERS, 0, 0), meant(TEAMS, "0", 0),
    meant(TEAMS, "065", 65, "doubtful"), meant(TEAMS, "65 tổ", 65), meant(MEMBERS, "390 người", 390),
    meant(MEMBERS, "1.234", 1234), meant(MEMBERS, "12.345", 12345), meant(MEMBERS, "12 345", 12345),
    meant(MEMBERS, "12\u00a0345", 12345), meant(MEMBERS, "1,234", 1234, "doubtful"),
    meant(SUBSCRIBERS, "125.000", 125000), meant(SUBSCRIBERS, "1.125.000", 1125000),
    meant(TURNOVER, "1.234,5", 1234.5), meant(TURNOVER, "45,5", 45.5),
    meant(TURNOVER, "1,234.5", 1234.5, "doubtful"), meant(TURNOVER, "2.900", None, "wrong"),
    meant(TURNOVER, "45 tỷ đồng", 45), meant(TURNOVER, "45 tỷ", 45, "doubtful"),
    meant(TURNOVER, "45,5 tỷ", 45.5, "doubtful"), meant(TURNOVER, "45.000 triệu đồng", 45, "doubtful"),
    meant(TURNOVER, "45.000 triệu", 45, "doubtful"), meant(TURNOVER, "45.000.000.000 đồng", 45, "doubtful"),
    meant(TURNOVER, "1,2 nghìn tỷ", 1200, "doubtful"), meant(TURNOVER, "1.200 tỷ", 1200, "doubtful"),
    meant(TURNOVER, "45 tỉ", 45, "doubtful"), meant(MEMBERS, "1,5 nghìn người", 1500, "doubtful"),
    meant(SUBSCRIBERS, "125 nghìn", 125000, "doubtful"),
    meant(SUBSCRIBERS, "125 ngàn thuê bao", 125000, "doubtful"),
    meant(SUBSCRIBERS, "1,2 triệu", 1200000, "doubtful"), meant(MEMBERS, "1.5", None, "wrong"),
    meant(DOSSIERS, "0,8125", None, "wrong"), meant(DOSSIERS, 0.8125, None, "wrong"),
    meant(DOSSIERS, "80-85%", None, "wrong"), meant(DOSSIERS, "từ 80 đến 85%", None, "wrong"),
    meant(DOSSIERS, "khá cao", None, "wrong"), meant(TEAMS, "1O5", None, "wrong"),
    meant(TEAMS, "65 người", None, "wrong"), meant(TEAMS, "77%", None, "wrong"), meant(TEAMS, -5, None, "wrong"),
    meant(TEAMS, 65.5, None, "wrong"), meant(TEAMS, "#REF!", None, "wrong"),
    meant(TEAMS, datetime(2024, 3, 5), None, "wrong"), meant(TEAMS, "=10+5", None, "wrong"),
    meant(TEAMS, "không", None, "wrong"),
)  # fmt: skip
PARTS = (
    meant(VILLAGES, "100 % (65/65)", 100, "doubtful", numerator=65.0, denominator=65.0, parts_needed=False),
    meant(
        VILLAGES, "100% (65/65 thôn)", 100, "doubtful", numerator=65.0, denominator=65.0, parts_needed=False
    ),
    meant(
        VILLAGES, "92,31% (60/65)", 92.31, "doubtful", numerator=60.0, denominator=65.0, parts_needed=False
    ),
    meant(
        VILLAGES, "60/65 (92,31%)", 92.31, "doubtful", numerator=60.0, denominator=65.0, parts_needed=False
    ),
    meant(
        VILLAGES, "60/65, đạt 92,31%", 92.31, "doubtful", numerator=60.0, denominator=65.0, parts_needed=False
    ),
    meant(VILLAGES, "65/65 thôn", 100, "doubtful", numerator=65.0, denominator=65.0),
    meant(VILLAGES, "65/65", 100, "doubtful", numerator=65.0, denominator=65.0),
    meant(VILLAGES, "60/65", 92.3077, "doubtful", numerator=60.0, denominator=65.0),
    meant(WORK_FILES, "2.317/3.003", 77.1562, "doubtful", numerator=2317.0, denominator=3003.0),
    meant(
        WORK_FILES,
        "77,15% (2.317/3.003 hồ sơ)",
        77.15,
        "doubtful",
        numerator=2317.0,
        denominator=3003.0,
        parts_needed=False,
    ),
    meant(TEAMS, "65/65", None, "wrong"),
    meant(TEAMS, "65/65 tổ", None, "wrong"),
    meant(VILLAGES, "65/60", None, "wrong"),
    meant(VILLAGES, "12/24", 50, "doubtful", numerator=12.0, denominator=24.0),
)
FOOTNOTES = tuple(
    meant(
        DOSSIERS if decimal else TEAMS,
        f"{'81,2' if decimal else '65'}{mark}",
        81.2 if decimal else 65,
        "doubtful",
    )
    for mark in (" (1)", "*", "(*)", " (*)", "¹", "(1)", " [1]", "**", " *")
    for decimal in (True, False)
)
SEVERAL = tuple(
    meant(item, shown, None, "wrong")
    for item, shown in (
        (MEMBERS, "320\n145"),
        (TEAMS, "12 15"),
        (MEMBERS, "320; 145"),
        (MEMBERS, "320/145"),
        (TEAMS, "65 - 47"),
        (TEAMS, "65 và 47"),
        (TEAMS, "65, 47"),
        (DOSSIERS, "81,2 77,1"),
        (DOSSIERS, "81,2\n77,1"),
        (TEAMS, "65\n47"),
        (TEAMS, "65 (47)"),
        (DOSSIERS, "81,2% 77,1%"),
        (MEMBERS, "320 + 145"),
        (MEMBERS, "Nam: 320, nữ: 145"),
        (TEAMS, "65 (tăng 3)"),
        (DOSSIERS, "81,2 (tăng 3%)"),
        (TEAMS, "1234 567"),
        (TEAMS, "65 tổ/390 người"),
        (MEMBERS, "65 tổ, 390 người"),
        (TEAMS, "65\t47"),
    )
)
FORMATS = (
    shaped(DOSSIERS, 0.812, "0.0%", 81.2), shaped(DOSSIERS, 0.8125, "0.00%", 81.25),
    shaped(DOSSIERS, 0.812, "0%", 81.2), shaped(DOSSIERS, 0.005, "0.0%", 0.5), shaped(DOSSIERS, 1, "0%", 100),
    shaped(DOSSIERS, 0.812, "[Red]0.0%", 81.2), shaped(DOSSIERS, 0.812, "0.0%;-0.0%", 81.2),
    shaped(DOSSIERS, 0.812, "0.0%_);(0.0%)", 81.2), shaped(DOSSIERS, 81.2, '0.00"%"', 81.2),
    shaped(DOSSIERS, 81.2, '#,##0.0"%"', 81.2), shaped(DOSSIERS, 81.2, '0.0" %"', 81.2),
    shaped(DOSSIERS, 81.2, "0.0\\%", 81.2), shaped(DOSSIERS, 81.2, 'General"%"', 81.2),
    shaped(DOSSIERS, 81.2, "0.0\\ \\%", 81.2), shaped(DOSSIERS, 0.5, '0.0"%"', 0.5, "doubtful"),
    shaped(SIGNATURES, 0.9, "0.0\\%", 0.9, "doubtful"), shaped(DOSSIERS, 1, '0"%"', 1, "doubtful"),
    shaped(DOSSIERS, 0.812, '0.0"%"', 0.812, "doubtful"), shaped(DOSSIERS, 81.2, "0.0%", None, "wrong"),
    shaped(DOSSIERS, 0.812, "0.00", None, "wrong"), shaped(DOSSIERS, 1, "General", None, "wrong"),
    shaped(MEMBERS, 390, "#,##0", 390), shaped(MEMBERS, 1390, "#,##0", 1390),
    shaped(MEMBERS, 390, '#,##0" người"', 390), shaped(TEAMS, 65, '0" tổ"', 65), shaped(TEAMS, "65", "@", 65),
    shaped(MEMBERS, 2, "0.000", 2, "doubtful"), shaped(SUBSCRIBERS, 125000, "#,##0,", None, "wrong"),
    shaped(SUBSCRIBERS, 125000, '#,##0," nghìn"', 125000, "doubtful"), shaped(TEAMS, 0.65, "0%", None, "wrong"),
    shaped(TEAMS, 65, "dd/mm/yyyy", None, "wrong"), shaped(TURNOVER, 45.25, "#,##0.00", 45.25),
    shaped(TURNOVER, 45, '0" tỷ đồng"', 45), shaped(TURNOVER, 45, '0" triệu đồng"', 0.045, "doubtful"),
    shaped(DOSSIERS, 0.812, "0.0‰", None, "wrong"),
)  # fmt: skip
UNITS = (
    in_unit(TURNOVER, "tỷ đồng", 45, 45), in_unit(TURNOVER, "Tỷ đồng", 45, 45),
    in_unit(TURNOVER, "tỷ đ", 45, 45, "doubtful"), in_unit(TURNOVER, "tỉ đồng", 45, 45),
    in_unit(TURNOVER, "triệu đồng", 45000, 45, "doubtful"),
    in_unit(TURNOVER, "Triệu đồng", 45250, 45.25, "doubtful"), in_unit(TURNOVER, "tr.đ", 45000, 45, "doubtful"),
    in_unit(TURNOVER, "nghìn đồng", 45000000, 45, "doubtful"),
    in_unit(TURNOVER, "đồng", 45000000000, 45, "doubtful"),
    in_unit(TURNOVER, "nghìn tỷ đồng", 1.2, 1200, "doubtful"), in_unit(TURNOVER, "USD", 45, None, "wrong"),
    in_unit(TURNOVER, "%", 45, None, "wrong"), in_unit(MEMBERS, "người", 390, 390),
    in_unit(MEMBERS, "Người", 390, 390), in_unit(MEMBERS, "nghìn người", 1.39, 1390, "doubtful"),
    in_unit(MEMBERS, "1.000 người", 1.39, 1390, "doubtful"), in_unit(MEMBERS, "lượt người", 390, 390, "doubtful"),
    in_unit(SUBSCRIBERS, "nghìn thuê bao", 125, 125000, "doubtful"),
    in_unit(SUBSCRIBERS, "1000 thuê bao", 125, 125000, "doubtful"),
    in_unit(SUBSCRIBERS, "triệu thuê bao", 1.25, 1250000, "doubtful"), in_unit(TEAMS, "tổ", 65, 65),
    in_unit(TEAMS, "người", 65, None, "wrong"), in_unit(TEAMS, "%", 65, None, "wrong"),
    in_unit(TEAMS, "Số tổ", 65, 65, "doubtful"), in_unit(DOSSIERS, "Tỷ lệ %", 81.25, 81.25),
    in_unit(DOSSIERS, "Phần trăm", 81.25, 81.25), in_unit(DOSSIERS, "‰", 812.5, 81.25, "doubtful"),
    in_unit(DOSSIERS, "điểm", 81.25, None, "wrong"),
    meant(replace(DOSSIERS, unit="hồ sơ"), 1520, 1520, "doubtful", indicator="online_dossiers"),
)  # fmt: skip


def cells() -> Iterator[Sample]:
    """Each cell in a list of indicators, and in a table of places."""
    for cell in (*QUALIFIED, *WRITTEN, *PARTS, *FOOTNOTES, *SEVERAL, *FORMATS):
        yield sample(KIND, f"{cell.name}, in a list", cell.mark, _listed(cell))
        yield sample(KIND, f"{cell.name}, in a table of places", cell.mark, _of_places(cell))


def _place(item: Item) -> tuple[Place, Place, str]:
    if item.indicator == TURNOVER.indicator:
        return BINH_THUAN, NINH_THUAN, ""
    return TUY_PHONG, BAC_BINH, "UBND TỈNH BÌNH THUẬN"


def _said(cell: Cell, place: Place) -> Says | Formatted:
    if cell.value is None:
        return Formatted(cell.shown, cell.number_format)
    figure = says(cell.item, place, Q3)
    return figure.written(cell.shown, cell.number_format, value=float(cell.value), **dict(cell.meaning))


def _listed(cell: Cell) -> list[Line]:
    place, _, _ = _place(cell.item)
    unit = cell.unit or cell.item.unit
    other = TEAMS if cell.item is not TEAMS else PROCEDURES
    lines: list[Line] = [
        [f"UBND {place.name.upper()}"],
        TITLE,
        [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"],
        [1, cell.item.name, unit, _said(cell, place)],
        [2, other.name, other.unit, says(other, place, Q3, 1)],
    ]
    return [*lines, [], ["(1), (*) Số liệu do Công an huyện cung cấp."]] if cell in FOOTNOTES else lines


def _of_places(cell: Cell) -> list[Line]:
    place, neighbour, authority = _place(cell.item)
    unit = cell.unit or cell.item.unit
    other = TEAMS if cell.item is not TEAMS else PROCEDURES
    lines: list[Line] = [
        [authority or None],
        TITLE,
        [Head("TT"), "Địa phương", f"{cell.item.name} ({unit})", f"{other.name} ({other.unit})"],
        [1, neighbour.name, says(cell.item, neighbour, Q3, 2), says(other, neighbour, Q3)],
        [2, place.name, _said(cell, place), says(other, place, Q3, 1)],
    ]
    return [*lines, [], ["(1), (*) Số liệu do Công an huyện cung cấp."]] if cell in FOOTNOTES else lines


def units() -> Iterator[Sample]:
    """Each unit in a list of indicators, in a heading, and above the table."""
    for cell in UNITS:
        place, neighbour, authority = _place(cell.item)
        unit = cell.unit or cell.item.unit
        yield sample(KIND, f"{cell.name}, in a list", cell.mark, _listed(cell))
        more = [cell, cell] if cell.value is None else [cell, _doubled(cell)]
        for name, above, head in (
            ("in brackets of the heading", [], f"{cell.item.name} ({unit})"),
            ("behind a comma of the heading", [], f"{cell.item.name}, {unit}"),
            ("above the table", [[None, None, f"Đơn vị tính: {unit}"]], cell.item.name),
            ("above the table as ĐVT", [[f"ĐVT: {unit}"]], cell.item.name),
            ("above the table in brackets", [[f"(Đơn vị: {unit})"]], cell.item.name),
        ):
            lines: list[Line] = [
                [authority or None],
                TITLE,
                *above,
                [Head("TT"), "Địa phương", head],
                *(
                    [at, each.name, _said(one, each)]
                    for at, (each, one) in enumerate(zip((place, neighbour), more, strict=True), start=1)
                ),
            ]
            mark: Mark = "doubtful" if "comma" in name and cell.mark == "plain" else cell.mark
            yield sample(KIND, f"{cell.name}, {name}", mark, lines)


def _doubled(cell: Cell) -> Cell:
    """Return the same unit with twice the number, for another place."""
    assert isinstance(cell.shown, int | float)
    assert cell.value is not None
    if cell.item.unit == "%":
        return replace(cell, shown=cell.shown * 0.96, value=cell.value * 0.96)
    return replace(cell, shown=cell.shown * 2, value=cell.value * 2)


def parts_in_columns() -> Iterator[Sample]:
    """A rate beside the counts that it is made of."""
    groups: tuple[tuple[Item, tuple[str, str, str], Mark], ...] = (
        (VILLAGES, ("Tổng số thôn, khu phố", "Số thôn, khu phố có tổ", "Tỷ lệ (%)"), "doubtful"),
        (VILLAGES, ("Tổng số", "Số lượng", "Tỷ lệ (%)"), "doubtful"),
        (DOSSIERS, ("Tổng số hồ sơ", "Số hồ sơ nộp trực tuyến", "Tỷ lệ (%)"), "doubtful"),
        (DOSSIERS, ("Tổng số hồ sơ tiếp nhận", "Trong đó: trực tuyến", "Tỷ lệ %"), "doubtful"),
        (WORK_FILES, ("Mẫu số", "Tử số", "Tỷ lệ"), "plain"),
        (WORK_FILES, ("Mẫu số", "Tử số", "Giá trị"), "plain"),
    )
    for item, (whole, part, rate), mark in groups:
        for order in ((0, 1, 2), (1, 0, 2), (2, 1, 0)):
            lines = _with_parts(item, (whole, part, rate), order, needed=mark == "plain")
            name = f"{item.indicator} over {', '.join((whole, part, rate)[each] for each in order)}"
            yield sample(KIND, name, mark, lines, merged=("A3:A4", "B3:B4", "C3:E3"))
    for inner in (("Số lượng", "Tỷ lệ (%)"), ("Tổng số", "Tỷ lệ"), ("Số lượng", "%")):
        top = [Head("TT"), "Địa phương", VILLAGES.name, None]
        lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, top, [None, None, *inner]]
        for at, place in enumerate((TUY_PHONG, BAC_BINH), start=1):
            lines.append([at, place.name, 60 + at, says(VILLAGES, place, Q3, at)])
        name = f"{VILLAGES.indicator} over {', '.join(inner)}"
        yield sample(KIND, name, "doubtful", lines, merged=("A3:A4", "B3:B4", "C3:D3"))
    lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, [Head("TT"), "Địa phương", f"{DOSSIERS.name} (%)", None]]
    lines.append([None, None, "Số hồ sơ", "Tỷ lệ"])
    lines += [
        [at, place.name, 1520 + at, says(DOSSIERS, place, Q3, at)]
        for at, place in enumerate((TUY_PHONG, HAM_TAN))
    ]
    yield sample(
        KIND, "a count under a heading of a share", "doubtful", lines, merged=("A3:A4", "B3:B4", "C3:D3")
    )


PARTS_OF_PLACES = ((TUY_PHONG, 60, 65, 92.31), (BAC_BINH, 40, 48, 83.33))


def _with_parts(
    item: Item, heads: tuple[str, str, str], order: tuple[int, ...], *, needed: bool
) -> list[Line]:
    lines: list[Line] = [
        ["UBND TỈNH BÌNH THUẬN"],
        TITLE,
        [Head("TT"), "Địa phương", item.name, None, None],
        [None, None, *(heads[each] for each in order)],
    ]
    for at, (place, part, whole, rate) in enumerate(PARTS_OF_PLACES, start=1):
        figure = says(item, place, Q3).written(
            rate, value=rate, numerator=float(part), denominator=float(whole), parts_needed=needed
        )
        count = says(item, place, Q3).written(
            part, indicator="online_dossiers", value=float(part), needed=False
        )
        cells = (whole, count if item is DOSSIERS else part, figure)
        lines.append([at, place.name, *(cells[each] for each in order)])
    return lines


def samples() -> Iterator[Sample]:
    """All files on numbers and units."""
    for several in (cells, units, parts_in_columns):
        yield from several()
