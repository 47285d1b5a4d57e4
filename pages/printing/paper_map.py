"""The map on paper, as SVG: shapes, labels and insets, in mm."""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt

from pages.printing import words

Feature = Mapping[str, Any]
Bounds = tuple[float, float, float, float]
# Longitude and latitude in degrees → x and y in mm.
Projection = Callable[[float, float], tuple[float, float]]

# Inset frames: their side and the gap between them, as shares of the map's shorter side.
FRAME, GAP = 0.19, 0.02
# Width of the borders and of the line around the selected place, in mm.
LINE, SELECTED_LINE = 0.15, 0.7
# Width of a letter for a height of 1; the height in mm below which a number is left out.
LETTER_WIDTH, SMALLEST = 0.56, 0.9
DARK, LIGHT, EMPTY, OUTSIDE = "#1B2733", "#FFFFFF", "url(#none)", "#F4F5F7"

_HATCH = (
    '<defs><pattern id="none" width="1.6" height="1.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="1.6" height="1.6" fill="#EDEEF0"/><rect width="0.5" height="1.6" fill="#B9BEC5"/></pattern></defs>'
)


@dataclass(frozen=True, eq=False)
class _Look:
    """How the places look: their colours, the pale ones, the selected one, and the height of the letters in mm."""

    colours: Mapping[str, str]
    dimmed: Collection[str]
    selected: str | None
    letters: float


def choropleth_svg(
    features: Collection[Feature],
    colours: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    width: float,
    height: float,
    letters: float,
    islands: Collection[Feature] = (),
    dimmed: Collection[str] = (),
    selected: str | None = None,
    mark: tuple[str, str] | None = None,
) -> str:
    """Return a map of places in their colours.

    Parameters
    ----------
    features : collection of dict
        GeoJSON features with the properties code, name, inset and, for most, label_lon and label_lat.
    colours : mapping
        Code → colour; "" stands for a place without a figure, which is drawn hatched. A feature whose code is missing
        belongs to the surroundings.
    labels : mapping
        Code → text on the shape: a name, or the number of its row in the table. A number that does not fit into its
        shape is left out.
    width, height : float
        Of the map, in mm.
    letters : float
        Height of the labels, in mm.
    islands : collection of dict
        Archipelagos, each drawn in an inset frame.
    dimmed : collection of str
        Codes of the places that the filters leave out; they are drawn pale.
    selected : str, optional
        Code of the place that gets a line around it.
    mark : (str, str), optional
        Text across the map and its colour, where the figures are simulated or of a scenario.

    Returns
    -------
    str
        An SVG document.
    """
    look = _Look(colours, dimmed, selected, letters)
    # The selected place comes last, so that no neighbour covers its line.
    near = sorted(
        (each for each in features if not each["properties"]["inset"]),
        key=lambda each: _code(each) == selected,
    )
    framed = _framed(features, islands)
    bounds = _bounds(near)
    if not framed:
        # Insets need the corners that a shape leaves empty; without insets the map ends where the shape ends.
        width, height = _fitted(bounds, width, height)
    project, frames = _arranged(near, len(framed), width, height, letters)
    parts = [
        *(_shape(each, project, look) for each in near),
        *(_label(each, project, labels, look, width) for each in near),
        *(_inset(each, frame, look) for each, frame in zip(framed, frames, strict=True)),
    ]
    across = _mark(*mark, width, height) if mark else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}mm" '
        f'height="{height:g}mm" font-family="sans-serif">{_HATCH}{"".join(parts)}{across}</svg>'
    )


def _framed(features: Collection[Feature], islands: Collection[Feature]) -> list[Feature]:
    """Return what is drawn in inset frames, from south to north, because the frames are stacked upwards."""
    framed = [each for each in features if each["properties"]["inset"]]
    known = {_code(each) for each in framed}
    framed += [each for each in islands if _code(each) not in known]
    return sorted(framed, key=lambda each: _bounds([each])[1])


