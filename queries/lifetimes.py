"""When each vintage of boundaries was in force, and what it is called."""

import pandas as pd

from data.vintages import validity_days
from queries.catalogue import tables
from queries.gazetteer import levels
from queries.query import query
from wording import vintage_names as words


@query()
def vintages() -> list[str]:
    """Return the vintages of the register, the oldest first."""
    return list(validity_days(tables().localities))


@query()
def lifetime(vintage: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and the last day of a vintage; an open end is the earliest or latest day pandas knows."""
    first, last = _known_lifetime(vintage)
    return first or pd.Timestamp.min, last or pd.Timestamp.max


@query()
def vintage_spans() -> dict[str, str]:
    """Return vintage → the days it was in force, in words."""
    return {each: words.validity_with_last_day(*_known_lifetime(each)) for each in vintages()}


@query()
def vintage_names() -> dict[str, str]:
    """Return vintage → its name in the choice of boundaries."""
    return {
        each: words.vintage_name(*_known_lifetime(each), districts="district" in levels(each))
        for each in vintages()
    }


def reforms() -> list[pd.Timestamp]:
    """Return the days on which one vintage gave way to the next."""
    return [pd.Timestamp(each) for each in vintages()[1:]]


def _known_lifetime(vintage: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    began, ended = validity_days(tables().localities)[vintage]
    return began and pd.Timestamp(began), ended and pd.Timestamp(ended) - pd.Timedelta(days=1)
