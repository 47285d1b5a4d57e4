"""A detail map drawn by Folium: embedded in the page, or as one HTML file to send by mail.

A page that Folium writes loads Leaflet, jQuery, Bootstrap and icons from four content networks, and draws nothing
without them. Here the page loads Leaflet from a route of this server, and the file contains it. There is no basemap,
so no request leaves the machine.
"""

import hashlib
import html
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from components.choropleth import NO_DATA
from geo.archipelagos import ARCHIPELAGOS
from pages.locality import words
from queries.query import query
from upstream import folium_names
from wording import figure_marks
from wording.statuses import LOOKS

if TYPE_CHECKING:
    import folium

HERE = Path(__file__).parent
LEAFLET = "/leaflet/leaflet"
BACKGROUNDS = {"light": "#F3F6FA", "dark": "#1D2630"}
# Side of the box of an archipelago, in pixels.
INSET = 76
# Height of the legend in pixels; beside the boxes of the archipelagos it has less width.
LEGEND, LEGEND_BESIDE_INSETS = 52, 72
# Opacity by role: the neighbours of a commune are paler than the commune.
OPACITY = {"part": 0.85, "around": 0.3}


@dataclass(frozen=True)
class Place:
    """One place of the map.

    Attributes
    ----------
    code, name, status, value, period : str
        As in the rows of ``indicator_rows.figures``; texts are "" where there is no figure.
    colour : str
        Colour of its class; "" where it has none.
    role : str
        ``part`` (of the locality; the locality itself where it has no parts), ``around`` (a neighbour), or
        ``outline``.
    geometry : str
        GeoJSON as text, so that two maps can be compared by value.
    label : (float, float)
        Longitude and latitude of the name.
    inset : bool
        Whether the place is left out when the map is fitted to its places.
    """

    code: str
    name: str
    role: str
    status: str
    value: str
    period: str
    colour: str
    geometry: str
    label: tuple[float, float]
    inset: bool = False


@dataclass(frozen=True)
class DetailMap:
    """Everything that one detail map shows.

    Attributes
    ----------
    title, basis : str
        The title and the line below it.
    legend : tuple of (str, str)
        Colour and word of each class.
    legend_note : str
        What the limits of the classes rest on; "" where they are no value ranges. It stands in the file; a page says it
        beside the map, which is small.
    """

    title: str
    basis: str
    legend: tuple[tuple[str, str], ...]
    legend_note: str
    places: tuple[Place, ...]
    simulated: bool
    archipelagos: bool

    @cached_property
    def version(self) -> str:
        """A hash of everything that is drawn.

        The key of the component needs it. st_folium names a map after its script and removes every ``_word`` from
        that script, so two maps that differ in such a word only (``no_data``, ``no_target``) would get the same name,
        and the browser would keep the old figures.
        """
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()[:16]

    @cached_property
    def features(self) -> dict[str, Any]:
        """The places as GeoJSON; read only."""
        return {"type": "FeatureCollection", "features": [_feature(place) for place in self.places]}

    @cached_property
    def bounds(self) -> list[list[float]]:
        """South-west and north-east corners, as [latitude, longitude], around the locality."""
        return _bounds(self.places)


def embed(detail_map: DetailMap, height: int, choose: Callable[[str], object]) -> None:
    """Draw the map on the page, `height` pixels high; `choose` takes the code of a place that was clicked."""
    # Folium and its component take seconds to import, so only this map imports them.
    from streamlit_folium import st_folium

    theme = st.context.theme.type or "light"
    key = f"detail-map-{detail_map.version}-{theme}"

    def clicked() -> None:
        # st_folium keeps its answer under the key; it is removed, so that it cannot be read again later.
        answer = st.session_state.pop(key, None) or {}
        drawing = answer.get("last_active_drawing")
        if drawing:
            choose(drawing["properties"]["code"])

    st_folium(
        _rendered(detail_map, BACKGROUNDS[theme]), key=key, height=height, use_container_width=True,
        returned_objects=["last_active_drawing"], on_change=clicked,
        render=False,  # it is rendered
    )  # fmt: skip


