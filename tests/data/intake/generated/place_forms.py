"""Places: in letterheads, lines, names of sheets, rows of groups; several tables on a sheet; names as people write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.data.intake.generated import layouts, vocabulary
from tests.data.intake.generated.grid import Head, Line, Says, sample
from tests.data.intake.generated.meaning import Mark, Sample, When
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    BINH_THUAN,
    CHI_CONG,
    COMMUNES,
    DOSSIERS,
    LA_GI,
    LIEN_HUONG,
    MEMBERS,
    PHAN_DUNG,
    PHAN_LAM,
    PHAN_THIET,
    PHU_LAC,
    PHUOC_HOI,
    PROCEDURES,
    SIGNATURES,
    TAN_AN,
    TEAMS,
    TUY_PHONG,
    VINH_HAO,
    WORK_FILES,
    Item,
    Place,
    says,
)

KIND = "places"
Q3 = vocabulary.Q3
ITEMS = (DOSSIERS, TEAMS, SIGNATURES)
COUNTS = (TEAMS, MEMBERS)
DISTRICT = ["UBND HUYỆN TUY PHONG"]
TITLE = ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"]


def over_a_commune() -> Iterator[Sample]:
    """A letterhead of the district, then a line that says the commune."""
    forms: tuple[tuple[str, Mark, list[Line]], ...] = (
        ("Đơn vị: UBND xã Vĩnh Hảo", "plain", [TITLE, ["Đơn vị: UBND xã Vĩnh Hảo"]]),
        ("Đơn vị báo cáo: UBND xã Vĩnh Hảo", "plain", [TITLE, ["Đơn vị báo cáo: UBND xã Vĩnh Hảo"]]),
        ("Đơn vị báo cáo: Xã Vĩnh Hảo", "plain", [["Đơn vị báo cáo: Xã Vĩnh Hảo"], TITLE]),
        ("Đơn vị báo cáo in two cells", "plain", [TITLE, ["Đơn vị báo cáo", "Xã Vĩnh Hảo"]]),
        ("Đơn vị báo cáo: in two cells", "plain", [TITLE, ["Đơn vị báo cáo:", "UBND xã Vĩnh Hảo"]]),
        ("Địa phương: xã Vĩnh Hảo", "plain", [TITLE, ["Địa phương: xã Vĩnh Hảo"]]),
        ("Tên đơn vị: xã Vĩnh Hảo", "plain", [TITLE, ["Tên đơn vị: xã Vĩnh Hảo"]]),
        ("the letterhead of the commune below", "plain", [["ỦY BAN NHÂN DÂN XÃ VĨNH HẢO"], [], TITLE]),
        ("UBND XÃ VĨNH HẢO below", "plain", [["UBND XÃ VĨNH HẢO"], [], TITLE]),
        ("the title “… CỦA XÃ VĨNH HẢO”", "doubtful", [["KẾT QUẢ CHUYỂN ĐỔI SỐ CỦA XÃ VĨNH HẢO QUÝ III/2024"]]),
        (
            "the title “… của UBND xã Vĩnh Hảo”, its quarter below",
            "doubtful",
            [["Kết quả chuyển đổi số của UBND xã Vĩnh Hảo"], ["Quý III/2024"]],
        ),
        ("the title “… TẠI XÃ VĨNH HẢO”", "doubtful", [["KẾT QUẢ CHUYỂN ĐỔI SỐ TẠI XÃ VĨNH HẢO QUÝ III/2024"]]),
        ("the title “… TRÊN ĐỊA BÀN XÃ VĨNH HẢO”", "doubtful", [["KẾT QUẢ QUÝ III/2024 TRÊN ĐỊA BÀN XÃ VĨNH HẢO"]]),
        ("a line XÃ VĨNH HẢO", "doubtful", [TITLE, ["XÃ VĨNH HẢO"]]),
        ("a line (Xã Vĩnh Hảo)", "doubtful", [TITLE, ["(Xã Vĩnh Hảo)"]]),
        ("the title “XÃ VĨNH HẢO – …”", "doubtful", [["XÃ VĨNH HẢO – KẾT QUẢ QUÝ III/2024"]]),
    )  # fmt: skip
    for name, mark, title in forms:
        for layout, made in layouts.OF_ONE.items():
            lines = [DISTRICT, *title, *made(VINH_HAO, ITEMS, Q3)]
            yield sample(KIND, f"the district's letterhead over a commune: {name}, {layout}", mark, lines)


def of_the_district() -> Iterator[Sample]:
    """The same places of words, where they say the district itself."""
    forms: tuple[tuple[str, list[Line]], ...] = (
        ("its name in the title", [["KẾT QUẢ CHUYỂN ĐỔI SỐ CỦA HUYỆN TUY PHONG QUÝ III/2024"]]),
        ("the title of its own district", [DISTRICT, ["KẾT QUẢ CHUYỂN ĐỔI SỐ HUYỆN TUY PHONG QUÝ III/2024"]]),
        ("the province above", [["UBND TỈNH BÌNH THUẬN"], DISTRICT, TITLE]),
        ("the province above in a cell", [["UBND TỈNH BÌNH THUẬN\nUBND HUYỆN TUY PHONG"], TITLE]),
        ("Đơn vị báo cáo: UBND huyện Tuy Phong", [TITLE, ["Đơn vị báo cáo: UBND huyện Tuy Phong"]]),
        ("the office that reports", [TITLE, ["Đơn vị báo cáo: Phòng Văn hóa và Thông tin huyện Tuy Phong"]]),
        ("an office's letterhead", [DISTRICT, ["PHÒNG VĂN HÓA VÀ THÔNG TIN"], [], TITLE]),
        ("to whom it is sent", [DISTRICT, TITLE, ["Kính gửi: UBND tỉnh Bình Thuận"]]),
        ("by which order", [DISTRICT, TITLE, ["(Theo Công văn số 12/UBND-KGVX của UBND tỉnh Bình Thuận)"]]),
    )
    for name, title in forms:
        for layout, made in layouts.OF_ONE.items():
            mark: Mark = "doubtful" if name == "the office that reports" else "plain"
            yield sample(KIND, f"the district: {name}, {layout}", mark, [*title, *made(TUY_PHONG, ITEMS, Q3)])


def among_others() -> Iterator[Sample]:
    """Places that are named for another reason: to whom it is sent, where it was signed, what lies above."""
    vinh_hao, tuy_phong, province = VINH_HAO, TUY_PHONG, BINH_THUAN
    forms: tuple[tuple[str, Place, Mark, list[Line]], ...] = (
        ("a commune writes to its district", vinh_hao, "plain",
         [["UBND XÃ VĨNH HẢO"], ["Kính gửi: UBND huyện Tuy Phong"], TITLE]),
        ("a commune's letterhead, signed in the commune", vinh_hao, "plain",
         [["UBND XÃ VĨNH HẢO"], ["Vĩnh Hảo, ngày 05 tháng 10 năm 2024"], TITLE]),
        ("district and commune in one cell", vinh_hao, "doubtful", [["UBND HUYỆN TUY PHONG\nUBND XÃ VĨNH HẢO"], TITLE]),
        ("district over commune", vinh_hao, "plain", [["HUYỆN TUY PHONG"], ["ỦY BAN NHÂN DÂN XÃ VĨNH HẢO"], TITLE]),
        ("commune, district and province in one line", vinh_hao, "doubtful",
         [["XÃ VĨNH HẢO, HUYỆN TUY PHONG, TỈNH BÌNH THUẬN"], TITLE]),
        ("district and province in one line", tuy_phong, "doubtful", [["HUYỆN TUY PHONG - TỈNH BÌNH THUẬN"], TITLE]),
        ("a district writes to its province", tuy_phong, "plain",
         [DISTRICT, ["Kính gửi: Sở Thông tin và Truyền thông tỉnh Bình Thuận"], TITLE]),
        ("a province, signed in its town", province, "plain",
         [["UBND TỈNH BÌNH THUẬN"], ["Phan Thiết, ngày 05 tháng 10 năm 2024"], TITLE]),
        ("a province's office, signed in its town", province, "plain",
         [["UBND TỈNH BÌNH THUẬN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
          ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG", None, None, "Độc lập - Tự do - Hạnh phúc"],
          [None, None, None, "Phan Thiết, ngày 05 tháng 10 năm 2024"], TITLE]),
        ("a district, signed in its town", tuy_phong, "plain",
         [DISTRICT, ["Liên Hương, ngày 05 tháng 10 năm 2024"], TITLE]),
        ("the Party's committee of a district", tuy_phong, "doubtful", [["HUYỆN ỦY TUY PHONG"], TITLE]),
        ("the steering committee of a district", tuy_phong, "doubtful",
         [["BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ HUYỆN TUY PHONG"], TITLE]),
    )  # fmt: skip
    for name, place, mark, above in forms:
        for layout, made in layouts.OF_ONE.items():
            yield sample(KIND, f"among others: {name}, {layout}", mark, [*above, *made(place, ITEMS, Q3)])
    for office in ("TRẠM Y TẾ XÃ VĨNH HẢO", "TRƯỜNG THCS VĨNH HẢO", "CÔNG AN XÃ VĨNH HẢO"):
        lines = [[office], TITLE, *unsaid(layouts.listed(vinh_hao, ITEMS, Q3))]
        yield sample(KIND, f"an office in a place: {office}", "wrong", lines)


def sheets() -> Iterator[Sample]:
    """One sheet a commune."""
    three = (LIEN_HUONG, VINH_HAO, PHU_LAC)
    for layout, made in layouts.OF_ONE.items():
        titled = {
            each.bare: [DISTRICT, [f"Đơn vị báo cáo: UBND {each.name}"], TITLE, *made(each, ITEMS, Q3)]
            for each in three
        }
        yield sample(KIND, f"three sheets, each says its commune, {layout}", "plain", titled)
        yield sample(
            KIND,
            f"three sheets with the letterheads of communes, {layout}",
            "plain",
            {
                f"Biểu {at}": [[f"UBND {each.name.upper()}"], TITLE, *made(each, ITEMS, Q3)]
                for at, each in enumerate(three)
            },
        )
        for above, said in (((), "no letterhead"), ((DISTRICT,), "the district's letterhead")):
            for full in (True, False):
                named = {
                    each.name if full else each.bare: [*above, TITLE, *made(each, ITEMS, Q3)]
                    for each in three
                }
                name = f"three sheets named {'in full' if full else 'without type'}, {said}, {layout}"
                yield sample(KIND, name, "doubtful", named)
        yield sample(
            KIND,
            f"one sheet named after its commune, {layout}",
            "doubtful",
            {"Xã Vĩnh Hảo": [DISTRICT, TITLE, *made(VINH_HAO, ITEMS, Q3)]},
        )
    periods = {"Quý I": vocabulary.Q1, "Quý II": vocabulary.Q2, "Quý III": Q3}
    yield sample(
        KIND,
        "three sheets of three quarters",
        "plain",
        {
            name: [
                DISTRICT,
                [f"KẾT QUẢ CHUYỂN ĐỔI SỐ {name.upper()}/2024"],
                *layouts.listed(TUY_PHONG, ITEMS, when),
            ]
            for name, when in periods.items()
        },
    )


def groups() -> Iterator[Sample]:
    """Places head groups of indicators, or indicators head groups of places."""
    places = (LIEN_HUONG, VINH_HAO, PHU_LAC)
    for letterhead, members in ((DISTRICT, places), (["UBND TỈNH BÌNH THUẬN"], (TUY_PHONG, LA_GI, BAC_BINH))):
        of = "communes" if members == places else "districts"
        lines: list[Line] = [letterhead, TITLE, [Head("STT"), "Chỉ tiêu", "ĐVT", "Kết quả"]]
        for number, (at, place) in zip(("I", "II", "III"), enumerate(members), strict=True):
            lines.append([number, place.name, None, None])
            lines += [
                [k, each.name, each.unit, says(each, place, Q3, at)] for k, each in enumerate(ITEMS, start=1)
            ]
        yield sample(KIND, f"{of} head groups of indicators", "plain", lines)
        lines = [letterhead, TITLE, [Head("STT"), "Nội dung", "ĐVT", "Kết quả"]]
        for number, item in zip(("I", "II", "III"), ITEMS, strict=True):
            lines.append([number, item.name, item.unit, None])
            lines += [
                [k, each.name, item.unit, says(item, each, Q3, k)] for k, each in enumerate(members, start=1)
            ]
        yield sample(KIND, f"indicators head groups of {of}", "plain", lines)
    lines = [
        ["UBND TỈNH BÌNH THUẬN"],
        TITLE,
        [Head("TT"), "Huyện", "Xã", *(f"{each.name} ({each.unit})" for each in ITEMS)],
    ]
    for at, (district, place) in enumerate(
        ((TUY_PHONG, VINH_HAO), (TUY_PHONG, PHU_LAC), (BAC_BINH, PHAN_LAM))
    ):
        lines.append([at + 1, district.name, place.name, *_of(ITEMS, place, at)])
    yield sample(KIND, "a column of districts beside a column of communes", "plain", lines)


def headed(of_places: str, items: Sequence[Item] = ITEMS) -> Line:
    """Return the heading of a table of places and indicators."""
    return [Head("TT"), of_places, *(f"{each.name} ({each.unit})" for each in items)]


def unsaid(lines: Sequence[Line]) -> list[Line]:
    """Keep what is written, and let it mean nothing."""
    return [[each.shown if isinstance(each, Says) else each for each in line] for line in lines]


def _of(items: Sequence[Item], place: Place, at: int, when: When = Q3) -> list[Says]:
    return [says(each, place, when, at) for each in items]


def _counted(item: Item, place: Place, value: float, *, needed: bool = True) -> Says:
    return says(item, place, Q3).written(value, value=value, needed=needed)


def _counts(place: Place, values: tuple[float, float], *, needed: bool = True) -> list[Says]:
    return [_counted(each, place, value, needed=needed) for each, value in zip(COUNTS, values, strict=True)]


def totals() -> Iterator[Sample]:
    """The district's own figure among its communes, and sums that are no figure of their own."""
    rows: tuple[tuple[Place, tuple[float, float]], ...] = (
        (LIEN_HUONG, (65, 390)), (VINH_HAO, (47, 285)), (PHU_LAC, (30, 180)),
    )  # fmt: skip
    heads = [Head("TT"), "Đơn vị", *(f"{each.name} ({each.unit})" for each in COUNTS)]

    def communes() -> list[Line]:
        return [
            [
                at,
                place.name,
                *(_counted(item, place, value) for item, value in zip(COUNTS, values, strict=True)),
            ]
            for at, (place, values) in enumerate(rows, start=1)
        ]

    def own(number: object, name: str, *, needed: bool) -> Line:
        return [number, name, *_counts(TUY_PHONG, (142, 855), needed=needed)]  # fmt: skip

    forms: tuple[tuple[str, Mark, str, bool, bool], ...] = (
        ("the district first", "plain", "Huyện Tuy Phong", True, True),
        ("the district last", "plain", "Huyện Tuy Phong", False, True),
        ("a sum last", "plain", "Tổng cộng", False, False),
        ("a sum first", "plain", "Tổng số", True, False),
        ("the whole district", "plain", "Toàn huyện", False, False),
        ("the whole district first", "plain", "TOÀN HUYỆN", True, False),
        ("a sum of the district", "doubtful", "Tổng cộng huyện Tuy Phong", False, False),
        ("a sum by “Cộng”", "plain", "Cộng", False, False),
    )
    for name, mark, written, first, needed in forms:
        total = own("I" if first else None, written, needed=needed)
        body = [total, *communes()] if first else [*communes(), total]
        yield sample(KIND, f"a total: {name} (“{written}”)", mark, [DISTRICT, TITLE, heads, *body])
    lines: list[Line] = [
        ["UBND TỈNH BÌNH THUẬN"],
        TITLE,
        heads,
        own("I", "Huyện Tuy Phong", needed=True),
        *communes(),
    ]
    lines.append(["II", "Huyện Bắc Bình", _counted(TEAMS, BAC_BINH, 40), _counted(MEMBERS, BAC_BINH, 210)])
    lines.append([1, "Xã Phan Lâm", _counted(TEAMS, PHAN_LAM, 40), _counted(MEMBERS, PHAN_LAM, 210)])
    yield sample(KIND, "two districts, each before its communes", "plain", lines)
    province = [["UBND TỈNH BÌNH THUẬN"], TITLE, heads]
    body = [
        [1, "Huyện Tuy Phong", _counted(TEAMS, TUY_PHONG, 142), _counted(MEMBERS, TUY_PHONG, 855)],
        [2, "Huyện Bắc Bình", _counted(TEAMS, BAC_BINH, 40), _counted(MEMBERS, BAC_BINH, 210)],
    ]
    for written, needed in (("Toàn tỉnh", False), ("Tổng cộng", False), ("Tỉnh Bình Thuận", True)):
        total = [None, written, *_counts(BINH_THUAN, (182, 1065), needed=needed)]  # fmt: skip
        yield sample(
            KIND, f"the province among its districts: “{written}”", "plain", [*province, *body, total]
        )


