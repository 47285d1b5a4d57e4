"""How long the dashboard takes to be there: from the command to the first painted page.

The server is started afresh each time, its bytecode warm, and a Chromium that already runs opens the page as soon
as the port answers. Painted means: the page's own content stands, no skeleton does, and a frame has been presented
since. Every start of the dashboard is followed by one of an empty Streamlit app.

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
    """An app to be started: its script, and what stands on its page once it is really there."""

    name: str
    script: Path
    content: str
    page: str = ""


EMPTY = App("an empty Streamlit app", HERE / "empty.py", "text=Xong")
MAP = "[data-testid=stMain] .choropleth .ground canvas"
# Nothing of the page is still to come: the script has ended and no element is left from before it.
FINISHED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === "notRunning" && !document.querySelector('[data-testid="stSkeleton"]');
}"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def start(app: App, browser: Browser) -> tuple[float, float]:
    """Start an app and return the seconds until its server answers and until its page is painted."""
    port = free_port()
    begun = time.perf_counter()
    server = launch(app.script, port)
    try:
        while not answers(port):
            if server.poll() is not None or time.perf_counter() - begun > 120:
                raise RuntimeError(f"{app.name} does not start")
            time.sleep(0.01)
        answered = time.perf_counter() - begun
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(f"http://localhost:{port}/{app.page}", wait_until="commit")
        page.locator(app.content).first.wait_for(timeout=120_000)
        page.wait_for_function(FINISHED, timeout=120_000, polling="raf")
        page.evaluate(PAINTED)
        painted = time.perf_counter() - begun
        page.close()
        return answered, painted
    finally:
        stop(server)


def main() -> None:
    """Measure, print, write the document's section."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--page", default="tong-quan", help="the page to open, by its address")
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    asked = parser.parse_args()

    dashboard = App(f"the dashboard, {asked.page}", ROOT / "app.py", MAP, asked.page)
    apps = (EMPTY, dashboard)
    with chromium() as browser:
        for app in apps:  # writes the bytecode, fills the disk's cache
            start(app, browser)
        runs: dict[str, list[tuple[float, float]]] = {app.name: [] for app in apps}
        for _ in range(asked.times):
            for app in apps:
                runs[app.name].append(start(app, browser))
        version = browser.version

    floor = statistics.median(painted for _, painted in runs[EMPTY.name])
    rows = [
        {
            "app": name,
            "server answers, s": f"{statistics.median(answered for answered, _ in times):.2f}",
            "page painted, s": f"{statistics.median(painted for _, painted in times):.2f}",
            "spread, s": f"{min(painted for _, painted in times):.2f}–{max(painted for _, painted in times):.2f}",
            "× empty": f"{statistics.median(painted for _, painted in times) / floor:.2f}",
        }
        for name, times in runs.items()
    ]
    ours = statistics.median(painted for _, painted in runs[dashboard.name])
    result = {
        "ratio": round(ours / floor, 3),
        "peers": {EMPTY.name: round(floor / ours, 3)},
        "seconds": {"empty": round(floor, 3), "ours": round(ours, 3)},
        "page": asked.page,
        "times": asked.times,
    }
    told = (
        f"`python -m benchmarks.start --page {asked.page}`: from the command to the first painted page, "
        f"bytecode warm, medians of {asked.times} starts in turn. {results.describe_machine(version)}\n\n{results.markdown_table(rows)}"
    )
    results.report(f"start {asked.page}", f"Start, {asked.page}", told, result, asked.json)


if __name__ == "__main__":
    main()
