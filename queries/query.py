"""The decorator of the query layer: an answer is computed once, and all sessions share it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, wraps
from inspect import signature
from threading import Condition
from types import NoneType, UnionType
from typing import Any, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

import pandas as pd
from cachetools import LRUCache, cached

from queries.view import View

P = ParamSpec("P")
Answer = TypeVar("Answer")
# A part of a cache key: the name of a field of the view, or a function that returns fields already resolved.
Part = str | Callable[[View], dict[str, Any]]

_SIMPLE = (str, int, float, bool, date, pd.Timestamp, NoneType)
_clear_all: list[Callable[[], None]] = []


def query(*parts: Part, keep: int | None = None) -> Callable[[Callable[P, Answer]], Callable[P, Answer]]:
    """Return a decorator that caches the answers of a function. The decorated function keeps its signature.

    A function whose first argument is a view names the fields that its answer depends on. It receives a view that
    holds these fields and no others, so its answer cannot depend on more than the cache key says. All other arguments
    are part of the key. If another session computes the same answer at this moment, the caller waits for it.
    A cached answer is read only.

    Parameters
    ----------
    *parts
        Names of fields of the view, or functions that return several fields (``observations.dataset`` returns the
        state of the store, too). Give none for a function that takes no view.
    keep
        Size of the cache; the least recently used answer is dropped first. None sets no limit.

    Raises
    ------
    TypeError
        When the module is loaded: if an argument cannot be part of a key, or if the function takes a view and no
        field is named.

    Examples
    --------
    ``@query(dataset, viewed_day, "indicator", keep=200)`` above ``def rows(view: View) -> DataFrame``.
    """

    def decorate(compute: Callable[P, Answer]) -> Callable[P, Answer]:
        _check(compute, bool(parts))
        cache: Any = LRUCache(keep) if keep else {}
        answer = cached(cache, condition=Condition())(compute)
        _clear_all.append(answer.cache_clear)
        return _by_view(answer, parts) if parts else answer

    return decorate


def _by_view(answer: Callable[..., Answer], parts: tuple[Part, ...]) -> Callable[..., Answer]:
    """Return a function that reduces its view to a cache key before it asks for the answer."""

    @wraps(answer)
    def ask(view: View, *args: Any, **kwargs: Any) -> Answer:
        return answer(cache_key(view, *parts), *args, **kwargs)

    return ask


def cache_key(view: View, *parts: Part) -> View:
    """Return a view that holds the named fields only; every other field has its default.

    Examples
    --------
    >>> cache_key(View(province="58", level="commune"), "province").level
    'district'
    """
    values: dict[str, Any] = {}
    for part in parts:
        values |= {part: getattr(view, part)} if isinstance(part, str) else part(view)
    return View(**values)


def every_field(view: View) -> dict[str, Any]:
    """Return all fields of the view: a part for an answer that depends on the whole view."""
    return vars(view)


def forget() -> None:
    """Drop every cached answer. A process needs this when the tables change while it runs."""
    for clear in _clear_all:
        clear()


def _check(compute: Callable[..., Any], named: bool) -> None:
    """Refuse a function whose arguments cannot be part of a cache key."""
    hints = {
        name: _resolved(compute, hint) for name, hint in compute.__annotations__.items() if name != "return"
    }
    where = f"{compute.__module__}.{compute.__qualname__}"
    names = list(signature(compute).parameters)
    for name in names:
        if name not in hints or not is_hashable(hints[name]):
            raise TypeError(f"{where}: argument {name!r} cannot be part of a cache key: {hints.get(name)}")
    takes_view = bool(names) and hints[names[0]] is View
    if takes_view != named:
        raise TypeError(f"{where}: name the fields of the view that the answer depends on")


def _resolved(compute: Callable[..., Any], hint: Any) -> Any:
    """Return the type that an annotation names. The annotation may be text: the name of a type in the module."""
    return eval(hint, compute.__globals__) if isinstance(hint, str) else hint


@cache
def is_hashable(hint: Any) -> bool:
    """Tell whether every value of a type can be part of a cache key: a frozen value made of frozen values."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return True
    if origin in (Union, UnionType):
        return all(map(is_hashable, inner))
    if origin in (tuple, frozenset):
        return all(is_hashable(each) for each in inner if each is not Ellipsis)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        parameters: Any = hint.__dataclass_params__  # type: ignore[attr-defined]  # typeshed hides it
        by_value = parameters.frozen and parameters.eq
        return by_value and all(is_hashable(hints[each.name]) for each in fields(hint))
    return hint in _SIMPLE