@query(keep=30)
def _rendered(detail_map: DetailMap, background: str) -> "folium.Map":
    """Return the rendered map, shared by all sessions; st_folium would otherwise render it in each run."""
    folium_map = to_folium(detail_map, background)
    folium_names.render_once(folium_map)
    return folium_map


def to_folium(detail_map: DetailMap, background: str = BACKGROUNDS["light"]) -> "folium.Map":
    """Return a map as Folium's map, not yet rendered; `background` is a colour of CSS."""
    import folium

    # Typed Any, because attributes are replaced below that the types of Folium declare as methods.
    folium_map: Any = folium.Map(
        tiles=None, attribution_control=False, zoom_control="topright", zoom_snap=0.25
    )
    folium_map.default_js = [("leaflet", f"{LEAFLET}.js")]
    folium_map.default_css = [("leaflet_css", f"{LEAFLET}.css")]
    folium.GeoJson(
        detail_map.features,
        style_function=_style,
        on_each_feature=folium.JsCode((HERE / "folium_place.js").read_text("utf-8")),
    ).add_to(folium_map)
    # Title and legend cover the top and the bottom of the map, so the places keep a distance from them.
    bottom = LEGEND_BESIDE_INSETS if detail_map.archipelagos else LEGEND
    folium_map.fit_bounds(detail_map.bounds, padding_top_left=(16, 60), padding_bottom_right=(16, bottom))
    # st_folium asks for the bounds and drops them; Folium would go through every corner to compute them.
    folium_map.get_bounds = lambda: detail_map.bounds
    root = folium_map.get_root()
    style = (HERE / "folium_map.css").read_text("utf-8")
    # With "body", because Leaflet's own style may come later.
    root.header.add_child(
        _literal(f"<style>{style}body .leaflet-container{{background:{background}}}</style>")
    )
    root.html.add_child(_literal(_frame(detail_map)))
    return cast("folium.Map", folium_map)


def _plain(text: str) -> str:
    """Return HTML that is shown as a text stands.

    Folium renders what it has rendered once more as a template, so a brace of the text is written as a reference:
    else ``{{ … }}`` in a name would run on the server.
    """
    return html.escape(text).replace("{", "&#123;")


def _literal(text: str) -> Any:
    """Return an element that writes a text as it is: a name in the text may look like a command of a template."""
    from branca.element import Element

    element: Any = Element()
    element._template = _text_template()
    element.text = text
    return element


@cache
def _text_template() -> Any:
    from jinja2 import Template

    return Template("{{ this.text }}")


def to_html(detail_map: DetailMap) -> bytes:
    """Return a map as one HTML file that needs no network: it contains the program and the style of Leaflet."""
    noted = replace(detail_map, basis=" · ".join(filter(None, (detail_map.basis, detail_map.legend_note))))
    root: Any = to_folium(noted).get_root()
    page = root.render()
    script, style = _leaflet()
    page = page.replace(f'<script src="{LEAFLET}.js"></script>', f"<script>{script}</script>")
    page = page.replace(f'<link rel="stylesheet" href="{LEAFLET}.css"/>', f"<style>{style}</style>")
    head = f"<head><title>{_plain(detail_map.title)}</title>"
    page = page.replace("<head>", head, 1).replace("<html>", '<html lang="vi">', 1)
    return str(page).encode()


