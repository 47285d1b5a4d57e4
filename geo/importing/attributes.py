"""Finds code, name and parents among a file's attributes, whatever they are called, by what the register knows."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.boundaries import CODE_NAMES, Place, code_of
from wording.encodings import decode, likeliest_encoding
from wording.spelling import KINDS, clean_name, spelling_key, split_kind

Columns = dict[str, list[str]]
SAMPLE = 1000  # texts say well enough in which encoding they are
ENOUGH = 0.5  # of a column's values the register has to know for it to be the column of parents


@dataclass(frozen=True)
class Said:
    """What a file says of one feature, "" for what it does not say.

    ``name`` is tidy, ``kind`` its type word, ``key`` that of the name without it. ``above`` has the codes of its
    ``province`` and ``district`` as far as the file names them.
    """

    name: str
    kind: str
    key: str
    code: str
    above: Mapping[str, str]


@dataclass(frozen=True)
class Attributes:
    """What a file says of its features, by their number.

    ``columns`` has the attribute that was taken for each of name, kind, code, province and district; ``encoding`` is
    the legacy encoding of the texts, ``Unicode`` where there is none.
    """

    features: Mapping[int, Said]
    columns: Mapping[str, str]
    encoding: str


def read(
    frame: gpd.GeoDataFrame, places: Mapping[str, Place], above: Mapping[str, Mapping[str, Place]]
) -> Attributes:
    """Read what a file says of its features.

    An attribute is taken for the name if more of its values are names of the register than any other's, and so on; for
    the code, if the names agree with its codes most often.

    Parameters
    ----------
    frame : GeoDataFrame
        As the file has it.
    places : mapping of str to Place
        The register's localities of the file's level, by code.
    above : mapping of str to mapping of str to Place
        Those of the levels above, by level, the province first.
    """
    columns, encoding = _decoded(frame, places)
    taken = {"name": _name_column(columns, places)}
    empty = [""] * len(frame)
    names = columns.pop(taken["name"], empty)
    keys = [spelling_key(split_kind(name)[1]) for name in names]
    taken["kind"] = _most(columns, lambda text: text.lower() in KINDS)
    kinds = [kind.lower() if kind.lower() in KINDS else "" for kind in columns.pop(taken["kind"], empty)]
    taken["code"], codes = _codes(columns, keys, places)
    columns.pop(taken["code"], None)
    parents = {}
    for level, known in above.items():
        taken[level], parents[level] = _parents(columns, known, level, empty)
        columns.pop(taken[level], None)
    features = {
        int(number): Said(
            names[at],
            split_kind(names[at])[0] or kinds[at],
            keys[at],
            codes[at],
            {level: column[at] for level, column in parents.items()},
        )
        for at, number in enumerate(frame.index)
    }
    return Attributes(features, {what: name for what, name in taken.items() if name}, encoding)


def _decoded(frame: gpd.GeoDataFrame, places: Mapping[str, Place]) -> tuple[Columns, str]:
    """The attributes as tidy text, and the encoding in which most of them are names of the register."""
    columns = {str(name): _texts(frame[name]) for name in frame.columns if name != frame.geometry.name}
    keys = {_key(place.name) for place in places.values()}
    every = sorted({text for column in columns.values() for text in column if not text.isascii()})
    encoding = likeliest_encoding(every[:: 1 + len(every) // SAMPLE], lambda text: _key(text) in keys)
    return {
        name: [clean_name(decode(text, encoding)) for text in column] for name, column in columns.items()
    }, encoding


def _texts(column: "pd.Series[Any]") -> list[str]:
    if pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all():
        column = column.astype("Int64")  # codes that a gap made floats
    return ["" if pd.isna(value) else str(value) for value in column]


def _key(name: str) -> str:
    return spelling_key(split_kind(name)[1])


def _most(columns: Columns, known: Callable[[str], float]) -> str:
    """The column whose values are known most often; "" if none is."""
    counts = {name: sum(known(text) for text in column if text) for name, column in columns.items()}
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] > 0 else ""


def _name_column(columns: Columns, places: Mapping[str, Place]) -> str:
    kinds = {"", *(split_kind(place.name)[0] for place in places.values())}
    keys = {_key(place.name) for place in places.values()}

    def known(text: str) -> float:
        """A name with its type word counts for more than the same name alone."""
        kind, bare = split_kind(text)
        return (1 + (kind != "")) if kind in kinds and spelling_key(bare) in keys else 0

    return _most(columns, known)


def _parents(
    columns: Columns, parents: Mapping[str, Place], level: str, empty: list[str]
) -> tuple[str, list[str]]:
    """The column that names most parents, by name or by code, and their codes."""
    by_name = dict(_ways_to_say(parents))

    def code(text: str) -> str:
        kind, bare = split_kind(text)
        spoken = by_name.get((kind, spelling_key(bare)), "")
        return spoken or (code_of(text, level) if code_of(text, level) in parents else "")

    name = _most(columns, lambda text: code(text) != "")
    found = [code(text) for text in columns.get(name, empty)]
    enough = sum(map(bool, found)) >= ENOUGH * sum(map(bool, columns.get(name, empty)))
    return (name, found) if name and enough else ("", empty)


def _ways_to_say(parents: Mapping[str, Place]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each parent's name with its type word, and without where no other has it."""
    parts = {code: split_kind(place.name) for code, place in parents.items()}
    bare = Counter(spelling_key(name) for _, name in parts.values())
    for code, (kind, name) in parts.items():
        yield (kind, spelling_key(name)), code
        if bare[spelling_key(name)] == 1:
            yield ("", spelling_key(name)), code


def _codes(columns: Columns, keys: list[str], places: Mapping[str, Place]) -> tuple[str, list[str]]:
    """The column whose codes the names agree with most often; where there are no names, the one called so."""
    level = next((place.level for place in places.values()), "commune")
    right = {code: _key(place.name) for code, place in places.items()}
    found = {name: [code_of(text, level) for text in column] for name, column in columns.items()}
    agreeing = {name: sum(map(_same, map(right.get, codes), keys)) for name, codes in found.items()}
    best = max(agreeing, key=lambda name: agreeing[name], default="")
    if not any(keys):
        best = next((name for name in found if name.lower() in CODE_NAMES[level]), "")
    elif best and not agreeing[best]:
        best = ""
    return best, found.get(best, [""] * len(keys))


def _same(right: str | None, said: str) -> bool:
    return right == said
