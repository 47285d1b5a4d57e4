"""What hinders the store's file, found out from the system and not from the text of an error.

DuckDB raises one class, ``IOException``, without an ``errno``, for a locked file, a full disk and a damaged file. Its
message ends with the system's own words, in the system's language. So the file and its folder are tried instead.

Nothing of the store may be open in this process while it is probed: POSIX releases all locks of a process on a file
when the process closes any descriptor of that file.
"""

import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO, Literal

Cause = Literal["held", "full", "read_only", "read_only_server", "broken", "away", "hindered"]

# More than a publication takes: the largest file of a report (20 MB), written to the log and to the database.
ROOM = 64 * 1024 * 1024
# A DuckDB file has these bytes behind its first checksum.
MAGIC, MAGIC_AT = b"DUCK", 8
# Errors of Windows that have no errno of their own: sharing and lock violations are EACCES there.
_BY_WINERROR: dict[int, Cause] = {32: "held", 33: "held", 39: "full", 112: "full"}
_BY_ERRNO: dict[int | None, Cause] = {
    errno.EACCES: "read_only", errno.EPERM: "read_only", errno.EROFS: "read_only",
    errno.ENOSPC: "full", errno.EFBIG: "full", getattr(errno, "EDQUOT", None): "full",
    errno.EAGAIN: "held", errno.EBUSY: "held", errno.EDEADLK: "held",
}  # fmt: skip


def cause_of(error: OSError) -> Cause:
    """Return the cause that the code of a system error names, ``hindered`` where it names none of them."""
    by_windows = _BY_WINERROR.get(getattr(error, "winerror", None) or 0)
    return by_windows or _BY_ERRNO.get(error.errno, "hindered")


def cause(path: Path, *, write: bool) -> Cause | None:
    """Find what hinders reading or writing a DuckDB file.

    Parameters
    ----------
    path
        The file; it may be absent.
    write
        Whether it was to be written, or only to be read.

    Returns
    -------
    str or None
        ``held`` (another process has it open), ``read_only``, ``full``, ``broken`` (no DuckDB file), ``hindered``
        (the system refuses it for another reason); None if the system lets it be read, or written.
    """
    try:
        if path.exists():
            if _is_open_on_windows(path):
                return "held"
            with path.open("r+b" if write else "rb") as file:
                if not _lock(file, exclusive=write):
                    return "held"
                if file.read(MAGIC_AT + len(MAGIC))[MAGIC_AT:] != MAGIC:
                    return "broken"
    except OSError as error:
        return cause_of(error)
    return _cause_in_folder(path) if write else None


def _lock(file: BinaryIO, *, exclusive: bool) -> bool:
    """Try to take the POSIX lock that DuckDB takes; closing the file lets it go. On Windows nothing is taken."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.lockf(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError as error:
        # Codes for a lock that another process has.
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True


def _is_open_on_windows(path: Path) -> bool:
    """Tell whether another process has a file open, on Windows: such a file can't be renamed, even to its own name."""
    if sys.platform != "win32":
        return False
    try:
        os.rename(path, path)
    except OSError as error:
        return cause_of(error) == "held"
    return False


def _cause_in_folder(path: Path) -> Cause | None:
    """Reserve room for a publication beside the file: only that shows quotas and limits of file sizes, too."""
    size = path.stat().st_size if path.exists() else 0
    try:
        # Where the next line reserves nothing (macOS), the free room is all that can be asked.
        if shutil.disk_usage(path.parent).free < ROOM:
            return "full"
        with tempfile.TemporaryFile(dir=path.parent) as file:
            if sys.platform == "linux":
                os.posix_fallocate(file.fileno(), size, ROOM)
            else:
                file.truncate(size + ROOM)
    except OSError as error:
        found = cause_of(error)
        # A disk that can't reserve (EOPNOTSUPP) hinders nothing.
        return None if found == "hindered" else found
    return None