def _code(feature: Feature) -> str:
    return str(feature["properties"]["code"])


def _rings(feature: Feature) -> list[list[list[float]]]:
    geometry = feature["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def _bounds(features: Collection[Feature]) -> Bounds:
    """Return west, south, east and north of some features, in degrees."""
    corners = [corner for feature in features for ring in _rings(feature) for corner in ring]
    lons, lats = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(lons), min(lats), max(lons), max(lats)


def _fitted(bounds: Bounds, width: float, height: float) -> tuple[float, float]:
    """Return width and height in mm of a shape that is drawn as large as the room allows."""
    west, south, east, north = bounds
    ratio = (north - south) / ((east - west) * math.cos(math.radians((south + north) / 2)))
    return (width, width * ratio) if width * ratio <= height else (height / ratio, height)


def _projection(bounds: Bounds, box: Bounds) -> Projection:
    """Return the projection of bounds in degrees into a box of mm (left, top, width, height); north is up.

    A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
    """
    west, south, east, north = bounds
    left, top, width, height = box
    shrinkage = math.cos(math.radians((south + north) / 2))
    scale = min(width / ((east - west) * shrinkage), height / (north - south)) * 0.98
    centre = left + width / 2, top + height / 2

    def project(lon: float, lat: float) -> tuple[float, float]:
        right = (lon - (west + east) / 2) * shrinkage * scale
        up = (lat - (south + north) / 2) * scale
        return round(centre[0] + right, 2), round(centre[1] - up, 2)

    return project


def _shape(feature: Feature, project: Projection, look: _Look) -> str:
    code = _code(feature)
    lines = (
        "M" + "L".join(f"{x:g} {y:g}" for x, y in (project(*corner[:2]) for corner in ring))
        for ring in _rings(feature)
    )
    fill = (look.colours[code] or EMPTY) if code in look.colours else OUTSIDE
    line = SELECTED_LINE if code == look.selected else LINE
    pale = ' opacity="0.25"' if code in look.dimmed else ""
    stroke = f'stroke="{DARK}" stroke-width="{line:g}" stroke-linejoin="round"'
    return f'<path d="{"Z".join(lines)}Z" fill="{fill}" {stroke}{pale}/>'


def _label(
    feature: Feature, project: Projection, labels: Mapping[str, str], look: _Look, width: float
) -> str:  # fmt: skip
    """Write the label of a shape, inside the map of `width` mm; "" where it has none or its number does not fit."""
    code, properties = _code(feature), feature["properties"]
    if code not in labels or code in look.dimmed or properties.get("label_lon") is None:
        return ""
    text, letters = labels[code], look.letters
    if text[-1:].isdigit():
        letters = min(letters, _width_inside(feature, project) / (len(text) * LETTER_WIDTH))
        if letters < SMALLEST:
            return ""
    x, y = project(properties["label_lon"], properties["label_lat"])
    # A name may reach over the coast, but not over the edge of the map.
    half = len(text) * LETTER_WIDTH * letters / 2
    x = round(min(max(x, half), width - half), 2)
    return _text(text, x, y + letters * 0.35, letters, on=look.colours.get(code) or LIGHT)


def _width_inside(feature: Feature, project: Projection) -> float:
    """Return the width in mm that a shape has for a number; a wider number would seem to be its neighbour's."""
    west, south, east, north = _bounds([feature])
    (left, bottom), (right, top) = project(west, south), project(east, north)
    return min(right - left, (bottom - top) * 2)


def _text(text: str, x: float, y: float, letters: float, on: str) -> str:
    """Write a label with a rim, so that it stays legible over a border."""
    ink, rim = (LIGHT, DARK) if _is_dark(on) else (DARK, LIGHT)
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{letters:g}" text-anchor="middle" fill="{ink}" stroke="{rim}" '
        f'stroke-width="{letters / 7:.2g}" stroke-opacity="0.75" paint-order="stroke">{escape(text)}</text>'
    )


