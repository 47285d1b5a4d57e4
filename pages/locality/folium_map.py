"""The detail map of one locality and its parts, by Folium: on its page, and as one HTML file to send by mail.

Folium's own page asks four content networks for Leaflet, jQuery, Bootstrap and icons, and draws nothing without
them. Here Leaflet comes from this server's own route on the page, and stands inside the file that is sent; there is no
basemap, so not one request leaves the machine.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.archipelagos import ARCHIPELAGOS
from pages.locality import words
from queries.query import query
from upstream import folium_names
from wording import frame
from wording.statuses import LOOKS, ORDER

if TYPE_CHECKING:
    import folium

HERE = Path(__file__).parent
LEAFLET = "/leaflet/leaflet"
BACKGROUNDS = {"light": "#F3F6FA", "dark": "#1D2630"}
INSET = 76
PLAIN = "#A6CBE6"
# A map of one commune shows its neighbours, which are paler than what the map is about.
OPACITY = {"part": 0.85, "around": 0.3}


@dataclass(frozen=True)
class Place:
    """One shape: its ``role`` is part (of the locality, or itself where it has no parts), around, or outline.

    ``geometry`` is GeoJSON as text, so that a sheet is known by its value; ``label`` the longitude and latitude of
    its name; ``inset`` keeps the shape out of the fit.
    """

    code: str
    name: str
    role: str
    status: str
    value: str
    period: str
    geometry: str
    label: tuple[float, float]
    inset: bool = False


@dataclass(frozen=True)
class Sheet:
    """Everything one detail map shows."""

    title: str
    basis: str
    places: tuple[Place, ...]
    simulated: bool
    archipelagos: bool

    @cached_property
    def version(self) -> str:
        """A hash of all that is drawn.

        st_folium names a map after its script with every ``_word`` cut out, so that two maps which differ in such a
        word alone (``no_data``, ``no_target``) would pass for one, and the browser would keep the old figures.
        """
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()[:16]

    @cached_property
    def features(self) -> dict[str, Any]:
        """The places as GeoJSON; read only."""
        return {"type": "FeatureCollection", "features": [_feature(place) for place in self.places]}

    @cached_property
    def bounds(self) -> list[list[float]]:
        """South-west and north-east corners around what the map is about."""
        return _bounds(self.places)


def show(sheet: Sheet, height: int, choose: Callable[[str], object]) -> None:
    """Draw the map on the page; `choose` takes the code of a place that was clicked."""
    # Folium and its component take seconds to import: nobody but this map waits for them.
    from streamlit_folium import st_folium

    theme = st.context.theme.type or "light"
    key = f"detail-map-{sheet.version}-{theme}"

    def clicked() -> None:
        # st_folium leaves its answer under our key for good; taken out, it cannot be mistaken for a later one.
        told = st.session_state.pop(key, None) or {}
        drawing = told.get("last_active_drawing")
        if drawing:
            choose(drawing["properties"]["code"])

    st_folium(
        _rendered(sheet, BACKGROUNDS[theme]), key=key, height=height, use_container_width=True,
        returned_objects=["last_active_drawing"], on_change=clicked,
        render=False,  # it is rendered
    )  # fmt: skip


@query(keep=30)
def _rendered(sheet: Sheet, background: str) -> "folium.Map":
    """Return the map of a sheet, drawn and rendered once for all sessions."""
    drawn = draw(sheet, background)
    folium_names.render_once(drawn)
    return drawn


def draw(sheet: Sheet, background: str = BACKGROUNDS["light"]) -> "folium.Map":
    """Return the Folium map of a sheet, not yet rendered."""
    import folium

    drawn = folium.Map(tiles=None, attribution_control=False, zoom_control="topright", zoom_snap=0.25)
    drawn.default_js = [("leaflet", f"{LEAFLET}.js")]
    drawn.default_css = [("leaflet_css", f"{LEAFLET}.css")]
    folium.GeoJson(
        sheet.features,
        style_function=_style,
        on_each_feature=folium.JsCode((HERE / "folium_place.js").read_text("utf-8")),
    ).add_to(drawn)
    # Room above for the title that stands over the map.
    drawn.fit_bounds(sheet.bounds, padding_top_left=(16, 60), padding_bottom_right=(16, 16))
    # st_folium asks for them only to drop them, and folium would go through every corner to tell.
    drawn.get_bounds = lambda: sheet.bounds
    root = drawn.get_root()
    style = (HERE / "folium_map.css").read_text("utf-8")
    root.header.add_child(_plain(f"<style>{style}.leaflet-container{{background:{background}}}</style>"))
    root.html.add_child(_plain(_frame(sheet)))
    return drawn


def _plain(text: str) -> Any:
    """Hold a text that is put on the page as it is: a name in it may look like a template's command."""
    from branca.element import Element

    held = Element()
    held._template = _text()
    held.text = text
    return held


# Compiled once, as folium compiles its own.
@cache
def _text() -> Any:
    from jinja2 import Template

    return Template("{{ this.text }}")


