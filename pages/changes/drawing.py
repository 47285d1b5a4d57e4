"""The page of changes drawn: its finding, its lists, the tables behind them."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import look_back, place_navigation, session
from components.data_table import lazy_expander, table
from components.digest import digest
from components.watermark import marked
from data import clock
from pages.changes import words
from queries import catalogue, gazetteer, observations, recent_changes
from queries.query import query
from queries.recent_changes import CHANGES
from queries.view import View
from wording import indicator_texts, judgement, numbers
from wording import tables as table_words
from wording.places import LEVEL_NAMES
from wording.statuses import LOOKS

LIMIT = 6
ROWS = ["id", "code", "indicator", "name", "figure", "status", "lines"]


def choices(view: View) -> None:
    """Draw the day compared with, and the level."""
    last = observations.as_of(view).date() if view.kind == "simulated" else clock.today()
    with st.container(horizontal=True, vertical_alignment="center", key="changes-choices"):
        st.date_input(
            words.SINCE, max_value=last, format="DD/MM/YYYY", label_visibility="collapsed", width=240,
            **session.bind("since", shown=recent_changes.compared_day(view)),
        )  # fmt: skip
        place_navigation.level_choice(view)


def finding(view: View) -> None:
    """Say in one line what changed, and under it of what and by which rule."""
    counted = recent_changes.counts(view)
    said = {name: numbers.number(count) for name, count in counted.items()}
    template = words.FINDING_SIMULATED if view.kind == "simulated" else words.FINDING
    day = numbers.day(observations.as_of(view))
    st.markdown(template.format(since=recent_changes.since_words(view), day=day, **said))
    known = words.KNOWN_ON.format(day=numbers.day(view.known)) if view.known else words.KNOWN_NOW
    rule = words.SCOPE_SIMULATED if view.kind == "simulated" else words.SCOPE_REAL
    scope = words.SCOPE.format(
        area=gazetteer.full_name(view, view.district or view.province), level=LEVEL_NAMES[view.level],
        count=said["level"], unclear=said["unclear"],
    )  # fmt: skip
    st.caption(f"{rule.format(since=numbers.day(recent_changes.compared_day(view)), known=known)} {scope}")


def moves(view: View, kind: str) -> None:
    """Draw the list of one kind of move, the largest first."""
    _list(view, kind, words.HEADINGS[kind], *_moves(view, kind))


def revisions(view: View) -> None:
    """Draw the old figures that say otherwise now."""
    _list(view, "revisions", words.REVISIONS, *_revisions(view))


def flips(view: View) -> None:
    """Draw the targets whose status changed, the better ones first."""
    _list(view, "flips", words.FLIPS, *_flips(view))


def _list(view: View, name: str, heading: str, count: int, rows: pd.DataFrame) -> None:
    some = words.COUNTED_SOME if len(rows) < count else words.COUNTED
    said = {"heading": heading, "count": numbers.number(count), "shown": numbers.number(len(rows))}
    st.markdown(some.format(**said))
    if rows.empty:
        st.caption(words.EMPTY.get(name, ""))
        return
    with marked(view.kind, f"changes-{name}"):
        digest(rows, f"changes.{name}", title=heading, selected=view.locality, on_select=_choosing(rows))


def _choosing(rows: pd.DataFrame) -> Callable[[str], None]:
    """Look at the chosen row's place and, where the map can show it, at its indicator."""

    def choose(chosen: str) -> None:
        row = rows.set_index("id").loc[chosen]
        session.change(locality=row["code"])
        if row["indicator"] in catalogue.core_indicators():
            session.change(indicator=row["indicator"])

    return choose


@query(*CHANGES, keep=100)
def _moves(view: View, kind: str) -> tuple[int, pd.DataFrame]:
    """Return how many moves of a kind there are, and the first as rows of a list."""
    rows = recent_changes.moves(view)
    rows = rows[rows["kind"].eq(kind)]
    first = recent_changes.with_texts(view, rows.head(LIMIT))
    return len(rows), _rows(first, _move, lambda row: f"{row['locality']}/{row['indicator']}")


def _move(row: dict) -> tuple[str, str, tuple[str, ...]]:
    source = words.SOURCE.format(source=row["source_shown"])
    now = words.FIRST.format(day=numbers.day(row["to_end"]))
    if row["kind"] == "reported":
        return row["to_shown"], "", (row["name_vi"], now, source)
    said = words.MOVE.format(
        from_value=row["from_shown"], from_day=numbers.day(row["from_end"]),
        to_value=row["to_shown"], to_day=numbers.day(row["to_end"]),
    )  # fmt: skip
    return _arrow(row), "", (row["name_vi"], said, source)