def stacked() -> Iterator[Sample]:
    """Two tables on a sheet, each with its own place, period or indicators."""
    pair = (VINH_HAO, PHU_LAC)
    for label in ("Đơn vị báo cáo: UBND {}", "Đơn vị: {}", "{}", "Biểu {at}. {}"):
        mark: Mark = "plain" if label.startswith("Đơn vị báo cáo") else "doubtful"
        lines: list[Line] = [DISTRICT, TITLE]
        for at, place in enumerate(pair, start=1):
            lines += [[], [label.format(place.name, at=at)], *layouts.listed(place, ITEMS, Q3)]
        yield sample(KIND, f"two tables below one another, “{label}”", mark, lines)
        lines = [DISTRICT]
        for at, (place, quarter, when) in enumerate(
            ((VINH_HAO, "Quý II/2024", vocabulary.Q2), (PHU_LAC, "Quý III/2024", Q3)), start=1
        ):
            lines += [
                [],
                [label.format(place.name, at=at)],
                [f"Kỳ báo cáo: {quarter}"],
                *layouts.listed(place, ITEMS, when),
            ]
        yield sample(KIND, f"two tables of two quarters, “{label}”", mark, lines)
    lines = [DISTRICT]
    for quarter, when in (("Quý II/2024", vocabulary.Q2), ("Quý III/2024", Q3)):
        lines += [[f"Kỳ báo cáo: {quarter}"], *layouts.listed(TUY_PHONG, ITEMS, when), []]
    yield sample(KIND, "two tables of one place and two labelled quarters", "plain", lines)
    lines = [DISTRICT]
    for quarter, when in (("QUÝ II/2024", vocabulary.Q2), ("QUÝ III/2024", Q3)):
        lines += [[f"KẾT QUẢ CHUYỂN ĐỔI SỐ {quarter}"], *layouts.listed(TUY_PHONG, ITEMS, when), []]
    yield sample(KIND, "two tables of one place, each under the title of its quarter", "doubtful", lines)
    lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, *layouts.wide((TUY_PHONG, LA_GI), ITEMS, Q3), []]
    lines += layouts.wide((PHAN_THIET, BAC_BINH), (WORK_FILES, MEMBERS), Q3)
    yield sample(KIND, "two tables of other places and indicators below one another", "plain", lines)
    lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, *layouts.wide((TUY_PHONG, LA_GI), ITEMS, Q3), [], ["Biểu 2"]]
    lines += layouts.wide((TUY_PHONG, LA_GI), (WORK_FILES, MEMBERS), Q3)
    yield sample(KIND, "two tables of the same places and other indicators", "plain", lines)


