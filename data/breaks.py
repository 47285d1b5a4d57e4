"""Class breaks of the choropleth maps: ``python -m data.breaks`` writes ``tables/breaks.csv``.

The classes are computed once from the figures of every period and of both kinds. A colour therefore means the same
on every map of an indicator and a level. The method is natural breaks (Fisher–Jenks, from mapclassify); the breaks
are rounded up to round numbers.
"""

import math
import os
import tempfile
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

from data import simulated
from data.loader import TABLES, Tables, load_tables

CLASSES = 5
LEVELS = ["province", "district", "commune"]  # the country has no map of its own: it is one place
SAMPLE = (
    200  # Fisher–Jenks takes time with the square of the count; evenly spaced quantiles keep the distribution
)


def make_breaks(tables: Tables, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the classes of every core indicator and level that has figures.

    Parameters
    ----------
    tables : Tables
        Gives the indicators (bounds, decimals) and the levels of localities.
    figures : DataFrame
        Observations of both kinds; columns vintage, locality, indicator, value.

    Returns
    -------
    DataFrame
        Columns indicator, level, class (1 to 5), upper. A value belongs to the first class whose ``upper`` is not
        below it. The last ``upper`` is the maximum of the indicator, or missing where it has none.
    """
    places = tables.localities[["vintage", "code", "level"]].rename(columns={"code": "locality"})
    known = figures.dropna(subset="value").merge(places, on=["vintage", "locality"], validate="m:1")
    values = {key: part["value"].to_numpy() for key, part in known.groupby(["indicator", "level"])}
    core = tables.indicators[tables.indicators["tier"].eq("core")]
    rows = [
        (indicator, level, number, upper)
        for indicator, maximum, decimals in zip(
            core["indicator"], core["maximum"], core["decimals"], strict=True
        )
        for level in LEVELS
        if (indicator, level) in values
        for number, upper in enumerate(
            upper_limits(values[indicator, level], maximum, int(decimals)), start=1
        )
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["indicator", "level", "class", "upper"])


def upper_limits(
    values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", maximum: float, decimals: int
) -> list[float]:
    """Return the strictly increasing upper limits of at most five classes; the last is `maximum` or NaN.

    Fewer than five distinct values give one class a value.

    Examples
    --------
    >>> upper_limits(np.array([3.0, 4, 22, 23, 41, 42, 63, 64, 88, 90]), 100.0, 2)
    [5.0, 25.0, 45.0, 65.0, 100.0]
    """
    from mapclassify import FisherJenks  # the import takes four seconds, and only this command needs it

    distinct = np.unique(values)
    if len(distinct) == 1:
        return [maximum]
    ranked = np.quantile(values, np.linspace(0, 1, SAMPLE), method="nearest")
    sample = ranked if len(np.unique(ranked)) >= CLASSES else distinct
    count = min(CLASSES, len(np.unique(sample)))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Numba not installed")  # 200 values are fast without it
        inner = np.unique(FisherJenks(sample, k=count).bins)[:-1]
    # Steps of half the narrowest class: rounding up then cannot remove a class. The first class has no lower limit.
    step = _round_step(np.diff([*inner, distinct[-1]]).min() / 2, decimals)
    rounded = [round(math.ceil(round(each / step, 9)) * step, decimals) for each in inner]
    below = [each for each in dict.fromkeys(rounded) if not each >= maximum]
    return [*below, maximum]


def _round_step(width: float, decimals: int) -> float:
    """Return the largest of 1, 2, 5, 10, 20, 50 … that is not above `width`, at least one unit of the last decimal."""
    power = 10.0 ** math.floor(math.log10(width))
    step = max(times * power for times in (1, 2, 5) if times * power <= width * (1 + 1e-9))
    return max(step, 10.0**-decimals)


def main(directory: Path = TABLES) -> None:
    """Compute the classes and replace ``breaks.csv``."""
    tables = load_tables(directory, leave_out={"breaks"})
    figures = pd.concat([tables.observations, simulated.load_figures(tables)], ignore_index=True)
    breaks = make_breaks(tables, figures)
    handle, temporary = tempfile.mkstemp(dir=directory, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        breaks.to_csv(file, index=False, float_format="%.12g")
    Path(temporary).chmod(0o644)
    Path(temporary).replace(directory / "breaks.csv")
    print(f"{len(breaks)} classes of {breaks['indicator'].nunique()} indicators")


if __name__ == "__main__":
    main()
