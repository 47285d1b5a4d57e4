"""Parse a file that was sent: open it, interpret its sheets, check its tables."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TypeVar

import pandas as pd

from data.intake import open as opening
from data.intake.check import hidden_cells, table_checks, totals
from data.intake.findings import Finding, make_finding
from data.intake.interpret import (
    columns,
    headings,
    indicator_names,
    periods,
    place_names,
    regions,
    report_scope,
)
from data.intake.interpret.indicator_names import IndicatorIndex
from data.intake.interpret.periods import Period
from data.intake.interpret.records import Context, FigureRecord, Item, PassedOver, Remark
from data.intake.interpret.report_scope import ExpectedScope, ReportScope
from data.intake.interpret.rows import read_rows
from data.intake.interpret.table import FIGURES, Table
from data.intake.interpret.units import Measure
from data.intake.open import legacy_text
from data.intake.open.worksheet import Sheet
from data.loader import Tables
from wording import reading_messages as words
from wording.numbers import number

T = TypeVar("T")

FIGURE_COLUMNS = [
    "sheet", "row", "cell", "vintage", "locality", "indicator", "period_start", "period_end", "value", "value_text",
    "numerator", "denominator", "qualifier", "absence", "value_basis", "note", "numerator_cell", "denominator_cell",
]  # fmt: skip
EXPLANATION_COLUMNS = [
    "sheet", "cell", "locality", "indicator", "as_of", "cause_kind", "cause", "difficulty", "proposal", "responsible",
]  # fmt: skip
FIGURE_TYPES = {"period_start": "datetime64[us]", "period_end": "datetime64[us]"} | dict.fromkeys(
    ("value", "numerator", "denominator"), "float64"
)
FIGURE_VALUES = ("value", "value_text", "numerator", "denominator", "qualifier", "absence")
COLUMN_COLUMNS = ["sheet", "cell", "column", "heading", "role", "indicator", "locality", "sure"]
KEY = ("vintage", "locality", "indicator", "period_start", "period_end")
STRAY_NUMBERS = 3  # on a sheet without a heading, from which the sheet gives a warning
MOST_SUGGESTIONS = 200  # names for which near names are sought: a wrong file has thousands of unknown ones


@dataclass(frozen=True, eq=False)
class ParsedFile:
    """The content of a file.

    Attributes
    ----------
    rows : DataFrame
        One row a figure: sheet, row, cell (of the value, or of the numerator where a rate was computed), vintage,
        locality, indicator, period_start, period_end (datetime64), value (percentages in percent), value_text,
        numerator, denominator, qualifier, absence ("" or not_applicable), value_basis (computed from two parts, else
        stated), note, numerator_cell, denominator_cell.
    explanations : DataFrame
        One row a cause: sheet, cell, locality, indicator ("" where the row has several), as_of, cause_kind
        (objective, subjective, ""), cause, difficulty, proposal, responsible.
    passed_over : DataFrame
        Cells that were understood and hold no figure: sheet, cell, found, reason (pending, total, outside, repeated, or
        why the figures of a section are no actual ones).
    findings : tuple of Finding
        Errors, warnings and notices in the order of the file.
    columns : DataFrame
        How each column was understood: sheet, cell (of its heading), column (letter), heading, role, indicator,
        locality, sure. Columns that are not sure were not read.
    vintage, area : str
        As the file states or the caller expects; ``area`` is "" where neither gives it.
    period : Period or None
        The period of the file; tables and rows may have their own.
    """

    rows: pd.DataFrame
    explanations: pd.DataFrame
    passed_over: pd.DataFrame
    findings: tuple[Finding, ...]
    columns: pd.DataFrame
    vintage: str
    area: str
    period: Period | None


def parse_file(
    file_name: str,
    content: bytes,
    tables: Tables,
    *,
    vintage: str | None = None,
    period: str | None = None,
    area: str | None = None,
    mapping: Mapping[tuple[str, str], str] | None = None,
) -> ParsedFile:
    """Parse a CSV or XLSX file of figures, in long or wide form, with localities in rows or columns.

    Parameters
    ----------
    file_name : str
        As it was sent.
    content : bytes
        The whole file.
    tables : Tables
        The register, the indicators, the reporting obligations and the stored observations.
    vintage, period, area : str, optional
        Expected values. A file that states another value has an error.
    mapping : mapping, optional
        Roles that the user has chosen: (sheet, column letter) → role, ``"value:indicator"`` or ``"ignored"``.

    Returns
    -------
    ParsedFile
        With every problem by cell. Nothing is guessed: an unsure cell is a finding, not a figure.

    Raises
    ------
    Refusal
        If the file is not read.
    """
    expected = ExpectedScope(vintage, period, area)
    return parse_sheets(opening.open_file(file_name, content), tables, expected, mapping or {})


def parse_sheets(
    sheets: list[Sheet], tables: Tables, expected: ExpectedScope, mapping: Mapping[tuple[str, str], str]
) -> ParsedFile:
    """Parse sheets that are already open; see ``parse_file``."""
    index = indicator_names.index_indicators(tables.indicators)
    decoded = list(_decoded(sheets, headings.name_recogniser(index, tables.localities)))
    sheets = [sheet for sheet, _ in decoded]
    scope = report_scope.find_scope(sheets, tables.localities, index, expected)
    parse_heading = headings.heading_parser(index, scope.register, scope.area)
    found = {
        sheet.name: [
            columns.make_table(region, parse_heading, mapping)
            for region in regions.find_regions(sheet, parse_heading)
            if region.heading_rows
        ]
        for sheet in sheets
    }
    context = _context(tables, index, scope)
    items: list[Item] = [finding for _, several in decoded for finding in several]
    items += scope.findings
    for sheet in sheets:
        items += _sheet_items(sheet, found[sheet.name], scope, context)
    shown = [table for sheet in sheets if not sheet.hidden for table in found[sheet.name]]
    return _parsed_file(items, shown, scope)


def _decoded(sheets: list[Sheet], known: Callable[[str], bool]) -> Iterator[tuple[Sheet, list[Finding]]]:
    """Yield each sheet in Unicode, with a warning where it was in an old encoding."""
    for sheet in sheets:
        decoded, encoding = legacy_text.decode_sheet(sheet, known)
        old = encoding not in (legacy_text.UNICODE, legacy_text.WINDOWS)
        yield decoded, [make_finding("legacy_letters", sheet.name, "", encoding)] if old else []


def _context(tables: Tables, index: IndicatorIndex, scope: ReportScope) -> Context:
    register = scope.register
    return Context(
        register,
        scope.area,
        _measures(tables.indicators),
        index.names,
        cache(lambda text: indicator_names.indicator_named(text, index)),
        _at_most(lambda text: indicator_names.nearest_indicator(text, index)),
        cache(
            lambda code, name, above, level, area: place_names.find_locality(
                register, code, name, above, area, level
            )
        ),
        _at_most(lambda name, area: place_names.suggest_names(register, name, area)),
        periods.span_rule(tables, register.vintage),
        cache(lambda day: periods.vintage_on(day, tables.localities)),
    )


def _at_most(suggest: Callable[..., str]) -> Callable[..., str]:
    """Return a function that keeps its answers and gives "" once it was asked for too many names."""
    answers: dict[tuple[str, ...], str] = {}

    def answer(*asked: str) -> str:
        if asked not in answers:
            answers[asked] = suggest(*asked) if len(answers) < MOST_SUGGESTIONS else ""
        return answers[asked]

    return answer


def _measures(indicators: pd.DataFrame) -> dict[str, Measure]:
    """Return the measure of each indicator; amounts of money may have decimals even where none are shown."""
    names = ["indicator", "unit", "decimals", "aggregation", "minimum", "maximum", "name_vi", "count_noun"]
    return {
        code: Measure(
            unit,
            whole=decimals == 0 and "đồng" not in unit,
            summed=summed == "sum",
            minimum=-math.inf if math.isnan(minimum) else minimum,
            maximum=math.inf if math.isnan(maximum) else maximum,
            in_words=unit in words.UNITS_IN_WORDS,
            things=f"{name} {noun}" if isinstance(noun, str) else name,
        )
        for code, unit, decimals, summed, minimum, maximum, name, noun in zip(
            *(indicators[each] for each in names), strict=True
        )
    }


def _sheet_items(sheet: Sheet, several: list[Table], scope: ReportScope, context: Context) -> Iterator[Item]:
    if sheet.hidden:
        if any(table.rows and table.columns_of(*FIGURES) for table in several):
            yield make_finding("hidden_sheet", sheet.name, "", "")
        return
    if not several and _stray_numbers(sheet) >= STRAY_NUMBERS:
        yield make_finding("sheet_skipped", sheet.name, "", "")
    for table in several:
        yield from _table_items(table, scope, context)


def _table_items(table: Table, scope: ReportScope, context: Context) -> Iterator[Item]:
    """Yield what a table gives: its findings, then its records, then the totals that differ from them."""
    own = scope.of(table)
    context = replace(context, area=own.area, unit=own.unit)
    checked = table_checks.check_table(columns.date_columns(table, own.period), own, context)
    yield from checked.findings
    if checked.table:
        yield from hidden_cells.check_hidden(checked.table)
        items = list(read_rows(checked.table, own.period, context))
        yield from items
        yield from totals.check_totals(checked.table, _of_type(items, FigureRecord), context)


def _stray_numbers(sheet: Sheet) -> int:
    return sum(isinstance(cell.content, int | float) for cell in sheet.cells.values())


def _of_type(items: list[Item], kind: type[T]) -> list[T]:
    return [each for each in items if isinstance(each, kind)]


def _parsed_file(items: list[Item], shown: list[Table], scope: ReportScope) -> ParsedFile:
    items = list(_distinct(items))
    figures, remarks = _of_type(items, FigureRecord), _of_type(items, Remark)
    findings = _of_type(items, Finding)
    if not shown:
        findings.append(make_finding("no_table", "", "", ""))
    elif not (figures or remarks or any(each.severity != "notice" for each in findings)):
        findings.append(make_finding("no_figures", "", "", ""))
    return ParsedFile(
        _frame(figures, FIGURE_COLUMNS).astype(FIGURE_TYPES),
        _frame(remarks, EXPLANATION_COLUMNS).astype({"as_of": "datetime64[us]"}),
        _frame(_of_type(items, PassedOver), ["sheet", "cell", "found", "reason"]),
        tuple(dict.fromkeys(findings)),
        _columns_found(shown),
        scope.register.vintage,
        scope.area,
        scope.period,
    )


def _frame(records: list[FigureRecord] | list[Remark] | list[PassedOver], names: list[str]) -> pd.DataFrame:
    return pd.DataFrame([asdict(each) for each in records], columns=names)


def _distinct(items: list[Item]) -> Iterator[Item]:
    """Yield each figure once: an equal repetition is passed over, a different one is an error."""
    first: dict[tuple[object, ...], FigureRecord] = {}
    for item in items:
        if not isinstance(item, FigureRecord):
            yield item
            continue
        known = first.setdefault(tuple(getattr(item, name) for name in KEY), item)
        if known is item:
            yield item
        elif all(getattr(known, name) == getattr(item, name) for name in FIGURE_VALUES):
            yield PassedOver(item.sheet, item.cell, _written(item), "repeated")
        else:
            other = {"other_sheet": known.sheet, "other": known.cell, "was": _written(known)}
            yield make_finding("two_figures", item.sheet, item.cell, _written(item), **other)


def _written(record: FigureRecord) -> str:
    return record.value_text or number(record.value, 4)


def _columns_found(shown: list[Table]) -> pd.DataFrame:
    found = [
        (
            *(table.sheet.name, table.heading_cell(each), each.letter, each.heading),
            *(each.role, each.indicator, each.locality, each.sure and bool(each.role)),
        )
        for table in shown
        for each in table.columns
    ]
    return pd.DataFrame(found, columns=COLUMN_COLUMNS)
