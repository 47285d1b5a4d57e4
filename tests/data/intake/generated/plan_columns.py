"""Plans, comparisons, estimates, scores and remarks beside what was achieved: only what was achieved is a figure."""

from collections.abc import Callable, Iterator, Sequence

from tests.data.intake.generated import vocabulary
from tests.data.intake.generated.grid import Head, Line, Says, sample
from tests.data.intake.generated.letterhead import closings, heads
from tests.data.intake.generated.meaning import Sample, When
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    DOSSIERS,
    FEEDBACK,
    IDENTITIES,
    LA_GI,
    MEMBERS,
    SIGNATURES,
    TEAMS,
    TUY_PHONG,
    WORK_FILES,
    Item,
    Place,
    says,
)

KIND = "plan columns"
ITEMS = (DOSSIERS, TEAMS, SIGNATURES, MEMBERS)
Q3 = vocabulary.Q3
Filled = Callable[[int], object]


def plan(at: int) -> object:
    """A planned figure."""
    return (90, 70, 95, 420)[at % 4]


def written_plan(at: int) -> object:
    """A planned figure in the words of a resolution."""
    return ("≥ 90", "70", "Trên 95%", "Từ 420 trở lên")[at % 4]


def share_of_plan(at: int) -> object:
    """How much of a plan was achieved, in percent."""
    return (90.28, 92.86, 81.21, 92.86)[at % 4]


def difference(at: int) -> object:
    """A rise or a fall."""
    return (5.25, -3, 2.15, -12)[at % 4]


def score(at: int) -> object:
    """Points of an assessment."""
    return (8.5, 10, 7.25, 9)[at % 4]


def rank(at: int) -> object:
    """A place in a list."""
    return at + 1


def earlier(at: int) -> object:
    """What was achieved before."""
    return (76, 68, 75, 402)[at % 4]


def verdict(at: int) -> object:
    """A word for whether a plan was achieved."""
    return ("Chưa đạt", "Chưa đạt", "Chưa đạt", None)[at % 4]


BESIDE: tuple[tuple[Filled, tuple[str, ...]], ...] = (
    (
        plan,
        (
            "KH năm 2024", "KH 2024", "Kế hoạch", "Kế hoạch năm 2024", "Kế hoạch giao", "Kế hoạch quý III/2024",
            "KH quý III", "Chỉ tiêu giao", "Chỉ tiêu năm 2024", "Chỉ tiêu kế hoạch", "Nghị quyết giao", "NQ giao",
            "Mục tiêu", "Mục tiêu năm 2025", "Mục tiêu đến năm 2025", "KH năm 2024 (tỉnh giao)",
        ),
    ),
    (written_plan, ("Chỉ tiêu NQ", "Chỉ tiêu theo Nghị quyết 10-NQ/TU", "Mục tiêu NQ số 10-NQ/TU đến năm 2025")),
    (
        share_of_plan,
        (
            "% so với KH", "Tỷ lệ % đạt KH", "So với KH (%)", "% hoàn thành KH", "Tỷ lệ đạt so với kế hoạch (%)",
            "Đạt tỷ lệ so với KH năm (%)", "TH/KH (%)",
        ),
    ),
    (
        difference,
        (
            "Chênh lệch so với năm 2023", "Tăng/giảm", "Tăng (+), giảm (-)", "Tăng, giảm so với cùng kỳ", "Chênh lệch",
            "So với cùng kỳ năm trước", "So sánh với quý II/2024", "+/- so với quý trước",
        ),
    ),
    (plan, ("Dự kiến", "Dự kiến năm 2024", "Ước", "Ước thực hiện năm 2024", "Ước TH cả năm 2024", "Ước cả năm")),
    (earlier, ("Cùng kỳ", "Cùng kỳ năm trước", "Kỳ trước", "Quý trước", "Năm trước")),
    (score, ("Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Điểm")),
    (rank, ("Xếp hạng", "Thứ hạng", "Hạng")),
    (verdict, ("Đánh giá", "Kết quả đánh giá", "Ghi chú", "Cơ quan chủ trì")),
)  # fmt: skip
ACHIEVED = (
    "Thực hiện", "Kết quả", "Kết quả thực hiện", "TH quý III/2024", "Thực hiện quý III/2024", "Kết quả đạt được",
    "Kết quả quý III/2024", "Số liệu thực hiện", "Đã thực hiện", "Thực hiện đến 30/9/2024", "Kết quả thực hiện quý III",
)  # fmt: skip
TITLE = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYỂN ĐỔI SỐ QUÝ III/2024"


