"""The dashboard with tables and a report in which every free text is hostile."""

from pathlib import Path

import hostile
import streamlit as st

from components.routes import routes
from data import schema, store

ROOT = Path(__file__).resolve().parents[2]


def _hostile(text, declared, parse=schema.parse_types):
    frame, lost = parse(text, declared)
    return hostile.table(frame), lost


schema.parse_types = _hostile
if store.history().query("kind == 'report'").empty:
    hostile.publish()
app = st.App(ROOT / "components" / "shell.py", routes=routes())
