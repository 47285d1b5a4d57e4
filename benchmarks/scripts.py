"""Measures the script of each page on the server: the median time, beside that of a page with one line of text.

Every page runs in a session of its own in the test runner of Streamlit, on the communes of a province with the complete
simulated set. Each run views another day than the run before, so no run repeats the one before it. A day is new if the
page has not shown it in this process before. It is known afterwards, as in a meeting for everyone but the first viewer.
A lever of a scenario has another value in each run; a value is new until it was used once.

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
EMPTY = HERE / "empty_page.py"
SCOPE = {"kieu": "mo-phong", "tinh": "60", "cap": "xa"}
REFERENCE = "an empty page"
LEVER_TURNED = "kich-ban, a lever turned"
LIMIT = 60  # milliseconds

Times = list[tuple[float, float]]  # wall-clock and processor milliseconds of each run

# A server compiles a page once for all sessions; the test runner would compile it again in each run.
COMPILED = ScriptCache()
vars(app_test)["ScriptCache"] = lambda: COMPILED


def open_session(script: Path, path: str | None = None, scope: dict[str, str] = SCOPE) -> AppTest:
    """Run a script with query parameters in a new session, on one of its pages; the first page by default."""
    os.environ["TIMED"] = str(script)
    test = AppTest.from_file(HERE / "timed_script.py", default_timeout=300)
    for name, text in scope.items():
        test.query_params[name] = text
    test.run()
    if path is not None and path != "tong-quan":
        test.switch_page(str(page_file(path))).run()
    return raise_for_error(test)


def raise_for_error(test: AppTest) -> AppTest:
    """Raise ``RuntimeError`` if the page shows an error, which takes less time than the page itself."""
    if test.exception or test.error:
        raise RuntimeError(f"the page fails: {[*test.exception, *test.error]}")
    return test


def timed_run(test: AppTest, name: str, text: str) -> tuple[float, float]:
    """Run with one changed query parameter; return the wall-clock and processor milliseconds of the script."""
    test.query_params[name] = text
    wall, processor = raise_for_error(test.run()).session_state["timed"]
    return 1000 * wall, 1000 * processor


def measure(test: AppTest, texts: list[str], rounds: int, name: str = "ngay") -> tuple[Times, Times]:
    """Return the times of runs with new values of a query parameter, and of runs with the same values again."""
    new = [timed_run(test, name, text) for text in texts]
    known = [timed_run(test, name, text) for _ in range(rounds) for text in texts]
    return new, known


def month_ends(count: int) -> list[str]:
    """Return the newest month ends of the simulated set in which districts existed."""
    from queries import observations
    from queries.view import View

    view = View(kind="simulated", province=SCOPE["tinh"])
    last = observations.as_of(view)
    return [day.date().isoformat() for day in observations.period_ends(view) if day <= last][:count]


def scenario_codes(count: int) -> list[str]:
    """Return the codes of scenarios that add one point, two points … to the indicator of every commune."""
    from indicators import scenario_code
    from indicators.scenario import Group, Lever, Scenario

    everyone = Group("all", (), "commune")
    levers = [Lever("add", everyone, float(points), "online_dossier_share") for points in range(1, count + 1)]
    return [scenario_code.encode([Scenario("A", (lever,))]) for lever in levers]


def table_rows(measured: dict[str, tuple[Times, Times]]) -> list[dict[str, str]]:
    """Return one row of the report for each page."""
    empty = median(measured[REFERENCE][1])
    return [
        {
            "page": page,
            "known day, ms": f"{median(known):.0f}",
            "95 of 100 below, ms": f"{statistics.quantiles([wall for wall, _ in known], n=20)[-1]:.0f}",
            "processor, ms": f"{median(known, 1):.0f}",
            "new day, ms": f"{median(new):.0f}",
            "× empty": f"{median(known) / empty:.1f}",
        }
        for page, (new, known) in measured.items()
    ]


def median(times: Times, part: int = 0) -> float:
    """Return the median of the wall-clock times (part 0) or of the processor times (part 1)."""
    return statistics.median(each[part] for each in times)


def parse_options(description: str | None, days: int) -> argparse.Namespace:
    """Parse the command line of a measurement of the pages: ``days``, ``rounds``, ``pages``, ``json``."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=int, default=days, help="how many days are viewed in turn")
    parser.add_argument("--rounds", type=int, default=4, help="how often each day is viewed again")
    parser.add_argument("--pages", nargs="*", choices=list(FOLDERS), default=list(FOLDERS))
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    return parser.parse_args()


def page_suffix(pages: list[str]) -> str:
    """Return the pages as a suffix for the name of a section; "" if they are all pages."""
    return "" if pages == list(FOLDERS) else f" {' '.join(pages)}"


def main() -> None:
    """Measure, print, and write the section of the document."""
    options = parse_options(__doc__, days=8)
    days, rounds = month_ends(options.days), options.rounds
    measured = {REFERENCE: measure(open_session(EMPTY), days, rounds)}
    measured |= {page: measure(open_session(SHELL, page), days, rounds) for page in options.pages}
    if "kich-ban" in options.pages:
        session = open_session(SHELL, "kich-ban")
        measured[LEVER_TURNED] = measure(session, scenario_codes(options.days), rounds, "kb")
    empty = median(measured[REFERENCE][1])
    result = {
        "p50_ms": {page: round(median(known), 1) for page, (_, known) in measured.items()},
        "new_day_p50_ms": {page: round(median(new), 1) for page, (new, _) in measured.items()},
        "processor_p50_ms": {page: round(median(known, 1), 1) for page, (_, known) in measured.items()},
        "ratio": {page: round(median(known) / empty, 2) for page, (_, known) in measured.items()},
        "limit_ms": LIMIT,
        "runs": options.days * rounds,
    }
    body = (
        f"`python -m benchmarks.scripts`: medians of {options.days * rounds} runs of each page's script on the "
        f"communes of a province, simulated figures, {options.days} days in turn. Known: a day that was viewed "
        f"before in any session; new: a day that was not; likewise the value of a lever, which is raised by a point "
        f"in each run. {results.describe_machine()}\n\n{results.markdown_table(table_rows(measured))}"
    )
    suffix = page_suffix(options.pages)
    results.report(f"scripts{suffix}", f"The pages' scripts{suffix}", body, result, options.json)


if __name__ == "__main__":
    main()
