"""In: the view on one A4 page, or a note to each locality, for the browser to print whole."""

import streamlit as st

from components import session
from pages.printing import paper, words
from pages.printing.controls import controls
from pages.printing.drawing import sheet
from pages.printing.notes import notes
from queries import gazetteer

view = gazetteer.by_provinces(session.current())
# On the wall only the paper is shown.
if not view.present:
    controls(view)
if view.sheet == "notes":
    written = notes(view)
    direction = "portrait"
    st.markdown(words.NOTES_COUNTED.format(count=written.count, silent=written.silent, total=written.total))
    pages, nothing = written.pages, words.NOTES_NONE
else:
    pages, direction, nothing = sheet(view), view.paper, words.NOTHING_LEFT
if pages:
    st.html(paper.style(direction) + pages)
else:
    st.info(nothing)