@cache
def _leaflet() -> tuple[str, str]:
    """Return the program and the style of Leaflet, without the addresses of its source map and its icons."""
    from xstatic.pkg import leaflet

    directory = Path(leaflet.BASE_DIR)
    script = (directory / "leaflet.js").read_text("utf-8")
    style = (directory / "leaflet.css").read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=\S+", "", script), re.sub(r"url\([^)#]*\)", "none", style)


def _feature(place: Place) -> dict[str, Any]:
    """Return a place as a GeoJSON feature; texts that become HTML in the browser are escaped."""
    without_figure = place.status == "no_data"
    return {
        "type": "Feature",
        "properties": {
            "code": place.code,
            "role": place.role,
            "colour": place.colour or NO_DATA.colour,
            "none": not place.colour,
            "tooltip": _tooltip(place),
            "label": _label(place, "" if without_figure else place.value),
            "at": [place.label[1], place.label[0]],
        },
        "geometry": json.loads(place.geometry),
    }


def _tooltip(place: Place) -> str:
    rows = {"value": place.value, "status": LOOKS[place.status].label, "period": place.period}
    lines = [f"{words.MAP_ROWS[name]}: {_plain(text)}" for name, text in rows.items() if text]
    return "<br>".join([f"<b>{_plain(place.name)}</b>", *lines])


def _label(place: Place, value: str) -> str:
    name = f"<b>{LOOKS[place.status].shape} {_plain(place.name)}</b>"
    return f"{name}<br><span>{_plain(value)}</span>" if value else name


def _style(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    if properties["role"] == "outline":
        return {"fill": False, "color": "#0B5CAD", "weight": 3, "interactive": False}
    line = {"color": "#5B6B7B", "weight": 1.2, "dashArray": "4 4" if properties["none"] else None}
    return line | {"fillColor": properties["colour"], "fillOpacity": OPACITY[properties["role"]]}


def _bounds(places: tuple[Place, ...]) -> list[list[float]]:
    """Return south-west and north-east corners around the locality, without its islands of the high sea."""
    own = [place for place in places if place.role != "around"]
    fitted = [place for place in own if not place.inset] or own
    corners = [corner for place in fitted for corner in _corners(json.loads(place.geometry)["coordinates"])]
    lons, lats = zip(*corners, strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _corners(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [corner for each in coordinates for corner in _corners(each)]


def _frame(detail_map: DetailMap) -> str:
    """Write what lies over the map: title, legend, archipelagos, and the mark of simulated figures."""
    title = f"<p class='title'><b>{_plain(detail_map.title)}</b><br>{_plain(detail_map.basis)}</p>"
    mark = (
        f"<p class='mark'><span>{_plain(figure_marks.SIMULATED)}</span></p>" if detail_map.simulated else ""
    )
    silent = any(not place.colour for place in detail_map.places if place.role == "part")
    entries = [*detail_map.legend, *([(NO_DATA.colour, NO_DATA.word)] if silent else [])]
    look = f"opacity:{OPACITY['part']}"  # the colours are those of the shapes
    keys = "".join(
        f"<li><i style='background:{colour};{look}'></i>{_plain(word)}</li>" for colour, word in entries
    )
    insets = (
        "".join(_inset(detail_map, **about) for about in ARCHIPELAGOS.values())
        if detail_map.archipelagos
        else ""
    )
    return f"<div class='frame'>{title}<ul>{keys}</ul><div class='insets'>{insets}</div>{mark}</div>"


def _inset(
    detail_map: DetailMap, *, name: str, code: str, islands: dict[str, tuple[float, float]], **_: Any
) -> str:
    """Draw an archipelago in a box of fixed size, with its islands at their relative positions."""
    place = next((each for each in detail_map.places if each.code == code), None)
    fill = (place.colour or NO_DATA.colour) if place else "#9DB2C7"
    dots = "".join(
        f"<circle cx='{x:.1f}' cy='{y:.1f}' r='4' fill='{fill}' stroke='#1B2733'/>"
        for x, y in _positions(list(islands.values()))
    )
    # An archipelago can be opened only if it is a place of this map.
    tag, action = ("button", f" data-code='{code}'") if place else ("div", "")
    picture = f"<svg width='{INSET}' height='{INSET}' aria-hidden='true'>{dots}</svg>"
    return f"<{tag} class='inset'{action}>{picture}<span>{_plain(name)}</span></{tag}>"


def _positions(islands: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the positions in the box, in pixels, of islands given by longitude and latitude."""
    lons, lats = zip(*islands, strict=True)
    scale = (INSET - 16) / max(max(lons) - min(lons), max(lats) - min(lats))
    left = (INSET - (max(lons) - min(lons)) * scale) / 2
    top = (INSET - (max(lats) - min(lats)) * scale) / 2
    return [(left + (lon - min(lons)) * scale, top + (max(lats) - lat) * scale) for lon, lat in islands]
