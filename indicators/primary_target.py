"""The primary target of a locality and indicator: the one that a bar or a map colour is compared with."""

import numpy as np
import pandas as pd

KEY = ["vintage", "locality", "indicator"]


def primary_target(assessed: pd.DataFrame) -> pd.DataFrame:
    """Return one target per locality and indicator.

    An assigned target comes before a reference line. Then the next deadline after the viewed day comes first. If all
    deadlines are over, the last one comes first.

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
    # A target without a deadline comes last.
    behind = np.where(np.isnan(days), 1, days < 0)
    order = np.lexsort((np.abs(days), behind, judged["standing"].ne("assigned")))
    first = np.sort(order[~judged[KEY].iloc[order].duplicated().to_numpy()])
    return judged.iloc[first]
