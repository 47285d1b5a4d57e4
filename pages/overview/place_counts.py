"""What is known of each place of an area's main level: whether it reported, and how its targets stand."""

import pandas as pd

from indicators.summary import BEHIND
from queries import catalogue, documents, gazetteer, observations
from queries.view import View

# A status that rests on a figure of the last 12 months.
JUDGED = ("met", "on_track", *BEHIND)


def main_level(view: View) -> str:
    """Return the level that an area is led through: provinces of the country, districts or communes of a province."""
    if view.province == gazetteer.COUNTRY:
        return "province"
    return gazetteer.levels(view.vintage)[1]


def place_counts(view: View) -> pd.DataFrame:
    """Return what is known of each place of the area's main level.

    Returns
    -------
    DataFrame
        One row per district (before 7/2025) or commune: ``code``, ``reported`` (a core indicator has a figure),
        ``fresh`` (one of these figures is at most 12 months old), ``judged`` and ``behind`` (numbers of assigned
        targets).
    """
    code = gazetteer.places(view.vintage, view.province, main_level(view))["code"]
    figures = observations.latest(view)
    figures = figures[figures["indicator"].isin(catalogue.core_indicators()) & figures["absence"].isna()]
    assigned = documents.assessed(view).query("standing == 'assigned'")
    return pd.DataFrame(
        {
            "code": code,
            "reported": code.isin(figures["locality"]),
            "fresh": code.isin(figures.loc[~figures["stale"], "locality"]),
            "judged": _count(assigned, JUDGED, code),
            "behind": _count(assigned, BEHIND, code),
        }
    )


def _count(assigned: pd.DataFrame, statuses: tuple[str, ...], code: pd.Series) -> pd.Series:
    """Count the targets of each place that have one of some statuses."""
    counts = assigned.loc[assigned["status"].isin(statuses), "locality"].value_counts()
    return code.map(counts).fillna(0).astype(int)
