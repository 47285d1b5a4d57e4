"""Reads the user's crosswalk: a CSV file that says which feature is which locality (option ``--mapping``)."""

import csv
from collections.abc import Collection, Mapping
from pathlib import Path

from geo.importing.attributes import FeatureAttributes
from geo.importing.unreadable_file import UnreadableFile
from wording import import_messages as words
from wording.spelling import spelling_key, split_kind

EXCLUDED = "-"  # in place of a code, for a feature that is not a locality, such as a lake

Row = Mapping[str, str | None]


def read_crosswalk(
    file: Path, features: Mapping[int, FeatureAttributes], codes: Collection[str]
) -> tuple[dict[int, str], list[str]]:
    """Read a crosswalk.

    Parameters
    ----------
    file : Path
        CSV with the column ``code``, and ``feature`` (its number in the boundary file, from 1) or ``name`` (as in
        the boundary file). The code ``-`` excludes the feature.
    features : mapping of int to FeatureAttributes
        As ``read_attributes`` returns them.
    codes : collection of str
        The codes of the register.

    Returns
    -------
    crosswalk : dict of int to str
        The code of each named feature, or ``EXCLUDED``.
    warnings : list of str
        A Vietnamese sentence for each line without effect.

    Raises
    ------
    UnreadableFile
        If the file cannot be read or lacks a column.
    """
    crosswalk: dict[int, str] = {}
    warnings = []
    for line, row in enumerate(_read_rows(file), start=2):
        code = (row["code"] or "").strip()
        feature = _feature_of(row, features)
        if feature is not None and (code == EXCLUDED or code in codes):
            crosswalk[feature] = code
        else:
            warning = words.MAPPING_NO_FEATURE if feature is None else words.MAPPING_NO_CODE
            name = row.get("name") or row.get("feature")
            warnings.append(warning.format(file=file.name, line=line, name=name, code=code))
    return crosswalk, warnings


def _read_rows(file: Path) -> list[dict[str, str | None]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            text = opened.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(words.MAPPING_UNREADABLE.format(file=file.name)) from error
    separator = ";" if ";" in text.partition("\n")[0] else ","  # Vietnamese spreadsheets write semicolons
    rows: list[dict[str, str | None]] = list(csv.DictReader(text.splitlines(), delimiter=separator))
    if rows and ("code" not in rows[0] or not {"feature", "name"} & set(rows[0])):
        raise UnreadableFile(words.MAPPING_COLUMNS.format(file=file.name))
    return rows


def _feature_of(row: Row, features: Mapping[int, FeatureAttributes]) -> int | None:
    """Return the one feature that a row names; None where it names none or several."""
    number = (row.get("feature") or "").strip()
    if number:
        return int(number) if number.isdigit() and int(number) in features else None
    kind, bare = split_kind(row.get("name") or "")
    matching = [
        at for at, each in features.items() if each.key == spelling_key(bare) and kind in ("", each.kind)
    ]
    return matching[0] if len(matching) == 1 else None
