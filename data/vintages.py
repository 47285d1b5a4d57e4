"""The vintages of the register: when each was valid, and which one is complete."""

from datetime import date
from itertools import pairwise

import pandas as pd

from wording import vintage_names as words

ABOUT = 0.9  # the areas of each vintage are of another day and rounded differently


def validity_days(localities: pd.DataFrame) -> dict[str, tuple[date | None, date | None]]:
    """Return vintage → its first day and the first day of the next vintage, oldest vintage first.

    Parameters
    ----------
    localities
        The table. The name of a vintage is the month in which it began. The first vintage is named after a month in
        which it was valid: it has no first day (None), and the last one has no end (None).
    """
    known = sorted(localities["vintage"].unique())
    began = [None, *(date.fromisoformat(f"{each}-01") for each in known[1:]), None]
    return dict(zip(known, pairwise(began), strict=True))


def newest_complete(localities: pd.DataFrame) -> str:
    """Return the newest vintage whose register covers the whole country.

    Reforms move boundaries, not land: a register is complete where the total area of its provinces is about the
    largest of all vintages.

    Parameters
    ----------
    localities
        The table. Provinces that are not ``mapped`` do not count.
    """
    provinces = localities[localities["level"].eq("province") & localities["mapped"]]
    area = provinces.groupby("vintage")["area_km2"].sum()
    return str(area.index[area >= ABOUT * area.max()].max())


def validity_texts(localities: pd.DataFrame) -> dict[str, str]:
    """Return vintage → when it was valid, in words: ``trước 01/7/2025``, ``từ 01/7/2025``."""
    return {vintage: words.validity(*days) for vintage, days in validity_days(localities).items()}
