"""The boundary assets that the server sends now: imported ones before the schematic ones, each compressed once."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from geo import archipelagos, boundaries, imported_boundaries
from geo.boundary_asset import COUNTRY, BoundaryAsset, Bounds, build_asset, encode, features_of
from wording import boundary_messages as words
from wording.numbers import number

URL_ROOT = "/boundaries/"
# The maps that show the archipelagos: the country, Khánh Hòa (Trường Sa) and Đà Nẵng (Hoàng Sa).
WITH_ARCHIPELAGOS = frozenset({COUNTRY, "56", "48"})

# By province, ``VN`` for the country: an asset, or what is wrong with it.
Assets = Mapping[str, BoundaryAsset | boundaries.BrokenBoundaries]


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
    """Return in Vietnamese what the shapes are: schematic, or imported from a named source, and how many lack."""
    asset = current_asset(vintage, level, province)
    basis = words.basis(asset.sources)
    expected = boundaries.read_localities(vintage, level, boundaries.REGISTER)
    lacking = [
        each
        for code, each in expected.items()
        if province in (None, COUNTRY, each.province) and code not in asset.codes
    ]
    return words.WITHOUT_SHAPES.format(basis=basis, count=number(len(lacking))) if lacking else basis


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
    """Yield every served asset; what is broken is skipped, so that the other maps can still be drawn."""
    yield _archipelagos_asset()
    for vintage, levels in boundaries.levels().items():
        for level in levels:
            for asset in _current_assets(vintage, level).values():
                if isinstance(asset, BoundaryAsset):
                    yield asset


def current_asset(vintage: str, level: str, province: str | None = None) -> BoundaryAsset:
    """Return the asset that maps draw now: the imported one, or else the schematic one.

    Raises
    ------
    boundaries.BrokenBoundaries
        If the shapes of the province do not fit the register, or nobody has made boundaries of a vintage that was added
        to the tables; for the country, if those of every province do not fit.
    KeyError
        If no such level or province is mapped in the vintage.
    """
    if vintage not in boundaries.levels():
        file = "/".join(boundaries.path(vintage, level).parts[-2:])
        problem = boundaries.Problem(file, None, None, words.ABSENT, words.FIX_ABSENT)
        raise boundaries.BrokenBoundaries([problem])
    if level not in boundaries.levels()[vintage]:
        raise KeyError(level)
    asset = _current_assets(vintage, level)[province or COUNTRY]
    if isinstance(asset, boundaries.BrokenBoundaries):
        raise asset
    return asset


def _current_assets(vintage: str, level: str) -> Assets:
    directory = imported_boundaries.directory()
    modified = imported_boundaries.modified_ns(vintage, level, directory)
    made = boundaries.modified_ns(vintage, level, boundaries.BOUNDARIES)
    return _merged_assets(
        vintage, level, boundaries.BOUNDARIES, boundaries.REGISTER, directory, modified, made
    )


@cache
def _merged_assets(
    vintage: str,
    level: str,
    directory: Path,
    register: Path,
    import_directory: Path,
    modified: int,
    made: int,
) -> Assets:
    """Return what there is of a vintage and level by province, ``VN`` for all; imported provinces go first.

    A province whose shapes are broken or missing stands by what is wrong with it; the others are drawn.
    ``modified`` and ``made`` are part of the cache key: other imported files, or another file of ours, give another
    answer.
    """
    expected = boundaries.read_localities(vintage, level, register)
    provinces = sorted({each.province for each in expected.values()})
    imported: Assets = _imported_assets(vintage, level, import_directory, expected) if modified else {}
    if imported.keys() >= {COUNTRY, *provinces} and isinstance(imported[COUNTRY], BoundaryAsset):
        return imported
    schematic = _schematic_assets(vintage, level, directory, register, made)
    if not imported:
        return schematic
    parts = {province: imported.get(province) or schematic[province] for province in provinces}
    country = imported.get(COUNTRY)
    if isinstance(country, BoundaryAsset):
        return {COUNTRY: country, **parts}
    return {COUNTRY: _country(f"{level}-{vintage}", parts), **parts}


def _imported_assets(
    vintage: str, level: str, directory: Path, expected: dict[str, boundaries.Locality]
) -> Assets:
    """Return the imported assets, and what is wrong with those that are broken or do not fit the register."""
    try:
        assets, broken = imported_boundaries.read_assets(vintage, level, directory)
    except boundaries.BrokenBoundaries as error:  # the index: nobody knows which provinces were imported
        return dict.fromkeys((COUNTRY, *(each.province for each in expected.values())), error)
    return {**assets, **imported_boundaries.find_outgrown(assets, expected), **broken}


def _country(title: str, parts: Assets) -> BoundaryAsset | boundaries.BrokenBoundaries:
    """Return all provinces that can be drawn in one asset; where none can, all that is wrong with them."""
    drawn = [part for part in parts.values() if isinstance(part, BoundaryAsset)]
    if drawn:
        return build_asset(title, [feature for part in drawn for feature in features_of(part)])
    errors = [part for part in parts.values() if isinstance(part, boundaries.BrokenBoundaries)]
    problems = [problem for error in errors for problem in error.problems]
    return boundaries.BrokenBoundaries(list(dict.fromkeys(problems)))


@cache
def _schematic_assets(
    vintage: str,
    level: str,
    directory: Path,
    register: Path,
    made: int,  # noqa: ARG001 - a mended file is read anew
) -> Assets:
    """Return the assets of one boundary file: ``VN`` for all of it, and one for each province."""
    features, broken = boundaries.read_sound_boundaries(vintage, level, directory, register)
    title = f"{level}-{vintage}"
    members: dict[str, list[boundaries.Feature]] = {}
    for feature in features:
        members.setdefault(boundaries.province_of(feature), []).append(feature)
    parts: Assets = {
        province: build_asset(f"{title}-{province}", members[province]) for province in sorted(members)
    }
    country = build_asset(title, features) if features else _country(title, broken)
    return {COUNTRY: country, **parts, **broken}


@cache
def _archipelagos_asset() -> BoundaryAsset:
    return build_asset("archipelagos", archipelagos.features())
