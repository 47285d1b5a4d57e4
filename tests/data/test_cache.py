import os
import time
from pathlib import Path

import pytest

from data import cache


def test_the_cache_is_where_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_CACHE", str(tmp_path / "deep" / "cache"))
    assert cache.cache_directory() == tmp_path / "deep" / "cache"
    assert cache.cache_directory().is_dir()


def test_the_cache_stands_beside_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_CACHE")
    monkeypatch.setattr(cache, "ROOT", tmp_path)
    assert cache.cache_directory() == tmp_path / ".cache"


def test_read_only_code_sends_the_cache_to_the_temporary_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "code").touch()  # a file: nothing can be made below it, not even by root
    monkeypatch.delenv("DASHBOARD_CACHE")
    monkeypatch.setattr(cache, "ROOT", tmp_path / "code")
    monkeypatch.setattr(cache.tempfile, "gettempdir", lambda: str(tmp_path))
    assert cache.cache_directory().parent == tmp_path


def test_a_place_asked_for_is_not_swapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DASHBOARD_CACHE", str(tmp_path / "file"))
    with pytest.raises(OSError, match="file"):
        cache.cache_directory()


def test_sets_that_nobody_used_for_a_month_go_and_all_else_stays(tmp_path: Path) -> None:
    def made(name: str, days: int) -> Path:
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.parquet").touch()
        os.utime(tmp_path / name, (time.time() - days * 24 * 3600,) * 2)
        return tmp_path / name

    made("simulated-old", 31)
    made("simulated-recent", 29)
    made("nationwide-old", 31)  # of another kind
    (tmp_path / "simulated-note").touch()
    os.utime(tmp_path / "simulated-note", (0, 0))
    cache.mark_used(made("simulated-read-today", 31))
    cache.remove_unused(made("simulated-new", 31))
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "nationwide-old",
        "simulated-new",
        "simulated-note",
        "simulated-read-today",
        "simulated-recent",
    ]
