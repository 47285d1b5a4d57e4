"""The first and the last day of a vintage."""

from types import SimpleNamespace

import pandas as pd

from queries import lifetimes


def test_a_vintage_ends_on_the_day_before_the_next_begins(monkeypatch):
    # Districts were abolished on 1/7/2025, so 30/6/2025 is the last day on which they report.
    localities = pd.DataFrame({"vintage": ["2025-03", "2025-07"]})
    monkeypatch.setattr(lifetimes, "tables", lambda: SimpleNamespace(localities=localities))
    assert lifetimes._known_lifetime("2025-03") == (None, pd.Timestamp("2025-06-30"))
    assert lifetimes._known_lifetime("2025-07") == (pd.Timestamp("2025-07-01"), None)
