"""A Folium map that st_folium reads as it is, again and again, from several sessions at once.

Leans on
    ``_id`` and ``_children`` of the elements of a Folium map, and the names that ``generate_leaflet_string`` of
    st_folium gives them. st_folium renders and names a map in each run, unless it finds it rendered.
Without it
    Each run of a page renders the map again, for a second. Two sessions that read one map at once would rename its
    parts under each other's hands.
At an upgrade
    ``tests/upstream/test_folium_names.py`` compares what st_folium sends of such a map with what it sends of a new one.
"""

from typing import Any


def render_once(drawn: Any) -> None:
    """Render a Folium map under the names that st_folium gives, and keep it from being rendered again.

    Named twice, because rendering adds elements.
    """
    _name(drawn, "div")
    drawn.render()
    _name(drawn, "div")
    drawn.render = lambda **_: None


def _name(part: Any, name: str) -> None:
    """Name an element and all in it as ``streamlit_folium.generate_leaflet_string`` does."""
    part._id = name
    for place, inner in enumerate(part._children.values()):
        _name(inner, f"{name}_{place}")
