import subprocess
import sys

import pytest

# In a process of its own, because another test may have imported GeoPandas.
QUESTION = """
import sys
import ibis
from ibis.formats import pandas as converter
from upstream import ibis_geospatial
assert converter.geospatial_supported, "Ibis no longer has the switch, or no longer imports GeoPandas"
ibis_geospatial.switch_off()
ibis.memtable({"a": [1]}).execute()
assert "geopandas" not in sys.modules, "Ibis no longer asks the switch"
"""


@pytest.mark.journey
def test_upstream_ibis_still_asks_its_switch_before_it_imports_geopandas():
    ran = subprocess.run([sys.executable, "-c", QUESTION], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
