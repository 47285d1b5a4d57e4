"""A page under measurement: opened in Chromium, driven by the keyboard, with draw calls timed by ``hooks.js``."""

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from playwright.sync_api import Browser, CDPSession, Page

HERE = Path(__file__).resolve().parent
Pixels = npt.NDArray[np.int_]
SLIDER = '[data-testid="stSlider"] input[type="range"]'
# Waits until the server and the browser have finished the work of the last change.
REST = "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 600))"
# A change is finished if nothing is drawn for this time, in milliseconds. The gaps within one change are much shorter:
# up to 60 for the dashboard's map, up to 1,500 for the usual ways at 3,321 places.
QUIET = {"floor": 400, "ours": 400, "plotly": 2500, "folium": 2500, "page": 1500, "leaflet": 400}


def move_slider(page: Page, steps: int) -> None:
    """Move the slider by one: twenty steps to the right, then twenty to the left, and so on."""
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowLeft" if steps // 20 % 2 else "ArrowRight")


@dataclass
class MeasuredPage:
    """A page under measurement.

    Attributes
    ----------
    way : str
        How the page draws, as in ``QUIET``.
    page, wire
        The page and its connection to the developer tools.
    received : int
        The bytes that the websocket of the page has received.
    times, finished : list of float
        Milliseconds from each key press to the last draw call on the map, and on the page.
    bytes : list of int
        Bytes that the websocket received for each key press.
    steps : int
        The number of key presses.
    press : function
        Presses the key; takes the page and the number of key presses before.
    """

    way: str
    page: Page
    wire: CDPSession
    received: int = 0
    times: list[float] = field(default_factory=list)
    finished: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    steps: int = 0
    press: Callable[[Page, int], None] = move_slider

    def step(self) -> None:
        """Press a key, wait until nothing more is drawn, and record times and bytes."""
        self.page.bring_to_front()
        self.page.evaluate(REST)
        before = self.received
        self.press(self.page, self.steps)
        self.steps += 1
        self.wait_until_drawn()
        last_call = "map" if self.way == "page" else "last"
        milliseconds, finished = self.page.evaluate(
            f"[__drawn.{last_call} - __drawn.key, __drawn.last - __drawn.key]"
        )
        if milliseconds <= 0:
            raise RuntimeError(f"{self.way}: the key changed nothing on the canvas")
        self.times.append(milliseconds)
        self.finished.append(finished)
        self.bytes.append(self.received - before)

    def wait_until_drawn(self, timeout: float = 240_000) -> None:
        """Wait until something was drawn after the key press, and then nothing for the time of ``QUIET``.

        The timeout is in milliseconds.
        """
        done = f"() => __drawn.calls > 0 && __drawn.now() - __drawn.last > {QUIET[self.way]}"
        self.page.wait_for_function(done, timeout=timeout, polling=100)

    def drop_measurements(self) -> None:
        """Drop the measurements so far; the first changes only warm up the page."""
        self.times.clear()
        self.finished.clear()
        self.bytes.clear()


def open_page(
    browser: Browser, url: str, way: str, press: Callable[[Page, int], None] = move_slider, at: str = SLIDER
) -> MeasuredPage:
    """Open a page and wait until the control ``at`` is there and the first map is drawn."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_init_script(path=HERE / "hooks.js")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    measured = MeasuredPage(way, page, wire, press=press)
    wire.send("Network.enable")

    def count(event: dict[str, Any]) -> None:
        measured.received += frame_size(event)

    wire.on("Network.webSocketFrameReceived", count)
    page.goto(url)
    page.locator(at).first.wait_for(state="attached", timeout=60_000)
    measured.wait_until_drawn()
    return measured


def frame_size(event: dict[str, Any]) -> int:
    """Return the bytes of a websocket frame, from the event of the developer tools."""
    response = event["response"]
    data = response["payloadData"]
    # Binary frames (opcode 2) arrive in base64.
    return len(base64.b64decode(data)) if response["opcode"] == 2 else len(data.encode())


def count_blank_frames(measured: MeasuredPage, steps: int) -> int:
    """Count the presented frames in which most of the map is missing, over some changes.

    The times of these changes are dropped, because capturing frames costs time.
    """
    frames: list[str] = []
    before = list(measured.times), list(measured.finished), list(measured.bytes)

    def add_frame(event: dict[str, Any]) -> None:
        frames.append(event["data"])
        measured.wire.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    measured.page.bring_to_front()
    full = drawn_share(decode_image(measured.page.screenshot()))
    measured.wire.on("Page.screencastFrame", add_frame)
    measured.wire.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
    for _ in range(steps):
        measured.step()
    measured.wire.send("Page.stopScreencast")
    measured.wire.remove_listener("Page.screencastFrame", add_frame)
    measured.times, measured.finished, measured.bytes = before
    if not frames:
        raise RuntimeError(f"{measured.way}: the browser presented no frame")
    return sum(drawn_share(decode_image(base64.b64decode(frame))) < 0.5 * full for frame in frames)


def decode_image(png: bytes) -> Pixels:
    """Return an image as an array of rows, columns and colours."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def drawn_share(image: Pixels) -> float:
    """Return the share of pixels that are not white, in the lower three quarters, where the map is."""
    part = image[len(image) // 4 :]
    background = np.array([255, 255, 255])
    return float((np.abs(part - background).max(axis=2) > 24).mean())
