"""What the tables of a locality's page say of where their figures come from."""

import streamlit as st

from components import look_back
from pages.locality import words
from queries.view import View
from wording import indicator_texts as picture_words

LINK = st.column_config.LinkColumn(words.FIGURE_HEADINGS["address"], display_text=words.OPEN_SOURCE)


def notes(view: View) -> list[str]:
    """Return the lines on kind and day that go with a table's files."""
    return [picture_words.KINDS[view.kind], look_back.as_of_text(view)]
