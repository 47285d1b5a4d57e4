"""Boundary files, the project's own or a user's: they are read, and checked against the register.

The module reads plain JSON. Pages import it, and geopandas would add 1.5 s to their start.
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
from wording import places

HERE = Path(__file__).resolve().parent
BOUNDARIES = HERE / "boundaries"
REGISTER = HERE.parent / "data" / "tables" / "localities.csv"

DIGITS = {"province": 2, "district": 3, "commune": 5}
# The properties that may hold a code, in order of preference; upper and lower case are equal.
CODE_PROPERTIES = {
    "province": ("code", "ma_tinh", "matinh", "province_code", "ma"),
    "district": ("code", "ma_huyen", "mahuyen", "district_code", "ma"),
    "commune": ("code", "ma_xa", "maxa", "ward_code", "commune_code", "ma"),
}
WEST, SOUTH, EAST, NORTH = 100.0, 5.0, 120.0, 25.0
# The mainland and its near islands end at 109.5° E. Parts east of this longitude belong to Hoàng Sa or Trường Sa, which
# are drawn as insets; the banks of Trường Sa begin at 109.7° E.
HIGH_SEA_LON = 109.6
MAX_LISTED = 5

Collection = dict[str, Any]
Feature = dict[str, Any]


@dataclass(frozen=True)
class Locality:
    """A mapped locality of the register.

    ``lon`` and ``lat`` are in degrees, ``area_km2`` in km²; each is None where the register does not know it.
    """

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
    """One fault of one boundary file.

    Attributes
    ----------
    file : str
        Folder and name of the file.
    feature : int, optional
        The number of the feature, from 1; None where the fault concerns the whole file.
    code : str, optional
        The code of the feature; None where it has none.
    fault, remedy : str
        What is wrong and what to do, in Vietnamese.
    province : str
        The code of the only province that the fault concerns; "" where it concerns the whole file.
    """

    file: str
    feature: int | None
    code: str | None
    fault: str
    remedy: str
    province: str = ""

    def __str__(self) -> str:
        sentence = words.PROBLEM_FILE if self.feature is None else words.PROBLEM_FEATURE
        if self.code is not None:
            sentence = words.PROBLEM_CODED
        return sentence.format(
            file=self.file, feature=self.feature, code=self.code, fault=self.fault, remedy=self.remedy
        )


class BrokenBoundaries(Exception):  # noqa: N818 - it names the state of the file, as its message does
    """A boundary file cannot be used; ``problems`` holds all its faults."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        head = words.BROKEN_ONE if len(self.problems) == 1 else words.BROKEN_MANY
        return "\n".join([head.format(count=len(self.problems)), *map(str, self.problems)])


@cache
def levels(register: Path = REGISTER) -> dict[str, tuple[str, ...]]:
    """Return, for each vintage of the register, the levels that have boundaries, the highest level first."""
    with register.open(encoding="utf-8-sig", newline="") as table:
        known = {(row["vintage"], row["level"]) for row in csv.DictReader(table)}
    vintages = sorted({vintage for vintage, _ in known})
    return {vintage: tuple(level for level in DIGITS if (vintage, level) in known) for vintage in vintages}


def read_localities(vintage: str, level: str, register: Path = REGISTER) -> dict[str, Locality]:
    """Read the localities that a boundary file must contain.

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
    dict of str to Locality
        The mapped localities by code, in the order of the register.
    """
    with register.open(encoding="utf-8-sig", newline="") as table:
        rows = {row["code"]: row for row in csv.DictReader(table) if row["vintage"] == vintage}

    def province(code: str) -> str:
        parent = rows[code]["parent_code"]
        return code if parent in ("", "VN") else province(parent)

    mapped = [row for row in rows.values() if row["level"] == level and row.get("mapped", "true") == "true"]
    return {
        row["code"]: Locality(
            row["code"],
            row["name"],
            level,
            row["parent_code"],
            province(row["code"]),
            *(float(row[column]) if row[column] else None for column in ("lon", "lat", "area_km2")),
        )
        for row in mapped
    }


def path(vintage: str, level: str, directory: Path = BOUNDARIES) -> Path:
    """Return the path of the boundary file of a vintage and level."""
    return directory / vintage / f"{level}.geojson"


def modified_ns(vintage: str, level: str, directory: Path = BOUNDARIES) -> int:
    """Return when a boundary file was last changed, in nanoseconds since 1970; 0 where there is none."""
    try:
        return path(vintage, level, directory).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def read_boundaries(
    vintage: str, level: str, directory: Path = BOUNDARIES, register: Path = REGISTER
) -> Collection:
    """Read a boundary file that fits the register.

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
        A GeoJSON FeatureCollection with one feature for each locality, as ``with_register_properties`` returns it.
        A special zone that is drawn as an inset may be missing from the file: its symbol is added.

    Raises
    ------
    BrokenBoundaries
        With every problem that ``find_problems`` finds.
    """
    features, broken = read_sound_boundaries(vintage, level, directory, register)
    if broken:
        problems = [problem for error in broken.values() for problem in error.problems]
        raise BrokenBoundaries(list(dict.fromkeys(problems)))
    return {"type": "FeatureCollection", "features": features}


