"""The spatial join of a file's features with the points of the register: which point lies in which feature."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import inf, log

import geopandas as gpd
import numpy as np
import shapely

from geo import archipelagos
from geo.boundaries import Locality
from geo.importing.asset_builder import reaches_high_sea
from geo.schematic import DEGREES, EQUAL_AREA

MAX_DISTANCE = 10_000.0  # metres between the point of a locality and its shape
TOUCHING = 50.0  # metres between shapes that are neighbours
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
    tree, point_tree : STRtree
        The shapes, in the order of ``shapes``, and the points.
    """

    shapes: Mapping[int, shapely.Geometry]
    areas: Mapping[int, float]
    points: Mapping[str, shapely.Geometry]
    codes_inside: Mapping[int, frozenset[str]]
    features_around: Mapping[str, frozenset[int]]
    tree: shapely.STRtree
    point_tree: shapely.STRtree

    def has_shape(self, feature: int) -> bool:
        """Tell whether a feature has an area."""
        return self.areas[feature] > 0

    def distance(self, feature: int, code: str) -> float:
        """Return the distance in metres from a feature to the point of a locality; infinite without a point."""
        return (
            float(shapely.distance(self.shapes[feature], self.points[code])) if code in self.points else inf
        )

    def gap(self, feature: int, others: Collection[int]) -> float:
        """Return the distance in metres from a feature to the nearest of others."""
        return float(min(shapely.distance(self.shapes[feature], self.shapes[other]) for other in others))

    def neighbours(self, feature: int) -> frozenset[int]:
        """Return the other features that a feature touches, up to a narrow gap."""
        numbers = list(self.shapes)
        found = self.tree.query(self.shapes[feature], predicate="dwithin", distance=TOUCHING)
        return frozenset(numbers[at] for at in found) - {feature}

    def contains(self, feature: int, code: str) -> bool:
        """Tell whether the point of a locality lies in a feature."""
        return code in self.codes_inside[feature]

    def is_near(self, feature: int, code: str) -> bool:
        """Tell whether the point of a locality lies in or near a feature; true where the register has no point."""
        if code not in self.points or self.contains(feature, code):
            return True
        shape, point = self.shapes[feature], self.points[code]
        if code in archipelagos.INSETS:
            return bool(reaches_high_sea(shape) and shapely.dwithin(shape, point, MAX_SEA_DISTANCE))
        return bool(shapely.dwithin(shape, point, MAX_DISTANCE))

    def is_near_any(self, feature: int) -> bool:
        """Tell whether a feature is near the point of any locality."""
        found = self.point_tree.query(self.shapes[feature], predicate="dwithin", distance=MAX_DISTANCE)
        return len(found) > 0

    def has_area_of(self, features: Collection[int], locality: Locality, factor: float) -> bool:
        """Tell whether features together have the area of a locality, up to a factor; true for insets."""
        if not locality.area_km2 or locality.code in archipelagos.INSETS:
            return True
        area = sum(self.areas[feature] for feature in features)
        return locality.area_km2 / factor <= area <= locality.area_km2 * factor

    def fits_with(
        self, added: Collection[int], kept: Collection[int], locality: Locality, factor: float, small: float
    ) -> bool:
        """Tell whether features may be parts of a locality besides those it has.

        They may if all together have its area up to a factor, if they bring it nearer to the register's, or if they
        are at most a small share of it.
        """
        if not locality.area_km2 or not kept or self.has_area_of([*kept, *added], locality, factor):
            return True
        before = sum(self.areas[feature] for feature in kept)
        more = sum(self.areas[feature] for feature in added)
        nearer = abs(log((before + more) / locality.area_km2)) <= abs(log(before / locality.area_km2))
        return nearer or more <= small * before


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
    shapes = np.where(shapely.is_missing(shapes), shapely.Polygon(), shapes)
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
    tree = shapely.STRtree(shapes)
    for point, shape in zip(*tree.query(points, predicate="intersects"), strict=True):
        inside[features[shape]].add(codes[point])
        around[codes[point]].add(features[shape])
    return SpatialJoin(
        dict(zip(features, shapes, strict=True)),
        dict(zip(features, shapely.area(shapes) / 1e6, strict=True)),
        dict(zip(codes, points, strict=True)),
        {feature: frozenset(inside[feature]) for feature in features},
        {code: frozenset(around[code]) for code in codes},
        tree,
        shapely.STRtree(points),
    )
