"""Cập nhật: the workbook to fill in, the file that is sent, and the log of publications."""

import streamlit as st

from components import session
from pages.intake import words
from pages.intake.publication_log import publication_log
from pages.intake.submission_form import submission_form
from pages.intake.template_form import template_form

view = session.current()
if view.present:
    st.info(words.NOT_ON_WALL)
else:
    send, history = st.tabs([words.SEND, words.HISTORY])
    with send:
        template_form(view)
        submission_form(view)
    with history:
        publication_log()
