"""The base batch: the figures of data/tables as the store holds them, one batch for each content of the files."""

import hashlib

import pandas as pd
from ibis.backends.sql import SQLBackend

from data import loader, problems
from data.loader import TABLES
from data.store import batches, state
from data.store.layout import CARRIED
from data.store.refusal import Collision

PUBLISHER = "data/tables"


def is_current(con: SQLBackend) -> bool:
    """Tell whether the visible base has the present content of data/tables."""
    return set(batches.visible_batches(con, "base")["sha256"]) == {fingerprint()}


def update(con: SQLBackend) -> None:
    """Publish data/tables if the visible base has another content; the same publication hides the old base.

    Raises
    ------
    loader.BrokenTables
        If the tables have errors.
    """
    while not is_current(con):
        former = batches.visible_batches(con, "base")["batch"].tolist()
        based_on = state.last_number(con)
        rows, name = frames(), f"base-{batches.new_name()}"
        batch: dict[str, object] = {
            "batch": name, "kind": "base", "file_name": PUBLISHER, "sha256": fingerprint(), "by": PUBLISHER,
            "counts": {"new": len(rows["observations"])},
        }  # fmt: skip
        batches.write(con, batch, rows)
        try:
            batches.add_publication(
                con, name, "base", "publish", PUBLISHER, based_on, former[0] if former else None
            )
        except Collision:
            continue


def fingerprint() -> str:
    """Return a SHA-256 of the tables that the store carries; it changes with any byte of them."""
    digest = hashlib.sha256()
    for table in CARRIED:
        content = (TABLES / problems.file_name(table)).read_bytes()
        digest.update(f"{table} {len(content)} ".encode() + content)
    return digest.hexdigest()


def frames() -> dict[str, pd.DataFrame]:
    """Return the rows of data/tables with the day from which each was known.

    A figure was known from the day it was recorded; where that is missing, from the date of its source; where the
    source has none, from the end of its period. An explanation was known from the date of its source, else from its
    own day.

    Returns
    -------
    dict of str to DataFrame
        ``observations`` and ``explanations`` with ``known_from`` (datetime64) beside their own columns; ``sources``.

    Raises
    ------
    loader.BrokenTables
        If the tables have errors.
    """
    tables = loader.load_tables(TABLES)
    source_dates = tables.sources.set_index("source")["date"]
    figures, explanations = tables.observations, tables.explanations
    recorded = figures["recorded_on"].fillna(figures["source"].map(source_dates))
    explained = explanations["source"].map(source_dates)
    return {
        "observations": figures.assign(known_from=recorded.fillna(figures["period_end"])),
        "explanations": explanations.assign(known_from=explained.fillna(explanations["as_of"])),
        "sources": tables.sources,
    }
