"""Power diagrams: weighted Voronoi cells that have the areas asked for.

A point's power cell holds every place x where ``|x − p|² − w`` is smaller than for any other point: raising
the weight w widens the cell. Where the areas sum to the outline's own, one set of weights gives each cell
exactly its area. Newton's method finds it, every step shortened until no cell vanishes (J. Kitagawa, Q.
Mérigot, B. Thibert, "Convergence of a Newton algorithm for semi-discrete optimal transport", J. Eur. Math.
Soc. 21, 2019).

Bounded cells end, besides, at a disc of radius ``√w`` around their point. They may leave some of a larger
outline empty, and so show where points of these areas would have their outer border.
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

CLOSE_ENOUGH = 1e-3
MOST_STEPS = 100
STEP_LENGTHS = [2.0**-halvings for halvings in range(17)]
SNAP_METRES = 0.01
TILE = 40_000.0  # metres
AT_SEA = 0.01
TINY = 1e-9
GUARDS = 16
ARC_SEGMENTS = 16


class Triangulation(NamedTuple):
    """The dual of a power diagram: each triangle's points, and the corner where their three cells meet."""

    triangles: Indices
    corners: Numbers


class Ground(NamedTuple):
    """An outline, and the same cut into tiles: a shape across its border is cut along the few tiles it meets, not
    along the whole of a country's coast."""

    outline: shapely.Geometry
    tiles: shapely.STRtree


class Measure(NamedTuple):
    """The areas of the cells, and how much each of them gains for each unit of each weight."""

    areas: Numbers
    gains: csr_array


def triangulate(points: Numbers, weights: Numbers) -> Triangulation:
    """Join the points whose cells touch.

    Points are lifted onto the paraboloid ``z = x² + y² − w``; the underside of their convex hull, seen from
    below, is the dual of the diagram (F. Aurenhammer, "Power diagrams", SIAM J. Comput. 16, 1987). A far ring
    of guards, numbered after the points, closes the outer cells.

    Parameters
    ----------
    points : array of shape (n, 2)
        Distinct places, in metres.
    weights : array of shape (n,)
        Square metres; only their differences count.

    Returns
    -------
    Triangulation
        ``triangles`` of shape (m, 3), ``corners`` of shape (m, 2). A point outweighed by its neighbours is in
        none.
    """
    origin = points.mean(axis=0)
    near = points - origin
    # With the largest weight at nought, no weight can lift a point through the ring of guards.
    heights = (near**2).sum(axis=1) - (weights - weights.max())
    reach = np.sqrt(max(np.abs(heights).max(), np.abs(weights).max())) + 1
    angles = 2 * np.pi * (np.arange(GUARDS) + 0.5) / GUARDS
    ring = 20 * np.column_stack([np.cos(angles), np.sin(angles)])
    places = np.vstack([near / reach, ring])
    lifted = np.concatenate([heights / reach**2, (ring**2).sum(axis=1)])
    hull = ConvexHull(np.column_stack([places, lifted]))
    below = hull.equations[:, 2] < -1e-9
    # A facet z = 2ax + 2by + c lies over three points that (a, b) is equally far from, in powers.
    normals = hull.equations[below]
    corners = normals[:, :2] / (-2 * normals[:, 2:3])
    return Triangulation(hull.simplices[below], corners * reach + origin)


def cells(points: Numbers, weights: Numbers, outline: shapely.Geometry, *, bounded: bool = False) -> Shapes:
    """Cut an outline into power cells that share their borders exactly.

    Parameters
    ----------
    points : array of shape (n, 2)
        Distinct places in metres.
    weights : array of shape (n,)
        Square metres.
    outline : shapely.Geometry
        Polygon or multipolygon in metres.
    bounded : bool
        Whether each cell ends at the disc of radius ``√w`` around its point.

    Returns
    -------
    array of shape (n,)
        A valid coverage: one polygon or multipolygon a point, in the points' order.
    """
    whole = _polygons(points, triangulate(points, weights))
    if bounded:
        whole = shapely.intersection(whole, _discs(points, weights))
    cut = shapely.intersection(whole, outline)
    return np.asarray(shapely.coverage_clean(cut, snapping_distance=SNAP_METRES))


