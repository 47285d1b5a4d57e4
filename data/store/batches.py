"""Batches and the publications that make them visible: the only place that writes to the store."""

import json
import secrets
from collections.abc import Callable, Mapping

import pandas as pd
from ibis import _
from ibis.backends.sql import SQLBackend

from data import clock
from data.store import state
from data.store.layout import insert
from data.store.refusal import Collision, is_collision


def new_name() -> str:
    """Return a name for a batch that nobody else chooses: ``20261125-155403-9f3c``."""
    return f"{clock.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def silently(_share: float) -> None:
    """Tell nobody how far it is."""


def write(
    con: SQLBackend,
    batch: Mapping[str, object],
    frames: dict[str, pd.DataFrame],
    on_progress: Callable[[float], None] = silently,
) -> None:
    """Write a batch that nobody sees yet.

    Parameters
    ----------
    batch
        Its row of ``batches``; ``counts`` is a dict and becomes JSON.
    frames
        Its rows by table.
    on_progress
        Takes the finished share, 0 to 1; what remains of it is the announcement.
    """
    row = {**batch, "counts": json.dumps(batch["counts"], ensure_ascii=False), "created_at": clock.now()}
    parts = {"batches": pd.DataFrame([row])} | frames
    for finished, (table, rows) in enumerate(parts.items(), 1):
        insert(con, table, rows if table == "files" else rows.assign(batch=str(batch["batch"])))
        on_progress(finished / (len(parts) + 1))


def announce(
    con: SQLBackend, batch: str, kind: str, action: str, by: str, based_on: int, replaces: str | None = None
) -> int:
    """Add the one row that changes what is visible; it names the state on which it was decided.

    Returns
    -------
    int
        The number of the publication, one more than that of the state.

    Raises
    ------
    Collision
        If somebody else published on that state first; nothing has changed then.
    """
    row = {
        "publication": based_on + 1, "batch": batch, "kind": kind, "action": action, "replaces": replaces,
        "by": by, "at": _not_before(con, clock.now()), "based_on": based_on,
    }  # fmt: skip
    try:
        insert(con, "publications", pd.DataFrame([row]).astype({"replaces": "str"}))
    except Exception as error:
        if is_collision(error):
            raise Collision from error
        raise
    return based_on + 1


def _not_before(con: SQLBackend, at: pd.Timestamp) -> pd.Timestamp:
    """Keep the times of publications in their order, whatever a machine's clock says."""
    latest = con.table("publications")["at"].max().execute()
    return at if latest is None or latest != latest else max(at, pd.Timestamp(latest))


def current(con: SQLBackend, kind: str) -> pd.DataFrame:
    """Return the rows of ``batches`` that are visible now, of one kind."""
    shown = state.visible(con).filter(_.kind == kind).select("batch")
    rows: pd.DataFrame = con.to_pandas(con.table("batches").join(shown, "batch"))
    return rows
