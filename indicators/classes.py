"""The classes of a choropleth map, by the fixed breaks of the table ``breaks``."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MISSING = -1


def classify(values: pd.Series, uppers: pd.Series) -> NDArray[np.int8]:
    """Put each value in the class whose upper break it does not exceed.

    Parameters
    ----------
    values
        Figures of one indicator at one level.
    uppers
        The ``upper`` breaks of that indicator and level in the order of their classes; the last may be
        missing (open). A value above the last still belongs to the last class.

    Returns
    -------
    array of int8
        0 for the first class … 4 for the fifth, −1 (``MISSING``) if there is no value.

    Raises
    ------
    ValueError
        If the breaks do not rise, or an inner one is missing.
    """
    inner = uppers.to_numpy("float64")[:-1]
    if np.isnan(inner).any() or (np.diff(inner) < 0).any():
        raise ValueError(f"breaks must rise and only the last may be open: {list(uppers)}")
    figures = values.to_numpy("float64")
    found = np.searchsorted(inner, figures, side="left").astype("int8")
    return np.where(np.isnan(figures), MISSING, found).astype("int8")
