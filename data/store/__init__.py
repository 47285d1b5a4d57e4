"""The store: every figure of the dashboard, append-only, in batches that one row makes visible.

It is a DuckDB file, or a database server named by ``INDICATOR_STORE_URL``; the queries are written once, in Ibis.
How it works: ``docs/store.md``.
"""

from data.store.engine import newest, revision
from data.store.history import clock_warning, difference, history, kept_reasons, original, publications_with
from data.store.location import path
from data.store.publishing import Receipt, Submission, publish, rollback
from data.store.refusal import StoreRefusal
from data.store.state import NOW, State
from data.store.stored_figures import FIGURE, explanations, observations, sources

__all__ = [
    "FIGURE",
    "NOW",
    "Receipt",
    "State",
    "StoreRefusal",
    "Submission",
    "clock_warning",
    "difference",
    "explanations",
    "history",
    "kept_reasons",
    "newest",
    "observations",
    "original",
    "path",
    "publications_with",
    "publish",
    "revision",
    "rollback",
    "sources",
]
