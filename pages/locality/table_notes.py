"""What the tables of a locality's page share: the notes in their files, and the column of links."""

import streamlit as st

from components import look_back
from pages.locality import words
from queries.view import View
from wording import indicator_texts

LINK = st.column_config.LinkColumn(words.FIGURE_HEADINGS["address"], display_text=words.OPEN_SOURCE)


def notes(view: View) -> list[str]:
    """Return the kind and the day of the figures, for the files of a table."""
    return [indicator_texts.KINDS[view.kind], look_back.as_of_text(view)]