def beside() -> Iterator[Sample]:
    """Two tables beside one another."""
    left, right = layouts.listed(VINH_HAO, ITEMS, Q3), layouts.listed(PHU_LAC, ITEMS, Q3)
    joined = [[*one, None, *two] for one, two in zip(left, right, strict=True)]
    names = ["XÃ VĨNH HẢO", None, None, None, None, "XÃ PHÚ LẠC"]
    labels = ["Đơn vị báo cáo: Xã Vĩnh Hảo", *[None] * 4, "Đơn vị báo cáo: Xã Phú Lạc"]
    yield sample(
        KIND, "two tables beside one another under names", "doubtful", [DISTRICT, TITLE, names, *joined]
    )
    yield sample(
        KIND, "two tables beside one another under labels", "doubtful", [DISTRICT, TITLE, labels, *joined]
    )
    left, right = layouts.listed(TUY_PHONG, ITEMS, vocabulary.Q2), layouts.listed(TUY_PHONG, ITEMS, Q3)
    joined = [[*one, None, *two] for one, two in zip(left, right, strict=True)]
    quarters = ["Quý II/2024", *[None] * 4, "Quý III/2024"]
    yield sample(
        KIND, "two tables beside one another under quarters", "doubtful", [DISTRICT, quarters, *joined]
    )
    left = layouts.wide((TUY_PHONG, LA_GI), (DOSSIERS, TEAMS), Q3)
    right = layouts.wide((PHAN_THIET, BAC_BINH), (DOSSIERS, TEAMS), Q3)
    joined = [[*one, None, *two] for one, two in zip(left, right, strict=True)]
    lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, *joined]
    yield sample(KIND, "a long list of places folded beside itself", "doubtful", lines)


