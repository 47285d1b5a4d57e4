"""One page under measurement: opened in a Chromium, driven by keys, its drawing timed by ``hooks.js``."""

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, CDPSession, Page

HERE = Path(__file__).resolve().parent
SLIDER = '[data-testid="stSlider"] input[type="range"]'
# Let what the last change left behind, on the server and in the browser, come to its end before the next key.
REST = "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 600))"
# How long nothing has to be drawn before a change counts as finished, in milliseconds: by far more than the gaps
# seen within one change (up to 60 for ours, up to 1,500 for the usual ways at 3,321 places).
QUIET = {"floor": 400, "ours": 400, "plotly": 2500, "folium": 2500, "page": 1500, "leaflet": 400}


def slide(page: Page, steps: int) -> None:
    """Move the slider by one: to the right for twenty steps, then back, and so on, because it has its ends."""
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowLeft" if steps // 20 % 2 else "ArrowRight")


@dataclass
class Stage:
    """One page under measurement, the bytes that its websocket has received, and what was measured."""

    way: str
    page: Page
    wire: CDPSession
    received: list[int] = field(default_factory=lambda: [0])
    times: list[float] = field(default_factory=list)
    finished: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    steps: int = 0
    press: Callable[[Page, int], None] = slide

    def step(self) -> None:
        """Press a key, wait until nothing more is drawn, and note time and bytes."""
        self.page.bring_to_front()
        self.page.evaluate(REST)
        before = self.received[0]
        self.press(self.page, self.steps)
        self.steps += 1
        self.settle()
        counted = "map" if self.way == "page" else "last"
        spent, finished = self.page.evaluate(f"[__drawn.{counted} - __drawn.key, __drawn.last - __drawn.key]")
        if spent <= 0:
            raise RuntimeError(f"{self.way}: the key changed nothing on the canvas")
        self.times.append(spent)
        self.finished.append(finished)
        self.bytes.append(self.received[0] - before)

    def settle(self, patience: float = 240_000) -> None:
        """Wait until something was drawn after the key and then nothing for a while."""
        done = f"() => __drawn.calls > 0 && __drawn.now() - __drawn.last > {QUIET[self.way]}"
        self.page.wait_for_function(done, timeout=patience, polling=100)

    def forget(self) -> None:
        """Drop what was measured: the first changes of a page warm it up."""
        self.times.clear()
        self.finished.clear()
        self.bytes.clear()


def opened(
    browser: Browser, address: str, way: str, press: Callable[[Page, int], None] = slide, at: str = SLIDER
) -> Stage:
    """Open the page of one way at its address and wait until its first map stands."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_init_script(path=HERE / "hooks.js")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    stage = Stage(way, page, wire, press=press)
    wire.send("Network.enable")
    wire.on(
        "Network.webSocketFrameReceived",
        lambda told: stage.received.__setitem__(0, stage.received[0] + size(told)),
    )
    page.goto(address)
    page.locator(at).first.wait_for(state="attached", timeout=60_000)
    stage.settle()
    return stage


def size(told: dict[str, Any]) -> int:
    """Return the bytes of a websocket frame as the browser's protocol tells of it."""
    response = told["response"]
    data = response["payloadData"]
    # Binary frames (opcode 2) arrive in base64.
    return len(base64.b64decode(data)) if response["opcode"] == 2 else len(data.encode())


def blank_frames(stage: Stage, steps: int) -> int:
    """Count presented frames in which most of the map is missing, over some changes; what they cost is not kept."""
    frames: list[str] = []
    kept = list(stage.times), list(stage.finished), list(stage.bytes)

    def keep(told: dict[str, Any]) -> None:
        frames.append(told["data"])
        stage.wire.send("Page.screencastFrameAck", {"sessionId": told["sessionId"]})

    stage.page.bring_to_front()
    full = inked(image(stage.page.screenshot()))
    stage.wire.on("Page.screencastFrame", keep)
    stage.wire.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
    for _ in range(steps):
        stage.step()
    stage.wire.send("Page.stopScreencast")
    stage.wire.remove_listener("Page.screencastFrame", keep)
    stage.times, stage.finished, stage.bytes = kept
    if not frames:
        raise RuntimeError(f"{stage.way}: the browser presented no frame")
    return sum(inked(image(base64.b64decode(frame))) < 0.5 * full for frame in frames)


def image(png: bytes) -> np.ndarray:
    """Return a picture as an array of rows, columns and colours."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def inked(picture: np.ndarray) -> float:
    """Return the share of the lower three quarters, where the map is, that is not the page's own colour."""
    part = picture[len(picture) // 4 :]
    background = np.array([255, 255, 255])
    return float((np.abs(part - background).max(axis=2) > 24).mean())
