"""The printed map: shapes in their colours, labels that fit, frames for archipelagos, marks."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from pages.printing.paper_map import _meets, choropleth_svg

SVG = "{http://www.w3.org/2000/svg}"


def square(code, west, south, side=1.0, *, inset=False):
    ring = [
        [west, south],
        [west, south + side],
        [west + side, south + side],
        [west + side, south],
        [west, south],
    ]
    about = {
        "code": code, "name": f"Nơi {code}", "inset": inset,
        "label_lon": west + side / 2, "label_lat": south + side / 2,
    }  # fmt: skip
    return {"type": "Feature", "properties": about, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def drawn(features, colours, labels=None, **options):
    sizes = {"width": 100, "height": 80, "letters": 3.0}
    return ET.fromstring(choropleth_svg(features, colours, labels or {}, **{**sizes, **options}))


def fills(svg):
    return [path.get("fill") for path in svg.iter(f"{SVG}path")]


def texts(svg):
    return [text.text for text in svg.iter(f"{SVG}text")]


def test_a_place_has_its_colour_one_without_a_figure_is_hatched_and_surroundings_are_pale():
    places = [square("1", 107, 11), square("2", 108, 11), square("3", 109, 11)]
    assert fills(drawn(places, {"1": "#123456", "2": ""})) == ["#123456", "url(#none)", "#F4F5F7"]


def test_north_is_up_and_nothing_leaves_the_paper():
    svg = drawn(
        [square("south", 107, 10), square("north", 107, 12)], {"south": "#111111", "north": "#222222"}
    )
    width, height = (float(each) for each in svg.get("viewBox").split()[2:])
    places = [re.findall(r"[\d.]+ [\d.]+", path.get("d")) for path in svg.iter(f"{SVG}path")]
    corners = [[tuple(float(each) for each in corner.split()) for corner in place] for place in places]
    assert all(0 <= x <= width and 0 <= y <= height for place in corners for x, y in place)
    assert min(y for _, y in corners[0]) > max(y for _, y in corners[1])


def test_the_drawing_ends_where_the_shape_does():
    wide = drawn([square("1", 107, 0), square("2", 108, 0)], {})
    assert [float(each) for each in wide.get("viewBox").split()[2:]] == pytest.approx([100, 50], abs=0.1)


def test_a_number_too_wide_for_its_place_is_left_out_and_a_name_is_not():
    places = [
        square("1", 107, 11, side=5),
        square("2", 112.5, 11, side=0.05),
        square("3", 112.5, 12, side=0.05),
    ]
    assert texts(drawn(places, {}, {"1": "1", "2": "118", "3": "H. Phú Quí"})) == ["1", "H. Phú Quí"]


def test_what_the_filters_leave_out_is_pale_and_carries_no_label():
    svg = drawn([square("1", 107, 11), square("2", 108, 11)], {}, {"1": "1", "2": "2"}, dimmed={"2"})
    assert [path.get("opacity") for path in svg.iter(f"{SVG}path")] == [None, "0.25"]
    assert texts(svg) == ["1"]


def test_the_chosen_place_is_drawn_last_with_a_thick_line():
    svg = drawn([square("1", 107, 11), square("2", 108, 11)], {"1": "#111111"}, selected="1")
    last = list(svg.iter(f"{SVG}path"))[-1]
    assert (last.get("fill"), last.get("stroke-width")) == ("#111111", "0.7")


def test_an_archipelago_has_a_frame_of_its_own_and_does_not_shrink_the_rest():
    near, far = [square("1", 107, 11)], square("20333", 112, 16, inset=True)
    framed = drawn(near, {}, islands=[far])
    assert len(list(framed.iter(f"{SVG}rect"))) == len(list(drawn(near, {}).iter(f"{SVG}rect"))) + 1
    assert texts(framed) == ["Hoàng Sa (VN)"]


def test_an_archipelago_that_is_a_place_of_the_file_is_drawn_once():
    zone = square("22736", 112, 9, inset=True)
    assert texts(drawn([square("1", 107, 11), zone], {"22736": "#123456"}, islands=[zone])) == [
        "Trường Sa (VN)"
    ]


def test_a_mark_crosses_the_map_and_what_is_written_is_escaped():
    svg = drawn([square("1", 107, 11)], {}, {"1": "A & B"}, mark=("SỐ LIỆU MÔ PHỎNG", "#B3261E"))
    assert texts(svg) == ["A & B", "SỐ LIỆU MÔ PHỎNG"]


def boxes(svg):
    """The frames of the insets, and around every shape but theirs: west, north, east, south in mm."""
    frames = [
        [float(each.get(side)) for side in ("x", "y", "width", "height")]
        for each in svg.iter(f"{SVG}rect")
        if each.get("x")
    ]
    paths = [re.findall(r"[\d.]+ [\d.]+", path.get("d")) for path in svg.iter(f"{SVG}path")]
    shapes = [list(zip(*(map(float, corner.split()) for corner in path), strict=True)) for path in paths]
    return (
        [(left, top, left + width, top + height) for left, top, width, height in frames],
        [(min(xs), min(ys), max(xs), max(ys)) for xs, ys in shapes[: len(shapes) - len(frames)]],
    )


def apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize(
    "places",
    [
        [square("1", 107, 11)],
        [square("1", 107, 11), square("2", 108, 11), square("3", 109, 11)],
        [square("1", 107, 11), square("2", 107, 12), square("3", 107, 13)],
        [square("1", 107, 12), square("2", 108, 12), square("3", 107, 11)],
    ],
    ids=["square", "wide", "tall", "free corner"],
)
def test_insets_hide_no_place_and_each_archipelago_is_framed_once(places):
    hoang_sa = square("20333", 111, 16, inset=True)
    frames, shapes = boxes(
        drawn([*places, hoang_sa], {}, islands=[hoang_sa, square("22736", 113, 9, inset=True)])
    )
    assert len(frames) == 2
    assert all(apart(frame, shape) for frame in frames for shape in shapes)
    assert all(
        left >= 0 and right <= 100 and top >= 0 and bottom <= 80 for left, top, right, bottom in frames
    )


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        ([(0, 0), (9, 0), (9, 9), (0, 9)], True),  # around it
        ([(4.4, 4.4), (4.6, 4.4), (4.6, 4.6), (4.4, 4.6)], True),  # inside it
        ([(0, 4.4), (9, 4.4), (9, 4.6), (0, 4.6)], True),  # across it, without a corner in it
        ([(0, 0), (3, 0), (3, 9), (0, 9)], False),  # beside it
        ([(0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (0, 1)], False),  # around two sides of it
        ([(0, 3.9), (5.1, 9), (0, 9)], False),  # past its corner
    ],
)
def test_a_ring_meets_a_box(corners, expected):
    assert _meets(np.array([*corners, corners[0]], dtype=float), (4, 4, 5, 5)) is expected
