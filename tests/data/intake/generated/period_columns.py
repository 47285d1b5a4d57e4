"""Long tables whose columns say the period: a year with its quarter or month, a period in one cell, two days."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from tests.data.intake.generated import vocabulary
from tests.data.intake.generated.grid import Formatted, Head, Line, sample
from tests.data.intake.generated.meaning import Mark, Sample, When
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    DOSSIERS,
    LA_GI,
    SIGNATURES,
    TEAMS,
    TUY_PHONG,
    WORK_FILES,
    Place,
    says,
)

KIND = "period columns"
PLACES = (TUY_PHONG, LA_GI, BAC_BINH)
ITEMS = (DOSSIERS, TEAMS, SIGNATURES, WORK_FILES)
QUARTERS = (vocabulary.Q1, vocabulary.Q2, vocabulary.Q3)
ROMAN = ("I", "II", "III")
Cells = Sequence[object]


def table(heads: Cells, rows: Sequence[tuple[Cells, When]], *, first: bool = False) -> list[Line]:
    """Return a long table with columns of a period behind the others, or before them."""
    lines: list[Line] = [
        [Head(heads[0]), *heads[1:], "Địa phương", "Chỉ tiêu", "Đơn vị tính", "Kết quả"]
        if first
        else [Head("Địa phương"), "Chỉ tiêu", "Đơn vị tính", *heads, "Kết quả"]
    ]
    for at, (cells, when) in enumerate(rows):
        for place in PLACES[: 2 if len(rows) > 1 else 3]:
            item = ITEMS[(at + PLACES.index(place)) % len(ITEMS)]
            lines.append(_line(place, item, cells, when, at, first))
    return lines


def _line(place: Place, item: vocabulary.Item, cells: Cells, when: When, at: int, first: bool) -> Line:
    figure = says(item, place, when, at)
    if first:
        return [*cells, place.name, item.name, item.unit, figure]
    return [place.name, item.name, item.unit, *cells, figure]


def month(number: int) -> When:
    """Return a month of 2024 that has thirty days or a quarter's last day."""
    days = {4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30}
    return When(date(2024, number, 1), date(2024, number, days[number]))


def years_with_quarters() -> Iterator[Sample]:
    """A year and a quarter stand in two columns."""
    forms: dict[str, list[object]] = {
        "in Roman numerals": list(ROMAN),
        "in digits": [1, 2, 3],
        "in digits as text": ["1", "2", "3"],
        "with the word": [f"Quý {each}" for each in ROMAN],
        "with the word and digits": ["Quý 1", "Quý 2", "Quý 3"],
        "with a Q": ["Q1", "Q2", "Q3"],
    }
    for name, written in forms.items():
        for year in (2024, "2024", "Năm 2024"):
            rows = [((year, quarter), when) for quarter, when in zip(written, QUARTERS, strict=True)]
            heads = ("Năm", "Quý")
            mark: Mark = "doubtful" if year == "Năm 2024" else "plain"
            yield sample(KIND, f"Năm {year!r} and Quý {name}", mark, table(heads, rows))
        rows = [((quarter, 2024), when) for quarter, when in zip(written, QUARTERS, strict=True)]
        yield sample(KIND, f"Quý {name} before Năm", "plain", table(("Quý", "Năm"), rows, first=True))
        yield sample(
            KIND,
            f"Quý {name} and the year in a title",
            "doubtful",
            [
                ["KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2024"],
                *table(("Quý",), [((cells[0],), when) for cells, when in rows]),
            ],
        )


def years_with_months() -> Iterator[Sample]:
    """A year and a month stand in two columns, or beside a quarter."""
    for form in ("{}", "{:02}", "Tháng {}", "T{}"):
        for order in ("Năm, Tháng", "Tháng, Năm"):
            rows: list[tuple[Cells, When]] = []
            for number in (7, 8, 9):
                pair: list[object] = [2024, form.format(number)]
                rows.append((pair if order == "Năm, Tháng" else pair[::-1], month(number)))
            mark: Mark = "doubtful" if form == "T{}" else "plain"
            yield sample(KIND, f"{order} as “{form}”", mark, table(order.split(", "), rows))
    rows = [((2024, number), month(number)) for number in (7, 8, 9)]
    yield sample(KIND, "Năm and Tháng as numbers", "plain", table(("Năm", "Tháng"), rows, first=True))
    rows = [((2024, "III", number), month(number)) for number in (7, 8, 9)]
    yield sample(KIND, "Năm, Quý and Tháng", "plain", table(("Năm", "Quý", "Tháng"), rows))
    rows = [((2024, "II", None), vocabulary.Q2), ((2024, "III", None), vocabulary.Q3)]
    yield sample(KIND, "Năm, Quý and an empty Tháng", "plain", table(("Năm", "Quý", "Tháng"), rows))
    rows = [((2023, None), vocabulary.YEAR_BEFORE), ((2024, None), vocabulary.YEAR)]
    yield sample(KIND, "Năm and an empty Quý", "plain", table(("Năm", "Quý"), rows))
    rows = [((2023,), vocabulary.YEAR_BEFORE), ((2024,), vocabulary.YEAR)]
    yield sample(KIND, "Năm alone", "plain", table(("Năm",), rows))
    rows = [((2024, "III"), vocabulary.Q3), ((2024, "Cả năm"), vocabulary.YEAR)]
    yield sample(KIND, "Quý says the whole year in a row", "doubtful", table(("Năm", "Quý"), rows))


