"""The stored figures that a sent figure can be compared with: of its place and indicator, of earlier periods."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from data.qualifiers import PRECISE

WEEK = 7  # days by which the spans of two comparable flows may differ


def earlier_figures(known: pd.DataFrame) -> Callable[[Mapping[Any, Any]], pd.DataFrame]:
    """Return a function that gives the stored figures before a sent one, the oldest first.

    Only preferred figures with a precise value count. Flows are compared with flows over as many days, within a week.

    Parameters
    ----------
    known : DataFrame
        The stored observations of the vintage.

    Returns
    -------
    callable
        Takes a row with ``locality``, ``indicator``, ``time_type``, ``period_start`` and ``period_end``.
    """
    past = known[known["preferred"] & known["qualifier"].isin(PRECISE) & known["value"].notna()]
    histories: dict[Any, pd.DataFrame] = dict(list(past.groupby(["locality", "indicator"])))
    nothing = past.iloc[:0]

    def earlier(row: Mapping[Any, Any]) -> pd.DataFrame:
        history = histories.get((row["locality"], row["indicator"]))
        if history is None:
            return nothing
        history = history[history["period_end"].lt(row["period_end"])].sort_values("period_end")
        if row["time_type"] != "flow":
            return history
        span = (history["period_end"] - history["period_start"]).dt.days
        alike: pd.DataFrame = history[(span - (row["period_end"] - row["period_start"]).days).abs().le(WEEK)]
        return alike

    return earlier
