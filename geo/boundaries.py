"""Reads boundary files, ours or a user's own put in their place, and checks them against the register.

Plain JSON on purpose: this is on the pages' way, where geopandas would cost a second and a half at the start.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from geo import archipelagos
from wording import boundary_messages as words
from wording.places import UNIT_NAMES

HERE = Path(__file__).resolve().parent
BOUNDARIES = HERE / "boundaries"
REGISTER = HERE.parent / "data" / "tables" / "localities.csv"

DIGITS = {"province": 2, "district": 3, "commune": 5}
# The properties a code is looked for in, in this order, whatever their case.
CODE_NAMES = {
    "province": ("code", "ma_tinh", "matinh", "province_code", "ma"),
    "district": ("code", "ma_huyen", "mahuyen", "district_code", "ma"),
    "commune": ("code", "ma_xa", "maxa", "ward_code", "commune_code", "ma"),
}
WEST, SOUTH, EAST, NORTH = 100.0, 5.0, 120.0, 25.0
# The mainland and its near islands end at 109.5° E; what lies beyond is Hoàng Sa or Trường Sa, drawn as insets.
HIGH_SEA = 111.0
LISTED = 5

Collection = dict[str, Any]
Feature = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """A mapped locality of the register: what a shape has to be matched with; area in km², None where not known."""

    code: str
    name: str
    level: str
    parent_code: str
    province: str
    lon: float | None = None
    lat: float | None = None
    area_km2: float | None = None


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one boundary file.

    ``feature`` counts from 1 and is None for the whole file; ``code`` is None where there is none. ``found`` and
    ``remedy`` are Vietnamese.
    """

    file: str
    feature: int | None
    code: str | None
    found: str
    remedy: str

    def __str__(self) -> str:
        sentence = words.PROBLEM_FILE if self.feature is None else words.PROBLEM_FEATURE
        if self.code is not None:
            sentence = words.PROBLEM_CODED
        return sentence.format(
            file=self.file, feature=self.feature, code=self.code, found=self.found, remedy=self.remedy
        )


class BrokenBoundaries(Exception):  # noqa: N818 - it names the state of the file, as its message does
    """A boundary file can't be used; ``problems`` holds all that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        head = words.BROKEN_ONE if len(self.problems) == 1 else words.BROKEN_MANY
        return "\n".join([head.format(count=len(self.problems)), *map(str, self.problems)])


@cache
def levels(register: Path = REGISTER) -> dict[str, tuple[str, ...]]:
    """Return vintage → the levels that have boundaries, the highest first: as the register has them."""
    with register.open(encoding="utf-8-sig", newline="") as table:
        known = {(row["vintage"], row["level"]) for row in csv.DictReader(table)}
    vintages = sorted({vintage for vintage, _ in known})
    return {vintage: tuple(level for level in DIGITS if (vintage, level) in known) for vintage in vintages}


def places(vintage: str, level: str, register: Path = REGISTER) -> dict[str, Place]:
    """Read the localities that a boundary file has to hold.

    Parameters
    ----------
    vintage : str
        One of ``levels``.
    level : str
        ``province``, ``district`` or ``commune``.
    register : Path
        The table of localities.

    Returns
    -------
    dict of str to Place
        The mapped localities by code, in the register's order.
    """
    with register.open(encoding="utf-8-sig", newline="") as table:
        rows = {row["code"]: row for row in csv.DictReader(table) if row["vintage"] == vintage}

    def province(code: str) -> str:
        above = rows[code]["parent_code"]
        return code if above in ("", "VN") else province(above)

    wanted = [row for row in rows.values() if row["level"] == level and row.get("mapped", "true") == "true"]
    return {
        row["code"]: Place(
            row["code"],
            row["name"],
            level,
            row["parent_code"],
            province(row["code"]),
            *(float(row[column]) if row[column] else None for column in ("lon", "lat", "area_km2")),
        )
        for row in wanted
    }


def path(vintage: str, level: str, directory: Path = BOUNDARIES) -> Path:
    """Say where the boundary file of a vintage and level stands, ours or the user's own."""
    return directory / vintage / f"{level}.geojson"


