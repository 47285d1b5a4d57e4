"""A map to print: shapes, numbers and insets as one SVG, the same on every screen and sharp on every printer."""

import math
from collections.abc import Collection, Mapping
from html import escape
from typing import Any

from pages.printing import words

Feature = Mapping[str, Any]
Bounds = tuple[float, float, float, float]

# Inset frames: their side and the gap between them, as shares of the map's shorter side.
FRAME, GAP = 0.19, 0.02
# The lines where two colours meet, and around all of it, in mm.
LINE, SELECTED_LINE = 0.15, 0.7
# A letter is about so wide for its height; a number smaller than so many mm is left out.
WIDE, SMALLEST = 0.56, 0.9
DARK, LIGHT, EMPTY, OUTSIDE = "#1B2733", "#FFFFFF", "url(#none)", "#F4F5F7"

_HATCH = (
    '<defs><pattern id="none" width="1.6" height="1.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="1.6" height="1.6" fill="#EDEEF0"/><rect width="0.5" height="1.6" fill="#B9BEC5"/></pattern></defs>'
)


def choropleth(
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
    """Draw places in their colours.

    Parameters
    ----------
    features : collection of dict
        GeoJSON features with the properties code, name, inset and, for most, label_lon and label_lat.
    colours : mapping
        Code → colour; "" draws hatched: known, and without a figure. A feature whose code is not there is only the
        surroundings.
    labels : mapping
        Code → what is printed on the shape: a name, or the number of its row in the table. A number that does not fit
        into its place is left out.
    width, height : float
        Of the drawing, in mm.
    letters : float
        Height of the labels, in mm.
    islands : collection of dict
        Archipelagos to show in frames of their own, whatever the scale of the map.
    dimmed : collection of str
        Codes that the filters leave out: drawn pale.
    selected : str, optional
        Code of the place with a line around it.
    mark : (str, str), optional
        Words across the map and their colour, where its figures are simulated or a scenario.

    Returns
    -------
    str
        An SVG document.
    """
    near = [each for each in features if not each["properties"]["inset"]]
    framed = [each for each in features if each["properties"]["inset"]]
    known = {_code(each) for each in framed}
    framed += [each for each in islands if _code(each) not in known]
    framed.sort(key=lambda each: _around([each])[1])  # stacked upwards, the northern one on top
    # The chosen place last, so that no neighbour is drawn over its line.
    near.sort(key=lambda each: _code(each) == selected)
    around = _around(near)
    if not framed:
        # Frames need the corners that a shape leaves empty; without any, the drawing ends where the shape does.
        width, height = _fitting(around, width, height)
    place = _projection(around, (0.0, 0.0, width, height))
    shapes = [_shape(each, place, colours, dimmed, selected) for each in near]
    texts = [_label(each, place, colours, labels, letters, dimmed, width) for each in near]
    insets = [
        _inset(each, number, colours, dimmed, selected, width, height, letters)
        for number, each in enumerate(framed)
    ]
    across = _mark(*mark, width, height) if mark else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}mm" '
        f'height="{height:g}mm" font-family="sans-serif">{_HATCH}{"".join(shapes + texts + insets)}{across}</svg>'
    )


def _code(feature: Feature) -> str:
    return str(feature["properties"]["code"])