def _is_dark(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def _arranged(
    near: Collection[Feature], count: int, width: float, height: float, letters: float
) -> tuple[Projection, list[Bounds]]:
    """Return the projection of the shapes, and the frames of the insets (left, top, width, height), in mm.

    The frames stand in the lower right corner, one above the other, where the sea is. Where they would hide a shape,
    the shapes leave the right or the lower side to them, whichever leaves the larger map.
    """
    side, gap = min(width, height) * FRAME, min(width, height) * GAP
    step = side + gap + letters
    column = [(width - side - 0.2, height - (at + 1) * step, side, side) for at in range(count)]
    row = [(width - side - 0.2 - at * (side + gap), height - step, side, side) for at in range(count)]
    bounds = _bounds(near)
    project = _projection(bounds, (0.0, 0.0, width, height))
    if not _hide(column, near, project, letters):
        return project, column
    beside, above = (0.0, 0.0, width - side - gap, height), (0.0, 0.0, width, height - step - gap)
    if _fitted(bounds, *beside[2:])[0] >= _fitted(bounds, *above[2:])[0]:
        return _projection(bounds, beside), column
    return _projection(bounds, above), row


def _hide(frames: Collection[Bounds], near: Collection[Feature], project: Projection, letters: float) -> bool:
    """Tell whether frames or the names below them would cover a part of a shape."""
    boxes = [(left, top, left + width, top + height + letters) for left, top, width, height in frames]
    rings = [
        np.array([project(*corner[:2]) for corner in ring]) for feature in near for ring in _rings(feature)
    ]
    return any(_meets(ring, box) for ring in rings for box in boxes)


def _meets(ring: npt.NDArray[np.float64], box: Bounds) -> bool:
    """Tell whether a ring crosses a box (left, top, right, bottom) or surrounds it."""
    left, top, right, bottom = box
    starts, ends = ring[:-1], ring[1:]
    beside = (np.minimum(starts, ends) > (right, bottom)) | (np.maximum(starts, ends) < (left, top))
    corners = np.array([(left, top), (left, bottom), (right, top), (right, bottom)])
    ways, offsets = ends - starts, corners - starts[:, None]
    sides = ways[:, None, 0] * offsets[..., 1] - ways[:, None, 1] * offsets[..., 0]
    crossing = ~beside.any(axis=1) & (sides.min(axis=1) <= 0) & (sides.max(axis=1) >= 0)
    # A ray to the right of a corner leaves the ring an odd number of times if the corner lies inside.
    level = (starts[:, 1] > top) != (ends[:, 1] > top)
    rise = np.where(level, ways[:, 1], 1.0)
    passed = level & (starts[:, 0] + ways[:, 0] * (top - starts[:, 1]) / rise > left)
    return bool(crossing.any() or passed.sum() % 2 == 1)


def _inset(feature: Feature, frame: Bounds, look: _Look) -> str:
    """Draw a feature in a frame of its own, with its name below."""
    left, top, side, _ = frame
    project = _projection(_bounds([feature]), (left + side * 0.1, top + side * 0.1, side * 0.8, side * 0.8))
    border = (
        f'<rect x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}" fill="#FFFFFF" stroke="{DARK}" '
        f'stroke-width="{LINE}"/>'
    )
    name = words.INSETS.get(_code(feature), feature["properties"]["name"])
    below = _text(name, left + side / 2, top + side + look.letters, min(look.letters, side / 7), on=LIGHT)
    return border + _shape(feature, project, look) + below


def _mark(text: str, colour: str, width: float, height: float) -> str:
    size = width / (len(text) * 0.66)
    middle = f"{width / 2:g}", f"{height / 2:g}"
    return (
        f'<text x="{middle[0]}" y="{middle[1]}" transform="rotate(-18 {middle[0]} {middle[1]})" font-size="{size:.3g}" '
        f'font-weight="700" text-anchor="middle" fill="{colour}" opacity="0.25">{escape(text)}</text>'
    )
