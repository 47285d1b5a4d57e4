"""Parse a file that was sent: its figures, its explanations and its findings."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Any

import pandas as pd

from data.intake.check import hidden_cells, table_checks, totals
from data.intake.findings import Finding
from data.intake.interpret import columns, headings, periods, place_names, report_scope, table_rows
from data.intake.interpret.cell_values import Measure
from data.intake.interpret.parse_result import ParseContext, ParseResult
from data.intake.interpret.periods import Period
from data.intake.interpret.report_scope import ReportScope
from data.intake.interpret.table import FIGURES, Table
from data.intake.open import delimited, legacy_text, limits, workbooks
from data.intake.open.worksheet import Sheet
from data.loader import Tables
from wording import reading_messages as words
from wording.numbers import number

FIGURE_COLUMNS = [
    "sheet", "row", "cell", "vintage", "locality", "indicator", "period_start", "period_end", "value", "value_text",
    "numerator", "denominator", "qualifier", "absence", "note", "numerator_cell", "denominator_cell",
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


@dataclass(frozen=True, eq=False)
class ParsedFile:
    """The content of a file.

    Attributes
    ----------
    rows : DataFrame
        One row a figure: sheet, row, cell (of the value, or of the numerator where a rate was computed), vintage,
        locality, indicator, period_start, period_end (datetime64), value (percentages in percent), value_text,
        numerator, denominator, qualifier, absence ("" or not_applicable), note, numerator_cell, denominator_cell.
    explanations : DataFrame
        One row a cause: sheet, cell, locality, indicator ("" where the row has several), as_of, cause_kind
        (objective, subjective, ""), cause, difficulty, proposal, responsible.
    passed_over : DataFrame
        Cells that were understood and hold no figure: sheet, cell, found, reason (pending, total, outside, repeated).
    findings : tuple of Finding
        Errors and warnings in the order of the file.
    columns : DataFrame
        How each column was understood: sheet, cell (of its heading), column (letter), heading, role, indicator,
        locality, sure. Columns that are not sure were not read.
    vintage, area : str
        As the file states or the caller expects; ``area`` is "" where neither gives it.
    period : Period or None
        The period of the file; rows may have their own.
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
    Reading
        With every problem by cell. Nothing is guessed: an unsure cell is a finding, not a figure.

    Raises
    ------
    Refusal
        If the file is not read.
    """
    expected = report_scope.ExpectedScope(vintage, period, area)
    return parse_sheets(_open(file_name, content), tables, expected, mapping or {})


def parse_sheets(
    sheets: list[Sheet],
    tables: Tables,
    expected: report_scope.ExpectedScope,
    mapping: Mapping[tuple[str, str], str],
) -> ParsedFile:
    """Parse sheets that are already open; see ``parse_file``."""
    result = ParseResult()
    index = headings.index_indicators(tables.indicators)
    sheets = list(_decoded(sheets, headings.name_recogniser(index, tables.localities), result))
    scope = report_scope.find_scope(sheets, tables.localities, index, expected, result)
    register = scope.register
    parse_heading = headings.heading_parser(index, register, scope.area)
    found = [(sheet, columns.find_tables(sheet, parse_heading, mapping)) for sheet in sheets]
    context = ParseContext(
        register,
        scope.area,
        _measures(tables.indicators),
        index.names,
        cache(lambda text: headings.indicator_named(text, index)),
        cache(lambda text: headings.nearest_indicator(text, index)),
        cache(
            lambda code, name, above, level: place_names.find_locality(
                register, code, name, above, scope.area, level
            )
        ),
        cache(lambda name: place_names.suggest_names(register, name, scope.area)),
        periods.span_rule(tables, register.vintage),
        cache(lambda day: periods.vintage_on(day, tables.localities)),
    )
    for sheet, several in found:
        _parse_sheet(sheet, several, scope.period_of(sheet.name), context, result)
    shown = [table for sheet, several in found if not sheet.hidden for table in several]
    if not shown:
        result.add_finding("no_table", "", "", "")
    return _parsed_file(result, shown, scope)


def _open(file_name: str, content: bytes) -> list[Sheet]:
    if limits.validate_file(file_name, content) == "workbook":
        return workbooks.read_workbook(content)
    return [delimited.read_delimited(PurePath(file_name).stem, content)]


def _decoded(sheets: list[Sheet], known: Callable[[str], bool], result: ParseResult) -> Iterator[Sheet]:
    for sheet in sheets:
        decoded, encoding = legacy_text.decode_sheet(sheet, known)
        if encoding not in (legacy_text.UNICODE, legacy_text.WINDOWS):
            result.add_finding("legacy_letters", sheet.name, "", encoding)
        yield decoded


def _measures(indicators: pd.DataFrame) -> dict[str, Measure]:
    """Return the measure of each indicator; amounts of money may have decimals even where none are shown."""
    names = ["indicator", "unit", "decimals", "aggregation", "minimum", "maximum"]
    return {
        code: Measure(
            unit,
            whole=decimals == 0 and "đồng" not in unit,
            summed=summed == "sum",
            minimum=-math.inf if math.isnan(minimum) else minimum,
            maximum=math.inf if math.isnan(maximum) else maximum,
            in_words=unit in words.UNITS_IN_WORDS,
        )
        for code, unit, decimals, summed, minimum, maximum in zip(
            *(indicators[each] for each in names), strict=True
        )
    }


def _parse_sheet(
    sheet: Sheet, several: list[Table], period: Period | None, context: ParseContext, result: ParseResult
) -> None:
    if sheet.hidden:
        if any(table.rows and table.columns_of(*FIGURES) for table in several):
            result.add_finding("hidden_sheet", sheet.name, "", "")
        return
    if not several and _stray_numbers(sheet) >= STRAY_NUMBERS:
        result.add_finding("sheet_skipped", sheet.name, "", "")
    for table in several:
        if readable := table_checks.check_table(table, period, context, result):
            hidden_cells.check_hidden(readable, result)
            before = len(result.figures)
            table_rows.parse_rows(readable, period, context, result)
            totals.check_totals(readable, result.figures[before:], context, result)


def _stray_numbers(sheet: Sheet) -> int:
    return sum(isinstance(cell.content, int | float) for cell in sheet.cells.values())


def _parsed_file(result: ParseResult, shown: list[Table], scope: ReportScope) -> ParsedFile:
    figures = list(_distinct(result))
    if shown and not (figures or result.explanations or result.findings):
        result.add_finding("no_figures", "", "", "")
    figure_rows = pd.DataFrame(figures, columns=FIGURE_COLUMNS).astype(FIGURE_TYPES)
    return ParsedFile(
        figure_rows,
        pd.DataFrame(result.explanations, columns=EXPLANATION_COLUMNS).astype({"as_of": "datetime64[us]"}),
        pd.DataFrame(result.passed_over, columns=["sheet", "cell", "found", "reason"]),
        tuple(dict.fromkeys(result.findings)),
        _columns_found(shown),
        scope.register.vintage,
        scope.area,
        scope.period,
    )


def _distinct(result: ParseResult) -> Iterator[dict[str, Any]]:
    """Yield each figure once: an equal repetition is skipped, a different one is an error."""
    first: dict[tuple[Any, ...], dict[str, Any]] = {}
    for record in result.figures:
        known = first.setdefault(tuple(record[name] for name in KEY), record)
        if known is record:
            yield record
        elif all(known[name] == record[name] for name in FIGURE_VALUES):
            where = {"sheet": record["sheet"], "cell": record["cell"]}
            result.passed_over.append(where | {"found": _written(record), "reason": "repeated"})
        else:
            other = {"other_sheet": known["sheet"], "other": known["cell"], "was": _written(known)}
            result.add_finding("two_figures", record["sheet"], record["cell"], _written(record), **other)


def _written(record: dict[str, Any]) -> str:
    return record["value_text"] or number(record["value"], 4)


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
