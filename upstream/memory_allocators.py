"""Memory that goes back to the system as soon as it is free.

Pages make frames of tens of megabytes, each in a thread of its session, and drop them.

Leans on
    ``mallopt`` of glibc and three of its options, by their numbers in ``malloc.h``; and Arrow's pool that asks the
    system for each piece.
Without it
    glibc keeps a heap for every thread and raises the size above which it gives memory back to 32 MB; Arrow keeps a
    pool beside it. After ten sessions on all communes of the country two hundred megabytes are held and not used.
At an upgrade
    ``tests/upstream/test_memory_allocators.py`` measures what goes back.
"""

import ctypes
import os
import platform

import pyarrow

# Options of mallopt(3).
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
# Bytes. A larger piece is asked of the system by itself. glibc begins with this size and raises it while it runs.
LARGE = 128 * 1024


def return_freed_memory() -> None:
    """Set glibc and Arrow so that large pieces go back when they are freed; call it before the first thread starts.

    What the environment sets is left as it is, and so is a C library other than glibc.
    """
    if "ARROW_DEFAULT_MEMORY_POOL" not in os.environ:
        pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    if platform.libc_ver()[0] != "glibc":
        return
    library = ctypes.CDLL(None)
    for name, option, value in (
        ("MALLOC_ARENA_MAX", ARENA_MAX, 1),
        ("MALLOC_MMAP_THRESHOLD_", MMAP_THRESHOLD, LARGE),
        ("MALLOC_TRIM_THRESHOLD_", TRIM_THRESHOLD, LARGE),
    ):
        if name not in os.environ:
            library.mallopt(option, value)
