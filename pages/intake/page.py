"""Cập nhật: figures come in — the workbook to fill in, checks before anything is stored, the history."""

import streamlit as st

from components import session
from pages.intake import words
from pages.intake.publication_log import past
from pages.intake.submission_form import sending
from pages.intake.template_form import asking

view = session.current()
if view.present:
    st.info(words.NOT_ON_WALL)
else:
    send, history = st.tabs([words.SEND, words.HISTORY])
    with send:
        asking(view)
        sending(view)
    with history:
        past()
