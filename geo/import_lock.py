"""One import at a time: a lock that the processes of a machine share."""

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from wording import import_messages as words

PATIENCE = 300.0  # seconds; an import of the country holds the lock for some ten
PAUSE = 0.1  # seconds between two tries
TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder of boundaries; the system releases the lock of a killed process.

    Raises
    ------
    TimeoutError
        If another import holds the lock for longer than ``PATIENCE``.
    OSError
        If the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    given_up = time.monotonic() + PATIENCE
    with (folder / ".lock").open("ab") as file:
        while not _try_lock(file):
            if time.monotonic() > given_up:
                raise TimeoutError(words.ANOTHER_IMPORT)
            time.sleep(PAUSE)
        yield


def _try_lock(file: BinaryIO) -> bool:
    """Try to lock a file; closing it lets go."""
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
