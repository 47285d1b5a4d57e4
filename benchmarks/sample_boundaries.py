"""Boundaries for the measurements: those of a GeoJSON file, or of an invented country."""

import gzip
import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

PROVINCE = (107.2, 10.5, 109.2, 12.0)
COUNTRY = (102.2, 8.6, 109.4, 23.3)
# Points of one place: as many as official communes have, simplified to 30 m for a province (114 communes have 53,839
# points) and to 60 m for the country (3,321 communes have 717,000).
POINTS = {PROVINCE: 472, COUNTRY: 216}


@cache
def sample_collection(places: int, file: str | None = None) -> dict[str, Any]:
    """Return a GeoJSON FeatureCollection of places with the properties ``code`` and ``name``, both numbered.

    Parameters
    ----------
    places : int
        The number of places of the invented country.
    file : str, optional
        A GeoJSON file whose features are returned instead.
    """
    collection = json.loads(Path(file).read_text("utf-8")) if file else invented_collection(places)
    for number, feature in enumerate(collection["features"]):
        feature["properties"] = {"code": f"{number:05d}", "name": f"Xã số {number}"}
        feature["id"] = f"{number:05d}"
    return collection


@cache
def encoded_boundaries(places: int) -> bytes:
    """Return the boundaries as GeoJSON compressed with gzip: those of the file ``SAMPLE_BOUNDARIES``, or invented."""
    collection = sample_collection(places, os.environ.get("SAMPLE_BOUNDARIES"))
    return gzip.compress(json.dumps(collection).encode(), 6, mtime=0)


def boundaries_url(places: int) -> str:
    """Return the URL of the boundaries; it contains a hash of the contents."""
    return (
        f"/sample-boundaries/{places}-{hashlib.sha256(encoded_boundaries(places)).hexdigest()[:12]}.geojson"
    )


def invented_collection(places: int) -> dict[str, Any]:
    """Return a random Voronoi diagram with wavy borders that neighbours share; the seed is fixed."""
    import shapely

    random = np.random.default_rng(places)
    box = PROVINCE if places < 500 else COUNTRY
    west, south, east, north = box
    points = shapely.MultiPoint(random.uniform((west, south), (east, north), (places, 2)))
    frame = shapely.box(*box)
    cells = shapely.intersection(np.array(shapely.voronoi_polygons(points, extend_to=frame).geoms), frame)
    size = ((east - west) * (north - south) / places) ** 0.5
    shapes = shapely.transform(
        shapely.segmentize(cells, 4 * size / POINTS[box]), lambda corners: wavy(corners, size)
    )
    geometries = [json.loads(text) for text in shapely.to_geojson(shapes)]
    features = [{"type": "Feature", "properties": {}, "geometry": each} for each in geometries]
    return {"type": "FeatureCollection", "features": features}


def wavy(corners: Points, size: float) -> Points:
    """Return points shifted by a smooth function of their position, so that shared borders stay shared."""
    x, y = corners.T / size
    shift_x = 0.05 * np.sin(9 * y + 3 * x) + 0.02 * np.sin(31 * y)
    shift_y = 0.05 * np.sin(9 * x - 2 * y) + 0.02 * np.sin(37 * x)
    return np.round(corners + size * np.column_stack([shift_x, shift_y]), 5)


def count_vertices(collection: dict[str, Any]) -> int:
    """Return the number of points of all borders."""
    return sum(_count(feature["geometry"]["coordinates"]) for feature in collection["features"])


def _count(nested: Any) -> int:
    return 1 if isinstance(nested[0], int | float) else sum(map(_count, nested))
