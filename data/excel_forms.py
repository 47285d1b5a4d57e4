"""What Excel makes of a table when it saves it as CSV, brought back to how the schema writes it.

Excel writes numbers, days and flags as its region does, takes the zeros off codes and makes a day of the month of a
vintage. A cell comes back where it can mean one thing only; where it can mean two it is a problem.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from data.foreign_keys import declared_references
from data.problems import Problem, cell_problem
from data.schema import RawTable, Schema, check_header
from wording import table_messages as words

MONTH_PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])$"
CODE_LENGTHS = {"province": 2, "district": 3, "commune": 5}

_COMMA_DECIMALS = re.compile(r"-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?")
_POINT_DECIMALS = re.compile(r"-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?")
_MIDNIGHT = r"(?: 0?0:00(?::00)?)?"
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})" + _MIDNIGHT)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})" + _MIDNIGHT)
# "2025-03" is the first of March for Excel, which shows it as "Mar-25", in Vietnamese as "Thg3-25".
_MONTH_NAME = re.compile(r"(?:([a-z]{3})|thg ?(\d{1,2}))-(\d{2}|\d{4})", re.IGNORECASE)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# All that a cell can mean, in the form of the schema: none, one or two texts.
Meanings = tuple[str, ...]


def restore_tables(
    texts: dict[str, RawTable], schemas: dict[str, Schema]
) -> tuple[dict[str, RawTable], list[Problem]]:
    """Bring the cells of all tables back to the form of the schema.

    Returns
    -------
    tables : dict of RawTable
        With what is brought back in ``rows``; ``written`` keeps the cells as the file has them. A cell that cannot be
        read stays as it is, for the checks of the schema.
    problems : list of Problem
        The cells that can mean two things.
    """
    problems: list[Problem] = []
    restored = {}
    for table, text in texts.items():
        restored[table], unclear = _restore_cells(text, schemas[table])
        problems += unclear
    codes = _codes_by_number(restored["localities"]) if "localities" in restored else {}
    for reference in declared_references(schemas):
        if reference.to == "localities" and reference.table in restored:
            text = restored[reference.table]
            restored[reference.table], unclear = _restore_codes(text, reference.columns, codes)
            problems += unclear
    return restored, problems


def _restore_cells(text: RawTable, schema: Schema) -> tuple[RawTable, list[Problem]]:
    if text.problems or any(check_header(text, schema)):
        return text, []
    cells = {name: _column(text, name) for name in text.header}
    fields = schema["fields"]
    day_first = _day_first(_of_types(fields, cells, "date"))
    decimal_commas = _has_decimal_commas(text.separator, _of_types(fields, cells, "number", "integer"))
    meanings = {
        field["name"]: meaning
        for field in fields
        if (meaning := _meaning_of(field, day_first, decimal_commas))
    }
    if text.table == "localities":
        cells["code"] = _with_zeros(cells["code"], cells["level"])
        meanings["code"] = lambda cell: (cell,)
    problems: list[Problem] = []
    changes: dict[str, list[str]] = {}
    for name, meaning in meanings.items():
        read = [meaning(cell) if cell else () for cell in cells[name]]
        changes[name] = [
            found[0] if len(found) == 1 else cell for cell, found in zip(cells[name], read, strict=True)
        ]
        problems += [
            cell_problem(text.table, at, name, words.CELL_TWO.format(first=found[0], second=found[1]), cell)
            for at, (cell, found) in enumerate(zip(cells[name], read, strict=True))
            if len(found) == 2
        ]
    return _with_columns(text, changes), problems


def _column(text: RawTable, name: str) -> list[str]:
    at = text.header.index(name)
    return [row[at].strip() if at < len(row) else "" for row in text.rows]


def _of_types(fields: list[dict[str, Any]], cells: dict[str, list[str]], *types: str) -> list[str]:
    """Return the cells of the columns of some types."""
    return [each for field in fields if field["type"] in types for each in cells[field["name"]]]


def _with_columns(text: RawTable, columns: dict[str, list[str]]) -> RawTable:
    """Return a table with other cells in some columns; ragged rows stay as long as they are."""
    columns = {name: cells for name, cells in columns.items() if cells != _column(text, name)}
    if not columns:
        return text
    rows = [list(row) for row in text.rows]
    for name, cells in columns.items():
        at = text.header.index(name)
        for row, cell in zip(rows, cells, strict=True):
            if at < len(row):
                row[at] = cell
    return replace(text, rows=rows, written=text.rows if text.written is None else text.written)


def _meaning_of(
    field: dict[str, Any], day_first: bool | None, decimal_commas: bool
) -> Callable[[str], Meanings] | None:
    if field["type"] in ("number", "integer"):
        return lambda cell: _number_meanings(cell, decimal_commas)
    if field["type"] == "date":
        return lambda cell: _day_meanings(cell, day_first)
    if field["type"] == "boolean":
        return lambda cell: (cell.lower(),)
    if field.get("constraints", {}).get("pattern") == MONTH_PATTERN:
        return _month_meanings
    return None


def _number_readings(cell: str) -> dict[str, str]:
    """Return the readings of a number, with decimal commas and with decimal points, as the schema writes it."""
    readings = {}
    if _COMMA_DECIMALS.fullmatch(cell):
        readings["comma"] = cell.replace(".", "").replace(",", ".")
    if _POINT_DECIMALS.fullmatch(cell):
        readings["point"] = cell.replace(",", "")
    return readings


def _has_decimal_commas(separator: str, cells: Iterable[str]) -> bool:
    """Tell whether a file comes from a region with decimal commas: there Excel separates cells by semicolons.

    A file with tabs says it by its numbers, if all that can be read in one way only have commas.
    """
    if separator != "\t":
        return separator == ";"
    certain = {next(iter(found)) for each in cells if len(found := _number_readings(each)) == 1}
    return certain == {"comma"}


def _number_meanings(cell: str, decimal_commas: bool) -> Meanings:
    readings = _number_readings(cell)
    different = tuple(dict.fromkeys(readings.values()))
    if len(different) < 2:
        return different
    # The schema's own form has points, but a comma before three digits may be Excel's thousands, or somebody's hand.
    known = (
        "comma" if "," in cell and decimal_commas else "point" if "." in cell and not decimal_commas else ""
    )
    return (readings[known],) if known else different


def _day_first(cells: Iterable[str]) -> bool | None:
    """Tell whether days stand before months in a file; None where no day decides it, or where they contradict."""
    found = [match for match in map(_YEAR_LAST.fullmatch, cells) if match]
    firsts, seconds = any(int(each[1]) > 12 for each in found), any(int(each[3]) > 12 for each in found)
    return None if firsts == seconds else firsts


def _day_meanings(cell: str, day_first: bool | None) -> Meanings:
    if match := _YEAR_FIRST.fullmatch(cell):
        return _days([(match[1], match[3], match[4])])
    if not (match := _YEAR_LAST.fullmatch(cell)):
        return ()
    first, second, year = match[1], match[3], match[4]
    orders = {True: (year, second, first), False: (year, first, second)}
    return _days(orders.values() if day_first is None else [orders[day_first]])


def _days(parts: Iterable[tuple[str, str, str]]) -> Meanings:
    """Return the days that exist among parts (year, month, day), each once."""
    found = []
    for each in parts:
        try:
            found.append(date(*map(int, each)).isoformat())
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def _month_meanings(cell: str) -> Meanings:
    """Return the month of a vintage: "Mar-25", "Thg3-25", or its first day in either order."""
    if match := _MONTH_NAME.fullmatch(cell):
        name, number, year = match[1], match[2], match[3][-2:]
        month = int(number) if number else _ENGLISH.index(name.lower()) + 1 if name.lower() in _ENGLISH else 0
        return (f"20{year}-{month:02d}",) if 1 <= month <= 12 else ()
    return tuple(day[:7] for day in _day_meanings(cell, None) if day.endswith("-01"))


def _with_zeros(codes: list[str], levels: list[str]) -> list[str]:
    """Return codes with the zeros that the level asks for: a commune has five digits."""
    return [
        code.zfill(CODE_LENGTHS.get(level, 0)) if code.isdigit() else code
        for code, level in zip(codes, levels, strict=True)
    ]


def _codes_by_number(localities: RawTable) -> dict[tuple[str, int], list[str]]:
    """Return vintage and number → the codes of the register that are this number without their zeros."""
    if not {"vintage", "code"} <= set(localities.header):
        return {}
    ends = [localities.header.index(name) for name in ("vintage", "code")]
    codes: dict[tuple[str, int], list[str]] = {}
    for row in localities.rows:
        if len(row) > max(ends) and row[ends[1]].isdecimal():
            vintage, code = (row[at] for at in ends)
            codes.setdefault((vintage, int(code)), []).append(code)
    return codes


def _restore_codes(
    text: RawTable, columns: tuple[str, ...], codes: dict[tuple[str, int], list[str]]
) -> tuple[RawTable, list[Problem]]:
    """Give the codes of a column back the zeros that they have in the register.

    Where a code of a column has lost its zeros every other may have, too: "25" is province 25, or commune 00025.
    """
    if text.problems or not set(columns) <= set(text.header):
        return text, []
    vintage_at, code_at = (text.header.index(name) for name in columns)
    # No commune has parts.
    longest = 4 if columns[-1] == "parent_code" else 5
    meanings: dict[int, list[str]] = {}
    for at, row in enumerate(text.rows):
        if len(row) > max(vintage_at, code_at) and row[code_at].isdecimal():
            same = codes.get((row[vintage_at], int(row[code_at])), [])
            meanings[at] = [each for each in same if len(row[code_at]) <= len(each) <= longest]
    lost = any(found and text.rows[at][code_at] not in found for at, found in meanings.items())
    if not lost:
        return text, []
    name = columns[-1]
    cells = _column(text, name)
    problems = [
        cell_problem(text.table, at, name, words.CELL_TWO.format(first=found[0], second=found[1]), cells[at])
        for at, found in meanings.items()
        if len(found) > 1 and not cells[at].startswith("0")
    ]
    for at, found in meanings.items():
        if len(found) == 1:
            cells[at] = found[0]
    return _with_columns(text, {name: cells}), problems
