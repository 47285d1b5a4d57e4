"""What a qualified figure ("hơn 60 %") says for certain, and what that decides against a line."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

PRECISE = ("exact", "about")


def interval(figures: pd.DataFrame | Mapping[str, NDArray[Any]]) -> tuple[Floats, Floats]:
    """Return the lowest and the highest value each figure allows, both ends included.

    "More than 60" is the open (60, ∞): its end is moved to the next number a machine knows, so that every
    comparison can treat ends as included. "About 71" is trusted to half a unit of its last printed digit:
    70.5 to 71.5.

    Parameters
    ----------
    figures
        Columns or arrays, ``value`` and ``qualifier``; ``minimum`` and ``maximum`` of the indicator close the open side
        where they are known ("at least 100" of a share is 100).

    Returns
    -------
    tuple of arrays
        ``low``, ``high``; NaN where there is no value.
    """
    value = np.asarray(figures["value"], dtype="float64")
    said = np.asarray(figures["qualifier"], dtype="object")
    margin = np.where(said == "about", rounding(value), 0.0)
    low, high = value - margin, value + margin
    low = np.where(said == "more_than", np.nextafter(value, np.inf), low)
    high = np.where(said == "less_than", np.nextafter(value, -np.inf), high)
    above, below = (said == "at_least") | (said == "more_than"), (said == "at_most") | (said == "less_than")
    high = np.where(above, _closed(figures, "maximum", np.inf, value), high)
    low = np.where(below, _closed(figures, "minimum", -np.inf, value), low)
    return np.where(np.isnan(value), np.nan, low), np.where(np.isnan(value), np.nan, high)


def rounding(values: Floats) -> Floats:
    """Return half a unit of the last printed digit: 0.005 for 77.15, 0.5 for 95.

    Zeros at the end of a whole number count as printed, because a source that writes 1 000 may mean it.
    """
    margin: Floats = 0.5 * 10.0 ** -decimals_of(values)
    return margin


def decimals_of(values: Floats) -> Floats:
    """Count the decimals a value was printed with (0 to 4): 2 for 77.15, 0 for 95."""
    places = np.full(len(values), 4.0)
    for digits in (3, 2, 1, 0):
        places = np.where(np.isclose(np.round(values, digits), values, rtol=0, atol=1e-9), digits, places)
    return places


def compare_with_line(
    low: Floats, high: Floats, comparator: pd.Series | NDArray[Any], line: Floats
) -> tuple[Flags, Flags]:
    """Say where an interval certainly fulfils ``comparator line`` and where it certainly does not.

    Neither is true where the figure does not decide (more than 60 against ≥ 70), where one side is
    missing, and where the comparator is missing: there is no default.
    """
    signs = np.asarray(comparator, dtype="object")
    is_ = {sign: (signs == sign).astype("bool") for sign in ("≥", ">", "≤", "<", "=")}
    yes = (
        (is_["≥"] & (low >= line))
        | (is_[">"] & (low > line))
        | (is_["≤"] & (high <= line))
        | (is_["<"] & (high < line))
        | (is_["="] & (low == line) & (high == line))
    )
    no = (
        (is_["≥"] & (high < line))
        | (is_[">"] & (high <= line))
        | (is_["≤"] & (low > line))
        | (is_["<"] & (low >= line))
        | (is_["="] & ((low > line) | (high < line)))
    )
    return yes, no


def _closed(
    figures: pd.DataFrame | Mapping[str, NDArray[Any]], bound: str, otherwise: float, value: Floats
) -> Floats:
    if bound not in figures:
        return np.full(len(value), otherwise)
    known = np.asarray(figures[bound], dtype="float64")
    return np.where(np.isnan(known), otherwise, known)
