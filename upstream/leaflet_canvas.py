"""The map's renderer: Leaflet's canvas with fills by class, labels, and a repaint without delay.

Leans on
    Methods and fields of Leaflet's ``L.Canvas`` and of its paths, whose names begin with an underscore. Leaflet has no
    documented way to change how its canvas draws.
Without it
    The map stays empty, or shows its places without colours and labels.
At an upgrade
    ``tests/upstream/test_leaflet_canvas.py`` looks for each name in Leaflet's program; ``tests/browser/test_map.py``
    looks at the map.
"""

from pathlib import Path

# A module of the map's program (``components.choropleth.program``), which serves it beside ``labels.js``.
PROGRAM = Path(__file__).with_suffix(".js").read_bytes()
