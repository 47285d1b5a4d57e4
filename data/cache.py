"""The directory of built files: the simulated sets, and the markers of checked tables."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

VARIABLE = "DASHBOARD_CACHE"
# Seconds without use after which a set of other tables or other code is removed.
UNUSED = 30 * 24 * 3600
ROOT = Path(__file__).resolve().parents[1]


def cache_directory() -> Path:
    """Return a writable directory; it is made if it does not exist.

    It is the one named by ``DASHBOARD_CACHE``, else ``.cache`` beside the code, else, where the code is
    read-only (a system-wide install, a read-only container), one in the machine's temporary directory.

    Raises
    ------
    OSError
        If the directory that ``DASHBOARD_CACHE`` names cannot be written. There is no fallback for a chosen directory.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return _writable(Path(named))
    try:
        return _writable(ROOT / ".cache")
    except OSError:
        return _writable(Path(tempfile.gettempdir()) / f"chuyen-doi-so-{_owner()}")


def mark_used(built: Path) -> None:
    """Mark a built directory as used now, so that it is not removed."""
    with suppress(OSError):  # the directory belongs to another user, or the file system is read-only
        os.utime(built)


def remove_unused(built: Path) -> None:
    """Remove other directories of the same kind (the name before the dash) that were not used for a month.

    The last use counts, not the age: an older version of the program may run beside this one and read its own set.
    """
    for other in built.parent.glob(f"{built.name.partition('-')[0]}-*"):
        with suppress(OSError):  # another process removed it first
            if other != built and other.is_dir() and time.time() - other.stat().st_mtime > UNUSED:
                shutil.rmtree(other, ignore_errors=True)


def _writable(directory: Path) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    # Permission bits are wrong for root and on read-only file systems, so a file is written.
    with tempfile.TemporaryFile(dir=directory):
        return directory


def _owner() -> str:
    """Return a name for the user: users of one machine cannot write each other's files."""
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
