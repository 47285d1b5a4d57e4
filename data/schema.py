"""Table files as text, checked against ``datapackage.json`` and converted to typed frames."""

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from data.problems import Problem, cell_problem, file_name, quoted_cell, spreadsheet_row
from wording import table_messages as words

DESCRIPTOR = "datapackage.json"
SEPARATOR = "|"
# Between the cells of a file; the first is the usual one.
SEPARATORS = ",;\t"
DTYPES = {
    "string": "str",
    "number": "float64",
    "integer": "float64",
    "date": "datetime64[us]",
    "boolean": "bool",
}

Schema = dict[str, Any]


@dataclass(frozen=True)
class RawTable:
    """A table as text: the ``header`` and the ``rows``, which may be ragged.

    ``written`` are the rows as the file has them, where ``excel_forms`` has changed some.
    """

    table: str
    header: list[str]
    rows: list[list[str]]
    problems: list[Problem] = field(default_factory=list)
    separator: str = ","
    written: list[list[str]] | None = None


def read_schemas(directory: Path) -> dict[str, Schema]:
    """Return the schema of every table, in the order of the descriptor of the data package.

    Raises
    ------
    OSError, ValueError
        If the descriptor is missing or is not JSON.
    """
    package = json.loads((directory / DESCRIPTOR).read_text("utf-8"))
    return {resource["name"]: resource["schema"] for resource in package["resources"]}


def read_raw_table(directory: Path, table: str, schema: Schema) -> RawTable:
    """Read one table as text; a missing file, wrong bytes and an empty file are in ``problems``."""
    names = field_names(schema)
    path = directory / file_name(table)
    try:
        content = path.read_bytes()
    except OSError:
        return _unreadable(table, names, words.FILE_PRESENT, words.FILE_MISSING, words.FIX_FILE)
    try:
        # "Unicode text" of Excel is UTF-16 with tabs.
        utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        found = words.FILE_NOT_UTF8.format(row=row)
        return _unreadable(table, names, words.FILE_UTF8, found, words.FIX_ENCODING)
    return _parse(table, names, text)


def field_names(schema: Schema) -> list[str]:
    """Return the column names of a table."""
    return [each["name"] for each in schema["fields"]]


def check_header(text: RawTable, schema: Schema) -> Iterator[Problem]:
    """Yield missing, repeated and unknown columns as problems; the order of columns is free."""
    names, file = field_names(schema), file_name(text.table)
    for name in names:
        if name not in text.header:
            yield Problem(file, None, name, words.COLUMN_PRESENT, words.COLUMN_MISSING, words.FIX_HEADER)
    for name in dict.fromkeys(text.header):
        if name not in names:
            known = words.COLUMN_KNOWN.format(columns=", ".join(names))
            found = words.COLUMN_UNKNOWN.format(column=name)
            yield Problem(file, 1, name, known, found, words.FIX_HEADER)
        elif text.header.count(name) > 1:
            yield Problem(file, 1, name, words.COLUMN_ONCE, words.COLUMN_TWICE, words.FIX_HEADER)


def check_rows(text: RawTable) -> Iterator[Problem]:
    """Yield blank rows and rows with too few or too many cells as problems."""
    file, width = file_name(text.table), len(text.header)
    for position, row in enumerate(text.rows):
        number = spreadsheet_row(position)
        if not any(row):
            yield Problem(file, number, None, words.ROW_NOT_BLANK, words.ROW_BLANK, words.FIX_ROW)
        elif len(row) != width:
            found = words.ROW_CELLS_FOUND.format(count=len(row))
            yield Problem(file, number, None, words.ROW_CELLS.format(count=width), found, words.FIX_ROW)


def check_cells(text: RawTable, schema: Schema) -> Iterator[Problem]:
    """Yield what Frictionless finds in the cells as problems: types, required, enums, patterns, bounds, keys.

    Foreign keys are not checked here: for Frictionless (2025-03, empty) is a broken reference, while the country
    has no parent. ``data.foreign_keys`` matches the same declarations and counts the matches.
    """
    from frictionless import Resource  # the import takes half a second, and unchanged tables do not need it

    own = {name: part for name, part in schema.items() if name != "foreignKeys"}
    rows, written = _aligned(text, field_names(schema)), _as_written(text, field_names(schema))
    resource = Resource.from_descriptor(
        {"name": text.table, "data": [field_names(schema), *rows], "schema": own}
    )
    report = resource.validate(limit_errors=1_000_000)
    fields = {each["name"]: each for each in schema["fields"]}
    for number, name, kind, note in report.flatten(["rowNumber", "fieldName", "type", "note"]):
        position = int(number) - spreadsheet_row(0)
        if not any(rows[position]):
            continue
        if kind == "primary-key":
            yield _key_twice(
                text.table,
                dict(zip(fields, rows[position], strict=True)),
                position,
                schema["primaryKey"],
                note,
            )
        else:
            found = written[position][field_names(schema).index(name)]
            yield cell_problem(text.table, position, name, field_description(fields[name]), found)


def field_description(declared: dict[str, Any]) -> str:
    """Describe in Vietnamese what a declared field must hold: ``số; không nhỏ hơn 0``."""
    limits = declared.get("constraints", {})
    parts = [FIELD_WORDS[declared["type"]]]
    if "enum" in limits:
        parts = [words.FIELD_ENUM.format(values=", ".join(limits["enum"]))]
    if "pattern" in limits:
        parts = [words.FIELD_CODE.format(pattern=limits["pattern"])]
    if "minimum" in limits:
        parts.append(words.FIELD_MINIMUM.format(minimum=limits["minimum"]))
    if "maximum" in limits:
        parts.append(words.FIELD_MAXIMUM.format(maximum=limits["maximum"]))
    if limits.get("required"):
        parts.append(words.FIELD_REQUIRED)
    return "; ".join(parts)


