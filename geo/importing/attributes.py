"""Recognises the columns of a file (name, kind, code, parents) by their values, whatever the columns are called."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.boundaries import CODE_PROPERTIES, Locality, normalize_code
from geo.importing.former_provinces import province_codes, province_key
from wording.encodings import decode, likeliest_encoding
from wording.spelling import KINDS, clean_name, spelling_key, split_kind

Columns = dict[str, list[str]]
Localities = Mapping[str, Locality]
SAMPLE = 1000  # texts are enough to recognise their encoding
MIN_PARENT_SHARE = 0.5  # of the values of the column of parents are known to the register


@dataclass(frozen=True)
class FeatureAttributes:
    """What a file says about one feature; "" where it says nothing.

    Attributes
    ----------
    name : str
        The tidy name.
    kind : str
        Its type word, such as ``xã``.
    key : str
        The comparison key of the name without the type word.
    code : str
        Its code, with leading zeros.
    parents : mapping of str to str
        The codes of its ``province`` and ``district``, if the file has such columns.
    """

    name: str
    kind: str
    key: str
    code: str
    parents: Mapping[str, str]


@dataclass(frozen=True)
class FileAttributes:
    """What a file says about its features.

    Attributes
    ----------
    features : mapping of int to FeatureAttributes
        By the number of the feature.
    columns : mapping of str to str
        The column that was recognised as each of name, kind, code, province and district.
    encoding : str
        The legacy encoding of the texts, ``Unicode`` where there is none.
    """

    features: Mapping[int, FeatureAttributes]
    columns: Mapping[str, str]
    encoding: str


def read_attributes(
    frame: gpd.GeoDataFrame, localities: Localities, parents: Mapping[str, Localities]
) -> FileAttributes:
    """Read what a file says about its features.

    The column of names is the one with most different values that are names of the register; a column that says the
    same of every feature is none. The column of codes is the one whose codes agree most often with the names. The
    column of provinces may name provinces of another time or of other areas.

    Parameters
    ----------
    frame : GeoDataFrame
        As in the file.
    localities : mapping of str to Locality
        The localities of the file's level in the register, by code.
    parents : mapping of str to mapping of str to Locality
        Those of the higher levels, by level, the province first.
    """
    columns, encoding = _decoded(frame, localities)
    empty = [""] * len(frame)
    used = {"name": _name_column(columns, localities)}
    names = columns.pop(used["name"], empty)
    keys = [_bare_key(name) for name in names]
    used["kind"] = _best_column(columns, lambda text: text.lower() in KINDS)
    kinds = [kind.lower() if kind.lower() in KINDS else "" for kind in columns.pop(used["kind"], empty)]
    used["code"], codes = _code_column(columns, keys, localities)
    columns.pop(used["code"], None)
    parent_codes = {}
    for level, known in parents.items():
        if level == "province":
            used[level], parent_codes[level] = _province_column(columns, known, keys, localities)
        else:
            used[level], parent_codes[level] = _parent_column(columns, known, level, empty)
        columns.pop(used[level], None)
    features = {
        int(number): FeatureAttributes(
            names[at],
            split_kind(names[at])[0] or kinds[at],
            keys[at],
            codes[at],
            {level: column[at] for level, column in parent_codes.items()},
        )
        for at, number in enumerate(frame.index)
    }
    return FileAttributes(features, {what: column for what, column in used.items() if column}, encoding)


def _decoded(frame: gpd.GeoDataFrame, localities: Localities) -> tuple[Columns, str]:
    """Return the columns as tidy text, and the encoding in which most texts are names of the register."""
    columns = {str(name): _texts(frame[name]) for name in frame.columns if name != frame.geometry.name}
    keys = {_bare_key(each.name) for each in localities.values()}
    texts = sorted({text for column in columns.values() for text in column if not text.isascii()})
    encoding = likeliest_encoding(texts[:: 1 + len(texts) // SAMPLE], lambda text: _bare_key(text) in keys)
    tidied = {
        name: [clean_name(decode(text, encoding)) for text in column] for name, column in columns.items()
    }
    return tidied, encoding


def _texts(column: "pd.Series[Any]") -> list[str]:
    if pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all():
        column = column.astype("Int64")  # integer codes become floats in a column with missing values
    return ["" if pd.isna(value) else str(value) for value in column]


def _bare_key(name: str) -> str:
    return spelling_key(split_kind(name)[1])


def _best_column(columns: Columns, score: Callable[[str], float]) -> str:
    """Return the column whose values have the highest total score; "" if every score is 0."""
    scores = {name: sum(score(text) for text in column if text) for name, column in columns.items()}
    best = max(scores, key=lambda name: scores[name], default="")
    return best if best and scores[best] > 0 else ""


def _varied(columns: Columns) -> Columns:
    """Return the distinct values of the columns that tell features apart."""
    distinct = {name: list(dict.fromkeys(column)) for name, column in columns.items()}
    return {name: values for name, values in distinct.items() if len(values) > 1 or len(columns[name]) == 1}


def _name_column(columns: Columns, localities: Localities) -> str:
    kinds = {"", *(split_kind(each.name)[0] for each in localities.values())}
    keys = {_bare_key(each.name) for each in localities.values()}

    def score(text: str) -> float:
        """A name with its type word scores 2, the name alone 1."""
        kind, bare = split_kind(text)
        return (1 + (kind != "")) if kind in kinds and spelling_key(bare) in keys else 0

    return _best_column(_varied(columns), score)


def _province_column(
    columns: Columns, provinces: Localities, keys: list[str], localities: Localities
) -> tuple[str, list[str]]:
    """Return the column that names most provinces of any time, and the code that each row means.

    Small numbers may be anything: a column of codes counts if it agrees with the names of the localities.
    """
    known = province_codes(provinces)
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for locality in localities.values():
        homes[_bare_key(locality.name)].add(locality.province)

    def code_of(text: str) -> str:
        code = normalize_code(text, "province") if text.isascii() and text[:1].isdigit() else ""
        return known.get(code or province_key(text), "") if text else ""

    def counts(column: list[str]) -> float:
        codes = [code_of(text) for text in column]
        share = sum(map(bool, codes)) / max(1, sum(map(bool, column)))
        numbers = all(text[:1].isdigit() for text in column if text)
        checked = [code in homes[key] for key, code in zip(keys, codes, strict=True) if key in homes]
        agreeing = sum(checked) / max(1, len(checked))
        believed = share >= MIN_PARENT_SHARE and (not numbers or agreeing >= MIN_PARENT_SHARE)
        return share * sum(map(bool, column)) if believed else 0

    scores = {name: counts(column) for name, column in columns.items()}
    best = max(scores, key=lambda name: scores[name], default="")
    if not best or scores[best] <= 0:
        return "", [""] * len(keys)
    return best, [code_of(text) for text in columns[best]]


def _parent_column(
    columns: Columns, parents: Localities, level: str, empty: list[str]
) -> tuple[str, list[str]]:
    """Return the column that names most parents, by name or by code, and the code of the parent in each row."""
    by_name = dict(_parent_names(parents))

    def code_of(text: str) -> str:
        kind, bare = split_kind(text)
        code = normalize_code(text, level)
        return by_name.get((kind, spelling_key(bare)), "") or (code if code in parents else "")

    name = _best_column(columns, lambda text: code_of(text) != "")
    values = columns.get(name, empty)
    codes = [code_of(text) for text in values]
    enough = sum(map(bool, codes)) >= MIN_PARENT_SHARE * sum(map(bool, values))
    return (name, codes) if name and enough else ("", empty)


def _parent_names(parents: Localities) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield kind and key of each parent with its code, and without the kind where the key is unique."""
    parts = {code: split_kind(parent.name) for code, parent in parents.items()}
    counts = Counter(spelling_key(name) for _, name in parts.values())
    for code, (kind, name) in parts.items():
        yield (kind, spelling_key(name)), code
        if counts[spelling_key(name)] == 1:
            yield ("", spelling_key(name)), code


def _code_column(columns: Columns, keys: list[str], localities: Localities) -> tuple[str, list[str]]:
    """Return the column whose codes agree most often with the names, and its codes.

    In a file without names it is the column with a usual name for codes.
    """
    level = next((each.level for each in localities.values()), "commune")
    key_of = {code: _bare_key(each.name) for code, each in localities.items()}
    codes = {name: [normalize_code(text, level) for text in column] for name, column in columns.items()}
    agreements = {
        name: sum(key_of.get(code) == name_key for code, name_key in zip(column, keys, strict=True))
        for name, column in codes.items()
    }
    best = max(agreements, key=lambda name: agreements[name], default="")
    if not any(keys):
        best = next((name for name in codes if name.lower() in CODE_PROPERTIES[level]), "")
    elif best and not agreements[best]:
        best = ""
    return best, codes.get(best, [""] * len(keys))
