"""What reports carry besides figures: signatures, notes, numbered headings, hidden cells, cells without a figure."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from tests.data.intake.generated import layouts, vocabulary
from tests.data.intake.generated.grid import Head, Line, Says, Told, sample
from tests.data.intake.generated.letterhead import ENCLOSURES, heads
from tests.data.intake.generated.meaning import Mark, Sample
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    DOSSIERS,
    LA_GI,
    MEMBERS,
    PROCEDURES,
    SIGNATURES,
    TEAMS,
    TUY_PHONG,
    VILLAGES,
    WORK_FILES,
    Item,
    Place,
    says,
)

KIND = "everyday shapes"
Q3 = vocabulary.Q3
TITLE = ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"]
DISTRICT, PROVINCE = ["UBND HUYỆN TUY PHONG"], ["UBND TỈNH BÌNH THUẬN"]
ITEMS = (DOSSIERS, TEAMS, SIGNATURES)
PLACES = (TUY_PHONG, LA_GI, BAC_BINH)


def tables() -> dict[str, list[Line]]:
    """Return a list, a table of places, places across and a long table, under their letterheads and a title."""
    return {
        "a list": [DISTRICT, TITLE, *layouts.listed(TUY_PHONG, ITEMS, Q3)],
        "places down": [PROVINCE, TITLE, *layouts.wide(PLACES, ITEMS, Q3)],
        "places across": [PROVINCE, TITLE, *layouts.across(PLACES, ITEMS, Q3)],
        "long": [PROVINCE, TITLE, *layouts.long(PLACES, ITEMS, Q3)],
    }


BELOW: dict[str, list[Line]] = {
    "a signature under the figures": [
        [None, None, None, "Tuy Phong, ngày 05 tháng 10 năm 2024"],
        ["NGƯỜI LẬP BIỂU", None, None, "TM. ỦY BAN NHÂN DÂN"],
        [None, None, None, "KT. CHỦ TỊCH"],
        [None, None, None, "PHÓ CHỦ TỊCH"],
        [],
        [None, None, None, "Nguyễn Văn An"],
    ],
    "a signature under the third column": [
        [None, None, "Ngày 05 tháng 10 năm 2024"],
        [None, None, "CHỦ TỊCH"],
        [None, None, "(Ký, đóng dấu)"],
        [None, None, "Trần Thị Bình"],
    ],
    "a signature without a gap": [[None, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"], [None, "- Như trên;", "CHỦ TỊCH"]],
    "receivers and a signature": [
        [],
        ["Nơi nhận:", None, None, "TL. CHỦ TỊCH"],
        ["- UBND tỉnh (báo cáo);", None, None, "TRƯỞNG PHÒNG"],
        ["- Sở TT&TT;"],
        ["- Lưu: VT.", None, None, "Lê Văn Cường"],
    ],
    "a telephone number": [[], ["Người lập biểu: Trần Thị Bình", None, None, "ĐT: 0252 3850 123"]],
    "a telephone number in a cell of its own": [[], ["Người lập biểu: Trần Thị Bình", "Điện thoại", "02523850123"]],
    "a note": [[], ["Ghi chú: Số liệu do các đơn vị báo cáo, chưa qua kiểm tra."]],
    "notes by number": [[], ["(1) Số liệu của Công an huyện."], ["(2) Tính đến ngày 30/9/2024."]],
    "a note with a star": [["* Không tính các thôn đã sáp nhập năm 2023."]],
    "a source": [["Nguồn: Báo cáo số 12/BC-UBND ngày 05/10/2024."]],
    "a note with numbers": [["Ghi chú: toàn huyện có 65 thôn, khu phố; 47 thôn có cáp quang."]],
    "a note under the names": [[None, "Ghi chú: số liệu lấy từ Cổng dịch vụ công."]],
    "a day alone": [[], [None, None, "05/10/2024"]],
}  # fmt: skip


def below() -> Iterator[Sample]:
    """Each closing below each table."""
    for closing, lines in BELOW.items():
        for name, body in tables().items():
            own_gap = "without a gap" in closing or closing == "a note with a star"
            mark: Mark = "doubtful" if "cell of its own" in closing else "plain"
            yield sample(KIND, f"{closing} below {name}", mark, [*body, *([] if own_gap else [[]]), *lines])


def above() -> Iterator[Sample]:
    """Each letterhead with each enclosure above a list and a table."""
    for k, enclosure in enumerate(ENCLOSURES):
        for at, lines in enumerate(heads(DISTRICT[0], "Tuy Phong")):
            body = [*lines, TITLE, *enclosure, *layouts.listed(TUY_PHONG, ITEMS, Q3)]
            yield sample(KIND, f"letterhead {at} with enclosure {k}, a list", "plain", body)
        for at, lines in enumerate(heads(PROVINCE[0], "Bình Thuận")):
            body = [*lines, *enclosure, TITLE, *layouts.wide(PLACES, ITEMS, Q3)]
            yield sample(KIND, f"letterhead {at} with enclosure {k}, places down", "plain", body)


def numbered() -> Iterator[Sample]:
    """A row of numbers below the heading, numbers before names, blank and repeated rows."""
    for name, body in tables().items():
        width = len(body[2])
        for said, row in (
            ("in brackets", [f"({each})" for each in range(1, width + 1)]),
            ("as digits", list(range(1, width + 1))),
            ("as letters and digits", ["A", "B", *range(1, width - 1)]),
            ("as a formula", ["(1)", "(2)", "(3)", "(4)=(3)/(2)", "(5)", "(6)"][:width]),
        ):
            yield sample(
                KIND,
                f"columns numbered {said} below the heading of {name}",
                "plain",
                [*body[:3], row, *body[3:]],
            )
        yield sample(KIND, f"a blank row below the heading of {name}", "plain", [*body[:3], [], *body[3:]])
        yield sample(KIND, f"a blank row in {name}", "plain", [*body[:4], [], *body[4:]])
        head = [getattr(each, "shown", each) for each in body[2]]
        yield sample(
            KIND, f"the heading again in the middle of {name}", "plain", [*body[:4], head, *body[4:]]
        )
        yield sample(
            KIND, f"two empty columns left of {name}", "plain", [[None, None, *line] for line in body]
        )
        yield sample(KIND, f"five empty rows above {name}", "plain", [*[[]] * 5, *body])
        yield sample(KIND, f"an empty sheet behind {name}", "plain", {"Biểu 1": body, "Sheet2": []})
        yield sample(
            KIND,
            f"a sheet of instructions before {name}",
            "plain",
            {"Hướng dẫn": [["Hướng dẫn nhập liệu"], ["1. Nhập số liệu vào cột Kết quả."]], "Biểu 1": body},
        )
    for said, numbers in {
        "1., 2.": ("1.", "2.", "3."),
        "1.1": ("1.1", "1.2", "2.1"),
        "I, II": ("I", "II", "III"),
        "a)": ("a)", "b)", "c)"),
        "none": (None, None, None),
    }.items():
        lines: list[Line] = [DISTRICT, TITLE, [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"]]
        lines += [
            [number, each.name, each.unit, says(each, TUY_PHONG, Q3)]
            for number, each in zip(numbers, ITEMS, strict=True)
        ]
        yield sample(KIND, f"rows numbered {said}", "plain", lines)
    for unit in ("ĐVT", "Đơn vị tính", "Đvt", "Đơn vị", "ĐV tính"):
        lines = [DISTRICT, TITLE, [Head("STT"), "Chỉ tiêu", unit, "Kết quả"]]
        lines += [
            [at, each.name, each.unit, says(each, TUY_PHONG, Q3)] for at, each in enumerate(ITEMS, start=1)
        ]
        yield sample(KIND, f"a column of units called “{unit}”", "plain", lines)
    for form in ("1. {}", "- {}", "1.1. {}", "a) {}", "+ {}", "  {}", "{}:", "I. {}"):
        lines = [DISTRICT, TITLE, [Head("Chỉ tiêu"), "ĐVT", "Kết quả"]]
        lines += [[form.format(each.name), each.unit, says(each, TUY_PHONG, Q3)] for each in ITEMS]
        yield sample(KIND, f"indicators written “{form}”", "plain", lines)


def called(item: Item, share: str) -> str:
    """Put "Số" before the name of a count, and another word before the name of a share."""
    return f"{share if item.unit == '%' else 'Số'} {item.name[0].lower()}{item.name[1:]}"


def headings() -> Iterator[Sample]:
    """Names of indicators as headings are written."""
    writing: dict[str, Callable[[Item], str]] = {
        "in capitals": lambda item: f"{item.name.upper()} ({item.unit})",
        "in small letters": lambda item: f"{item.name.lower()} ({item.unit})",
        "broken over lines": lambda item: f"{item.name.replace(' ', chr(10), 2)}\n({item.unit})",
        "with two spaces": lambda item: f"{item.name.replace(' ', '  ')} ({item.unit})",
        "with parted letters": lambda item: unicodedata.normalize("NFD", f"{item.name} ({item.unit})"),
        "without a space before the unit": lambda item: f"{item.name}({item.unit})",
        "with “Tỷ lệ” or “Số”": lambda item: called(item, "Tỷ lệ"),
        "with “Tỉ lệ” or “Số”": lambda item: called(item, "Tỉ lệ"),
        "with “Tỷ lệ %”": lambda item: called(item, "Tỷ lệ %"),
        "with ĐVT in brackets": lambda item: f"{item.name} (ĐVT: {item.unit})",
        "with nothing else": lambda item: item.name,
    }  # fmt: skip
    for said, write in writing.items():
        lines: list[Line] = [PROVINCE, TITLE, [Head("TT"), "Địa phương", *(write(each) for each in ITEMS)]]
        lines += [[at, place.name, *_of(place, at)] for at, place in enumerate(PLACES, start=1)]
        yield sample(KIND, f"headings {said}", "plain", lines)
    for said, mark in (("(1)", "(1)"), ("*", "*"), ("(*)", "(*)"), ("¹", "¹")):
        lines = [PROVINCE, TITLE, [Head("TT"), "Địa phương", *(f"{each.name} {mark}" for each in ITEMS)]]
        lines += [[at, place.name, *_of(place, at)] for at, place in enumerate(PLACES, start=1)]
        lines += [[], [f"{mark} Số liệu do Công an tỉnh cung cấp."]]
        yield sample(KIND, f"headings with the footnote {said}", "doubtful", lines)


def _of(place: Place, at: int) -> list[Says]:
    return [says(each, place, Q3, at) for each in ITEMS]


def unknown() -> Iterator[Sample]:
    """A column of something else, which nobody reads, but which is spoken of."""
    headings_of = (
        "Mức độ hài lòng chung",
        "Số trạm y tế thông minh",
        "Tỷ lệ hộ có máy tính",
        "Số camera giám sát",
    )
    for heading in headings_of:
        for contents in (
            ("≥ 95", "khoảng 80", "trên 90%"),
            (95, 80, 90),
            ("95", "80", "90"),
            ("cao", "khá", "tốt"),
        ):
            for first in (True, False):
                head = [
                    Head("TT"),
                    "Địa phương",
                    *_placed(heading, ["Tổ công nghệ số cộng đồng cấp thôn (tổ)"], first),
                ]
                lines: list[Line] = [PROVINCE, TITLE, head]
                for at, (place, content) in enumerate(zip(PLACES, contents, strict=True), start=1):
                    shown = Told(content) if at == 1 and contents[0] != "cao" else content
                    lines.append([at, place.name, *_placed(shown, [says(TEAMS, place, Q3, at)], first)])
                side = "before" if first else "behind"
                yield sample(
                    KIND, f"a column “{heading}” of {contents[0]!r} {side} the figures", "plain", lines
                )
        lines = [DISTRICT, TITLE, [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"]]
        lines += [[1, TEAMS.name, "tổ", says(TEAMS, TUY_PHONG, Q3)], [2, heading, "%", Told("≥ 95")]]
        yield sample(KIND, f"a row “{heading}”", "doubtful", lines)


def _placed(other: object, rest: Sequence[object], first: bool) -> list[object]:
    return [other, *rest] if first else [*rest, other]


# Words that make another quantity of a known name: nothing may be taken for the known one.
OTHERWISE = (
    ("Hồ sơ nộp trực tiếp", "%"), ("Hồ sơ nộp trực tuyến quá hạn", "%"),
    ("Hồ sơ nộp trực tuyến lĩnh vực đất đai", "%"), ("Hồ sơ không nộp trực tuyến", "%"),
    ("Hồ sơ nộp trực tuyến bị trả lại", "%"), ("Hồ sơ nộp trực tuyến của Công an huyện", "%"),
    ("Thôn, khu phố chưa có tổ công nghệ số cộng đồng", "%"),
    ("Thủ tục chưa cung cấp trực tuyến toàn trình", "thủ tục"),
    ("Tổ công nghệ số cộng đồng cấp thôn thành lập mới", "tổ"),
    ("Tổ công nghệ số cộng đồng cấp thôn được tập huấn", "tổ"),
    ("Tổ công nghệ số cộng đồng cấp thôn còn thiếu", "tổ"),
    ("Thành viên nữ tổ công nghệ số cộng đồng cấp thôn", "người"),
    ("Thành viên tổ công nghệ số cộng đồng cấp thôn là đảng viên", "người"),
    ("Cán bộ lãnh đạo dùng chữ ký số cá nhân", "%"), ("Cán bộ chưa dùng chữ ký số cá nhân", "%"),
    ("Cán bộ cấp xã dùng chữ ký số cá nhân", "%"), ("Trong đó: nữ", "người"),
    ("Tài khoản định danh điện tử đã kích hoạt mức 1", "%"), ("Tài khoản định danh điện tử chưa kích hoạt", "%"),
    ("Tăng thêm tổ công nghệ số cộng đồng cấp thôn", "tổ"), ("Phản ánh, kiến nghị đã giải quyết quá hạn", "%"),
    ("Hồ sơ công việc xử lý trên mạng của cấp xã", "%"), ("Thời gian xử lý hồ sơ nộp trực tuyến", "ngày"),
    ("Chi phí tổ công nghệ số cộng đồng cấp thôn", "triệu đồng"),
)  # fmt: skip


def otherwise() -> Iterator[Sample]:
    """A name with words that change what is counted, in a row and in a heading."""
    for name, unit in OTHERWISE:
        lines: list[Line] = [DISTRICT, TITLE, [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"]]
        lines += [[1, PROCEDURES.name, "thủ tục", says(PROCEDURES, TUY_PHONG, Q3)], [2, name, unit, Told(12)]]
        yield sample("other indicators", f"a row “{name}”", "doubtful", lines)
        head = [Head("TT"), "Địa phương", f"{PROCEDURES.name} (thủ tục)", f"{name} ({unit})"]
        lines = [PROVINCE, TITLE, head]
        for at, place in enumerate(PLACES, start=1):
            lines.append([at, place.name, says(PROCEDURES, place, Q3, at), Told(12) if at == 1 else 12 + at])
        yield sample("other indicators", f"a heading “{name}”", "doubtful", lines)


def empty() -> Iterator[Sample]:
    """Cells without a figure among cells with one."""
    forms: tuple[tuple[object, Mark], ...] = (
        (None, "plain"), ("-", "plain"), ("–", "plain"), ("…", "plain"), ("...", "plain"), ("", "plain"),
        ("chưa có", "plain"), ("Chưa có số liệu", "plain"), ("đang cập nhật", "plain"), ("Đang cập nhật", "plain"),
        ("Không áp dụng", "plain"), ("chưa báo cáo", "doubtful"), ("x", "doubtful"), ("n/a", "doubtful"),
        ("N/A", "doubtful"), ("Chưa thống kê", "doubtful"), ("không có", "doubtful"), ("/", "doubtful"),
        ("?", "doubtful"), ("không", "wrong"), ("có", "wrong"), ("Đạt", "wrong"),
    )  # fmt: skip
    for content, mark in forms:
        for item in (DOSSIERS, TEAMS):
            lines: list[Line] = [PROVINCE, TITLE, [Head("TT"), "Địa phương", f"{item.name} ({item.unit})"]]
            lines += [
                [1, TUY_PHONG.name, says(item, TUY_PHONG, Q3)],
                [2, LA_GI.name, content],
                [3, BAC_BINH.name, says(item, BAC_BINH, Q3, 1)],
            ]
            yield sample(KIND, f"a cell of {item.indicator} says “{content}”, places down", mark, lines)
            lines = [DISTRICT, TITLE, [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả", "Ghi chú"]]
            lines += [
                [1, item.name, item.unit, content, None],
                [2, MEMBERS.name, MEMBERS.unit, says(MEMBERS, TUY_PHONG, Q3), None],
            ]
            yield sample(KIND, f"a cell of {item.indicator} says “{content}”, a list", mark, lines)
    for zero in (0, "0", "0,0", "00"):
        lines = [PROVINCE, TITLE, [Head("TT"), "Địa phương", "Tổ công nghệ số cộng đồng cấp thôn (tổ)"]]
        lines += [
            [1, TUY_PHONG.name, says(TEAMS, TUY_PHONG, Q3).written(zero, value=0.0)],
            [2, LA_GI.name, says(TEAMS, LA_GI, Q3)],
        ]
        surely: Mark = "plain" if zero in (0, "0") else "doubtful"
        yield sample(KIND, f"a zero written {zero!r}", surely, lines)


def _hidden(
    rows: Sequence[int] = (), columns: Sequence[str] = (), **how: object
) -> Callable[[Worksheet], None]:
    def hide(sheet: Worksheet) -> None:
        for each in rows:
            for name, value in how.items():
                setattr(sheet.row_dimensions[each], name, value)
        for letter in columns:
            for name, value in how.items():
                setattr(sheet.column_dimensions[letter], name, value)

    return hide


def hidden() -> Iterator[Sample]:
    """Rows and columns that nobody sees."""
    body = tables()["places down"]
    yield sample(KIND, "hidden rows", "doubtful", body, told=["C5"], change=_hidden(rows=[5], hidden=True))
    yield sample(
        KIND, "rows without height", "doubtful", body, told=["C5"], change=_hidden(rows=[5], height=0.1)
    )
    yield sample(
        KIND, "hidden columns", "doubtful", body, told=["D3"], change=_hidden(columns=["D"], hidden=True)
    )
    yield sample(
        KIND,
        "columns without width",
        "doubtful",
        body,
        told=["D3"],
        change=_hidden(columns=["D"], width=0.01),
    )
    yield sample(
        KIND,
        "columns of hardly any width",
        "doubtful",
        body,
        told=["D3"],
        change=_hidden(columns=["D"], width=0.1),
    )
    for title, when in (("KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II/2024", vocabulary.Q2), (TITLE[0], Q3)):
        old = [PROVINCE, [title], *layouts.wide((vocabulary.HAM_TAN,), ITEMS, when)]

        def hide(sheet: Worksheet) -> None:
            sheet.parent["Cũ"].sheet_state = "hidden"

        plain = [[each.shown if isinstance(each, Says) else each for each in line] for line in old]
        name = f"a hidden sheet under “{title}”"
        yield sample(KIND, name, "doubtful", {"Biểu 1": body, "Cũ": plain}, change=hide)


def merged() -> Iterator[Sample]:
    """A figure merged over two cells belongs to nobody alone; merged names belong to all their rows."""
    for cells, name in (("C4:C5", "two places"), ("C4:D4", "two indicators")):
        lines: list[Line] = [
            PROVINCE,
            TITLE,
            [Head("TT"), "Địa phương", *(f"{each.name} ({each.unit})" for each in (DOSSIERS, WORK_FILES))],
        ]
        # The first of the cells may have it, as long as the other one is spoken of.
        figure = says(DOSSIERS, TUY_PHONG, Q3).written(81.25, needed=False)
        lines += [[1, TUY_PHONG.name, figure, None if "D" in cells else says(WORK_FILES, TUY_PHONG, Q3)]]
        lines += [
            [2, LA_GI.name, None if "5" in cells else says(DOSSIERS, LA_GI, Q3), says(WORK_FILES, LA_GI, Q3)]
        ]
        yield sample(KIND, f"a figure merged over {name}", "wrong", lines, merged=[cells])
    lines = [PROVINCE, TITLE, [Head("Địa phương"), "Chỉ tiêu", "ĐVT", "Kết quả"]]
    for place in PLACES:
        lines += [
            [place.name if k == 0 else None, each.name, each.unit, says(each, place, Q3)]
            for k, each in enumerate(ITEMS)
        ]
    yield sample(KIND, "places merged over their rows", "plain", lines, merged=["A4:A6", "A7:A9", "A10:A12"])
    yield sample(KIND, "a place in its first row alone", "doubtful", lines)
    lines = [PROVINCE, TITLE, [Head("STT"), "Chỉ tiêu", "Địa phương", "Kết quả"]]
    for at, item in enumerate(ITEMS, start=1):
        lines += [
            [at if k == 0 else None, item.name if k == 0 else None, place.name, says(item, place, Q3, k)]
            for k, place in enumerate(PLACES)
        ]
    spans = [f"{letter}{4 + 3 * at}:{letter}{6 + 3 * at}" for at in range(3) for letter in "AB"]
    yield sample(KIND, "indicators merged over their rows", "plain", lines, merged=spans)
    body = tables()["a list"]
    yield sample(KIND, "a title merged over the table", "plain", body, merged=["A1:D1", "A2:D2"])
    body = tables()["places down"]
    yield sample(KIND, "a title merged over a table of places", "plain", body, merged=["A1:E1", "A2:E2"])


def repeated() -> Iterator[Sample]:
    """A figure that is said twice."""
    forms: tuple[tuple[int, Mark], ...] = ((65, "doubtful"), (66, "wrong"))
    for value, mark in forms:
        lines: list[Line] = [
            PROVINCE,
            TITLE,
            [Head("TT"), "Địa phương", "Tổ công nghệ số cộng đồng cấp thôn (tổ)"],
        ]
        first = says(TEAMS, TUY_PHONG, Q3).written(65, needed=value == 65)
        lines += [
            [1, TUY_PHONG.name, first],
            [2, LA_GI.name, says(TEAMS, LA_GI, Q3, 1)],
            [3, TUY_PHONG.name, value],
        ]
        yield sample(KIND, f"a place twice, 65 and {value}", mark, lines)
        lines = [DISTRICT, TITLE, [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"]]
        lines += [[1, TEAMS.name, "tổ", first], [2, VILLAGES.name, "%", says(VILLAGES, TUY_PHONG, Q3)]]
        lines += [[3, f"Số {TEAMS.name[0].lower()}{TEAMS.name[1:]}", "tổ", value]]
        yield sample(KIND, f"an indicator twice, 65 and {value}", mark, lines)


def samples() -> Iterator[Sample]:
    """All files of everyday shapes."""
    for several in (below, above, numbered, headings, unknown, otherwise, empty, hidden, merged, repeated):
        yield from several()
