"""Measures a change of the map: the time from the key press to the last draw call.

Pages with one slider each are driven in turn: an empty canvas in a component (the floor), the map of the dashboard, and
two usual ways as their tutorials show them: Plotly Express on a cached GeoJSON, and ``folium.Choropleth`` in
``st_folium``. The clock is that of the page; ``hooks.js`` records every draw call of the browser. Blank frames are
counted in a second pass, because capturing frames costs time. Then the first view is compared with a static page of
plain Leaflet (``first_view``), and for the whole country the memory of the dashboard's server with ten sessions is read
(``sessions``).

    python -m benchmarks.map_change --places 3321 --json

With ``--page`` a page of the dashboard itself is driven beside the empty canvas, on the communes of a province with
simulated figures. Each key press recolours the map, or moves a lever of a scenario. Such a page contains more than its
map, so two times are reported: to the last draw call on the map, and to the last one on the page.

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
from benchmarks.measured_page import HERE, MeasuredPage, count_blank_frames, open_page
from benchmarks.sample_boundaries import count_vertices, sample_collection
from benchmarks.server import ROOT, running

COMPARED_MAPS = HERE / "compared_maps_app.py"
WAYS = {
    "floor": "an empty canvas in a component",
    "ours": "the dashboard's map",
    "plotly": "px.choropleth_map, cached GeoJSON",
    "folium": "folium.Choropleth + st_folium",
    "page": "the dashboard's page",
    "leaflet": "a static page of plain Leaflet",
}
QUICK = ("floor", "ours")
SLOW = ("plotly", "folium")
# The number of changes of a slow way, which takes half a minute for each at 3,321 places.
SLOW_CHANGES = 3
# The number of changes in which blank frames are counted.
FRAME_CHANGES = {"ours": 4, "plotly": 2, "folium": 2}
# From this number of places on, the boundaries are those of the country.
NATIONAL = 3321
# The control of the colours: value, status, coverage.
COLOUR = '[class*="st-key-view-colour"] button'
SCOPE = "kieu=mo-phong&tinh=60&cap=xa"
# The button that adds one to the first lever of a scenario.
MORE = ".st-key-more-0 button"


def recolour(page: Page, steps: int) -> None:
    """Colour the map by status and by value in turn."""
    page.locator(COLOUR).nth(1 - steps % 2).focus()
    page.keyboard.press("Enter")


def raise_lever(page: Page, steps: int) -> None:  # noqa: ARG001 - each press gives a value that was not used before
    """Raise the first lever by one."""
    page.locator(MORE).focus()
    page.keyboard.press("Enter")


def lever_query() -> str:
    """Return the query string of a scenario that adds a point to the indicator of every commune."""
    from indicators import scenario_code
    from indicators.scenario import Group, Lever, Scenario

    lever = Lever("add", Group("all", (), "commune"), 1.0, "online_dossier_share")
    return f"&kb={scenario_code.encode([Scenario('A', (lever,))])}"


ACTIONS = {
    "ban-do": "coloured by value and by status in turn",
    "kich-ban": "a lever on all communes raised by one point, each time to a value that was not used before",
}
# For each page: the function that presses the key, the control that it presses, and the rest of the query string.
DRIVERS: dict[str, tuple[Callable[[Page, int], None], str, Callable[[], str]]] = {
    "ban-do": (recolour, COLOUR, str),
    "kich-ban": (raise_lever, MORE, lever_query),
}


@dataclass(frozen=True)
class Measurements:
    """The measurements of one run.

    Attributes
    ----------
    pages : list of MeasuredPage
        One for each way, the floor first.
    blanks : dict of str to int
        The number of blank frames by way.
    first_views : dict of str to list of float
        The milliseconds of first views by way.
    version : str
        Of the browser.
    """

    pages: list[MeasuredPage]
    blanks: dict[str, int]
    first_views: dict[str, list[float]]
    version: str


def measure(places: int, steps: int, file: str | None) -> Measurements:
    """Measure every way in turn."""
    environment = {"SAMPLE_BOUNDARIES": str(Path(file).resolve())} if file else {}
    with running(COMPARED_MAPS, **environment) as server, chromium(*SOFTWARE_GL) as browser:
        pages = measure_changes(browser, f"{server}/?places={places}", steps)
        blanks = {
            each.way: count_blank_frames(each, FRAME_CHANGES[each.way])
            for each in pages
            if each.way != "floor"
        }
        for each in pages:
            each.page.context.close()
        urls = {"ours": f"{server}/?places={places}&way=ours", "leaflet": f"{server}/plain/{places}"}
        return Measurements(pages, blanks, first_view.measure_first_views(browser, urls), browser.version)


def measure_changes(browser: Browser, url: str, steps: int) -> list[MeasuredPage]:
    """Change the maps of the quick ways in turn, then those of the slow ways in turn.

    The slow ways are opened last, because their server still works for seconds after the map is drawn.
    """
    pages = []
    for ways, changes in ((QUICK, 2 * steps), (SLOW, min(steps, SLOW_CHANGES))):
        group = [open_page(browser, f"{url}&way={way}", way) for way in ways]
        for each in group:  # the first change warms up the page
            each.step()
            each.drop_measurements()
        for _ in range(changes):
            for each in group:
                each.step()
        pages += group
    return pages


def measure_page(path: str, steps: int) -> tuple[list[MeasuredPage], str]:
    """Measure a page of the dashboard and the empty canvas in turn; return them and the version of the browser."""
    press, control, query = DRIVERS[path]
    with (
        running(COMPARED_MAPS) as compared_maps,
        running(ROOT / "app.py") as dashboard,
        chromium(*SOFTWARE_GL) as browser,
    ):
        pages = [
            open_page(browser, f"{compared_maps}/?way=floor&places=121", "floor"),
            open_page(browser, f"{dashboard}/{path}?{SCOPE}{query()}", "page", press, control),
        ]
        for each in pages * 2:  # the first changes warm up the page
            each.step()
        for each in pages:
            each.drop_measurements()
        for _ in range(steps):
            for each in pages:
                each.step()
        return pages, browser.version


def table_rows(pages: list[MeasuredPage], blanks: dict[str, int]) -> list[dict[str, Any]]:
    """Return one row of the report for each way."""
    floor = statistics.median(pages[0].times)
    return [
        {
            "way": WAYS[each.way],
            "median, ms": f"{statistics.median(each.times):.0f}",
            "spread, ms": f"{min(each.times):.0f}–{max(each.times):.0f}",
            "× floor": f"{statistics.median(each.times) / floor:.2f}",
            "KB a change": f"{statistics.median(each.bytes) / 1000:.1f}",
            "changes": len(each.times),
            "blank frames": f"{blanks[each.way]} in {FRAME_CHANGES[each.way]}" if each.way in blanks else "–",
        }
        for each in pages
    ]


def report_page(path: str, steps: int, as_json: bool) -> None:
    """Measure a page of the dashboard, print, and write the section of the document."""
    pages, version = measure_page(path, steps)
    median = {each.way: statistics.median(each.times) for each in pages}
    finished = statistics.median(pages[1].finished)
    result = {
        "page": path,
        "ratio": round(median["page"] / median["floor"], 3),
        "bytes_per_change": round(statistics.median(pages[1].bytes)),
        "milliseconds": {way: round(time, 1) for way, time in median.items()},
        "finished_milliseconds": round(finished, 1),
        "steps": steps,
    }
    body = (
        f"`python -m benchmarks.map_change --page {path}`: from key press to the last draw call on the map of the page "
        f"itself (on all of the page: {finished:.0f} ms), communes of a province, simulated "
        f"figures, {ACTIONS[path]}, medians of {steps} changes. "
        f"{results.describe_machine(version)}\n\n{results.markdown_table(table_rows(pages, {}))}"
    )
    title = f"A change of the map on the page {path}"
    results.report(f"map_change --page {path}", title, body, result, as_json)


def report_ways(
    option: str,
    collection: dict[str, Any],
    measured: Measurements,
    memory: list[dict[str, float]],
    as_json: bool,
) -> None:
    """Print the measurements of all ways and write the section of the document."""
    places, points = len(collection["features"]), count_vertices(collection)
    invented = option.startswith("--places")
    shapes = "invented shapes as detailed as official ones" if invented else "the file's shapes"
    paragraphs = [
        f"`python -m benchmarks.map_change {option}`: from key press to the last draw call, {places} places "
        f"({shapes}, {points} points), medians. {results.describe_machine(measured.version)}",
        results.markdown_table(table_rows(measured.pages, measured.blanks)),
        "From the navigation to the last draw call, in a browser with an empty cache, both from the same server.",
        results.markdown_table(first_view.table_rows(measured.first_views, WAYS)),
    ]
    if memory:
        paragraphs += [
            "The memory of the dashboard's server, sessions open on `ban-do?moc=2025-07&tinh=VN&cap=xa`, simulated "
            "figures, each on another indicator.",
            results.markdown_table(sessions.table_rows(memory)),
        ]
    title = f"A change of the map, {places} places, {points} points"
    result = {"places": places, "vertices": points, **to_json(measured, memory)}
    results.report(f"map_change {option}", title, "\n\n".join(paragraphs), result, as_json)


def to_json(measured: Measurements, memory: list[dict[str, float]]) -> dict[str, Any]:
    """Return the measurements of all ways as the object that ``--json`` prints."""
    median = {each.way: statistics.median(each.times) for each in measured.pages}
    sizes = {each.way: statistics.median(each.bytes) for each in measured.pages}
    first = {way: statistics.median(times) for way, times in measured.first_views.items()}
    return {
        "ratio": round(median["ours"] / median["floor"], 3),
        "blank_frames": measured.blanks["ours"],
        "bytes_per_change": round(sizes["ours"]),
        "peers": {WAYS[way]: round(median[way] / median["ours"], 2) for way in SLOW},
        "milliseconds": {way: round(time, 1) for way, time in median.items()},
        "first_view_ratio": round(first["ours"] / first["leaflet"], 3),
        "first_view_milliseconds": {way: round(time, 1) for way, time in first.items()},
        "server_megabytes": {kind: round(size, 1) for kind, size in memory[-1].items()} if memory else None,
        "sessions": sessions.SESSIONS if memory else None,
        "changes": {each.way: len(each.times) for each in measured.pages},
    }


def main() -> None:
    """Measure, print, and write the section of the document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--places", type=int, default=121)
    parser.add_argument("--boundaries", help="a GeoJSON file; without it, an invented country is measured")
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    parser.add_argument("--page", choices=list(DRIVERS), help="a page of the dashboard, by its address")
    options = parser.parse_args()
    if options.page:
        report_page(options.page, options.steps, options.json)
        return

    file = options.boundaries
    collection = sample_collection(options.places, file)
    places = len(collection["features"])
    measured = measure(places, options.steps, file)
    memory = []
    if places >= NATIONAL:
        with chromium() as browser:
            memory = sessions.measure_memory(browser)
    option = f"--boundaries {Path(file).name}" if file else f"--places {options.places}"
    report_ways(option, collection, measured, memory, options.json)


if __name__ == "__main__":
    main()
