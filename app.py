"""The ASGI entry: the dashboard's script and the files served beside it; ``streamlit run app.py`` finds it."""

from pathlib import Path

import streamlit as st

from components.routes import routes
from upstream import memory_allocators

# Resolved, because under some runners __file__ is relative and the script is then not found.
ROOT = Path(__file__).resolve().parent

memory_allocators.return_freed_memory()
app = st.App(ROOT / "components" / "shell.py", routes=routes())
