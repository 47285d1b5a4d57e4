"""The scenarios of the view, and the one being worked on: they live in the address and nowhere else."""

from collections.abc import Sequence

from indicators import scenario_code
from indicators.scenario import BASELINE, MOST, Scenario, validate_scenario
from queries import catalogue, gazetteer
from queries.view import View
from wording import scenario_texts

# More levers than a committee can keep apart, and than an address by chat should hold.
MOST_LEVERS = 8


def in_address(view: View) -> tuple[Scenario, ...]:
    """Return the scenarios an address holds; none where it is damaged."""
    return scenario_code.decode(view.scenario)[0]


def complaints(view: View) -> list[str]:
    """Say what is wrong with the scenarios of an address, and what of them has no place in this view."""
    known, said = scenario_code.decode(view.scenario)
    t, here = catalogue.tables(), gazetteer.within(view.vintage, view.province)
    strange = [line for each in known for line in validate_scenario(each, here, t.indicators, t.targets)]
    return list(dict.fromkeys([*said, *strange]))


def current_number(view: View) -> int:
    """Return which scenario is worked on: 0 for things as they are, one past the last for a new one."""
    return min(max(view.alternative, 0), len(in_address(view)) + 1, MOST)


def shown_on(view: View, page: str) -> Scenario | None:
    """Return the scenario that a page's figures are supposed by; None where they are as they are."""
    shown = page == "kich-ban" or (page == "in" and view.sheet == "what_if")
    scenario = current(view) if shown else BASELINE
    return scenario if scenario.levers else None


def current(view: View) -> Scenario:
    """Return the scenario worked on; a new one has no levers yet."""
    known, asked = in_address(view), current_number(view)
    return known[asked - 1] if 0 < asked <= len(known) else BASELINE


def choices(view: View) -> dict[int, str]:
    """Return number → name of what can be drawn: things as they are, the scenarios, and a new one."""
    known = in_address(view)
    names = {0: scenario_texts.BASELINE} | dict(enumerate(names_of(known), start=1))
    new = scenario_texts.NEW if known else scenario_texts.NAME.format(number=1)
    return names | ({len(known) + 1: new} if len(known) < MOST else {})


def names_of(known: Sequence[Scenario]) -> list[str]:
    """Return what scenarios are called, no two alike: by their own names or their numbers."""
    named = [
        each.name or scenario_texts.NAME.format(number=place) for place, each in enumerate(known, start=1)
    ]
    return [
        scenario_texts.SAME_NAME.format(name=name, number=place) if name in named[: place - 1] else name
        for place, name in enumerate(named, start=1)
    ]


def current_name(view: View) -> str:
    """Return what the scenario worked on is called; it has levers."""
    return names_of(in_address(view))[current_number(view) - 1]
