"""The figures of a state: observations, explanations, sources; one query a question."""

from collections.abc import Collection

import ibis
import pandas as pd
from ibis import _
from ibis.backends.sql import SQLBackend

from data.store.engine import reading
from data.store.layout import declared, typed
from data.store.state import NOW, State, published, visible

FIGURE = ["vintage", "locality", "indicator", "period_start", "period_end"]


def observations(
    vintage: str | None = None,
    localities: Collection[str] | None = None,
    indicator: str | None = None,
    state: State = NOW,
) -> pd.DataFrame:
    """Return the observations of a state.

    Parameters
    ----------
    vintage, localities, indicator
        What to keep; None keeps all.
    state
        Of which state.

    Returns
    -------
    DataFrame
        Columns and types of ``data/tables/observations.csv`` and ``batch``. What a reporting area sent again for the
        same figure stands once, as sent last. One row of a figure (vintage, locality, indicator, period) is
        ``preferred``: the one sent last, else the one the tables prefer, else the one known last.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    with reading() as con:
        rows = _rows(con, "observations", state)
        if vintage is not None:
            rows = rows.filter(_.vintage == vintage)
        if localities is not None:
            rows = rows.filter(_.locality.isin(sorted(localities)))
        if indicator is not None:
            rows = rows.filter(_.indicator == indicator)
        sent_again = ibis.window(group_by=[*FIGURE, "source"], order_by=ibis.desc("order"))
        rows = rows.mutate(age=ibis.row_number().over(sent_again)).filter(_.age == 0)
        sent = _.origin == "entered"
        liked = ibis.window(
            group_by=FIGURE,
            order_by=[
                sent.desc(),
                ibis.ifelse(sent, _.order, 0).desc(),
                _.preferred.desc(),
                _.known_from.desc(),
                _.source,
            ],
        )
        rows = rows.mutate(preferred=ibis.row_number().over(liked) == 0)
        return _taken(rows, "observations")


def explanations(state: State = NOW) -> pd.DataFrame:
    """Return the explanations of a state; columns and types of the table, and ``batch``.

    What a source says again about a target, a locality and a day replaces all it said before.
    """
    with reading() as con:
        rows = _rows(con, "explanations", state)
        about = ibis.window(group_by=["target", "vintage", "locality", "as_of", "source"])
        rows = rows.mutate(newest=_.order.max().over(about)).filter(_.order == _.newest)
        return _taken(rows, "explanations")


def sources(state: State = NOW, *, withdrawn: bool = False) -> pd.DataFrame:
    """Return the sources of a state, with ``withdrawn`` those of batches taken back as well.

    Returns
    -------
    DataFrame
        Columns and types of the table, and ``batch``.
    """
    with reading() as con:
        batches = published(con, state) if withdrawn else visible(con, state)
        rows = con.table("sources").join(batches, "batch")
        again = ibis.window(group_by="source", order_by=ibis.desc("order"))
        rows = rows.mutate(age=ibis.row_number().over(again)).filter(_.age == 0)
        return _taken(rows, "sources")


def _rows(con: SQLBackend, table: str, state: State) -> ibis.Table:
    rows = con.table(table).join(visible(con, state), "batch")
    if state.known is None:
        return rows
    return rows.filter(_.known_from.fill_null(state.known) <= state.known)


def _taken(rows: ibis.Table, table: str) -> pd.DataFrame:
    """Take the table's own columns and the batch, in the order in which they were published and written."""
    columns = [*(each["name"] for each in declared(table)["fields"]), "batch"]
    return typed(rows.order_by(["order", "position"]).select(columns).execute(), table)
