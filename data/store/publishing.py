"""Publish what a reporting area sent, and take it back."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from ibis import _
from ibis.backends.sql import SQLBackend

from data.store import batches, state
from data.store.engine import writing
from data.store.history import history
from data.store.refusal import Collision, StoreRefusal
from data.store.stored_figures import FIGURE
from wording import store_messages as words


@dataclass(frozen=True, eq=False)
class Submission:
    """What a checked file hands over.

    Attributes
    ----------
    observations, explanations, sources
        Rows of the tables of these names; observations have the origin ``entered``.
    reasons
        Why a warning was let pass: ``check``, ``sheet``, ``cell``, ``message``, ``reason``.
    file_name, content
        The file as it came.
    vintage, area, period
        Who reports, and for when.
    counts
        ``new``, ``changed``, ``revised``, ``unchanged``, ``absent``, ``warnings``.
    based_on
        ``revision()`` of the state with which the file was compared.
    """

    observations: pd.DataFrame
    explanations: pd.DataFrame
    sources: pd.DataFrame
    reasons: pd.DataFrame
    file_name: str
    content: bytes
    vintage: str
    area: str
    period: str
    counts: dict[str, int]
    based_on: str


@dataclass(frozen=True)
class Receipt:
    """What stands in the store: a receipt is read from there, never written on faith."""

    batch: str
    publication: int
    by: str
    at: pd.Timestamp
    sha256: str
    file_name: str
    counts: dict[str, int]


def publish(
    submission: Submission, by: str, on_progress: Callable[[float], None] = batches.silently
) -> Receipt:
    """Publish a submission: all of it becomes visible at once, with one row, or nothing does.

    Parameters
    ----------
    submission
        Checked rows.
    by
        Who publishes.
    on_progress
        Takes the finished share, 0 to 1.

    Raises
    ------
    StoreRefusal
        If the store can't be written, or somebody changed one of the submission's figures since it was compared.
    """
    by = _named(by)
    with writing() as con:
        _refuse_if_changed(con, submission)
        name = batches.new_name()
        digest = hashlib.sha256(submission.content).hexdigest()
        row: dict[str, object] = {
            "batch": name, "kind": "report", "file_name": submission.file_name, "sha256": digest, "by": by,
            "area": submission.area, "vintage": submission.vintage, "period": submission.period,
            "counts": submission.counts,
        }  # fmt: skip
        batches.write(con, row, _frames(con, submission, digest), on_progress)
        published = _announced(con, name, "publish", by, lambda: _refuse_if_changed(con, submission))
        on_progress(1.0)
        return _receipt(published)


def rollback(batch: str, by: str) -> Receipt:
    """Take a published batch back, with one more row; what it had replaced is visible again.

    Raises
    ------
    StoreRefusal
        If there is no such batch of a report, it is not visible, or the store can't be written.
    """
    by = _named(by)
    with writing() as con:
        _refuse_unless_visible(con, batch)
        published = _announced(con, batch, "rollback", by, lambda: _refuse_unless_visible(con, batch))
        return _receipt(published)


def _named(by: str) -> str:
    if not by.strip():
        raise StoreRefusal(words.NOBODY)
    return by.strip()


def _frames(con: SQLBackend, submission: Submission, digest: str) -> dict[str, pd.DataFrame]:
    files = con.table("files").filter(_.sha256 == digest)
    there = bool(files.count().execute())
    file = pd.DataFrame({"sha256": [digest], "content": [submission.content]})
    return {
        "files": file.iloc[:0] if there else file,
        "observations": submission.observations,
        "explanations": submission.explanations,
        "sources": submission.sources,
        "reasons": submission.reasons,
    }


def _announced(con: SQLBackend, batch: str, action: str, by: str, still_holds: Callable[[], None]) -> int:
    """Announce on the state at hand; if somebody was first, look again whether it still may be."""
    while True:
        based_on = state.last(con)
        still_holds()
        try:
            return batches.announce(con, batch, "report", action, by, based_on)
        except Collision:
            continue


def _refuse_if_changed(con: SQLBackend, submission: Submission) -> None:
    """Refuse what was compared with figures that are no longer the ones."""
    since = con.table("publications").filter(_.publication > state.number(submission.based_on))
    touched = since.select("batch").union(since.select(batch=_.replaces), distinct=True)
    stored = con.table("observations").filter(_.vintage == submission.vintage)
    changed = con.to_pandas(stored.join(touched, "batch").select(FIGURE).distinct())
    own = submission.observations[FIGURE].drop_duplicates()
    both = own.merge(changed.astype(own.dtypes.to_dict()), on=FIGURE, validate="1:1")
    if len(both):
        raise StoreRefusal(words.CHANGED_MEANWHILE.format(count=len(both)))


def _refuse_unless_visible(con: SQLBackend, batch: str) -> None:
    if batch not in set(batches.current(con, "report")["batch"]):
        raise StoreRefusal(words.NOT_VISIBLE.format(batch=batch))


def _receipt(publication: int) -> Receipt:
    events = history()
    found = events[events["publication"] == publication].iloc[0]
    fields = ("batch", "by", "at", "sha256", "file_name", "counts")
    return Receipt(publication=publication, **{name: found[name] for name in fields})
