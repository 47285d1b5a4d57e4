"""Cập nhật: figures come in — the workbook to fill in, checks before anything is stored, the history."""

import streamlit as st

from components import view
from components.intake.asking import asking
from components.intake.past import past
from components.intake.sending import sending
from wording import intake as words

looked = view.current()
if looked.present:
    st.info(words.NOT_ON_WALL)
else:
    send, history = st.tabs([words.SEND, words.HISTORY])
    with send:
        asking(looked)
        sending(looked)
    with history:
        past()
