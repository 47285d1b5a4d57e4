"""What is kept for every session, and what it is known by."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest

from queries.memory import remembered
from queries.query import forget
from queries.view import View


def test_views_that_look_alike_share_an_answer_and_others_do_not():
    asked = []

    @remembered()
    def told(view):
        asked.append(view)
        return view.province

    assert [told(View()), told(View()), told(replace(View(), revision="2"))] == ["60", "60", "60"]
    assert asked == [View(), View(revision="2")]


def test_an_argument_that_follows_from_the_others_is_not_what_an_answer_is_known_by():
    @remembered()
    def told(name, _rows):
        return name, tuple(_rows)

    assert told("a", [1]) == ("a", (1,))
    assert told("a", [1]) == told("a", [1])
    assert told("b", [2]) == ("b", (2,))


def test_what_has_not_been_asked_for_the_longest_goes_first():
    asked = []

    @remembered(2)
    def told(name):
        asked.append(name)
        return name

    for name in ("a", "b", "a", "c", "a", "b"):
        told(name)
    assert asked == ["a", "b", "c", "b"]


def test_whoever_asks_for_what_is_being_computed_waits_for_it():
    asked, together = [], Barrier(4)

    @remembered()
    def told(name):
        asked.append(name)
        return object()

    found = []

    def ask():
        together.wait()
        found.append(told("a"))

    threads = [Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert asked == ["a"]
    assert len(set(map(id, found))) == 1


def test_what_failed_is_asked_again():
    answers = iter([ValueError("none yet"), "there"])

    @remembered()
    def told():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="none yet"):
        told()
    assert told() == "there"


def test_everything_can_be_forgotten():
    asked = []

    @remembered()
    def told():
        asked.append(1)

    told()
    forget()
    told()
    assert asked == [1, 1]
