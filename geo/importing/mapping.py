"""Reads the user's own word on which feature is which locality: a CSV file with feature or name, and code."""

import csv
from collections.abc import Collection, Mapping
from pathlib import Path

from geo.importing.area_reader import UnreadableFile
from geo.importing.attributes import Said
from wording import import_messages as words
from wording.spelling import spelling_key, split_kind

NOBODY = "-"  # the code of a feature that is no locality: a lake, a frame


def read(
    file: Path, features: Mapping[int, Said], codes: Collection[str]
) -> tuple[dict[int, str], list[str]]:
    """Read a mapping file.

    Parameters
    ----------
    file : Path
        CSV with the columns ``code`` and ``feature`` (its number in the boundary file, from 1) or ``name`` (as the
        boundary file has it). The code ``-`` leaves the feature out.
    features : mapping of int to Said
        As ``attributes.read`` gives them.
    codes : collection of str
        The register's.

    Returns
    -------
    mapping : dict of int to str
        The code of each feature named, or ``NOBODY``.
    warnings : list of str
        A Vietnamese sentence for each line that did nothing.

    Raises
    ------
    UnreadableFile
        If the file is not there or lacks a column.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(words.MAPPING_UNREADABLE.format(file=file.name)) from error
    separator = ";" if ";" in text.partition("\n")[0] else ","  # as spreadsheets write it in Vietnamese
    rows = list(csv.DictReader(text.splitlines(), delimiter=separator))
    if rows and ("code" not in rows[0] or not {"feature", "name"} & set(rows[0])):
        raise UnreadableFile(words.MAPPING_COLUMNS.format(file=file.name))
    mapping: dict[int, str] = {}
    warnings = []
    for line, row in enumerate(rows, start=2):
        code = (row["code"] or "").strip()
        feature = _feature(row, features)
        if feature is not None and (code == NOBODY or code in codes):
            mapping[feature] = code
        else:
            fault = words.MAPPING_NO_FEATURE if feature is None else words.MAPPING_NO_CODE
            named = row.get("name") or row.get("feature")
            warnings.append(fault.format(file=file.name, line=line, name=named, code=code))
    return mapping, warnings


def _feature(row: Mapping[str, str | None], features: Mapping[int, Said]) -> int | None:
    """The one feature that a line means."""
    number = (row.get("feature") or "").strip()
    if number:
        return int(number) if number.isdigit() and int(number) in features else None
    kind, bare = split_kind(row.get("name") or "")
    meant = [
        at for at, said in features.items() if said.key == spelling_key(bare) and kind in ("", said.kind)
    ]
    return meant[0] if len(meant) == 1 else None
