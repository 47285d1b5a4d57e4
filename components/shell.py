"""The frame around every page: navigation, the row of choices, and messages when something is wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from components import error_messages, filter_bar, look_back, page_links, place_navigation, session
from components.presenting import agenda_editor, wall
from components.print_link import print_link
from data import clock, store
from data.loader import BrokenTables
from data.store import StoreRefusal
from geo.boundaries import BrokenBoundaries
from queries import lifetimes, observations, simulation
from queries.validation import areas_of, successor_of, validate_view
from queries.view import View
from upstream import garbage_collector, streamlit_selectors
from upstream.streamlit_types import Page
from wording import figure_marks, markdown, numbers
from wording import known_day_texts as knowledge_words
from wording import shell_texts as words

HERE = Path(__file__).resolve().parent
# Stands last among the days offered and is no day: it looks at what was known on a past one.
PAST = date.min
STYLE = (
    streamlit_selectors.fill((HERE / "style.css").read_text("utf-8"))
    .replace("{mark}", figure_marks.SIMULATED)
    .replace("{scenario}", figure_marks.SCENARIO)
)


def style_and_scripts(view: View) -> str:
    """Return, as HTML, the style of every page, that of the wall screen, and the scripts that follow the view."""
    scripts = "".join(f"<script>{script}</script>" for script in wall.scripts(view))
    return f"<style>{STYLE}{wall.style(view)}</style>{scripts}"


def choice_row(view: View, path: str) -> None:
    """Draw the row of choices that every page has; each choice shows its value and has no label.

    Parameters
    ----------
    view : View
        The view.
    path : str
        Address of the page that is open.
    """
    provinces = areas_of(view.vintage)
    with st.container(horizontal=True, vertical_alignment="center", key="choices"):
        _select(words.PROVINCE, provinces, 200, session.bind("province", then=change_province))
        _select(words.VINTAGE, lifetimes.vintage_names(), 300, session.bind("vintage", then=change_vintage))
        as_of_choice(view)
        if simulation.is_offered():
            st.segmented_control(
                words.KIND, list(words.KINDS), format_func=words.KINDS.__getitem__, required=True,
                label_visibility="collapsed", **session.bind("kind"),
            )  # fmt: skip
        filter_bar.filter_buttons(view)
        agenda_editor.present_button(path)
        print_link(view, path)


def _select(label: str, options: Mapping[Any, str], width: int, binding: dict[str, Any]) -> None:
    """Draw a box with the names of `options`; the choice is a key of them."""
    st.selectbox(
        markdown.plain(label), list(options), format_func=options.__getitem__, width=width,
        label_visibility="collapsed", **binding,
    )  # fmt: skip


def as_of_choice(view: View) -> None:
    """Draw the choice of the as-of date: every period end of the province, newest first.

    Today is offered too, because what has fallen due since the last figure is seen only from here; and so is the date
    of the address, whatever it is.
    """
    latest = observations.as_of(replace(view, as_of=None)).date()
    chosen = observations.as_of(view).date()
    first, last = (day.date() for day in lifetimes.lifetime(view.vintage))
    days = {chosen, *(day.date() for day in observations.period_ends(view))}
    if view.kind == "real" and first <= clock.today() <= last:
        days.add(clock.today())
    labels = {day: words.AS_OF_DAY.format(day=numbers.day(day)) for day in sorted(days, reverse=True)}
    labels[latest] = words.AS_OF_LATEST.format(day=numbers.day(latest))
    if view.kind == "real" and view.known is None:
        labels[PAST] = knowledge_words.CHOOSE

    def change_as_of(day: date) -> None:
        if day == PAST:
            look_back.start_looking_back(view)
        else:
            session.change(as_of=None if day == latest else day)

    _select(words.AS_OF, labels, 250, session.bind("as_of", then=change_as_of, shown=chosen))


def change_province(province: str) -> None:
    """Change to another province; a place chosen in this one is dropped without a message."""
    session.change(**place_navigation.changes_to_area(session.current(), province))


def change_vintage(vintage: str) -> None:
    """Change to another vintage and to the province that holds the land there: Bình Thuận becomes Lâm Đồng.

    A district that is looked at or filtered by stays, as a former one; ``validate_view`` drops what the vintage does
    not have.
    """
    province = successor_of(session.current().province, vintage)
    session.change(vintage=vintage, province=province, as_of=None, locality=None, places=(), row=())


def build_simulated_figures(view: View) -> None:
    """Build the simulated figures of a view on their first use, and show how far the building is."""
    if simulation.is_built(view):
        return
    bar = st.progress(0.0, text=words.BUILDING_SIMULATED)

    def show_progress(share: float) -> None:
        bar.progress(share, text=words.BUILDING_SIMULATED)

    simulation.build(view, show_progress)
    bar.empty()


def main() -> None:
    """Draw the frame and the page inside it; what is wrong with tables, store or boundaries becomes a message."""
    st.set_page_config(page_title=words.APP, layout="wide", initial_sidebar_state="collapsed")
    view = session.current()
    page = st.navigation(page_links.pages(), position="hidden" if view.present else "top")
    # One element, because each element takes a gap above the figures.
    st.html(style_and_scripts(view), unsafe_allow_javascript=True)
    try:
        run_page(page)
    except StoreRefusal as error:
        error_messages.store_refused(error)
    except BrokenTables as error:
        error_messages.broken_tables(error)
    except BrokenBoundaries as error:
        error_messages.broken_boundaries(error)


def run_page(page: Page) -> None:
    """Validate the view, draw its choices and notes, run the page, and write the view into the address."""
    path = page_links.path_of(page)
    wall.switch_to_item_page(path)
    # A publication that arrives now waits for the next run: one page never shows two states of the store.
    newest = store.newest()
    opened, reading = session.current(), session.take_reading()
    view, unknown = validate_view(replace(opened, revision=newest.revision), reading.given)
    view, agenda_complaints = wall.validate_agenda(view)
    session.set_view(view)
    complaints = [each.message for each in (*reading.dropped, *unknown)]
    # Containers, also where they stay empty: without them a message would move, and so remount, all that follows.
    with st.container():
        show_warnings(view, [*complaints, *agenda_complaints], store.clock_warning(newest))
    if view.present:
        wall.presenting_bar(view, path)
    else:
        choice_row(view, path)
    with st.container():
        look_back.look_back_bar(view)
        filter_bar.filter_note(view, path)
        place_navigation.provinces_only_note(view, path)
    page.run()
    session.write_address()
    garbage_collector.freeze_after_first_run(path)


def show_warnings(view: View, complaints: list[str], clock_warning: str | None) -> None:
    """Show what of the address was not taken and whether the clock is wrong, and build simulated figures."""
    if complaints:
        # In one box, because several would push the figures off the screen.
        st.warning(markdown.join("  \n", complaints), icon=":material/link_off:")
    if clock_warning:
        st.warning(markdown.plain(clock_warning), icon=":material/schedule:")
    if view.kind == "simulated":
        build_simulated_figures(view)


main()