def read(vintage: str, level: str, directory: Path = BOUNDARIES, register: Path = REGISTER) -> Collection:
    """Read a boundary file, refusing one that does not fit the register.

    Parameters
    ----------
    vintage, level : str
        Which file.
    directory : Path
        Holds ``<vintage>/<level>.geojson``.
    register : Path
        The table of localities.

    Returns
    -------
    dict
        A GeoJSON FeatureCollection, one feature a locality: its properties as the file has them, with code, name,
        level, vintage, province, parent_code and inset of the register; exteriors clockwise. Parts on the high sea
        are left out, as the archipelagos are drawn apart. A special zone drawn as an inset may be missing: its symbol
        stands in.

    Raises
    ------
    BrokenBoundaries
        With every problem that ``check`` finds.
    """
    expected = places(vintage, level, register)
    source = path(vintage, level, directory)
    if problems := check(source, vintage, level, expected):
        raise BrokenBoundaries(problems)
    collection = json.loads(source.read_bytes().decode("utf-8-sig"))
    features = {code: feature for _, code, feature in _coded(collection["features"], level)}
    kept = {code: placed(feature, expected[code], vintage) for code, feature in features.items()}
    symbols = {code: placed(symbol(code), expected[code], vintage) for code in _left_out(expected, kept)}
    return {"type": "FeatureCollection", "features": [*kept.values(), *symbols.values()]}


def _left_out(expected: Mapping[str, Place], found: Mapping[str, Any]) -> list[str]:
    return [code for code in expected if code in archipelagos.INSETS and code not in found]


def symbol(code: str) -> Feature:
    """Return the shape that stands for a special zone drawn as an inset."""
    return {"type": "Feature", "properties": {}, "geometry": archipelagos.symbol(archipelagos.INSETS[code])}


def placed(feature: Feature, place: Place, vintage: str) -> Feature:
    """Give a shape its place in the register.

    Parameters
    ----------
    feature : dict
        A GeoJSON feature.
    place : Place
        Its locality.
    vintage : str
        Of the locality.

    Returns
    -------
    dict
        With the locality's properties beside its own, exteriors clockwise, parts on the high sea left to the insets.
    """
    inset = place.code in archipelagos.INSETS
    known = {
        "code": place.code,
        "name": place.name,
        "level": place.level,
        "vintage": vintage,
        "province": place.province,
        "parent_code": place.parent_code,
        "inset": inset,
    }
    polygons = polygons_of(feature)
    near = [polygon for polygon in polygons if inset or min(corner[0] for corner in polygon[0]) < HIGH_SEA]
    shape = [[_turned(ring, clockwise=hole == 0) for hole, ring in enumerate(polygon)] for polygon in near]
    one = len(shape) == 1
    geometry = {"type": "Polygon" if one else "MultiPolygon", "coordinates": shape[0] if one else shape}
    return {"type": "Feature", "properties": {**feature["properties"], **known}, "geometry": geometry}


def polygons_of(feature: Feature) -> list[Any]:
    """Return a feature's polygons, each a list of rings: the exterior, then the holes."""
    geometry = feature["geometry"]
    coordinates = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else list(coordinates)