def _rings(feature: Feature) -> list[list[list[float]]]:
    geometry = feature["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def _around(features: Collection[Feature]) -> Bounds:
    corners = [corner for feature in features for ring in _rings(feature) for corner in ring]
    lons, lats = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(lons), min(lats), max(lons), max(lats)


def _fitting(bounds: Bounds, width: float, height: float) -> tuple[float, float]:
    """Return width and height of the shape itself, drawn as large as the room allows."""
    west, south, east, north = bounds
    ratio = (north - south) / ((east - west) * math.cos(math.radians((south + north) / 2)))
    return (width, width * ratio) if width * ratio <= height else (height / ratio, height)


def _projection(bounds: Bounds, box: Bounds) -> Any:
    """Fit degrees into a box of mm (left, top, width, height): a degree of longitude is shorter, north is up."""
    west, south, east, north = bounds
    left, top, width, height = box
    shorter = math.cos(math.radians((south + north) / 2))
    scale = min(width / ((east - west) * shorter), height / (north - south)) * 0.98
    middle = left + width / 2, top + height / 2

    def place(lon: float, lat: float) -> tuple[float, float]:
        across = (lon - (west + east) / 2) * shorter * scale
        return round(middle[0] + across, 2), round(middle[1] - (lat - (south + north) / 2) * scale, 2)

    return place


def _shape(
    feature: Feature, place: Any, colours: Mapping[str, str], dimmed: Collection[str], selected: str | None
) -> str:
    code = _code(feature)
    lines = (
        "M" + "L".join(f"{x:g} {y:g}" for x, y in (place(*at[:2]) for at in ring)) for ring in _rings(feature)
    )
    fill = (colours[code] or EMPTY) if code in colours else OUTSIDE
    chosen = code == selected
    look = f'stroke="{DARK}" stroke-width="{SELECTED_LINE if chosen else LINE:g}" stroke-linejoin="round"'
    pale = ' opacity="0.25"' if code in dimmed else ""
    return f'<path d="{"Z".join(lines)}Z" fill="{fill}" {look}{pale}/>'


def _label(
    feature: Feature, place: Any, colours: Mapping[str, str], labels: Mapping[str, str], letters: float,
    dimmed: Collection[str], width: float,
) -> str:  # fmt: skip
    code, about = _code(feature), feature["properties"]
    if code not in labels or code in dimmed or about.get("label_lon") is None:
        return ""
    text = labels[code]
    if text[-1:].isdigit():
        letters = min(letters, _room(feature, place) / (len(text) * WIDE))
        if letters < SMALLEST:
            return ""
    x, y = place(about["label_lon"], about["label_lat"])
    # A name beside the coast may reach over it, but not over the paper's edge.
    half = len(text) * WIDE * letters / 2
    x = round(min(max(x, half), width - half), 2)
    return _text(text, x, y + letters * 0.35, letters, on=colours.get(code) or LIGHT)


def _room(feature: Feature, place: Any) -> float:
    """Measure how wide a shape is, in mm: a number wider than its place would be read as its neighbour's."""
    west, south, east, north = _around([feature])
    (left, bottom), (right, top) = place(west, south), place(east, north)
    return min(right - left, (bottom - top) * 2)


def _text(text: str, x: float, y: float, letters: float, on: str) -> str:
    """Write a label with a rim, so that it can be read across a border too."""
    ink, rim = (LIGHT, DARK) if _is_dark(on) else (DARK, LIGHT)
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{letters:g}" text-anchor="middle" fill="{ink}" stroke="{rim}" '
        f'stroke-width="{letters / 7:.2g}" stroke-opacity="0.75" paint-order="stroke">{escape(text)}</text>'
    )


def _is_dark(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def _inset(
    feature: Feature, number: int, colours: Mapping[str, str], dimmed: Collection[str], selected: str | None,
    width: float, height: float, letters: float,
) -> str:  # fmt: skip
    side, gap = min(width, height) * FRAME, min(width, height) * GAP
    left, top = width - side - 0.2, height - (number + 1) * (side + gap + letters)
    place = _projection(_around([feature]), (left + side * 0.1, top + side * 0.1, side * 0.8, side * 0.8))
    frame = (
        f'<rect x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}" fill="#FFFFFF" stroke="{DARK}" '
        f'stroke-width="{LINE}"/>'
    )
    name = words.INSETS.get(_code(feature), feature["properties"]["name"])
    below = _text(name, left + side / 2, top + side + letters, min(letters, side / 7), on=LIGHT)
    return frame + _shape(feature, place, colours, dimmed, selected) + below


def _mark(text: str, colour: str, width: float, height: float) -> str:
    size = width / (len(text) * 0.66)
    middle = f"{width / 2:g}", f"{height / 2:g}"
    return (
        f'<text x="{middle[0]}" y="{middle[1]}" transform="rotate(-18 {middle[0]} {middle[1]})" font-size="{size:.3g}" '
        f'font-weight="700" text-anchor="middle" fill="{colour}" opacity="0.25">{escape(text)}</text>'
    )
