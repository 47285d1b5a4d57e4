"""The boundary assets that the server sends now: imported ones before the schematic ones, each compressed once."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from geo import archipelagos, boundaries, imported_boundaries
from geo.boundary_asset import COUNTRY, BoundaryAsset, Bounds, build_asset, encode, features_of
from wording import boundary_messages as words

URL_ROOT = "/boundaries/"
# The maps that show the archipelagos: the country, Khánh Hòa (Trường Sa) and Đà Nẵng (Hoàng Sa).
WITH_ARCHIPELAGOS = frozenset({COUNTRY, "56", "48"})


def url(vintage: str, level: str, province: str | None = None) -> str:
    """Return the URL of the shapes of a vintage and level, of the country or of one province.

    Parameters
    ----------
    vintage, level : str
        ``2025-03`` has province, district, commune; ``2025-07`` has province, commune.
    province : str, optional
        The code of a province; None or ``VN`` for all of them.

    Returns
    -------
    str
        ``/boundaries/commune-2025-03-60.<hash>.geojson``. The URL changes whenever the contents change.

    Raises
    ------
    boundaries.BrokenBoundaries
        If the file does not fit the register.
    KeyError
        If no such level or province is mapped in the vintage.
    """
    return URL_ROOT + current_asset(vintage, level, province).name


def feature_codes(vintage: str, level: str, province: str | None = None) -> tuple[str, ...]:
    """Return the codes of the localities in the order of the features.

    Values are sent to the map in this order, without the codes.
    """
    return current_asset(vintage, level, province).codes


def bounds(vintage: str, level: str, province: str | None = None) -> Bounds:
    """Return west, south, east, north in degrees around all shapes but the insets."""
    return current_asset(vintage, level, province).bounds


def feature_collection(vintage: str, level: str, province: str | None = None) -> dict[str, Any]:
    """Return the served file as a GeoJSON FeatureCollection, for charts that contain their shapes."""
    collection: dict[str, Any] = json.loads(current_asset(vintage, level, province).content)
    return collection


def source_label(vintage: str, level: str, province: str | None = None) -> str:
    """Return in Vietnamese what the shapes are: schematic, or imported from a named source."""
    return words.basis(current_asset(vintage, level, province).sources)


def archipelagos_url() -> str:
    """Return the URL of the symbols of Hoàng Sa and Trường Sa."""
    return URL_ROOT + _archipelagos_asset().name


def encodings_of(name: str) -> dict[str, bytes] | None:
    """Return a served file by its name.

    Parameters
    ----------
    name : str
        The last part of its URL.

    Returns
    -------
    dict of str to bytes, optional
        By content encoding: ``identity``, ``gzip`` and ``br``; None where no served file has the name.
    """
    for asset in _all_assets():
        if asset.name == name:
            stored = imported_boundaries.read_encodings(name, imported_boundaries.directory())
            return stored or _encoded(name, asset.content)
    return None


@cache
def _encoded(name: str, content: bytes) -> dict[str, bytes]:  # noqa: ARG001 - the name stands for the content
    return encode(content)


def _all_assets() -> Iterator[BoundaryAsset]:
    """Yield every served asset; a broken file is skipped, so that the other maps can still be drawn."""
    yield _archipelagos_asset()
    for vintage, levels in boundaries.levels().items():
        for level in levels:
            with suppress(boundaries.BrokenBoundaries):
                yield from _current_assets(vintage, level).values()


def current_asset(vintage: str, level: str, province: str | None = None) -> BoundaryAsset:
    """Return the asset that maps draw now: the imported one, or else the schematic one.

    Raises
    ------
    boundaries.BrokenBoundaries
        If the file does not fit the register.
    KeyError
        If no such level or province is mapped in the vintage.
    """
    if level not in boundaries.levels().get(vintage, ()):
        raise KeyError(level)
    return _current_assets(vintage, level)[province or COUNTRY]


def _current_assets(vintage: str, level: str) -> dict[str, BoundaryAsset]:
    directory = imported_boundaries.directory()
    modified = imported_boundaries.modified_ns(vintage, level, directory)
    return _merged_assets(vintage, level, boundaries.BOUNDARIES, boundaries.REGISTER, directory, modified)


@cache
def _merged_assets(
    vintage: str, level: str, directory: Path, register: Path, import_directory: Path, modified: int
) -> dict[str, BoundaryAsset]:
    """Return the assets of a vintage and level by province, ``VN`` for all; imported provinces replace schematic ones.

    ``modified`` is part of the cache key: another set of imported files gives another answer.
    """
    imported = imported_boundaries.read_assets(vintage, level, import_directory) if modified else {}
    expected = boundaries.read_localities(vintage, level, register)
    if problems := imported_boundaries.find_mismatches(imported, expected):
        raise boundaries.BrokenBoundaries(problems)
    if COUNTRY in imported:
        return imported
    schematic = _schematic_assets(vintage, level, directory, register)
    if not imported:
        return schematic
    parts = {
        province: imported.get(province, part) for province, part in schematic.items() if province != COUNTRY
    }
    features = [feature for part in parts.values() for feature in features_of(part)]
    return {COUNTRY: build_asset(f"{level}-{vintage}", features), **parts}


@cache
def _schematic_assets(vintage: str, level: str, directory: Path, register: Path) -> dict[str, BoundaryAsset]:
    """Return the assets of one boundary file: ``VN`` for all of it, and one for each province."""
    features = boundaries.read_boundaries(vintage, level, directory, register)["features"]
    title = f"{level}-{vintage}"
    members: dict[str, list[boundaries.Feature]] = {}
    for feature in features:
        members.setdefault(boundaries.province_of(feature), []).append(feature)
    return {COUNTRY: build_asset(title, features)} | {
        province: build_asset(f"{title}-{province}", members[province]) for province in sorted(members)
    }


@cache
def _archipelagos_asset() -> BoundaryAsset:
    return build_asset("archipelagos", archipelagos.features())
