"""The ASGI entry: the dashboard's script and the files served beside it; ``streamlit run app.py`` finds it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components import asked_host, error_messages
from components.asked_host import refuse_strangers
from components.response_headers import add_headers
from components.routes import routes
from upstream import memory_allocators, streamlit_network

# Resolved, because under some runners __file__ is relative and the script is then not found.
ROOT = Path(__file__).resolve().parent

memory_allocators.return_freed_memory()
streamlit_network.ask_nothing_outside()
asked_host.warn_of_names()
app = st.App(
    ROOT / "components" / "shell.py",
    routes=routes(),
    middleware=[Middleware(add_headers), Middleware(refuse_strangers)],
    exception_handlers={Exception: error_messages.server_failed},
    on_script_error=error_messages.script_failed,
)
