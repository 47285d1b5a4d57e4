"""The store: every figure the dashboard knows, append-only, in batches that one row makes visible.

DuckDB in one file by default, a database server by ``INDICATOR_STORE_URL``; the questions are written once, in Ibis.
"""

from data.store.engine import path, revision
from data.store.figures import FIGURE, explanations, observations, sources
from data.store.history import difference, history, kept_reasons, original
from data.store.publishing import Receipt, Submission, publish, rollback
from data.store.refusal import StoreRefusal
from data.store.state import NOW, State

__all__ = [
    "FIGURE",
    "NOW",
    "Receipt",
    "State",
    "StoreRefusal",
    "Submission",
    "difference",
    "explanations",
    "history",
    "kept_reasons",
    "observations",
    "original",
    "path",
    "publish",
    "revision",
    "rollback",
    "sources",
]
