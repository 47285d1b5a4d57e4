"""Which of several targets a single bar or map colour is held against."""

import numpy as np
import pandas as pd

KEY = ["vintage", "locality", "indicator"]


def primary_target(assessed: pd.DataFrame) -> pd.DataFrame:
    """Choose one target per locality and indicator: a map has one colour a place.

    What a locality answers for comes before what is only a reference line; then the next deadline still ahead of the
    view's day, because a meeting asks for the next date; then, when all are over, the one that ended last.

    Parameters
    ----------
    assessed
        Of ``indicators.status.assess``.

    Returns
    -------
    DataFrame
        At most one row per (vintage, locality, indicator), with the assessed columns and index.
    """
    judged = assessed[assessed["indicator"].notna()]
    days = (judged["deadline"] - judged["as_of"]).dt.days.to_numpy("float64")
    # Without a deadline there is no day ahead, and it comes last.
    behind = np.where(np.isnan(days), 1, days < 0)
    order = np.lexsort((np.abs(days), behind, judged["standing"].ne("assigned")))
    first = np.sort(order[~judged[KEY].iloc[order].duplicated().to_numpy()])
    return judged.iloc[first]