def to_html(sheet: Sheet) -> bytes:
    """Return the map as one file that asks nothing of any network: Leaflet's program and style stand inside."""
    page = draw(sheet).get_root().render()
    script, style = _leaflet()
    page = page.replace(f'<script src="{LEAFLET}.js"></script>', f"<script>{script}</script>")
    page = page.replace(f'<link rel="stylesheet" href="{LEAFLET}.css"/>', f"<style>{style}</style>")
    head = f"<title>{escape(sheet.title)}</title>"
    return page.replace("<head>", f"<head>{head}", 1).replace("<html>", '<html lang="vi">', 1).encode()


@cache
def _leaflet() -> tuple[str, str]:
    """Read Leaflet's program and style; what they would fetch besides (a source map, icons) is not used here."""
    from xstatic.pkg import leaflet

    directory = Path(leaflet.BASE_DIR)
    script = (directory / "leaflet.js").read_text("utf-8")
    style = (directory / "leaflet.css").read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=\S+", "", script), re.sub(r"url\([^)#]*\)", "none", style)


def colour(status: str) -> str:
    """Return the colour of a status; a figure that no target judges is not as pale as a place without one."""
    return PLAIN if status == "no_target" else LOOKS[status].colour


def _feature(place: Place) -> dict[str, Any]:
    """Write a place as GeoJSON; what becomes HTML in the browser is escaped here."""
    look = LOOKS[place.status]
    rows = {"value": place.value, "status": look.label, "period": place.period}
    told = "".join(f"<br>{words.MAP_ROWS[name]}: {escape(text)}" for name, text in rows.items() if text)
    name, value = escape(place.name), escape(place.value)
    return {
        "type": "Feature",
        "properties": {
            "code": place.code,
            "role": place.role,
            "colour": colour(place.status),
            "none": place.status == "no_data",
            "told": f"<b>{name}</b>{told}",
            "label": f"<b>{look.shape} {name}</b>"
            + (f"<br><span>{value}</span>" if place.status != "no_data" else ""),
            "at": [place.label[1], place.label[0]],
        },
        "geometry": json.loads(place.geometry),
    }


def _style(feature: dict[str, Any]) -> dict[str, Any]:
    told = feature["properties"]
    if told["role"] == "outline":
        return {"fill": False, "color": "#0B5CAD", "weight": 3, "interactive": False}
    line = {"color": "#5B6B7B", "weight": 1.2, "dashArray": "4 4" if told["none"] else None}
    return line | {"fillColor": told["colour"], "fillOpacity": OPACITY[told["role"]]}


def _bounds(places: tuple[Place, ...]) -> list[list[float]]:
    """Return south-west and north-east corners around what the map is about, islands of the high sea apart."""
    wanted = [each for each in places if each.role != "around" and not each.inset]
    wanted = wanted or [each for each in places if each.role != "around"]
    corners = [corner for place in wanted for corner in _corners(json.loads(place.geometry)["coordinates"])]
    lons, lats = zip(*corners, strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _corners(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [corner for each in coordinates for corner in _corners(each)]


def _frame(sheet: Sheet) -> str:
    """Write what stands over the map: title, legend, the archipelagos, and the mark of simulated figures."""
    title = f"<p class='title'><b>{escape(sheet.title)}</b><br>{escape(sheet.basis)}</p>"
    mark = f"<p class='mark'><span>{escape(frame.SIMULATED_MARK)}</span></p>" if sheet.simulated else ""
    present = {place.status for place in sheet.places if place.role == "part"}
    keys = "".join(
        f"<li><i style='background:{colour(each)}'></i>{escape(LOOKS[each].label)}</li>"
        for each in ORDER
        if each in present
    )
    insets = "".join(_inset(sheet, **about) for about in ARCHIPELAGOS.values()) if sheet.archipelagos else ""
    return f"<div class='frame'>{title}<ul>{keys}</ul><div class='insets'>{insets}</div>{mark}</div>"


def _inset(sheet: Sheet, *, name: str, code: str, islands: dict[str, tuple[float, float]], **_: Any) -> str:
    """Draw an archipelago in a box of fixed size, its islands as they lie to each other."""
    drawn = next((place for place in sheet.places if place.code == code), None)
    fill = colour(drawn.status) if drawn else "#9DB2C7"
    dots = "".join(
        f"<circle cx='{x:.1f}' cy='{y:.1f}' r='4' fill='{fill}' stroke='#1B2733'/>"
        for x, y in _placed(list(islands.values()))
    )
    # Only an archipelago that is a place of this map can be opened from it.
    tag, action = ("button", f" data-code='{code}'") if drawn else ("div", "")
    picture = f"<svg width='{INSET}' height='{INSET}' aria-hidden='true'>{dots}</svg>"
    return f"<{tag} class='inset'{action}>{picture}<span>{escape(name)}</span></{tag}>"


def _placed(islands: list[tuple[float, float]]) -> list[tuple[float, float]]:
    lons, lats = zip(*islands, strict=True)
    scale = (INSET - 16) / max(max(lons) - min(lons), max(lats) - min(lats))
    left = (INSET - (max(lons) - min(lons)) * scale) / 2
    top = (INSET - (max(lats) - min(lats)) * scale) / 2
    return [(left + (lon - min(lons)) * scale, top + (max(lats) - lat) * scale) for lon, lat in islands]
