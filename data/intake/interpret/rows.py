"""Read the rows of a table in any form: their locality, indicator and period."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.intake.findings import Finding, make_finding
from data.intake.interpret import closing, headings, period_mentions, periods, place_mentions, place_names
from data.intake.interpret.cell_values import Problem
from data.intake.interpret.periods import Period
from data.intake.interpret.phrases import Account, account
from data.intake.interpret.place_names import LocalityMatch
from data.intake.interpret.records import (
    CAUSES,
    REMARKS,
    Context,
    Item,
    about_cell,
    pass_over,
    read_figure,
    read_remarks,
)
from data.intake.interpret.row_periods import period_of_row
from data.intake.interpret.table import FIGURES, Column, Row, Table
from data.intake.interpret.units import unit_factor
from wording import reading_messages as words
from wording.spelling import split_kind

# The figures that a row of a table may hold, as a column of kinds names them.
ROW_KINDS = frozenset({"actual", "plan", "estimate", "previous", "cumulative"})
MOST_KINDS = 20  # texts of a column of kinds
NUMBER_OF_ROW = re.compile(r"\s*\(?(?:[IVXLivx]{1,6}|[A-Za-zĐđ]|\d+(?:\.\d+)*)[.)]?\s*")


@dataclass(frozen=True)
class Section:
    """What a row without figures says of the rows below it.

    Attributes
    ----------
    district
        Code of the district that the localities below lie in.
    place, named
        The locality of the rows below, and as what it is named.
    indicator
        The indicator of the rows below, which name localities.
    period, aside
        The period of the figures below; why they are no actual figures.
    """

    district: str = ""
    place: LocalityMatch | Problem | None = None
    named: str = ""
    indicator: str = ""
    period: Period | None = None
    aside: str = ""


def read_rows(table: Table, period: Period | None, context: Context) -> Iterator[Item]:
    """Yield what every row of a table gives; columns that are not sure are left out.

    A row of a district begins a section: the communes below it belong to the district. In a table of indicators, a row
    with the name of a locality begins a section, too: the rows below it are of that locality. A row of totals is
    skipped, unless it has the code of a locality: then it holds figures of that locality. Rows after the last figure
    that begin with a signature, a date or a note are skipped.

    Parameters
    ----------
    table : Table
        From ``columns.make_table``.
    period : Period or None
        Period of figures whose row and column name none.
    context : Context
        The register, the indicators and the reporting area.
    """
    context = replace(context, notes=closing.read_notes(table))
    level, section = _usual_level(table, context), Section()
    kinds = _kind_columns(table)
    end = closing.closing_row(table, lambda row: _names_figures(row, context, level))
    for row in (Row(table, number) for number in table.rows):
        filled = row.filled(*FIGURES)
        if end is not None and row.number >= end:
            yield from pass_over("outside", row, filled)
            continue
        place = _place(row, context, section, level)
        if not filled and (below := _section(row, context, section)):
            section = below
            continue
        if isinstance(place, LocalityMatch) and context.register.levels[place.code] == "district":
            section = replace(section, district=place.code)
        if aside := section.aside or _said_aside(row, kinds) or _no_figures(row, filled, place):
            yield from pass_over(aside, row, filled)
        elif filled or row.filled(*CAUSES, *REMARKS):
            yield from _read_row(row, filled, place, section.period or period, context, section)


def is_total(row: Row) -> bool:
    """Tell whether a row is a sum or a mean of others; a row with the code of a locality is not."""
    names = [name for role in ("ordinal", "code", "name", "district") if (name := row.text(role))]
    return not row.text("code").isdigit() and any(place_names.is_total_name(each) for each in names)


def is_section_of_place(text: str, context: Context) -> bool:
    """Tell whether a row with this text alone begins a section of a locality."""
    return isinstance(context.find_place("", place_names.strip_prefixes(text), "", "", ""), LocalityMatch)


def ragged_rows(table: Table) -> Iterator[tuple[int, int]]:
    """Yield the rows of a CSV file that have more fields than the heading, and the last filled column of each.

    A decimal comma outside quotes splits its number into two fields.
    """
    sheet = table.sheet
    if not sheet.delimited:
        return
    last = max((each.number for each in table.columns if each.heading), default=0)
    most = max((sheet.widths.get(row, 0) for row in table.heading_rows), default=0)
    for row in table.rows:
        reached = sheet.by_row[row][-1]
        if reached > last or (sheet.delimiter == "," and sheet.widths.get(row, 0) > most > 0):
            yield row, reached


def _names_figures(row: Row, context: Context, level: str) -> bool:
    """Tell whether a row has figures and names a locality or an indicator, with whatever doubt."""
    if not row.filled(*FIGURES):
        return False
    if is_total(row) or context.indicator_named(row.text("indicator_code", "indicator")):
        return True
    return bool(row.table.columns_of("code", "name")) and isinstance(
        _place(row, context, Section(), level), LocalityMatch
    )


def _kind_columns(table: Table) -> list[int]:
    """Return the columns that say in each row whether its figures are actual ("TH") or planned ("KH")."""
    found = []
    rows = [row.number for row in (Row(table, number) for number in table.rows) if row.filled(*FIGURES)]
    for column in table.columns:
        if column.aside or (column.sure and column.role not in ("", "ignored")):
            continue
        texts = {table.sheet.text(row, column.number) for row in rows} - {""}
        if len(texts) > MOST_KINDS:
            continue
        said = [_said(text) for text in texts]
        kinds = {kind for each in said for kind in each.holds - {"filler", "group", "count"}}
        if said and kinds and kinds <= ROW_KINDS and not any(each.left for each in said):
            found.append(column.number)
    return found


def _said_aside(row: Row, kinds: list[int]) -> str:
    """Return why the figures of a row are no actual ones, as a column of kinds or the name of the row says."""
    texts = [row.table.sheet.text(row.number, at) for at in kinds]
    said = {kind for text in texts for kind in _said(text).holds} | _named_kinds(row)
    return next((kind for kind in headings.NOT_ACTUAL if kind in said), "")


def _named_kinds(row: Row) -> frozenset[str]:
    """Return the kinds of figures that stand for the name of an indicator: "Kế hoạch", "- Thực hiện quý III/2024"."""
    said = _said(row.text("indicator"))
    kinds = said.holds - {"filler", "group", "count"}
    return kinds if not said.left and kinds <= ROW_KINDS else frozenset()


def _said(text: str) -> Account:
    """Account for a text without the dash before it and the period in it: "- Kế hoạch năm 2024"."""
    return account(period_mentions.split_mentions(text.lstrip("-–+ "))[1], headings.LEXICON)


def _usual_level(table: Table, context: Context) -> str:
    """Return the level of most localities of the table; it distinguishes a district from a town of the same name."""
    down = (_place(Row(table, number), context, Section(), "") for number in table.rows)
    across = (LocalityMatch(each.locality) for each in table.columns if each.locality)
    levels = Counter(
        context.register.levels[each.code] for each in [*down, *across] if isinstance(each, LocalityMatch)
    )
    return levels.most_common(1)[0][0] if levels else ""


def _place(row: Row, context: Context, section: Section, level: str) -> LocalityMatch | Problem | None:
    """Return the locality of a row; None where neither the row nor the file names one."""
    if not row.table.columns_of("code", "name"):
        below = _named_place(row, context, level) if section.indicator else None
        if isinstance(below, LocalityMatch):
            return below
        if section.place is not None:
            return section.place
        return LocalityMatch(context.area) if context.area else None
    code, name = row.text("code"), row.text("name")
    # "Toàn tỉnh" beside the province's code is the province.
    named = "" if code.isdigit() and place_names.is_total_name(name) else name
    return context.find_place(code, named, row.text("district") or section.district, level, context.area)


def _named_place(row: Row, context: Context, level: str) -> LocalityMatch | Problem | None:
    """Return the locality that stands in the column of indicators, below a row that names the indicator."""
    text = row.text("indicator")
    return context.find_place("", text, "", level, context.area) if text else None


def _section(row: Row, context: Context, section: Section) -> Section | None:
    """Return the section that a row without figures begins; None where it begins none."""
    texts = [text for text in row.texts() if not NUMBER_OF_ROW.fullmatch(text)]
    if texts and (indicator := context.indicator_named(texts[0])) and not row.filled(*CAUSES, *REMARKS):
        return replace(section, indicator=indicator)
    if len(texts) != 1 or row.filled(*CAUSES, *REMARKS):
        return None
    text = place_names.strip_prefixes(texts[0])
    if not row.table.columns_of("code", "name") and (kind := _kind(text)):
        place = context.find_place("", text, "", "", context.area)
        if isinstance(place, LocalityMatch) or kind != "bare":
            return replace(section, place=place, named=text, indicator="")
    if period := periods.parse_period(text):
        return replace(section, period=period, aside="")
    if not row.table.columns_of("code", "name") and place_mentions.is_smaller_unit(text):
        return replace(
            section, place=Problem("unknown_place", {"vintage": context.register.validity}), named=text
        )
    said = _said(text)
    kinds = said.holds - {"filler", "group", "count", "rate"}
    if not said.left and kinds:
        aside = next((kind for kind in headings.NOT_ACTUAL if kind in kinds and kind != "total"), "")
        return replace(section, aside=aside)
    return replace(section, aside="") if section.aside else None


def _kind(text: str) -> str:
    """Return the kind of locality that a text begins with; "bare" for another text that may be a name."""
    kind, bare = split_kind(text)
    if kind and bare[:1].isupper():
        return kind
    return "bare"


def _no_figures(row: Row, filled: list[Column], place: LocalityMatch | Problem | None) -> str:
    """Return why a row holds no figures of a locality: it is a total, or lies outside the table; "" where it does."""
    return "total" if is_total(row) else "outside" if _is_outside(row, filled, place) else ""


def _is_outside(row: Row, filled: list[Column], place: LocalityMatch | Problem | None) -> bool:
    """Tell whether a row lies outside the table, like a line of signatures: it has no known name and no digit."""
    named = isinstance(place, LocalityMatch) and row.table.columns_of("code", "name")
    digits = any(each.isdigit() for column in filled for each in str(row.cell(column).content))
    return not named and not digits and not row.text("indicator", "indicator_code")


def _read_row(
    row: Row,
    filled: list[Column],
    place: LocalityMatch | Problem | None,
    usual: Period | None,
    context: Context,
    section: Section,
) -> Iterator[Item]:
    """Combine locality, indicator and period of row and columns, and yield the figures."""
    locality, indicator, period = "", "", None
    if not (filled and all(each.locality for each in filled)):
        found = _locality(row, place, context, section)
        locality = found if isinstance(found, str) else ""
        if isinstance(found, tuple):
            locality, finding = found
            yield finding
    if not (filled and all(each.indicator for each in filled)):
        named = _indicator(row, filled, context, section)
        indicator = named if isinstance(named, str) else ""
        if isinstance(named, Finding):
            yield named
    if not (filled and all(each.period for each in filled)):
        when = _period(row, filled, usual, context)
        period = None if isinstance(when, Finding) else when
        if isinstance(when, Finding):
            yield when
    parts: dict[tuple[str, str, Period], dict[str, Column]] = {}
    for column in filled:
        of, at, on = column.indicator or indicator, column.locality or locality, column.period or period
        if of and at and on:
            parts.setdefault((of, at, on), {}).setdefault(column.role, column)
    for (of, at, on), columns in parts.items():
        yield from read_figure(row, of, at, on, columns, context)
    if locality and period:
        yield from read_remarks(row, locality, indicator, period.end)


def _locality(
    row: Row, place: LocalityMatch | Problem | None, context: Context, section: Section
) -> str | tuple[str, Finding]:
    """Return the code of a row's locality, or "" or a guess with a finding about it."""
    sheet, cell = row.table.sheet.name, row.start("code", "name")
    named = row.text("code", "name") or section.named
    if isinstance(place, LocalityMatch):
        if place.sure:
            return place.code
        meant = words.PLACE_CODE.format(code=place.code)
        return place.code, make_finding("place_guessed", sheet, cell, named, meant=meant)
    problem = place or Problem("no_place")
    details = problem.details
    if problem.check == "unknown_place":
        details = details | {"meant": context.suggest_places(named, context.area)}
    return "", make_finding(problem.check, sheet, cell, named, **details)


