"""What the server serves: the page of every address, programs and styles, Leaflet, the boundaries, old addresses."""

import mimetypes
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

from components import page_program
from components.choropleth import program
from upstream import streamlit_page

# The registry of a Windows machine may give .js the type of plain text, which browsers refuse to run.
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/css", ".css")

# Every address below carries a hash of what it names, so a browser never has to ask again.
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}


def routes() -> list[BaseRoute]:
    """Return the routes that are added to Streamlit's own."""
    return [
        Mount("/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Route("/map/{version}/{name}", map_program),
        Route("/boundaries/{name}", boundaries),
        Route("/tong-quan", overview),
        Route("/page/{version}/{name}", page_program_file),
        Route("/", page),
        Route("/{name}", page),
    ]


def page(request: Request) -> Response:
    """Serve the page of every address of one part, or the file of that name which Streamlit keeps beside its page."""
    file = streamlit_page.files().get(request.path_params.get("name", ""))
    if file:
        return FileResponse(file)
    # Asked for each time, because it names Streamlit's program and ours of this very version.
    return HTMLResponse(page_program.html(), headers={"Cache-Control": "no-cache"})


def overview(request: Request) -> Response:
    """Redirect the address of Tổng quan to the root, because Streamlit serves the first page there."""
    return RedirectResponse(request.url.replace(path="/"))


def map_program(request: Request) -> Response:
    """Serve one file of the map's program."""
    return _program_file(request, program.version(), program.files())


def page_program_file(request: Request) -> Response:
    """Serve one file of the program and style of every page."""
    return _program_file(request, page_program.version(), page_program.files())


def _program_file(request: Request, version: str, files: Mapping[str, bytes]) -> Response:
    """Serve one file of a program; only the version of now is found."""
    name = request.path_params["name"]
    if request.path_params["version"] != version or name not in files:
        return Response(status_code=404)
    return Response(files[name], media_type=mimetypes.guess_type(name)[0], headers=FOREVER)


def boundaries(request: Request) -> Response:
    """Serve a boundary file in the smallest of the encodings that the browser accepts."""
    from geo import served_boundaries

    encodings = served_boundaries.encodings_of(request.path_params["name"])
    if encodings is None:
        return Response(status_code=404)
    accepted = accepted_encodings(request.headers.get("accept-encoding", ""))
    encoding = next((each for each in ("br", "gzip") if each in accepted and each in encodings), "identity")
    headers = {**FOREVER, "Vary": "Accept-Encoding"}
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    return Response(encodings[encoding], media_type="application/geo+json", headers=headers)


def accepted_encodings(header: str) -> set[str]:
    """Return the encodings that an Accept-Encoding header accepts.

    Examples
    --------
    >>> sorted(accepted_encodings("gzip, br;q=0.5, zstd;q=0"))
    ['br', 'gzip']
    """
    offers = (offer.strip().partition(";") for offer in header.lower().split(","))
    return {name.strip() for name, _, weight in offers if name and weight.strip() not in {"q=0", "q=0.0"}}