@dataclass(frozen=True)
class Name:
    """A place as somebody writes it."""

    text: str
    place: Place
    mark: Mark = "plain"


NAMES = (
    Name("Tuy Phong", TUY_PHONG),
    Name("H. Tuy Phong", TUY_PHONG),
    Name("H.Tuy Phong", TUY_PHONG),
    Name("huyện Tuy Phong", TUY_PHONG),
    Name("HUYỆN TUY PHONG", TUY_PHONG),
    Name("Huyen Tuy Phong", TUY_PHONG),
    Name("huyen tuy phong", TUY_PHONG),
    Name("UBND huyện Tuy Phong", TUY_PHONG),
    Name(" Huyện  Tuy Phong ", TUY_PHONG),
    Name("Huyện\u00a0Tuy Phong", TUY_PHONG),
    Name("Huyện Tuy phong", TUY_PHONG),
    Name("Tuy Phong (huyện)", TUY_PHONG, "doubtful"),
    Name("Thị xã La Gi", LA_GI),
    Name("TX. La Gi", LA_GI),
    Name("TX La Gi", LA_GI),
    Name("Tx.La Gi", LA_GI),
    Name("La Gi", LA_GI),
    Name("LaGi", LA_GI, "doubtful"),
    Name("Lagi", LA_GI, "doubtful"),
    Name("Thi xa La Gi", LA_GI),
    Name("UBND thị xã La Gi", LA_GI),
    Name("TP Phan Thiết", PHAN_THIET),
    Name("TP. Phan Thiết", PHAN_THIET),
    Name("Tp.Phan Thiết", PHAN_THIET),
    Name("Thành phố Phan Thiết", PHAN_THIET),
    Name("Thanh pho Phan Thiet", PHAN_THIET),
    Name("T.P Phan Thiết", PHAN_THIET, "doubtful"),
    Name("H. Bắc Bình", BAC_BINH),
    Name("H. Bac Binh", BAC_BINH),
    Name("1. Huyện Bắc Bình", BAC_BINH),
    Name("- Bắc Bình", BAC_BINH),
    Name("Huyện Bắc Bình (*)", BAC_BINH, "doubtful"),
)
COMMUNE_NAMES = (
    Name("Vĩnh Hảo", VINH_HAO),
    Name("xã Vĩnh Hảo", VINH_HAO),
    Name("X. Vĩnh Hảo", VINH_HAO),
    Name("xa Vinh Hao", VINH_HAO),
    Name("XÃ VĨNH HẢO", VINH_HAO),
    Name("UBND xã Vĩnh Hảo", VINH_HAO),
    Name("TT Liên Hương", LIEN_HUONG),
    Name("TT. Liên Hương", LIEN_HUONG),
    Name("Thị trấn Liên Hương", LIEN_HUONG),
    Name("Thi tran Lien Huong", LIEN_HUONG),
    Name("Liên Hương", LIEN_HUONG),
    Name("Tt.Liên Hương", LIEN_HUONG),
    Name("Xã Phú Lạc", PHU_LAC),
    Name("Phú Lạc", PHU_LAC),
)
WARD_NAMES = (
    Name("P. Phước Hội", PHUOC_HOI),
    Name("P.Phước Hội", PHUOC_HOI),
    Name("Phường Phước Hội", PHUOC_HOI),
    Name("Phuong Phuoc Hoi", PHUOC_HOI),
    Name("Phước Hội", PHUOC_HOI),
    Name("phường Phước Hội", PHUOC_HOI),
)


