"""The vintages of the register, and how people say which one they mean: by the reform before or after it."""

from datetime import date
from itertools import pairwise

import pandas as pd

from wording import vintage_names as words

ABOUT = 0.9  # areas are published to a different day and rounding in each vintage


def validity_days(localities: pd.DataFrame) -> dict[str, tuple[date | None, date | None]]:
    """Return vintage → the day it began and the day it gave way to the next, the oldest vintage first.

    Parameters
    ----------
    localities
        The table. A vintage is named after the month in which it began, the first after one in which it stood: the
        first has no beginning and the last no end.
    """
    known = sorted(localities["vintage"].unique())
    began = [None, *(date.fromisoformat(f"{each}-01") for each in known[1:]), None]
    return dict(zip(known, pairwise(began), strict=True))


def newest_complete(localities: pd.DataFrame) -> str:
    """Return the newest vintage whose register has all of the country.

    Reforms move borders, not land: it is all there where the provinces together are about as large as in any vintage.

    Parameters
    ----------
    localities
        The table; provinces that only give context (not ``mapped``) do not count.
    """
    provinces = localities[localities["level"].eq("province") & localities["mapped"]]
    land = provinces.groupby("vintage")["area_km2"].sum()
    return str(land.index[land >= ABOUT * land.max()].max())


def validity_texts(localities: pd.DataFrame) -> dict[str, str]:
    """Return vintage → the time it stood, in words: ``trước 01/7/2025``, ``từ 01/7/2025``."""
    return {vintage: words.validity(*days) for vintage, days in validity_days(localities).items()}