def _indicator(row: Row, filled: list[Column], context: Context, section: Section) -> str | Finding:
    """Return the indicator of a row; "" where the columns name it, or a finding where it is not recognised."""
    sheet, code, name = row.table.sheet.name, row.text("indicator_code"), row.text("indicator")
    cell = row.start("indicator_code", "indicator")
    place_below = section.indicator and isinstance(_named_place(row, context, ""), LocalityMatch)
    if not code and (not name or place_below or (section.indicator and _named_kinds(row))):
        if filled and section.indicator:
            return _checked_unit(row, section.indicator, context)
        return make_finding("no_indicator", sheet, cell, "") if filled else ""
    found = context.indicator_named(code or name)
    if not found:
        return make_finding(
            "unknown_indicator", sheet, cell, code or name, meant=_meant(code or name, context)
        )
    if code and name and context.indicator_named(name) not in ("", found):
        called = context.names[found]
        return make_finding("indicator_code_and_name_differ", sheet, cell, code, called=called, name=name)
    return _checked_unit(row, found, context)


def _meant(text: str, context: Context) -> str:
    near = context.nearest_indicator(text)
    return words.did_you_mean(words.quoted(context.names[near])) if near else words.NOT_IN_INDICATORS


def _checked_unit(row: Row, indicator: str, context: Context) -> str | Finding:
    """Return the indicator; a finding where the row states a unit of another kind."""
    measure = context.measures[indicator]
    for column in row.filled("unit"):
        unit = row.text("unit")
        if unit_factor(unit, measure) is None and not (
            measure.in_words or (not measure.percent and not measure.unit)
        ):
            return about_cell("unit_differs", row, column, unit=measure.unit, stated=unit)
    return indicator


def _period(
    row: Row, filled: list[Column], usual: Period | None, context: Context
) -> Period | Finding | None:
    """Return the period of a row, else the usual one; a finding where the period of the row is not accepted."""
    if columns := row.filled("period"):
        period = period_of_row(row, str(usual.end.year) if usual and _is_year(usual) else "")
        if not period:
            return about_cell("unreadable_period", row, columns[0])
        if context.vintage_on(period.end) != context.register.vintage:
            return about_cell("period_of_other_vintage", row, columns[0], vintage=context.register.validity)
        return period
    if _named_kinds(row) and len(own := period_mentions.split_mentions(row.text("indicator"))[0]) == 1:
        return own[0]
    if not usual and filled:
        return make_finding("no_period", row.table.sheet.name, row.address(filled[0]), "")
    return usual


def _is_year(period: Period) -> bool:
    return period.start is not None and (period.end - period.start).days >= 364
