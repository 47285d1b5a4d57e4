"""Builds the boundary assets of an import from its repaired shapes, within the size limits."""

import json
from collections.abc import Iterator, Mapping

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from geo import archipelagos, boundaries
from geo.boundaries import Feature, Locality
from geo.boundary_asset import COUNTRY, BoundaryAsset, build_asset
from geo.importing.repair import Shapes, polygons_only, simplify_coverage
from geo.schematic import DEGREES, EQUAL_AREA

DECIMALS = 5  # of a degree: about 1 m
LABEL = ("label_lon", "label_lat")
LABEL_PRECISION = 50.0  # metres: of the position of a label

# The largest size of a file, in MB of text: of a level of the country, and of one province at any level.
COUNTRY_MB = {"province": 1.0, "district": 2.0, "commune": 6.0}
PROVINCE_MB = 1.0
HIGH_SEA_METRES = 300_000.0  # east of the centre of the projection: every part on the high sea lies farther
CORNER_BYTES = 20  # size of a corner: "108.12345,11.12345" with its brackets
FEATURE_BYTES = 350  # size of the properties of a locality


def build_assets(
    shapes: Mapping[str, shapely.Geometry],
    localities: Mapping[str, Locality],
    vintage: str,
    source: str,
    *,
    whole: bool,
) -> dict[str, BoundaryAsset]:
    """Build the assets of a level: one for each province, and one of all provinces with less detail.

    Parameters
    ----------
    shapes : mapping of str to Geometry
        By code, a coverage in metres, as ``repair_coverage`` returns it. Special zones that are drawn as insets may
        be missing.
    localities : mapping of str to Locality
        The localities to draw, of one level.
    vintage : str
        Of the localities.
    source : str
        Who published the shapes, as maps say it.
    whole : bool
        Whether these are all localities of the country.

    Returns
    -------
    dict of str to BoundaryAsset
        By province, ``VN`` for all together.
    """
    level = next(each.level for each in localities.values())
    title = f"{level}-{vintage}"
    members: dict[str, dict[str, Locality]] = {}
    for code, locality in localities.items():
        members.setdefault(locality.province, {})[code] = locality
    parts = {
        province: _features(shapes, inside, vintage, source, PROVINCE_MB)
        for province, inside in members.items()
    }
    assets = {province: build_asset(f"{title}-{province}", features) for province, features in parts.items()}
    if not whole:
        return assets
    labels = {each["properties"]["code"]: each["properties"] for part in parts.values() for each in part}
    country = _features(shapes, localities, vintage, source, COUNTRY_MB[level], labels)
    return {COUNTRY: build_asset(title, country), **assets}


def _features(
    shapes: Mapping[str, shapely.Geometry],
    localities: Mapping[str, Locality],
    vintage: str,
    source: str,
    megabytes: float,
    labels: Mapping[str, Mapping[str, float]] | None = None,
) -> list[Feature]:
    """Return the features of an asset in the order of the register, simplified to the given size."""
    drawn = [code for code in localities if code in shapes and code not in archipelagos.INSETS]
    corners = int((megabytes * 1e6 - FEATURE_BYTES * len(drawn)) / CORNER_BYTES)
    mainland = np.array([drop_high_sea_parts(shapes[code]) for code in drawn], dtype=object)
    simple, _ = simplify_coverage(mainland, corners)
    degrees = dict(zip(drawn, to_rounded_degrees(simple), strict=True))
    positions = labels or dict(zip(drawn, _label_positions(simple), strict=True))

    def feature(code: str, locality: Locality) -> Feature:
        if code not in degrees:
            return boundaries.with_register_properties(boundaries.inset_feature(code), locality, vintage)
        label = {coordinate: positions[code][coordinate] for coordinate in LABEL}
        properties = {"area_km2": locality.area_km2, **label, "source": source}
        geometry = json.loads(shapely.to_geojson(degrees[code]))
        drawn_feature = {"properties": properties, "geometry": geometry}
        return boundaries.with_register_properties(drawn_feature, locality, vintage)

    return [feature(code, locality) for code, locality in localities.items()]


def drop_high_sea_parts(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape in metres without its parts on the high sea, which the insets of the archipelagos show."""
    if shape.bounds[2] < HIGH_SEA_METRES:
        return shape
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[~_on_high_sea(parts)])


def reaches_high_sea(shape: shapely.Geometry) -> bool:
    """Tell whether a shape in metres has a part on the high sea."""
    if shape.is_empty or shape.bounds[2] < HIGH_SEA_METRES:
        return False
    return bool(_on_high_sea(shapely.get_parts(shape)).any())


def _on_high_sea(parts: Shapes) -> npt.NDArray[np.bool_]:
    centroids = gpd.GeoSeries(shapely.centroid(parts), crs=EQUAL_AREA).to_crs(DEGREES)
    on_high_sea: npt.NDArray[np.bool_] = centroids.x.to_numpy() >= boundaries.HIGH_SEA_LON
    return on_high_sea


def to_rounded_degrees(shapes: Shapes) -> Shapes:
    """Return shapes in metres as shapes in rounded degrees, each a valid area."""
    degrees = np.asarray(gpd.GeoSeries(shapes, crs=EQUAL_AREA).to_crs(DEGREES).values)
    rounded = shapely.transform(degrees, lambda corners: corners.round(DECIMALS))
    rounded = shapely.remove_repeated_points(rounded)
    invalid = ~shapely.is_valid(rounded)
    rounded[invalid] = shapely.make_valid(rounded[invalid], method="structure", keep_collapsed=False)
    return polygons_only(rounded)


def _label_positions(shapes: Shapes) -> Iterator[dict[str, float]]:
    """Yield for each shape the centre of its largest inscribed circle, where a name has most room."""
    centres = shapely.get_point(shapely.maximum_inscribed_circle(shapes, LABEL_PRECISION), 0)
    points = gpd.GeoSeries(centres, crs=EQUAL_AREA).to_crs(DEGREES)
    for lon, lat in zip(points.x.round(4), points.y.round(4), strict=True):
        yield dict(zip(LABEL, (lon, lat), strict=True))
