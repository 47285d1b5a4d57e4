"""Turns matched and repaired shapes into the files the maps are served from, within their size."""

import json
from collections.abc import Iterator, Mapping

import geopandas as gpd
import numpy as np
import shapely

from geo import archipelagos, boundaries
from geo.boundaries import Feature, Locality
from geo.boundary_asset import COUNTRY, BoundaryAsset, build_asset
from geo.importing.repair import Shapes, polygons_only, simplify_coverage
from geo.schematic import DEGREES, EQUAL_AREA

DECIMALS = 5  # of a degree: about 1 m
LABEL = ("label_lon", "label_lat")
LABEL_STEP = 50.0  # metres within which the place for a name is looked for

# What a browser reads at once, in MB of text: a level's file of the whole, and of one province at any level.
WHOLE_MB = {"province": 1.0, "district": 2.0, "commune": 6.0}
PROVINCE_MB = 1.0
HIGH_SEA_METRES = 400_000.0  # east of the projection's middle: no part beyond HIGH_SEA lies nearer
CORNER_BYTES = 20  # a corner as "108.12345,11.12345" with its brackets
FEATURE_BYTES = 350  # a locality's properties


def draw(
    shapes: Mapping[str, shapely.Geometry],
    places: Mapping[str, Locality],
    vintage: str,
    source: str,
    *,
    whole: bool,
) -> dict[str, BoundaryAsset]:
    """Draw a level's shapes: each province by itself, and all of them together in less detail.

    Parameters
    ----------
    shapes : mapping of str to Geometry
        By code, a coverage in metres, as ``repair`` makes it. Special zones drawn as insets may be missing.
    places : mapping of str to Place
        The localities to draw, of one level.
    vintage : str
        Of the localities.
    source : str
        What the maps say the shapes are from.
    whole : bool
        Whether these are all localities there are.

    Returns
    -------
    dict of str to Sheet
        By province, ``VN`` for all together.
    """
    level = next(place.level for place in places.values())
    title = f"{level}-{vintage}"
    members: dict[str, dict[str, Locality]] = {}
    for code, place in places.items():
        members.setdefault(place.province, {})[code] = place
    parts = {
        province: _features(shapes, inside, vintage, source, PROVINCE_MB)
        for province, inside in members.items()
    }
    sheets = {province: build_asset(f"{title}-{province}", features) for province, features in parts.items()}
    if not whole:
        return sheets
    labels = {each["properties"]["code"]: each["properties"] for part in parts.values() for each in part}
    return {
        COUNTRY: build_asset(title, _features(shapes, places, vintage, source, WHOLE_MB[level], labels)),
        **sheets,
    }


def _features(
    shapes: Mapping[str, shapely.Geometry],
    places: Mapping[str, Locality],
    vintage: str,
    source: str,
    megabytes: float,
    labels: Mapping[str, Mapping[str, float]] | None = None,
) -> list[Feature]:
    """The features of a sheet in the register's order, together no larger than allowed."""
    drawn = [code for code in places if code in shapes and code not in archipelagos.INSETS]
    corners = int((megabytes * 1e6 - FEATURE_BYTES * len(drawn)) / CORNER_BYTES)
    simple, _ = simplify_coverage(np.array([ashore(shapes[code]) for code in drawn], dtype=object), corners)
    degrees = dict(zip(drawn, rounded(simple), strict=True))
    named = labels or dict(zip(drawn, _labels(simple), strict=True))

    def feature(code: str, place: Locality) -> Feature:
        if code not in degrees:
            return boundaries.with_register_properties(boundaries.inset_feature(code), place, vintage)
        label = {at: named[code][at] for at in LABEL}
        about = {"area_km2": place.area_km2, **label, "source": source}
        geometry = json.loads(shapely.to_geojson(degrees[code]))
        return boundaries.with_register_properties(
            {"properties": about, "geometry": geometry}, place, vintage
        )

    return [feature(code, place) for code, place in places.items()]


def ashore(shape: shapely.Geometry) -> shapely.Geometry:
    """Leave out a shape's parts on the high sea, which the insets of Hoàng Sa and Trường Sa stand for; in metres."""
    if shape.bounds[2] < HIGH_SEA_METRES:
        return shape
    parts = shapely.get_parts(shape)
    centres = gpd.GeoSeries(shapely.centroid(parts), crs=EQUAL_AREA).to_crs(DEGREES)
    return shapely.multipolygons(parts[centres.x.to_numpy() < boundaries.HIGH_SEA_LON])


def rounded(shapes: Shapes) -> Shapes:
    """Bring shapes from metres to rounded degrees, each still valid and an area."""
    degrees = np.asarray(gpd.GeoSeries(shapes, crs=EQUAL_AREA).to_crs(DEGREES).values)
    short = shapely.transform(degrees, lambda corners: corners.round(DECIMALS))
    short = shapely.remove_repeated_points(short)
    broken = ~shapely.is_valid(short)
    short[broken] = shapely.make_valid(short[broken], method="structure", keep_collapsed=False)
    return polygons_only(short)


def _labels(shapes: Shapes) -> Iterator[dict[str, float]]:
    """Where each name has most room."""
    centres = shapely.get_point(shapely.maximum_inscribed_circle(shapes, LABEL_STEP), 0)
    places = gpd.GeoSeries(centres, crs=EQUAL_AREA).to_crs(DEGREES)
    for lon, lat in zip(places.x.round(4), places.y.round(4), strict=True):
        yield dict(zip(LABEL, (lon, lat), strict=True))
