"""One import at a time, by a lock that the processes of a machine share."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from data import process_lock
from wording import import_messages as words

PATIENCE = 300.0  # seconds; an import of the country holds the lock for some ten


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder of boundaries.

    Raises
    ------
    TimeoutError
        If another import holds the lock for longer than ``PATIENCE``.
    OSError
        If the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        try:
            held.enter_context(process_lock.locked(folder / ".lock", PATIENCE))
        except TimeoutError as error:
            raise TimeoutError(words.ANOTHER_IMPORT) from error
        yield
