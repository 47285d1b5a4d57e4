import csv
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy, copytree

import pandas as pd
import pytest

from data import schema, simulated
from data.loader import TABLES, Tables, load_tables
from data.problems import Problem
from data.schema import RawTable, Schema

Rows = list[dict[str, str]]

# The smallest whole set: one province with one district of two communes, before and after the reform.
PACKAGE: dict[str, Rows] = {
    "localities": [
        {"vintage": v, "code": c, "name": n, "type": t, "level": level, "parent_code": p, "mapped": m}
        | {"area_km2": area, "area_source": "la-gi" if area else ""}
        | {"population": people, "population_source": "la-gi" if people else ""}
        for v, c, n, t, level, p, m, area, people in [
            ("2025-03", "VN", "Cả nước", "quốc gia", "country", "", "true", "", ""),
            ("2025-03", "60", "Tỉnh Bình Thuận", "tỉnh", "province", "VN", "true", "7946", "1230808"),
            ("2025-03", "594", "Thị xã La Gi", "thị xã", "district", "60", "true", "184", "107057"),
            ("2025-03", "23231", "Phường Tân An", "phường", "commune", "594", "true", "5", "15000"),
            ("2025-03", "23235", "Xã Tân Tiến", "xã", "commune", "594", "true", "40", "9000"),
            ("2025-07", "VN", "Cả nước", "quốc gia", "country", "", "true", "", ""),
            ("2025-07", "68", "Tỉnh Lâm Đồng", "tỉnh", "province", "VN", "true", "24233", ""),
            ("2025-07", "23235", "Phường La Gi", "phường", "commune", "68", "true", "90", "60000"),
        ]
    ],
    "succession": [
        {"old_vintage": "2025-03", "old_code": old, "new_vintage": "2025-07", "new_code": "23235"}
        | {"share": "1", "relation": "full", "source": "la-gi"}
        for old in ("23231", "23235")
    ],
    "sources": [
        {
            "source": "la-gi",
            "publisher": "Thị ủy La Gi",
            "title": "Kết quả",
            "address": "https://lagi.example",
        }
    ],
    "resolutions": [
        {"resolution": "nq-10", "kind": "resolution", "number": "10-NQ/TU", "issuer": "Tỉnh ủy"}
        | {"vintage": "2025-03", "province": "60", "title": "Chuyển đổi số", "source": "la-gi"}
    ],
    "indicators": [
        {"indicator": "online_dossier_share", "pillar": "government", "name_vi": "Hồ sơ trực tuyến"}
        | {"name_en": "Online dossiers", "unit": "%", "direction": "higher", "time_type": "flow"}
        | {"aggregation": "ratio_of_sums", "minimum": "0", "maximum": "100", "decimals": "2"}
        | {"tier": "core", "definition": "Hồ sơ nộp trực tuyến trên tổng số hồ sơ."},
        {"indicator": "digital_teams", "pillar": "awareness", "name_vi": "Tổ công nghệ số"}
        | {"name_en": "Teams", "unit": "tổ", "direction": "higher", "time_type": "stock"}
        | {"aggregation": "sum", "minimum": "0", "decimals": "0", "tier": "core", "definition": "Số tổ."},
    ],
    "recipes": [
        {"indicator": "digital_teams", "start": "20", "end": "80", "spread": "0.8", "base": "100"},
    ],
    "targets": [
        {"target": "nq-10-1", "resolution": "nq-10", "indicator": "online_dossier_share"}
        | {"title": "Hồ sơ trực tuyến", "scope": "each", "vintage": "2025-03", "level": "district"}
        | {"locality": "60", "kind": "value", "comparator": "≥", "value": "80", "deadline": "2025-12-31"}
        | {"attribution": "plan", "text_known": "true", "measurable": "true", "source": "la-gi"},
        {"target": "nq-10-2", "resolution": "nq-10", "title": "Chưa rõ", "scope": "pooled"}
        | {"vintage": "2025-03", "level": "province", "locality": "60", "kind": "value"}
        | {"attribution": "resolution", "text_known": "false", "measurable": "true", "source": "la-gi"},
    ],
    "tallies": [{"resolution": "nq-10", "as_of": "2024-10-21", "total": "14", "met": "7", "source": "la-gi"}],
    "observations": [
        {"vintage": "2025-03", "locality": "594", "indicator": "online_dossier_share", "value": "77.15"}
        | {"period_start": "2023-01-01", "period_end": "2023-12-31", "period_basis": "inferred"}
        | {"numerator": "2317", "denominator": "3003", "qualifier": "exact", "value_basis": "stated"}
        | {"origin": "published", "preferred": "true", "source": "la-gi"},
        {"vintage": "2025-03", "locality": "594", "indicator": "digital_teams", "value": "65"}
        | {"period_start": "2023-01-01", "period_end": "2023-12-31", "period_basis": "stated"}
        | {"qualifier": "exact", "value_basis": "stated", "origin": "published", "preferred": "true"}
        | {"source": "la-gi"},
    ],
    "expected": [
        {"kind": "real", "indicator": indicator, "vintage": "2025-03", "level": "district"}
        | {"frequency": "month", "due_days": "10", "valid_from": "2022-01-01", "basis": "proposed"}
        for indicator in ("online_dossier_share", "digital_teams")
    ]
    + [
        {"kind": "simulated", "indicator": "digital_teams", "vintage": "2025-03", "level": level}
        | {"frequency": "month", "due_days": "10", "valid_from": "2022-01-01", "basis": "proposed"}
        for level in ("province", "district", "commune")
    ],
    "relations": [],
    "explanations": [],
}