def names() -> Iterator[Sample]:
    """One name as people write it, among two written in full."""
    sets = (
        ("UBND TỈNH BÌNH THUẬN", NAMES, (vocabulary.HAM_TAN, vocabulary.DUC_LINH)),
        ("UBND HUYỆN TUY PHONG", COMMUNE_NAMES, (CHI_CONG, PHAN_DUNG)),
        ("UBND THỊ XÃ LA GI", WARD_NAMES, (TAN_AN,)),
    )
    for authority, several, others in sets:
        for turn, name in enumerate(several):
            lines: list[Line] = [
                [authority],
                TITLE,
                headed("Đơn vị"),
            ]
            lines.append([1, name.text, *_of(ITEMS, name.place, turn)])
            lines += [[at, each.name, *_of(ITEMS, each, at)] for at, each in enumerate(others, start=2)]
            yield sample(KIND, f"the name “{name.text}” in a row", name.mark, lines)
    for turn, name in enumerate(NAMES[::3]):
        lines = [
            ["UBND TỈNH BÌNH THUẬN"],
            TITLE,
            [Head("STT"), "Chỉ tiêu", "ĐVT", name.text, "Huyện Hàm Tân"],
        ]
        for at, item in enumerate(ITEMS):
            lines.append(
                [
                    at + 1,
                    item.name,
                    item.unit,
                    says(item, name.place, Q3, turn),
                    says(item, vocabulary.HAM_TAN, Q3, 1),
                ]
            )
        yield sample(KIND, f"the name “{name.text}” as a heading", name.mark, lines)


