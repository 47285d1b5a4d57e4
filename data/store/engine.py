"""How the store is opened: a DuckDB file for one operation, a database server for the life of the process."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import ibis
from ibis.backends.sql import SQLBackend

from data.store import base, creation, layout, probe, state
from data.store.location import path, server
from data.store.refusal import StoreRefusal, is_file_error, refusal, refusal_of
from data.store.state import Newest
from upstream import ibis_geospatial

# DuckDB lets one process write, or several read. Each opens the file for one operation, so the others wait.
PATIENCE, PAUSE = 30.0, 0.02  # seconds
# A file may be released between a failed attempt to open it and the question who holds it. An attempt that failed for
# no cause is repeated for so many seconds.
RACE = 1.0
# Where the file could not be created, its creation is tried again after so many seconds.
RETRY_AFTER = 30.0

ibis_geospatial.switch_off()

# Within a process one thread has the store open at a time; a question asked meanwhile uses the same connection.
_lock = threading.RLock()
_open_connections: list[SQLBackend] = []
# Connections that stay open, by address: of servers, and of stores in memory.
_connections: dict[str, SQLBackend] = {}
# Addresses and files whose base was compared with data/tables by this process.
_prepared: set[str] = set()
# By file: the time before which its creation is not tried again.
_retry_at: dict[str, float] = {}
# By file: its signature when it was read last, and its newest publication then.
_newest: dict[str, tuple[object, Newest]] = {}


def revision() -> str:
    """Return a text that any publication, by any process, changes; every run of every page asks for it.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    return newest().revision


def newest() -> Newest:
    """Return the newest publication. A file with the signature it had when it was read last is not opened.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    if server():
        with reading() as con:
            return state.newest(con)
    key, signature = str(path()), _signature()
    if signature is None or _newest.get(key, (None,))[0] != signature:
        with reading() as con:
            # The signature is older than what is read here, so a later publication always changes it.
            _newest[key] = (signature, state.newest(con))
    return _newest[key][1]


def _signature() -> object:
    """Return inode, time and size of the file and of its log; None where there is no file."""
    with suppress(OSError):
        log = path().with_name(f"{path().name}.wal")
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
        if _open_connections:
            yield _open_connections[-1]
            return
        with _refusals(write=write), _server() if server() else _file(write=write) as con:
            _open_connections.append(con)
            try:
                yield con
            finally:
                _open_connections.pop()


@contextmanager
def _refusals(*, write: bool) -> Iterator[None]:
    """Raise ``StoreRefusal`` for an error that the surroundings cause; other errors pass."""
    try:
        yield
    except Exception as error:
        refused = refusal_of(error, write=write)
        if refused is None:
            raise
        raise refused from error


@contextmanager
def _server() -> Iterator[SQLBackend]:
    """Give the connection of this process; one that the server has closed is opened again."""
    url = str(server())
    try:
        _connections[url].raw_sql("SELECT 1").close()
    except Exception:
        _connections[url] = ibis.connect(url)
    if url not in _prepared:
        layout.create(_connections[url])
        base.update(_connections[url])
        _prepared.add(url)
    yield _connections[url]


@contextmanager
def _file(*, write: bool) -> Iterator[SQLBackend]:
    if not path().exists() and not _created(required=write):
        yield _in_memory()
        return
    key = str(path())
    if key not in _prepared:
        _update_base(required=write)
        _prepared.add(key)
    con = _connected(write=write)
    try:
        yield con
    finally:
        con.disconnect()


def _connected(*, write: bool) -> SQLBackend:
    """Open the file; wait while another process has it open."""
    began = last_held = time.monotonic()
    while True:
        try:
            return ibis.duckdb.connect(path(), read_only=not write)
        except Exception as error:
            if not is_file_error(error):
                raise
            cause, now = probe.cause(path(), write=write), time.monotonic()
            if cause == "held":
                last_held = now
                if now - began > PATIENCE:
                    raise refusal("held") from error
            elif cause is not None or now - last_held > RACE:
                raise
            time.sleep(PAUSE)


def _update_base(*, required: bool) -> None:
    """Publish changed tables and add the columns that an earlier version lacks.

    Unless required, a store that can't be written keeps showing the figures it has.
    """
    con = _connected(write=False)
    try:
        if layout.is_complete(con) and base.is_current(con):
            return
    finally:
        con.disconnect()
    with _tolerated(required=required):
        con = _connected(write=True)
        try:
            layout.create(con)
            base.update(con)
        finally:
            con.disconnect()


def _created(*, required: bool) -> bool:
    """Create the file; unless required, return False where that can't be, and don't try again for a while."""
    key = str(path())
    if not required and time.monotonic() < _retry_at.get(key, 0.0):
        return False
    with _tolerated(required=required):
        creation.create(path())
        return True
    _retry_at[key] = time.monotonic() + RETRY_AFTER
    return False


@contextmanager
def _tolerated(*, required: bool) -> Iterator[None]:
    """Let a refusal of a write pass, unless the write is required."""
    try:
        with _refusals(write=True):
            yield
    except StoreRefusal:
        if required:
            raise


def _in_memory() -> SQLBackend:
    """Return a store of data/tables alone, so that figures can be looked at where nothing can be written."""
    key = f"instead of {path()}"
    if key not in _connections:
        _connections[key] = ibis.duckdb.connect()
        layout.create(_connections[key])
        base.update(_connections[key])
    return _connections[key]
