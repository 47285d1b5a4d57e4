"""The latest figure of each locality and indicator on a day."""

import numpy as np
import pandas as pd

KEY = ["vintage", "locality", "indicator"]
FRESH = pd.DateOffset(months=12)


def latest(observations: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Return the last preferred observation of each figure that ends on or before a day.

    A row that says why there is no figure (``absence``) is an observation, too: it hides the older value, which no
    longer applies. If two periods end on the same day (nine months and the third quarter), the longer is taken,
    because the target of a year is compared with the year so far.

    Parameters
    ----------
    observations
        The table's columns, real or simulated, never both.
    as_of
        The viewed day.

    Returns
    -------
    DataFrame
        At most one row per (vintage, locality, indicator), the table's columns and ``stale``: the period
        ended more than 12 months before ``as_of``.
    """
    known = np.flatnonzero(observations["preferred"] & observations["period_end"].le(as_of))
    starts, ends = (
        observations[name].iloc[known].to_numpy("int64") for name in ("period_start", "period_end")
    )
    # Only the keys are sorted: a row has many text columns, and most rows are dropped.
    ordered = known[np.lexsort((-starts, ends))]
    replaced = observations[KEY].iloc[ordered].duplicated(keep="last").to_numpy()
    current = observations.iloc[np.sort(ordered[~replaced])].reset_index(drop=True)
    return current.assign(stale=is_stale(current["period_end"], as_of))


def is_stale(period_end: pd.Series, as_of: pd.Timestamp) -> pd.Series:
    """Tell which figures are older than 12 months; exactly 12 months is not older."""
    return period_end.lt(as_of - FRESH)


def default_as_of(observations: pd.DataFrame) -> pd.Timestamp:
    """Return the latest period end of preferred observations, the default of the viewed day.

    Raises
    ------
    ValueError
        If there is no preferred observation.
    """
    ends = observations.loc[observations["preferred"], "period_end"]
    if ends.empty:
        raise ValueError("no preferred observation: there is no latest period end")
    return pd.Timestamp(ends.max())
