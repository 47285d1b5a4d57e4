"""Where the store is, and how it is opened: a DuckDB file for a moment, a database server for good."""

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import ibis
from ibis.backends.sql import SQLBackend
from ibis.formats import pandas as handed_over

from data.store import base, layout, state
from data.store.refusal import StoreRefusal, is_held, translated

URL, FOLDER, FILE = "INDICATOR_STORE_URL", "DASHBOARD_STATE", "so-lieu.duckdb"
ROOT = Path(__file__).resolve().parents[2]
# DuckDB lets one process write, or several read. Each opens the file for one operation, so the others wait briefly.
PATIENCE, PAUSE = 30.0, 0.02
# Where the file could not be made, it is tried again after so many seconds.
AGAIN = 30.0

# The store holds no shapes. With each first table handed over ibis would load GeoPandas to look for some: 15 MB.
handed_over.geospatial_supported = False

# Within a process one thread has the store open at a time; what it asks meanwhile uses the same connection.
_lock = threading.RLock()
_held: list[SQLBackend] = []
_kept: dict[str, SQLBackend] = {}
_prepared: set[str] = set()
_unmade: dict[str, float] = {}
_revisions: dict[str, tuple[object, str]] = {}


def server() -> str | None:
    """Return the address of the database server that ``INDICATOR_STORE_URL`` names, or None."""
    return os.environ.get(URL) or None


def path() -> Path:
    """Return the store's file: in ``DASHBOARD_STATE``, or in ``.state`` beside the program."""
    return Path(os.environ.get(FOLDER) or ROOT / ".state") / FILE


def place() -> str:
    """Return where the store is, for a message; an address without its user and password."""
    url = server()
    return url.rsplit("@", 1)[-1] if url else str(path())


def revision() -> str:
    """Return a text that any publication, by any process, changes; asked on every run of every page.

    A file that looks as it did when it was read last holds what it held then, so it isn't opened.
    """
    if server():
        with reading() as con:
            return state.revision(con)
    key, looks = str(path()), _looks()
    if looks is None or _revisions.get(key, (None, ""))[0] != looks:
        with reading() as con:
            # Only what the file looked like before it was read is surely not newer than what was read.
            _revisions[key] = (looks, state.revision(con))
    return _revisions[key][1]


def _looks() -> object:
    with suppress(OSError):
        log = path().with_name(FILE + ".wal")
        files = [each.stat() for each in (path(), log) if each == path() or each.exists()]
        return [(each.st_ino, each.st_mtime_ns, each.st_size) for each in files]
    return None


@contextmanager
def reading() -> Iterator[SQLBackend]:
    """Open the store to ask it one question; raises ``StoreRefusal``."""
    with _opened(write=False) as con:
        yield con


@contextmanager
def writing() -> Iterator[SQLBackend]:
    """Open the store to change it; raises ``StoreRefusal``."""
    with _opened(write=True) as con:
        yield con


@contextmanager
def _opened(*, write: bool) -> Iterator[SQLBackend]:
    with _lock:
        if _held:
            yield _held[-1]
            return
        with _refusing(), _server() if server() else _file(write) as con:
            _held.append(con)
            try:
                yield con
            finally:
                _held.pop()


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        meant = translated(error, place())
        if meant is error:
            raise
        raise meant from error


@contextmanager
def _server() -> Iterator[SQLBackend]:
    """Give the connection kept for this process; one that the server has closed meanwhile is opened anew."""
    url = str(server())
    try:
        _kept[url].raw_sql("SELECT 1").close()
    except Exception:
        _kept[url] = ibis.connect(url)
    if url not in _prepared:
        layout.create(_kept[url])
        base.bring(_kept[url])
        _prepared.add(url)
    yield _kept[url]


@contextmanager
def _file(write: bool) -> Iterator[SQLBackend]:
    if not path().exists() and not _made(must=write):
        yield _in_memory()
        return
    key = str(path())
    if key not in _prepared:
        _bring_base(must=write)
        _prepared.add(key)
    con = _connected(write=write)
    try:
        yield con
    finally:
        con.disconnect()


def _connected(*, write: bool) -> SQLBackend:
    """Open the file, waiting for another process that has it open."""
    given_up = time.monotonic() + PATIENCE
    while True:
        try:
            return ibis.duckdb.connect(path(), read_only=not write)
        except Exception as error:
            if not is_held(error) or time.monotonic() > given_up:
                raise
            time.sleep(PAUSE)


def _bring_base(*, must: bool) -> None:
    """Publish changed tables; a folder that can't be written to keeps showing the figures it has."""
    con = _connected(write=False)
    try:
        if base.is_current(con):
            return
    finally:
        con.disconnect()
    try:
        con = _connected(write=True)
        try:
            base.bring(con)
        finally:
            con.disconnect()
    except Exception as error:
        if must or not isinstance(translated(error, place()), StoreRefusal):
            raise


def _made(*, must: bool) -> bool:
    """Make the file; where that can't be and need not be, say so and don't try again for a while."""
    key = str(path())
    if not must and time.monotonic() < _unmade.get(key, 0.0):
        return False
    try:
        _make(path())
    except Exception as error:
        if must or not isinstance(translated(error, place()), StoreRefusal):
            raise
        _unmade[key] = time.monotonic() + AGAIN
        return False
    return True


def _make(target: Path) -> None:
    """Create the file with its tables and the base, whole or not at all: beside its place, then put there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as folder:
        new = Path(folder) / FILE
        con = ibis.duckdb.connect(new)
        try:
            layout.create(con)
            base.bring(con)
        finally:
            con.disconnect()
        # Unlike a rename, a link never replaces the file that another process put there first.
        with suppress(FileExistsError):
            os.link(new, target)


def _in_memory() -> SQLBackend:
    """Return the base alone, so that figures can be looked at where nothing can be written."""
    key = f"instead of {path()}"
    if key not in _kept:
        _kept[key] = ibis.duckdb.connect()
        layout.create(_kept[key])
        base.bring(_kept[key])
    return _kept[key]
