"""The decorator of the query layer: an answer is computed once and shared by every session that asks the same."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, wraps
from inspect import signature
from threading import Condition
from types import NoneType, UnionType
from typing import (
    Any,
    Concatenate,
    Literal,
    ParamSpec,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

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
    """Return a decorator that keeps the answers of a function.

    A function whose first argument is a view names the fields that its answer depends on. It is given a view that
    holds these fields and no others, so that it cannot depend on more than its cache key says. All other arguments
    are part of the key. A caller that asks for an answer which another session is computing waits for it.
    Kept answers are read only.

    Parameters
    ----------
    *parts
        Names of fields of the view, or functions that resolve several (``observations.dataset`` resolves the state
        of the store). None for a function that takes no view.
    keep
        How many answers are kept; the least recently used is dropped first. None keeps all.

    Raises
    ------
    TypeError
        While the module is loaded, if an argument cannot be part of a key, or if a view is taken whose fields are
        not named.

    Examples
    --------
    ``@query(dataset, viewed_day, "indicator", keep=200)`` above ``def rows(view: View) -> DataFrame``.
    """

    def decorate(compute: Callable[P, Answer]) -> Callable[P, Answer]:
        _check(compute, bool(parts))
        cache: Any = LRUCache(keep) if keep else {}
        kept = cached(cache, condition=Condition())(compute)
        _clear_all.append(kept.cache_clear)
        return cast(Callable[P, Answer], _by_view(kept, parts) if parts else kept)

    return decorate


def _by_view(
    kept: Callable[Concatenate[View, P], Answer], parts: tuple[Part, ...]
) -> Callable[Concatenate[View, P], Answer]:
    @wraps(kept)
    def ask(view: View, *args: P.args, **kwargs: P.kwargs) -> Answer:
        return kept(cache_key(view, *parts), *args, **kwargs)

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
    """Resolve the whole view, for an answer that depends on all of it."""
    return vars(view)


def forget() -> None:
    """Drop every kept answer, as after a change of the tables under a running process."""
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
    """Return the type that an annotation names; one of a function's own module may be written as text."""
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
        by_value = hint.__dataclass_params__.frozen and hint.__dataclass_params__.eq
        return by_value and all(is_hashable(hints[each.name]) for each in fields(hint))
    return hint in _SIMPLE