def read_sound_boundaries(
    vintage: str, level: str, directory: Path = BOUNDARIES, register: Path = REGISTER
) -> tuple[list[Feature], dict[str, BrokenBoundaries]]:
    """Read the provinces of a boundary file that fit the register, and say what is wrong with the others.

    Parameters
    ----------
    vintage, level, directory, register
        As for ``read_boundaries``.

    Returns
    -------
    features : list of dict
        As ``read_boundaries`` returns them, in the order of the file.
    broken : dict of str to BrokenBoundaries
        By the code of the province. A fault that no province can be named for concerns all of them.
    """
    expected = read_localities(vintage, level, register)
    source = path(vintage, level, directory)
    problems = find_problems(source, vintage, level, expected)
    provinces = dict.fromkeys(each.province for each in expected.values())
    faults = {
        province: [each for each in problems if each.province in ("", province)] for province in provinces
    }
    broken = {province: BrokenBoundaries(found) for province, found in faults.items() if found}
    sound = {code: each for code, each in expected.items() if each.province not in broken}
    if not sound:
        return [], broken
    collection = json.loads(source.read_bytes().decode("utf-8-sig"))
    shapes = {
        code: feature for _, code, feature in _numbered_codes(collection["features"], level) if code in sound
    }
    shapes |= {
        code: inset_feature(code) for code in sound if code in archipelagos.INSETS and code not in shapes
    }
    features = [with_register_properties(feature, sound[code], vintage) for code, feature in shapes.items()]
    return features, broken


def inset_feature(code: str) -> Feature:
    """Return the symbol of a special zone that is drawn as an inset, as a feature without properties."""
    return {"type": "Feature", "properties": {}, "geometry": archipelagos.symbol(archipelagos.INSETS[code])}


def with_register_properties(feature: Feature, locality: Locality, vintage: str) -> Feature:
    """Return a feature with the properties of its locality.

    Parameters
    ----------
    feature : dict
        A GeoJSON feature.
    locality : Locality
        Its locality.
    vintage : str
        The vintage of the locality.

    Returns
    -------
    dict
        The properties of the file, and code, name, level, vintage, province, parent_code and inset. Exteriors run
        clockwise. Parts on the high sea are left out, because the insets show them.
    """
    inset = locality.code in archipelagos.INSETS
    known = {
        "code": locality.code,
        "name": locality.name,
        "level": locality.level,
        "vintage": vintage,
        "province": locality.province,
        "parent_code": locality.parent_code,
        "inset": inset,
    }
    polygons = [each for each in polygons_of(feature) if inset or _west_end(each) < HIGH_SEA_LON]
    shape = [
        [_oriented(ring, clockwise=hole == 0) for hole, ring in enumerate(polygon)] for polygon in polygons
    ]
    single = len(shape) == 1
    geometry = {"type": "Polygon" if single else "MultiPolygon", "coordinates": shape[0] if single else shape}
    return {"type": "Feature", "properties": {**feature["properties"], **known}, "geometry": geometry}


def province_of(feature: Feature) -> str:
    """Return the code of the province that a feature of a boundary file belongs to."""
    return str(feature["properties"]["province"])


def _west_end(polygon: list[Any]) -> float:
    return float(min(corner[0] for corner in polygon[0]))


def polygons_of(feature: Feature) -> list[Any]:
    """Return the polygons of a feature, each as a list of rings: the exterior, then the holes."""
    geometry = feature["geometry"]
    coordinates = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else list(coordinates)


def _oriented(ring: list[list[float]], *, clockwise: bool) -> list[list[float]]:
    """Return a ring in the given direction. Plotly fills the outside of an exterior that runs counterclockwise."""
    twice_area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if (twice_area < 0) == clockwise else ring[::-1]