def mistaken() -> Iterator[Sample]:
    """Names of nobody, of several, of another time."""
    forms: tuple[tuple[str, str, str, Mark], ...] = (
        ("a slip of the keyboard", "UBND TỈNH BÌNH THUẬN", "Huyện Tuy Phogn", "wrong"),
        ("another type", "UBND TỈNH BÌNH THUẬN", "Xã La Gi", "wrong"),
        ("two communes of a name", "UBND TỈNH BÌNH THUẬN", "Bình Tân", "wrong"),
        ("two communes of a name in full", "UBND TỈNH BÌNH THUẬN", "Xã Tân Hà", "wrong"),
        ("two places in a cell", "UBND TỈNH BÌNH THUẬN", "Huyện Tuy Phong, Bắc Bình", "wrong"),
        ("two places with a dash", "UBND TỈNH BÌNH THUẬN", "Tuy Phong - Bắc Bình", "wrong"),
        ("a unit that is no place", "UBND TỈNH BÌNH THUẬN", "Sở Thông tin và Truyền thông", "wrong"),
        ("all but one", "UBND TỈNH BÌNH THUẬN", "Các huyện còn lại", "wrong"),
        ("a commune after the reform", "UBND TỈNH BÌNH THUẬN", "Phường La Gi", "wrong"),
    )
    for name, authority, written, mark in forms:
        lines: list[Line] = [
            [authority],
            TITLE,
            headed("Đơn vị"),
        ]
        lines.append([1, written, 81.25, 65, 77.15])
        lines.append([2, "Huyện Hàm Tân", *_of(ITEMS, vocabulary.HAM_TAN, 1)])
        yield sample(KIND, f"{name}: “{written}”", mark, lines)
    lines = [
        ["UBND TỈNH BÌNH THUẬN"],
        ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2025"],
        *layouts.wide((TUY_PHONG, LA_GI), ITEMS, Q3),
    ]
    blank = unsaid(lines)
    yield sample(KIND, "districts after the reform", "wrong", blank)
    for title, mark in ((["KẾT QUẢ CHUYỂN ĐỔI SỐ"], "wrong"), (["Kỳ báo cáo: Quý III/2024"], "wrong")):
        blank = unsaid(layouts.listed(TUY_PHONG, ITEMS, Q3))
        yield sample(KIND, f"no place at all under “{title[0]}”", mark, [title, *blank])
    blank = unsaid(layouts.listed(TUY_PHONG, ITEMS, Q3))
    two = [["Đơn vị báo cáo: Huyện Tuy Phong"], ["Đơn vị báo cáo: Huyện Bắc Bình"], TITLE]
    yield sample(KIND, "two labelled places", "wrong", [*two, *blank])
    heads = [Head("Mã"), "Đơn vị", *(f"{each.name} ({each.unit})" for each in ITEMS)]
    lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, heads, ["594", "Huyện Tuy Phong", 81.25, 65, 77.15]]
    yield sample(KIND, "a code beside another name", "wrong", lines)
    codes: tuple[object, ...] = ("594", 594)
    for code in codes:
        lines = [["UBND TỈNH BÌNH THUẬN"], TITLE, heads, [code, "Thị xã La Gi", *_of(ITEMS, LA_GI, 0)]]
        yield sample(KIND, f"the code {code!r} beside its name", "plain", lines)


