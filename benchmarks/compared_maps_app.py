"""The server of the map's measurement: the product's own routes and the file of the places measured on."""

import gzip
import hashlib
import json
import os
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from benchmarks.sample_boundaries import sample_collection
from benchmarks.sample_figures import BLUES, hover_rows, sample_values
from components.routes import FOREVER, routes

HERE = Path(__file__).resolve().parent


@cache
def packed(places: int) -> bytes:
    """Return the places' GeoJSON, compressed once as the product's boundaries are."""
    collection = sample_collection(places, os.environ.get("GROUND"))
    return gzip.compress(json.dumps(collection).encode(), 6, mtime=0)


def address(places: int) -> str:
    """Return where the places' file is served; its name carries its hash."""
    return f"/ground/{places}-{hashlib.sha256(packed(places)).hexdigest()[:12]}.geojson"


def serve(request: Request) -> Response:
    """Serve the places' file."""
    places = int(request.path_params["name"].partition("-")[0])
    headers = {**FOREVER, "Content-Encoding": "gzip"}
    return Response(packed(places), media_type="application/geo+json", headers=headers)


@cache
def values(places: int) -> bytes:
    """Return what each place tells in the first month and its colour, in the places' order, as a packed JSON file."""
    numbers = sample_values(places)[0]
    rows = hover_rows(places, 0).assign(
        colour=[BLUES[int(each // 20.001)] if each == each else "#D9D9D9" for each in numbers]
    )
    return gzip.compress(json.dumps(rows.to_numpy().tolist(), ensure_ascii=False).encode(), 6, mtime=0)


def plain(request: Request) -> Response:
    """Serve the static page of plain Leaflet."""
    places = int(request.path_params["places"])
    page = (HERE / "plain.html").read_text("utf-8")
    return HTMLResponse(page.replace("{ground}", address(places)).replace("{values}", f"/values/{places}"))


def serve_values(request: Request) -> Response:
    """Serve what the static page tells."""
    packed_values = values(int(request.path_params["places"]))
    return Response(packed_values, media_type="application/json", headers={"Content-Encoding": "gzip"})


app = st.App(
    HERE / "scene.py",
    routes=[
        *routes(),
        Route("/ground/{name}", serve),
        Route("/plain/{places}", plain),
        Route("/values/{places}", serve_values),
    ],
)
