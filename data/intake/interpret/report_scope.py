"""The scope of a report: its vintage, and the locality, the period and the unit of each of its tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from data import vintages
from data.intake.findings import Finding, make_finding
from data.intake.interpret import columns, headings, periods, place_names, titles
from data.intake.interpret.indicator_names import IndicatorIndex
from data.intake.interpret.periods import Period
from data.intake.interpret.place_names import Register
from data.intake.interpret.regions import ParseHeading
from data.intake.interpret.row_periods import period_of_row, period_of_section
from data.intake.interpret.table import Row, Table
from data.intake.interpret.title_periods import find_periods, period_text
from data.intake.interpret.title_places import find_areas, stated_area, stated_areas
from data.intake.interpret.titles import Statement, Titled
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
    own = [each for sheet in sheets if not sheet.hidden for each in titles.read_titles(sheet, parse)]
    dated = find_periods(own, expected_period)
    stated = [each for titled in own for each in titled.title.statements]
    vintage, vintage_findings = _vintage(stated, localities, expected.vintage)
    if not vintage:
        first = next((each for each, _ in dated if each), None) or next(_periods_of_tables(own, parse), None)
        vintage = periods.vintage_on(first.end if first else date.max, localities)
    register = register if vintage == register.vintage else place_names.index_localities(localities, vintage)
    if expected.area and expected.area not in register.names:
        raise ValueError(expected.area)
    placed = find_areas(own, register, expected.area or "")
    tables = {
        (titled.region.sheet.name, row, min(titled.region.sheet.columns)): TableScope(
            area, period, titles.unit_of(titled.title) or titles.unit_of(titled.sheet_title), doubts
        )
        for titled, (period, _), (area, doubts) in zip(own, dated, placed, strict=True)
        for row in titled.region.heading_rows
    }
    findings = [*vintage_findings, *_statement_findings(stated, register, expected_period, expected.area)]
    findings += [finding for _, several in dated for finding in several]
    return ReportScope(
        register, _common_area(own, placed, register, expected.area), _common_period(dated), tables,
        tuple(dict.fromkeys(findings)),
    )  # fmt: skip


def _common_period(dated: list[tuple[Period | None, list[Finding]]]) -> Period | None:
    return next((period for period, _ in dated if period), None)


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
                    "statement_differs", each.sheet, each.at, each.text, example=period_text(expected)
                )
        elif each.what == "area":
            code = stated_area(each, register)
            if not code:
                yield make_finding(
                    "unreadable_statement", each.sheet, each.at, each.text, example=words.AREA_EXAMPLE
                )
            elif area and code != area:
                yield make_finding("statement_differs", each.sheet, each.at, each.text, example=area)


def _common_area(
    own: list[Titled], placed: list[tuple[str, tuple[Finding, ...]]], register: Register, expected: str | None
) -> str:
    """Return the area of the file: the expected one, else the only one of its tables or the one that contains all."""
    if expected:
        return expected
    stated = stated_areas(own, register)
    areas = stated if len(stated) == 1 else {area for area, _ in placed if area}
    around = [each for each in areas if all(register.within(other, each) for other in areas)]
    return around[0] if around else ""


def _periods_of_tables(own: list[Titled], parse: ParseHeading) -> Iterator[Period]:
    """Yield the periods in the headings and rows of the tables."""
    headed = (each.region for each in own if each.region.heading_rows)
    for table in (columns.make_table(region, parse, {}) for region in headed):
        yield from (each.period for each in table.columns if each.period and not each.aside)
        for row in (Row(table, number) for number in table.rows):
            if period := period_of_row(row) or period_of_section(row):
                yield period
