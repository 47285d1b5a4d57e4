"""The classes of a choropleth map: value ranges at readable limits, made from all figures that share a scale."""

import math
import warnings
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MISSING = -1
MOST = 5
# Fisher–Jenks takes time with the square of the count; evenly spaced quantiles keep the distribution.
SAMPLE = 100
LEVELS = ("province", "district", "commune")  # the country has no map of its own: it is one place

Method = Literal["natural_breaks", "each_value"]


@dataclass(frozen=True)
class Classes:
    """The classes of one scale, from low to high; together they hold every number.

    Attributes
    ----------
    limits
        Upper limit of each class but the last, in the unit of the indicator. They strictly increase and have no more
        digits than the indicator prints, so no two are printed alike. Empty for a single class.
    maximum
        End of the last class; None where it is open.
    decimals
        Decimals that the indicator prints.
    figures
        Number of figures that the classes were made from.
    method
        ``natural_breaks`` (Fisher–Jenks), or ``each_value`` where there are no more different values than classes.
    """

    limits: tuple[float, ...] = ()
    maximum: float | None = None
    decimals: int = 0
    figures: int = 0
    method: Method = "each_value"


def make_classes(values: pd.Series, maximum: float, decimals: int) -> Classes:
    """Return the classes of some figures: at most five, each of which holds a figure.

    Parameters
    ----------
    values
        Figures of one scale, in any order; missing ones are left out.
    maximum
        Greatest possible value of the indicator; NaN where it has none. If a figure is above it, the last class is
        open.
    decimals
        Decimals that the indicator prints.

    Notes
    -----
    Natural breaks are those of Fisher (1958), *On grouping for maximum homogeneity*, as mapclassify computes them. They
    are rounded up to round numbers in steps of at most half the narrowest class, so no class loses its last figure.

    Examples
    --------
    >>> make_classes(pd.Series([3.0, 4, 22, 23, 41, 42, 63, 64, 88, 90]), 100, 2).limits
    (5.0, 25.0, 45.0, 65.0)
    >>> make_classes(pd.Series([7.0, 7, 9]), 100, 0).limits
    (7.0,)
    """
    printed = _as_printed(values.dropna(), decimals)
    distinct = np.unique(printed)
    few = len(distinct) <= MOST
    inner = distinct[:-1] if few else _natural_breaks(printed, distinct)
    return Classes(
        limits=_readable(inner, distinct, decimals),
        maximum=float(maximum) if pd.notna(maximum) and (distinct <= maximum).all() else None,
        decimals=decimals,
        figures=len(printed),
        method="each_value" if few else "natural_breaks",
    )


def classify(values: pd.Series, classes: Classes) -> NDArray[np.int8]:
    """Put each value, as it is printed, in the first class whose limit it does not exceed.

    Returns
    -------
    array of int8
        0 for the first class … 4 for the fifth, −1 (``MISSING``) if there is no value.
    """
    printed = _as_printed(values, classes.decimals)
    found = np.searchsorted(np.array(classes.limits), printed, side="left")
    return np.where(np.isnan(printed), MISSING, found).astype("int8")


def share_a_scale(indicator: pd.Series) -> bool:
    """Tell whether a value of an indicator means the same at every level: it has a lowest and a highest value.

    A share of 60 % is as much of a commune as of a district. A count grows with the size of a place, and a rank with
    the number of places.
    """
    return bool(pd.notna(indicator["minimum"]) and pd.notna(indicator["maximum"]))


def _as_printed(values: pd.Series, decimals: int) -> NDArray[np.float64]:
    # The sum turns a negative zero, which would be printed as "−0", into a zero.
    return np.round(values.to_numpy("float64"), decimals) + 0.0


def _natural_breaks(printed: NDArray[np.float64], distinct: NDArray[np.float64]) -> NDArray[Any]:
    """Return the upper limits of all classes but the last; `printed` has more different values than classes."""
    # The import takes a second, so it is left to the first scale that needs it.
    from mapclassify import FisherJenks

    sample = _quantiles(printed)
    if len(np.unique(sample)) <= MOST:  # almost all figures are alike
        sample = _quantiles(distinct)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Numba not installed")  # the sample is fast without it
        return np.unique(FisherJenks(sample, k=MOST).bins)[:-1]


def _quantiles(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if len(values) <= SAMPLE:
        return values
    return np.quantile(values, np.linspace(0, 1, SAMPLE), method="nearest")


def _readable(inner: NDArray[Any], distinct: NDArray[np.float64], decimals: int) -> tuple[float, ...]:
    """Round limits up to round numbers, without moving one past the highest figure of the next class."""
    if len(inner) == 0:
        return ()
    step = _round_step(float(np.diff([*inner, distinct[-1]]).min()) / 2, decimals)
    return tuple(round(math.ceil(round(float(each) / step, 9)) * step, decimals) for each in inner)


def _round_step(width: float, decimals: int) -> float:
    """Return the largest of 1, 2, 5, 10, 20, 50 … that is not above `width`, at least one unit of the last decimal."""
    power = 10.0 ** math.floor(math.log10(width))
    step = max(times * power for times in (1, 2, 5) if times * power <= width * (1 + 1e-9))
    return max(step, 10.0**-decimals)
