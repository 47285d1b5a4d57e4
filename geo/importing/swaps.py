"""Finds labels that slipped to other shapes: neighbours exchanged, or rows of a table moved by one.

The claims of a file are compared with the assignment of shapes to localities that fits the points and areas of the
register best. Where they differ, they differ by cycles (A is labelled B, B is labelled A) and by chains (A is labelled
B, B is labelled C, and nobody is labelled A). A cycle or chain that fits much worse than the best assignment is told.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components, min_weight_full_bipartite_matching

from geo.boundaries import Locality
from geo.importing.spatial_join import MAX_DISTANCE, SpatialJoin

# The misfit of a shape and a locality: the distance from point to shape in widths of the shape, and AREA_WEIGHT times
# the logarithm of the ratio of the areas.
AREA_WEIGHT = 0.5
# Of a cycle together. Without swaps the largest gain in 4,000 communes of files of both vintages is below 0.01, and
# one of 20,500 exchanged pairs of neighbours gains less than 0.1.
CYCLE_GAIN = 0.1
# Of a chain together, and of one shape alone. A chain ends at a locality that no feature claims, such as one of another
# province, so rough shapes beside their own points gain by chance: up to 0.9 in the schematic provinces taken singly.
CHAIN_GAIN = 0.95
LONE_GAIN = 0.3
POSITIVE = 1e-3  # added to each misfit: a sparse matrix has no entries of 0

Indices = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]


def find_swapped(
    groups: Mapping[str, list[int]], localities: Mapping[str, Locality], join: SpatialJoin
) -> tuple[dict[int, str], float]:
    """Find the features whose labels belong to other shapes.

    Parameters
    ----------
    groups : mapping of str to list of int
        The features that claim each locality, by its code, as ``claims.on_land`` returns them.
    localities : mapping of str to Locality
        The localities of the level, by code.
    join : SpatialJoin
        The features and the points of the localities.

    Returns
    -------
    swapped : dict of int to str
        The code of the locality that each such feature fits best.
    misfit : float
        The median misfit of the best assignment: near 0 where it explains the whole file.
    """
    if not groups:
        return {}, 0.0
    owners, columns = list(groups), {code: at for at, code in enumerate(join.points)}
    own = np.array([columns[code] for code in owners])
    misfits = _misfits(groups, own, localities, join)
    rows, best = min_weight_full_bipartite_matching(misfits)
    moved = best != own
    links = _links(rows, best, own, len(columns))
    remaining = np.asarray(misfits[rows, best]).ravel()
    gains = np.asarray(misfits[rows, own]).ravel() - remaining
    closed = np.isin(best, own)
    codes = list(columns)
    swapped: dict[int, str] = {}
    for chain in np.unique(links[moved]):
        members = np.flatnonzero((links == chain) & moved)
        open_gain = LONE_GAIN if len(members) == 1 else CHAIN_GAIN
        if gains[members].sum() > (CYCLE_GAIN if closed[members].all() else open_gain):
            swapped |= {feature: codes[best[at]] for at in members for feature in groups[owners[at]]}
    return swapped, float(np.median(remaining))


def _misfits(
    groups: Mapping[str, list[int]], own: Indices, localities: Mapping[str, Locality], join: SpatialJoin
) -> csr_matrix:
    """Return the misfit of each group (row) with its own locality and with those around it (columns)."""
    shapes = np.array([_union(parts, join) for parts in groups.values()], dtype=object)
    widths = np.sqrt(shapely.area(shapes))
    points = np.array(list(join.points.values()), dtype=object)
    near_points, near_shapes = shapely.STRtree(shapes).query(
        points, predicate="dwithin", distance=MAX_DISTANCE
    )
    pairs = np.unique(
        np.vstack(
            [
                np.column_stack([near_shapes, near_points]),
                np.column_stack([np.arange(len(shapes)), own]),
            ]
        ),
        axis=0,
    )
    row, column = pairs.T
    known = np.array([localities[code].area_km2 or 0.0 for code in join.points]) * 1e6
    areas = widths[row] ** 2
    ratio = np.abs(np.log(areas / np.where(known[column] > 0, known[column], areas)))
    misfit: Values = shapely.distance(points[column], shapes[row]) / widths[row] + AREA_WEIGHT * ratio
    return coo_matrix((misfit + POSITIVE, (row, column)), shape=(len(shapes), len(points))).tocsr()


def _union(parts: list[int], join: SpatialJoin) -> shapely.Geometry:
    shapes = [join.shapes[part] for part in parts]
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _links(rows: Indices, best: Indices, own: Indices, columns: int) -> Indices:
    """Return for each group the number of the cycle or chain that it is part of."""
    owner = np.full(columns, -1)
    owner[own] = rows
    taken = owner[best]
    linked = taken >= 0
    graph = coo_matrix((np.ones(linked.sum()), (rows[linked], taken[linked])), shape=(len(rows), len(rows)))
    labels: Indices = connected_components(graph, directed=False)[1]
    return labels
