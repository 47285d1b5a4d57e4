"""What a file says of itself beside its tables: whose figures, of which period, in which localities."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from data.intake import columns, headings, periods, places
from data.intake.columns import Read
from data.intake.gathered import Gathered
from data.intake.grid import Cell, Sheet, address, as_text
from data.intake.periods import Period
from data.intake.places import Found, Register
from data.loader import Tables
from wording import reading as words
from wording.spelling import tidy, unaccented

OLD, NEW = "2025-03", "2025-07"
TITLE_ROWS = 15  # how far down a sheet without a table is searched for a title
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What the reader was told to expect; None where it was told nothing."""

    vintage: str | None = None
    period: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class Stated:
    """Vintage and area of a file, its period, and the periods of those sheets that name one themselves."""

    vintage: str
    area: str
    period: Period | None
    periods: dict[str, Period] = field(default_factory=dict)

    def period_of(self, sheet: str) -> Period | None:
        """The period of a sheet's figures."""
        return self.periods.get(sheet, self.period)


@dataclass(frozen=True)
class _Answer:
    sheet: str
    cell: str
    written: str
    means: Cell


def stated(sheets: list[Sheet], tables: Tables, asked: Asked, said: Gathered) -> Stated:
    """Find vintage, area and period: as asked, as the file states them in a block, as its titles say.

    A sheet's own title or name gives the period of that sheet. Without a word of the vintage the period's last day
    tells it. What contradicts what was asked, and an answer nobody understands, is a finding.

    Raises
    ------
    ValueError
        If what was asked is no vintage, period or locality: the caller's mistake, not the file's.
    """
    read = headings.reader(
        headings.indicators(tables.indicators), places.register(tables.localities, OLD), ""
    )
    shown = [sheet for sheet in sheets if not sheet.hidden]
    answers = [(what, _Answer(sheet.name, cell, as_text(answer.content), answer))
               for sheet in shown for what, cell, answer in columns.statements(sheet, read)]  # fmt: skip
    settle = partial(_settle, answers, said)
    wanted = periods.read(asked.period) if asked.period else None
    if asked.period and not wanted:
        raise ValueError(asked.period)
    period = settle("period", wanted, lambda answer: periods.read(answer.means.content), words.PERIOD_EXAMPLE)
    own = {sheet.name: found for sheet in shown if (found := _titled(sheet, read))}
    period = period or next(iter(own.values()), None)
    vintage = settle("vintage", asked.vintage, _vintage, words.VINTAGE_EXAMPLE)
    vintage = vintage or (period.vintage if period else NEW)
    register = places.register(tables.localities, vintage)
    area = settle("area", asked.area, partial(_area, register), words.AREA_EXAMPLE)
    if area and area not in register.names:
        raise ValueError(area)
    _look_at_titles(shown, own, wanted, read, said)
    return Stated(vintage, area or "", period, own)


def _settle(
    answers: list[tuple[str, _Answer]],
    said: Gathered,
    what: str,
    wanted: T | None,
    read: Callable[[_Answer], T | None],
    example: str,
) -> T | None:
    """Agree what was asked with what the file answers; what was asked holds."""
    settled = wanted
    for answer in (each for topic, each in answers if topic == what):
        means = read(answer)
        if means is None:
            said.find("unreadable_statement", answer.sheet, answer.cell, answer.written, example=example)
        elif settled is None:
            settled = means
        elif _differ(settled, means):
            said.find("statement_differs", answer.sheet, answer.cell, answer.written, example=_named(settled))
    return settled


def _differ(settled: object, means: object) -> bool:
    """Periods of one end are one: 2024-09 asks for what "Quý III/2024" sends."""
    if isinstance(settled, Period) and isinstance(means, Period):
        return settled.end != means.end
    return settled != means


def _named(settled: object) -> str:
    return words.UNTIL.format(day=f"{settled.end:%d/%m/%Y}") if isinstance(settled, Period) else str(settled)


def _vintage(answer: _Answer) -> str | None:
    plain = unaccented(tidy(answer.written))
    if plain in (OLD, NEW):
        return plain
    if isinstance(day := answer.means.content, str) or not hasattr(day, "year"):
        return next((code for code, name in words.VINTAGES.items() if unaccented(name) in plain), None)
    # A spreadsheet made a day of "2025-03".
    return next((each for each in (OLD, NEW) if each == f"{day:%Y-%m}"), None)


def _area(register: Register, answer: _Answer) -> str | None:
    text = answer.written
    found = places.find(register, code=text) if text.isdigit() else places.find(register, name=text)
    return found.code if isinstance(found, Found) else None


def _titled(sheet: Sheet, read: Read) -> Period | None:
    """The period in the lines above a sheet's first table, or in its name."""
    blocks = columns.tables(sheet, read, {})
    end = blocks[0].heading_rows[0] if blocks else TITLE_ROWS
    above = (cell.content for (row, _), cell in sorted(sheet.cells.items()) if row < end and not cell.merged)
    titles = (content for content in above if isinstance(content, str))
    return next((period for each in [*titles, sheet.name] if (period := periods.find(each))), None)


def _look_at_titles(
    sheets: list[Sheet], own: dict[str, Period], wanted: Period | None, read: Read, said: Gathered
) -> None:
    for sheet in sheets:
        period = own.get(sheet.name)
        if wanted and period and period.end != wanted.end and columns.tables(sheet, read, {}):
            first = min(sheet.cells)
            said.find(
                "statement_differs", sheet.name, address(*first), _named(period), example=_named(wanted)
            )
