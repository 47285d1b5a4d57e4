"""How this process asks the system for memory and gives it back.

Pages make frames of tens of megabytes, each in a thread of its session, and drop them. glibc would keep a heap for
every thread and grow what it takes from there to 32 MB, Arrow a pool beside it: two hundred megabytes that nothing
uses, after ten sessions on all communes of the country.
"""

import ctypes
import gc
import os
import platform
from functools import cache

import pyarrow

# Of mallopt(3).
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
# Bytes; what is larger is asked for by itself, and gone when it is freed. It is where glibc begins, before it grows.
LARGE = 128 * 1024


def settle() -> None:
    """Let large pieces go back as soon as they are free; called before the first thread is started.

    Where the C library is another one nothing is changed, nor what the environment says already.
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


@cache
def keep(page: str) -> None:  # noqa: ARG001 - each page loads programs and tables of its own
    """Leave what the first run of a page has loaded out of every later search for garbage.

    Streamlit searches after each run of any page, a fifth of a second for a quarter of a million objects, and whoever
    has pressed a key meanwhile waits for it. Nearly all of them are programs and tables that stay as long as the
    process.
    """
    gc.collect()
    gc.freeze()
