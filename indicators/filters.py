"""Which rows a choice of filters leaves."""

from collections.abc import Collection

import pandas as pd


def keep(rows: pd.DataFrame, **chosen: Collection[str]) -> pd.DataFrame:
    """Keep the rows whose columns hold one of the chosen values; nothing chosen leaves a column alone.

    A row that has no value in a filtered column (a target whose text is unknown has no pillar) is left out by a
    choice in that column: what is unknown can't be said to be chosen.

    Parameters
    ----------
    rows
        Any frame with the columns named.
    chosen
        Column → values.

    Returns
    -------
    DataFrame
        Rows in their order, with their index.

    Examples
    --------
    ``keep(rows, status=("behind", "missed"), pillar=())``
    """
    left = pd.Series(data=True, index=rows.index)
    for column, values in chosen.items():
        if values:
            left &= rows[column].isin(list(values))
    return rows[left]
