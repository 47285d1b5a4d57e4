"""Fixed classes for the colours of the maps: ``python -m data.breaks`` writes ``tables/breaks.csv``.

The classes are made once from the figures of every period and of both kinds, so that a colour means the same
thing on every map of an indicator and a level. Natural breaks (Fisher–Jenks, from mapclassify) follow where the
figures lie; they are rounded up to numbers a reader can keep in mind.
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
LEVELS = ["province", "district", "commune"]  # the country is one place: it has no map of its own
SAMPLE = 200  # Fisher–Jenks grows with the square of the count; evenly ranked values keep the shape


def make_breaks(tables: Tables, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the classes of every core indicator and level that has figures.

    Parameters
    ----------
    tables : Tables
        For indicators (bounds, decimals) and the levels of localities.
    figures : DataFrame
        Observations of both kinds; needs vintage, locality, indicator, value.

    Returns
    -------
    DataFrame
        indicator, level, class (1 to 5), upper: a value belongs to the first class whose ``upper`` is not below
        it. The last ``upper`` is the indicator's maximum, or missing where there is none.
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
    """Return the strictly increasing upper ends of at most five classes, the last being `maximum` or NaN.

    Fewer than five distinct values give as many classes as there are values.

    Examples
    --------
    >>> uppers(np.array([3.0, 4, 22, 23, 41, 42, 63, 64, 88, 90]), 100.0, 2)
    [5.0, 25.0, 45.0, 65.0, 100.0]
    """
    from mapclassify import FisherJenks  # four seconds to import, for this command alone

    distinct = np.unique(values)
    if len(distinct) == 1:
        return [maximum]
    ranked = np.quantile(values, np.linspace(0, 1, SAMPLE), method="nearest")
    sample = ranked if len(np.unique(ranked)) >= CLASSES else distinct
    count = min(CLASSES, len(np.unique(sample)))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Numba not installed")  # 200 values need no compiler
        inner = np.unique(FisherJenks(sample, k=count).bins)[:-1]
    # Half the narrowest class, so that rounding up cannot swallow one; the first has no lower end.
    step = _readable(np.diff([*inner, distinct[-1]]).min() / 2, decimals)
    rounded = [round(math.ceil(round(each / step, 9)) * step, decimals) for each in inner]
    below = [each for each in dict.fromkeys(rounded) if not each >= maximum]
    return [*below, maximum]


def _readable(width: float, decimals: int) -> float:
    """Return the widest of 1, 2, 5, 10, 20, 50 … that is not above `width`, no finer than the decimals."""
    power = 10.0 ** math.floor(math.log10(width))
    step = max(times * power for times in (1, 2, 5) if times * power <= width * (1 + 1e-9))
    return max(step, 10.0**-decimals)


def main(directory: Path = TABLES) -> None:
    """Make the classes anew and put them in the place of ``breaks.csv``, whatever stands there."""
    tables = load_tables(directory, leave_out={"breaks"})
    figures = pd.concat([tables.observations, simulated.load_figures(tables)], ignore_index=True)
    made = make_breaks(tables, figures)
    handle, temporary = tempfile.mkstemp(dir=directory, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        made.to_csv(file, index=False, float_format="%.12g")
    Path(temporary).chmod(0o644)
    Path(temporary).replace(directory / "breaks.csv")
    print(f"{len(made)} classes of {made['indicator'].nunique()} indicators")


if __name__ == "__main__":
    main()
