"""The scenarios of the view, and the one being worked on: they live in the address and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace

from components import session
from indicators import scenario_code
from indicators.scenario import BASELINE, MOST, Lever, Scenario, unfit
from pages.what_if import words
from queries import catalogue, gazetteer
from queries.view import View

# More levers than a committee can keep apart, and than an address by chat should hold.
MOST_LEVERS = 8
# What a button and the heading of a column can hold.
LONGEST_NAME = 40


def scenarios(looked: View) -> tuple[Scenario, ...]:
    """Return the scenarios an address holds; none where it is damaged."""
    return scenario_code.read(looked.scenario)[0]


def complaints(looked: View) -> list[str]:
    """Say what is wrong with the scenarios of an address, and what of them has no place in this view."""
    known, said = scenario_code.read(looked.scenario)
    t, here = catalogue.tables(), gazetteer.within(looked.vintage, looked.province)
    strange = [line for each in known for line in unfit(each, here, t.indicators, t.targets)]
    return list(dict.fromkeys([*said, *strange]))


def number(looked: View) -> int:
    """Return which scenario is worked on: 0 for things as they are, one past the last for a new one."""
    return min(max(looked.alternative, 0), len(scenarios(looked)) + 1, MOST)


def drawn(looked: View, page: str) -> Scenario | None:
    """Return the scenario that a page's figures are supposed by; None where they are as they are."""
    shown = page == "kich-ban" or (page == "in" and looked.sheet == "what_if")
    scenario = current(looked) if shown else BASELINE
    return scenario if scenario.levers else None


def current(looked: View) -> Scenario:
    """Return the scenario worked on; a new one has no levers yet."""
    known, asked = scenarios(looked), number(looked)
    return known[asked - 1] if 0 < asked <= len(known) else BASELINE


def choices(looked: View) -> dict[int, str]:
    """Return number → name of what can be drawn: things as they are, the scenarios, and a new one."""
    known = scenarios(looked)
    names = {0: words.BASELINE} | dict(enumerate(names_of(known), start=1))
    new = words.NEW if known else words.NAME.format(number=1)
    return names | ({len(known) + 1: new} if len(known) < MOST else {})


def names_of(known: Sequence[Scenario]) -> list[str]:
    """Return what scenarios are called, no two alike: by their own names or their numbers."""
    named = [each.name or words.NAME.format(number=place) for place, each in enumerate(known, start=1)]
    return [
        words.SAME_NAME.format(name=name, number=place) if name in named[: place - 1] else name
        for place, name in enumerate(named, start=1)
    ]


def name(looked: View) -> str:
    """Return what the scenario worked on is called; it has levers."""
    return names_of(scenarios(looked))[number(looked) - 1]


def rename(text: str) -> None:
    """Call the scenario worked on by a name; by its number again where there is none."""
    looked = session.current()
    known, place = list(scenarios(looked)), number(looked)
    known[place - 1] = replace(current(looked), name=" ".join(text.split())[:LONGEST_NAME])
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
    looked = session.current()
    known, place = list(scenarios(looked)), number(looked) - 1
    kept = [replace(current(looked), levers=levers)] if levers else []
    known[place : place + 1] = kept
    put(tuple(known), place + 1)


def put(known: tuple[Scenario, ...], place: int) -> None:
    """Write scenarios into the view."""
    session.change(scenario=scenario_code.write(known), alternative=place)
