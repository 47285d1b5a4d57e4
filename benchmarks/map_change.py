"""What a change of the map costs on screen: from the key press to the last draw call.

Three pages with one slider each are driven in turn: an empty canvas in a component (the floor), the product's map,
and the usual way, Plotly Express on a cached GeoJSON. The clock is the page's own, read by hooks on every drawing
function of the browser (``hooks.js``). Blank frames are looked for in a second pass, on the frames that the
browser presents, because looking costs time.

    python -m benchmarks.map_change --places 121 --json

With ``--page`` a page of the dashboard itself is driven instead, beside the empty canvas: on the communes of a
province, simulated figures, each key press colours the map anew, or turns a lever of a scenario. Such a page holds
more than its map: what counts is the last draw call on the map, and the last one on the page is told beside it.

    python -m benchmarks.map_change --page ban-do --json
"""

import argparse
import base64
import io
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, CDPSession, Page

from benchmarks import report
from benchmarks.browser import SOFTWARE_GL, chromium
from benchmarks.ground import ground, vertices
from benchmarks.server import ROOT, running

HERE = Path(__file__).resolve().parent
WAYS = {
    "floor": "an empty canvas in a component",
    "ours": "the product's map",
    "usual": "px.choropleth_map, cached GeoJSON",
    "page": "the dashboard's page",
}
COMPARED = ("floor", "ours", "usual")
SLIDER = '[data-testid="stSlider"] input[type="range"]'
# What the map is coloured by: value, status, coverage.
COLOUR = '[class*="st-key-view-colour"] button'
SCOPE = "kieu=mo-phong&tinh=60&cap=xa"
# Turns the first lever of a scenario by one.
MORE = ".st-key-more-0 button"
# Let what the last change left behind, on the server and in the browser, come to its end before the next key.
REST = "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 600))"
# How long nothing has to be drawn before a change counts as finished, in milliseconds: by far more than the gaps
# seen within one change (up to 60 for ours, up to 1,500 for the usual way at 3,321 places).
QUIET = {"floor": 400, "ours": 400, "usual": 2500, "page": 1500}


def slide(page: Page, steps: int) -> None:
    """Move the slider by one: to the right for twenty steps, then back, and so on, because it has its ends."""
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowLeft" if steps // 20 % 2 else "ArrowRight")


def recolour(page: Page, steps: int) -> None:
    """Colour the map by status, by value, and so on."""
    page.locator(COLOUR).nth(1 - steps % 2).focus()
    page.keyboard.press("Enter")


def nudge(page: Page, steps: int) -> None:
    """Turn the first lever: ten times up, ten times down, and so on."""
    page.locator(MORE.replace("more", "less") if steps // 10 % 2 else MORE).focus()
    page.keyboard.press("Enter")


def lever() -> str:
    """Return the address of a scenario that adds a point to the indicator of every commune."""
    from indicators import scenario_code
    from indicators.scenario import Group, Lever, Scenario

    pulled = Lever("add", Group("all", (), "commune"), 1.0, "online_dossier_share")
    return f"&kb={scenario_code.write([Scenario('A', (pulled,))])}"


DONE = {
    "ban-do": "coloured by value and by status in turn",
    "kich-ban": "a lever on all communes turned by one point",
}
# What is pressed on a page of the dashboard, where it is, and what its address says besides.
PRESSED: dict[str, tuple[Callable[[Page, int], None], str, Callable[[], str]]] = {
    "ban-do": (recolour, COLOUR, str),
    "kich-ban": (nudge, MORE, lever),
}


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

    def settle(self, patience: float = 120_000) -> None:
        """Wait until something was drawn after the key and then nothing for a while."""
        done = f"() => __drawn.calls > 0 && performance.now() - __drawn.last > {QUIET[self.way]}"
        self.page.wait_for_function(done, timeout=patience, polling=100)


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
        stages = [opened(browser, f"{address}/?way={way}&places={places}", way) for way in COMPARED]
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


def measure_page(path: str, steps: int) -> tuple[list[Stage], dict[str, int], str]:
    """Measure a page of the dashboard beside the empty canvas, in turn; as ``measure``."""
    press, at, besides = PRESSED[path]
    with (
        running(HERE / "app.py") as empty,
        running(ROOT / "app.py") as dashboard,
        chromium(*SOFTWARE_GL) as browser,
    ):
        stages = [
            opened(browser, f"{empty}/?way=floor&places=121", "floor"),
            opened(browser, f"{dashboard}/{path}?{SCOPE}{besides()}", "page", press, at),
        ]
        for stage in stages * 2:  # the first changes of a page also warm it up
            stage.step()
        for stage in stages:
            stage.times.clear()
            stage.finished.clear()
            stage.bytes.clear()
        for _ in range(steps):
            for stage in stages:
                stage.step()
        return stages, {}, browser.version


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


def tell_page(path: str, steps: int, as_json: bool) -> None:
    """Measure a page, print, write the document's section."""
    stages, blanks, version = measure_page(path, steps)
    median = {stage.way: statistics.median(stage.times) for stage in stages}
    result = {
        "page": path,
        "ratio": round(median["page"] / median["floor"], 3),
        "bytes_per_change": round(statistics.median(stages[1].bytes)),
        "milliseconds": {way: round(time, 1) for way, time in median.items()},
        "finished_milliseconds": round(statistics.median(stages[1].finished), 1),
        "steps": steps,
    }
    told = (
        f"`python -m benchmarks.map_change --page {path}`: from key press to the last draw call on the map of the page "
        f"itself (on all of the page: {result['finished_milliseconds']:.0f} ms), communes of a province, simulated "
        f"figures, {DONE[path]}, medians of {steps} changes. "
        f"{report.machine(version)}\n\n{report.table(rows(stages, blanks))}"
    )
    report.tell(f"map_change --page {path}", f"A change of the map on the page {path}", told, result, as_json)


def main() -> None:
    """Measure, print, write the document's section."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--places", type=int, default=121)
    parser.add_argument("--boundaries", help="a GeoJSON to measure on; without it, a made-up country")
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    parser.add_argument("--page", choices=list(PRESSED), help="a page of the dashboard, by its address")
    asked = parser.parse_args()
    if asked.page:
        tell_page(asked.page, asked.steps, asked.json)
        return

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
