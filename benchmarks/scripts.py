"""What a page's script costs on the server: the median of each page, beside a page with one line of text.

Every page is run in a session of its own through Streamlit's own test runner, on the communes of a province with the
complete simulated set. Each run looks from another day than the one before, so that nothing is measured that was only
left from it. A day is new when nobody in this process has looked from it on this page; it is known when somebody has,
which is what everyone but the first finds in a meeting. A lever of a scenario is turned as a meeting turns it: to
another amount in each run, new until somebody has turned it so far.

    python -m benchmarks.scripts --json
"""

import argparse
import os
import statistics
from pathlib import Path

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test

from benchmarks import results
from components.page_links import FOLDERS, PAGES, page_file

HERE = Path(__file__).resolve().parent
SHELL = PAGES.parent / "components" / "shell.py"
EMPTY = HERE / "empty.py"
SCOPE = {"kieu": "mo-phong", "tinh": "60", "cap": "xa"}
REFERENCE = "an empty page"
TURNED = "kich-ban, a lever turned"
LIMIT = 60

Times = list[tuple[float, float]]

# A server compiles a page once for everybody; the test runner would compile it again in each run.
COMPILED = ScriptCache()
app_test.ScriptCache = lambda: COMPILED


def opened(script: Path, path: str | None = None, scope: dict[str, str] = SCOPE) -> AppTest:
    """Open a script on a scope of the address, at one of its pages (the first without a choice)."""
    os.environ["TIMED"] = str(script)
    test = AppTest.from_file(HERE / "timed.py", default_timeout=300)
    for name, text in scope.items():
        test.query_params[name] = text
    test.run()
    if path not in (None, "tong-quan"):
        test.switch_page(str(page_file(path))).run()
    return checked(test)


def checked(test: AppTest) -> AppTest:
    """Raise ``RuntimeError`` if the page shows an error instead of itself: that would be quick."""
    if test.exception or test.error:
        raise RuntimeError(f"the page fails: {[*test.exception, *test.error]}")
    return test


def run(test: AppTest, name: str, text: str) -> tuple[float, float]:
    """Change one thing in the address and return the script's milliseconds, by the clock and of the processor."""
    test.query_params[name] = text
    wall, processor = checked(test.run()).session_state["timed"]
    return 1000 * wall, 1000 * processor


def measure(test: AppTest, texts: list[str], rounds: int, name: str = "ngay") -> tuple[Times, Times]:
    """Return the times on new days or other texts of the address, and on the same ones when they are known."""
    new = [run(test, name, text) for text in texts]
    known = [run(test, name, text) for _ in range(rounds) for text in texts]
    return new, known


def days(count: int) -> list[str]:
    """Return the newest month ends of the simulated set that the districts lived to see."""
    from queries import observations
    from queries.view import View

    asked = View(kind="simulated", province=SCOPE["tinh"])
    last = observations.as_of(asked)
    return [day.date().isoformat() for day in observations.period_ends(asked) if day <= last][:count]


def levers(count: int) -> list[str]:
    """Return scenarios that add one point, two points … to the indicator of every commune."""
    from indicators import scenario_code
    from indicators.scenario import Group, Lever, Scenario

    everyone = Group("all", (), "commune")
    pulled = [Lever("add", everyone, float(points), "online_dossier_share") for points in range(1, count + 1)]
    return [scenario_code.encode([Scenario("A", (lever,))]) for lever in pulled]


def rows(measured: dict[str, tuple[Times, Times]]) -> list[dict[str, str]]:
    """Return one row of the report for each page."""
    floor = median(measured[REFERENCE][1])
    return [
        {
            "page": page,
            "known day, ms": f"{median(known):.0f}",
            "95 of 100 below, ms": f"{statistics.quantiles([wall for wall, _ in known], n=20)[-1]:.0f}",
            "processor, ms": f"{median(known, 1):.0f}",
            "new day, ms": f"{median(new):.0f}",
            "× empty": f"{median(known) / floor:.1f}",
        }
        for page, (new, known) in measured.items()
    ]


def median(times: Times, part: int = 0) -> float:
    """Return the median of the clock's times, or with 1 of the processor's."""
    return statistics.median(each[part] for each in times)


def read_options(description: str | None, days: int) -> argparse.Namespace:
    """Read what the command line asks of a measurement of the pages: ``days``, ``rounds``, ``pages``, ``json``."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=int, default=days, help="how many days are looked from in turn")
    parser.add_argument("--rounds", type=int, default=4, help="how often each of them is looked from again")
    parser.add_argument("--pages", nargs="*", choices=list(FOLDERS), default=list(FOLDERS))
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    return parser.parse_args()


def some(pages: list[str]) -> str:
    """Name the pages behind the name of a section; nothing where they are all."""
    return "" if pages == list(FOLDERS) else f" {' '.join(pages)}"


def main() -> None:
    """Measure, print, write the document's section."""
    asked = read_options(__doc__, days=8)
    looked_from = days(asked.days)
    measured = {REFERENCE: measure(opened(EMPTY), looked_from, asked.rounds)}
    measured |= {page: measure(opened(SHELL, page), looked_from, asked.rounds) for page in asked.pages}
    if "kich-ban" in asked.pages:
        turned = opened(SHELL, "kich-ban")
        measured[TURNED] = measure(turned, levers(asked.days), asked.rounds, "kb")
    floor = median(measured[REFERENCE][1])
    result = {
        "p50_ms": {page: round(median(known), 1) for page, (_, known) in measured.items()},
        "new_day_p50_ms": {page: round(median(new), 1) for page, (new, _) in measured.items()},
        "processor_p50_ms": {page: round(median(known, 1), 1) for page, (_, known) in measured.items()},
        "ratio": {page: round(median(known) / floor, 2) for page, (_, known) in measured.items()},
        "limit_ms": LIMIT,
        "runs": asked.days * asked.rounds,
    }
    told = (
        f"`python -m benchmarks.scripts`: medians of {asked.days * asked.rounds} runs of each page's script on the "
        f"communes of a province, simulated figures, {asked.days} days in turn. Known: the day has been looked from "
        f"before, by anyone; new: by nobody; a lever alike, "
        f"turned by a point a run. {results.machine()}\n\n{results.table(rows(measured))}"
    )
    which = some(asked.pages)
    results.tell(f"scripts{which}", f"The pages' scripts{which}", told, result, asked.json)


if __name__ == "__main__":
    main()
