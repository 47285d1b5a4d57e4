import gc
import os
import platform
import subprocess
import sys

import pytest

from components import allocator

PROGRAM = (
    "from components import allocator; allocator.settle(); "
    "import pyarrow; print(pyarrow.default_memory_pool().backend_name)"
)

# The first piece would teach glibc to keep pieces of its size; the last lies above those that are freed.
FREEING = """
import mmap
from pathlib import Path
from components import allocator
allocator.settle()
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
def test_arrow_keeps_no_pool_of_its_own_unless_the_environment_names_one(named, pool):
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **named},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == pool


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps a heap for every thread")
def test_large_pieces_go_back_to_the_system_when_they_are_free():
    told = subprocess.run([sys.executable, "-c", FREEING], capture_output=True, text=True, check=True)
    assert int(told.stdout) > 70_000_000  # of 80 MB


def test_what_a_page_has_loaded_is_not_searched_for_garbage_again():
    loaded = [[]]
    allocator.keep("trang")
    assert not any(each is loaded for each in gc.get_objects())
    later = [[]]
    allocator.keep("trang")  # only its first run loads
    assert any(each is later for each in gc.get_objects())
