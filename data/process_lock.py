"""A lock that the processes of a machine share: one of them holds it at a time."""

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PAUSE = 0.02  # seconds between two tries
TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock of a file; the system releases the lock of a killed process. The file stays: it is empty.

    Parameters
    ----------
    path : Path
        The file of the lock; it is made where it is absent.
    patience : float
        Seconds for which the lock is waited for.

    Raises
    ------
    TimeoutError
        If another process holds the lock for longer.
    OSError
        If the file cannot be written.
    """
    given_up = time.monotonic() + patience
    with path.open("ab") as file:
        while not try_lock(file):
            if time.monotonic() > given_up:
                raise TimeoutError(str(path))
            time.sleep(PAUSE)
        yield


def try_lock(file: BinaryIO) -> bool:
    """Try to lock a file against other processes; closing it lets go."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in TAKEN:
            return False
        raise
    return True
