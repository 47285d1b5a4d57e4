"""The scope of a report: its vintage, and the locality, the period and the unit of each of its tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

import pandas as pd

from data import vintages
from data.intake.findings import Finding, make_finding
from data.intake.interpret import columns, headings, periods, place_mentions, place_names, regions, titles
from data.intake.interpret.headings import IndicatorIndex
from data.intake.interpret.period_mentions import Mention
from data.intake.interpret.periods import Period
from data.intake.interpret.place_mentions import PlaceMention
from data.intake.interpret.place_names import LocalityMatch, Register
from data.intake.interpret.regions import ParseHeading, Region
from data.intake.interpret.table import Row, Table
from data.intake.interpret.titles import Statement, Title
from data.intake.open.worksheet import Sheet
from wording import lists
from wording import reading_messages as words
from wording.spelling import clean_name, unaccented


@dataclass(frozen=True)
class ExpectedScope:
    """The scope that the caller expects; None where nothing is expected."""

    vintage: str | None = None
    period: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class TableScope:
    """What is said above a table: the locality of rows that name none, the period of figures that name none, the unit.

    ``doubts`` are questions that hold only where rows name no locality.
    """

    area: str = ""
    period: Period | None = None
    unit: str = ""
    doubts: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class ReportScope:
    """The register of the vintage of a file, its area and period, the scope of each table, and what was found.

    ``tables`` holds the scopes by sheet, each row of the heading, and first column of the region.
    """

    register: Register
    area: str
    period: Period | None
    tables: dict[tuple[str, int, int], TableScope] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def of(self, table: Table) -> TableScope:
        """Return the scope of a table."""
        at = [(table.sheet.name, row, min(table.sheet.columns)) for row in table.heading_rows]
        return next(
            (self.tables[key] for key in at if key in self.tables), TableScope(self.area, self.period)
        )


def find_scope(
    sheets: list[Sheet], localities: pd.DataFrame, indicators: IndicatorIndex, expected: ExpectedScope
) -> ReportScope:
    """Find vintage, areas and periods: as expected, else as stated beside a label, else as in the titles.

    Each table has its own title, else that of its sheet, else the first of the file. A statement counts more than "số
    liệu đến ngày …", and that more than the title. A vintage that is not stated follows from the last day of the
    period, which may be in a table.

    Raises
    ------
    ValueError
        If an expected value is not a vintage, a period or a locality: this is an error of the caller.
    """
    expected_period = periods.parse_period(expected.period) if expected.period else None
    if expected.period and not expected_period:
        raise ValueError(expected.period)
    if expected.vintage and expected.vintage not in set(localities["vintage"]):
        raise ValueError(expected.vintage)
    register = place_names.index_localities(localities, localities["vintage"].min())
    parse = headings.heading_parser(indicators, register, "")
    own = [
        (region, titles.read_title(region, parse))
        for sheet in sheets
        if not sheet.hidden
        for region in regions.find_regions(sheet, parse)
    ]
    dated = _periods(own, expected_period)
    stated = [each for _, title in own for each in title.statements]
    vintage, vintage_findings = _vintage(stated, localities, expected.vintage)
    if not vintage:
        first = next((each for each, _ in dated if each), None) or next(_periods_of_tables(own, parse), None)
        vintage = periods.vintage_on(first.end if first else date.max, localities)
    register = register if vintage == register.vintage else place_names.index_localities(localities, vintage)
    if expected.area and expected.area not in register.names:
        raise ValueError(expected.area)
    placed = _areas(own, register, expected.area or "")
    tables = {
        (region.sheet.name, row, min(region.sheet.columns)): TableScope(
            area, period, _unit(region, title, own), doubts
        )
        for (region, title), (period, _), (area, doubts) in zip(own, dated, placed, strict=True)
        for row in region.heading_rows
    }
    findings = [*vintage_findings, *_statement_findings(stated, register, expected_period, expected.area)]
    findings += [finding for _, several in dated for finding in several]
    return ReportScope(
        register, _common_area(own, placed, register, expected.area), _common_period(dated), tables,
        tuple(dict.fromkeys(findings)),
    )  # fmt: skip


Titled = list[tuple[Region, Title]]


def _sheet_title(region: Region, own: Titled) -> Title:
    """Return the title of a region's sheet: the lines above the first table of each side."""
    here = [(other, title) for other, title in own if other.sheet.name == region.sheet.name]
    sides = [
        next(several) for _, several in groupby(here, key=lambda each: min(each[0].sheet.columns, default=0))
    ]
    return titles.joined([title for _, title in sides])


