"""The smallest set of tables with its store, and a district with figures of its own."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pandas as pd
import pytest

from data import store
from data.intake import report
from data.loader import Tables, load_tables
from data.store import base

TODAY = pd.Timestamp("2024-10-15")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "publish" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def made(
    unchanged: Path, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Tables, Path]:
    """The smallest set loaded, and the folder of a store that knows it; each made once."""
    state = tmp_path_factory.mktemp("made-small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "TABLES", unchanged)
        patch.setenv("DASHBOARD_CACHE", str(shared_cache))
        patch.setenv("DASHBOARD_STATE", str(state))
        patch.delenv("INDICATOR_STORE_URL", raising=False)
        store.revision()
        return load_tables(unchanged), state


@pytest.fixture
def small(
    made: tuple[Tables, Path], unchanged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Tables:
    """One province with one district of two communes, and the test's own store that knows it."""
    tables, state = made
    monkeypatch.setattr(base, "TABLES", unchanged)
    monkeypatch.setenv("DASHBOARD_STATE", str(copytree(state, tmp_path / "state")))
    monkeypatch.delenv("INDICATOR_STORE_URL", raising=False)
    return tables


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
