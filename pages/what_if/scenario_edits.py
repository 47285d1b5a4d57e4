"""Changes of the scenarios in the view: a lever is added, replaced or removed, a scenario is renamed."""

from dataclasses import replace

from components import session
from indicators import scenario_code
from indicators.scenario import LONGEST_NAME, Lever, Scenario
from queries.scenario_set import current, current_number, in_address


def rename_scenario(text: str) -> None:
    """Give the scenario worked on a name; without a name it is called by its number."""
    view = session.current()
    known, position = list(in_address(view)), current_number(view)
    known[position - 1] = replace(current(view), name=" ".join(text.split())[:LONGEST_NAME])
    write_scenarios(tuple(known), position)


def add_lever(lever: Lever) -> None:
    """Add a lever to the scenario worked on."""
    _write_levers((*current(session.current()).levers, lever))


def replace_lever(position: int, lever: Lever) -> None:
    """Put a lever in the place of another; `position` counts from 0."""
    levers = current(session.current()).levers
    _write_levers((*levers[:position], lever, *levers[position + 1 :]))


def remove_lever(position: int) -> None:
    """Remove a lever; `position` counts from 0. A scenario without levers is not written into the view."""
    levers = current(session.current()).levers
    _write_levers((*levers[:position], *levers[position + 1 :]))


def _write_levers(levers: tuple[Lever, ...]) -> None:
    view = session.current()
    known, position = list(in_address(view)), current_number(view)
    known[position - 1 : position] = [replace(current(view), levers=levers)] if levers else []
    write_scenarios(tuple(known), position)


def write_scenarios(known: tuple[Scenario, ...], worked_on: int) -> None:
    """Write scenarios into the view; `worked_on` is the number of the one worked on, from 1."""
    session.change(scenario=scenario_code.encode(known), alternative=worked_on)
