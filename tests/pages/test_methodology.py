"""The method with its worked example."""

import pandas as pd

from pages.sources import methodology
from wording import method_texts as words
from wording.statuses import ORDER


def test_the_example_is_worked_on_stated_figures():
    lines = methodology.example(pd.Timestamp("2023-12-31"))
    # 6.23 + (10 − 6.23) × 1 095/1 826 days = 8.49
    assert "6,23 + (10 − 6,23) × 1.095/1.826 ngày = 8,49 %" in lines[-1]


def test_a_day_after_the_deadline_reads_the_deadline():
    assert "= 10 %" in methodology.example(pd.Timestamp("2030-01-01"))[-1]


def test_every_status_has_a_rule():
    assert set(words.STATUS_RULES) == set(ORDER)


def test_every_property_of_an_indicator_is_in_words():
    shown = methodology.indicators()
    assert (
        shown[[name for name in words.INDICATORS if name not in ("definition", "note")]]
        .notna()
        .all(axis=None)
    )
