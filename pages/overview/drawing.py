"""The parts of the page Tổng quan as they are drawn, in their order on the page."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components import place_navigation, session
from components.choropleth import Gesture, choropleth
from components.data_table import lazy_expander, table
from components.digest import digest
from components.page_links import link
from components.watermark import marked
from pages.overview import words
from pages.overview.card_markup import cards_html
from pages.overview.digests import digest_of
from pages.overview.headline import headline_texts, tally_table
from pages.overview.minimap import minimap_drawing
from pages.overview.target_table import targets
from queries import catalogue, gazetteer, observations, recent_changes
from queries.view import View
from wording import markdown, numbers
from wording import table_labels as table_words

HEADLINE_STYLE = "<style>" + (Path(__file__).parent / "headline.css").read_text("utf-8") + "</style>"
_HEADLINE = '<div class="headline">{body}</div>'
_SENTENCE = '<p class="sentence">{text}</p>'
_NOTES = '<p class="said-notes">{notes}</p>'
_NOTE = '<span class="said-note">{text}</span> '
_NOTICE = '<p class="notice">{text}</p>'


def headline(view: View) -> None:
    """Draw the sentences large and their notes small, with the sources beside; of simulated figures a notice."""
    if view.kind == "simulated":
        st.html(HEADLINE_STYLE + _HEADLINE.format(body=_NOTICE.format(text=escape(words.SIMULATED))))
        return
    texts = headline_texts(view)
    sentences = "".join(_SENTENCE.format(text=escape(each)) for each in texts.sentences)
    notes = "".join(_NOTE.format(text=escape(each)) for each in texts.notes)
    left, right = st.columns([14, 1], vertical_alignment="bottom", gap="small")
    with left:
        st.html(HEADLINE_STYLE + _HEADLINE.format(body=sentences + _NOTES.format(notes=notes)))
    with right:
        _sources(view, texts.tallies)


def _sources(view: View, tallies: pd.DataFrame) -> None:
    """Draw where the numbers of the sentences come from, behind a button."""
    with st.popover(words.SOURCES, type="tertiary"):
        st.markdown(words.METHOD)
        if len(tallies):
            table(
                tally_table(tallies), words.TALLY_HEADINGS, "so-chi-tieu-dat", kind=view.kind,
                title=words.TALLY_TITLE, notes=[],
            )  # fmt: skip


def changes_line(view: View) -> None:
    """Draw the link to the page of changes. It counts the changes of real figures; simulated ones are not counted."""
    since = recent_changes.since_words(view)
    if view.kind == "simulated":
        label = words.LINK_SIMULATED.format(since=since.lower(), day=numbers.day(observations.as_of(view)))
    else:
        counts = {name: numbers.number(count) for name, count in recent_changes.counts(view).items()}
        label = words.LINK.format(since=since, **counts)
    link("thay-doi", label, ":material/trending_up:", view)


def document_cards(view: View) -> None:
    """Draw a card for each document and, in small letters below the cards, the national reference lines."""
    with marked(view.kind, "cards"):
        st.html(cards_html(view))


def digest_list(view: View, name: str, page: str, linked_view: View) -> None:
    """Draw one of the ``digests.LISTS`` with a link to the page that shows all of it."""
    shown = digest_of(view, name)
    with st.container(gap="xsmall"):
        st.markdown(markdown.fill(words.LIST_HEADING, heading=shown.heading))
        if shown.note:
            st.markdown(markdown.fill(words.LIST_NOTE, text=shown.note))
        if len(shown.rows):
            if shown.below:
                st.markdown(markdown.fill(words.LIST_BELOW, heading=shown.below))
            with marked(view.kind, f"list-{name}"):
                digest(
                    shown.rows, f"list.{name}", title=shown.below or shown.heading, selected=view.locality,
                    on_select=_choose_row(shown.rows),
                )  # fmt: skip
        link(page, words.SEE_ALL, ":material/arrow_forward:", linked_view)


def _choose_row(rows: pd.DataFrame) -> Callable[[str], None]:
    """Return what a chosen row does: it selects the row's place and, if the map can show it, its indicator."""
    by_id = rows.set_index("id")

    def choose(chosen: str) -> None:
        place_navigation.select_place(str(by_id["code"][chosen]))
        indicator = str(by_id["indicator"][chosen])
        if indicator in catalogue.core_indicators():
            session.change(indicator=indicator)

    return choose


def minimap(view: View, *, height: str) -> None:
    """Draw the small map, and links to the page of the chosen place and to the large map."""
    choropleth(minimap_drawing(view, height=height), key="overview-map", respond=_respond)
    with st.container(horizontal=True):
        if view.locality:
            label = words.OPEN_PLACE.format(name=gazetteer.full_name(view, view.locality))
            link("dia-phuong", label, ":material/location_city:")
        link("ban-do", words.OPEN_MAP, ":material/map:")
    if not view.locality:
        st.caption(words.NOTHING_CHOSEN)


def _respond(gesture: Gesture) -> None:
    """Choose a place; a double click chooses it, too, because the small map shows one level only."""
    if gesture.code:
        place_navigation.select_place(gesture.code)
    elif gesture.action == "clear":
        session.change(locality=None)


def target_table(view: View) -> None:
    """Draw the table of targets inside a fold."""
    opened = lazy_expander(table_words.BEHIND, "overview-table", expanded=view.unfolded == "table")
    if opened.open:
        title = words.TABLE.format(day=numbers.day(observations.as_of(view)))
        with opened:
            table(targets(view), words.TABLE_HEADINGS, "chi-tieu", kind=view.kind, title=title, notes=[])
