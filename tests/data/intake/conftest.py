"""The smallest set of tables with its store, and a district with figures of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.intake import report
from data.loader import Tables, load_tables
from data.store import base


@pytest.fixture(scope="session")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is remembered that the smallest set was checked, which takes half a second."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _shared_cache(_own_cache: None, remembered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_CACHE", str(remembered))


TODAY = pd.Timestamp("2024-10-15")


@pytest.fixture
def small(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """One province with one district of two communes, and a store that knows it."""
    monkeypatch.setattr(base, "TABLES", package)
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("INDICATOR_STORE_URL", raising=False)
    return load_tables(package)


@pytest.fixture
def sent() -> Callable[..., pd.DataFrame]:
    """Return a function that makes what a district sent of cells that differ from the usual ones."""

    def make(*figures: dict[str, Any]) -> pd.DataFrame:
        rows = pd.DataFrame([USUAL | {"cell": f"G{at}"} | each for at, each in enumerate(figures, start=8)])
        return report.observations(rows, "60", TODAY)

    return make


USUAL: dict[str, Any] = {
    "sheet": "Số liệu", "row": 8, "vintage": "2025-03", "locality": "594", "indicator": "digital_teams",
    "period_start": pd.Timestamp("2024-09-30"), "period_end": pd.Timestamp("2024-09-30"), "value": 65.0,
    "value_text": "", "numerator": float("nan"), "denominator": float("nan"), "qualifier": "exact", "absence": "",
    "note": "", "numerator_cell": "", "denominator_cell": "",
}  # fmt: skip
