"""Create the store's file whole or not at all, on any disk, while other processes try the same."""

import errno
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import ibis

from data.store import base, layout, probe
from data.store.refusal import refusal

PATIENCE, PAUSE = 30.0, 0.02  # seconds


def create(target: Path) -> None:
    """Create a store with the figures of data/tables, unless another process has created it.

    The file is written in a folder beside its place and then renamed. A rename replaces a file that is there already,
    so only the process that holds the lock renames. Hard links would do without a lock, but exFAT and many network
    drives have none.

    Raises
    ------
    StoreRefusal
        If another process holds the lock for longer than ``PATIENCE``.
    OSError
        If the folder can't be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target.with_name(f"{target.name}.lock")):
        if target.exists():
            return
        folder = target.with_name(f"{target.name}.new")
        shutil.rmtree(folder, ignore_errors=True)  # left by a process that was killed
        folder.mkdir()
        try:
            _fill(folder / target.name)
            (folder / target.name).rename(target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _fill(new: Path) -> None:
    con = ibis.duckdb.connect(new)
    try:
        layout.create(con)
        base.update(con)
        # Closing moves the log into the file, too, but tells no error. Only the file is renamed, without its log.
        con.raw_sql("CHECKPOINT")
    finally:
        con.disconnect()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file; the system releases the lock of a killed process. The file stays: it is empty."""
    given_up = time.monotonic() + PATIENCE
    with path.open("ab") as file:
        while not _lock(file):
            if time.monotonic() > given_up:
                raise refusal("held")
            time.sleep(PAUSE)
        yield


def _lock(file: BinaryIO) -> bool:
    """Try to lock a file against other processes; closing it lets go."""
    if sys.platform != "win32":
        return probe.try_lock(file, exclusive=True)
    import msvcrt

    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True
