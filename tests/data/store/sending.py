"""What a reporting area sends, in few words."""

from typing import Any

import pandas as pd

from data import store

NOTHING = {"value_text": None, "numerator": None, "denominator": None, "out_of": None, "absence": None}


def figure(value: float, source: str = "bao-cao-la-gi", **cells: Any) -> dict[str, Any]:
    """One figure of La Gi, as it reports it itself."""
    return {
        "vintage": "2025-03", "locality": "594", "indicator": "digital_teams",
        "period_start": pd.Timestamp("2023-01-01"), "period_end": pd.Timestamp("2023-12-31"),
        "period_basis": "stated", "value": value, **NOTHING, "qualifier": "exact",
        "value_basis": "stated", "origin": "entered",
        "preferred": True, "source": source, "recorded_on": None, "supersedes": None, "note": None, **cells,
    }  # fmt: skip


def submission(*figures: dict[str, Any], based_on: str | None = None, **fields: Any) -> store.Submission:
    """What La Gi sends; compared with the present state unless another is named."""
    rows = pd.DataFrame(figures)
    own = {"publisher": "UBND La Gi", "title": "Báo cáo", "address": "la-gi.xlsx"}
    given: dict[str, Any] = {
        "observations": rows,
        "explanations": pd.DataFrame(columns=["target", "vintage", "locality", "as_of", "cause", "source"]),
        "sources": pd.DataFrame([{"source": each, **own} for each in rows["source"].unique()]),
        "reasons": pd.DataFrame(columns=["check", "sheet", "cell", "message", "reason"]),
        "file_name": "la-gi.xlsx", "content": b"PK la-gi", "vintage": "2025-03", "area": "594",
        "period": "2023", "counts": {"new": len(rows)}, "based_on": based_on or store.revision(),
    }  # fmt: skip
    return store.Submission(**(given | fields))
