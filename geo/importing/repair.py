"""Makes a clean coverage of what a file holds, says how much was changed, and simplifies shared borders together."""

from bisect import bisect_left
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely

Shapes: TypeAlias = npt.NDArray[np.object_]

GAP_WIDTH = 100.0  # metres: narrower gaps between neighbours are closed
SLIVER_WIDTH = 5.0  # metres: parts along a neighbour's border that are narrower on the mean go to it
NOTICEABLE = 1.0  # square metres: less is rounding
# Steps by which lines are simplified, in metres, until the size fits.
TOLERANCES = (0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 65.0, 100.0, 150.0, 220.0, 330.0, 500.0)


@dataclass(frozen=True)
class Repairs:
    """How much was changed; areas in km²."""

    invalid_shapes: int = 0
    slivers: int = 0
    slivers_km2: float = 0.0
    overlaps: int = 0
    overlaps_km2: float = 0.0
    gaps_km2: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return the counts and areas by name, areas to a square metre."""
        return {name: round(value, 6) for name, value in asdict(self).items()}


def repair(shapes: Shapes, gap_width: float = GAP_WIDTH) -> tuple[Shapes, Repairs]:
    """Make shapes a coverage: each valid, none over another, every border shared.

    Islands stay, however small. A shape that another covers wholly comes out empty.

    Parameters
    ----------
    shapes : array of Geometry
        In metres.
    gap_width : float
        In metres; wider gaps, such as lakes, stay.

    Returns
    -------
    shapes : array of Polygon and MultiPolygon
    repairs : Repairs
    """
    invalid = ~shapely.is_valid(shapes)
    sound = areal(
        np.where(invalid, shapely.make_valid(shapes, method="structure", keep_collapsed=False), shapes)
    )
    trimmed, slivers, slivers_area = _without_slivers(sound)
    pairs, overlap = _overlaps(trimmed)
    clean: Shapes = shapely.coverage_clean(trimmed, gap_width=gap_width)
    gaps = shapely.area(clean).sum() - (shapely.area(trimmed).sum() - overlap)
    return areal(clean), Repairs(
        invalid_shapes=int(invalid.sum()),
        slivers=slivers,
        slivers_km2=slivers_area / 1e6,
        overlaps=pairs,
        overlaps_km2=overlap / 1e6,
        gaps_km2=max(float(gaps), 0.0) / 1e6,
    )


def areal(shapes: Shapes) -> Shapes:
    """Keep what has an area: of a collection its polygons, of a line or point nothing."""
    mixed = ~np.isin(
        shapely.get_type_id(shapes), (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
    )
    kept = shapes.copy()
    kept[mixed] = [_polygons(shape) for shape in shapes[mixed]]
    return kept


def _polygons(shape: shapely.Geometry | None) -> shapely.Geometry:
    parts = shapely.get_parts(shapely.get_parts(shape)) if shape is not None else np.array([], dtype=object)
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def _without_slivers(shapes: Shapes) -> tuple[Shapes, int, float]:
    """The shapes with each thin part given to the neighbour it lies against, how many these were and their area."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    thin = (2 * shapely.area(parts) < SLIVER_WIDTH * shapely.length(parts)) & ~_largest(parts, owner)
    suspects = np.flatnonzero(thin)
    at, other = shapely.STRtree(shapes).query(parts[suspects], predicate="intersects")
    sliver = suspects[at]
    shared = shapely.length(shapely.intersection(parts[sliver], shapes[other])) * (owner[sliver] != other)
    order = np.lexsort((shared, sliver))
    last = np.append(np.diff(sliver[order]) > 0, True)[: len(order)]  # where a part shares most
    taken = order[last & (shared[order] > 0)]
    new_owner = owner.copy()
    new_owner[sliver[taken]] = other[taken]
    trimmed = shapes.copy()
    for changed in np.union1d(owner[sliver[taken]], other[taken]):
        trimmed[changed] = shapely.union_all(parts[new_owner == changed])
    return trimmed, len(taken), float(shapely.area(parts[sliver[taken]]).sum())


def _largest(parts: Shapes, owner: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether a part is the largest of its shape."""
    order = np.lexsort((shapely.area(parts), owner))
    largest = np.zeros(len(parts), dtype=bool)
    largest[order[np.append(np.diff(owner[order]) > 0, True)[: len(order)]]] = True
    return largest


def _overlaps(shapes: Shapes) -> tuple[int, float]:
    """How many pairs of shapes overlap, and by how many square metres in all."""
    wrong = np.flatnonzero(~shapely.is_empty(shapely.coverage_invalid_edges(shapes)))
    one, other = shapely.STRtree(shapes).query(shapes[wrong], predicate="intersects")
    pairs = np.unique(np.sort(np.column_stack([wrong[one], other]), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    areas = shapely.area(shapely.intersection(shapes[pairs[:, 0]], shapes[pairs[:, 1]]))
    return int((areas > NOTICEABLE).sum()), float(areas.sum())


def simplify(shapes: Shapes, corners: int) -> tuple[Shapes, float]:
    """Simplify a coverage, shared borders together, until it has no more corners than wanted.

    Parameters
    ----------
    shapes : array of Geometry
        A coverage in metres, as ``repair`` makes it.
    corners : int
        At most so many; more remain only where the coarsest step is not enough.

    Returns
    -------
    shapes : array of Geometry
        A coverage; every part of a shape is still there.
    tolerance : float
        Metres given up; 0 where nothing was simplified.
    """

    @cache  # the search ends at a step it has tried
    def coarse(tolerance: float) -> Shapes:
        return shapes if tolerance == 0 else shapely.coverage_simplify(shapes, tolerance)

    def fits(tolerance: float) -> bool:
        return bool(shapely.get_num_coordinates(coarse(tolerance)).sum() <= corners)

    first = bisect_left(TOLERANCES, True, key=fits)
    tolerance = TOLERANCES[min(first, len(TOLERANCES) - 1)]
    return coarse(tolerance), tolerance
