import os
import platform
import subprocess
import sys

import pytest

PROGRAM = (
    "from upstream import memory_allocators; memory_allocators.return_freed_memory(); "
    "import pyarrow; print(pyarrow.default_memory_pool().backend_name)"
)

# The first piece would teach glibc to keep pieces of its size; the last lies above those that are freed.
FREEING = """
import mmap
from pathlib import Path
from upstream import memory_allocators
memory_allocators.return_freed_memory()
import numpy as np

def here():
    return int(Path("/proc/self/statm").read_text().split()[1]) * mmap.PAGESIZE

np.ones(3_500_000)
some = [np.ones(100_000) for _ in range(100)]
last = np.ones(1000)
before = here()
del some
print(before - here())
"""


@pytest.mark.parametrize(
    ("named", "pool"), [({}, "system"), ({"ARROW_DEFAULT_MEMORY_POOL": "mimalloc"}, "mimalloc")]
)
def test_upstream_arrow_keeps_no_pool_of_its_own_unless_the_environment_names_one(named, pool):
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], env={**os.environ, **named}, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert ran.stdout.strip() == pool


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="mallopt is glibc's")
def test_upstream_glibc_still_gives_large_pieces_back_when_mallopt_asks_for_it():
    ran = subprocess.run([sys.executable, "-c", FREEING], capture_output=True, text=True, check=True)
    assert int(ran.stdout) > 70_000_000  # of 80 MB
