"""Changes of the scenarios in the view: add a lever, change it, remove it, rename the scenario."""

from dataclasses import replace

from components import session
from indicators import scenario_code
from indicators.scenario import Lever, Scenario
from queries.scenario_set import current, current_number, in_address

# What a button and the heading of a column can hold.
LONGEST_NAME = 40


def rename(text: str) -> None:
    """Call the scenario worked on by a name; by its number again where there is none."""
    view = session.current()
    known, place = list(in_address(view)), current_number(view)
    known[place - 1] = replace(current(view), name=" ".join(text.split())[:LONGEST_NAME])
    put(tuple(known), place)


def add(lever: Lever) -> None:
    """Pull one more lever in the scenario worked on."""
    _work_on((*current(session.current()).levers, lever))


def exchange(place: int, lever: Lever) -> None:
    """Pull a lever otherwise."""
    levers = current(session.current()).levers
    _work_on((*levers[:place], lever, *levers[place + 1 :]))


def remove(place: int) -> None:
    """Let a lever go; a scenario without levers stays to be worked on, but is no scenario to send."""
    levers = current(session.current()).levers
    _work_on((*levers[:place], *levers[place + 1 :]))


def _work_on(levers: tuple[Lever, ...]) -> None:
    view = session.current()
    known, place = list(in_address(view)), current_number(view) - 1
    kept = [replace(current(view), levers=levers)] if levers else []
    known[place : place + 1] = kept
    put(tuple(known), place + 1)


def put(known: tuple[Scenario, ...], place: int) -> None:
    """Write scenarios into the view."""
    session.change(scenario=scenario_code.encode(known), alternative=place)
