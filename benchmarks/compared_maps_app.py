"""The server that ``map_change`` measures: the routes of the dashboard, and those of the sample boundaries."""

import gzip
import json
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from benchmarks.sample_boundaries import boundaries_url, encoded_boundaries
from benchmarks.sample_figures import BLUES, hover_rows, sample_values
from components.routes import FOREVER, routes

HERE = Path(__file__).resolve().parent


def serve_boundaries(request: Request) -> Response:
    """Serve the boundaries."""
    places = int(request.path_params["name"].partition("-")[0])
    headers = {**FOREVER, "Content-Encoding": "gzip"}
    return Response(encoded_boundaries(places), media_type="application/geo+json", headers=headers)


@cache
def encoded_values(places: int) -> bytes:
    """Return the hover texts and the colour of each place in the first month, as compressed JSON in their order."""
    values = sample_values(places)[0]
    rows = hover_rows(places, 0).assign(
        colour=[BLUES[int(each // 20.001)] if each == each else "#D9D9D9" for each in values]
    )
    return gzip.compress(json.dumps(rows.to_numpy().tolist(), ensure_ascii=False).encode(), 6, mtime=0)


def serve_plain_page(request: Request) -> Response:
    """Serve the static page of plain Leaflet."""
    places = int(request.path_params["places"])
    urls = {"{boundaries}": boundaries_url(places), "{values}": f"/values/{places}"}
    page = (HERE / "plain.html").read_text("utf-8")
    for placeholder, url in urls.items():
        page = page.replace(placeholder, url)
    return HTMLResponse(page)


def serve_values(request: Request) -> Response:
    """Serve the values of the static page."""
    encoded = encoded_values(int(request.path_params["places"]))
    return Response(encoded, media_type="application/json", headers={"Content-Encoding": "gzip"})


app = st.App(
    HERE / "compared_maps.py",
    routes=[
        *routes(),
        Route("/sample-boundaries/{name}", serve_boundaries),
        Route("/plain/{places}", serve_plain_page),
        Route("/values/{places}", serve_values),
    ],
)
