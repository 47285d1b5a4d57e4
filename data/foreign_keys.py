"""References between tables, followed in both directions and counted."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.problems import Problem, file_name, quoted_cell, spreadsheet_row
from data.schema import Schema
from wording import table_messages as words

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Reference:
    """A declared reference: ``columns`` of ``table`` point at ``key`` of ``to``."""

    table: str
    columns: tuple[str, ...]
    to: str
    key: tuple[str, ...]


@dataclass(frozen=True)
class ReferenceMatch:
    """How a join went: ``matched`` of ``total`` rows lead somewhere, to ``used`` of ``available`` rows."""

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
    """List the references the data package declares."""
    return [
        Reference(table, tuple(key["fields"]), to["resource"] or table, tuple(to["fields"]))
        for table, schema in schemas.items()
        for key in schema["foreignKeys"]
        for to in [key["reference"]]
    ]


def match_reference(reference: Reference, frames: Frames) -> tuple[ReferenceMatch, list[Problem]]:
    """Follow one reference and report the rows that lead nowhere.

    A reference is made where its last column is filled: the country's row has a vintage but no parent, and so
    refers to nothing.
    """
    pointing = frames[reference.table]
    pointing = pointing[pointing[reference.columns[-1]].notna()]
    asked = _keys(pointing, reference.columns)
    # Sets, because 25 merges of small frames cost three times as long as reading all the tables.
    known = set(_keys(frames[reference.to], reference.key))
    astray = [
        _astray(reference, at, key) for at, key in zip(pointing.index, asked, strict=True) if key not in known
    ]
    used = known.intersection(asked)
    return ReferenceMatch(reference, len(asked) - len(astray), len(asked), len(used), len(known)), astray


def match_references(
    schemas: dict[str, Schema], frames: Frames
) -> tuple[tuple[ReferenceMatch, ...], list[Problem]]:
    """Follow every declared reference between the tables at hand."""
    followed = [
        match_reference(each, frames)
        for each in declared_references(schemas)
        if each.table in frames and each.to in frames
    ]
    return tuple(match for match, _ in followed), [problem for _, each in followed for problem in each]


def _keys(rows: pd.DataFrame, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return list(zip(*(rows[column].tolist() for column in columns), strict=True))


def _astray(reference: Reference, position: int, values: tuple[Any, ...]) -> Problem:
    file = file_name(reference.to)
    return Problem(
        file_name(reference.table),
        spreadsheet_row(position),
        reference.columns[-1],
        words.REFERENCE_FOUND.format(file=file, columns=", ".join(reference.key)),
        ", ".join(map(quoted_cell, values)),
        words.FIX_REFERENCE.format(file=file),
    )
