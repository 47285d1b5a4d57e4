"""What every answer of the server tells the browser: which sources it may use, and that nobody may frame it."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.presenting import wall
from upstream import streamlit_page

# Streamlit's own program writes its styles into the page, keeps the JavaScript of components as blobs and a font as
# data; our watermarks are data. All else comes from the server. Scripts inside the page are named by hash.
SOURCES = {
    "default-src": "'none'",
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
# The detail map is a page of its own inside a frame: st_folium runs the map that it is sent as a script.
FRAMED = "/component/"
FRAMED_SOURCES = {
    **SOURCES,
    "script-src": "'self' 'unsafe-inline'",
    "frame-src": "'none'",
    "frame-ancestors": "'self'",
}
ANSWERS = ("http.response.start", "websocket.accept", "websocket.http.response.start")


def add_headers(app: ASGIApp) -> ASGIApp:
    """Return the application with the headers on each of its answers, also on one that opens a WebSocket."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] in ANSWERS:
                message.setdefault("headers", [])
                MutableHeaders(scope=message).update(headers(scope["path"]))
            await send(message)

        await app(scope, receive, send if scope["type"] == "lifespan" else send_with_headers)

    return answer


def headers(path: str) -> dict[str, str]:
    """Return the headers of an answer by the path that was asked for."""
    return _headers(path.startswith(FRAMED))


@cache
def _headers(framed: bool) -> dict[str, str]:
    sources = dict(FRAMED_SOURCES) if framed else {**SOURCES, "script-src": _scripts()}
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in sources.items()),
        "X-Frame-Options": "SAMEORIGIN" if framed else "DENY",
        "X-Content-Type-Options": "nosniff",
        # Not "no-referrer": browsers would send files with an unknown origin.
        "Referrer-Policy": "same-origin",
    }


def _scripts() -> str:
    inside = [*streamlit_page.inline_scripts(), *sorted(wall.every_script())]
    hashes = (b64encode(sha256(script.encode()).digest()).decode() for script in inside)
    return " ".join([SOURCES["script-src"], *(f"'sha256-{each}'" for each in hashes)])
