"""What a file says of itself beside its tables: whose figures, of which period, in which localities."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

import pandas as pd

from data import vintages
from data.intake import columns, headings, periods, place_names
from data.intake.columns import ParseHeading
from data.intake.headings import IndicatorIndex
from data.intake.parse_result import ParseResult
from data.intake.periods import Period
from data.intake.place_names import LocalityMatch, Register
from data.intake.table import Row
from data.intake.worksheet import Cell, Sheet, address, as_text
from wording import lists
from wording import reading_messages as words
from wording.spelling import clean_name, split_kind, unaccented

T = TypeVar("T")


@dataclass(frozen=True)
class ExpectedScope:
    """What the reader was told to expect; None where it was told nothing."""

    vintage: str | None = None
    period: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class ReportScope:
    """The register of a file's vintage, its area and period, and the periods of those sheets that name one."""

    register: Register
    area: str
    period: Period | None
    periods: dict[str, Period] = field(default_factory=dict)

    def period_of(self, sheet: str) -> Period | None:
        """The period of a sheet's figures."""
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
    asked: ExpectedScope,
    said: ParseResult,
) -> ReportScope:
    """Find vintage, area and period: as asked, as the file states them in a block, as its titles say.

    A sheet's own title or name gives the period of that sheet. Without a word of the vintage the period's last day
    tells it, be it in a table. What contradicts what was asked, and an answer nobody understands, is a finding.

    Raises
    ------
    ValueError
        If what was asked is no vintage, no period or no locality: the caller's mistake, not the file's.
    """
    wanted = periods.parse_period(asked.period) if asked.period else None
    if asked.period and not wanted:
        raise ValueError(asked.period)
    if asked.vintage and asked.vintage not in set(localities["vintage"]):
        raise ValueError(asked.vintage)
    register = place_names.index_localities(localities, localities["vintage"].min())
    read = headings.heading_parser(indicators, register, "")
    shown = [sheet for sheet in sheets if not sheet.hidden]
    answers = [
        _Answer(what, sheet.name, cell, answer)
        for sheet in shown
        for what, cell, answer in columns.find_statements(sheet, read)
    ]
    own = {sheet.name: found for sheet in shown if (found := _titled(sheet, read))}
    settle = partial(_settle, answers, said)
    period = settle("period", wanted, _period, words.PERIOD_EXAMPLE) or next(iter(own.values()), None)
    vintage = settle("vintage", asked.vintage, partial(_vintage, localities), _example(localities))
    if not vintage:
        dated = period or next(_in_tables(shown, read), None)
        vintage = periods.vintage_on(dated.end if dated else date.max, localities)
    register = register if vintage == register.vintage else place_names.index_localities(localities, vintage)
    if asked.area and asked.area not in register.names:
        raise ValueError(asked.area)
    area = settle("area", asked.area, partial(_area, register), words.AREA_EXAMPLE)
    area = area or _titled_area(shown, register, read)
    stating = {answer.sheet for answer in answers if answer.what == "period"}
    _look_at_titles([each for each in shown if each.name in own.keys() - stating], own, wanted, said)
    return ReportScope(register, area or "", period, own)


def _settle(
    answers: list[_Answer],
    said: ParseResult,
    what: str,
    wanted: T | None,
    read: Callable[[_Answer], T | None],
    example: str,
) -> T | None:
    """Agree what was asked with what the file answers; what was asked holds."""
    settled = wanted
    for answer in (each for each in answers if each.what == what):
        means = read(answer)
        if means is None:
            said.find("unreadable_statement", answer.sheet, answer.cell, answer.text, example=example)
        elif settled is None:
            settled = means
        elif _differ(settled, means):
            said.find("statement_differs", answer.sheet, answer.cell, answer.text, example=_named(settled))
    return settled


def _differ(settled: object, means: object) -> bool:
    """Periods of one end are one: 2024-09 asks for what "Quý III/2024" sends."""
    if isinstance(settled, Period) and isinstance(means, Period):
        return settled.end != means.end
    return settled != means


def _named(settled: object) -> str:
    return words.UNTIL.format(day=f"{settled.end:%d/%m/%Y}") if isinstance(settled, Period) else str(settled)


def _period(answer: _Answer) -> Period | None:
    return periods.parse_period(answer.says.content)


def _vintage(localities: pd.DataFrame, answer: _Answer) -> str | None:
    plain = unaccented(clean_name(answer.text))
    if plain in set(localities["vintage"]):
        return plain
    # "từ … đến trước …" says "từ …" too: the longest that fits is meant.
    told = sorted(vintages.validity_texts(localities).items(), key=lambda each: -len(each[1]))
    return next((vintage for vintage, stood in told if unaccented(stood) in plain), None)


def _example(localities: pd.DataFrame) -> str:
    told = vintages.validity_texts(localities).items()
    return lists.semicolon_list(
        words.VINTAGE_EXAMPLE.format(vintage=each, stood=stood) for each, stood in told
    )


def _area(register: Register, answer: _Answer) -> str | None:
    text = answer.text
    found = (
        place_names.find_locality(register, code=text)
        if text.isdigit()
        else place_names.find_locality(register, name=text)
    )
    return found.code if isinstance(found, LocalityMatch) else None


def _titled(sheet: Sheet, read: ParseHeading) -> Period | None:
    """The period in the lines above a sheet's first table, or in its name."""
    above = columns.rows_above(sheet, read)
    lines = (sheet.cells[row, column].content for row, some in above.items() for column in some)
    titles = (each for each in lines if isinstance(each, str))
    return next((period for each in [*titles, sheet.name] if (period := periods.find_period(each))), None)


def _titled_area(sheets: list[Sheet], register: Register, read: ParseHeading) -> str:
    """The locality whose report it is by its title ("UBND XÃ TUY PHONG"); below the others where several are named."""
    named = {
        found[0]
        for sheet in sheets
        for row, some in columns.rows_above(sheet, read).items()
        for column in some
        if split_kind(place_names.strip_prefixes(title := sheet.text(row, column)))[0]
        and len(found := place_names.localities_named(register, title)[0]) == 1
    }
    lowest = [each for each in named if all(register.within(each, other) for other in named)]
    return lowest[0] if lowest else ""


def _in_tables(sheets: list[Sheet], read: ParseHeading) -> Iterator[Period]:
    """Yield the periods that the tables name in their headings and rows."""
    for table in (table for sheet in sheets for table in columns.find_tables(sheet, read, {})):
        yield from (each.period for each in table.columns if each.period)
        for row in (Row(table, number) for number in table.rows):
            told = (periods.parse_period(row.cell(column).content) for column in row.filled("period"))
            yield from (period for period in told if period)


def _look_at_titles(
    sheets: list[Sheet], own: dict[str, Period], wanted: Period | None, said: ParseResult
) -> None:
    """Name titles of another period than the one asked for."""
    for sheet in sheets:
        period = own[sheet.name]
        if wanted and period.end != wanted.end:
            at = address(*min(sheet.cells))
            said.find("statement_differs", sheet.name, at, _named(period), example=_named(wanted))
