"""Moves, revisions and changes of status as rows of ``components.digest`` and as tables."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from pages.changes import words
from queries import gazetteer, recent_changes
from queries.query import query
from queries.recent_changes import CHANGES
from queries.view import View
from wording import changes_since, judgement, numbers
from wording.statuses import LOOKS

# A list shows its first rows; the table below holds all.
LIMIT = 6
COLUMNS = ["id", "code", "indicator", "name", "figure", "status", "lines"]
# What is written of a row: figure, status, lines.
Texts = tuple[str, str, tuple[str, ...]]


@query(*CHANGES, keep=100)
def move_rows(view: View, kind: str) -> tuple[int, pd.DataFrame]:
    """Return how many moves of one kind there are, and the first of them as rows of a digest, the largest first."""
    rows = recent_changes.moves(view)
    rows = rows[rows["kind"].eq(kind)]
    first = recent_changes.with_texts(view, rows.head(LIMIT))
    return len(rows), _rows(first, ("locality", "indicator"), _move)


def _move(row: dict[Any, Any]) -> Texts:
    source = words.SOURCE.format(source=row["source_shown"])
    to_day = numbers.day(row["to_end"])
    if row["kind"] == "reported":
        return row["to_shown"], "", (row["name_vi"], words.FIRST.format(day=to_day), source)
    move = changes_since.MOVE.format(
        from_value=row["from_shown"],
        from_day=numbers.day(row["from_end"]),
        to_value=row["to_shown"],
        to_day=to_day,
    )
    return _difference(row), "", (row["name_vi"], move, source)


def _difference(row: dict[Any, Any]) -> str:
    """Write a change with an arrow: ``▲ 5 điểm %``."""
    apart = judgement.difference(abs(row["change"]), row["unit"], int(row["decimals"]))
    return (words.UP if row["change"] > 0 else words.DOWN).format(apart=apart)


@query(*CHANGES, keep=60)
def revision_rows(view: View) -> tuple[int, pd.DataFrame]:
    """Return how many old figures were revised, and the first of them as rows of a digest."""
    rows = recent_changes.revisions(view)
    first = recent_changes.with_texts(view, rows.head(LIMIT))
    return len(rows), _rows(first, ("locality", "indicator", "period_start", "period_end"), _revision)


def _revision(row: dict[Any, Any]) -> Texts:
    template = words.WITHDRAWN if row["kind"] == "withdrawn" else words.REVISED
    day = numbers.day(row["period_end"])
    revision = template.format(day=day, from_value=row["from_shown"], to_value=row["to_shown"])
    source = (words.SOURCE.format(source=row["source_shown"]),) if row["source_shown"] else ()
    return words.REVISION_KINDS[row["kind"]], "", (row["name_vi"], revision, *source)


@query(*CHANGES, keep=60)
def flip_rows(view: View) -> tuple[int, pd.DataFrame]:
    """Return how many targets changed status, and the first of them as rows of a digest, the better ones first."""
    rows = recent_changes.flips(view)
    names = gazetteer.names(view.vintage, view.province, "short")
    first = rows.head(LIMIT)
    first = first.assign(place=first["locality"].map(names))
    return len(rows), _rows(first, ("target", "locality"), _flip)


def _flip(row: dict[Any, Any]) -> Texts:
    flip = words.FLIP.format(before=LOOKS[row["status_before"]].word, after=LOOKS[row["status"]].word)
    return "", row["status"], (row["title"], flip, words.BECAUSE[row["because"]])


def _rows(rows: pd.DataFrame, key: tuple[str, ...], write: Callable[[dict[Any, Any]], Texts]) -> pd.DataFrame:
    """Write each row; its id is made of the columns of `key`, which name it among the others."""
    records = [
        (
            "/".join(str(row[name]) for name in key),
            row["locality"],
            row["indicator"],
            row["place"],
            *write(row),
        )
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(records, columns=COLUMNS)


def moves_table(view: View) -> pd.DataFrame:
    """Return every move with the columns of ``words.TABLE``."""
    rows = recent_changes.with_texts(view, recent_changes.moves(view))
    # Only these kinds compare two exact figures.
    moved = rows["kind"].isin(["improved", "worsened", "moved"])
    records = zip(rows.to_dict("records"), moved, strict=True)
    return rows.assign(
        kind_shown=rows["kind"].map(words.KINDS),
        from_day=[numbers.day(each) if pd.notna(each) else "" for each in rows["from_end"]],
        to_day=[numbers.day(each) for each in rows["to_end"]],
        apart_shown=[_difference(row) if has_moved else "" for row, has_moved in records],
    )


def revisions_table(view: View) -> pd.DataFrame:
    """Return every revision with the columns of ``words.REVISIONS_TABLE``."""
    rows = recent_changes.with_texts(view, recent_changes.revisions(view))
    return rows.assign(
        kind_shown=rows["kind"].map(words.REVISION_KINDS),
        day_shown=[numbers.day(each) for each in rows["period_end"]],
    )
