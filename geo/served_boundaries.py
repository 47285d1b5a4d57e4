"""Boundary files as the server hands them out: named after their contents, one a province, compressed once."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from geo import archipelagos as seas
from geo import boundaries, imported_boundaries
from geo.boundary_asset import COUNTRY, BoundaryAsset, build_asset, encode, features_of
from wording import boundary_messages as words

ROOT = "/boundaries/"
# Where the archipelagos are shown: the country, Khánh Hòa (Trường Sa) and Đà Nẵng (Hoàng Sa).
WITH_ARCHIPELAGOS = frozenset({COUNTRY, "56", "48"})


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
    return ROOT + sheet_of(vintage, level, province).name


def codes(vintage: str, level: str, province: str | None = None) -> tuple[str, ...]:
    """Return the localities' codes in the order of the file's features, so that values travel without them."""
    return sheet_of(vintage, level, province).codes


def bounds(vintage: str, level: str, province: str | None = None) -> tuple[float, float, float, float]:
    """Return west, south, east, north in degrees around all shapes but the insets."""
    return sheet_of(vintage, level, province).bounds


def collection(vintage: str, level: str, province: str | None = None) -> dict[str, Any]:
    """Return the served file as a GeoJSON FeatureCollection, for figures that carry their shapes with them."""
    found: dict[str, Any] = json.loads(sheet_of(vintage, level, province).text)
    return found


def basis(vintage: str, level: str, province: str | None = None) -> str:
    """Say in Vietnamese what the shapes are: schematic, or imported from a source."""
    return words.basis(sheet_of(vintage, level, province).sources)


def archipelagos() -> str:
    """Return where the symbols of Hoàng Sa and Trường Sa are served."""
    return ROOT + _archipelagos().name


def asset(name: str) -> dict[str, bytes] | None:
    """Return a file that may be asked for.

    Parameters
    ----------
    name : str
        The last part of its address.

    Returns
    -------
    dict of str to bytes, optional
        By encoding, ``identity``, ``gzip`` and ``br``; None where no file is called so.
    """
    for each in _every():
        if each.name == name:
            return imported_boundaries.read_encodings(name, imported_boundaries.directory()) or _packed(
                name, each.text
            )
    return None


@cache
def _packed(name: str, text: bytes) -> dict[str, bytes]:  # noqa: ARG001 - the name stands for the text in the cache
    return encode(text)


def _every() -> Iterator[BoundaryAsset]:
    """Every sheet; a broken file of the user's says so on its own map, the other maps go on."""
    yield _archipelagos()
    for vintage, levels in boundaries.levels().items():
        for level in levels:
            with suppress(boundaries.BrokenBoundaries):
                yield from _present(vintage, level).values()


def sheet_of(vintage: str, level: str, province: str | None = None) -> BoundaryAsset:
    """Return the file that is drawn now, the user's import or our own.

    Raises
    ------
    boundaries.BrokenBoundaries
        If the file does not fit the register.
    KeyError
        If no such level or province is mapped in the vintage.
    """
    if level not in boundaries.levels().get(vintage, ()):
        raise KeyError(level)
    return _present(vintage, level)[province or COUNTRY]


def _present(vintage: str, level: str) -> dict[str, BoundaryAsset]:
    where = imported_boundaries.directory()
    stamp = imported_boundaries.modified_ns(vintage, level, where)
    return _sheets(vintage, level, boundaries.BOUNDARIES, boundaries.REGISTER, where, stamp)


@cache
def _sheets(
    vintage: str, level: str, directory: Path, register: Path, where: Path, stamp: int
) -> dict[str, BoundaryAsset]:
    """The sheets of a vintage and level, the whole under ``VN``: imported ones before our own."""
    brought = imported_boundaries.read_assets(vintage, level, where) if stamp else {}
    if problems := imported_boundaries.find_mismatches(
        brought, boundaries.read_localities(vintage, level, register)
    ):
        raise boundaries.BrokenBoundaries(problems)
    if COUNTRY in brought:
        return brought
    own = _own(vintage, level, directory, register)
    if not brought:
        return own
    parts = {province: brought.get(province, part) for province, part in own.items() if province != COUNTRY}
    whole = [feature for part in parts.values() for feature in features_of(part)]
    return {COUNTRY: build_asset(f"{level}-{vintage}", whole), **parts}


@cache
def _own(vintage: str, level: str, directory: Path, register: Path) -> dict[str, BoundaryAsset]:
    """The sheets of one file of ours: the whole under ``VN``, and each province's part of it."""
    return _by_province(
        vintage, level, boundaries.read_boundaries(vintage, level, directory, register)["features"]
    )


def _by_province(vintage: str, level: str, shapes: list[boundaries.Feature]) -> dict[str, BoundaryAsset]:
    """Write the features of a vintage and level to sheets: the whole under ``VN``, and each province's part of it."""
    title = f"{level}-{vintage}"
    return {COUNTRY: build_asset(title, shapes)} | {
        province: build_asset(f"{title}-{province}", [each for each in shapes if _province(each) == province])
        for province in sorted({_province(each) for each in shapes})
    }


def _province(feature: boundaries.Feature) -> str:
    return str(feature["properties"]["province"])


@cache
def _archipelagos() -> BoundaryAsset:
    return build_asset("archipelagos", seas.features())