def one_cell() -> Iterator[Sample]:
    """A period stands in one cell of a row."""
    forms: tuple[tuple[str, object, When], ...] = (
        ("Kỳ", "Quý III/2024", vocabulary.Q3),
        ("Kỳ", "quý 3 năm 2024", vocabulary.Q3),
        ("Kỳ báo cáo", "Q3/2024", vocabulary.Q3),
        ("Kỳ báo cáo", "III/2024", vocabulary.Q3),
        ("Quý", "III/2024", vocabulary.Q3),
        ("Quý", "3/2024", vocabulary.Q3),
        ("Kỳ", "9/2024", vocabulary.SEPTEMBER),
        ("Kỳ", "09/2024", vocabulary.SEPTEMBER),
        ("Tháng", "9/2024", vocabulary.SEPTEMBER),
        ("Tháng", "Tháng 9/2024", vocabulary.SEPTEMBER),
        ("Kỳ", Formatted(datetime(2024, 9, 1), "mm/yyyy"), vocabulary.SEPTEMBER),
        ("Kỳ", Formatted(datetime(2024, 9, 1), "mmm-yy"), vocabulary.SEPTEMBER),
        ("Tháng", Formatted(datetime(2024, 9, 1), "m/yyyy"), vocabulary.SEPTEMBER),
        ("Kỳ", "Năm 2024", vocabulary.YEAR),
        ("Kỳ", "6 tháng đầu năm 2024", vocabulary.HALF),
        ("Kỳ", "9 tháng đầu năm 2024", vocabulary.NINE_MONTHS),
        ("Kỳ số liệu", "Từ 01/7/2024 đến 30/9/2024", vocabulary.Q3),
    )
    for head, written, when in forms:
        name = written.number_format if isinstance(written, Formatted) else written
        yield sample(KIND, f"{head} says “{name}”", "plain", table((head,), [((written,), when)]))


def two_days() -> Iterator[Sample]:
    """The first and the last day stand in two columns."""
    first, last = datetime(2024, 7, 1), datetime(2024, 9, 30)
    forms: tuple[tuple[str, object, object], ...] = (
        ("as dates", Formatted(first, "dd/mm/yyyy"), Formatted(last, "dd/mm/yyyy")),
        ("as text", "01/7/2024", "30/9/2024"),
        ("as text with zeros", "01/07/2024", "30/09/2024"),
    )
    for name, begin, end in forms:
        for heads in (("Từ ngày", "Đến ngày"), ("Ngày bắt đầu", "Ngày kết thúc")):
            lines = table(heads, [((begin, end), vocabulary.Q3)])
            mark: Mark = "plain" if heads[0] == "Từ ngày" else "doubtful"
            yield sample(KIND, f"{' and '.join(heads)} {name}", mark, lines)


def impossible() -> Iterator[Sample]:
    """Columns that say no period, or two."""
    q3 = vocabulary.Q3
    forms: tuple[tuple[str, tuple[str, ...], tuple[object, ...]], ...] = (
        ("a fifth quarter", ("Năm", "Quý"), (2024, 5)),
        ("a quarter in words nobody knows", ("Năm", "Quý"), (2024, "cuối")),
        ("a month outside of its quarter", ("Năm", "Quý", "Tháng"), (2024, "III", 5)),
        ("a thirteenth month", ("Năm", "Tháng"), (2024, 13)),
        ("a quarter without a year", ("Năm", "Quý"), (None, "III")),
        ("a quarter alone", ("Quý",), ("III",)),
        ("a month alone", ("Tháng",), (9,)),
        ("two years in a cell", ("Năm", "Quý"), ("2023-2024", "III")),
        ("two quarters in a cell", ("Năm", "Quý"), (2024, "II, III")),
        ("a year of two digits", ("Năm", "Quý"), (24, "III")),
        ("days in the wrong order", ("Từ ngày", "Đến ngày"), ("30/9/2024", "01/7/2024")),
        ("another year in its period than in its column", ("Năm", "Kỳ"), (2023, "Quý III/2024")),
    )
    for name, heads, cells in forms:
        lines = [[getattr(each, "shown", each) for each in line] for line in table(heads, [(cells, q3)])]
        lines[0][0] = Head("Địa phương")
        yield sample(KIND, name, "wrong", lines)


def samples() -> Iterator[Sample]:
    """All files on columns of periods."""
    for several in (years_with_quarters, years_with_months, one_cell, two_days, impossible):
        yield from several()
