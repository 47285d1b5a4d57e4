"""How long a map takes to be there: from the navigation to the last draw call, in a browser that knows nothing yet.

The product's map, on its Streamlit page, is opened in turn with a page of plain Leaflet: a file with the same
boundaries, colours and tooltips, drawn by Leaflet's canvas renderer, without Streamlit or anything else around it.
Both come from the same running server with the same compression. The clock is the page's own and starts with the
navigation; every time is one of a new browser context with an empty cache. What the server makes once for all (the
figures, the compressed boundaries) is made before.
"""

import statistics

from playwright.sync_api import Browser

from benchmarks.measured_page import HERE, MeasuredPage

TIMES = 5


def first_views(browser: Browser, pages: dict[str, str]) -> dict[str, list[float]]:
    """Open pages in turn, each several times, and return the milliseconds by way.

    Parameters
    ----------
    pages : dict
        Way → address.
    """
    seen: dict[str, list[float]] = {way: [] for way in pages}
    for turn in range(TIMES + 1):
        for way, address in pages.items():
            spent = first_view(browser, way, address)
            if turn:  # the first turn warms the server up
                seen[way].append(spent)
    return seen


def first_view(browser: Browser, way: str, address: str) -> float:
    """Return the milliseconds from the navigation to the last draw call."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.add_init_script(path=HERE / "hooks.js")
    page = context.new_page()
    page.goto(address, wait_until="commit")
    MeasuredPage(way, page, context.new_cdp_session(page)).settle()
    spent = float(page.evaluate("__drawn.last - performance.timeOrigin"))
    context.close()
    return spent


def rows(seen: dict[str, list[float]], names: dict[str, str]) -> list[dict[str, str]]:
    """Return one row of the report for each way; the last is what the others are held against."""
    median = {way: statistics.median(times) for way, times in seen.items()}
    *_, reference = median.values()
    return [
        {
            "first view": names[way],
            "median, ms": f"{median[way]:.0f}",
            "spread, ms": f"{min(times):.0f}–{max(times):.0f}",
            "× static": f"{median[way] / reference:.2f}",
        }
        for way, times in seen.items()
    ]