def _periods(own: Titled, expected: Period | None) -> list[tuple[Period | None, list[Finding]]]:
    """Return the period of each region, with what is doubtful or differs."""
    named = [_named_periods(region, title, own) for region, title in own]
    first = next((_chosen(several)[0] for several in named if _chosen(several)[0]), None)
    found: list[tuple[Period | None, list[Finding]]] = []
    for (region, _), several in zip(own, named, strict=True):
        period, doubtful = _chosen(several)
        sheet = region.sheet.name
        if expected:
            found.append((expected, list(_against_expected(several, expected, sheet))))
        elif doubtful:
            texts = lists.semicolon_list(dict.fromkeys(words.quoted(each.text) for each in doubtful))
            found.append(
                (
                    None,
                    [make_finding("two_periods", sheet, doubtful[-1].at, doubtful[-1].text, periods=texts)],
                )
            )
        else:
            found.append((period or first, list(_lower_that_differ(several, sheet))))
    return found


def _named_periods(region: Region, title: Title, own: Titled) -> list[Mention]:
    """Return the periods named for a region: by its own title, else by that of its sheet, else by the sheet's name."""
    whole = _sheet_title(region, own)
    return titles.periods_of(title) or titles.periods_of(whole) or titles.period_of_sheet(region.sheet.name)


def _chosen(mentions: list[Mention]) -> tuple[Period | None, list[Mention]]:
    """Return the period of the strongest basis; where two of that basis differ, those mentions."""
    if not mentions:
        return None, []
    best = min(titles.BASIS_ORDER[each.basis] for each in mentions)
    strongest = [each for each in mentions if titles.BASIS_ORDER[each.basis] == best]
    finest = [each for each in strongest if not any(_lies_within(other, each) for other in strongest)]
    if len({each.period for each in finest}) > 1:
        return None, finest
    return finest[0].period, []


def _lies_within(inner: Mention, outer: Mention) -> bool:
    """Tell whether a period is a part of another that is written with its start: a quarter of a named year."""
    start, end = outer.period.start, outer.period.end
    return (
        inner.period != outer.period
        and start is not None
        and start <= (inner.period.start or inner.period.end)
        and inner.period.end <= end
        and not (inner.period.end == end and inner.period.start is not None)
    )


def _against_expected(mentions: list[Mention], expected: Period, sheet: str) -> Iterator[Finding]:
    """Yield a finding where a title names periods, none of them the expected one; statements are compared apart."""
    told = [each for each in mentions if each.basis != "stated"]
    if told and len(told) == len(mentions) and all(each.period.end != expected.end for each in told):
        at = told[0].at or "A1"
        yield make_finding("statement_differs", sheet, at, told[0].text, example=_as_text(expected))


def _lower_that_differ(mentions: list[Mention], sheet: str) -> Iterator[Finding]:
    """Yield a notice for each period of a weaker basis that ends on another day than the chosen one."""
    period, _ = _chosen(mentions)
    for each in mentions:
        if period and each.period.end != period.end and each.at:
            yield make_finding("period_also_named", sheet, each.at, each.text, chosen=_as_text(period))


def _common_period(dated: list[tuple[Period | None, list[Finding]]]) -> Period | None:
    return next((period for period, _ in dated if period), None)


def _as_text(agreed: object) -> str:
    return words.UNTIL.format(day=f"{agreed.end:%d/%m/%Y}") if isinstance(agreed, Period) else str(agreed)


