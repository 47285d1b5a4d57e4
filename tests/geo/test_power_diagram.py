import numpy as np
import pytest
import shapely

from geo import power_diagram

FOUR = np.array([[-500.0, -500.0], [500.0, -500.0], [-500.0, 500.0], [500.0, 500.0]])
SQUARE = shapely.box(-1000, -1000, 1000, 1000)
QUARTERS = [
    shapely.box(-1000, -1000, 0, 0),
    shapely.box(0, -1000, 1000, 0),
    shapely.box(-1000, 0, 0, 1000),
    shapely.box(0, 0, 1000, 1000),
]


def test_four_symmetric_points_of_equal_weight_get_four_quarter_squares():
    drawn = power_diagram.cells(FOUR, np.zeros(4), SQUARE)
    assert shapely.equals_exact(shapely.normalize(drawn), shapely.normalize(QUARTERS), tolerance=1e-6).all()


def test_more_weight_on_one_point_moves_its_border_away_from_it():
    points, weights = np.array([[-500.0, 0.0], [500.0, 0.0]]), np.array([400_000.0, 0.0])
    left, right = power_diagram.cells(points, weights, SQUARE)
    # x² + 1000x + 500² − 400 000 = x² − 1000x + 500² at x = 200
    assert left.bounds == pytest.approx((-1000, -1000, 200, 1000))
    assert right.bounds == pytest.approx((200, -1000, 1000, 1000))


@pytest.mark.parametrize("shares", [[1, 1, 1, 1], [1, 2, 3, 4], [1, 1, 1, 97]])
def test_the_weights_found_give_the_areas_asked_for(shares):
    drawn = power_diagram.cells(FOUR, power_diagram.fit_weights(FOUR, np.array(shares), SQUARE), SQUARE)
    assert shapely.area(drawn) / SQUARE.area == pytest.approx(np.array(shares) / sum(shares), rel=2e-3)


def test_cells_cover_an_outline_with_a_bay_without_overlap():
    outline = SQUARE.difference(shapely.box(-100, -1000, 100, 200))
    drawn = power_diagram.cells(
        FOUR, power_diagram.fit_weights(FOUR, np.array([1, 2, 2, 3]), outline), outline
    )
    assert shapely.coverage_is_valid(drawn)
    assert shapely.union_all(drawn).symmetric_difference(outline).area < 1


def test_a_bounded_cell_with_room_around_it_is_a_disc_of_its_area():
    points, areas = np.array([[-500.0, 0.0], [500.0, 0.0]]), np.array([30_000.0, 60_000.0])
    weights = power_diagram.fit_weights(points, areas, SQUARE, bounded=True)
    assert weights == pytest.approx(areas / np.pi, rel=0.01)
    assert shapely.area(power_diagram.cells(points, weights, SQUARE, bounded=True)) == pytest.approx(
        areas, rel=2e-3
    )


def test_a_lone_point_gets_the_whole_outline():
    lone = np.array([[900.0, 900.0]])
    assert power_diagram.cells(lone, power_diagram.fit_weights(lone, np.array([5.0]), SQUARE), SQUARE)[
        0
    ].area == pytest.approx(SQUARE.area)


def test_a_point_with_nothing_of_the_outline_near_it_is_refused():
    points = np.array([[0.0, 0.0], [9000.0, 0.0]])
    with pytest.raises(ValueError, match="nearest to point 1"):
        power_diagram.fit_weights(points, np.array([1.0, 1.0]), SQUARE)
