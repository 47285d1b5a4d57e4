"""Places to measure on: the repository's own boundaries, any GeoJSON, or a country made up for the purpose."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

PROVINCE = (107.2, 10.5, 109.2, 12.0)
COUNTRY = (102.2, 8.6, 109.4, 23.3)
# Points a place: as many as official communes have, simplified to 30 m for a province (114 of them have 53,839)
# and to 60 m for the country (3,321 have 717,000).
POINTS = {PROVINCE: 472, COUNTRY: 216}


@cache
def ground(places: int, file: str | None = None) -> dict[str, Any]:
    """Return a GeoJSON of places with ``code`` and ``name``.

    With a file, its features; without one, a made-up country of that many places. Codes and names are numbered, so
    every way of drawing gets the same properties.
    """
    collection = json.loads(Path(file).read_text("utf-8")) if file else made_up(places)
    for number, feature in enumerate(collection["features"]):
        feature["properties"] = {"code": f"{number:05d}", "name": f"Xã số {number}"}
        feature["id"] = f"{number:05d}"
    return collection


def made_up(places: int) -> dict[str, Any]:
    """Return a seeded Voronoi diagram with wavy borders that neighbours share."""
    import shapely

    random = np.random.default_rng(places)
    box = PROVINCE if places < 500 else COUNTRY
    west, south, east, north = box
    points = shapely.MultiPoint(random.uniform((west, south), (east, north), (places, 2)))
    frame = shapely.box(*box)
    cells = shapely.intersection(np.array(shapely.voronoi_polygons(points, extend_to=frame).geoms), frame)
    size = ((east - west) * (north - south) / places) ** 0.5
    wavy = shapely.transform(shapely.segmentize(cells, 4 * size / POINTS[box]), lambda at: waves(at, size))
    shapes = [json.loads(text) for text in shapely.to_geojson(wavy)]
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes]
    return {"type": "FeatureCollection", "features": features}


def waves(at: np.ndarray, size: float) -> np.ndarray:
    """Shift points by a smooth function of where they are: a border shared before is shared after."""
    x, y = at.T / size
    shift_x = 0.05 * np.sin(9 * y + 3 * x) + 0.02 * np.sin(31 * y)
    shift_y = 0.05 * np.sin(9 * x - 2 * y) + 0.02 * np.sin(37 * x)
    return np.round(at + size * np.column_stack([shift_x, shift_y]), 5)


def vertices(collection: dict[str, Any]) -> int:
    """Count the points of all borders."""
    return sum(_count(feature["geometry"]["coordinates"]) for feature in collection["features"])


def _count(nested: Any) -> int:
    return 1 if isinstance(nested[0], int | float) else sum(map(_count, nested))
