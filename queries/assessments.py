"""The assessment of a view's localities: assigned targets, status, coverage, change."""

import pandas as pd

from indicators import assignment, coverage, pace, status
from queries.catalogue import core_indicators, tables
from queries.gazetteer import by_commune, covered_area, covered_places
from queries.observations import as_of, dataset, needs_indicator, of_view, viewed_day
from queries.query import query
from queries.view import View


@query(covered_area)
def assignments(view: View) -> pd.DataFrame:
    """Return the targets that the localities of a view are compared with; columns of ``assignment.assign``."""
    every = _every_assignment()
    here = every["vintage"].eq(view.vintage) & every["locality"].isin(covered_places(view)["code"])
    return every[here].reset_index(drop=True)


@query()
def _every_assignment() -> pd.DataFrame:
    t = tables()
    rows = assignment.assign(t.targets, t.localities, t.resolutions, t.indicators, t.succession)
    return rows.astype("category")  # 90,000 rows that repeat a few hundred texts


@query(dataset, viewed_day, keep=200)
def assessed(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return the status of each locality of a view against each target; columns of ``status.assess``."""
    t = tables()
    targets = t.targets[t.targets["resolution"].isin(assignment.issued(t.resolutions, as_of(view)))]
    if indicator is not None:
        targets = targets[targets["indicator"] == indicator]
    if indicator is not None or not needs_indicator(view):
        return _judge(view, targets, of_view(view, indicator))
    parts = [assessed(view, each) for each in targets["indicator"].dropna().unique()]
    unmeasured = targets[targets["indicator"].isna()]
    return pd.concat([*parts, _judge(view, unmeasured, t.observations.iloc[:0])], ignore_index=True)


def _judge(view: View, targets: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    t, rows = tables(), assignments(view)
    rows = rows[rows["target"].isin(targets["target"])].reset_index(drop=True).astype("str")
    return status.assess(rows, t.targets, t.indicators, figures, as_of(view))


@query(dataset, viewed_day, keep=100)
def covered(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return which figures are due and which of them are reported; columns of ``coverage.coverage``."""
    if indicator is None and needs_indicator(view):
        return pd.concat([covered(view, each) for each in core_indicators()], ignore_index=True)
    if indicator is not None and not by_commune(view):
        return covered(view).query("indicator == @indicator")
    expected = tables().expected
    if indicator is not None:
        expected = expected[expected["indicator"] == indicator]
    return coverage.coverage(expected, covered_places(view), of_view(view, indicator), view.kind, as_of(view))


@query(dataset, viewed_day, keep=200)
def changes(view: View, indicator: str | None = None) -> pd.DataFrame:
    """Return the change of each latest figure; columns of ``pace.changes``."""
    if indicator is None and needs_indicator(view):
        return pd.concat([changes(view, each) for each in core_indicators()], ignore_index=True)
    return pace.changes(of_view(view, indicator), tables().indicators, as_of(view))
