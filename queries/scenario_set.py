"""The scenarios in the address of a view, and the current one. They are stored nowhere else."""

from collections.abc import Sequence
from dataclasses import replace

from indicators import scenario_code
from indicators.scenario import BASELINE, MOST, Scenario, validate_scenario
from queries import catalogue, gazetteer
from queries.view import View
from wording import scenario_messages as messages
from wording import scenario_texts
from wording.address_messages import shortened


def in_address(view: View) -> tuple[Scenario, ...]:
    """Return the scenarios in the address; none if its text is damaged."""
    return scenario_code.decode(view.scenario)[0]


def damages(view: View) -> list[str]:
    """Return why the text of the scenarios cannot be read; nothing where it can."""
    return list(scenario_code.decode(view.scenario)[1])


def applicable(view: View) -> tuple[tuple[Scenario, ...], list[str]]:
    """Return the scenarios without the levers on what the tables do not have, and a complaint about each such thing."""
    t, known = catalogue.tables(), in_address(view)
    every = [lever for scenario in known for lever in scenario.levers]
    indicators = {each.indicator for each in every} - set(t.indicators["indicator"])
    targets = {each.target for each in every if each.target} - set(t.targets["target"])
    kept = [
        replace(
            scenario,
            levers=tuple(
                each
                for each in scenario.levers
                if each.indicator not in indicators and each.target not in targets
            ),
        )
        for scenario in known
    ]
    return tuple(each for each in kept if each.levers), [
        *(messages.UNKNOWN_INDICATOR.format(indicator=shortened(each)) for each in sorted(indicators)),
        *(messages.UNKNOWN_TARGET.format(target=shortened(each)) for each in sorted(targets)),
    ]


def complaints(view: View) -> list[str]:
    """Return what the scenarios name that this view does not have: places, indicators, targets."""
    t, here = catalogue.tables(), gazetteer.within(view.vintage, view.province)
    unknown = [
        line for each in in_address(view) for line in validate_scenario(each, here, t.indicators, t.targets)
    ]
    return list(dict.fromkeys(unknown))


def current_number(view: View) -> int:
    """Return the number of the current scenario: 0 for the baseline, one past the last for a new one."""
    return min(max(view.alternative, 0), len(in_address(view)) + 1, MOST)


def shown_on(view: View, page: str) -> Scenario | None:
    """Return the scenario whose figures a page shows; None if it shows the real ones."""
    shown = page == "kich-ban" or (page == "in" and view.printout == "what_if")
    scenario = current(view) if shown else BASELINE
    return scenario if scenario.levers else None


def current(view: View) -> Scenario:
    """Return the current scenario; a new one has no levers yet."""
    known, number = in_address(view), current_number(view)
    return known[number - 1] if 0 < number <= len(known) else BASELINE


def choices(view: View) -> dict[int, str]:
    """Return number → name of what the user can choose: the baseline, the scenarios, and a new one."""
    known = in_address(view)
    names = {0: scenario_texts.BASELINE} | dict(enumerate(names_of(known), start=1))
    new = scenario_texts.NEW if known else scenario_texts.NAME.format(number=1)
    return names | ({len(known) + 1: new} if len(known) < MOST else {})


def names_of(known: Sequence[Scenario]) -> list[str]:
    """Return a unique name for each scenario: its own name, or its number."""
    named = [
        each.name or scenario_texts.NAME.format(number=place) for place, each in enumerate(known, start=1)
    ]
    return [
        scenario_texts.SAME_NAME.format(name=name, number=place) if name in named[: place - 1] else name
        for place, name in enumerate(named, start=1)
    ]


def current_name(view: View) -> str:
    """Return the name of the current scenario; it must have levers."""
    return names_of(in_address(view))[current_number(view) - 1]
