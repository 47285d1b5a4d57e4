"""Finds a shift that all shapes of a file share, which a wrongly named coordinate system causes."""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from geo.importing.area_reader import vietnam_zones
from geo.importing.spatial_join import SpatialJoin
from geo.schematic import DEGREES, EQUAL_AREA
from wording import import_messages as words

MIN_FEATURES = 3  # fewer may lie off their points by chance
MIN_SHIFT = 3_000.0  # metres; neighbouring zones are 27 km apart or more
MIN_WIDTHS = 0.25  # of a shape's width: centroids and points of the register differ by a tenth of it
MOST = 0.75  # of the shapes share the shift
MAX_SCATTER = 0.6  # of the shift: the centroids of provinces lie 14 km off their points
FITTING = 1_000.0  # metres of shift that remain in a coordinate system that fits
MAX_ZONES = 3


@dataclass(frozen=True)
class Shift:
    """A shift in metres to the east and to the north."""

    east: float
    north: float

    @property
    def kilometres(self) -> float:
        """Its length."""
        return float(np.hypot(self.east, self.north)) / 1000

    @property
    def direction(self) -> str:
        """The nearest of the eight directions, in Vietnamese."""
        eighths = round(float(np.arctan2(self.north, self.east)) / (np.pi / 4))
        return words.DIRECTIONS[eighths % len(words.DIRECTIONS)]


def find_shift(groups: Mapping[str, list[int]], join: SpatialJoin) -> Shift | None:
    """Find the shift that most shapes share against the points of the register; None where there is none.

    Parameters
    ----------
    groups : mapping of str to list of int
        The features that claim each locality, by its code, as ``claims.on_land`` returns them.
    join : SpatialJoin
        The features and the points of the localities.
    """
    if len(groups) < MIN_FEATURES:
        return None
    shapes = np.array([_largest_polygon(parts, join) for parts in groups.values()])
    points = np.array([join.points[code] for code in groups])
    offsets = shapely.get_coordinates(shapely.centroid(shapes)) - shapely.get_coordinates(points)
    shift = np.median(offsets, axis=0)
    scatter = np.quantile(np.hypot(*(offsets - shift).T), MOST)
    length = np.hypot(*shift)
    widths = np.median(np.sqrt(shapely.area(shapes)))
    alike = length > max(MIN_SHIFT, MIN_WIDTHS * widths) and scatter < MAX_SCATTER * length
    return Shift(float(shift[0]), float(shift[1])) if alike else None


def _largest_polygon(parts: list[int], join: SpatialJoin) -> shapely.Geometry:
    """Return the main land of a group of features: islands would draw its centroid out to sea."""
    polygons = np.concatenate([shapely.get_parts(join.shapes[part]) for part in parts])
    return polygons[np.argmax(shapely.area(polygons))]


def fitting_zones(
    groups: Mapping[str, list[int]], join: SpatialJoin, crs: pyproj.CRS
) -> list[tuple[str, str]]:
    """Return code and name of the zones of VN-2000 in which the shapes would lie where the register says.

    Parameters
    ----------
    groups : mapping of str to list of int
        As for ``find_shift``.
    join : SpatialJoin
        As for ``find_shift``.
    crs : pyproj.CRS
        The coordinate reference system in which the file was read.
    """
    if crs.is_geographic:
        return []
    centroids = gpd.GeoSeries(
        [join.shapes[parts[0]].centroid for parts in groups.values()], crs=EQUAL_AREA
    ).to_crs(crs)
    points = shapely.get_coordinates([join.points[code] for code in groups])
    remaining = {}
    for code, name in vietnam_zones():
        there = centroids.set_crs(f"EPSG:{code}", allow_override=True).to_crs(DEGREES).to_crs(EQUAL_AREA)
        offset = np.median(shapely.get_coordinates(there.values) - points, axis=0)
        if np.isfinite(offset).all() and np.hypot(*offset) < FITTING:
            remaining[code, name] = float(np.hypot(*offset))
    return sorted(remaining, key=lambda zone: remaining[zone])[:MAX_ZONES]
