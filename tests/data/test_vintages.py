"""When the vintages of the register stood, also after a reform that has not happened yet."""

from datetime import date

import pandas as pd

from data import vintages

THREE = pd.DataFrame({"vintage": ["2025-07", "2025-03", "2031-01", "2025-03"]})


def test_a_vintage_stands_from_its_month_until_the_next_begins():
    assert vintages.stood(THREE) == {
        "2025-03": (None, date(2025, 7, 1)),
        "2025-07": (date(2025, 7, 1), date(2031, 1, 1)),
        "2031-01": (date(2031, 1, 1), None),
    }


def test_a_vintage_is_told_by_the_reforms_around_it():
    assert vintages.told(THREE) == {
        "2025-03": "trước 01/7/2025",
        "2025-07": "từ 01/7/2025 đến trước 01/1/2031",
        "2031-01": "từ 01/1/2031",
    }


def test_a_register_of_one_vintage_has_stood_always():
    assert vintages.stood(THREE.iloc[[0]]) == {"2025-07": (None, None)}
