"""Periods: in titles, in labelled lines, as days, beside other periods that are not the figures'."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tests.data.intake.generated import layouts, vocabulary
from tests.data.intake.generated.grid import Formatted, Head, Line, Says, Told, sample
from tests.data.intake.generated.letterhead import ENCLOSURES, closings, heads
from tests.data.intake.generated.meaning import Mark, Sample, When
from tests.data.intake.generated.vocabulary import (
    DISTRICTS,
    DOSSIERS,
    ITEMS,
    MEMBERS,
    PROCEDURES,
    STOCKS,
    TEAMS,
    TUY_PHONG,
    Item,
    says,
)

KIND = "periods"


@dataclass(frozen=True)
class Form:
    """A period as it is written, its days, and whether only states on its last day have a certain meaning."""

    text: str
    when: When
    last_day_only: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """The indicators whose days follow from this form."""
        return STOCKS if self.last_day_only else ITEMS


FORMS = (
    Form("quý III/2024", vocabulary.Q3),
    Form("quý III năm 2024", vocabulary.Q3),
    Form("quý 3 năm 2024", vocabulary.Q3),
    Form("quý 3/2024", vocabulary.Q3),
    Form("Q3/2024", vocabulary.Q3),
    Form("6 tháng đầu năm 2024", vocabulary.HALF),
    Form("06 tháng đầu năm 2024", vocabulary.HALF),
    Form("sáu tháng đầu năm 2024", vocabulary.HALF),
    Form("9 tháng đầu năm 2024", vocabulary.NINE_MONTHS),
    Form("9 tháng năm 2024", vocabulary.NINE_MONTHS),
    Form("năm 2024", vocabulary.YEAR),
    Form("năm 2023", vocabulary.YEAR_BEFORE),
    Form("tháng 9 năm 2024", vocabulary.SEPTEMBER),
    Form("tháng 9/2024", vocabulary.SEPTEMBER),
    Form("tháng 09/2024", vocabulary.SEPTEMBER),
    Form("đến hết tháng 9/2024", vocabulary.NINE_MONTHS, last_day_only=True),
    Form("đến hết tháng 9 năm 2024", vocabulary.NINE_MONTHS, last_day_only=True),
    Form("đến ngày 30/9/2024", vocabulary.NINE_MONTHS, last_day_only=True),
    Form("tính đến 30/9/2024", vocabulary.NINE_MONTHS, last_day_only=True),
    Form("tính đến hết ngày 30 tháng 9 năm 2024", vocabulary.NINE_MONTHS, last_day_only=True),
    Form("tính đến hết quý III/2024", vocabulary.Q3, last_day_only=True),
)
TITLES = (
    "KẾT QUẢ CHUYỂN ĐỔI SỐ {upper}",
    "BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ {upper}",
    "Biểu tổng hợp kết quả thực hiện chuyển đổi số {text}",
    "TỔNG HỢP SỐ LIỆU CHUYỂN ĐỔI SỐ {upper}",
)


def titled() -> Iterator[Sample]:
    """Each form in a title, over each layout, between letterheads and signatures that say nothing else."""
    turn = 0
    for form in FORMS:
        for name, body in bodies(form.items, form.when, turn).items():
            title = TITLES[turn % len(TITLES)].format(text=form.text, upper=form.text.upper())
            above, below = surroundings(name in layouts.OF_ONE, turn)
            enclosure = ENCLOSURES[(turn + turn // 8) % len(ENCLOSURES)]
            lines = [*above, [title], *enclosure, *body, *below]
            yield sample(KIND, f"the title says “{form.text}”, {name}", "plain", lines)
            turn += 1


def bodies(items: Sequence[Item], when: When, turn: int) -> dict[str, layouts.Lines]:
    """Return a table of each layout, with indicators taken in turn."""
    some = [items[(turn + step) % len(items)] for step in range(4)]
    places = [DISTRICTS[(turn + step) % len(DISTRICTS)] for step in range(3)]
    one = {name: layout(TUY_PHONG, some, when) for name, layout in layouts.OF_ONE.items()}
    return one | {name: layout(places, some[:3], when) for name, layout in layouts.OF_MANY.items()}


def surroundings(of_one: bool, turn: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return a letterhead and a closing, the district's or the province's."""
    authority, town = (
        ("UBND HUYỆN TUY PHONG", "Tuy Phong") if of_one else ("UBND TỈNH BÌNH THUẬN", "Bình Thuận")
    )
    above, below = heads(authority, town), closings(town)
    # Tables come in turns of eight: the closing moves on with each turn, so that every table gets each.
    return above[turn % len(above)], below[(turn + turn // 8) % len(below)]


LABELLED: tuple[tuple[Line, Form], ...] = (
    (["Kỳ báo cáo", "Quý III/2024"], FORMS[0]),
    (["Kỳ báo cáo:", "Quý III/2024"], FORMS[0]),
    (["Kỳ báo cáo: Quý III/2024"], FORMS[0]),
    (["Kỳ báo cáo: III/2024"], FORMS[0]),
    (["Kỳ báo cáo", "III/2024"], FORMS[0]),
    (["Kỳ báo cáo", "Q3/2024"], FORMS[0]),
    (["Kỳ báo cáo", "2024-Q3"], FORMS[0]),
    (["Kỳ báo cáo", "9 tháng đầu năm 2024"], FORMS[8]),
    (["Kỳ báo cáo", "Năm 2024"], FORMS[10]),
    (["Kỳ báo cáo", 2024], FORMS[10]),
    (["Kỳ báo cáo", "6 tháng đầu năm 2024"], FORMS[5]),
    (["Kỳ báo cáo", "9/2024"], FORMS[13]),
    (["Kỳ báo cáo", "09/2024"], FORMS[13]),
    (["Kỳ báo cáo: 9/2024"], FORMS[13]),
    (["Kỳ báo cáo", "Tháng 9 năm 2024"], FORMS[12]),
    (["Kỳ báo cáo", Formatted(datetime(2024, 9, 1), "mmm-yy")], FORMS[13]),
    (["Kỳ báo cáo", Formatted(datetime(2024, 9, 1), "mm/yyyy")], FORMS[13]),
    (["Kỳ báo cáo", Formatted(datetime(2024, 9, 1), "m/yyyy")], FORMS[13]),
    (["Kỳ báo cáo", "Từ 01/7/2024 đến 30/9/2024"], FORMS[0]),
    (["Kỳ báo cáo", "Từ ngày 01/7/2024 đến ngày 30/9/2024"], FORMS[0]),
    (["Số liệu đến ngày 30/9/2024"], FORMS[17]),
    (["(Số liệu đến ngày 30/9/2024)"], FORMS[17]),
    (["(Số liệu tính đến hết ngày 30/9/2024)"], FORMS[17]),
    (["Số liệu đến ngày", Formatted(datetime(2024, 9, 30), "dd/mm/yyyy")], FORMS[17]),
    (["Số liệu tính đến:", "30/9/2024"], FORMS[17]),
)


def labelled() -> Iterator[Sample]:
    """A line of its own says the period, in each form, under a title without one."""
    for turn, (line, form) in enumerate(LABELLED):
        names = list(bodies(form.items, form.when, turn).items())
        for name, body in (names[turn % 3], names[3 + turn % 5]):
            above, below = surroundings(name in layouts.OF_ONE, turn)
            said = " ".join(_spelled(each) for each in line)
            lines = [*above, ["KẾT QUẢ CHUYỂN ĐỔI SỐ"], line, *body, *below]
            yield sample(KIND, f"a line says “{said}”, {name}", "plain", lines)


def _spelled(content: object) -> str:
    if isinstance(content, Formatted):
        return f"{content.shown:%d/%m/%Y} as {content.number_format}"
    return str(content)


# What lies ahead is no period of the figures; a reader may ask, but must not take it.
AHEAD: tuple[tuple[tuple[str, ...], When], ...] = (
    (("6 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024",), vocabulary.HALF),
    (("6 THÁNG ĐẦU NĂM 2024, NHIỆM VỤ 6 THÁNG CUỐI NĂM",), vocabulary.HALF),
    (("6 THÁNG ĐẦU NĂM 2024, NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2024",), vocabulary.HALF),
    (("6 THÁNG ĐẦU NĂM, PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024",), vocabulary.HALF),
    (("6 THÁNG ĐẦU NĂM 2024", "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024"), vocabulary.HALF),
    (("6 THÁNG ĐẦU NĂM VÀ GIẢI PHÁP 6 THÁNG CUỐI NĂM 2024",), vocabulary.HALF),
    (("QUÝ III, PHƯƠNG HƯỚNG QUÝ IV NĂM 2024",), vocabulary.Q3),
    (("QUÝ III/2024, PHƯƠNG HƯỚNG NHIỆM VỤ QUÝ IV/2024",), vocabulary.Q3),
    (("QUÝ III VÀ NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2024",), vocabulary.Q3),
    (("QUÝ III/2024", "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV/2024"), vocabulary.Q3),
    (("QUÝ III; KẾ HOẠCH QUÝ IV/2024",), vocabulary.Q3),
    (("9 THÁNG ĐẦU NĂM, NHIỆM VỤ 3 THÁNG CUỐI NĂM 2024",), vocabulary.NINE_MONTHS),
    (("9 THÁNG, NHIỆM VỤ QUÝ IV NĂM 2024",), vocabulary.NINE_MONTHS),
    (("THÁNG 9, NHIỆM VỤ TRỌNG TÂM THÁNG 10 NĂM 2024",), vocabulary.SEPTEMBER),
    (("THÁNG 9/2024 VÀ CHƯƠNG TRÌNH CÔNG TÁC THÁNG 10/2024",), vocabulary.SEPTEMBER),
    (("NĂM 2023, PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2024",), vocabulary.YEAR_BEFORE),
    (("NĂM 2023 VÀ KẾ HOẠCH NĂM 2024",), vocabulary.YEAR_BEFORE),
    (("NĂM 2023", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024"), vocabulary.YEAR_BEFORE),
)


def ahead() -> Iterator[Sample]:
    """A title says what was done and what is planned."""
    for turn, (parts, when) in enumerate(AHEAD):
        named = bodies(ITEMS, when, turn)
        for name in (list(layouts.OF_ONE)[turn % 3], list(layouts.OF_MANY)[turn % 5]):
            above, below = surroundings(name in layouts.OF_ONE, turn)
            title = [["BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ " + parts[0]], *([each] for each in parts[1:])]
            lines = [*above, *title, *named[name], *below]
            yield sample(
                KIND, f"the title says also what is planned: “{' / '.join(parts)}”, {name}", "doubtful", lines
            )


# Numbers and days of documents, and programmes of years, are no periods.
DOCUMENTS = (
    "KẾT QUẢ CHUYỂN ĐỔI SỐ (Kèm theo Báo cáo số 12/2024)",
    "Báo cáo số 12/2024 về kết quả chuyển đổi số",
    "KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ 956/KH-BĐHCĐS NGÀY 10/3/2023",
    "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT SỐ 10-NQ/TU NGÀY 18/3/2022",
    "KẾT QUẢ THỰC HIỆN ĐỀ ÁN CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2021-2025",
    "KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH CHUYỂN ĐỔI SỐ ĐẾN NĂM 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030",
    "Phụ lục 2/2024 kèm theo Quyết định số 922/QĐ-BTTTT ngày 20/5/2022",
)


def documents() -> Iterator[Sample]:
    """A document's number or day stands alone (nobody knows the period), or beside the period."""
    for turn, title in enumerate(DOCUMENTS):
        for of_one in (True, False):
            name = list(layouts.OF_ONE if of_one else layouts.OF_MANY)[turn % 3]
            above, below = surroundings(of_one, turn)
            body = bodies(ITEMS, vocabulary.Q3, turn)[name]
            yield sample(
                KIND, f"no period but “{title}”, {name}", "wrong", [*above, [title], *_unsaid(body), *below]
            )
            for line in (["Kỳ báo cáo: Quý III/2024"], ["QUÝ III NĂM 2024"]):
                yield sample(
                    KIND,
                    f"“{line[0]}” below “{title}”, {name}",
                    "plain",
                    [*above, [title], line, *body, *below],
                )


def _unsaid(lines: Sequence[Line]) -> list[Line]:
    """Keep what is written, and let it mean nothing."""
    return [
        [getattr(each, "shown", each) if hasattr(each, "figure") else each for each in line] for line in lines
    ]


def order() -> Iterator[Sample]:
    """Two lines say a period: the labelled line goes before the day of the figures, and that before the title."""
    q3, day = vocabulary.Q3, "(Số liệu đến ngày 30/9/2024)"
    stocks, mixed = (TEAMS, MEMBERS, PROCEDURES), (DOSSIERS, TEAMS, vocabulary.SIGNATURES)
    cases: tuple[tuple[str, Mark, list[Line], Sequence[Item]], ...] = (
        ("the title's year before the day of the figures", "plain", [["KẾT QUẢ NĂM 2024"], [day]], stocks),
        ("the year and the day in one title", "plain", [[f"KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2024 {day}"]], stocks),
        ("the quarter and its last day", "plain", [["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"], [day]], mixed),
        ("nine months and their last day", "plain", [["KẾT QUẢ 9 THÁNG ĐẦU NĂM 2024"], [day]], stocks),
        ("the year above a labelled quarter", "plain", [["KẾT QUẢ NĂM 2024"], ["Kỳ báo cáo: Quý III/2024"]], mixed),
        ("a labelled quarter and its last day", "plain", [["Kỳ báo cáo: Quý III/2024"], [day]], mixed),
        (
            "another quarter in the title than the labelled one",
            "doubtful",
            [[Told("KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II/2024")], ["Kỳ báo cáo: Quý III/2024"]],
            mixed,
        ),
        (
            "another quarter in the title, the labelled one in two cells",
            "doubtful",
            [[Told("KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II NĂM 2024")], ["Kỳ báo cáo", "Quý III/2024"]],
            mixed,
        ),
        (
            "another day than the labelled quarter's",
            "doubtful",
            [["KẾT QUẢ"], ["Kỳ báo cáo: Quý III/2024"], [Told("(Số liệu đến ngày 15/10/2024)")]],
            stocks,
        ),
        (
            "another quarter in the title than the day of the figures",
            "doubtful",
            [[Told("KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II/2024")], [day]],
            stocks,
        ),
        (
            "another year in the title than in the labelled line",
            "doubtful",
            [[Told("KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2023")], ["Kỳ báo cáo: Quý III/2024"]],
            mixed,
        ),
    )  # fmt: skip
    for name, mark, title, items in cases:
        for layout in ("a list", "places down", "long"):
            above, below = surroundings(layout in layouts.OF_ONE, len(name))
            body = bodies(items, q3, 0)[layout]
            yield sample(KIND, f"{name}, {layout}", mark, [*above, *title, *body, *below])


def contradictions() -> Iterator[Sample]:
    """Two lines of one rank say two periods, so that nobody knows."""
    cases: dict[str, list[Line]] = {
        "two labelled lines": [["Kỳ báo cáo: Quý II/2024"], ["Kỳ báo cáo: Quý III/2024"]],
        "two labelled lines of two cells": [["Kỳ báo cáo", "Quý II/2024"], ["Kỳ báo cáo", "Quý III/2024"]],
        "two titles": [["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II/2024"], ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"]],
        "two quarters in a title": [["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II VÀ QUÝ III NĂM 2024"]],
        "two quarters in a labelled line": [["Kỳ báo cáo: Quý II/2024, Quý III/2024"]],
        "two days": [["(Số liệu đến ngày 30/6/2024)"], ["(Số liệu đến ngày 30/9/2024)"]],
        "a day that never was": [["(Số liệu đến ngày 31/9/2024)"]],
        "a quarter that never was": [["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ V/2024"]],
        "a quarter without a year": [["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III"]],
        "no period at all": [["KẾT QUẢ CHUYỂN ĐỔI SỐ"]],
        "a period of words": [["Kỳ báo cáo: quý vừa qua"]],
    }
    for turn, (name, title) in enumerate(cases.items()):
        for layout in ("a list", "places down", "long"):
            above, below = surroundings(layout in layouts.OF_ONE, turn)
            body = _unsaid(bodies(ITEMS, vocabulary.Q3, turn)[layout])
            yield sample(KIND, f"{name}, {layout}", "wrong", [*above, *title, *body, *below])


def across() -> Iterator[Sample]:
    """Columns bear periods, under a title of the year, of none, or of more than they say."""
    from_left = {"Quý I": vocabulary.Q1, "Quý II": vocabulary.Q2, "Quý III": vocabulary.Q3}
    forms: tuple[tuple[str, list[str], list[Line]], ...] = (
        ("quarters with their year", [f"{each}/2024" for each in from_left], []),
        ("quarters with their year in words", [f"{each} năm 2024" for each in from_left], []),
        (
            "quarters under a title of the year",
            [f"{each}/2024" for each in from_left],
            [["KẾT QUẢ NĂM 2024"]],
        ),
        ("quarters that take the year of the title", list(from_left), [["KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2024"]]),
        (
            "achieved in quarters",
            [f"Thực hiện {each.lower().replace('i', 'I')}/2024" for each in from_left],
            [],
        ),
        ("results of quarters", [f"Kết quả {each.lower().replace('i', 'I')}/2024" for each in from_left], []),
    )
    for name, headings, title in forms:
        lines = [
            ["UBND HUYỆN TUY PHONG"],
            *title,
            [Head("STT"), "Chỉ tiêu", "ĐVT", *headings],
            *(
                [at, item.name, item.unit, *_of_each(item, from_left.values())]
                for at, item in enumerate((DOSSIERS, TEAMS, MEMBERS), start=1)
            ),
        ]  # fmt: skip
        mark: Mark = "doubtful" if "take the year" in name else "plain"
        yield sample(KIND, f"columns of {name}", mark, lines)


RARE = (
    Form("quý III-2024", vocabulary.Q3),
    Form("quý III - 2024", vocabulary.Q3),
    Form("quý 03/2024", vocabulary.Q3),
    Form("quý ba năm 2024", vocabulary.Q3),
    Form("quý III, năm 2024", vocabulary.Q3),
    Form("9T/2024", vocabulary.NINE_MONTHS),
    Form("9T năm 2024", vocabulary.NINE_MONTHS),
    Form("09 tháng năm 2024", vocabulary.NINE_MONTHS),
    Form("chín tháng đầu năm 2024", vocabulary.NINE_MONTHS),
    Form("6T đầu năm 2024", vocabulary.HALF),
    Form("nửa đầu năm 2024", vocabulary.HALF),
    Form("tháng 9-2024", vocabulary.SEPTEMBER),
    Form("tháng chín năm 2024", vocabulary.SEPTEMBER),
    Form("cả năm 2024", vocabulary.YEAR),
    Form("từ 01/01/2024 đến 30/9/2024", vocabulary.NINE_MONTHS),
    Form("từ 15/12/2023 đến 14/9/2024", When(date(2023, 12, 15), date(2024, 9, 14))),
    Form("từ tháng 7 đến tháng 9 năm 2024", vocabulary.Q3),
    Form("từ đầu năm đến 30/9/2024", vocabulary.NINE_MONTHS),
    Form("quý III và 9 tháng đầu năm 2024", vocabulary.Q3, last_day_only=True),
)


def rare() -> Iterator[Sample]:
    """Rarer ways to write a period, in a title and in a labelled line."""
    for turn, form in enumerate(RARE):
        for labelled_too in (False, True):
            body = bodies(form.items, form.when, turn)
            for name in (list(layouts.OF_ONE)[turn % 3], list(layouts.OF_MANY)[turn % 5]):
                above, below = surroundings(name in layouts.OF_ONE, turn)
                said = (
                    [f"Kỳ báo cáo: {form.text}"]
                    if labelled_too
                    else [f"KẾT QUẢ CHUYỂN ĐỔI SỐ {form.text.upper()}"]
                )
                lines = [*above, said, *body[name], *below]
                yield sample(KIND, f"the rarer “{said[0]}”, {name}", "doubtful", lines)


OTHER_DAYS = (
    "Cập nhật ngày 05/10/2024", "Thời điểm báo cáo: 05/10/2024", "Ngày lập: 05/10/2024",
    "Ngày in: 05/10/2024 08:15", "Thời hạn nộp: 10/10/2024", "Hạn báo cáo: trước ngày 05/10/2024",
    "Tuy Phong, ngày 05 tháng 10 năm 2024", "(Theo Công văn số 956/STTTT-CNTT ngày 10/3/2023)", "Số: 12/BC-UBND",
    "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020",
)  # fmt: skip


def other_days() -> Iterator[Sample]:
    """The day of a letter, of writing or of a deadline, beside the period and alone."""
    for turn, line in enumerate(OTHER_DAYS):
        for name in (list(layouts.OF_ONE)[turn % 3], list(layouts.OF_MANY)[turn % 5]):
            body = bodies(ITEMS, vocabulary.Q3, turn)[name]
            authority = "UBND HUYỆN TUY PHONG" if name in layouts.OF_ONE else "UBND TỈNH BÌNH THUẬN"
            for order in ("above", "below"):
                title = ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"]
                pair = [[line], title] if order == "above" else [title, [line]]
                yield sample(
                    KIND, f"“{line}” {order} the quarter, {name}", "plain", [[authority], *pair, *body]
                )
            alone = [[authority], ["KẾT QUẢ CHUYỂN ĐỔI SỐ"], [line], *_unsaid(body)]
            yield sample(KIND, f"no period but “{line}”, {name}", "wrong", alone)


def _of_each(item: Item, periods: Iterable[When]) -> list[Says]:
    return [says(item, TUY_PHONG, when, at) for at, when in enumerate(periods)]


def samples() -> Iterator[Sample]:
    """All files on periods."""
    for several in (titled, labelled, ahead, documents, order, contradictions, across, rare, other_days):
        yield from several()
