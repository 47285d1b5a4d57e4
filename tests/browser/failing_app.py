"""The dashboard's server with a script that fails where the address says, and a route that always fails."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from components import error_messages
from components.asked_host import refuse_strangers
from components.response_headers import add_headers
from components.routes import routes


def fails(_request):
    raise RuntimeError("bad luck")


app = st.App(
    Path(__file__).resolve().with_name("failing_script.py"),
    routes=[Route("/hong", fails), *routes()],
    middleware=[Middleware(add_headers), Middleware(refuse_strangers)],
    exception_handlers={Exception: error_messages.server_failed},
    on_script_error=error_messages.script_failed,
)
