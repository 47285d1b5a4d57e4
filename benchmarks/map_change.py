"""What a change of the map costs on screen: from the key press to the last draw call.

Pages with one slider each are driven in turn: an empty canvas in a component (the floor), the product's map, and two
usual ways as their tutorials show them: Plotly Express on a cached GeoJSON, and ``folium.Choropleth`` in ``st_folium``.
The clock is the page's own, read by hooks on every drawing function of the browser (``hooks.js``). Blank frames are
looked for in a second pass, on the frames that the browser presents, because looking costs time. Then the first view
is timed beside a static page of plain Leaflet (``first_view``), and of the whole country the memory of the
dashboard's own server with ten sessions (``sessions``).

    python -m benchmarks.map_change --places 3321 --json

With ``--page`` a page of the dashboard itself is driven instead, beside the empty canvas: on the communes of a
province, simulated figures, each key press colours the map anew, or turns a lever of a scenario. Such a page holds
more than its map: what counts is the last draw call on the map, and the last one on the page is told beside it.

    python -m benchmarks.map_change --page ban-do --json
"""

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks import first_view, results, sessions
from benchmarks.browser import SOFTWARE_GL, chromium
from benchmarks.sample_shapes import ground, vertices
from benchmarks.server import ROOT, running
from benchmarks.stage import HERE, Stage, blank_frames, opened

WAYS = {
    "floor": "an empty canvas in a component",
    "ours": "the product's map",
    "plotly": "px.choropleth_map, cached GeoJSON",
    "folium": "folium.Choropleth + st_folium",
    "page": "the dashboard's page",
    "leaflet": "a static page of plain Leaflet",
}
QUICK = ("floor", "ours")
SLOW = ("plotly", "folium")
# A change of the usual ways takes half a minute at 3,321 places: so many of them tell enough.
FEW = 3
# In how many changes blank frames are looked for.
LOOKED_AT = {"ours": 4, "plotly": 2, "folium": 2}
# From here on a ground is the country's.
NATIONAL = 3321
# What the map is coloured by: value, status, coverage.
COLOUR = '[class*="st-key-view-colour"] button'
SCOPE = "kieu=mo-phong&tinh=60&cap=xa"
# Turns the first lever of a scenario by one.
MORE = ".st-key-more-0 button"


def recolour(page: Page, steps: int) -> None:
    """Colour the map by status, by value, and so on."""
    page.locator(COLOUR).nth(1 - steps % 2).focus()
    page.keyboard.press("Enter")


def nudge(page: Page, steps: int) -> None:  # noqa: ARG001 - up each time, so that nobody has turned it so far
    """Turn the first lever up."""
    page.locator(MORE).focus()
    page.keyboard.press("Enter")


def lever() -> str:
    """Return the address of a scenario that adds a point to the indicator of every commune."""
    from indicators import scenario_code
    from indicators.scenario import Group, Lever, Scenario

    pulled = Lever("add", Group("all", (), "commune"), 1.0, "online_dossier_share")
    return f"&kb={scenario_code.encode([Scenario('A', (pulled,))])}"


DONE = {
    "ban-do": "coloured by value and by status in turn",
    "kich-ban": "a lever on all communes turned up by one point, each time to where nobody has turned it yet",
}
# What is pressed on a page of the dashboard, where it is, and what its address says besides.
PRESSED: dict[str, tuple[Callable[[Page, int], None], str, Callable[[], str]]] = {
    "ban-do": (recolour, COLOUR, str),
    "kich-ban": (nudge, MORE, lever),
}


@dataclass(frozen=True)
class Measured:
    """What one run found: the stages, the blank frames by way, and the milliseconds of first views by way."""

    stages: list[Stage]
    blanks: dict[str, int]
    first: dict[str, list[float]]
    version: str


def measure(places: int, steps: int, file: str | None) -> Measured:
    """Measure every way in turn."""
    environment = {"GROUND": str(Path(file).resolve())} if file else {}
    with running(HERE / "app.py", **environment) as address, chromium(*SOFTWARE_GL) as browser:
        stages = changes(browser, f"{address}/?places={places}", steps)
        blanks = {
            stage.way: blank_frames(stage, LOOKED_AT[stage.way]) for stage in stages if stage.way != "floor"
        }
        for stage in stages:
            stage.page.context.close()
        pages = {"ours": f"{address}/?places={places}&way=ours", "leaflet": f"{address}/plain/{places}"}
        return Measured(stages, blanks, first_view.first_views(browser, pages), browser.version)


