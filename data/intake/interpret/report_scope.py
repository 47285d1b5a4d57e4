"""The scope of a report: its vintage, its area and its period, as expected, stated in a block or in a title."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

import pandas as pd

from data import vintages
from data.intake.interpret import columns, headings, periods, place_names
from data.intake.interpret.columns import ParseHeading
from data.intake.interpret.headings import IndicatorIndex
from data.intake.interpret.parse_result import ParseResult
from data.intake.interpret.periods import Period
from data.intake.interpret.place_names import LocalityMatch, Register
from data.intake.interpret.table import Row
from data.intake.open.worksheet import Cell, Sheet, address, as_text
from wording import lists
from wording import reading_messages as words
from wording.spelling import clean_name, split_kind, unaccented

T = TypeVar("T")


@dataclass(frozen=True)
class ExpectedScope:
    """The scope that the caller expects; None where nothing is expected."""

    vintage: str | None = None
    period: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class ReportScope:
    """The register of the vintage of a file, its area and period, and the periods of sheets that have their own."""

    register: Register
    area: str
    period: Period | None
    periods: dict[str, Period] = field(default_factory=dict)

    def period_of(self, sheet: str) -> Period | None:
        """Return the period of the figures of a sheet."""
        return self.periods.get(sheet, self.period)


@dataclass(frozen=True)
class _Answer:
    what: str
    sheet: str
    cell: str
    says: Cell

    @property
    def text(self) -> str:
        return as_text(self.says.content)


def find_scope(
    sheets: list[Sheet],
    localities: pd.DataFrame,
    indicators: IndicatorIndex,
    expected: ExpectedScope,
    result: ParseResult,
) -> ReportScope:
    """Find vintage, area and period: as expected, else as stated in a block, else as in the titles.

    The title or the name of a sheet gives the period of that sheet. A vintage that is not stated follows from the last
    day of the period, which may be in a table. An answer that differs from the expected one, or is not understood, is a
    finding.

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
    shown = [sheet for sheet in sheets if not sheet.hidden]
    answers = [
        _Answer(what, sheet.name, cell, answer)
        for sheet in shown
        for what, cell, answer in columns.find_statements(sheet, parse)
    ]
    own = {sheet.name: found for sheet in shown if (found := _period_of_title(sheet, parse))}
    agreed_value = partial(_agreed_value, answers, result)
    period = agreed_value("period", expected_period, _parse_answer, words.PERIOD_EXAMPLE) or next(
        iter(own.values()), None
    )
    vintage = agreed_value(
        "vintage", expected.vintage, partial(_parse_vintage, localities), _example(localities)
    )
    if not vintage:
        dated = period or next(_periods_of_tables(shown, parse), None)
        vintage = periods.vintage_on(dated.end if dated else date.max, localities)
    register = register if vintage == register.vintage else place_names.index_localities(localities, vintage)
    if expected.area and expected.area not in register.names:
        raise ValueError(expected.area)
    area = agreed_value("area", expected.area, partial(_parse_area, register), words.AREA_EXAMPLE)
    area = area or _area_of_titles(shown, register, parse)
    stating = {answer.sheet for answer in answers if answer.what == "period"}
    _check_titles([each for each in shown if each.name in own.keys() - stating], own, expected_period, result)
    return ReportScope(register, area or "", period, own)


def _agreed_value(
    answers: list[_Answer],
    result: ParseResult,
    what: str,
    expected: T | None,
    parse: Callable[[_Answer], T | None],
    example: str,
) -> T | None:
    """Return the expected value, else the first answer of the file; add a finding for each answer that differs."""
    agreed = expected
    for answer in (each for each in answers if each.what == what):
        means = parse(answer)
        if means is None:
            result.add_finding(
                "unreadable_statement", answer.sheet, answer.cell, answer.text, example=example
            )
        elif agreed is None:
            agreed = means
        elif _differ(agreed, means):
            result.add_finding(
                "statement_differs", answer.sheet, answer.cell, answer.text, example=_as_text(agreed)
            )
    return agreed


def _differ(agreed: object, means: object) -> bool:
    """Tell whether two values differ; periods with the same end are equal: 2024-09 and "Quý III/2024"."""
    if isinstance(agreed, Period) and isinstance(means, Period):
        return agreed.end != means.end
    return agreed != means


def _as_text(agreed: object) -> str:
    return words.UNTIL.format(day=f"{agreed.end:%d/%m/%Y}") if isinstance(agreed, Period) else str(agreed)


def _parse_answer(answer: _Answer) -> Period | None:
    return periods.parse_period(answer.says.content)


def _parse_vintage(localities: pd.DataFrame, answer: _Answer) -> str | None:
    plain = unaccented(clean_name(answer.text))
    if plain in set(localities["vintage"]):
        return plain
    # "từ … đến trước …" contains "từ …", too: the longest text that fits is meant.
    texts = sorted(vintages.validity_texts(localities).items(), key=lambda each: -len(each[1]))
    return next((vintage for vintage, text in texts if unaccented(text) in plain), None)


def _example(localities: pd.DataFrame) -> str:
    texts = vintages.validity_texts(localities).items()
    return lists.semicolon_list(
        words.VINTAGE_EXAMPLE.format(vintage=each, stood=text) for each, text in texts
    )


def _parse_area(register: Register, answer: _Answer) -> str | None:
    text = answer.text
    found = (
        place_names.find_locality(register, code=text)
        if text.isdigit()
        else place_names.find_locality(register, name=text)
    )
    return found.code if isinstance(found, LocalityMatch) else None


def _period_of_title(sheet: Sheet, parse: ParseHeading) -> Period | None:
    """Return the period in the lines above the first table of a sheet, or in its name."""
    above = columns.rows_above(sheet, parse)
    lines = (sheet.cells[row, column].content for row, some in above.items() for column in some)
    titles = (each for each in lines if isinstance(each, str))
    return next((period for each in [*titles, sheet.name] if (period := periods.find_period(each))), None)


def _area_of_titles(sheets: list[Sheet], register: Register, parse: ParseHeading) -> str:
    """Return the locality in the titles ("UBND XÃ TUY PHONG"); of several, the one that lies in all the others."""
    named = {
        found[0]
        for sheet in sheets
        for row, some in columns.rows_above(sheet, parse).items()
        for column in some
        if split_kind(place_names.strip_prefixes(title := sheet.text(row, column)))[0]
        and len(found := place_names.localities_named(register, title)[0]) == 1
    }
    lowest = [each for each in named if all(register.within(each, other) for other in named)]
    return lowest[0] if lowest else ""


def _periods_of_tables(sheets: list[Sheet], parse: ParseHeading) -> Iterator[Period]:
    """Yield the periods in the headings and rows of the tables."""
    for table in (table for sheet in sheets for table in columns.find_tables(sheet, parse, {})):
        yield from (each.period for each in table.columns if each.period)
        for row in (Row(table, number) for number in table.rows):
            parsed = (periods.parse_period(row.cell(column).content) for column in row.filled("period"))
            yield from (period for period in parsed if period)


def _check_titles(
    sheets: list[Sheet], own: dict[str, Period], expected_period: Period | None, result: ParseResult
) -> None:
    """Add a finding for each title with another period than the expected one."""
    for sheet in sheets:
        period = own[sheet.name]
        if expected_period and period.end != expected_period.end:
            at = address(*min(sheet.cells))
            result.add_finding(
                "statement_differs", sheet.name, at, _as_text(period), example=_as_text(expected_period)
            )
