"""Which of several targets a single bar or map colour is held against."""

import pandas as pd

KEY = ["vintage", "locality", "indicator"]
_NEAREST_DUTY = ["assigned", "ahead", "near"]


def lead(assessed: pd.DataFrame) -> pd.DataFrame:
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
    days = (judged["deadline"] - judged["as_of"]).dt.days
    order = judged.assign(assigned=judged["standing"].eq("assigned"), ahead=days.ge(0), near=-days.abs())
    order = order.sort_values(_NEAREST_DUTY, ascending=False, kind="stable").drop_duplicates(KEY)
    return judged.loc[order.index].sort_index()
