"""Repairs and simplifies coverages: sets of polygons that do not overlap and share their borders."""

from bisect import bisect_left
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely

Shapes: TypeAlias = npt.NDArray[np.object_]

GAP_WIDTH = 100.0  # metres: narrower gaps between neighbours are closed
SLIVER_WIDTH = 5.0  # metres of mean width: narrower parts go to the neighbour whose border they follow
MIN_OVERLAP = 1.0  # square metres: smaller overlaps are rounding errors
# The tolerances of simplification, in metres: the first one is used with which the size fits.
TOLERANCES = (0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 65.0, 100.0, 150.0, 220.0, 330.0, 500.0)


@dataclass(frozen=True)
class RepairSummary:
    """The numbers of repairs and their areas in km²."""

    invalid_shapes: int = 0
    slivers: int = 0
    slivers_km2: float = 0.0
    overlaps: int = 0
    overlaps_km2: float = 0.0
    gaps_km2: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return the numbers and areas by name, the areas rounded to a square metre."""
        return {name: round(value, 6) for name, value in asdict(self).items()}


def repair_coverage(shapes: Shapes, gap_width: float = GAP_WIDTH) -> tuple[Shapes, RepairSummary]:
    """Turn shapes into a coverage: each shape is valid, none overlaps another, and neighbours share their border.

    Islands of any size stay. A shape that another one covers entirely becomes empty.

    Parameters
    ----------
    shapes : array of Geometry
        In metres.
    gap_width : float
        In metres; wider gaps, such as lakes, stay open.

    Returns
    -------
    shapes : array of Polygon and MultiPolygon
    summary : RepairSummary
    """
    invalid = ~shapely.is_valid(shapes)
    valid = np.where(invalid, shapely.make_valid(shapes, method="structure", keep_collapsed=False), shapes)
    trimmed, slivers, slivers_area = _without_slivers(polygons_only(valid))
    overlaps, overlap_area = _overlaps(trimmed)
    clean: Shapes = shapely.coverage_clean(trimmed, gap_width=gap_width)
    gaps = shapely.area(clean).sum() - (shapely.area(trimmed).sum() - overlap_area)
    return polygons_only(clean), RepairSummary(
        invalid_shapes=int(invalid.sum()),
        slivers=slivers,
        slivers_km2=slivers_area / 1e6,
        overlaps=overlaps,
        overlaps_km2=overlap_area / 1e6,
        gaps_km2=max(float(gaps), 0.0) / 1e6,
    )


def polygons_only(shapes: Shapes) -> Shapes:
    """Replace each collection by its polygons, and each line or point by an empty multipolygon."""
    polygonal = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
    other = ~np.isin(shapely.get_type_id(shapes), polygonal)
    polygons = shapes.copy()
    polygons[other] = [_polygons(shape) for shape in shapes[other]]
    return polygons


def _polygons(shape: shapely.Geometry | None) -> shapely.Geometry:
    parts = shapely.get_parts(shapely.get_parts(shape)) if shape is not None else np.array([], dtype=object)
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def _without_slivers(shapes: Shapes) -> tuple[Shapes, int, float]:
    """Return the shapes with each sliver moved to its neighbour, the number of slivers and their area.

    A sliver goes to the shape with which it shares the longest border.
    """
    parts, owner = shapely.get_parts(shapes, return_index=True)
    thin = (2 * shapely.area(parts) < SLIVER_WIDTH * shapely.length(parts)) & ~_largest(parts, owner)
    candidates = np.flatnonzero(thin)
    at, other = shapely.STRtree(shapes).query(parts[candidates], predicate="intersects")
    sliver = candidates[at]
    shared = shapely.length(shapely.intersection(parts[sliver], shapes[other])) * (owner[sliver] != other)
    order = np.lexsort((shared, sliver))
    longest = np.append(np.diff(sliver[order]) > 0, True)[: len(order)]  # the last row of each sliver
    moved = order[longest & (shared[order] > 0)]
    new_owner = owner.copy()
    new_owner[sliver[moved]] = other[moved]
    trimmed = shapes.copy()
    for changed in np.union1d(owner[sliver[moved]], other[moved]):
        trimmed[changed] = shapely.union_all(parts[new_owner == changed])
    return trimmed, len(moved), float(shapely.area(parts[sliver[moved]]).sum())


def _largest(parts: Shapes, owner: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell for each part whether it is the largest of its shape."""
    order = np.lexsort((shapely.area(parts), owner))
    largest = np.zeros(len(parts), dtype=bool)
    largest[order[np.append(np.diff(owner[order]) > 0, True)[: len(order)]]] = True
    return largest


def _overlaps(shapes: Shapes) -> tuple[int, float]:
    """Return the number of pairs of shapes that overlap, and the total overlap in square metres."""
    invalid = np.flatnonzero(~shapely.is_empty(shapely.coverage_invalid_edges(shapes)))
    one, other = shapely.STRtree(shapes).query(shapes[invalid], predicate="intersects")
    pairs = np.unique(np.sort(np.column_stack([invalid[one], other]), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    areas = shapely.area(shapely.intersection(shapes[pairs[:, 0]], shapes[pairs[:, 1]]))
    return int((areas > MIN_OVERLAP).sum()), float(areas.sum())


def simplify_coverage(shapes: Shapes, corners: int) -> tuple[Shapes, float]:
    """Simplify a coverage to at most the given number of corners; shared borders stay shared.

    Parameters
    ----------
    shapes : array of Geometry
        A coverage in metres, as ``repair_coverage`` returns it.
    corners : int
        The largest number of corners. The result has more only if the largest tolerance is not enough.

    Returns
    -------
    shapes : array of Geometry
        A coverage; no part of a shape is removed.
    tolerance : float
        In metres; 0 where nothing was simplified.
    """

    @cache  # the search returns to a tolerance that it has tried
    def simplified(tolerance: float) -> Shapes:
        return shapes if tolerance == 0 else shapely.coverage_simplify(shapes, tolerance)

    def fits(tolerance: float) -> bool:
        return bool(shapely.get_num_coordinates(simplified(tolerance)).sum() <= corners)

    first = bisect_left(TOLERANCES, True, key=fits)
    tolerance = TOLERANCES[min(first, len(TOLERANCES) - 1)]
    return simplified(tolerance), tolerance
