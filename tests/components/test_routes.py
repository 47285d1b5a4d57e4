import gzip

import brotli
import pytest
from asgi import ask
from starlette.applications import Starlette

from components import page_program
from components.choropleth import program
from components.routes import accepted_encodings, routes
from geo import served_boundaries

SHEET = served_boundaries.url("2025-03", "commune", "60")
TEXT = served_boundaries.encodings_of(SHEET.rpartition("/")[2])["identity"]


APP = Starlette(routes=routes())


def get(path, accepted=""):
    return ask(APP, path, [("accept-encoding", accepted)])


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
        f"/page/{page_program.version()}/shell.py",
        "/page/000000000000/page.js",
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
        (f"/page/{page_program.version()}/page.js", "text/javascript"),
        (f"/page/{page_program.version()}/page.css", "text/css"),
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


@pytest.mark.parametrize("address", ["/", "/ban-do", "/khong-co", "/abc.def"])
def test_every_address_of_one_part_is_a_page_in_vietnamese_with_our_program_before_streamlits(address):
    answer = get(address)
    text = answer.body.decode()
    assert answer.headers["cache-control"] == "no-cache"
    assert '<html lang="vi">' in text
    assert "<title>Chuyển đổi số địa phương</title>" in text
    assert "Hãy bật JavaScript" in text
    assert "JavaScript to run this app" not in text
    assert text.index(f"/page/{page_program.version()}/page.js") < text.index('type="module"')


def test_a_file_that_streamlit_keeps_beside_its_page_is_served():
    assert get("/favicon.png").headers["content-type"] == "image/png"
