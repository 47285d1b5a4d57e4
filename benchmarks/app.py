"""The server of the map's measurement: the product's own routes and the file of the places measured on."""

import gzip
import hashlib
import json
import os
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.ground import ground
from components.routes import FOREVER, routes


@cache
def packed(places: int) -> bytes:
    """Return the places' GeoJSON, compressed once as the product's boundaries are."""
    collection = ground(places, os.environ.get("GROUND"))
    return gzip.compress(json.dumps(collection).encode(), 6)


def address(places: int) -> str:
    """Return where the places' file is served; its name carries its hash."""
    return f"/ground/{places}-{hashlib.sha256(packed(places)).hexdigest()[:12]}.geojson"


def serve(request: Request) -> Response:
    """Serve the places' file."""
    places = int(request.path_params["name"].partition("-")[0])
    headers = {**FOREVER, "Content-Encoding": "gzip"}
    return Response(packed(places), media_type="application/geo+json", headers=headers)


app = st.App(Path(__file__).resolve().parent / "scene.py", routes=[*routes(), Route("/ground/{name}", serve)])
