"""In: the view on one A4 page, or a note to each locality, for the browser to print whole."""

import streamlit as st

from components import facts, view
from components.printing import paper
from components.printing.controls import controls
from components.printing.notes import notes
from components.printing.sheet import sheet
from wording import printing as words

looked = facts.by_provinces(view.current())
# On the wall only the paper is shown.
if not looked.present:
    controls(looked)
if looked.sheet == "notes":
    written = notes(looked)
    direction = "portrait"
    st.markdown(words.NOTES_COUNTED.format(count=written.count, silent=written.silent, total=written.total))
    pages, nothing = written.pages, words.NOTES_NONE
else:
    pages, direction, nothing = sheet(looked), looked.paper, words.NOTHING_LEFT
if pages:
    st.html(paper.style(direction) + pages)
else:
    st.info(nothing)