def fit(
    points: Numbers, areas: Numbers, outline: shapely.Geometry, *, bounded: bool = False, give: float = 0.0
) -> Numbers:
    """Find the weights whose cells have the areas asked for.

    Parameters
    ----------
    points : array of shape (n, 2)
        Distinct places in metres, each with some of the outline nearer to it than to any other.
    areas : array of shape (n,)
        Square metres. Unbounded cells fill the outline together, so of their areas only the proportions
        count.
    outline : shapely.Geometry
        Polygon or multipolygon in metres; for bounded cells, larger than the areas' sum.
    bounded : bool
        Whether each cell ends at the disc of radius ``√w`` around its point.
    give : float
        How much area a cell of mean size yields for each unit that its weight stands out from the mean; the others
        yield in proportion to their size. Where an outline is too narrow in one place and too wide in another, exact
        areas would push all cells between them along; with a give, the areas near by make up for it. Areas differ
        from those asked for accordingly.

    Returns
    -------
    array of shape (n,)
        Weights in square metres, with which every cell is within 0.1 % of its area, give considered.

    Raises
    ------
    ValueError
        If a point starts without a cell, or the weights do not settle.
    """
    areas = np.asarray(areas, dtype=float)
    wanted = areas if bounded else areas * outline.area / areas.sum()
    ground = _tiled(outline)
    weights = np.full(len(areas), areas.mean() / np.pi)
    found = _measure(points, weights, ground, bounded)
    floor = 0.5 * min(found.areas.min(), wanted.min())
    if floor <= 0:
        raise ValueError(f"no place of the outline is nearest to point {int(found.areas.argmin())}")
    yields = give * areas / areas.mean()
    soft = diags_array(yields)

    def missing(weights: Numbers, found: Measure) -> Numbers:
        return np.asarray(wanted - yields * (weights - np.average(weights, weights=areas)) - found.areas)

    lack = missing(weights, found)
    for _ in range(MOST_STEPS):
        if np.abs(lack / wanted).max() < CLOSE_ENOUGH:
            return weights
        direction = spsolve((found.gains + soft).tocsc(), lack)
        for length in STEP_LENGTHS:
            ahead = weights + length * direction
            trial = _measure(points, ahead, ground, bounded)
            left = np.linalg.norm(missing(ahead, trial)) / np.linalg.norm(lack)
            if trial.areas.min() > floor and left <= 1 - length / 2:
                break
        weights, found, lack = ahead, trial, missing(ahead, trial)
    raise ValueError(f"cells are still {np.abs(lack / wanted).max():.1%} off after {MOST_STEPS} steps")


def _tiled(outline: shapely.Geometry) -> Ground:
    west, south, east, north = shapely.bounds(outline)
    across, up = np.arange(west, east, TILE), np.arange(south, north, TILE)
    boxes = shapely.box(*np.meshgrid(across, up), *np.meshgrid(across + TILE, up + TILE)).ravel()
    shapely.prepare(outline)
    tiles = shapely.intersection(boxes[shapely.intersects(outline, boxes)], outline)
    return Ground(outline, shapely.STRtree(tiles))


def _within(ground: Ground, shapes: Shapes, measure: Callable[[Shapes], Numbers]) -> Numbers:
    """The area or length of what lies inside the outline of each shape."""
    inside = shapely.contains_properly(ground.outline, shapes)
    found = np.where(inside, measure(shapes), 0.0)
    across = np.flatnonzero(~inside)
    shape, tile = ground.tiles.query(shapes[across])
    parts = shapely.intersection(shapes[across][shape], ground.tiles.geometries[tile])
    found[across] = np.bincount(shape, measure(parts), minlength=len(across))
    return found


def _measure(points: Numbers, weights: Numbers, ground: Ground, bounded: bool) -> Measure:
    """Areas inside the outline, and their gains.

    Where two cells meet along a length L and their points are d apart, a unit more weight on one moves their
    border by 1/(2d), so L/(2d) of area goes over. A disc's arc of length L moves out by 1/(2√w).
    """
    dual = triangulate(points, weights)
    whole = _polygons(points, dual)
    pairs, lines = _borders(dual, len(points))
    rim = np.full(len(points), TINY)
    if bounded:
        discs = _discs(points, weights)
        arcs = shapely.intersection(shapely.boundary(discs), whole)
        rim += _within(ground, arcs, shapely.length) / (2 * np.sqrt(np.maximum(weights, 1)))
        whole = shapely.intersection(whole, discs)
        lines = shapely.intersection(lines, discs[pairs[:, 0]])
    areas = _within(ground, whole, shapely.area)
    # A cell alone on its island has no border on land: a little of its border at sea lets the weight grow
    # ashore.
    lengths = _within(ground, lines, shapely.length)
    lengths += AT_SEA * shapely.length(shapely.intersection(lines, shapely.convex_hull(ground.outline)))
    apart = np.linalg.norm(points[pairs[:, 0]] - points[pairs[:, 1]], axis=1)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    flow = csr_array((np.tile(lengths / (2 * apart), 2), both.T), shape=(len(points), len(points)))
    return Measure(areas, csr_array(diags_array(flow.sum(axis=1) + rim) - flow))


def _polygons(points: Numbers, dual: Triangulation) -> Shapes:
    """Each point's whole cell: the corners of its triangles, taken around; an empty polygon where it has
    none."""
    owner = dual.triangles.ravel()
    corners = np.repeat(dual.corners, 3, axis=0)
    corners, owner = corners[owner < len(points)], owner[owner < len(points)]
    found, place, times = np.unique(owner, return_inverse=True, return_counts=True)
    centres = np.column_stack([np.bincount(place, corners[:, axis]) / times for axis in (0, 1)])
    spokes = corners - centres[place]
    order = np.lexsort((np.arctan2(spokes[:, 1], spokes[:, 0]), place))
    shapes = np.full(len(points), shapely.Polygon(), dtype=object)
    shapes[found] = shapely.polygons(shapely.linearrings(corners[order], indices=place[order]))
    return shapes


def _borders(dual: Triangulation, count: int) -> tuple[Indices, Shapes]:
    """The line between each two neighbouring cells, from the corner of one triangle to that of its twin."""
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
