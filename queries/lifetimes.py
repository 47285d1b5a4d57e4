"""The vintages of boundaries: when each was in force, and its name."""

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
    """Return the first and the last day of a vintage; an open end is the earliest or latest day of pandas."""
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
    """Return the first day of each vintage but the first."""
    return [pd.Timestamp(each) for each in vintages()[1:]]


def _known_lifetime(vintage: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    began, ended = validity_days(tables().localities)[vintage]
    return (
        None if began is None else pd.Timestamp(began),
        None if ended is None else pd.Timestamp(ended) - pd.Timedelta(days=1),
    )
