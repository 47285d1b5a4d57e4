"""The base batch: the figures of data/tables as the store holds them, one batch for each content of the files."""

import hashlib

import pandas as pd
from ibis.backends.sql import SQLBackend

from data import loader, problems
from data.loader import TABLES
from data.store import batches, state
from data.store.layout import FIGURES
from data.store.refusal import Collision

BY = "data/tables"


def is_current(con: SQLBackend) -> bool:
    """Tell whether the visible base is what data/tables holds."""
    return set(batches.current(con, "base")["sha256"]) == {fingerprint()}


def bring(con: SQLBackend) -> None:
    """Publish data/tables where the visible base is another; one row shows the new base and hides the old."""
    while not is_current(con):
        former, based_on = batches.current(con, "base")["batch"].tolist(), state.last(con)
        found, name = frames(), f"base-{batches.new_name()}"
        row: dict[str, object] = {
            "batch": name, "kind": "base", "file_name": BY, "sha256": fingerprint(), "by": BY,
            "counts": {"new": len(found["observations"])},
        }  # fmt: skip
        batches.write(con, row, found)
        try:
            batches.announce(con, name, "base", "publish", BY, based_on, former[0] if former else None)
        except Collision:
            continue


def fingerprint() -> str:
    """Return a hash of the tables that the store carries; it changes with any byte of them."""
    digest = hashlib.sha256()
    for table in FIGURES:
        content = (TABLES / problems.file_of(table)).read_bytes()
        digest.update(f"{table} {len(content)} ".encode() + content)
    return digest.hexdigest()


def frames() -> dict[str, pd.DataFrame]:
    """Return the rows of data/tables with the day from which each was known.

    A figure was known from the day it was recorded; where nobody wrote that down, from the date of its source;
    where the source has none, from the end of its period. An explanation was known from the date of its source,
    else from its own day. Raises ``loader.BrokenTables``.
    """
    tables = loader.load(TABLES)
    published = tables.sources.set_index("source")["date"]
    figures, said = tables.observations, tables.explanations
    known = figures["recorded_on"].fillna(figures["source"].map(published)).fillna(figures["period_end"])
    return {
        "observations": figures.assign(known_from=known),
        "explanations": said.assign(known_from=said["source"].map(published).fillna(said["as_of"])),
        "sources": tables.sources,
    }
