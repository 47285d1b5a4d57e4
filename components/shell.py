"""The frame around every page: navigation, the row of choices, and what to say when something is wrong."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from components import allocator, destinations, facts, faults, knowledge, places, quick_filters, view
from components.presenting import making, mode
from components.printing.link import print_link
from components.settling import areas_of, heir_of, settle
from components.view import View
from data import clock, store
from data.loader import BrokenTables
from data.store import StoreRefusal
from geo.boundaries import BrokenBoundaries
from wording import knowledge as knowledge_words
from wording import numbers
from wording import shell as words
from wording.streamlit import SENTENCES

HERE = Path(__file__).resolve().parent
# No day, but the last of the days offered: to look at what was known on one.
PAST = date.min
MARKS = {"{mark}": words.SIMULATED_MARK, "{scenario}": words.SCENARIO_MARK}
STYLE = (HERE / "style.css").read_text("utf-8")
for place, mark in MARKS.items():
    STYLE = STYLE.replace(place, mark)
HISTORY = (HERE / "history.js").read_text("utf-8")
VIETNAMESE = (
    (HERE / "vietnamese.js").read_text("utf-8").replace("{words}", json.dumps(SENTENCES, ensure_ascii=False))
)


def frame(looked: View) -> str:
    """Return style and scripts of every page, and of the wall screen where the view asks for it."""
    return f"<style>{STYLE}{mode.style(looked)}</style><script>{HISTORY}{VIETNAMESE}{mode.script(looked)}</script>"


def choices(looked: View, page: str) -> None:
    """Draw the row of choices every page shares; each value says itself what it is."""
    provinces = areas_of(looked.vintage)
    with st.container(horizontal=True, vertical_alignment="center", key="choices"):
        _choice(words.PROVINCE, provinces, 200, view.bound("province", then=change_province))
        _choice(words.VINTAGE, facts.vintage_names(), 300, view.bound("vintage", then=change_vintage))
        as_of_choice(looked)
        if facts.simulated_is_offered():
            st.segmented_control(
                words.KIND, list(words.KINDS), format_func=words.KINDS.get, required=True,
                label_visibility="collapsed", **view.bound("kind"),
            )  # fmt: skip
        quick_filters.choice(looked)
        making.button(page)
        print_link(looked, page)


def _choice(label: str, options: dict, width: int, binding: dict) -> None:
    st.selectbox(
        label, list(options), format_func=options.get, width=width, label_visibility="collapsed", **binding
    )


def as_of_choice(looked: View) -> None:
    """Draw the as-of date: every period end of the province, newest first, and a date the address asks for."""
    latest = facts.as_of(replace(looked, as_of=None)).date()
    asked = facts.as_of(looked).date()
    first, last = (day.date() for day in facts.life(looked.vintage))
    # Today, too: what has fallen due since the last figure is seen from here.
    known = {day.date() for day in facts.dates(looked)}
    known |= {today for today in [clock.today()] if first <= today <= last and looked.kind == "real"}
    labels = {
        day: words.AS_OF_DAY.format(day=numbers.day(day)) for day in sorted({*known, asked}, reverse=True)
    }
    labels[latest] = words.AS_OF_LATEST.format(day=numbers.day(latest))

    if looked.kind == "real" and looked.known is None:
        labels[PAST] = knowledge_words.CHOOSE

    def look_from(day: date) -> None:
        if day == PAST:
            knowledge.look_back(looked)
        else:
            view.change(as_of=None if day == latest else day)

    _choice(words.AS_OF, labels, 250, view.bound("as_of", then=look_from, shown=asked))


def change_province(province: str) -> None:
    """Look at another province; what was chosen in this one is let go without a word."""
    view.change(**places.at(view.current(), province))


def change_vintage(vintage: str) -> None:
    """Follow the province into another vintage: Bình Thuận is looked for in Lâm Đồng, and back.

    A district looked at, or filtered by, is followed as a former one; what the vintage doesn't know is let go.
    """
    province = heir_of(view.current().province, vintage)
    view.change(
        vintage=vintage,
        province=province,
        as_of=None,
        locality=None,
        places=(),
        row=(),
    )


def simulated_set(looked: View) -> None:
    """Build the simulated figures that a view draws on their first use, saying how far they are."""
    if facts.simulated_is_built(looked):
        return
    bar = st.progress(0.0, text=words.BUILDING_SIMULATED)
    facts.build_simulated(looked, lambda share: bar.progress(share, text=words.BUILDING_SIMULATED))
    bar.empty()


def run() -> None:
    """Draw the frame and the page inside it."""
    st.set_page_config(page_title=words.APP, layout="wide", initial_sidebar_state="collapsed")
    looked = view.current()
    page = st.navigation(destinations.pages(), position="hidden" if looked.present else "top")
    # One element, because each takes a gap of its own above the figures.
    st.html(frame(looked), unsafe_allow_javascript=True)
    try:
        draw(page)
    except StoreRefusal as error:
        faults.store_refused(error)
    except BrokenTables as error:
        faults.broken_tables(error)
    except BrokenBoundaries as error:
        faults.broken_boundaries(error)
    except Exception as error:
        faults.unexpected(error)


def draw(page: StreamlitPage) -> None:
    """Settle the view, offer its choices, run the page, and bring the address in line."""
    path = destinations.path_of(page)
    mode.follow(path)
    # A publication while the page is drawn waits for its next run: one page never shows two states.
    found = replace(view.current(), revision=facts.revision())
    looked, complaints = settle(found, facts.tables())
    looked, said = mode.settled(looked)
    view.replace_by(looked)
    # What is said once has its place also when it is not: what follows would be drawn anew with its coming and going.
    with st.container():
        if wrong := [*complaints, *said]:
            # In one box: a box for each would push what is looked at off the screen.
            st.warning("  \n".join(wrong), icon=":material/link_off:")
        if behind := store.clock_warning():
            st.warning(behind, icon=":material/schedule:")
        if looked.kind == "simulated":
            simulated_set(looked)
    if looked.present:
        mode.bar(looked, path)
    else:
        choices(looked, path)
    with st.container():
        knowledge.tell(looked)
        quick_filters.tell(looked, path)
        places.tell(looked, path)
    page.run()
    view.publish()
    allocator.keep(path)


run()
