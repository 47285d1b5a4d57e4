"""Random figures of invented places, and the texts that a map shows on hover."""

from functools import cache

import numpy as np
import pandas as pd

from wording.numbers import quantity

BLUES = ("#EFF3FF", "#BDD7E7", "#6BAED6", "#3182BD", "#08519C")
MONTHS = 24


@cache
def sample_values(places: int) -> pd.DataFrame:
    """Return a figure in per cent for every place and month; a tenth is missing.

    The index holds codes and the columns are months, from 0. The seed is fixed.
    """
    random = np.random.default_rng(7)
    start = random.uniform(5, 70, (places, 1))
    slope = random.uniform(0.2, 2.2, (places, 1))
    values = start + slope * np.arange(MONTHS) + random.normal(0, 1.5, (places, MONTHS))
    values[random.random((places, MONTHS)) < 0.1] = np.nan
    codes = [f"{number:05d}" for number in range(places)]
    return pd.DataFrame(values.clip(0, 100).round(2), index=pd.Index(codes, dtype="str"))


def hover_rows(places: int, month: int) -> pd.DataFrame:
    """Return the texts of every place for the hover box, equal for all ways to draw; index: code."""
    values = sample_values(places)[month]
    expected = 30 + 2 * month
    return pd.DataFrame(
        {
            "name": [f"Xã số {number}" for number in range(places)],
            "value": [quantity(value, "%", 2) if value == value else "" for value in values],
            "expected": quantity(expected, "%", 2),
            "target": "≥ 80 % đến 31/12/2025",
            "status": np.where(values >= expected, "đúng lộ trình", "chậm lộ trình"),
            "period": f"tháng {month % 12 + 1}/{2024 + month // 12}",
            "source": "Bộ số liệu mô phỏng",
        },
        index=values.index,
    )
