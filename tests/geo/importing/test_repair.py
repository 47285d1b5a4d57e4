"""Squares of a kilometre, with what real files get wrong."""

import numpy as np
import pytest
import shapely
from shapely import box

from geo.importing.repair import polygons_only, repair_coverage, simplify_coverage

BOWTIE = shapely.Polygon([(0, 0), (1000, 1000), (1000, 0), (0, 1000)])


def mended(*shapes, **options):
    found, repairs = repair_coverage(np.array(shapes, dtype=object), **options)
    assert shapely.is_valid(found).all()
    assert shapely.is_empty(shapely.coverage_invalid_edges(found)).all()
    return list(found), repairs


def test_a_clean_coverage_is_left_as_it_is():
    found, repairs = mended(box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000))
    assert [shape.area for shape in found] == [1e6, 1e6]
    assert set(repairs.as_dict().values()) == {0}


def test_an_overlap_goes_to_one_side_and_is_measured():
    found, repairs = mended(box(0, 0, 1010, 1000), box(1000, 0, 2000, 1000))
    assert sum(shape.area for shape in found) == pytest.approx(2e6)
    assert repairs.overlaps == 1
    assert repairs.overlaps_km2 == pytest.approx(0.01)
    assert repairs.gaps_km2 == 0


def test_a_narrow_gap_is_closed_and_measured_and_a_lake_stays():
    around = [
        box(0, 0, 1000, 1000),
        box(1050, 0, 2000, 1000),
        box(0, 1000, 2000, 2000),
        box(0, -1000, 2000, 0),
    ]
    found, repairs = mended(*around)
    assert repairs.gaps_km2 == pytest.approx(0.05)
    assert sum(shape.area for shape in found) == pytest.approx(6e6)
    found, repairs = mended(*around, gap_width=10)
    assert repairs.gaps_km2 == 0


def test_borders_drawn_twice_become_one():
    """A corner of one square lies on the other's side, a centimetre off."""
    beside = shapely.Polygon([(1000, 0), (1000.01, 500), (1000, 1000), (2000, 500)])
    found, repairs = mended(box(0, 0, 1000, 1000), beside)
    assert repairs.overlaps_km2 < 1e-5
    assert len(found) == 2


def test_a_broken_shape_is_mended_and_counted():
    found, repairs = mended(BOWTIE)
    assert repairs.invalid_shapes == 1
    assert found[0].area == pytest.approx(5e5)


def test_a_sliver_at_a_neighbours_side_is_left_to_it():
    sliver = box(1000.5, 0, 1001.5, 900)
    first = shapely.MultiPolygon([box(0, 0, 1000, 1000), sliver])
    found, repairs = mended(first, shapely.difference(box(1000, 0, 2000, 1000), sliver))
    assert repairs.slivers == 1
    assert repairs.slivers_km2 == pytest.approx(0.0009)
    assert shapely.get_num_geometries(found[0]) == 1
    assert sum(shape.area for shape in found) == pytest.approx(2e6)


def test_islands_stay_however_small():
    rock = box(5000, 5000, 5002, 5002)
    found, repairs = mended(shapely.MultiPolygon([box(0, 0, 1000, 1000), rock]), box(1000, 0, 2000, 1000))
    assert repairs.slivers == 0
    assert shapely.get_num_geometries(found[0]) == 2
    simple, _ = simplify_coverage(np.array(found, dtype=object), 4)
    assert shapely.get_num_geometries(simple[0]) == 2


def test_a_shape_that_another_covers_comes_out_empty():
    found, _ = mended(box(0, 0, 1000, 1000), box(0, 0, 1000, 1000))
    assert sorted(shape.is_empty for shape in found) == [False, True]


def test_only_what_has_an_area_is_kept():
    mixed = shapely.GeometryCollection(
        [box(0, 0, 1, 1), shapely.Point(5, 5), shapely.MultiPolygon([box(2, 2, 3, 3)])]
    )
    kept = polygons_only(np.array([mixed, shapely.LineString([(0, 0), (1, 1)]), None], dtype=object))
    assert [shape.area for shape in kept] == [2, 0, 0]


def waved(west):
    """A square whose sides wave, so that there is something to simplify."""
    steps = np.linspace(0, 1, 400)
    side = np.column_stack([1000 * steps, 20 * np.sin(60 * steps)])
    turned = [side, [1000, 0] + side[:, ::-1], [1000, 1000] - side, [0, 1000] - side[:, ::-1]]
    return shapely.transform(
        shapely.Polygon(np.vstack(turned)), lambda corners: corners + np.array([west, 0])
    )


def test_shared_borders_are_simplified_together_until_the_size_fits():
    whole = shapely.coverage_clean(np.array([waved(0), waved(1000)], dtype=object))
    simple, tolerance = simplify_coverage(whole, 300)
    assert tolerance > 0
    assert shapely.get_num_coordinates(simple).sum() <= 300
    assert shapely.coverage_is_valid(simple)
    same, none = simplify_coverage(whole, 10_000)
    assert none == 0
    assert shapely.equals_exact(same, whole).all()
