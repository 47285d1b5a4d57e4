"""The ASGI entry: the dashboard's script and the files served beside it; ``streamlit run app.py`` finds it."""

from pathlib import Path

import streamlit as st

from components import allocator
from components.routes import routes

# Resolved, because under some runners __file__ is relative and the script is then not found.
ROOT = Path(__file__).resolve().parent

allocator.settle()
app = st.App(ROOT / "components" / "shell.py", routes=routes())
