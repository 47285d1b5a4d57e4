"""Boundary files as the server hands them out: named after their contents, one a province, compressed once."""

import gzip
import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geo import archipelagos as seas
from geo import boundaries

ROOT = "/boundaries/"
COUNTRY = "VN"
HASH_LENGTH = 12
# 9 takes 0.1 s for all files at the start; 11 would save a quarter more and take 1.5 s.
BROTLI_QUALITY = 9
# Where the archipelagos are shown: the country, Khánh Hòa (Trường Sa) and Đà Nẵng (Hoàng Sa).
WITH_ARCHIPELAGOS = frozenset({COUNTRY, "56", "48"})


@dataclass(frozen=True)
class Sheet:
    """One file to serve: its name, its text, and what its features are, in their order."""

    name: str
    text: bytes
    codes: tuple[str, ...]
    bounds: tuple[float, float, float, float]


def address(vintage: str, level: str, province: str | None = None) -> str:
    """Return where the shapes of a vintage and level are served, of the whole or of one province.

    Parameters
    ----------
    vintage, level : str
        ``2025-03`` has province, district, commune; ``2025-07`` has province, commune.
    province : str, optional
        A province's code; None or ``VN`` for all of them.

    Returns
    -------
    str
        ``/boundaries/commune-2025-03-60.<hash>.geojson``: another address as soon as the contents are others.

    Raises
    ------
    boundaries.BrokenBoundaries
        If the file does not fit the register.
    KeyError
        If no such level or province is mapped in the vintage.
    """
    return ROOT + _sheet(vintage, level, province).name


def codes(vintage: str, level: str, province: str | None = None) -> tuple[str, ...]:
    """Return the localities' codes in the order of the file's features, so that values travel without them."""
    return _sheet(vintage, level, province).codes


def bounds(vintage: str, level: str, province: str | None = None) -> tuple[float, float, float, float]:
    """Return west, south, east, north in degrees around all shapes but the insets."""
    return _sheet(vintage, level, province).bounds


def collection(vintage: str, level: str, province: str | None = None) -> dict[str, Any]:
    """Return the served file as a GeoJSON FeatureCollection, for figures that carry their shapes with them."""
    found: dict[str, Any] = json.loads(_sheet(vintage, level, province).text)
    return found


def archipelagos() -> str:
    """Return where the symbols of Hoàng Sa and Trường Sa are served."""
    return ROOT + _archipelagos().name


def assets() -> dict[str, dict[str, bytes]]:
    """Return every file that may be asked for.

    Returns
    -------
    dict of str to dict
        By name, the last part of its address: its bytes by encoding, ``identity``, ``gzip`` and ``br``.
    """
    return _assets(boundaries.BOUNDARIES, boundaries.REGISTER)


@cache
def _assets(directory: Path, register: Path) -> dict[str, dict[str, bytes]]:
    sheets = [_archipelagos()]
    for vintage, levels in boundaries.LEVELS.items():
        for level in levels:
            # A broken file of the user's says so on its own map; the other maps go on.
            with suppress(boundaries.BrokenBoundaries):
                sheets += _sheets(vintage, level, directory, register).values()
    return {sheet.name: _packed(sheet.text) for sheet in sheets}


def _packed(text: bytes) -> dict[str, bytes]:
    import brotli

    # mtime=0: the same contents are the same bytes on every start.
    return {
        "identity": text,
        "gzip": gzip.compress(text, mtime=0),
        "br": brotli.compress(text, quality=BROTLI_QUALITY),
    }


def _sheet(vintage: str, level: str, province: str | None) -> Sheet:
    if level not in boundaries.LEVELS[vintage]:
        raise KeyError(level)
    return _sheets(vintage, level, boundaries.BOUNDARIES, boundaries.REGISTER)[province or COUNTRY]


@cache
def _sheets(vintage: str, level: str, directory: Path, register: Path) -> dict[str, Sheet]:
    """The sheets of one file: the whole under ``VN``, and each province's part of it."""
    features = boundaries.read(vintage, level, directory, register)["features"]
    title = f"{level}-{vintage}"
    by_province = {
        province: f"{title}-{province}" for province in sorted({_province(each) for each in features})
    }
    parts = {
        province: sheet(name, [each for each in features if _province(each) == province])
        for province, name in by_province.items()
    }
    return {COUNTRY: sheet(title, features), **parts}


def _province(feature: boundaries.Feature) -> str:
    return str(feature["properties"]["province"])


@cache
def _archipelagos() -> Sheet:
    return sheet("archipelagos", seas.features())


def sheet(title: str, features: list[boundaries.Feature]) -> Sheet:
    """Write features to a file named after its contents.

    Parameters
    ----------
    title : str
        What the name begins with.
    features : list of dict
        GeoJSON features with the properties code and inset.
    """
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(text).hexdigest()[:HASH_LENGTH]
    codes = tuple(str(feature["properties"]["code"]) for feature in features)
    return Sheet(f"{title}.{digest}.geojson", text, codes, _bounds(features))


def _bounds(features: list[boundaries.Feature]) -> tuple[float, float, float, float]:
    """Around all shapes but the insets; around the insets where there is nothing else."""
    near = [each for each in features if not each["properties"]["inset"]] or features
    corners = [corner for each in near for polygon in boundaries.polygons_of(each) for corner in polygon[0]]
    lons, lats = zip(*((corner[0], corner[1]) for corner in corners), strict=True)
    return min(lons), min(lats), max(lons), max(lats)
