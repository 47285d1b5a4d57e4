"""The day that a view is compared with."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from frames import TALLY, table

from queries import catalogue, documents, recent_changes
from queries.view import View

MEETING, VIEWED = date(2024, 10, 21), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("real", MEETING),
        ("simulated", None),
    ],  # the simulated set was never published, so it has no past state
)
def test_the_earlier_view_shows_what_was_known_on_its_own_day(kind, known):
    earlier = recent_changes.earlier_view(View(kind=kind, since=MEETING, as_of=VIEWED))
    assert (earlier.as_of, earlier.known) == (MEETING, known)


def test_the_earlier_view_is_never_later_than_the_view():
    assert recent_changes.earlier_view(View(since=VIEWED, as_of=MEETING)).as_of == MEETING


@pytest.mark.parametrize(
    ("viewed", "counted"),
    [
        (VIEWED, MEETING),
        (MEETING, date(2024, 6, 30)),  # the count of the viewed day itself would be compared with itself
        (date(2024, 6, 30), None),
    ],
)
def test_the_last_meeting_is_the_last_count_of_the_provinces_own_targets(monkeypatch, viewed, counted):
    of = [("own", False, False), ("national", True, False), ("former", False, True)]
    in_force = pd.DataFrame(of, columns=["resolution", "national", "former"])
    tallies = table(
        TALLY,
        {"resolution": "own", "as_of": "2024-06-30"},
        {"resolution": "own", "as_of": "2024-10-21"},
        {"resolution": "national", "as_of": "2024-11-30"},  # not counted by this committee
        {"resolution": "former", "as_of": "2024-11-30"},
    )
    monkeypatch.setattr(documents, "in_force", lambda _: in_force)
    monkeypatch.setattr(catalogue, "tables", lambda: SimpleNamespace(tallies=tallies))
    assert recent_changes.last_count(View(as_of=viewed)) == counted
