"""One clock: days are those of Vietnam, and one module asks for them."""

import ast
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from data import clock

ROOT = Path(clock.__file__).resolve().parents[1]
FOLDERS = ("pages", "components", "queries", "indicators", "data", "geo", "upstream", "wording", "benchmarks")
# What asks the machine for the date, and what reads a time in the machine's zone.
MACHINE = {"now", "today", "utcnow", "fromtimestamp", "localtime", "ctime"}


def modules() -> list[Path]:
    found = [ROOT / "app.py", *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]
    return [path for path in found if path != Path(clock.__file__).resolve()]


def machine_dates(tree: ast.AST) -> Iterator[int]:
    """Yield the line of every attribute that gives the machine's date; the program's own clock gives none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MACHINE:
            owner = node.value
            if not (isinstance(owner, ast.Name) and owner.id == "clock"):
                yield node.lineno


def test_no_module_but_the_clock_asks_the_machine_for_the_date() -> None:
    found = modules()
    assert len(found) > 100
    asking = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in found
        for line in machine_dates(ast.parse(path.read_text("utf-8")))
    ]
    assert asking == []


@pytest.mark.parametrize(
    "code",
    [
        "date.today()",
        "datetime.now(zone)",
        "pd.Timestamp.now()",
        "pd.Timestamp.today()",
        "f(x=datetime.date.today)",
    ],
)
def test_every_way_to_ask_the_machine_is_seen(code: str) -> None:
    assert list(machine_dates(ast.parse(code))) == [1]
    assert not list(machine_dates(ast.parse("clock.today()")))


class Instant(datetime):
    """18:30 of 31 December in London is 1:30 of 1 January in Vietnam."""

    @classmethod
    def now(cls, tz=None) -> datetime:
        return datetime(2025, 12, 31, 18, 30, tzinfo=UTC).astimezone(tz)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Ho_Chi_Minh"])
def test_the_day_is_that_of_vietnam_on_a_machine_of_any_zone(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    if hasattr(time, "tzset"):
        time.tzset()
    monkeypatch.setattr(clock, "datetime", Instant)
    try:
        assert clock.today() == date(2026, 1, 1)
        assert clock.now() == pd.Timestamp("2026-01-01 01:30")
        assert clock.now().tz is None
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()


def test_the_zone_is_known_without_a_database_of_the_system() -> None:
    # Windows has none: the package tzdata stands in for it.
    from importlib import resources

    assert resources.files("tzdata").joinpath("zoneinfo/Asia/Ho_Chi_Minh").is_file()
