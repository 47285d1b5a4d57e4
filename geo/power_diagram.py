"""Power diagrams: weighted Voronoi cells with given areas.

The power cell of a point p with weight w contains every location x where ``|x − p|² − w`` is smaller than for any
other point. A larger weight gives a larger cell. If the areas sum to the area of the outline, there is one set of
weights, up to a constant, that gives each cell exactly its area. Newton's method finds it; each step is shortened
until no cell vanishes (J. Kitagawa, Q. Mérigot, B. Thibert, "Convergence of a Newton algorithm for semi-discrete
optimal transport", J. Eur. Math. Soc. 21, 2019).

A bounded cell also ends at a disc of radius ``√w`` around its point. Bounded cells may leave a part of the outline
empty. Their union shows which outline the points need for their areas.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import csr_array, diags_array
from scipy.sparse.linalg import spsolve
from scipy.spatial import ConvexHull

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
Shapes = npt.NDArray[Any]

MAX_RELATIVE_ERROR = 1e-3  # of the area of a cell
MAX_STEPS = 100
STEP_LENGTHS = [2.0**-halvings for halvings in range(17)]
SNAP_METRES = 0.01
TILE_METRES = 40_000.0
SEA_BORDER_SHARE = 0.01  # of the length of a border at sea counts as border on land
EPSILON = 1e-9
GUARDS = 16
ARC_SEGMENTS = 16


class Triangulation(NamedTuple):
    """The dual of a power diagram: the three points of each triangle, and the corner where their cells meet."""

    triangles: Indices
    corners: Numbers


class TiledOutline(NamedTuple):
    """An outline, and the same outline cut into tiles.

    A shape that crosses the outline is intersected with the few tiles that it meets, not with the whole outline.
    """

    outline: shapely.Geometry
    tiles: shapely.STRtree


class CellAreas(NamedTuple):
    """The areas of the cells, and their Jacobian: the derivative of each area with respect to each weight."""

    areas: Numbers
    jacobian: csr_array


def triangulate(points: Numbers, weights: Numbers) -> Triangulation:
    """Return the triangulation that joins the points whose cells touch.

    The points are lifted onto the paraboloid ``z = x² + y² − w``. The lower side of their convex hull is the dual of
    the diagram (F. Aurenhammer, "Power diagrams", SIAM J. Comput. 16, 1987). A distant ring of guard points, numbered
    after the points, closes the outer cells.

    Parameters
    ----------
    points : array of shape (n, 2)
        Distinct points, in metres.
    weights : array of shape (n,)
        Square metres; only their differences count.

    Returns
    -------
    Triangulation
        ``triangles`` of shape (m, 3), ``corners`` of shape (m, 2). A point whose cell is empty is in no triangle.
    """
    origin = points.mean(axis=0)
    centred = points - origin
    # With 0 as the largest weight, no weight can lift a point through the ring of guards.
    heights = (centred**2).sum(axis=1) - (weights - weights.max())
    scale = np.sqrt(max(np.abs(heights).max(), np.abs(weights).max())) + 1
    angles = 2 * np.pi * (np.arange(GUARDS) + 0.5) / GUARDS
    ring = 20 * np.column_stack([np.cos(angles), np.sin(angles)])
    base = np.vstack([centred / scale, ring])
    lifted = np.concatenate([heights / scale**2, (ring**2).sum(axis=1)])
    hull = ConvexHull(np.column_stack([base, lifted]))
    below = hull.equations[:, 2] < -1e-9
    # A facet z = 2ax + 2by + c lies over three points that have the same power at (a, b).
    normals = hull.equations[below]
    corners = normals[:, :2] / (-2 * normals[:, 2:3])
    return Triangulation(hull.simplices[below], corners * scale + origin)


def cells(points: Numbers, weights: Numbers, outline: shapely.Geometry, *, bounded: bool = False) -> Shapes:
    """Cut an outline into power cells that share their borders exactly.

    Parameters
    ----------
    points : array of shape (n, 2)
        Distinct points, in metres.
    weights : array of shape (n,)
        Square metres.
    outline : shapely.Geometry
        Polygon or multipolygon in metres.
    bounded : bool
        Whether each cell ends at the disc of radius ``√w`` around its point.

    Returns
    -------
    array of shape (n,)
        A valid coverage: one polygon or multipolygon for each point, in the order of the points.
    """
    whole = _polygons(points, triangulate(points, weights))
    if bounded:
        whole = shapely.intersection(whole, _discs(points, weights))
    cut = shapely.intersection(whole, outline)
    return np.asarray(shapely.coverage_clean(cut, snapping_distance=SNAP_METRES))


def fit_weights(
    points: Numbers,
    areas: Numbers,
    outline: shapely.Geometry,
    *,
    bounded: bool = False,
    compliance: float = 0.0,
) -> Numbers:
    """Find the weights whose cells have the given areas.

    Parameters
    ----------
    points : array of shape (n, 2)
        Distinct points in metres; for each, some part of the outline must be nearer to it than to any other.
    areas : array of shape (n,)
        Square metres. Unbounded cells fill the outline, so only the proportions of their areas count.
    outline : shapely.Geometry
        Polygon or multipolygon in metres; for bounded cells, larger than the sum of the areas.
    bounded : bool
        Whether each cell ends at the disc of radius ``√w`` around its point.
    compliance : float
        How much area a cell of mean size gives up for each unit by which its weight exceeds the mean; the others give
        up area in proportion to their size. An outline can be too narrow in one region and too wide in another. With
        exact areas, all cells between the two regions would be displaced. With a compliance, cells near by absorb the
        difference, and areas differ from the given ones.

    Returns
    -------
    array of shape (n,)
        Weights in square metres. Every cell has its area, corrected for the compliance, within 0.1 %.

    Raises
    ------
    ValueError
        If a point has no cell at the start, or if the method does not converge.
    """
    areas = np.asarray(areas, dtype=float)
    targets = areas if bounded else areas * outline.area / areas.sum()
    tiled = _tiled(outline)
    weights = np.full(len(areas), areas.mean() / np.pi)
    current = _cell_areas(points, weights, tiled, bounded)
    floor = 0.5 * min(current.areas.min(), targets.min())
    if floor <= 0:
        raise ValueError(f"no part of the outline is nearest to point {int(current.areas.argmin())}")
    compliances = compliance * areas / areas.mean()

    def deficits(weights: Numbers, cells: CellAreas) -> Numbers:
        excess = weights - np.average(weights, weights=areas)
        return np.asarray(targets - compliances * excess - cells.areas)

    deficit = deficits(weights, current)
    for _ in range(MAX_STEPS):
        if np.abs(deficit / targets).max() < MAX_RELATIVE_ERROR:
            return weights
        direction = spsolve((current.jacobian + diags_array(compliances)).tocsc(), deficit)
        for length in STEP_LENGTHS:
            next_weights = weights + length * direction
            trial = _cell_areas(points, next_weights, tiled, bounded)
            next_deficit = deficits(next_weights, trial)
            remaining = np.linalg.norm(next_deficit) / np.linalg.norm(deficit)
            if trial.areas.min() > floor and remaining <= 1 - length / 2:
                break
        weights, current, deficit = next_weights, trial, next_deficit
    raise ValueError(f"cells are still {np.abs(deficit / targets).max():.1%} off after {MAX_STEPS} steps")


def _tiled(outline: shapely.Geometry) -> TiledOutline:
    west, south, east, north = shapely.bounds(outline)
    lefts, bottoms = np.arange(west, east, TILE_METRES), np.arange(south, north, TILE_METRES)
    corners = *np.meshgrid(lefts, bottoms), *np.meshgrid(lefts + TILE_METRES, bottoms + TILE_METRES)
    boxes = shapely.box(*corners).ravel()
    shapely.prepare(outline)
    tiles = shapely.intersection(boxes[shapely.intersects(outline, boxes)], outline)
    return TiledOutline(outline, shapely.STRtree(tiles))


def _measure_inside(tiled: TiledOutline, shapes: Shapes, measure: Callable[[Shapes], Numbers]) -> Numbers:
    """Return the area or length of the part of each shape that lies inside the outline."""
    inside = shapely.contains_properly(tiled.outline, shapes)
    measured = np.where(inside, measure(shapes), 0.0)
    crossing = np.flatnonzero(~inside)
    shape, tile = tiled.tiles.query(shapes[crossing])
    parts = shapely.intersection(shapes[crossing][shape], tiled.tiles.geometries[tile])
    measured[crossing] = np.bincount(shape, measure(parts), minlength=len(crossing))
    return measured


def _cell_areas(points: Numbers, weights: Numbers, tiled: TiledOutline, bounded: bool) -> CellAreas:
    """Return the areas inside the outline, and their Jacobian.

    Two cells meet along a border of length L, and their points are a distance d apart. If one weight grows by a unit,
    the border moves by 1/(2d), so an area of L/(2d) changes from one cell to the other. An arc of length L of a disc
    moves outwards by 1/(2√w).
    """
    dual = triangulate(points, weights)
    shapes = _polygons(points, dual)
    pairs, borders = _borders(dual, len(points))
    outward = np.full(len(points), EPSILON)
    if bounded:
        discs = _discs(points, weights)
        arcs = shapely.intersection(shapely.boundary(discs), shapes)
        outward += _measure_inside(tiled, arcs, shapely.length) / (2 * np.sqrt(np.maximum(weights, 1)))
        shapes = shapely.intersection(shapes, discs)
        borders = shapely.intersection(borders, discs[pairs[:, 0]])
    areas = _measure_inside(tiled, shapes, shapely.area)
    # A cell alone on its island has no border on land. A small share of its border at sea lets its weight grow until
    # the cell reaches the mainland.
    lengths = _measure_inside(tiled, borders, shapely.length)
    hull = shapely.convex_hull(tiled.outline)
    lengths += SEA_BORDER_SHARE * shapely.length(shapely.intersection(borders, hull))
    distances = np.linalg.norm(points[pairs[:, 0]] - points[pairs[:, 1]], axis=1)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    exchange = csr_array((np.tile(lengths / (2 * distances), 2), both.T), shape=(len(points), len(points)))
    return CellAreas(areas, csr_array(diags_array(exchange.sum(axis=1) + outward) - exchange))


def _polygons(points: Numbers, dual: Triangulation) -> Shapes:
    """Return the unclipped cell of each point: the corners of its triangles in angular order."""
    owner = dual.triangles.ravel()
    corners = np.repeat(dual.corners, 3, axis=0)
    corners, owner = corners[owner < len(points)], owner[owner < len(points)]
    present, cell, counts = np.unique(owner, return_inverse=True, return_counts=True)
    centres = np.column_stack([np.bincount(cell, corners[:, axis]) / counts for axis in (0, 1)])
    spokes = corners - centres[cell]
    order = np.lexsort((np.arctan2(spokes[:, 1], spokes[:, 0]), cell))
    shapes = np.full(len(points), shapely.Polygon(), dtype=object)
    shapes[present] = shapely.polygons(shapely.linearrings(corners[order], indices=cell[order]))
    return shapes


def _borders(dual: Triangulation, count: int) -> tuple[Indices, Shapes]:
    """Return the pairs of neighbouring cells, and their borders: lines between the corners of adjacent triangles."""
    sides = np.sort(dual.triangles[:, [[0, 1], [1, 2], [2, 0]]], axis=2).reshape(-1, 2)
    triangle = np.repeat(np.arange(len(dual.triangles)), 3)
    order = np.lexsort(sides.T)
    sides, triangle = sides[order], triangle[order]
    twins = np.flatnonzero((sides[1:] == sides[:-1]).all(axis=1) & (sides[1:] < count).all(axis=1))
    ends = np.stack([dual.corners[triangle[twins]], dual.corners[triangle[twins + 1]]], axis=1)
    return sides[twins], shapely.linestrings(ends)


def _discs(points: Numbers, weights: Numbers) -> Shapes:
    radii = np.sqrt(np.maximum(weights, 0))
    return np.asarray(shapely.buffer(shapely.points(points), radii, quad_segs=ARC_SEGMENTS))
