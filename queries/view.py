"""The view: what is looked at, the same value on every page. Its address is in ``queries.address``."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class View:
    """One way of looking at the figures, the same on every page.

    ``as_of`` is None for "the latest period end of this kind"; ``known`` is the day whose knowledge is looked at, None
    for today's: what was published later is not seen; ``since`` the day changes are counted from, None for the last
    count of targets. ``locality`` is None for "nothing selected". ``row`` is
    the target and the locality whose progress is explained. ``present`` is the wall screen of a meeting,
    ``item`` the place (from 1) in its agenda, ``unfolded`` what one key has opened: the table or the working.
    ``scenario`` is what ``indicators.scenario_code`` writes,
    ``alternative`` the number of the scenario drawn (0: things as they are), ``goal`` the value sought and ``ceiling``
    the most that any locality is thought to reach. ``revision`` is the state of the store that a run of a page shows
    from its first line to its last; it has no parameter, because an address opens on the newest.
    """

    kind: str = "real"
    vintage: str = "2025-03"
    province: str = "60"
    as_of: date | None = None
    level: str = "district"
    district: str | None = None
    indicator: str = "online_dossier_share"
    locality: str | None = None
    colour: str = "value"
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    layout: str = "bars"
    row: tuple[str, ...] = ()
    part: str = "observations"
    scope: str = "province"
    measures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    search: str = ""
    page: int = 1
    target: str | None = None
    section: str = "figures"
    value_from: float | None = None
    value_to: float | None = None
    population_from: int | None = None
    population_to: int | None = None
    groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    printout: str = "view"
    paper: str = "portrait"
    present: bool = False
    theme: str = ""
    agenda: str = ""
    item: int = 1
    unfolded: str = ""
    scenario: str = ""
    alternative: int = 1
    goal: float | None = None
    ceiling: float | None = None
    known: date | None = None
    since: date | None = None
    revision: str = ""