def _arrow(row: dict) -> str:
    apart = judgement.difference(abs(row["change"]), row["unit"], int(row["decimals"]))
    return (words.UP if row["change"] > 0 else words.DOWN).format(apart=apart)


@query(*CHANGES, keep=60)
def _revisions(view: View) -> tuple[int, pd.DataFrame]:
    def name(row: dict) -> str:
        return f"{row['locality']}/{row['indicator']}/{row['period_start']}/{row['period_end']}"

    rows = recent_changes.revisions(view)
    return len(rows), _rows(recent_changes.with_texts(view, rows.head(LIMIT)), _revision, name)


def _revision(row: dict) -> tuple[str, str, tuple[str, ...]]:
    template = words.WITHDRAWN if row["kind"] == "withdrawn" else words.REVISED
    said = template.format(
        day=numbers.day(row["period_end"]), from_value=row["from_shown"], to_value=row["to_shown"]
    )
    source = (words.SOURCE.format(source=row["source_shown"]),) if row["source_shown"] else ()
    return words.REVISION_KINDS[row["kind"]], "", (row["name_vi"], said, *source)


@query(*CHANGES, keep=60)
def _flips(view: View) -> tuple[int, pd.DataFrame]:
    rows = recent_changes.flips(view)
    names = gazetteer.names(view.vintage, view.province, "short")
    named = rows.head(LIMIT).assign(place=rows["locality"].head(LIMIT).map(names))
    return len(rows), _rows(named, _flip, lambda row: f"{row['target']}/{row['locality']}")


def _flip(row: dict) -> tuple[str, str, tuple[str, ...]]:
    said = words.FLIP.format(before=LOOKS[row["status_before"]].word, after=LOOKS[row["status"]].word)
    return "", row["status"], (row["title"], said, words.BECAUSE[row["because"]])


def _rows(
    rows: pd.DataFrame, write: Callable[[dict], tuple[str, str, tuple[str, ...]]], name: Callable[[dict], str]
) -> pd.DataFrame:
    written = []
    for row in rows.to_dict("records"):
        figure, status, lines = write(row)
        written.append((name(row), row["locality"], row["indicator"], row["place"], figure, status, lines))
    return pd.DataFrame(written, columns=ROWS)


def behind(view: View) -> None:
    """Draw the tables behind the lists, with their files."""
    opened = lazy_expander(table_words.BEHIND, "changes-table", expanded=view.unfolded == "table")
    if not opened.open:
        return
    span = {
        "since": numbers.day(recent_changes.compared_day(view)),
        "day": numbers.day(observations.as_of(view)),
    }
    notes = [indicator_texts.KINDS[view.kind], look_back.as_of_text(view), recent_changes.since_words(view)]
    with opened:
        table(
            moves_table(view), words.TABLE, "thay-doi", kind=view.kind,
            title=words.TABLE_TITLE.format(**span), notes=notes,
        )  # fmt: skip
        if view.kind == "real":
            table(
                revisions_table(view), words.REVISIONS_TABLE, "so-lieu-cu", kind=view.kind,
                title=words.REVISIONS_TITLE.format(**span), notes=notes,
            )  # fmt: skip


def moves_table(view: View) -> pd.DataFrame:
    """Return every move with the columns of ``wording.changes.TABLE``."""
    rows = recent_changes.with_texts(view, recent_changes.moves(view))
    real = rows["kind"].isin(["improved", "worsened", "moved"])
    return rows.assign(
        kind_shown=rows["kind"].map(words.KINDS),
        from_day=[numbers.day(each) if pd.notna(each) else "" for each in rows["from_end"]],
        to_day=[numbers.day(each) for each in rows["to_end"]],
        apart_shown=[
            _arrow(row) if moved else "" for row, moved in zip(rows.to_dict("records"), real, strict=True)
        ],
    )


def revisions_table(view: View) -> pd.DataFrame:
    """Return every revision with the columns of ``wording.changes.REVISIONS_TABLE``."""
    rows = recent_changes.with_texts(view, recent_changes.revisions(view))
    return rows.assign(
        kind_shown=rows["kind"].map(words.REVISION_KINDS),
        day_shown=[numbers.day(each) for each in rows["period_end"]],
    )
