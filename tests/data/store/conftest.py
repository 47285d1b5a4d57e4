"""A store of the smallest set of tables, on every engine there is."""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest

from data.store import base, engine
from tests.data.store import postgres

_numbers = count()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    if postgres.program("initdb") is None:
        if os.environ.get("REQUIRE_POSTGRES") == "1":
            pytest.fail("PostgreSQL is required and not installed")
        pytest.skip("no PostgreSQL on this machine")
    with postgres.running() as address:
        yield address


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is remembered that the smallest set was checked, which takes half a second."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _shared_cache(_own_cache: None, checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_CACHE", str(checked))


@pytest.fixture(params=["duckdb", "postgresql"])
def empty_store(request: pytest.FixtureRequest) -> str:
    """Point the program to a store that is not there yet, and to the smallest set of tables."""
    request.getfixturevalue({"duckdb": "duckdb_store", "postgresql": "postgres_store"}[request.param])
    return request.param


@pytest.fixture(autouse=True)
def _main_without_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let child processes run no main module: a test of a page leaves the program itself there, and it would run."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


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
