"""What is computed once a process and shared by every session: read, never changed in place."""

from collections.abc import Callable
from inspect import signature
from itertools import compress
from threading import Condition
from typing import Any, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

F = TypeVar("F", bound=Callable[..., Any])

_forget: list[Callable[[], None]] = []


def remembered(most: int | None = None) -> Callable[[F], F]:
    """Return a decorator that keeps what a function returned for the arguments it was given.

    A run of a page asks some two hundred times for what is kept. Streamlit's own cache takes arguments apart to
    recognise them, at a tenth of a millisecond each; a view, a scenario and a state of the store are frozen, so they
    are known by their hash. Whoever asks for what another session is just computing waits for it.

    Parameters
    ----------
    most
        How many answers are kept; what has not been asked for the longest goes first. All of them where nothing is
        said.

    Notes
    -----
    An argument whose name begins with ``_`` follows from the others and is no part of what an answer is known by.
    """

    def decorate(compute: F) -> F:
        known_by = [not name.startswith("_") for name in signature(compute).parameters]
        kept = cached(
            LRUCache(most) if most else {},
            key=hashkey if all(known_by) else lambda *given: hashkey(*compress(given, known_by)),
            condition=Condition(),
        )(compute)
        _forget.append(kept.cache_clear)
        return kept

    return decorate


def forget() -> None:
    """Forget everything, as after a change of the tables under a running process."""
    for each in _forget:
        each()
