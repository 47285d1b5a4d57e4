"""A state of the store: which batches a publication, or a day in the past, left visible.

Nothing is ever changed in place, so a state can be asked for again at any time and always answers the same.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import ibis
from ibis import _
from ibis.backends.sql import SQLBackend


@dataclass(frozen=True)
class State:
    """What was known: after which publication (None: the last one), on which day (None: today).

    Attributes
    ----------
    revision
        What ``revision()`` returned then, or the number of a publication.
    known
        The figures known at the end of that day, Vietnamese time; base figures by the day from which they were
        known, sent ones by the day of their publication.
    """

    revision: str | None = None
    known: date | None = None


NOW = State()


def number(revision: str) -> int:
    """Return the number of a revision's publication.

    Examples
    --------
    >>> number("12.20261125-155403-9f3c"), number("12")
    (12, 12)
    """
    return int(revision.partition(".")[0])


def revision(con: SQLBackend) -> str:
    """Return the number of the last publication with the name of its batch, which no other store has.

    A number alone would say the same of a copy that was put back and went another way.
    """
    events = con.table("publications").order_by(ibis.desc("publication")).limit(1)
    rows = con.to_pandas(events.select("publication", "batch"))
    return ".".join(rows.astype("str").iloc[0])


def last(con: SQLBackend) -> int:
    """Return the number of the last publication; 0 before the first."""
    found = con.table("publications").publication.max().execute()
    return 0 if found != found or found is None else int(found)


def visible(con: SQLBackend, state: State = NOW) -> ibis.Table:
    """Return the visible batches: ``batch``, ``kind``, and ``order``, the publication that made it visible.

    A batch is visible if its last publication is one: a rollback takes it back, and so does a batch that replaces
    it. The figures of data/tables are as old as their sources, whenever they were put into the store; that is
    decided by their rows (``known_from``), not by the day of the batch.
    """
    replaced = _events(con, state).filter(_.replaces.notnull()).replaces
    return published(con, state).filter((_.action == "publish") & _.batch.notin(replaced)).drop("action")


def published(con: SQLBackend, state: State = NOW) -> ibis.Table:
    """Return every batch that was ever visible, with its last ``action``; columns of ``visible``."""
    return (
        _events(con, state)
        .group_by("batch", "kind")
        .aggregate(order=_.publication.max(), action=_.action.argmax(_.publication))
    )


def _events(con: SQLBackend, state: State) -> ibis.Table:
    events = con.table("publications")
    if state.revision is not None:
        events = events.filter(_.publication <= number(state.revision))
    if state.known is not None:
        events = events.filter((_.kind == "base") | (_.at < ibis.literal(state.known + timedelta(days=1))))
    return events