def framed(lines: Sequence[Line], turn: int, title: str = TITLE) -> list[Line]:
    """Put the letterhead of Tuy Phong above a table and a closing below."""
    above = heads("UBND HUYỆN TUY PHONG", "Tuy Phong")
    below = closings("Tuy Phong")
    return [*above[turn % len(above)], [title], *lines, *below[(turn + turn // 4) % len(below)]]


def beside() -> Iterator[Sample]:
    """One column beside the achieved one, before it and behind it."""
    turn = 0
    for filled, headings in BESIDE:
        for heading in headings:
            for before in (True, False):
                achieved = ACHIEVED[turn % len(ACHIEVED)]
                lines = framed(two_columns(heading, filled, achieved, before), turn)
                side = "before" if before else "behind"
                yield sample(KIND, f"“{heading}” {side} “{achieved}”", "plain", lines)
                turn += 1


def two_columns(heading: str, filled: Filled, achieved: str, before: bool) -> list[Line]:
    """Return a list of indicators with two columns of numbers."""

    def ordered(other: object, figure: object) -> list[object]:
        return [other, figure] if before else [figure, other]

    return [
        [Head("STT"), "Nội dung", "ĐVT", *ordered(heading, achieved)],
        *(
            [at + 1, item.name, item.unit, *ordered(filled(at), says(item, TUY_PHONG, Q3))]
            for at, item in enumerate(ITEMS)
        ),
    ]


# Rarer words for the same: a reader may ask about them, but must not take them.
RARE: tuple[tuple[Filled, tuple[str, ...]], ...] = (
    (
        plan,
        (
            "Phấn đấu năm 2024", "Phấn đấu", "Đăng ký năm 2024", "Yêu cầu năm 2024", "Số phải đạt",
            "Cần đạt đến năm 2025", "Đến năm 2025", "Chuẩn đạt", "CT giao", "KH giao 2024", "Định mức",
            "Tỉnh giao", "Huyện giao", "HĐND giao", "Ngưỡng đạt", "Mức tối thiểu", "Dự ước quý IV/2024",
            "Khả năng thực hiện năm 2024", "Quy định", "Trung bình tỉnh", "Bình quân cả tỉnh", "Cao nhất",
            "Thấp nhất",
        ),
    ),
    (share_of_plan, ("% TH/KH", "SS cùng kỳ (%)", "Tỷ lệ", "%", "Tốc độ tăng (%)", "Mức độ hoàn thành (%)")),
    (difference, ("Còn lại", "Còn thiếu", "Biến động", "Tăng thêm trong quý", "+/-")),
)  # fmt: skip


def rare() -> Iterator[Sample]:
    """One column of a rarer name beside the achieved one."""
    for filled, headings in RARE:
        for turn, heading in enumerate(headings):
            achieved = ACHIEVED[turn % len(ACHIEVED)]
            lines = framed(two_columns(heading, filled, achieved, turn % 2 == 0), turn)
            yield sample(KIND, f"the rarer “{heading}” beside “{achieved}”", "doubtful", lines)


FULL: tuple[tuple[str, ...], ...] = (
    ("KH năm 2024", "*Thực hiện", "% so với KH"),
    ("Kế hoạch", "*Thực hiện", "Tỷ lệ % đạt KH", "Ghi chú"),
    ("Mục tiêu", "*Kết quả", "Chênh lệch so với năm 2023"),
    ("Nghị quyết giao", "Cùng kỳ năm trước", "*Kết quả", "Tăng/giảm"),
    ("*Kết quả", "Điểm tối đa", "Điểm tự chấm", "Xếp hạng"),
    ("Chỉ tiêu NQ", "*Kết quả quý III/2024", "Ước thực hiện năm 2024", "Ghi chú"),
    ("Cùng kỳ", "*Thực hiện quý III/2024", "So với cùng kỳ (%)"),
    ("Dự kiến", "*Kết quả thực hiện", "Chênh lệch"),
)


def several() -> Iterator[Sample]:
    """Three or four columns, as a report of a plan has them."""
    fill = dict.fromkeys(("KH năm 2024", "Kế hoạch", "Mục tiêu", "Nghị quyết giao", "Dự kiến"), plan)
    fill |= {"Chỉ tiêu NQ": written_plan, "Ước thực hiện năm 2024": plan, "Ghi chú": lambda at: None}
    fill |= dict.fromkeys(("% so với KH", "Tỷ lệ % đạt KH", "So với cùng kỳ (%)"), share_of_plan)
    fill |= dict.fromkeys(("Chênh lệch so với năm 2023", "Tăng/giảm", "Chênh lệch"), difference)
    fill |= {"Cùng kỳ năm trước": earlier, "Cùng kỳ": earlier, "Xếp hạng": rank}
    fill |= {"Điểm tối đa": score, "Điểm tự chấm": score}
    for turn, columns in enumerate(FULL):
        lines: list[Line] = [
            [Head("TT"), "Tên chỉ tiêu", "Đơn vị tính", *(each.lstrip("*") for each in columns)]
        ]
        for at, item in enumerate(ITEMS):
            cells = [says(item, TUY_PHONG, Q3) if each[0] == "*" else fill[each](at) for each in columns]
            lines.append([at + 1, item.name, item.unit, *cells])
        yield sample(KIND, f"columns {', '.join(columns)}", "plain", framed(lines, turn))


GROUPS: tuple[tuple[str, ...], ...] = (
    ("KH năm 2024", "*Thực hiện", "% so với KH"),
    ("Kế hoạch", "*Thực hiện"),
    ("*Thực hiện", "Kế hoạch"),
    ("Mục tiêu", "*Kết quả", "Xếp hạng"),
    ("Cùng kỳ năm trước", "*Kết quả", "Tăng/giảm"),
    ("*Kết quả", "Điểm"),
    ("Chỉ tiêu giao", "*Kết quả quý III/2024", "Tỷ lệ % đạt KH"),
    ("Ước thực hiện năm 2024", "*Thực hiện quý III/2024"),
)
PLACES = (TUY_PHONG, LA_GI, BAC_BINH)
WIDE = (DOSSIERS, TEAMS, IDENTITIES)


def under_indicators() -> Iterator[Sample]:
    """Places down; each indicator is a merged heading over its plan, its result and its comparison."""
    for group in GROUPS:
        width = len(group)
        top: list[object] = [Head("TT"), "Địa phương"]
        for item in WIDE:
            top += [f"{item.name} ({item.unit})", *[None] * (width - 1)]
        lines: list[Line] = [["UBND TỈNH BÌNH THUẬN"], [TITLE], top]
        lines.append([None, None, *(each.lstrip("*") for each in group * len(WIDE))])
        for at, place in enumerate(PLACES):
            lines.append([at + 1, place.name, *_of_place(place, at, group)])
        ends = [(3 + width * k, 2 + width * (k + 1)) for k in range(len(WIDE))]
        merged = [f"{_letter(first)}3:{_letter(last)}3" for first, last in ends] + ["A3:A4", "B3:B4"]
        yield sample(KIND, f"merged headings over {', '.join(group)}", "plain", lines, merged=merged)


def _of_place(place: Place, at: int, group: Sequence[str]) -> list[object]:
    return [
        says(item, place, Q3, at) if each[0] == "*" else plan(at + k)
        for k, item in enumerate(WIDE)
        for each in group
    ]


def _letter(column: int) -> str:
    return chr(ord("A") + column - 1)


def over_indicators() -> Iterator[Sample]:
    """Places down; plan and result are merged headings over the indicators."""
    for first, second in (
        ("Kế hoạch năm 2024", "*Thực hiện quý III/2024"),
        ("*Thực hiện quý III/2024", "Kế hoạch năm 2024"),
        ("Mục tiêu", "*Kết quả"),
        ("Cùng kỳ năm trước", "*Thực hiện"),
    ):
        lines: list[Line] = [
            ["UBND TỈNH BÌNH THUẬN"],
            [TITLE],
            [Head("TT"), "Địa phương", first.lstrip("*"), None, None, second.lstrip("*"), None, None],
            [None, None, *(f"{item.name} ({item.unit})" for item in WIDE * 2)],
        ]
        for at, place in enumerate(PLACES):
            actual: list[object] = [says(item, place, Q3, at) for item in WIDE]
            other = [plan(at), plan(at + 1), plan(at + 2)]
            lines.append([at + 1, place.name, *(actual + other if first[0] == "*" else other + actual)])
        merged = ("A3:A4", "B3:B4", "C3:E3", "F3:H3")
        yield sample(KIND, f"“{first}” and “{second}” over the indicators", "plain", lines, merged=merged)


def side_by_side() -> Iterator[Sample]:
    """The heading of one column says both the indicator and whether it is plan or result."""
    forms = (
        ("{} – Kế hoạch năm 2024", "{} – Thực hiện"),
        ("{} (KH)", "{} (TH)"),
        ("Kế hoạch {}", "Kết quả {}"),
        ("Mục tiêu: {}", "Thực hiện: {}"),
        ("{}\nKế hoạch", "{}\nThực hiện"),
        ("{} (KH năm 2024)", "{}"),
        ("{} - mục tiêu đến năm 2025", "{} - kết quả quý III/2024"),
        ("{} cùng kỳ năm trước", "{}"),
        ("{} so với cùng kỳ", "{}"),
        ("Ước {} năm 2024", "{}"),
    )
    for other, achieved in forms:
        for reverse in (False, True):
            pair = (achieved, other) if reverse else (other, achieved)
            lines: list[Line] = [
                ["UBND TỈNH BÌNH THUẬN"],
                [TITLE],
                [Head("TT"), "Địa phương", *(form.format(item.name) for item in WIDE for form in pair)],
            ]
            for at, place in enumerate(PLACES):
                cells = [
                    says(item, place, Q3, at) if form == achieved else plan(at + k)
                    for k, item in enumerate(WIDE)
                    for form in pair
                ]
                lines.append([at + 1, place.name, *cells])
            name = f"headings “{pair[0]}”, “{pair[1]}”".replace("\n", "⏎")
            yield sample(KIND, name, "plain", lines)


def other_periods() -> Iterator[Sample]:
    """A column of an earlier time: it may be read as what it is, or be left out, but never as of this quarter."""
    before, last = vocabulary.Q3_BEFORE, vocabulary.Q2
    cases: tuple[tuple[str, str, When], ...] = (
        ("Quý III/2023", "Quý III/2024", before),
        ("Thực hiện quý III/2023", "Thực hiện quý III/2024", before),
        ("Cùng kỳ năm 2023", "Quý III/2024", before),
        ("Cùng kỳ quý III/2023", "Thực hiện quý III/2024", before),
        ("Thực hiện quý II/2024", "Thực hiện quý III/2024", last),
        ("Quý II/2024", "Quý III/2024", last),
        ("Thực hiện năm 2023", "Thực hiện quý III/2024", vocabulary.YEAR_BEFORE),
        ("Năm 2023", "Kết quả quý III/2024", vocabulary.YEAR_BEFORE),
    )
    for turn, (other, now, when) in enumerate(cases):
        lines: list[Line] = [[Head("STT"), "Chỉ tiêu", "ĐVT", other, now]]
        for at, item in enumerate(ITEMS):
            past = says(item, TUY_PHONG, when, 3).written(
                earlier(at), value=_number(earlier(at)), needed=False
            )
            lines.append([at + 1, item.name, item.unit, past, says(item, TUY_PHONG, Q3)])
        yield sample(KIND, f"“{other}” beside “{now}”", "plain", framed(lines, turn))


def _number(content: object) -> float:
    assert isinstance(content, int | float)
    return float(content)


def running_totals() -> Iterator[Sample]:
    """A sum since January beside the quarter's figure: both are achieved, of different times."""
    nine = vocabulary.NINE_MONTHS
    pairs = (
        ("Trong quý", "Lũy kế từ đầu năm"),
        ("Thực hiện quý III/2024", "Lũy kế 9 tháng đầu năm 2024"),
        ("Quý III/2024", "Lũy kế từ đầu năm đến 30/9/2024"),
        ("Thực hiện", "Lũy kế"),
    )
    for turn, (quarter, total) in enumerate(pairs):
        for swapped in (False, True):
            lines: list[Line] = [[Head("STT"), "Chỉ tiêu", "ĐVT", *_turned(quarter, total, swapped)]]
            for at, item in enumerate((DOSSIERS, WORK_FILES, FEEDBACK)):
                both = _turned(
                    says(item, TUY_PHONG, Q3),
                    says(item, TUY_PHONG, nine, 1).written(70.5 + at, value=70.5 + at, needed=False),
                    swapped,
                )
                lines.append([at + 1, item.name, item.unit, *both])
            first, second = _turned(quarter, total, swapped)
            yield sample(KIND, f"“{first}” beside “{second}”", "doubtful", framed(lines, turn))


def _turned(one: object, other: object, swapped: bool) -> list[object]:
    return [other, one] if swapped else [one, other]


def nothing_achieved() -> Iterator[Sample]:
    """A sheet of plans or estimates alone: none of its numbers is a figure."""
    headings = (
        "KH năm 2024", "Kế hoạch", "Kế hoạch quý III/2024", "Chỉ tiêu giao", "Nghị quyết giao", "Mục tiêu",
        "Mục tiêu quý III/2024", "Dự kiến", "Ước", "Ước thực hiện", "Ước thực hiện quý III/2024",
        "% so với KH", "Tăng/giảm", "Xếp hạng", "Điểm", "Cùng kỳ năm trước",
    )  # fmt: skip
    for turn, heading in enumerate(headings):
        lines: list[Line] = [[Head("STT"), "Nội dung", "ĐVT", heading]]
        lines += [[at + 1, item.name, item.unit, plan(at)] for at, item in enumerate(ITEMS)]
        title = "CÁC CHỈ TIÊU CHUYỂN ĐỔI SỐ QUÝ III/2024"
        yield sample(KIND, f"“{heading}” alone", "wrong", framed(lines, turn, title))
    for turn, title in enumerate(
        (
            "GIAO CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2024",
            "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2024",
            "CÁC MỤC TIÊU CHUYỂN ĐỔI SỐ NĂM 2024",
            "DỰ KIẾN KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2024",
            "ƯỚC THỰC HIỆN CÁC CHỈ TIÊU NĂM 2024",
        )
    ):
        lines = [[Head("STT"), "Nội dung", "ĐVT", "Số liệu"]]
        lines += [[at + 1, item.name, item.unit, plan(at)] for at, item in enumerate(ITEMS)]
        yield sample(KIND, f"the title “{title}” over plain numbers", "wrong", framed(lines, turn, title))


def in_rows() -> Iterator[Sample]:
    """Plan and result stand below one another."""
    kinds = (("Kế hoạch", "Thực hiện"), ("- Kế hoạch năm 2024", "- Kết quả"), ("KH", "TH"))
    for turn, (other, achieved) in enumerate(kinds):
        lines: list[Line] = [[Head("STT"), "Chỉ tiêu", "ĐVT", "Số liệu"]]
        for at, item in enumerate(ITEMS):
            lines += [
                [at + 1, item.name, item.unit, None],
                [None, other, item.unit, plan(at)],
                [None, achieved, item.unit, says(item, TUY_PHONG, Q3)],
            ]
        yield sample(
            KIND, f"rows “{other}” and “{achieved}” below each indicator", "doubtful", framed(lines, turn)
        )
        lines = [[Head("STT"), "Chỉ tiêu", "Loại", "ĐVT", "Số liệu"]]
        for at, item in enumerate(ITEMS):
            lines += [
                [at + 1, item.name, other, item.unit, plan(at)],
                [None, item.name, achieved, item.unit, says(item, TUY_PHONG, Q3)],
            ]
        yield sample(KIND, f"a column that says “{other}” or “{achieved}”", "doubtful", framed(lines, turn))
        long: list[Line] = [
            ["Kỳ báo cáo: Quý III/2024"],
            [Head("Địa phương"), "Chỉ tiêu", "Loại số liệu", "Giá trị"],
        ]
        for place, item in ((place, item) for place in PLACES for item in WIDE):
            long += [
                [place.name, item.name, other, plan(1)],
                [place.name, item.name, achieved, _said(item, place)],
            ]
        yield sample(KIND, f"a long table whose rows are “{other}” or “{achieved}”", "doubtful", long)
    lines = [[Head("STT"), "Chỉ tiêu", "ĐVT", "Số liệu"]]
    for at, item in enumerate(ITEMS):
        lines += [
            [2 * at + 1, f"Kế hoạch {item.name.lower()}", item.unit, plan(at)],
            [2 * at + 2, item.name, item.unit, says(item, TUY_PHONG, Q3)],
        ]
    yield sample(KIND, "the plan is a row of its own by its name", "doubtful", framed(lines, 1))


def _said(item: Item, place: Place) -> Says:
    return says(item, place, Q3)


def samples() -> Iterator[Sample]:
    """All files on plans and comparisons."""
    for made in (
        beside, rare, several, under_indicators, over_indicators, side_by_side, other_periods, running_totals,
        nothing_achieved, in_rows,
    ):  # fmt: skip
        yield from made()
