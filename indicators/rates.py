"""Rates and the whole things they count: dossiers are filed whole, so a rate moves in steps of one."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# A machine's 500.00000000001 dossiers are 500.
TINY = 1e-9


def scale(unit: str) -> float:
    """Return what a ratio is multiplied by to be in its unit."""
    return 100.0 if unit == "%" else 1.0


def bounds(indicator: pd.Series) -> tuple[float, float]:
    """Return the least and the greatest value of an indicator; an open side is infinite."""
    low, high = float(indicator["minimum"]), float(indicator["maximum"])
    return (low if low == low else -np.inf), (high if high == high else np.inf)


def ratio(numerator: Floats, denominator: Floats, times: float | Floats) -> Floats:
    """Return numerator over denominator, in per cent where ``times`` is 100.

    It is multiplied first: 57 of 100 is then exactly 57 %, while 57 / 100 × 100 falls short of it.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(numerator * times / denominator, dtype="float64")


def numerator_for(level: Floats, denominator: Floats, times: float | Floats, comparator: str = "≥") -> Floats:
    """Return the numerator nearest to ``level`` that fulfils ``comparator level``.

    The least whole number for ≥ and >, the greatest for ≤ and <, the nearest for any other sign.

    Examples
    --------
    70 % of 715 dossiers are 500.5: at least 70 % takes 501, more than 70 % too, at most 70 % 500.
    """
    wanted = np.asarray(level * denominator / times, dtype="float64")
    if comparator not in ("≥", ">", "≤", "<"):
        return np.asarray(np.rint(wanted))
    step = 1.0 if comparator in ("≥", ">") else -1.0
    found = np.full(np.broadcast(wanted, denominator).shape, np.nan)
    # Start on the wrong side and step over; rounding of machines can't mislead by more than one.
    for offset in (2.0, 1.0, 0.0, -1.0):
        tried = (np.floor(wanted) if step > 0 else np.ceil(wanted)) + step * offset
        found = np.where(_holds(ratio(tried, denominator, times), level, comparator), tried, found)
    return found


def _holds(value: Floats, level: Floats, comparator: str) -> NDArray[np.bool_]:
    compare = {"≥": np.greater_equal, ">": np.greater, "≤": np.less_equal, "<": np.less}[comparator]
    return np.asarray(compare(value, level), dtype="bool")
