"""What the tables of a locality's page share: the notes in their files, and the column of links."""

import streamlit as st

from components import look_back
from pages.locality import words
from queries import gazetteer, provenance
from queries.view import View
from wording import indicator_texts, lists

LINK = st.column_config.LinkColumn(words.FIGURE_HEADINGS["address"], display_text=words.OPEN_SOURCE)


def population_notes(view: View) -> list[str]:
    """Return ``notes`` and the sources of the populations of the view's area, for tables that show them."""
    used = gazetteer.within(view.vintage, view.province)["population_source"].dropna().unique()
    sources = lists.semicolon_list([provenance.source_title(each) for each in used])
    return [*notes(view), *([words.POPULATION_NOTE.format(sources=sources)] if sources else [])]


def notes(view: View) -> list[str]:
    """Return the kind and the day of the figures, for the files of a table."""
    return [indicator_texts.KINDS[view.kind], look_back.as_of_text(view)]
