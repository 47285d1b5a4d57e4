"""The tables of the dashboard: they are loaded only if all of them are valid."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data import excel_forms, foreign_keys, problems, rules, schema
from data.cache import cache_directory
from data.foreign_keys import Frames, ReferenceMatch
from data.problems import BrokenTables, Problem, first_per_cell
from data.schema import RawTable, Schema
from wording import table_messages as words

__all__ = ["TABLES", "BrokenTables", "Problem", "ReferenceMatch", "Tables", "fingerprint", "load_tables"]

HERE = Path(__file__).resolve().parent
TABLES = HERE / "tables"


@dataclass(frozen=True)
class Tables:
    """One frame a table, with the columns and types that ``datapackage.json`` declares.

    Text is ``str`` (codes keep their zeros), dates are ``datetime64[us]``, numbers ``float64`` with missing =
    NaN, flags ``bool``. ``warnings`` are problems that do not stop loading; ``match_counts`` count the
    rows that every foreign key matches. ``fingerprint`` changes with any byte of the tables.
    """

    localities: pd.DataFrame
    succession: pd.DataFrame
    sources: pd.DataFrame
    resolutions: pd.DataFrame
    indicators: pd.DataFrame
    recipes: pd.DataFrame
    targets: pd.DataFrame
    tallies: pd.DataFrame
    observations: pd.DataFrame
    expected: pd.DataFrame
    relations: pd.DataFrame
    explanations: pd.DataFrame
    warnings: tuple[Problem, ...]
    match_counts: tuple[ReferenceMatch, ...]
    fingerprint: str


def load_tables(directory: Path = TABLES) -> Tables:
    """Read, check and type every table of the directory.

    Parameters
    ----------
    directory : Path
        Holds ``datapackage.json`` and the CSV files it names.

    Raises
    ------
    BrokenTables
        With every problem of every table.
    """
    schemas = _schemas(directory)
    texts = {table: schema.read_raw_table(directory, table, each) for table, each in schemas.items()}
    mark = fingerprint(directory)
    texts, unclear = excel_forms.restore_tables(texts, schemas)
    frames, found = _frames(texts, schemas, checked=_is_marked(mark))
    matches, unmatched = foreign_keys.match_references(schemas, frames)
    complete = {
        table: schema.empty_frame(each) for table, each in schemas.items() if table not in frames
    } | frames
    found = first_per_cell([*unclear, *found, *unmatched, *_broken(rules.ERRORS, complete)])
    if found:
        raise BrokenTables(found)
    _write_marker(mark)
    warnings = first_per_cell(_broken(rules.WARNINGS, complete))
    return Tables(**complete, warnings=tuple(warnings), match_counts=matches, fingerprint=mark)


def fingerprint(directory: Path = TABLES) -> str:
    """Return a hash of every table, their schema and the code that checks them.

    A missing file changes the hash, too.
    """
    digest = hashlib.sha256()
    code = [
        Path(module.__file__)
        for module in (schema, excel_forms, foreign_keys, rules, problems)
        if module.__file__
    ]
    for path in [*sorted(directory.glob("*.csv")), directory / schema.DESCRIPTOR, Path(__file__), *code]:
        content = path.read_bytes() if path.exists() else b""
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()


def _schemas(directory: Path) -> dict[str, Schema]:
    try:
        return schema.read_schemas(directory)
    except (OSError, ValueError, KeyError) as error:
        problem = Problem(
            schema.DESCRIPTOR, None, None, words.FILE_SCHEMA, type(error).__name__, words.FIX_FILE
        )
        raise BrokenTables([problem]) from error


def _frames(
    texts: dict[str, RawTable], schemas: dict[str, Schema], checked: bool
) -> tuple[Frames, list[Problem]]:
    """Type every table with a complete header; ``checked`` says that Frictionless has checked these bytes before."""
    frames: Frames = {}
    found: list[Problem] = []
    for table, text in texts.items():
        blocking = [*text.problems, *schema.check_header(text, schemas[table])]
        found += blocking
        if blocking:
            continue
        frames[table], lost = schema.parse_types(text, schemas[table])
        ragged = list(schema.check_rows(text))
        cells = [] if checked else schema.check_cells(text, schemas[table])
        rows = {problem.row for problem in ragged}
        # In a ragged row every cell may stand in the wrong column: one problem for the row is enough.
        found += ragged + [problem for problem in [*cells, *lost] if problem.row not in rows]
    return frames, found


def _broken(several: tuple[rules.Rule, ...], frames: Frames) -> Iterator[Problem]:
    for rule in several:
        yield from rule(frames)


def _marker_path(mark: str) -> Path:
    return cache_directory() / f"tables-{mark[:32]}.checked"


def _is_marked(mark: str) -> bool:
    try:
        return _marker_path(mark).exists()
    except OSError:
        return False


def _write_marker(mark: str) -> None:
    """Note that these bytes are valid; where nothing can be written they are checked again next time."""
    try:
        _marker_path(mark).touch()
    except OSError:
        return
