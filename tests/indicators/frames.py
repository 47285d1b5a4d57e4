"""Small literal frames with the columns and types of the tables; a test names only what it is about."""

import pandas as pd

OBSERVATION = {
    "vintage": "2025-03",
    "locality": "594",
    "indicator": "share",
    "period_start": None,
    "period_end": None,
    "period_basis": "stated",
    "value": None,
    "value_text": None,
    "numerator": None,
    "denominator": None,
    "out_of": None,
    "qualifier": "exact",
    "value_basis": "stated",
    "origin": "published",
    "absence": None,
    "preferred": True,
    "source": "a",
    "recorded_on": None,
    "supersedes": None,
    "note": None,
}
TARGET = {
    "target": "t",
    "resolution": "r",
    "indicator": "share",
    "title": "Chỉ tiêu",
    "scope": "pooled",
    "vintage": "2025-03",
    "level": "district",
    "locality": "594",
    "kind": "value",
    "comparator": "≥",
    "value": None,
    "deadline": None,
    "baseline": None,
    "baseline_date": None,
    "milestone_of": None,
    "attribution": "resolution",
    "text_known": True,
    "measurable": True,
    "lead_agency": None,
    "outlook": None,
    "source": "a",
    "note": None,
}
INDICATOR = {
    "indicator": "share",
    "pillar": "government",
    "name_vi": "Tỷ lệ",
    "name_en": "Share",
    "unit": "%",
    "direction": "higher",
    "time_type": "stock",
    "aggregation": "ratio_of_sums",
    "weight_base": None,
    "minimum": 0,
    "maximum": 100,
    "decimals": 2,
    "tier": "core",
    "definition": "",
    "note": None,
}
LOCALITY = {
    "vintage": "2025-03",
    "code": None,
    "name": "Nơi",
    "type": "huyện",
    "level": "district",
    "parent_code": "60",
    "lon": None,
    "lat": None,
    "area_km2": None,
    "population": None,
    "population_year": None,
    "mapped": True,
    "note": None,
}
RESOLUTION = {"resolution": "r", "in_force_from": None, "in_force_to": None}
SUCCESSION = {
    "old_vintage": "2025-03",
    "old_code": None,
    "new_vintage": "2025-07",
    "new_code": None,
    "share": 1.0,
    "relation": "full",
}
EXPECTED = {
    "kind": "real",
    "indicator": "share",
    "vintage": "2025-03",
    "level": "district",
    "frequency": "quarter",
    "due_days": 15,
    "valid_from": "2024-01-01",
    "valid_to": None,
    "basis": "assigned",
    "note": None,
}
RELATION = {"whole": None, "part": None, "kind": "sum", "note": None}
TALLY = {
    "resolution": "r",
    "as_of": "2024-10-21",
    "total": None,
    "met": None,
    "remaining": None,
    "not_measurable": None,
    "expected": None,
    "hard": None,
    "source": "a",
    "note": None,
}
EXPLANATION = {
    "target": "t",
    "resolution": None,
    "vintage": "2025-03",
    "locality": "594",
    "as_of": None,
    "cause_kind": None,
    "cause": None,
    "difficulty": None,
    "proposal": None,
    "responsible": None,
    "source": "a",
}

DATES = ["period_start", "period_end", "recorded_on", "deadline", "baseline_date"]
DATES += ["in_force_from", "in_force_to", "valid_from", "valid_to", "as_of"]
NUMBERS = ["value", "numerator", "denominator", "out_of", "baseline", "minimum", "maximum", "decimals"]
NUMBERS += ["lon", "lat", "area_km2", "population", "population_year", "share", "due_days"]
NUMBERS += ["total", "met", "remaining", "not_measurable", "expected", "hard"]
FLAGS = ["preferred", "text_known", "measurable", "mapped"]


def table(pattern, *rows):
    """Make a frame of rows that differ from a pattern, typed as the loader types it."""
    frame = pd.DataFrame([{**pattern, **row} for row in rows], columns=list(pattern))
    for name in frame:
        frame[name] = _typed(name, frame[name])
    return frame


def observations(*rows):
    """Make observations; a row with only a ``period_end`` is a stock counted on that day."""
    return table(OBSERVATION, *[{"period_start": row.get("period_end"), **row} for row in rows])


def day(text):
    return pd.Timestamp(text)


def _typed(name, column):
    if name in DATES:
        return pd.to_datetime(column).astype("datetime64[us]")
    if name in NUMBERS:
        return column.astype("float64")
    return column.astype("bool" if name in FLAGS else "str")
