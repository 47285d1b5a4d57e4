from pathlib import Path

import pytest
from xstatic.pkg import leaflet

PROGRAM = (Path(leaflet.BASE_DIR) / "leaflet.js").read_text("utf-8")
# What upstream/leaflet_canvas.js replaces, calls and reads of Leaflet's canvas and its paths.
METHODS = ["_fillStroke", "_draw", "_redraw", "_requestRedraw"]
FIELDS = ["_ctx", "_bounds", "_redrawBounds", "_redrawRequest", "_parts", "_pxBounds"]


@pytest.mark.parametrize("name", METHODS)
def test_upstream_leaflet_canvas_still_has_the_methods_that_the_map_replaces_or_calls(name):
    assert f"{name}:function(" in PROGRAM


@pytest.mark.parametrize("name", FIELDS)
def test_upstream_leaflet_canvas_still_has_the_fields_that_the_map_reads(name):
    assert f"this.{name}" in PROGRAM or f".{name}" in PROGRAM
