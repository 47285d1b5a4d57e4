"""When the vintages of the register stood, also after a reform that has not happened yet."""

from datetime import date

import pandas as pd

from data import vintages

THREE = pd.DataFrame({"vintage": ["2025-07", "2025-03", "2031-01", "2025-03"]})


def test_a_vintage_stands_from_its_month_until_the_next_begins():
    assert vintages.validity_days(THREE) == {
        "2025-03": (None, date(2025, 7, 1)),
        "2025-07": (date(2025, 7, 1), date(2031, 1, 1)),
        "2031-01": (date(2031, 1, 1), None),
    }


def test_all_of_the_country_is_in_the_newest_register_whose_provinces_have_all_its_land():
    provinces = pd.DataFrame(
        {
            "vintage": ["2025-03", "2025-03", "2025-07", "2025-07", "2031-01", "2031-01", "2033-01"],
            "level": "province",
            # In 2025-03 one of two provinces is there for context only; a further reform may reach us by one province.
            "mapped": [True, False, True, True, True, True, True],
            "area_km2": [20.0, None, 20.0, 80.0, 49.0, 50.0, 20.0],
        }
    )
    assert vintages.newest_complete(provinces) == "2031-01"
    assert vintages.newest_complete(provinces.iloc[:4]) == "2025-07"
    assert vintages.newest_complete(provinces.iloc[[0, 1, 2, 3, 6]]) == "2025-07"


def test_a_vintage_is_told_by_the_reforms_around_it():
    assert vintages.validity_texts(THREE) == {
        "2025-03": "trước 01/7/2025",
        "2025-07": "từ 01/7/2025 đến trước 01/1/2031",
        "2031-01": "từ 01/1/2031",
    }


def test_a_register_of_one_vintage_has_stood_always():
    assert vintages.validity_days(THREE.iloc[[0]]) == {"2025-07": (None, None)}
