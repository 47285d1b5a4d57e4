"""Rates of whole things: a numerator of dossiers changes in steps of one, and its rate with it."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.qualifiers import Floats

# A computed 500.00000000001 dossiers are 500.
TINY = 1e-9


def scale(unit: str) -> float:
    """Return the factor from a ratio to its unit: 100 for per cent."""
    return 100.0 if unit == "%" else 1.0


def bounds(indicator: pd.Series) -> tuple[float, float]:
    """Return the least and the greatest value of an indicator; an open side is infinite."""
    low, high = float(indicator["minimum"]), float(indicator["maximum"])
    return (low if low == low else -np.inf), (high if high == high else np.inf)


def ratio(numerator: Floats, denominator: Floats, times: float | Floats) -> Floats:
    """Return numerator over denominator, in per cent where ``times`` is 100.

    The multiplication comes first: 57 × 100 / 100 is exactly 57, but 57 / 100 × 100 is a little less.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(numerator * times / denominator, dtype="float64")


def numerator_for(level: Floats, denominator: Floats, times: float | Floats, comparator: str = "≥") -> Floats:
    """Return the whole numerator whose rate fulfils ``comparator level`` and is nearest to the level.

    It is the least number for ≥ and >, the greatest for ≤ and <, and the nearest for any other comparator.

    Examples
    --------
    70 % of 715 dossiers are 500.5. So ≥ 70 % needs 501, > 70 % needs 501, and ≤ 70 % allows 500.
    """
    exact = np.asarray(level * denominator / times, dtype="float64")
    if comparator not in ("≥", ">", "≤", "<"):
        return np.asarray(np.rint(exact))
    step = 1.0 if comparator in ("≥", ">") else -1.0
    found = np.full(np.broadcast(exact, denominator).shape, np.nan)
    # Rounding errors are less than one, so four candidates from the far side to the near side are enough.
    for offset in (2.0, 1.0, 0.0, -1.0):
        tried = (np.floor(exact) if step > 0 else np.ceil(exact)) + step * offset
        found = np.where(_holds(ratio(tried, denominator, times), level, comparator), tried, found)
    return found


def _holds(value: Floats, level: Floats, comparator: str) -> NDArray[np.bool_]:
    compare = {"≥": np.greater_equal, ">": np.greater, "≤": np.less_equal, "<": np.less}[comparator]
    return np.asarray(compare(value, level), dtype="bool")
