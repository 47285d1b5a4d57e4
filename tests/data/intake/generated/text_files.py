"""Text files: delimiters, encodings, decimal commas and thousands dots without quotes."""

from collections.abc import Iterator, Sequence

from tests.data.intake.generated import layouts, vocabulary
from tests.data.intake.generated.grid import Head, Line, Says, text_sample
from tests.data.intake.generated.meaning import Mark, Sample
from tests.data.intake.generated.vocabulary import (
    BAC_BINH,
    DOSSIERS,
    LA_GI,
    MEMBERS,
    SIGNATURES,
    SUBSCRIBERS,
    TEAMS,
    TUY_PHONG,
    Item,
    says,
)

KIND = "text files"
Q3 = vocabulary.Q3
PLACES = (TUY_PHONG, LA_GI, BAC_BINH)
ITEMS = (DOSSIERS, TEAMS, SIGNATURES)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1258")
DELIMITERS = {"semicolons": ";", "tabs": "\t", "commas": ","}


def written(lines: Sequence[Line], decimal: str) -> list[Line]:
    """Write the numbers of figures with a decimal comma or point."""
    return [
        [
            each.written(f"{each.figure.value:g}".replace(".", decimal)) if isinstance(each, Says) else each
            for each in line
        ]
        for line in lines
    ]


def with_period(lines: Sequence[Line]) -> list[Line]:
    """Add a column of the period behind the others."""
    return [[*line, "Kỳ" if at == 0 else "Quý III/2024"] for at, line in enumerate(lines)]


def whole() -> Iterator[Sample]:
    """Each delimiter and encoding, with a column of the period and with lines above the table."""
    for delimiter_name, delimiter in DELIMITERS.items():
        decimal = "." if delimiter == "," else ","
        for encoding in ENCODINGS:
            for layout in ("places down", "long", "places across"):
                name = f"{layout}, {delimiter_name}, {encoding}"
                body = written(layouts.OF_MANY[layout](PLACES, ITEMS, Q3), decimal)
                titled: list[Line] = [["UBND TỈNH BÌNH THUẬN"], ["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"], *body]
                yield text_sample(
                    KIND, f"a title above, {name}", "plain", titled, delimiter=delimiter, encoding=encoding
                )
                if layout != "places across":
                    timed = with_period(body)
                    yield text_sample(
                        KIND,
                        f"a column of the period, {name}",
                        "plain",
                        timed,
                        delimiter=delimiter,
                        encoding=encoding,
                    )


def numbers() -> Iterator[Sample]:
    """Thousands and decimals as a spreadsheet writes them."""
    forms: tuple[tuple[str, str, Item, str, float | None, Mark], ...] = (
        ("a decimal comma", ";", DOSSIERS, "77,15", 77.15, "plain"),
        ("a decimal comma and a sign", ";", DOSSIERS, "77,15%", 77.15, "plain"),
        ("a decimal point", ";", DOSSIERS, "77.15", 77.15, "plain"),
        ("a decimal point", ",", DOSSIERS, "77.15", 77.15, "plain"),
        ("a decimal comma after a tab", "\t", DOSSIERS, "77,15", 77.15, "plain"),
        ("thousands with a dot", ";", MEMBERS, "1.234", 1234, "plain"),
        ("millions with dots", ";", SUBSCRIBERS, "1.125.000", 1125000, "plain"),
        ("thousands with a dot", ",", MEMBERS, "1.234", 1234, "plain"),
        ("thousands with a space", ";", MEMBERS, "12 345", 12345, "plain"),
        ("thousands with a comma", ";", MEMBERS, "1,234", 1234, "doubtful"),
        ("a whole number with an empty decimal", ";", TEAMS, "65,0", 65, "doubtful"),
        ("a dash", ";", TEAMS, "-", None, "plain"),
        ("a number in quotes", ",", DOSSIERS, '"77,15"', 77.15, "plain"),
        ("thousands in quotes", ",", MEMBERS, '"1.234"', 1234, "plain"),
        ("a share without its format", ";", DOSSIERS, "0,7715", None, "wrong"),
    )
    for name, delimiter, item, text, value, mark in forms:
        for layout in ("down", "long"):
            other = says(TEAMS if item is not TEAMS else MEMBERS, BAC_BINH, Q3)
            cell = says(item, TUY_PHONG, Q3).written(text, value=value) if value is not None else text
            neighbour = says(item, LA_GI, Q3, 1)
            lines: list[Line] = [["KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ III/2024"]]
            if layout == "down":
                lines += [
                    [Head("TT"), "Địa phương", item.name],
                    [1, TUY_PHONG.name, cell],
                    [2, LA_GI.name, *written([[neighbour]], "." if delimiter == "," else ",")[0]],
                ]
            else:
                lines += [
                    [Head("Địa phương"), "Chỉ tiêu", "Giá trị"],
                    [TUY_PHONG.name, item.name, cell],
                    [BAC_BINH.name, TEAMS.name if item is not TEAMS else MEMBERS.name, other],
                ]
            of = {";": "semicolons", ",": "commas", "\t": "tabs"}[delimiter]
            yield text_sample(KIND, f"{name} (“{text}”), {of}, {layout}", mark, lines, delimiter=delimiter)


def broken() -> Iterator[Sample]:
    """Decimal commas between commas: every row has a cell too many."""
    body = layouts.wide(PLACES, (DOSSIERS, SIGNATURES), Q3)
    split = [
        [f"{each.shown}".replace(".", ",") if isinstance(each, Says) else each for each in line]
        for line in body
    ]
    for title in (["KẾT QUẢ QUÝ III/2024"], ["Kỳ báo cáo: Quý III/2024"]):
        yield text_sample(
            KIND, f"decimal commas between commas under “{title[0]}”", "wrong", [title, *split], delimiter=","
        )
    long = [
        [f"{each.shown}".replace(".", ",") if isinstance(each, Says) else each for each in line]
        for line in layouts.long(PLACES, (DOSSIERS,), Q3)
    ]
    yield text_sample(
        KIND, "decimal commas between commas, long", "wrong", [["QUÝ III/2024"], *long], delimiter=","
    )
    timed = [[*line, "Kỳ" if at == 0 else "Quý III/2024"] for at, line in enumerate(long)]
    yield text_sample(KIND, "decimal commas between commas, the period behind", "wrong", timed, delimiter=",")
    noted = [[*line, "Ghi chú" if at == 0 else None] for at, line in enumerate(long)]
    yield text_sample(
        KIND,
        "decimal commas between commas, empty notes behind",
        "wrong",
        [["QUÝ III/2024"], *noted],
        delimiter=",",
    )


def samples() -> Iterator[Sample]:
    """All text files."""
    for several in (whole, numbers, broken):
        yield from several()