FIELD_WORDS = {
    "string": words.FIELD_STRING,
    "number": words.FIELD_NUMBER,
    "integer": words.FIELD_INTEGER,
    "date": words.FIELD_DATE,
    "boolean": words.FIELD_BOOLEAN,
}


def parse_types(text: RawTable, schema: Schema) -> tuple[pd.DataFrame, list[Problem]]:
    """Convert a table to a typed frame with the columns in the order of the schema.

    Returns
    -------
    frame : DataFrame
        Text as ``str``, dates ``datetime64[us]``, numbers and integers ``float64``, flags ``bool``; an empty
        cell is missing (NaN, NaT), because a missing figure is not zero.
    lost : list of Problem
        Every cell whose content cannot be read.
    """
    names = field_names(schema)
    nothing: list[tuple[str, ...]] = [()] * len(names)
    restored = list(zip(*_aligned(text, names), strict=True)) or nothing
    written = list(zip(*_as_written(text, names), strict=True)) or nothing
    columns, lost = {}, []
    for declared, content, found in zip(schema["fields"], restored, written, strict=True):
        parse = _PARSERS[declared["type"]]
        values = [parse(each) if each else None for each in content]
        columns[declared["name"]] = _series(values, declared["type"])
        lost += [
            cell_problem(text.table, at, declared["name"], field_description(declared), found[at])
            for at, (each, value) in enumerate(zip(content, values, strict=True))
            if each and value is None
        ]
    return pd.DataFrame(columns), lost


def split_list(content: object) -> list[str]:
    """Return the texts of a cell that are separated by ``|``; an empty cell has none."""
    written = content if isinstance(content, str) else ""
    return [each.strip() for each in written.split(SEPARATOR) if each.strip()]


def empty_frame(schema: Schema) -> pd.DataFrame:
    """Return the typed frame of a table without rows."""
    return pd.DataFrame(
        {each["name"]: pd.Series(dtype=DTYPES[each["type"]]) for each in schema["fields"]}
    )  # fmt: skip


def _series(values: list[Any], kind: str) -> "pd.Series[Any]":
    # A flag is required: a missing one stops loading as a missing cell, not as a wrong type.
    return pd.Series([bool(value) for value in values] if kind == "boolean" else values, dtype=DTYPES[kind])


def _number(written: str) -> float | None:
    # float() also accepts 1_000, NaN and infinity, which are mistakes in a table.
    return float(written) if re.fullmatch(r"-?\d+(\.\d+)?", written) else None


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if len(written) == len("2025-12-31") else None
    except ValueError:
        return None


_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "number": _number,
    "integer": _number,
    "date": _date,
    "boolean": {"true": True, "false": False}.get,
}


def _parse(table: str, names: list[str], text: str) -> RawTable:
    separator = _separator(names, text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        lines = list(reader)
    except csv.Error:
        found = words.FILE_NOT_CSV.format(row=reader.line_num)
        return _unreadable(table, names, words.FILE_CSV, found, words.FIX_FILE)
    if not lines or not any(lines[0]):
        expected = words.FILE_HEADER.format(columns=", ".join(names))
        return _unreadable(table, names, expected, words.FILE_EMPTY, words.FIX_FILE)
    header, *rows = _without_empty_ends(lines)
    return RawTable(table, header, rows, separator=separator)


def _separator(names: list[str], text: str) -> str:
    """Return the separator that finds most of the columns in the header: Excel's depends on the region of its PC."""
    header = text.partition("\n")[0].replace('"', "").strip("\r")
    return max(SEPARATORS, key=lambda each: len({*header.split(each)} & {*names}))


def _without_empty_ends(lines: list[list[str]]) -> list[list[str]]:
    """Return lines without the empty columns at their right and the empty rows below them, which Excel may add."""
    while not any(lines[-1]):
        lines = lines[:-1]
    width = max(at for at, cell in enumerate(lines[0], start=1) if cell)
    if any(any(line[width:]) for line in lines):
        return lines
    return [line[:width] for line in lines]


def _unreadable(table: str, names: list[str], expected: str, found: str, message: str) -> RawTable:
    return RawTable(table, names, [], [Problem(file_name(table), None, None, expected, found, message)])


def _as_written(text: RawTable, names: list[str]) -> list[list[str]]:
    """Return the rows of ``_aligned`` as the file has them."""
    return _aligned(text if text.written is None else replace(text, rows=text.written), names)


def _aligned(text: RawTable, names: list[str]) -> list[list[str]]:
    """Return the rows with their cells in the order of ``names``; short rows are padded."""
    width = len(text.header)
    order = [text.header.index(name) for name in names]
    padded = ((row + [""] * width)[:width] for row in text.rows)
    return [[row[at] for at in order] for row in padded]


def _key_twice(table: str, row: dict[str, str], position: int, key: list[str], note: str) -> Problem:
    # The note of Frictionless ends with the other row: "the same as in the row at position 12".
    values = ", ".join(_plain(row[name]) for name in key)
    found = words.KEY_TWICE.format(row=note.split()[-1], values=values)
    expected = words.KEY_UNIQUE.format(columns=", ".join(key))
    return Problem(file_name(table), spreadsheet_row(position), None, expected, found, words.FIX_DUPLICATE)


def _plain(value: str) -> str:
    return value or quoted_cell(value)