def _vintage(
    stated: list[Statement], localities: pd.DataFrame, expected: str | None
) -> tuple[str, list[Finding]]:
    """Return the expected vintage, else the first stated one; with a finding for each statement that differs."""
    agreed, found = expected or "", []
    for each in (one for one in stated if one.what == "vintage"):
        means = _parse_vintage(localities, each)
        if not means:
            found.append(
                make_finding(
                    "unreadable_statement", each.sheet, each.at, each.text, example=_example(localities)
                )
            )
        elif agreed and means != agreed:
            found.append(make_finding("statement_differs", each.sheet, each.at, each.text, example=agreed))
        agreed = agreed or means
    return agreed, found


def _parse_vintage(localities: pd.DataFrame, answer: Statement) -> str:
    plain = unaccented(clean_name(answer.text))
    if plain in set(localities["vintage"]):
        return plain
    # "từ … đến trước …" contains "từ …", too: the longest text that fits is meant.
    texts = sorted(vintages.validity_texts(localities).items(), key=lambda each: -len(each[1]))
    return next((vintage for vintage, text in texts if unaccented(text) in plain), "")


def _example(localities: pd.DataFrame) -> str:
    texts = vintages.validity_texts(localities).items()
    return lists.semicolon_list(
        words.VINTAGE_EXAMPLE.format(vintage=each, stood=text) for each, text in texts
    )


def _statement_findings(
    stated: list[Statement], register: Register, expected: Period | None, area: str | None
) -> Iterator[Finding]:
    """Yield a finding for each stated period or area that is not understood or not the expected one."""
    for each in stated:
        if each.what == "period":
            period = titles.period_of(each)
            if period is None:
                yield make_finding(
                    "unreadable_statement", each.sheet, each.at, each.text, example=words.PERIOD_EXAMPLE
                )
            elif expected and period.end != expected.end:
                yield make_finding(
                    "statement_differs", each.sheet, each.at, each.text, example=_as_text(expected)
                )
        elif each.what == "area":
            code = _stated_area(each, register)
            if not code:
                yield make_finding(
                    "unreadable_statement", each.sheet, each.at, each.text, example=words.AREA_EXAMPLE
                )
            elif area and code != area:
                yield make_finding("statement_differs", each.sheet, each.at, each.text, example=area)


def _stated_area(statement: Statement, register: Register) -> str:
    text = statement.text
    if not text.isdigit() and (codes := place_mentions.place_of_name(text, register)) and len(codes) == 1:
        return codes[0]
    found = place_names.find_locality(register, code=text) if text.isdigit() else None
    if isinstance(found, LocalityMatch):
        return found.code
    mentioned = {each.codes for each in place_mentions.find_places(text, register)}
    only = mentioned.pop() if len(mentioned) == 1 else ()
    return only[0] if len(only) == 1 else ""


def _areas(own: Titled, register: Register, expected: str) -> list[tuple[str, tuple[Finding, ...]]]:
    """Return the locality of each region: as expected, stated, in its title, in that of its sheet, or of the file."""
    if expected:
        return [(expected, ()) for _ in own]
    stated = {
        code for _, title in own for each in title.stated("area") if (code := _stated_area(each, register))
    }
    found = [_area(region, title, own, register) for region, title in own]
    known = {area for area, doubts in found if area and not doubts}
    usual = next(iter(stated if len(stated) == 1 else known if len(known) == 1 else ()), "")
    return [(area or ("" if doubts else usual), doubts) for area, doubts in found]


