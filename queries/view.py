"""The view: what the screen shows. Every page has the same value. Its address is in ``queries.address``."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class View:
    """The choices that decide what a page shows.

    Attributes
    ----------
    as_of
        The viewed day; None for the latest period end of this kind.
    known
        The past day whose knowledge is shown; later publications are ignored. None for the knowledge of today.
    since
        The day that the view is compared with; None for the day of the last count of targets.
    locality
        Code of the chosen locality; None if none is chosen.
    row
        The target and the locality whose progress is explained.
    present, item, unfolded
        Whether the wall screen of a meeting is shown; the position in its agenda, from 1; what a key has opened, the
        table or the working.
    scenario, alternative
        The text of the scenarios (``indicators.scenario_code``); the number of the current one, 0 for the baseline.
    goal, ceiling
        The value that the whole should reach; the highest value that any locality can reach.
    revision
        The state of the store, the same for a whole run of a page. It has no query parameter, because an address opens
        on the newest state.
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
