"""What a change of the map costs on screen: from the key press to the last draw call.

Three pages with one slider each are driven in turn: an empty canvas in a component (the floor), the product's map,
and the usual way, Plotly Express on a cached GeoJSON. The clock is the page's own, read by hooks on every drawing
function of the browser (``hooks.js``). Blank frames are looked for in a second pass, on the frames that the
browser presents, because looking costs time.

    python -m benchmarks.map_change --places 121 --json
"""

import argparse
import base64
import io
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, CDPSession, Page

from benchmarks import report
from benchmarks.browser import SOFTWARE_GL, chromium
from benchmarks.ground import ground, vertices
from benchmarks.server import running

HERE = Path(__file__).resolve().parent
WAYS = {
    "floor": "an empty canvas in a component",
    "ours": "the product's map",
    "usual": "px.choropleth_map, cached GeoJSON",
}
SLIDER = '[data-testid="stSlider"] input[type="range"]'
# Let what the last change left behind, on the server and in the browser, come to its end before the next key.
REST = "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 600))"
# How long nothing has to be drawn before a change counts as finished, in milliseconds: by far more than the gaps
# seen within one change (up to 60 for ours, up to 1,500 for the usual way at 3,321 places).
QUIET = {"floor": 400, "ours": 400, "usual": 2500}


@dataclass
class Stage:
    """One page under measurement, the bytes that its websocket has received, and what was measured."""

    way: str
    page: Page
    wire: CDPSession
    received: list[int] = field(default_factory=lambda: [0])
    times: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    steps: int = 0

    def step(self) -> None:
        """Press a key on the slider, wait until nothing more is drawn, and note time and bytes."""
        self.page.bring_to_front()
        self.page.evaluate(REST)
        self.page.locator(SLIDER).focus()
        before = self.received[0]
        # To the right for twenty steps, then back, and so on: the slider has its ends.
        self.page.keyboard.press("ArrowLeft" if self.steps // 20 % 2 else "ArrowRight")
        self.steps += 1
        self.settle()
        spent = self.page.evaluate("__drawn.last - __drawn.key")
        if spent <= 0:
            raise RuntimeError(f"{self.way}: the key changed nothing on the canvas")
        self.times.append(spent)
        self.bytes.append(self.received[0] - before)

    def settle(self, patience: float = 120_000) -> None:
        """Wait until something was drawn after the key and then nothing for a while."""
        done = f"() => __drawn.calls > 0 && performance.now() - __drawn.last > {QUIET[self.way]}"
        self.page.wait_for_function(done, timeout=patience, polling=100)


def opened(browser: Browser, address: str, way: str, places: int) -> Stage:
    """Open the page of one way and wait until its first map stands."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_init_script(path=HERE / "hooks.js")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    stage = Stage(way, page, wire)
    wire.send("Network.enable")
    wire.on(
        "Network.webSocketFrameReceived",
        lambda told: stage.received.__setitem__(0, stage.received[0] + size(told)),
    )
    page.goto(f"{address}/?way={way}&places={places}")
    page.locator(SLIDER).wait_for(state="attached", timeout=60_000)
    stage.settle()
    return stage


def size(told: dict[str, Any]) -> int:
    """Return the bytes of a websocket frame as the browser's protocol tells of it."""
    response = told["response"]
    data = response["payloadData"]
    # Binary frames (opcode 2) arrive in base64.
    return len(base64.b64decode(data)) if response["opcode"] == 2 else len(data.encode())


def blank_frames(stage: Stage, steps: int) -> int:
    """Count presented frames in which most of the map is missing, over some changes."""
    frames: list[str] = []

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


def measure(places: int, steps: int, file: str | None) -> tuple[list[Stage], dict[str, int], str]:
    """Measure every way in turn; return the stages, the blank frames by way, and the browser's version."""
    environment = {"GROUND": str(Path(file).resolve())} if file else {}
    with running(HERE / "app.py", **environment) as address, chromium(*SOFTWARE_GL) as browser:
        stages = [opened(browser, address, way, places) for way in WAYS]
        for stage in stages:  # the first change of a page also warms it up
            stage.step()
            stage.times.clear()
            stage.bytes.clear()
        floor, ours, slow = stages
        for _ in range(steps):
            # The two quick ones twice: their medians decide, and other work on the machine disturbs them more.
            for stage in (floor, ours, slow, floor, ours):
                stage.step()
        times = {stage.way: list(stage.times) for stage in stages}
        sizes = {stage.way: list(stage.bytes) for stage in stages}
        blanks = {stage.way: blank_frames(stage, 4) for stage in stages if stage.way != "floor"}
        for stage in stages:
            stage.times, stage.bytes = times[stage.way], sizes[stage.way]
        return stages, blanks, browser.version


def rows(stages: list[Stage], blanks: dict[str, int]) -> list[dict[str, Any]]:
    """Return one row of the report for each way."""
    floor = statistics.median(stages[0].times)
    return [
        {
            "way": WAYS[stage.way],
            "median, ms": f"{statistics.median(stage.times):.0f}",
            "spread, ms": f"{min(stage.times):.0f}–{max(stage.times):.0f}",
            "× floor": f"{statistics.median(stage.times) / floor:.2f}",
            "KB a change": f"{statistics.median(stage.bytes) / 1000:.1f}",
            "blank frames in 4 changes": blanks.get(stage.way, "–"),
        }
        for stage in stages
    ]


def main() -> None:
    """Measure, print, write the document's section."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--places", type=int, default=121)
    parser.add_argument("--boundaries", help="a GeoJSON to measure on; without it, a made-up country")
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    asked = parser.parse_args()

    collection = ground(asked.places, asked.boundaries)
    places = len(collection["features"])
    stages, blanks, version = measure(places, asked.steps, asked.boundaries)
    median = {stage.way: statistics.median(stage.times) for stage in stages}
    result = {
        "places": places,
        "vertices": vertices(collection),
        "ratio": round(median["ours"] / median["floor"], 3),
        "blank_frames": blanks["ours"],
        "bytes_per_change": round(statistics.median(stages[1].bytes)),
        "peers": {WAYS["usual"]: round(median["usual"] / median["ours"], 2)},
        "milliseconds": {way: round(time, 1) for way, time in median.items()},
        "steps": asked.steps,
    }
    ground_of = f"--boundaries {Path(asked.boundaries).name}" if asked.boundaries else f"--places {places}"
    shapes = "the file's shapes" if asked.boundaries else "made-up shapes as detailed as official ones"
    told = (
        f"`python -m benchmarks.map_change {ground_of}`: from key press to the last draw call, {places} places "
        f"({shapes}, {result['vertices']} points), medians of {asked.steps} changes. "
        f"{report.machine(version)}\n\n{report.table(rows(stages, blanks))}"
    )
    title = f"A change of the map, {places} places, {result['vertices']} points"
    report.tell(f"map_change {ground_of}", title, told, result, asked.json)


if __name__ == "__main__":
    main()
