import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import brotli
import pytest
from starlette.applications import Starlette

from components.choropleth import program
from components.routes import accepted_encodings, routes
from geo import served_boundaries

SHEET = served_boundaries.url("2025-03", "commune", "60")
TEXT = served_boundaries.encodings_of(SHEET.rpartition("/")[2])["identity"]


APP = Starlette(routes=routes())


def get(path, accepted=""):
    """Ask the routes as a server would: status, headers and body of the answer."""
    sent = []

    async def receive():
        await asyncio.sleep(0)  # lets the answer go on: some responses listen for a browser that leaves
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b""}
    scope["headers"] = [(b"accept-encoding", accepted.encode())]
    # In a thread of its own: the browser tests of the same session leave their event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, APP(scope, receive, send)).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message["body"] for message in sent[1:])
    return SimpleNamespace(status=sent[0]["status"], headers=headers, body=body)


UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", None)],
)
def test_boundaries_come_in_the_smallest_encoding_that_is_accepted(accepted, encoding):
    answer = get(SHEET, accepted)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "application/geo+json"
    assert UNPACK[encoding](answer.body) == TEXT


@pytest.mark.parametrize(
    "address",
    [
        "/boundaries/commune-2025-03-60.000000000000.geojson",
        "/boundaries/../app.py",
        f"/map/{program.version()}/__init__.py",
        "/map/000000000000/map.js",
        "/leaflet/../program.py",
    ],
)
def test_what_is_not_served_is_not_found(address):
    assert get(address).status == 404


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (f"/map/{program.version()}/map.js", "text/javascript"),
        (f"/map/{program.version()}/words.js", "text/javascript"),
        (f"/map/{program.version()}/map.css", "text/css"),
        ("/leaflet/leaflet.js", "text/javascript"),
    ],
)
def test_programs_come_with_a_type_that_browsers_run(address, kind):
    answer = get(address)
    assert answer.status == 200
    assert answer.headers["content-type"].split(";")[0] == kind


def test_an_accept_encoding_of_nothing_accepts_nothing():
    assert accepted_encodings("") == set()


def test_the_path_of_the_first_page_leads_to_the_root_with_its_view():
    answer = get("/tong-quan")
    assert answer.status == 307
    assert answer.headers["location"].endswith("/")
