"""What is kept for every session, and what it is known by."""

from dataclasses import dataclass, replace
from datetime import date
from threading import Barrier, Thread

import pandas as pd
import pytest

from queries.query import every_field, forget, is_hashable, query
from queries.view import View


def test_views_that_agree_in_the_named_fields_share_an_answer():
    asked = []

    @query("province", "level")
    def province(view: View) -> str:
        asked.append(view)
        return view.province

    views = [View(), View(colour="status"), View(province="58"), View(level="commune")]
    assert [province(each) for each in views] == ["60", "60", "58", "60"]
    assert asked == [View(), View(province="58"), View(level="commune")]


def test_an_answer_cannot_depend_on_a_field_that_is_not_named():
    @query("province")
    def level(view: View) -> str:
        return view.level

    assert level(View(level="commune")) == View().level


def test_a_function_resolves_what_a_field_leaves_open():
    def day(view: View) -> dict[str, date]:
        return {"as_of": view.as_of or date(2025, 6, 30)}

    asked = []

    @query(day)
    def as_of(view: View) -> date | None:
        asked.append(view)
        return view.as_of

    assert as_of(View()) == as_of(View(as_of=date(2025, 6, 30))) == date(2025, 6, 30)
    assert len(asked) == 1


def test_every_field_can_be_named_at_once():
    asked = []

    @query(every_field)
    def colour(view: View) -> str:
        asked.append(view)
        return view.colour

    assert [colour(replace(View(), colour=each)) for each in ("value", "status", "value")] == [
        "value",
        "status",
        "value",
    ]
    assert len(asked) == 2


def test_every_other_argument_is_part_of_the_key():
    asked = []

    @query("province")
    def both(view: View, indicator: str, count: int = 1) -> tuple[str, int]:
        asked.append((indicator, count))
        return indicator, count

    assert [both(View(), "a"), both(View(), "b"), both(View(), "a", 2), both(View(), "a")] == [
        ("a", 1), ("b", 1), ("a", 2), ("a", 1),
    ]  # fmt: skip
    assert asked == [("a", 1), ("b", 1), ("a", 2)]


@dataclass(frozen=True)
class Lever:
    amount: float
    places: tuple[str, ...]


@dataclass(frozen=True)
class WithList:
    places: list[str]


@dataclass(frozen=True, eq=False)
class ByIdentity:
    amount: float


@dataclass
class Mutable:
    amount: float


@pytest.mark.parametrize(
    "hint",
    [
        str,
        int,
        bool,
        date,
        pd.Timestamp,
        str | None,
        tuple[str, ...],
        frozenset[str],
        Lever,
        tuple[Lever, ...],
        View,
    ],
)
def test_a_frozen_value_can_be_part_of_a_key(hint):
    assert is_hashable(hint)


@pytest.mark.parametrize(
    "hint",
    [
        pd.DataFrame,
        pd.Series,
        list[str],
        dict[str, str],
        object,
        WithList,
        ByIdentity,
        Mutable,
        list[str] | None,
    ],
)
def test_what_may_change_or_is_known_by_identity_alone_cannot(hint):
    assert not is_hashable(hint)


def test_an_argument_that_cannot_be_part_of_a_key_is_refused_when_the_module_is_loaded():
    with pytest.raises(TypeError, match="argument '_rows' cannot be part of a cache key"):

        @query()
        def count(name: str, _rows: pd.DataFrame) -> int:
            return len(_rows)


def test_an_argument_without_a_type_is_refused():
    with pytest.raises(TypeError, match="argument 'name' cannot be part of a cache key"):

        @query()
        def shown(name) -> str:
            return str(name)


def test_a_view_whose_fields_are_not_named_is_refused():
    with pytest.raises(TypeError, match="name the fields of the view"):

        @query()
        def province(view: View) -> str:
            return view.province


def test_fields_are_named_of_a_view_only():
    with pytest.raises(TypeError, match="name the fields of the view"):

        @query("province")
        def shown(name: str) -> str:
            return name


def test_what_has_not_been_asked_for_the_longest_goes_first():
    asked = []

    @query(keep=2)
    def shown(name: str) -> str:
        asked.append(name)
        return name

    for name in ("a", "b", "a", "c", "a", "b"):
        shown(name)
    assert asked == ["a", "b", "c", "b"]


def test_whoever_asks_for_what_is_being_computed_waits_for_it():
    asked, together = [], Barrier(4)

    @query()
    def shown(name: str) -> object:
        asked.append(name)
        return object()

    found = []

    def ask():
        together.wait()
        found.append(shown("a"))

    threads = [Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert asked == ["a"]
    assert len(set(map(id, found))) == 1


def test_what_failed_is_asked_again():
    answers = iter([ValueError("none yet"), "there"])

    @query()
    def shown() -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="none yet"):
        shown()
    assert shown() == "there"


def test_everything_can_be_forgotten():
    asked = []

    @query()
    def shown() -> None:
        asked.append(1)

    shown()
    forget()
    shown()
    assert asked == [1, 1]
