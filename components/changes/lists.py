"""The page of changes drawn: its finding, its lists, the tables behind them."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from components import facts, knowledge, places, view
from components.changes import since
from components.destinations import link
from components.digest import digest
from components.mark import marked
from components.memory import remembered
from components.status import LOOKS
from components.tables import fold, table
from components.view import View
from data import clock
from wording import changes as words
from wording import judgement, numbers, picture
from wording import tables as table_words
from wording.locality import LEVELS

LIMIT = 6
ROWS = ["id", "code", "indicator", "name", "figure", "status", "lines"]


def choices(looked: View) -> None:
    """Draw the day compared with, and the level."""
    last = facts.as_of(looked).date() if looked.kind == "simulated" else clock.today()
    with st.container(horizontal=True, vertical_alignment="center", key="changes-choices"):
        st.date_input(
            words.SINCE, max_value=last, format="DD/MM/YYYY", label_visibility="collapsed", width=240,
            **view.bound("since", shown=since.day(looked)),
        )  # fmt: skip
        places.level_choice(looked)


def finding(looked: View) -> None:
    """Say in one line what changed, and under it of what and by which rule."""
    counted = since.counts(*since.asked(looked))
    said = {name: numbers.number(count) for name, count in counted.items()}
    template = words.FINDING_SIMULATED if looked.kind == "simulated" else words.FINDING
    day = numbers.day(facts.as_of(looked))
    st.markdown(template.format(since=since.since_words(looked), day=day, **said))
    known = words.KNOWN_ON.format(day=numbers.day(looked.known)) if looked.known else words.KNOWN_NOW
    rule = words.SCOPE_SIMULATED if looked.kind == "simulated" else words.SCOPE_REAL
    scope = words.SCOPE.format(
        area=places.name(looked, looked.district or looked.province), level=LEVELS[looked.level],
        count=said["level"], unclear=said["unclear"],
    )  # fmt: skip
    st.caption(f"{rule.format(since=numbers.day(since.day(looked)), known=known)} {scope}")


def moves(looked: View, kind: str) -> None:
    """Draw the list of one kind of move, the largest first."""
    _list(looked, kind, words.HEADINGS[kind], *_moves(kind, *since.asked(looked)))


def revisions(looked: View) -> None:
    """Draw the old figures that say otherwise now."""
    _list(looked, "revisions", words.REVISIONS, *_revisions(*since.asked(looked)))


def flips(looked: View) -> None:
    """Draw the targets whose status changed, the better ones first."""
    _list(looked, "flips", words.FLIPS, *_flips(*since.asked(looked)))


def _list(looked: View, name: str, heading: str, count: int, rows: pd.DataFrame) -> None:
    some = words.COUNTED_SOME if len(rows) < count else words.COUNTED
    said = {"heading": heading, "count": numbers.number(count), "shown": numbers.number(len(rows))}
    st.markdown(some.format(**said))
    if rows.empty:
        st.caption(words.EMPTY.get(name, ""))
        return
    with marked(looked.kind, f"changes-{name}"):
        digest(rows, f"changes.{name}", title=heading, selected=looked.locality, on_select=_choosing(rows))


def _choosing(rows: pd.DataFrame) -> Callable[[str], None]:
    """Look at the chosen row's place and, where the map can show it, at its indicator."""

    def choose(chosen: str) -> None:
        row = rows.set_index("id").loc[chosen]
        view.change(locality=row["code"])
        if row["indicator"] in facts.core_indicators():
            view.change(indicator=row["indicator"])

    return choose


@remembered(100)
def _moves(kind: str, looked: View, out: frozenset[str]) -> tuple[int, pd.DataFrame]:
    """Return how many moves of a kind there are, and the first as rows of a list."""
    rows = since.moves(looked, out)
    rows = rows[rows["kind"].eq(kind)]
    first = since.told(looked, rows.head(LIMIT))
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


@remembered(60)
def _revisions(looked: View, out: frozenset[str]) -> tuple[int, pd.DataFrame]:
    def name(row: dict) -> str:
        return f"{row['locality']}/{row['indicator']}/{row['period_start']}/{row['period_end']}"

    rows = since.revisions(looked, out)
    return len(rows), _rows(since.told(looked, rows.head(LIMIT)), _revision, name)


def _revision(row: dict) -> tuple[str, str, tuple[str, ...]]:
    template = words.WITHDRAWN if row["kind"] == "withdrawn" else words.REVISED
    said = template.format(
        day=numbers.day(row["period_end"]), from_value=row["from_shown"], to_value=row["to_shown"]
    )
    source = (words.SOURCE.format(source=row["source_shown"]),) if row["source_shown"] else ()
    return words.REVISION_KINDS[row["kind"]], "", (row["name_vi"], said, *source)


@remembered(60)
def _flips(looked: View, out: frozenset[str]) -> tuple[int, pd.DataFrame]:
    rows = since.flips(looked, out)
    names = facts.names(looked.vintage, looked.province, "short")
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


def behind(looked: View) -> None:
    """Draw the tables behind the lists, with their files."""
    opened = fold(table_words.BEHIND, "changes-table", expanded=looked.unfolded == "table")
    if not opened.open:
        return
    span = {"since": numbers.day(since.day(looked)), "day": numbers.day(facts.as_of(looked))}
    notes = [picture.KINDS[looked.kind], knowledge.as_of(looked), since.since_words(looked)]
    with opened:
        table(
            moves_table(looked), words.TABLE, "thay-doi", kind=looked.kind,
            title=words.TABLE_TITLE.format(**span), notes=notes,
        )  # fmt: skip
        if looked.kind == "real":
            table(
                revisions_table(looked), words.REVISIONS_TABLE, "so-lieu-cu", kind=looked.kind,
                title=words.REVISIONS_TITLE.format(**span), notes=notes,
            )  # fmt: skip


def moves_table(looked: View) -> pd.DataFrame:
    """Return every move with the columns of ``wording.changes.TABLE``."""
    rows = since.told(looked, since.moves(*since.asked(looked)))
    real = rows["kind"].isin(["improved", "worsened", "moved"])
    return rows.assign(
        kind_shown=rows["kind"].map(words.KINDS),
        from_day=[numbers.day(each) if pd.notna(each) else "" for each in rows["from_end"]],
        to_day=[numbers.day(each) for each in rows["to_end"]],
        apart_shown=[
            _arrow(row) if moved else "" for row, moved in zip(rows.to_dict("records"), real, strict=True)
        ],
    )


def revisions_table(looked: View) -> pd.DataFrame:
    """Return every revision with the columns of ``wording.changes.REVISIONS_TABLE``."""
    rows = since.told(looked, since.revisions(*since.asked(looked)))
    return rows.assign(
        kind_shown=rows["kind"].map(words.REVISION_KINDS),
        day_shown=[numbers.day(each) for each in rows["period_end"]],
    )


def line(looked: View) -> None:
    """Draw the way to this page in one line that says what changed; simulated figures are not counted aloud."""
    if looked.kind == "simulated":
        from_day = since.since_words(looked)
        label = words.LINK_SIMULATED.format(since=from_day.lower(), day=numbers.day(facts.as_of(looked)))
    else:
        said = {name: numbers.number(count) for name, count in since.counts(*since.asked(looked)).items()}
        label = words.LINK.format(since=since.since_words(looked), **said)
    link("thay-doi", label, ":material/trending_up:", replace(looked))
