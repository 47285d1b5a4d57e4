"""Who may ask the server: by a name that the start-up settings allow, and from a page of the dashboard itself."""

import json
import logging
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.notice import notice
from upstream import streamlit_hosts
from wording import shell_texts as words

LOG = logging.getLogger("dashboard")
REFUSED = 403
WEBSOCKET_REFUSED = 1008  # policy violation


def refuse_strangers(app: ASGIApp) -> ASGIApp:
    """Return the application, asked only by names that are allowed and from pages of its own.

    A site that gives its name the address of this machine (DNS rebinding) asks by an unknown name; one that opens a
    WebSocket or sends a file from the browser of somebody in the office comes from an unknown origin.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await app(scope, receive, send)
        headers = Headers(scope=scope)
        host, origin = headers.get("host"), headers.get("origin")
        if not streamlit_hosts.is_allowed(host):
            refused = _name_refused(host or "")
        elif not is_own(origin, host):
            refused = _origin_refused(origin or "")
        else:
            return await app(scope, receive, send)
        if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
            return await send({"type": "websocket.close", "code": WEBSOCKET_REFUSED})
        return await HTMLResponse(refused, REFUSED)(scope, receive, send)

    return answer


def is_own(origin: str | None, host: str | None) -> bool:
    """Tell whether a request comes from a page of the dashboard; browsers name no origin for what is merely opened.

    Examples
    --------
    >>> is_own("http://localhost:8501", "localhost:8501"), is_own("http://localhost:3000", "localhost:8501")
    (True, False)
    """
    if origin is None or origin in streamlit_hosts.other_origins():
        return True
    try:
        return urlsplit(origin).netloc == host
    except ValueError:
        return False


@lru_cache(maxsize=100)  # each name is told in the log once
def _name_refused(host: str) -> str:
    name = host.rpartition("]")[0].lstrip("[") or host.partition(":")[0]
    setting = words.HOST_SETTING.format(
        names=json.dumps([*streamlit_hosts.names(), name], ensure_ascii=False)
    )
    LOG.warning("%s", words.HOST_LOG.format(name=name, setting=setting))
    return notice(words.HOST_REFUSED.format(name=name), words.HOST_REFUSED_HELP, setting)


@lru_cache(maxsize=100)
def _origin_refused(origin: str) -> str:
    setting = words.ORIGIN_SETTING.format(names=json.dumps([*streamlit_hosts.other_origins(), origin]))
    LOG.warning("%s", words.ORIGIN_LOG.format(origin=origin, setting=setting))
    return notice(words.ORIGIN_REFUSED.format(origin=origin), words.ORIGIN_REFUSED_HELP, setting)


def warn_of_names() -> None:
    """Write to the log that a server that is open to a network answers to no name but the machine's own."""
    nobody_else = set(streamlit_hosts.names()) <= set(streamlit_hosts.LOOPBACK)
    if streamlit_hosts.is_open_to_a_network() and nobody_else:
        LOG.warning(words.NO_HOST_NAMED)
