"""Ibis without its support for shapes.

Leans on
    The name ``geospatial_supported`` in ``ibis.formats.pandas``, which Ibis asks before it looks for shapes in a table.
Without it
    Ibis imports GeoPandas with the first table it hands over: 15 MB in every process, for a store without shapes.
At an upgrade
    ``tests/upstream/test_ibis_geospatial.py`` runs a question and looks for GeoPandas among the imported modules.
"""

from ibis.formats import pandas as converter


def switch_off() -> None:
    """Let Ibis hand over tables without looking for shapes; call it before the first question."""
    converter.geospatial_supported = False
