"""Foreign keys between tables: rows that match, rows that do not, and rows that no reference uses."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.problems import Problem, file_name, quoted_cell, spreadsheet_row
from data.schema import Schema
from wording import table_messages as words

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Reference:
    """A declared foreign key: ``columns`` of ``table`` refer to ``key`` of ``to``."""

    table: str
    columns: tuple[str, ...]
    to: str
    key: tuple[str, ...]


@dataclass(frozen=True)
class ReferenceMatch:
    """Counts of a foreign key: ``matched`` of ``total`` rows refer to ``used`` of ``available`` rows."""

    reference: Reference
    matched: int
    total: int
    used: int
    available: int

    def __str__(self) -> str:
        return words.MATCH.format(
            file=self.reference.table,
            reference=self.reference.to,
            matched=self.matched,
            total=self.total,
        )


def declared_references(schemas: dict[str, Schema]) -> list[Reference]:
    """Return the foreign keys that the data package declares."""
    return [
        Reference(table, tuple(key["fields"]), to["resource"] or table, tuple(to["fields"]))
        for table, schema in schemas.items()
        for key in schema["foreignKeys"]
        for to in [key["reference"]]
    ]


def match_reference(reference: Reference, frames: Frames) -> tuple[ReferenceMatch, list[Problem]]:
    """Match one foreign key and return the rows without a match as problems.

    A row refers to another where the last column of the key is filled: the row of the country has a vintage but no
    parent, and refers to nothing.
    """
    referring = frames[reference.table]
    referring = referring[referring[reference.columns[-1]].notna()]
    values = _keys(referring, reference.columns)
    # Sets, because 25 merges of small frames take three times as long as reading all the tables.
    known = set(_keys(frames[reference.to], reference.key))
    unmatched = [
        _unmatched_row(reference, at, key)
        for at, key in zip(referring.index, values, strict=True)
        if key not in known
    ]
    used = known.intersection(values)
    return ReferenceMatch(
        reference, len(values) - len(unmatched), len(values), len(used), len(known)
    ), unmatched


def match_references(
    schemas: dict[str, Schema], frames: Frames
) -> tuple[tuple[ReferenceMatch, ...], list[Problem]]:
    """Match every declared foreign key between the tables in ``frames``."""
    results = [
        match_reference(each, frames)
        for each in declared_references(schemas)
        if each.table in frames and each.to in frames
    ]
    return tuple(match for match, _ in results), [problem for _, each in results for problem in each]


def _keys(rows: pd.DataFrame, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return list(zip(*(rows[column].tolist() for column in columns), strict=True))


def _unmatched_row(reference: Reference, position: int, values: tuple[Any, ...]) -> Problem:
    file = file_name(reference.to)
    return Problem(
        file_name(reference.table),
        spreadsheet_row(position),
        reference.columns[-1],
        words.REFERENCE_FOUND.format(file=file, columns=", ".join(reference.key)),
        ", ".join(map(quoted_cell, values)),
        words.FIX_REFERENCE.format(file=file),
    )
