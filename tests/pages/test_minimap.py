from datetime import date

import pytest

from components.choropleth import payload
from pages.overview import minimap
from queries.view import View


def test_where_nobody_can_be_judged_the_map_shows_who_reports(owed):
    drawn = minimap.minimap_drawing(View(), height="300px")
    assert drawn.title == "Chỉ số có số liệu đúng kỳ"
    assert drawn.places.loc["594", "value"] == f"1/{owed}"  # La Gi
    assert drawn.places["swatch"].notna().sum() == 1
    assert drawn.alt.endswith("1 nơi dưới một nửa, 9 nơi chưa có số liệu.")


@pytest.mark.journey
def test_where_most_places_are_judged_the_map_shows_where_they_stand():
    drawn = minimap.minimap_drawing(View(kind="simulated"), height="300px")
    assert drawn.title == "Chỉ tiêu được giao"
    assert drawn.mark is not None
    assert {swatch.word for swatch in drawn.swatches} <= {
        "đạt",
        "đúng lộ trình",
        "chậm lộ trình",
        "không đạt",
    }


def test_before_anything_is_due_no_place_has_a_colour():
    drawn = minimap.minimap_drawing(
        View(vintage="2025-07", province="68", as_of=date(2025, 7, 1)), height="300px"
    )
    assert drawn.places["swatch"].isna().all()
    assert payload(drawn)["count"] == len(drawn.codes)
