"""What the lines above a table say: statements, periods, localities, the unit of all figures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from data.intake.interpret import headings, period_mentions, periods, place_mentions
from data.intake.interpret.period_mentions import Mention
from data.intake.interpret.periods import Period
from data.intake.interpret.place_mentions import PlaceMention
from data.intake.interpret.place_names import Register
from data.intake.interpret.regions import UNIT_LINE, ParseHeading, Region, answer_of, find_regions
from data.intake.interpret.units import is_unit_word
from data.intake.open.worksheet import Cell, Sheet, address, as_text
from wording import heading_words, place_words
from wording.spelling import unaccented

# A title is short; what is longer is a table without a heading.
MOST_ROWS, MOST_COLUMNS = 40, 30


@dataclass(frozen=True)
class Statement:
    """A labelled answer in a title ("Kỳ báo cáo" | 2024-09): ``what`` is a key of ``column_names.STATED``."""

    what: str
    sheet: str
    at: str
    answer: Cell

    @property
    def text(self) -> str:
        """The answer as text."""
        return as_text(self.answer.content)


@dataclass(frozen=True)
class Line:
    """A text of a title and its cell."""

    text: str
    at: str


@dataclass(frozen=True)
class Title:
    """The title of a region: its statements, and its other lines."""

    sheet: str
    statements: tuple[Statement, ...]
    lines: tuple[Line, ...]

    def stated(self, what: str) -> list[Statement]:
        """Return the statements of one kind."""
        return [each for each in self.statements if each.what == what]


def read_title(region: Region, parse_heading: ParseHeading) -> Title:
    """Return the title of a region; an answer belongs to its label and is no line of its own."""
    statements, lines, answered = [], [], set()
    sheet = region.sheet
    for row in region.title_rows[-MOST_ROWS:]:
        columns = sheet.by_row[row]
        for column in columns[:MOST_COLUMNS]:
            if (row, column) in answered or sheet.cells[row, column].merged:
                continue
            label, _, answer = sheet.text(row, column).partition(":")
            if answer.strip() and (what := headings.statement_kind(label)):
                statements.append(Statement(what, sheet.name, address(row, column), Cell(answer.strip())))
            elif what := answer_of(sheet, row, column, len(columns), parse_heading):
                at = row, column + 1
                statements.append(Statement(what, sheet.name, address(*at), sheet.cells[at]))
                answered.add(at)
            else:
                lines.append(Line(sheet.text(row, column), address(row, column)))
    return Title(sheet.name, tuple(statements), tuple(lines))


def _joined(titles: list[Title]) -> Title:
    return Title(
        titles[0].sheet,
        tuple(each for title in titles for each in title.statements),
        tuple(each for title in titles for each in title.lines),
    )


@dataclass(frozen=True, eq=False)
class Titled:
    """A region with its own title and that of its sheet: the lines above the first table of each side."""

    region: Region
    title: Title
    sheet_title: Title


def read_titles(sheet: Sheet, parse_heading: ParseHeading) -> list[Titled]:
    """Return the regions of a sheet with their titles; see ``regions.find_regions``."""
    found = [(region, read_title(region, parse_heading)) for region in find_regions(sheet, parse_heading)]
    sides = groupby(found, key=lambda each: min(each[0].sheet.columns, default=0))
    whole = _joined([next(several)[1] for _, several in sides])
    return [Titled(region, title, whole) for region, title in found]


def periods_of(title: Title) -> list[Mention]:
    """Return the periods that a title gives to the figures: those stated, then those of its lines."""
    stated = [
        Mention(period, "stated", each.text, each.at)
        for each in title.stated("period")
        if (period := period_of(each))
    ]
    text = "\n".join(each.text.replace("\n", " ") for each in title.lines)
    return [
        *stated,
        *(replace(each, at=_cell_of(each, title)) for each in period_mentions.find_mentions(text)),
    ]


def period_of(statement: Statement) -> Period | None:
    """Return the period that a statement gives; None where it is not understood."""
    if period := periods.parse_period(statement.answer.content):
        return period
    found = {each.period for each in period_mentions.find_mentions(statement.text)}
    return found.pop() if len(found) == 1 else None


def period_of_sheet(name: str) -> list[Mention]:
    """Return the periods that the name of a sheet gives."""
    if period := periods.parse_period(name):
        return [Mention(period, "sheet", name)]
    return period_mentions.find_mentions(name, "sheet")


def places_of(title: Title, register: Register) -> Iterator[PlaceMention]:
    """Yield the localities that the lines of a title name."""
    for line in title.lines:
        label, colon, rest = line.text.partition(":")
        if colon and unaccented(label.strip()) in PLACE_LABELS:
            codes = place_mentions.place_of_name(rest.strip(), register)
            if codes:
                yield PlaceMention(codes, rest.strip(), line.at)
                continue
        for each in place_mentions.find_places(line.text, register):
            yield replace(each, at=line.at)


def unit_of(title: Title) -> str:
    """Return the unit that a title states for all figures ("Đơn vị tính: triệu đồng"); "" where it states none."""
    for line in title.lines:
        if found := UNIT_LINE.match(unaccented(line.text)):
            unit = line.text[found.start(1) : found.end(1)].strip(" .)")
            strict = unaccented(line.text).lstrip(" (").startswith(STRICT_LABELS)
            if strict or is_unit_word(unit) or not place_mentions.may_be_place(unit):
                return unit
    return ""


def _cell_of(mention: Mention, title: Title) -> str:
    first = mention.text.split()[:2]
    return next((each.at for each in title.lines if " ".join(first) in " ".join(each.text.split())), "")


PLACE_LABELS = frozenset(unaccented(each) for each in place_words.LABELS)
STRICT_LABELS = tuple(unaccented(each) for each in heading_words.STRICT_UNIT_LABELS)
