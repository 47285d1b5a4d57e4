import folium
import pytest
import streamlit_folium

from upstream import folium_names


def new_map() -> folium.Map:
    drawn = folium.Map(tiles=None)
    folium.GeoJson({"type": "Point", "coordinates": [108, 11]}).add_to(drawn)
    return drawn


@pytest.fixture
def send(monkeypatch):
    """Return what st_folium sends of a map to the browser."""
    sent = []
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **arguments: sent.append(arguments))

    def send(drawn):
        streamlit_folium.st_folium(drawn, key="map", render=False)
        return {name: text for name, text in sent.pop().items() if name != "on_change"}

    return send


def test_upstream_st_folium_sends_of_a_map_rendered_once_what_it_sends_of_a_new_one(send):
    kept = new_map()
    folium_names.render_once(kept)
    fresh = send(new_map())
    assert send(kept) == fresh
    assert send(kept) == fresh  # read a second time
    assert fresh["script"].count("L.map(") == 1


def test_upstream_st_folium_still_names_the_parts_of_a_map_itself(send):
    # If it fails, maps that are read by several sessions at once need no fixed names any more.
    drawn = new_map()
    send(drawn)
    assert drawn._id == "div"
