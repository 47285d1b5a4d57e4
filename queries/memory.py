"""Temporary: the former decorator, until every module names the fields of its answers."""

from collections.abc import Callable
from inspect import signature
from itertools import compress
from threading import Condition
from typing import Any, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from queries import query as layer

F = TypeVar("F", bound=Callable[..., Any])


def remembered(most: int | None = None) -> Callable[[F], F]:
    def decorate(compute: F) -> F:
        known_by = [not name.startswith("_") for name in signature(compute).parameters]
        kept = cached(
            LRUCache(most) if most else {},
            key=hashkey if all(known_by) else lambda *given: hashkey(*compress(given, known_by)),
            condition=Condition(),
        )(compute)
        layer._clear_all.append(kept.cache_clear)
        return kept

    return decorate
