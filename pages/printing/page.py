"""In: the view on one A4 page, or a note to each locality, as the browser prints it."""

import streamlit as st

from components import session
from pages.printing import paper, words
from pages.printing.controls import controls
from pages.printing.drawing import view_page
from pages.printing.notes import notes
from queries import gazetteer
from wording import markdown

view = gazetteer.by_provinces(session.current())
# The wall screen shows the paper alone.
if not view.present:
    controls(view)
if view.printout == "notes":
    written = notes(view)
    st.markdown(
        markdown.fill(words.NOTES_COUNTED, count=written.count, silent=written.silent, total=written.total)
    )
    pages, direction, empty = written.pages, "portrait", words.NOTES_NONE
else:
    pages, direction, empty = view_page(view), view.paper, words.NOTHING_LEFT
if pages:
    st.html(paper.style(direction) + pages)
else:
    st.info(markdown.plain(empty))
