"""The vintages of the register, and how people say which one they mean: by the reform before or after it."""

from datetime import date
from itertools import pairwise

import pandas as pd

from wording import vintages as words


def stood(localities: pd.DataFrame) -> dict[str, tuple[date | None, date | None]]:
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


def told(localities: pd.DataFrame) -> dict[str, str]:
    """Return vintage → the time it stood, in words: ``trước 01/7/2025``, ``từ 01/7/2025``."""
    return {vintage: words.stood(*days) for vintage, days in stood(localities).items()}