def find_problems(source: Path, vintage: str, level: str, expected: Mapping[str, Locality]) -> list[Problem]:
    """Find every fault that makes a boundary file unusable.

    Parameters
    ----------
    source : Path
        A GeoJSON file in degrees, with a code in one of ``CODE_PROPERTIES``. Codes that lost their leading zeros in a
        spreadsheet are accepted.
    vintage, level : str
        What the file is for.
    expected : mapping of str to Locality
        The localities that it must contain, as ``read_localities`` returns them.

    Returns
    -------
    list of Problem
        Empty where the file fits: it has each locality once and no other, and each is an area inside Vietnam.
    """
    file = "/".join(source.parts[-2:])
    try:
        collection = json.loads(source.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return [Problem(file, None, None, words.ABSENT, words.FIX_ABSENT)]
    except UnicodeDecodeError:
        return [Problem(file, None, None, words.NOT_UTF8, words.FIX_JSON)]
    except json.JSONDecodeError as error:
        fault = words.NOT_JSON.format(line=error.lineno, column=error.colno)
        return [Problem(file, None, None, fault, words.FIX_JSON)]
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features or not all(map(_is_feature, features)):
        return [Problem(file, None, None, words.NOT_COLLECTION, words.FIX_JSON)]
    if _code_property(features, level) is None:
        fault = words.NO_CODE_PROPERTY.format(names=", ".join(CODE_PROPERTIES[level]))
        return [Problem(file, None, None, fault, words.FIX_CODE_PROPERTY)]
    return [
        *_code_problems(file, features, vintage, level, expected),
        *_shape_problems(file, features, level, expected),
    ]


def _is_feature(candidate: Any) -> bool:
    return isinstance(candidate, dict) and isinstance(candidate.get("properties"), dict)


def _code_property(features: list[Feature], level: str) -> str | None:
    present = {name.lower(): name for feature in features for name in feature["properties"]}
    return next((present[name] for name in CODE_PROPERTIES[level] if name in present), None)


def _numbered_codes(features: list[Feature], level: str) -> Iterator[tuple[int, str, Feature]]:
    """Yield each feature with its number, from 1, and its code, "" where it has none."""
    name = _code_property(features, level)
    for number, feature in enumerate(features, start=1):
        value = feature["properties"].get(name)
        yield number, "" if value is None else normalize_code(str(value), level), feature


def normalize_code(text: str, level: str) -> str:
    """Return a code with the leading zeros that a spreadsheet removed.

    Parameters
    ----------
    text : str
        The code as written.
    level : str
        The level of the locality, on which the number of digits depends.

    Examples
    --------
    >>> normalize_code("3127.0", "commune"), normalize_code("", "commune")
    ('03127', '')
    """
    digits = text.strip().removesuffix(".0")
    return digits.zfill(DIGITS[level]) if digits else ""


def _code_problems(
    file: str, features: list[Feature], vintage: str, level: str, expected: Mapping[str, Locality]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, code, _ in _numbered_codes(features, level):
        province = _province_at(code, expected)
        if not code:
            fault = words.NO_CODE.format(property=_code_property(features, level))
            yield Problem(file, number, None, fault, words.FIX_CODE)
        elif code in first:
            fault = words.TWICE.format(first=first[code])
            yield Problem(file, number, code, fault, words.FIX_TWICE, province)
        elif code not in expected:
            fault = words.UNKNOWN.format(level=places.UNIT_NAMES[level], vintage=vintage)
            yield Problem(file, number, code, fault, words.FIX_UNKNOWN)
        first.setdefault(code, number)
    missing: dict[str, list[str]] = {}
    for code, locality in expected.items():
        if code not in first and code not in archipelagos.INSETS:
            missing.setdefault(locality.province, []).append(code)
    for province, codes in missing.items():
        fault = words.MISSING.format(
            count=len(codes), level=places.UNIT_NAMES[level], codes=_list_codes(codes)
        )
        yield Problem(file, None, None, fault, words.FIX_MISSING, province)


def _province_at(code: str, expected: Mapping[str, Locality]) -> str:
    return expected[code].province if code in expected else ""


def _list_codes(codes: list[str]) -> str:
    listed = ", ".join(codes[:MAX_LISTED])
    rest = len(codes) - MAX_LISTED
    return words.LIST_CUT.format(listed=listed, count=rest) if rest > 0 else listed


def _shape_problems(
    file: str, features: list[Feature], level: str, expected: Mapping[str, Locality]
) -> Iterator[Problem]:
    for number, code, feature in _numbered_codes(features, level):
        if fault_and_remedy := _shape_fault(feature.get("geometry")):
            yield Problem(file, number, code or None, *fault_and_remedy, _province_at(code, expected))


def _shape_fault(geometry: Any) -> tuple[str, str] | None:
    """Return the fault of a geometry and its remedy; None where the geometry is valid."""
    if not isinstance(geometry, dict) or not (geometry.get("coordinates") or geometry.get("geometries")):
        return words.NO_SHAPE, words.FIX_SHAPE
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return words.NOT_AREA.format(kind=geometry.get("type")), words.FIX_SHAPE
    try:
        rings = [ring for polygon in polygons_of({"geometry": geometry}) for ring in polygon]
        if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
            return words.OPEN_RING, words.FIX_SHAPE
        outside = [(lon, lat) for ring in rings for lon, lat, *_ in ring if not _in_vietnam(lon, lat)]
    except (TypeError, ValueError):
        return words.NOT_NUMBERS, words.FIX_SHAPE
    if not outside:
        return None
    lon, lat = outside[0]
    return words.OUTSIDE.format(lon=f"{lon:.4f}", lat=f"{lat:.4f}"), words.FIX_OUTSIDE


def _in_vietnam(lon: float, lat: float) -> bool:
    return WEST <= lon <= EAST and SOUTH <= lat <= NORTH