def _turned(ring: list[list[float]], *, clockwise: bool) -> list[list[float]]:
    """The ring in the turn asked for: Plotly fills everything around an exterior that runs the other way."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if (twice < 0) == clockwise else ring[::-1]


def check(source: Path, vintage: str, level: str, expected: Mapping[str, Place]) -> list[Problem]:
    """Find all that keeps a boundary file from being used.

    Parameters
    ----------
    source : Path
        A GeoJSON file in degrees, with a code in one of ``CODE_NAMES``. Codes that lost their leading zeros, as they
        do in spreadsheets, are understood.
    vintage, level : str
        What the file is for.
    expected : mapping of str to Place
        The localities it has to hold, as ``places`` gives them.

    Returns
    -------
    list of Problem
        Empty where the file fits: every locality once, none besides, each an area inside Vietnam.
    """
    file = "/".join(source.parts[-2:])
    try:
        collection = json.loads(source.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return [Problem(file, None, None, words.ABSENT, words.FIX_ABSENT)]
    except UnicodeDecodeError:
        return [Problem(file, None, None, words.NOT_UTF8, words.FIX_JSON)]
    except json.JSONDecodeError as error:
        found = words.NOT_JSON.format(line=error.lineno, column=error.colno)
        return [Problem(file, None, None, found, words.FIX_JSON)]
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features or not all(map(_is_feature, features)):
        return [Problem(file, None, None, words.NOT_COLLECTION, words.FIX_JSON)]
    if _code_property(features, level) is None:
        found = words.NO_CODE_PROPERTY.format(names=", ".join(CODE_NAMES[level]))
        return [Problem(file, None, None, found, words.FIX_CODE_PROPERTY)]
    return [
        *_code_problems(file, features, vintage, level, expected),
        *_shape_problems(file, features, level),
    ]


def _is_feature(candidate: Any) -> bool:
    return isinstance(candidate, dict) and isinstance(candidate.get("properties"), dict)


def _code_property(features: list[Feature], level: str) -> str | None:
    present = {name.lower(): name for feature in features for name in feature["properties"]}
    return next((present[name] for name in CODE_NAMES[level] if name in present), None)


def _coded(features: list[Feature], level: str) -> Iterator[tuple[int, str, Feature]]:
    """Number each feature from 1 and read its code: 3127, 3127.0 and "3127" are all 03127; "" where it has none."""
    name = _code_property(features, level)
    for number, feature in enumerate(features, start=1):
        value = feature["properties"].get(name)
        yield number, "" if value is None else code_of(str(value), level), feature


def code_of(text: str, level: str) -> str:
    """Read a code with what a spreadsheet took from it: ``3127`` and ``3127.0`` are ``03127``; "" stays "".

    Parameters
    ----------
    text : str
        As written.
    level : str
        Of the locality: it says how many digits the code has.
    """
    digits = text.strip().removesuffix(".0")
    return digits.zfill(DIGITS[level]) if digits else ""


def _code_problems(
    file: str, features: list[Feature], vintage: str, level: str, expected: Mapping[str, Place]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, code, _ in _coded(features, level):
        if not code:
            found = words.NO_CODE.format(property=_code_property(features, level))
            yield Problem(file, number, None, found, words.FIX_CODE)
        elif code in first:
            yield Problem(file, number, code, words.TWICE.format(first=first[code]), words.FIX_TWICE)
        elif code not in expected:
            found = words.UNKNOWN.format(level=UNIT_NAMES[level], vintage=vintage)
            yield Problem(file, number, code, found, words.FIX_UNKNOWN)
        first.setdefault(code, number)
    missing = [code for code in expected if code not in first and code not in archipelagos.INSETS]
    if missing:
        found = words.MISSING.format(count=len(missing), level=UNIT_NAMES[level], codes=_listed(missing))
        yield Problem(file, None, None, found, words.FIX_MISSING)


def _listed(codes: list[str]) -> str:
    shown = ", ".join(codes[:LISTED])
    return words.LIST_CUT.format(listed=shown, count=len(codes) - LISTED) if len(codes) > LISTED else shown


def _shape_problems(file: str, features: list[Feature], level: str) -> Iterator[Problem]:
    for number, code, feature in _coded(features, level):
        if fault := _shape_fault(feature.get("geometry")):
            found, remedy = fault
            yield Problem(file, number, code or None, found, remedy)


def _shape_fault(geometry: Any) -> tuple[str, str] | None:
    """What is wrong with a geometry, and what to do about it."""
    if not isinstance(geometry, dict) or not (geometry.get("coordinates") or geometry.get("geometries")):
        return words.NO_SHAPE, words.FIX_SHAPE
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return words.NOT_AREA.format(kind=geometry.get("type")), words.FIX_SHAPE
    try:
        rings = [ring for polygon in polygons_of({"geometry": geometry}) for ring in polygon]
        if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
            return words.OPEN_RING, words.FIX_SHAPE
        away = [(lon, lat) for ring in rings for lon, lat, *_ in ring if not _in_vietnam(lon, lat)]
    except (TypeError, ValueError):
        return words.NOT_NUMBERS, words.FIX_SHAPE
    if not away:
        return None
    lon, lat = away[0]
    return words.OUTSIDE.format(lon=f"{lon:.4f}", lat=f"{lat:.4f}"), words.FIX_OUTSIDE


def _in_vietnam(lon: float, lat: float) -> bool:
    return WEST <= lon <= EAST and SOUTH <= lat <= NORTH
