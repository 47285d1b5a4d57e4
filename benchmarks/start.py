"""Measures the start of the dashboard: the time from the command to the first painted page.

Each start is a new server with existing bytecode. A running Chromium opens the page as soon as the port answers. A page
is painted if its own content is there, no skeleton is left, and a frame has been presented since. Starts of the
dashboard and of an empty Streamlit app alternate.

    python -m benchmarks.start --json
"""

import argparse
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import results
from benchmarks.browser import chromium
from benchmarks.server import ROOT, answers, free_port, launch, stop

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class App:
    """An app to start: its script, the selector of content that shows that its page is complete, and the page."""

    name: str
    script: Path
    content: str
    page: str = ""


EMPTY = App("an empty Streamlit app", HERE / "empty_page.py", "text=Xong")
MAP = "[data-testid=stMain] .choropleth .ground canvas"
# The page is complete: the script has ended and no skeleton is left.
FINISHED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === "notRunning" && !document.querySelector('[data-testid="stSkeleton"]');
}"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def measure_start(app: App, browser: Browser) -> tuple[float, float]:
    """Start an app; return the seconds until its server answers, and until its page is painted."""
    port = free_port()
    started = time.perf_counter()
    server = launch(app.script, port)
    try:
        while not answers(port):
            if server.poll() is not None or time.perf_counter() - started > 120:
                raise RuntimeError(f"{app.name} does not start")
            time.sleep(0.01)
        answered = time.perf_counter() - started
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(f"http://localhost:{port}/{app.page}", wait_until="commit")
        page.locator(app.content).first.wait_for(timeout=120_000)
        page.wait_for_function(FINISHED, timeout=120_000, polling="raf")
        page.evaluate(PAINTED)
        painted = time.perf_counter() - started
        page.close()
        return answered, painted
    finally:
        stop(server)


def main() -> None:
    """Measure, print, and write the section of the document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--page", default="tong-quan", help="the page to open, by its address")
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    options = parser.parse_args()

    dashboard = App(f"the dashboard, {options.page}", ROOT / "app.py", MAP, options.page)
    apps = (EMPTY, dashboard)
    with chromium() as browser:
        for app in apps:  # writes the bytecode and fills the cache of the disk
            measure_start(app, browser)
        runs: dict[str, list[tuple[float, float]]] = {app.name: [] for app in apps}
        for _ in range(options.times):
            for app in apps:
                runs[app.name].append(measure_start(app, browser))
        version = browser.version

    empty = statistics.median(painted for _, painted in runs[EMPTY.name])
    rows = [
        {
            "app": name,
            "server answers, s": f"{statistics.median(answered for answered, _ in times):.2f}",
            "page painted, s": f"{statistics.median(painted for _, painted in times):.2f}",
            "spread, s": f"{min(painted for _, painted in times):.2f}–{max(painted for _, painted in times):.2f}",
            "× empty": f"{statistics.median(painted for _, painted in times) / empty:.2f}",
        }
        for name, times in runs.items()
    ]
    ours = statistics.median(painted for _, painted in runs[dashboard.name])
    result = {
        "ratio": round(ours / empty, 3),
        "peers": {EMPTY.name: round(empty / ours, 3)},
        "seconds": {"empty": round(empty, 3), "ours": round(ours, 3)},
        "page": options.page,
        "times": options.times,
    }
    body = (
        f"`python -m benchmarks.start --page {options.page}`: from the command to the first painted page, "
        f"bytecode warm, medians of {options.times} starts in turn. "
        f"{results.describe_machine(version)}\n\n{results.markdown_table(rows)}"
    )
    results.report(f"start {options.page}", f"Start, {options.page}", body, result, options.json)


if __name__ == "__main__":
    main()