def changes(browser: Browser, address: str, steps: int) -> list[Stage]:
    """Change the maps, those of the quick ways in turn, then those of the slow ways in turn.

    The slow ones are opened last: their server goes on for seconds after the map is drawn, on everybody's time.
    """
    stages = []
    for ways, times in ((QUICK, 2 * steps), (SLOW, min(steps, FEW))):
        group = [opened(browser, f"{address}&way={way}", way) for way in ways]
        for stage in group:  # the first change of a page also warms it up
            stage.step()
            stage.forget()
        for _ in range(times):
            for stage in group:
                stage.step()
        stages += group
    return stages


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
            stage.forget()
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
            "changes": len(stage.times),
            "blank frames": f"{blanks[stage.way]} in {LOOKED_AT[stage.way]}" if stage.way in blanks else "–",
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
        f"{results.machine(version)}\n\n{results.table(rows(stages, blanks))}"
    )
    results.tell(
        f"map_change --page {path}", f"A change of the map on the page {path}", told, result, as_json
    )


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
    found = measure(len(collection["features"]), asked.steps, asked.boundaries)
    with chromium() as browser:
        national = len(collection["features"]) >= NATIONAL
        held = sessions.memory(browser) if national else []
    ground_of = (
        f"--boundaries {Path(asked.boundaries).name}" if asked.boundaries else f"--places {asked.places}"
    )
    tell(ground_of, collection, found, held, asked.json)


def tell(
    ground_of: str, collection: dict[str, Any], found: Measured, held: list[dict[str, float]], as_json: bool
) -> None:
    """Print what was measured and write the document's section."""
    places, points = len(collection["features"]), vertices(collection)
    shapes = "made-up shapes as detailed as official ones" if "--places" in ground_of else "the file's shapes"
    told = [
        f"`python -m benchmarks.map_change {ground_of}`: from key press to the last draw call, {places} places "
        f"({shapes}, {points} points), medians. {results.machine(found.version)}",
        results.table(rows(found.stages, found.blanks)),
        "From the navigation to the last draw call, in a browser with an empty cache, both from the same server.",
        results.table(first_view.rows(found.first, WAYS)),
    ]
    if held:
        told += [
            "The memory of the dashboard's server, sessions open on `ban-do?moc=2025-07&tinh=VN&cap=xa`, simulated "
            "figures, each on another indicator.",
            results.table(sessions.rows(held)),
        ]
    title = f"A change of the map, {places} places, {points} points"
    result = {"places": places, "vertices": points, **figures(found, held)}
    results.tell(f"map_change {ground_of}", title, "\n\n".join(told), result, as_json)


def figures(found: Measured, held: list[dict[str, float]]) -> dict[str, Any]:
    """Return the figures of a run, as ``--json`` prints them."""
    median = {stage.way: statistics.median(stage.times) for stage in found.stages}
    sizes = {stage.way: statistics.median(stage.bytes) for stage in found.stages}
    first = {way: statistics.median(times) for way, times in found.first.items()}
    return {
        "ratio": round(median["ours"] / median["floor"], 3),
        "blank_frames": found.blanks["ours"],
        "bytes_per_change": round(sizes["ours"]),
        "peers": {WAYS[way]: round(median[way] / median["ours"], 2) for way in ("plotly", "folium")},
        "milliseconds": {way: round(time, 1) for way, time in median.items()},
        "first_view_ratio": round(first["ours"] / first["leaflet"], 3),
        "first_view_milliseconds": {way: round(time, 1) for way, time in first.items()},
        "server_megabytes": {each: round(held[-1][each], 1) for each in held[-1]} if held else None,
        "sessions": sessions.SESSIONS if held else None,
        "changes": {stage.way: len(stage.times) for stage in found.stages},
    }


if __name__ == "__main__":
    main()
