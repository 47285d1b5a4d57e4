"""Batches and the publications that make them visible: the only module that writes rows of a batch."""

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
    """Return a name for a batch that nobody else chooses.

    Examples
    --------
    >>> new_name()  # doctest: +SKIP
    '20261125-155403-9f3c'
    """
    return f"{clock.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def no_progress(_share: float) -> None:
    """Report the progress to nobody."""


def write(
    con: SQLBackend,
    batch: Mapping[str, object],
    frames: dict[str, pd.DataFrame],
    on_progress: Callable[[float], None] = no_progress,
) -> None:
    """Write a batch; it is not visible until it has a publication.

    Parameters
    ----------
    batch
        Its row of ``batches``; ``counts`` is a dict and becomes JSON.
    frames
        Its rows by table.
    on_progress
        Takes the finished share, 0 to 1. The share below 1 that remains at the end is that of the publication.
    """
    counts = json.dumps(batch["counts"], ensure_ascii=False)
    row = {**batch, "counts": counts, "created_at": clock.now()}
    parts = {"batches": pd.DataFrame([row])} | frames
    for finished, (table, rows) in enumerate(parts.items(), 1):
        insert(con, table, rows if table == "files" else rows.assign(batch=str(batch["batch"])))
        on_progress(finished / (len(parts) + 1))


def add_publication(
    con: SQLBackend, batch: str, kind: str, action: str, by: str, based_on: int, replaces: str | None = None
) -> int:
    """Add the one row that changes which batches are visible.

    Parameters
    ----------
    batch, kind, action, by
        As in the table ``publications``.
    based_on
        The number of the publication whose state was looked at.
    replaces
        A batch that is not visible from now on.

    Returns
    -------
    int
        The number of the new publication, ``based_on + 1``.

    Raises
    ------
    Collision
        If another process published on that state first; nothing has changed then.
    """
    row = {
        "publication": based_on + 1, "batch": batch, "kind": kind, "action": action, "replaces": replaces,
        "by": by, "at": _at_least_newest(con, clock.now()), "based_on": based_on,
    }  # fmt: skip
    try:
        insert(con, "publications", pd.DataFrame([row]).astype({"replaces": "str"}))
    except Exception as error:
        if is_collision(error):
            raise Collision from error
        raise
    return based_on + 1


def _at_least_newest(con: SQLBackend, at: pd.Timestamp) -> pd.Timestamp:
    """Return a time, or the time of the newest publication if that is later: times never go backwards."""
    newest = con.table("publications")["at"].max().execute()
    return at if pd.isna(newest) else max(at, pd.Timestamp(newest))


def visible_batches(con: SQLBackend, kind: str) -> pd.DataFrame:
    """Return the rows of ``batches`` that are visible now, of one kind (base, report)."""
    shown = state.visible(con).filter(_.kind == kind).select("batch")
    rows: pd.DataFrame = con.to_pandas(con.table("batches").join(shown, "batch"))
    return rows
