"""Filters of rows."""

import pandas as pd
import pytest

from indicators.filters import keep

ROWS = pd.DataFrame(
    {
        "target": ["a", "b", "c"],
        "status": ["met", "behind", "missed"],
        "pillar": ["economy", "society", None],  # the text of c is unknown, and so its pillar
    }
)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({}, ["a", "b", "c"]),
        ({"status": (), "pillar": ()}, ["a", "b", "c"]),  # nothing chosen is no filter
        ({"status": ("behind", "missed")}, ["b", "c"]),
        ({"status": ("behind", "missed"), "pillar": ("society",)}, ["b"]),
        ({"pillar": ("economy", "society")}, ["a", "b"]),  # what is unknown can't be said to be chosen
        ({"status": ("on_track",)}, []),
    ],
)
def test_rows_are_kept_that_every_filter_allows(chosen, left):
    assert keep(ROWS, **chosen)["target"].tolist() == left


def test_kept_rows_keep_their_index():
    assert keep(ROWS, status=("missed",)).index.tolist() == [2]
