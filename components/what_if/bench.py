"""The scenarios of the view, and the one being worked on: they live in the address and nowhere else."""

from dataclasses import replace

from components import facts, view
from components.view import View
from indicators import scenario_code
from indicators.scenario import BASELINE, MOST, Lever, Scenario, unfit
from wording import what_if as words

# More levers than a committee can keep apart, and than an address by chat should hold.
MOST_LEVERS = 8


def scenarios(looked: View) -> tuple[Scenario, ...]:
    """Return the scenarios an address holds; none where it is damaged."""
    return scenario_code.read(looked.scenario)[0]


def complaints(looked: View) -> list[str]:
    """Say what is wrong with the scenarios of an address, and what of them has no place in this view."""
    known, said = scenario_code.read(looked.scenario)
    t, here = facts.tables(), facts.register(looked.vintage, looked.province)
    strange = [line for each in known for line in unfit(each, here, t.indicators, t.targets)]
    return list(dict.fromkeys([*said, *strange]))


def number(looked: View) -> int:
    """Return which scenario is worked on: 0 for things as they are, one past the last for a new one."""
    return min(max(looked.alternative, 0), len(scenarios(looked)) + 1, MOST)


def current(looked: View) -> Scenario:
    """Return the scenario worked on; a new one has no levers yet."""
    known, asked = scenarios(looked), number(looked)
    return known[asked - 1] if 0 < asked <= len(known) else BASELINE


def choices(looked: View) -> dict[int, str]:
    """Return number → name of what can be drawn: things as they are, the scenarios, and a new one."""
    known = scenarios(looked)
    names = {0: words.BASELINE} | {place: name(place, each) for place, each in enumerate(known, start=1)}
    return names | ({len(known) + 1: words.NEW if known else name(1)} if len(known) < MOST else {})


def name(place: int, scenario: Scenario = BASELINE) -> str:
    """Return what a scenario is called: its own name, or its number."""
    return scenario.name or words.NAME.format(number=place)


def add(lever: Lever) -> None:
    """Pull one more lever in the scenario worked on."""
    _work_on((*current(view.current()).levers, lever))


def exchange(place: int, lever: Lever) -> None:
    """Pull a lever otherwise."""
    levers = current(view.current()).levers
    _work_on((*levers[:place], lever, *levers[place + 1 :]))


def remove(place: int) -> None:
    """Let a lever go; a scenario without levers stays to be worked on, but is no scenario to send."""
    levers = current(view.current()).levers
    _work_on((*levers[:place], *levers[place + 1 :]))


def _work_on(levers: tuple[Lever, ...]) -> None:
    looked = view.current()
    known, place = list(scenarios(looked)), number(looked) - 1
    kept = [replace(current(looked), levers=levers)] if levers else []
    known[place : place + 1] = kept
    put(tuple(known), place + 1)


def put(known: tuple[Scenario, ...], place: int) -> None:
    """Write scenarios into the view."""
    view.change(scenario=scenario_code.write(known), alternative=place)
