"""An application asked as a server asks it: without a network."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace


def ask(app, path, headers=(), *, method="GET", kind="http", extensions=()):
    """Ask an application: status, headers, body and kinds of the messages of its answer."""
    sent = []

    async def receive():
        await asyncio.sleep(0)  # lets the answer go on: some responses listen for a browser that leaves
        return {"type": "websocket.connect"} if kind == "websocket" else {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    scope = {"type": kind, "path": path, "query_string": b"", "extensions": {name: {} for name in extensions}}
    scope |= {"method": method} if kind == "http" else {"subprotocols": []}
    scope["headers"] = [(name.encode(), value.encode()) for name, value in headers]
    # In a thread of its own: the browser tests of the same session leave their event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, receive, send)).result()
    return SimpleNamespace(
        kinds=[message["type"] for message in sent],
        status=sent[0].get("status"),
        headers={name.decode(): value.decode() for name, value in sent[0].get("headers", [])},
        body=b"".join(message.get("body", b"") for message in sent),
    )
