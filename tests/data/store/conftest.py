"""A store of the smallest set of tables, on every engine there is."""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from shutil import copytree
from types import ModuleType

import pandas as pd
import pytest

from data import clock, store
from data.store import base, engine
from tests.data.store import postgres

_numbers = count()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    if postgres.program("initdb") is None:
        if os.environ.get("REQUIRE_POSTGRES") == "1":
            pytest.fail("PostgreSQL is required and not installed")
        pytest.skip("no PostgreSQL on this machine")
    with postgres.running() as address:
        yield address


@pytest.fixture(params=["duckdb", pytest.param("postgresql", marks=pytest.mark.server)])
def empty_store(
    request: pytest.FixtureRequest, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Point the program to a store that is not there yet, and to the smallest set of tables."""
    request.getfixturevalue({"duckdb": "duckdb_store", "postgresql": "postgres_store"}[request.param])
    return request.param


@pytest.fixture(autouse=True)
def _main_without_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let child processes run no main module: a test of a page leaves the program itself there, and it would run."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture(scope="session")
def made(unchanged: Path, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a DuckDB store that knows the smallest set, brought in long before anything a test publishes."""
    state = tmp_path_factory.mktemp("made-small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "TABLES", unchanged)
        patch.setattr(clock, "now", lambda: pd.Timestamp("2020-01-01").as_unit("us"))
        patch.setenv("DASHBOARD_CACHE", str(shared_cache))
        patch.setenv("DASHBOARD_STATE", str(state))
        patch.delenv("INDICATOR_STORE_URL", raising=False)
        store.revision()
    return state


@pytest.fixture
def made_store(empty_store: str, made: Path) -> str:
    """Point the program to a store of the smallest set: in DuckDB a copy, in PostgreSQL made when it is asked."""
    if empty_store == "duckdb":
        copytree(made, os.environ["DASHBOARD_STATE"])
    return empty_store


@pytest.fixture
def duckdb_store(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the program to a DuckDB file that is not there yet; return its folder."""
    monkeypatch.setattr(base, "TABLES", package)
    monkeypatch.setenv("DASHBOARD_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("INDICATOR_STORE_URL", raising=False)
    return tmp_path / "state"


@pytest.fixture
def postgres_store(postgres_server: str, duckdb_store: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the program to an empty schema of a PostgreSQL server; return its address."""
    import psycopg  # needs a library of PostgreSQL's

    schema = f"test_{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as con:
        con.execute(f"CREATE SCHEMA {schema}".encode())
    address = f"{postgres_server}?schema={schema}"
    monkeypatch.setenv("INDICATOR_STORE_URL", address)
    return address


@pytest.fixture
def restart(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Forget what the process knows of the store, as a new process would."""

    def forget() -> None:
        monkeypatch.setattr(engine, "_prepared", set())
        monkeypatch.setattr(engine, "_newest", {})
        monkeypatch.setattr(engine, "_retry_at", {})

    return forget
