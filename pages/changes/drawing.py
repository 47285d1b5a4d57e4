"""The parts of the page Thay đổi as they are drawn, in their order on the page."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import look_back, place_navigation, session
from components.data_table import lazy_expander, table
from components.digest import digest
from components.watermark import marked
from data import clock
from indicators.bounds import FIRST_DAY
from pages.changes import words
from pages.changes.change_rows import flip_rows, move_rows, moves_table, revision_rows, revisions_table
from queries import catalogue, gazetteer, observations, recent_changes
from queries.view import View
from wording import indicator_texts, markdown, numbers
from wording import table_labels as table_words
from wording.places import LEVEL_NAMES


def choices(view: View) -> None:
    """Draw the choices of the day that is compared with, and of the level."""
    shown = recent_changes.compared_day(view)
    # A view may look from a day to come.
    last = max(shown, observations.as_of(view).date() if view.kind == "simulated" else clock.today())
    with st.container(horizontal=True, vertical_alignment="center", key="changes-choices"):
        st.date_input(
            words.SINCE, min_value=min(shown, FIRST_DAY), max_value=last, format="DD/MM/YYYY",
            label_visibility="collapsed", width=240, **session.bind("since", shown=shown),
        )  # fmt: skip
        place_navigation.level_choice(view)


def finding(view: View) -> None:
    """Say in one line what changed and, in small letters below it, of which places and by which rule."""
    counts = {name: numbers.number(count) for name, count in recent_changes.counts(view).items()}
    simulated = view.kind == "simulated"
    template = words.FINDING_SIMULATED if simulated else words.FINDING
    day = numbers.day(observations.as_of(view))
    st.markdown(markdown.fill(template, since=recent_changes.since_words(view), day=day, **counts))
    known = words.KNOWN_ON.format(day=numbers.day(view.known)) if view.known else words.KNOWN_NOW
    rule = words.SCOPE_SIMULATED if simulated else words.SCOPE_REAL
    rule = rule.format(since=numbers.day(recent_changes.compared_day(view)), known=known)
    scope = words.SCOPE.format(
        area=gazetteer.full_name(view, view.district or view.province),
        level=LEVEL_NAMES[view.level],
        count=counts["level"],
        unclear=counts["unclear"],
    )
    st.caption(markdown.plain(f"{rule} {scope}"))


def move_list(view: View, kind: str) -> None:
    """Draw the list of one kind of move, the largest first."""
    _list(view, kind, words.HEADINGS[kind], *move_rows(view, kind))


def revision_list(view: View) -> None:
    """Draw the list of old figures that were revised."""
    _list(view, "revisions", words.REVISIONS, *revision_rows(view))


def flip_list(view: View) -> None:
    """Draw the list of targets whose status changed, the better ones first."""
    _list(view, "flips", words.FLIPS, *flip_rows(view))


def _list(view: View, name: str, heading: str, count: int, rows: pd.DataFrame) -> None:
    template = words.COUNTED_SOME if len(rows) < count else words.COUNTED
    counts = {"count": numbers.number(count), "shown": numbers.number(len(rows))}
    st.markdown(markdown.fill(template, heading=heading, **counts))
    if rows.empty:
        st.caption(markdown.plain(words.EMPTY.get(name, "")))
        return
    with marked(view.kind, f"changes-{name}"):
        digest(rows, f"changes.{name}", title=heading, selected=view.locality, on_select=_choose_row(rows))


def _choose_row(rows: pd.DataFrame) -> Callable[[str], None]:
    """Return what a chosen row does: it selects the row's place and, if the map can show it, its indicator."""
    by_id = rows.set_index("id")

    def choose(chosen: str) -> None:
        session.change(locality=by_id["code"][chosen])
        indicator = str(by_id["indicator"][chosen])
        if indicator in catalogue.core_indicators():
            session.change(indicator=indicator)

    return choose


def tables(view: View) -> None:
    """Draw the tables of all moves and revisions inside a fold."""
    opened = lazy_expander(table_words.BEHIND, "changes-table", expanded=view.unfolded == "table")
    if not opened.open:
        return
    since, day = numbers.day(recent_changes.compared_day(view)), numbers.day(observations.as_of(view))
    notes = [indicator_texts.KINDS[view.kind], look_back.as_of_text(view), recent_changes.since_words(view)]
    with opened:
        table(
            moves_table(view), words.TABLE, "thay-doi", kind=view.kind,
            title=words.TABLE_TITLE.format(since=since, day=day), notes=notes,
        )  # fmt: skip
        if view.kind == "real":
            table(
                revisions_table(view), words.REVISIONS_TABLE, "so-lieu-cu", kind=view.kind,
                title=words.REVISIONS_TITLE.format(since=since, day=day), notes=notes,
            )  # fmt: skip