@pytest.fixture(scope="session")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest whole set of tables, for tests that only read it."""
    directory = tmp_path_factory.mktemp("tables")
    copy(TABLES / schema.DESCRIPTOR, directory)
    for table, rows in PACKAGE.items():
        write(directory, table, rows)
    return directory


@pytest.fixture
def package(unchanged: Path, tmp_path: Path) -> Path:
    """The test's own copy of the smallest whole set of tables."""
    return copytree(unchanged, tmp_path / "tables")


@pytest.fixture
def change(package: Path) -> Callable[..., Path]:
    """Return a function that changes cells of one row (0 is the first) of one table."""

    def apply(table: str, row: int, **cells: str) -> Path:
        rows = [dict(each) for each in PACKAGE[table]]
        rows[row] |= cells
        write(package, table, rows)
        return package

    return apply


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The tables of the repository."""
    return load_tables()


@pytest.fixture(scope="session")
def drawn(tables: Tables) -> pd.DataFrame:
    """The simulated set, from the cache that the dashboard has, too; to draw it takes seconds."""
    return simulated.load_figures(tables)


def write(directory: Path, table: str, rows: Rows) -> None:
    names = schema.field_names(schema.read_schemas(directory)[table])
    with (directory / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of all processes of a run: the smallest set is checked once, which takes half a second."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # of this process alone is what lies below
    return folder / "cache"


@pytest.fixture(autouse=True, scope="session")
def _cells_checked_once() -> Iterator[None]:
    """Check the cells of a table once a run: most tests change one table of many, and to check all takes a while."""
    check, found = schema.check_cells, {}

    def check_once(text: RawTable, declared: Schema) -> list[Problem]:
        key = repr((text, declared))
        if key not in found:
            found[key] = list(check(text, declared))
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "check_cells", check_once)
        yield


@pytest.fixture(autouse=True)
def _cache(shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_CACHE", str(shared_cache))


@pytest.fixture
def own_cache(_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test of the cache itself an empty one."""
    monkeypatch.setenv("DASHBOARD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def add(package: Path) -> Callable[..., None]:
    """Return a function that adds rows to a table of the smallest whole set."""

    def apply(table: str, rows: Rows) -> None:
        write(package, table, [*PACKAGE[table], *rows])

    return apply
