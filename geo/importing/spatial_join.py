"""Where features and localities lie: the evidence that names and codes need."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from geo import archipelagos
from geo.boundaries import Locality
from geo.schematic import DEGREES, EQUAL_AREA

REACH = 10_000.0  # metres from a locality's point to its shape
SEA_REACH = 500_000.0  # the same for the islands of Hoàng Sa and Trường Sa, scattered over the sea


@dataclass(frozen=True)
class Ground:
    """The shapes of a file, their areas in km², the register's points, and which lie in which; in metres.

    ``inside`` gives the localities whose point lies in a feature, ``around`` the features around a locality's point.
    """

    shapes: Mapping[int, shapely.Geometry]
    areas: Mapping[int, float]
    points: Mapping[str, shapely.Geometry]
    inside: Mapping[int, frozenset[str]]
    around: Mapping[str, frozenset[int]]

    def holds(self, feature: int, code: str) -> bool:
        """Whether a locality's point lies in a feature."""
        return code in self.inside[feature]

    def near(self, feature: int, code: str) -> bool:
        """Whether a locality's point lies in a feature or not far off; so does one the register gives no point for."""
        if code not in self.points or self.holds(feature, code):
            return True
        reach = SEA_REACH if code in archipelagos.INSETS else REACH
        return bool(shapely.dwithin(self.shapes[feature], self.points[code], reach))

    def sized(self, features: Collection[int], place: Locality, times: float) -> bool:
        """Whether features together are at most so many times larger or smaller than the register says."""
        if not place.area_km2 or place.code in archipelagos.INSETS:
            return True
        area = sum(self.areas[feature] for feature in features)
        return place.area_km2 / times <= area <= place.area_km2 * times


def survey(frame: gpd.GeoDataFrame, places: Mapping[str, Locality]) -> Ground:
    """Find which localities' points lie in which features."""
    metres = np.asarray(frame.to_crs(EQUAL_AREA).geometry.values)
    sound = np.where(shapely.is_valid(metres), metres, shapely.make_valid(metres))
    known = {code: place for code, place in places.items() if place.lon is not None and place.lat is not None}
    lonlat = gpd.points_from_xy([p.lon for p in known.values()], [p.lat for p in known.values()], crs=DEGREES)
    points = np.asarray(lonlat.to_crs(EQUAL_AREA))
    inside, around = defaultdict(set), defaultdict(set)
    codes, features = list(known), list(frame.index)
    for point, shape in zip(*shapely.STRtree(sound).query(points, predicate="intersects"), strict=True):
        inside[features[shape]].add(codes[point])
        around[codes[point]].add(features[shape])
    return Ground(
        dict(zip(features, sound, strict=True)),
        dict(zip(features, shapely.area(sound) / 1e6, strict=True)),
        dict(zip(codes, points, strict=True)),
        {feature: frozenset(inside[feature]) for feature in features},
        {code: frozenset(around[code]) for code in codes},
    )