def _area(region: Region, title: Title, own: Titled, register: Register) -> tuple[str, tuple[Finding, ...]]:
    sheet = region.sheet.name
    whole = _sheet_title(region, own)
    stated = [
        code
        for each in (title.stated("area") or whole.stated("area"))
        if (code := _stated_area(each, register))
    ]
    mentions = list(titles.places_of(title, register)) or list(titles.places_of(whole, register))
    if title is not whole and mentions:
        # The letterhead of the sheet contains what a lower title names.
        mentions = list(
            dict.fromkeys([*mentions, *_containing(mentions, titles.places_of(whole, register), register)])
        )
    if codes := place_mentions.place_of_name(sheet, register):
        mentions.append(PlaceMention(codes, sheet))
    lowest, doubtful = _lowest(mentions, register)
    if len(set(stated)) > 1:
        several = title.stated("area") or whole.stated("area")
        return "", tuple(_two_places([PlaceMention((sheet,), each.text, each.at) for each in several], sheet))
    if stated:
        below = lowest and lowest != stated[0] and register.within(lowest, stated[0])
        differs = doubtful or ([each for each in mentions if lowest in each.codes] if below else [])
        return stated[0], tuple(_two_places(differs, sheet)) if differs else ()
    return lowest, tuple(_two_places(doubtful, sheet)) if doubtful else ()


def _containing(
    mentions: list[PlaceMention], others: Iterator[PlaceMention], register: Register
) -> Iterator[PlaceMention]:
    """Yield the other mentions that contain one of the mentions."""
    codes = {code for each in mentions for code in each.codes}
    yield from (
        other for other in others if any(register.within(code, up) for code in codes for up in other.codes)
    )


def _lowest(mentions: list[PlaceMention], register: Register) -> tuple[str, list[PlaceMention]]:
    """Return the locality that lies in all the others that are named; without one, the mentions that contradict."""
    if unknown := [each for each in mentions if not each.codes]:
        return "", unknown
    single = {each.codes[0] for each in mentions if len(each.codes) == 1}
    choices = set(single)
    for each in (one for one in mentions if len(one.codes) > 1):
        inside = [
            code
            for code in each.codes
            if all(register.within(code, up) or register.within(up, code) for up in single)
        ]
        choices |= set(inside if len(inside) == 1 else ())
        if len(inside) != 1 and not single & set(each.codes):
            return "", [each]
    lowest = [each for each in choices if all(register.within(each, other) for other in choices)]
    if choices and not lowest:
        deepest = [
            one for one in choices if not any(register.within(low, one) for low in choices if low != one)
        ]
        return "", [each for each in mentions if set(each.codes) & set(deepest)]
    return (lowest[0] if lowest else ""), []


def _nested(one: str, other: str, register: Register) -> bool:
    return register.within(one, other) or register.within(other, one)


def _two_places(mentions: list[PlaceMention], sheet: str) -> Iterator[Finding]:
    texts = lists.semicolon_list(dict.fromkeys(words.quoted(each.text) for each in mentions))
    last = mentions[-1]
    check = "two_places" if all(each.codes for each in mentions) else "unknown_title_place"
    yield make_finding(check, sheet, last.at, last.text, places=texts)


def _common_area(
    own: Titled, placed: list[tuple[str, tuple[Finding, ...]]], register: Register, expected: str | None
) -> str:
    """Return the area of the file: the expected one, else the only one of its tables or the one that contains all."""
    if expected:
        return expected
    stated = {
        code for _, title in own for each in title.stated("area") if (code := _stated_area(each, register))
    }
    areas = stated if len(stated) == 1 else {area for area, _ in placed if area}
    around = [each for each in areas if all(register.within(other, each) for other in areas)]
    return around[0] if around else ""


def _unit(region: Region, title: Title, own: Titled) -> str:
    return titles.unit_of(title) or titles.unit_of(_sheet_title(region, own))


def _periods_of_tables(own: Titled, parse: ParseHeading) -> Iterator[Period]:
    """Yield the periods in the headings and rows of the tables."""
    for table in (columns.make_table(region, parse, {}) for region, _ in own if region.heading_rows):
        yield from (each.period for each in table.columns if each.period and not each.aside)
        for row in (Row(table, number) for number in table.rows):
            if period := periods_of_row(row)[0]:
                yield period


def periods_of_row(row: Row) -> tuple[Period | None, bool]:
    """Return the period that the columns of a row make together, and whether the row has any."""
    filled = row.filled("period")
    if not filled:
        return None, False
    parts = [(headings.period_part(each.heading), row.cell(each).content) for each in filled]
    return periods.combine(parts), True
