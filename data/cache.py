"""Where built files live: the simulated set, the mark of a checked set of tables."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

VARIABLE = "DASHBOARD_CACHE"
# Seconds after which nobody is believed to need a set that other tables or other code made.
UNUSED = 30 * 24 * 3600
ROOT = Path(__file__).resolve().parents[1]


def cache_directory() -> Path:
    """Return a directory that can be written to, making it if need be.

    It is the one named by ``DASHBOARD_CACHE``, else ``.cache`` beside the code, else, where the code is
    read-only (a system-wide install, a read-only container), one in the machine's temporary directory.

    Raises
    ------
    OSError
        If ``DASHBOARD_CACHE`` names a place that cannot be written: someone chose it, so it is not swapped.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return _writable(Path(named))
    try:
        return _writable(ROOT / ".cache")
    except OSError:
        return _writable(Path(tempfile.gettempdir()) / f"chuyen-doi-so-{_owner()}")


def mark_used(built: Path) -> None:
    """Note that a built directory is needed, so that it is not pruned."""
    with suppress(OSError):  # somebody else's, or on a read-only file system
        os.utime(built)


def remove_unused(built: Path) -> None:
    """Remove the directories of a built one's kind (the name before its dash) that were not used for a month.

    A newer program may run beside an older one, which still reads its own set: therefore by use and not by age.
    """
    for other in built.parent.glob(f"{built.name.partition('-')[0]}-*"):
        with suppress(OSError):  # another process was quicker
            if other != built and other.is_dir() and time.time() - other.stat().st_mtime > UNUSED:
                shutil.rmtree(other, ignore_errors=True)


def _writable(directory: Path) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    # Permission bits lie for root and on read-only file systems; writing does not.
    with tempfile.TemporaryFile(dir=directory):
        return directory


def _owner() -> str:
    """Tell users of one machine apart, who may not write each other's files."""
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
