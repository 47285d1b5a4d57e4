"""Intervals of qualified figures ("hơn 60 %"), and their comparison with a line."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

PRECISE = ("exact", "about")


def interval(figures: pd.DataFrame | Mapping[str, NDArray[Any]]) -> tuple[Floats, Floats]:
    """Return the lowest and the highest value that each figure allows, both ends included.

    "More than 60" is the open interval (60, ∞): its end is moved to the next floating-point number, so that every
    end is included. "About 71" is exact to half a unit of its last printed digit: 70.5 to 71.5.

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
    qualifier = np.asarray(figures["qualifier"], dtype="object")
    margin = np.where(qualifier == "about", rounding(value), 0.0)
    low, high = value - margin, value + margin
    low = np.where(qualifier == "more_than", np.nextafter(value, np.inf), low)
    high = np.where(qualifier == "less_than", np.nextafter(value, -np.inf), high)
    above = (qualifier == "at_least") | (qualifier == "more_than")
    below = (qualifier == "at_most") | (qualifier == "less_than")
    high = np.where(above, _closed(figures, "maximum", np.inf, value), high)
    low = np.where(below, _closed(figures, "minimum", -np.inf, value), low)
    return np.where(np.isnan(value), np.nan, low), np.where(np.isnan(value), np.nan, high)


def rounding(values: Floats) -> Floats:
    """Return half a unit of the last printed digit: 0.005 for 77.15, 0.5 for 95.

    Zeros at the end of a whole number are printed digits: a source that writes 1 000 may mean exactly that.
    """
    margin: Floats = 0.5 * 10.0 ** -decimals_of(values)
    return margin


def decimals_of(values: Floats) -> Floats:
    """Return the number of decimals of each value (0 to 4): 2 for 77.15, 0 for 95."""
    places = np.full(len(values), 4.0)
    for digits in (3, 2, 1, 0):
        places = np.where(np.isclose(np.round(values, digits), values, rtol=0, atol=1e-9), digits, places)
    return places


def compare_with_line(
    low: Floats, high: Floats, comparator: pd.Series | NDArray[Any], line: Floats
) -> tuple[Flags, Flags]:
    """Return where an interval certainly fulfils ``comparator line``, and where it certainly does not.

    Both are false where the interval does not decide (more than 60 against ≥ 70), and where a value, the line or
    the comparator is missing.
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
