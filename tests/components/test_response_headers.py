import pytest
from asgi import ask
from starlette.responses import PlainTextResponse

from components.response_headers import add_headers, headers


async def greeting(scope, receive, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept", "subprotocol": None})
    else:
        await PlainTextResponse("xin chào", headers={"X-Frame-Options": "ALLOWALL"})(scope, receive, send)


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_an_answer_carries_each_header_once_whatever_the_application_says(kind):
    answer = ask(add_headers(greeting), "/ban-do", kind=kind)
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_only_the_frame_of_a_component_may_be_framed_and_runs_scripts_of_its_own():
    page, frame = headers("/ban-do"), headers("/component/a/index.html")
    assert "'unsafe-inline'" in sources(frame, "script-src")
    assert "'unsafe-inline'" not in sources(page, "script-src")
    assert sources(frame, "frame-ancestors") == ["'self'"]
    assert headers("/componentx/a") == page


def sources(answer, name):
    parts = (part.split() for part in answer["Content-Security-Policy"].split("; "))
    return next(values for first, *values in parts if first == name)


def test_no_page_names_a_source_outside_or_evaluates_text():
    for path in ("/", "/component/a/index.html"):
        policy = headers(path)["Content-Security-Policy"]
        assert "http" not in policy
        assert "*" not in policy
        assert "unsafe-eval" not in policy
