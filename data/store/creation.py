"""Create the store's file whole or not at all, on any disk, while other processes try the same."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import ibis

from data import process_lock
from data.store import base, layout
from data.store.refusal import refusal

PATIENCE = 30.0  # seconds


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
    """Hold the lock of the store's creation."""
    with ExitStack() as held:
        try:
            held.enter_context(process_lock.locked(path, PATIENCE))
        except TimeoutError as error:
            raise refusal("held") from error
        yield