def after_the_reform() -> Iterator[Sample]:
    """Communes of the new province in a quarter after the reform."""
    when = When(date(2025, 7, 1), date(2025, 9, 30))
    new = (
        Place("23235", "Phường La Gi", "2025-07"),
        Place("22981", "Xã Vĩnh Hảo", "2025-07"),
        Place("22969", "Xã Liên Hương", "2025-07"),
    )
    title = ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2025"]
    for name, made in layouts.OF_MANY.items():
        lines = [["UBND TỈNH LÂM ĐỒNG"], title, *made(new, ITEMS, when)]
        yield sample(KIND, f"communes after the reform, {name}", "plain", lines)
    for name, listed in layouts.OF_ONE.items():
        lines = [["UBND PHƯỜNG LA GI"], title, *listed(new[0], (TEAMS, SIGNATURES, PROCEDURES), when)]
        yield sample(KIND, f"a ward after the reform, {name}", "plain", lines)


def communes_in_layouts() -> Iterator[Sample]:
    """Communes of a district in each layout."""
    for name, made in layouts.OF_MANY.items():
        lines = [DISTRICT, TITLE, *made(COMMUNES, ITEMS, Q3)]
        yield sample(KIND, f"communes of the letterhead's district, {name}", "plain", lines)
        lines = [["UBND THỊ XÃ LA GI"], TITLE, *made((Place("23245", "Xã Tân Hải"), TAN_AN), ITEMS, Q3)]
        yield sample(KIND, f"a namesake that the letterhead decides, {name}", "plain", lines)


def samples() -> Iterator[Sample]:
    """All files on places."""
    for several in (
        over_a_commune, of_the_district, among_others, sheets, groups, totals, stacked, beside, names, mistaken,
        after_the_reform, communes_in_layouts,
    ):  # fmt: skip
        yield from several()
