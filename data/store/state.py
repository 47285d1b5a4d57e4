"""A state of the store: which batches a publication, or a day in the past, left visible.

Nothing is ever changed in place, so a state can be asked for again at any time and always answers the same.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import pandas as pd
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
        The figures known at the end of that day, Vietnamese time. Figures of data/tables count by the day from which
        they were known, published ones by the day of their publication.
    """

    revision: str | None = None
    known: date | None = None


NOW = State()


@dataclass(frozen=True)
class Newest:
    """The newest publication.

    Attributes
    ----------
    revision
        Its number with the name of its batch, which no other store has. A number alone would say the same of a copy
        that was put back and went another way.
    at
        Its time, Vietnamese.
    """

    revision: str
    at: pd.Timestamp


def number(revision: str) -> int:
    """Return the number of a revision's publication.

    Examples
    --------
    >>> number("12.20261125-155403-9f3c"), number("12")
    (12, 12)
    """
    return int(revision.partition(".")[0])


def newest(con: SQLBackend) -> Newest:
    """Return the newest publication of a store; the first one is that of data/tables."""
    publications = con.table("publications").order_by(ibis.desc("publication")).limit(1)
    row = con.to_pandas(publications).iloc[0]
    return Newest(f"{row['publication']}.{row['batch']}", pd.Timestamp(row["at"]))


def last_number(con: SQLBackend) -> int:
    """Return the number of the newest publication; 0 before the first."""
    found = con.table("publications").publication.max().execute()
    return 0 if pd.isna(found) else int(found)


def visible(con: SQLBackend, state: State = NOW) -> ibis.Table:
    """Return the visible batches.

    A batch is visible if its last action is ``publish``: a rollback takes it back, and so does a batch that replaces
    it. The figures of data/tables are as old as their sources, whenever they were put into the store; their rows
    decide that (``known_from``), not the day of the batch.

    Returns
    -------
    Table
        ``batch``, ``kind``, and ``order``, the number of the publication that made the batch visible.
    """
    replaced = publications(con, state).filter(_.replaces.notnull()).replaces  # noqa: PD004 (of Ibis)
    batches = ever_visible(con, state)
    return batches.filter((_.action == "publish") & _.batch.notin(replaced)).drop("action")


def ever_visible(con: SQLBackend, state: State = NOW) -> ibis.Table:
    """Return every batch that was visible once: the columns of ``visible``, and ``action``, the last one."""
    return (
        publications(con, state)
        .group_by("batch", "kind")
        .aggregate(order=_.publication.max(), action=_.action.argmax(_.publication))
    )


def publications(con: SQLBackend, state: State) -> ibis.Table:
    """Return the publications up to a state."""
    rows = con.table("publications")
    if state.revision is not None:
        rows = rows.filter(_.publication <= number(state.revision))
    if state.known is not None:
        rows = rows.filter((_.kind == "base") | (_.at < ibis.literal(state.known + timedelta(days=1))))
    return rows
