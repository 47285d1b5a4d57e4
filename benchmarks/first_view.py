"""Measures the first view of a map: the time from the navigation to the last draw call, with an empty cache.

Two pages are opened in turn: the map of the dashboard on a Streamlit page, and a static page of plain Leaflet with the
same boundaries, colours and tooltips, drawn by the canvas renderer. The same server sends both with the same
compression. The clock of the page starts with the navigation. Each measurement has a new browser context with an empty
cache. The server has already built what it builds only once (the figures, the compressed boundaries).
"""

import statistics

from playwright.sync_api import Browser

from benchmarks.measured_page import HERE, MeasuredPage

TIMES = 5


def measure_first_views(browser: Browser, pages: dict[str, str]) -> dict[str, list[float]]:
    """Open pages in turn, each several times, and return their milliseconds by way.

    Parameters
    ----------
    pages : dict
        Way → URL.
    """
    times: dict[str, list[float]] = {way: [] for way in pages}
    for turn in range(TIMES + 1):
        for way, url in pages.items():
            milliseconds = measure_first_view(browser, way, url)
            if turn:  # the first turn warms up the server
                times[way].append(milliseconds)
    return times


def measure_first_view(browser: Browser, way: str, url: str) -> float:
    """Return the milliseconds from the navigation to the last draw call."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_init_script(path=HERE / "hooks.js")
    page = context.new_page()
    page.goto(url, wait_until="commit")
    MeasuredPage(way, page, context.new_cdp_session(page)).wait_until_drawn()
    milliseconds = float(page.evaluate("__drawn.last - performance.timeOrigin"))
    context.close()
    return milliseconds


def table_rows(times_by_way: dict[str, list[float]], names: dict[str, str]) -> list[dict[str, str]]:
    """Return one row of the report for each way; the last way is the reference of the ratios."""
    median = {way: statistics.median(times) for way, times in times_by_way.items()}
    *_, reference = median.values()
    return [
        {
            "first view": names[way],
            "median, ms": f"{median[way]:.0f}",
            "spread, ms": f"{min(times):.0f}–{max(times):.0f}",
            "× static": f"{median[way] / reference:.2f}",
        }
        for way, times in times_by_way.items()
    ]
