"""The spatial join of a file's features with the points of the register: which point lies in which feature."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from geo import archipelagos
from geo.boundaries import Locality
from geo.schematic import DEGREES, EQUAL_AREA

MAX_DISTANCE = 10_000.0  # metres between the point of a locality and its shape
MAX_SEA_DISTANCE = 500_000.0  # the same for Hoàng Sa and Trường Sa, whose islands are scattered over the sea


@dataclass(frozen=True)
class SpatialJoin:
    """The features of a file and the points of the register, joined by location.

    Attributes
    ----------
    shapes : mapping of int to Geometry
        The valid shape of each feature, in metres.
    areas : mapping of int to float
        The area of each feature, in km².
    points : mapping of str to Geometry
        The point of each locality that has one in the register, in metres.
    codes_inside : mapping of int to frozenset of str
        By feature, the localities whose point lies in it.
    features_around : mapping of str to frozenset of int
        By locality, the features that its point lies in.
    """

    shapes: Mapping[int, shapely.Geometry]
    areas: Mapping[int, float]
    points: Mapping[str, shapely.Geometry]
    codes_inside: Mapping[int, frozenset[str]]
    features_around: Mapping[str, frozenset[int]]

    def contains(self, feature: int, code: str) -> bool:
        """Tell whether the point of a locality lies in a feature."""
        return code in self.codes_inside[feature]

    def is_near(self, feature: int, code: str) -> bool:
        """Tell whether the point of a locality lies in or near a feature; true where the register has no point."""
        if code not in self.points or self.contains(feature, code):
            return True
        distance = MAX_SEA_DISTANCE if code in archipelagos.INSETS else MAX_DISTANCE
        return bool(shapely.dwithin(self.shapes[feature], self.points[code], distance))

    def has_area_of(self, features: Collection[int], locality: Locality, factor: float) -> bool:
        """Tell whether features together have the area of a locality, up to a factor; true for insets."""
        if not locality.area_km2 or locality.code in archipelagos.INSETS:
            return True
        area = sum(self.areas[feature] for feature in features)
        return locality.area_km2 / factor <= area <= locality.area_km2 * factor


def join_points(frame: gpd.GeoDataFrame, localities: Mapping[str, Locality]) -> SpatialJoin:
    """Join features with the points of localities.

    Parameters
    ----------
    frame : GeoDataFrame
        The features, in any coordinate reference system; the index is the number of the feature.
    localities : mapping of str to Locality
        The localities of the level, by code.
    """
    shapes = np.asarray(frame.to_crs(EQUAL_AREA).geometry.values)
    shapes = np.where(shapely.is_valid(shapes), shapes, shapely.make_valid(shapes))
    located = {
        code: each for code, each in localities.items() if each.lon is not None and each.lat is not None
    }
    lonlat = gpd.points_from_xy(
        [each.lon for each in located.values()], [each.lat for each in located.values()], crs=DEGREES
    )
    points = np.asarray(lonlat.to_crs(EQUAL_AREA))
    inside: defaultdict[int, set[str]] = defaultdict(set)
    around: defaultdict[str, set[int]] = defaultdict(set)
    codes, features = list(located), list(frame.index)
    for point, shape in zip(*shapely.STRtree(shapes).query(points, predicate="intersects"), strict=True):
        inside[features[shape]].add(codes[point])
        around[codes[point]].add(features[shape])
    return SpatialJoin(
        dict(zip(features, shapes, strict=True)),
        dict(zip(features, shapely.area(shapes) / 1e6, strict=True)),
        dict(zip(codes, points, strict=True)),
        {feature: frozenset(inside[feature]) for feature in features},
        {code: frozenset(around[code]) for code in codes},
    )
