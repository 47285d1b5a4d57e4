"""The places most similar to a place, with reasons in place of a score."""

import numpy as np
import pandas as pd

# Upper ends of the bands: people, and people per km². They are round numbers, not fitted to the data.
POPULATION_BANDS = (5_000, 10_000, 20_000, 50_000, 100_000, 200_000)
DENSITY_BANDS = (50, 200, 500, 1_000, 2_000)
UNKNOWN = -1


def peers(localities: pd.DataFrame, vintage: str, code: str, count: int = 5) -> pd.DataFrame:
    """Return the most similar places of the same level.

    Places of the same type come first, then the nearest population band, the nearest density band, and the nearest
    population. A place with a missing population or area has no band and matches none.

    Parameters
    ----------
    localities
        The table.
    vintage, code
        The place.
    count
        The largest number of places to return.

    Returns
    -------
    DataFrame
        Most similar first: ``code``, ``name``, ``parent_code``, ``type``, ``population``,
        ``population_band``, ``density_band`` (positions in the bands, −1 unknown), ``same_type``,
        ``same_population``, ``same_density``.

    Raises
    ------
    KeyError
        If the place is not in the register.
    """
    level = localities.loc[localities["vintage"].eq(vintage) & localities["code"].eq(code), "level"]
    if level.empty:
        raise KeyError(f"no locality {code} in vintage {vintage}")
    units = localities[localities["vintage"].eq(vintage) & localities["level"].eq(level.iloc[0])]
    units = with_bands(units)
    own = units[units["code"].eq(code)].iloc[0]
    others = units[units["mapped"] & units["code"].ne(code)]
    others = others.assign(
        same_type=others["type"].eq(own["type"]),
        same_population=_same(others["population_band"], own["population_band"]),
        same_density=_same(others["density_band"], own["density_band"]),
        off_population=_steps(others["population_band"], own["population_band"]),
        off_density=_steps(others["density_band"], own["density_band"]),
        off_people=(others["population"] - own["population"]).abs(),
    )
    order = ["same_type", "off_population", "off_density", "off_people", "code"]
    nearest = others.sort_values(order, ascending=[False, True, True, True, True]).head(count)
    columns = ["code", "name", "parent_code", "type", "population", "population_band", "density_band"]
    return nearest[[*columns, "same_type", "same_population", "same_density"]].reset_index(drop=True)


def with_bands(localities: pd.DataFrame) -> pd.DataFrame:
    """Add ``population_band`` and ``density_band``, −1 where population or area is missing."""
    density = localities["population"] / localities["area_km2"].where(localities["area_km2"].gt(0))
    return localities.assign(
        population_band=_band(localities["population"], POPULATION_BANDS),
        density_band=_band(density, DENSITY_BANDS),
    )


def _band(figures: pd.Series, uppers: tuple[int, ...]) -> np.ndarray:
    known = figures.to_numpy("float64")
    return np.where(np.isnan(known), UNKNOWN, np.searchsorted(uppers, known, side="right"))


def _same(bands: pd.Series, mine: int) -> pd.Series:
    return bands.eq(mine) & bands.ne(UNKNOWN)


def _steps(bands: pd.Series, mine: int) -> pd.Series:
    """Count the bands between two places; an unknown band is farther than any known one."""
    unknown = bands.eq(UNKNOWN) | (mine == UNKNOWN)
    return (bands - mine).abs().mask(unknown, len(POPULATION_BANDS) + 1)
