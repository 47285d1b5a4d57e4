"""The figures of a state: observations, explanations, sources; each function runs one query."""

from collections.abc import Collection

import ibis
import pandas as pd
from ibis import _
from ibis.backends.sql import SQLBackend

from data.store.engine import reading
from data.store.layout import declared_schema, schemas, typed
from data.store.state import NOW, State, ever_visible, visible
from wording.reading_messages import WORKED_OUT

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
        What to return; None returns all.
    state
        The state to read.

    Returns
    -------
    DataFrame
        Columns and types of ``data/tables/observations.csv``, and ``batch``. Of the rows of one source for one figure
        only the last published one is returned. One row of a figure (vintage, locality, indicator, period) is
        ``preferred``: the one sent last, else the one that data/tables prefers, else the one known last.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    with reading() as con:
        rows = _visible_rows(con, "observations", state)
        rows = rows.mutate(value_basis=_.value_basis.fill_null(_basis_of_a_note(_.note)))
        if vintage is not None:
            rows = rows.filter(_.vintage == vintage)
        if localities is not None:
            rows = rows.filter(_.locality.isin(sorted(localities)))
        if indicator is not None:
            rows = rows.filter(_.indicator == indicator)
        same_source = ibis.window(group_by=[*FIGURE, "source"], order_by=ibis.desc("order"))
        rows = rows.mutate(age=ibis.row_number().over(same_source)).filter(_.age == 0)
        sent = _.origin == "entered"
        by_preference = ibis.window(
            group_by=FIGURE,
            order_by=[
                sent.desc(),
                ibis.ifelse(sent, _.order, 0).desc(),
                _.preferred.desc(),
                _.known_from.desc(),
                _.source,
            ],
        )
        rows = rows.mutate(preferred=ibis.row_number().over(by_preference) == 0)
        return _to_frame(rows, "observations")


def explanations(state: State = NOW) -> pd.DataFrame:
    """Return the explanations of a state.

    The rows that a source gives for a target or document, a locality and a day replace all rows that it gave for them
    before.

    Returns
    -------
    DataFrame
        Columns and types of ``data/tables/explanations.csv``, and ``batch``.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    with reading() as con:
        rows = _visible_rows(con, "explanations", state)
        subject = ["target", "resolution", "vintage", "locality", "as_of", "source"]
        same_subject = ibis.window(group_by=subject)
        rows = rows.mutate(newest=_.order.max().over(same_subject)).filter(_.order == _.newest)
        return _to_frame(rows, "explanations")


def sources(state: State = NOW, *, withdrawn: bool = False) -> pd.DataFrame:
    """Return the sources of a state.

    Parameters
    ----------
    state
        The state to read.
    withdrawn
        Whether to return the sources of batches that were taken back, too.

    Returns
    -------
    DataFrame
        Columns and types of ``data/tables/sources.csv``, and ``batch``.

    Raises
    ------
    StoreRefusal
        If the store can't be read.
    """
    with reading() as con:
        batches = ever_visible(con, state) if withdrawn else visible(con, state)
        rows = con.table("sources").join(batches, "batch")
        same_name = ibis.window(group_by="source", order_by=ibis.desc("order"))
        rows = rows.mutate(age=ibis.row_number().over(same_name)).filter(_.age == 0)
        return _to_frame(rows, "sources")


def _visible_rows(con: SQLBackend, table: str, state: State) -> ibis.Table:
    rows = con.table(table).join(visible(con, state), "batch")
    # A store of an earlier version that can't be written lacks columns: it is read as if they were empty.
    absent = {name: kind for name, kind in schemas()[table].items() if name not in rows.columns}
    rows = rows.mutate(**{name: ibis.null(kind) for name, kind in absent.items()})
    if state.known is None:
        return rows
    return rows.filter(_.known_from.fill_null(state.known) <= state.known)


def _basis_of_a_note(note: ibis.Deferred) -> ibis.Deferred:
    """Return the basis of a figure that was sent before figures had one: the note of a computed rate says so."""
    return ibis.ifelse(note.contains(WORKED_OUT).fill_null(False), "computed", "stated")


def _to_frame(rows: ibis.Table, table: str) -> pd.DataFrame:
    """Return the table's own columns and the batch, in the order in which the rows were published and written."""
    columns = [*(each["name"] for each in declared_schema(table)["fields"]), "batch"]
    return typed(rows.order_by(["order", "position"]).select(columns).execute(), table)
