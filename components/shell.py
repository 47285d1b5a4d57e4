"""The frame around every page: navigation, the row of choices, and what to say when something is wrong."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from components import allocator, error_messages, filter_bar, look_back, page_links, place_navigation, session
from components.presenting import agenda_editor, wall
from components.print_link import print_link
from data import clock, store
from data.loader import BrokenTables
from data.store import StoreRefusal
from geo.boundaries import BrokenBoundaries
from queries import lifetimes, observations, simulation
from queries.validation import areas_of, successor_of, validate_view
from queries.view import View
from wording import figure_marks, numbers
from wording import known_day_texts as knowledge_words
from wording import shell_texts as words
from wording.streamlit import SENTENCES

HERE = Path(__file__).resolve().parent
# No day, but the last of the days offered: to look at what was known on one.
PAST = date.min
MARKS = {"{mark}": figure_marks.SIMULATED, "{scenario}": figure_marks.SCENARIO}
STYLE = (HERE / "style.css").read_text("utf-8")
for place, mark in MARKS.items():
    STYLE = STYLE.replace(place, mark)
HISTORY = (HERE / "history.js").read_text("utf-8")
VIETNAMESE = (
    (HERE / "vietnamese.js").read_text("utf-8").replace("{words}", json.dumps(SENTENCES, ensure_ascii=False))
)


def frame(view: View) -> str:
    """Return style and scripts of every page, and of the wall screen where the view asks for it."""
    return (
        f"<style>{STYLE}{wall.style(view)}</style><script>{HISTORY}{VIETNAMESE}{wall.script(view)}</script>"
    )


def choices(view: View, page: str) -> None:
    """Draw the row of choices every page shares; each value says itself what it is."""
    provinces = areas_of(view.vintage)
    with st.container(horizontal=True, vertical_alignment="center", key="choices"):
        _choice(words.PROVINCE, provinces, 200, session.bind("province", then=change_province))
        _choice(words.VINTAGE, lifetimes.vintage_names(), 300, session.bind("vintage", then=change_vintage))
        as_of_choice(view)
        if simulation.is_offered():
            st.segmented_control(
                words.KIND, list(words.KINDS), format_func=words.KINDS.get, required=True,
                label_visibility="collapsed", **session.bind("kind"),
            )  # fmt: skip
        filter_bar.choice(view)
        agenda_editor.button(page)
        print_link(view, page)


def _choice(label: str, options: dict, width: int, binding: dict) -> None:
    st.selectbox(
        label, list(options), format_func=options.get, width=width, label_visibility="collapsed", **binding
    )


def as_of_choice(view: View) -> None:
    """Draw the as-of date: every period end of the province, newest first, and a date the address asks for."""
    latest = observations.as_of(replace(view, as_of=None)).date()
    asked = observations.as_of(view).date()
    first, last = (day.date() for day in lifetimes.lifetime(view.vintage))
    # Today, too: what has fallen due since the last figure is seen from here.
    known = {day.date() for day in observations.period_ends(view)}
    known |= {today for today in [clock.today()] if first <= today <= last and view.kind == "real"}
    labels = {
        day: words.AS_OF_DAY.format(day=numbers.day(day)) for day in sorted({*known, asked}, reverse=True)
    }
    labels[latest] = words.AS_OF_LATEST.format(day=numbers.day(latest))

    if view.kind == "real" and view.known is None:
        labels[PAST] = knowledge_words.CHOOSE

    def look_from(day: date) -> None:
        if day == PAST:
            look_back.look_back(view)
        else:
            session.change(as_of=None if day == latest else day)

    _choice(words.AS_OF, labels, 250, session.bind("as_of", then=look_from, shown=asked))


def change_province(province: str) -> None:
    """Look at another province; what was chosen in this one is let go without a word."""
    session.change(**place_navigation.at(session.current(), province))


def change_vintage(vintage: str) -> None:
    """Follow the province into another vintage: Bình Thuận is looked for in Lâm Đồng, and back.

    A district looked at, or filtered by, is followed as a former one; what the vintage doesn't know is let go.
    """
    province = successor_of(session.current().province, vintage)
    session.change(
        vintage=vintage,
        province=province,
        as_of=None,
        locality=None,
        places=(),
        row=(),
    )


def simulated_set(view: View) -> None:
    """Build the simulated figures that a view draws on their first use, saying how far they are."""
    if simulation.is_built(view):
        return
    bar = st.progress(0.0, text=words.BUILDING_SIMULATED)
    simulation.build(view, lambda share: bar.progress(share, text=words.BUILDING_SIMULATED))
    bar.empty()


def run() -> None:
    """Draw the frame and the page inside it."""
    st.set_page_config(page_title=words.APP, layout="wide", initial_sidebar_state="collapsed")
    view = session.current()
    page = st.navigation(page_links.pages(), position="hidden" if view.present else "top")
    # One element, because each takes a gap of its own above the figures.
    st.html(frame(view), unsafe_allow_javascript=True)
    try:
        draw(page)
    except StoreRefusal as error:
        error_messages.store_refused(error)
    except BrokenTables as error:
        error_messages.broken_tables(error)
    except BrokenBoundaries as error:
        error_messages.broken_boundaries(error)
    except Exception as error:
        error_messages.unexpected(error)


def draw(page: StreamlitPage) -> None:
    """Settle the view, offer its choices, run the page, and bring the address in line."""
    path = page_links.path_of(page)
    wall.follow(path)
    # A publication while the page is drawn waits for its next run: one page never shows two states.
    found = replace(session.current(), revision=observations.revision())
    view, complaints = validate_view(found)
    view, said = wall.settled(view)
    session.set_view(view)
    # What is said once has its place also when it is not: what follows would be drawn anew with its coming and going.
    with st.container():
        if wrong := [*complaints, *said]:
            # In one box: a box for each would push what is looked at off the screen.
            st.warning("  \n".join(wrong), icon=":material/link_off:")
        if behind := store.clock_warning():
            st.warning(behind, icon=":material/schedule:")
        if view.kind == "simulated":
            simulated_set(view)
    if view.present:
        wall.bar(view, path)
    else:
        choices(view, path)
    with st.container():
        look_back.tell(view)
        filter_bar.tell(view, path)
        place_navigation.tell(view, path)
    page.run()
    session.write_address()
    allocator.keep(path)


run()
