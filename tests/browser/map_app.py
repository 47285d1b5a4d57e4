"""The map alone on a page, with the product's own routes."""

from pathlib import Path

import streamlit as st

from components.routes import routes

app = st.App(Path(__file__).resolve().parent / "map_page.py", routes=routes())
