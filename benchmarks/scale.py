"""What grows with places and months: each page's script on a province's communes and on the country's.

The simulated set is drawn for each number of months anew, in a cache of its own and in a process of its own, so that
nothing is left from a longer one. A page is run as ``benchmarks.scripts`` runs it, from some days in turn: the last day
of the set and those after it, which one month has as well as sixty.

    python -m benchmarks.scale --json
"""

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context

import pandas as pd

from benchmarks import results, scripts

INTERACTIVE = ("tong-quan", "ban-do", "tien-do", "dia-phuong", "so-sanh", "kich-ban", "thay-doi")
LIMIT = 150
MONTHS = (1, 36, 60)

Cell = tuple[int, int]  # places, months
Costs = dict[str, tuple[float, float]]  # page → milliseconds on a known day, and on a new one


@dataclass(frozen=True)
class Scope:
    """What is looked at: an address, and the last day that its places have figures of."""

    address: dict[str, str]
    last: date


# Of each, two communes are compared with each other on So sánh.
SCOPES = {
    121: Scope({"kieu": "mo-phong", "tinh": "60", "cap": "xa", "ds": "22951,23152"}, date(2025, 6, 30)),
    3321: Scope(
        {"kieu": "mo-phong", "moc": "2025-07", "tinh": "VN", "cap": "xa", "ds": "22945,22888"},
        date(2026, 6, 30),
    ),
}
# The cell that the limit is set for, and what its growth is told from.
JUDGED, FEWER_PLACES, FEWEST_MONTHS, MOST_MONTHS = (3321, 36), (121, 36), (3321, 1), (3321, 60)


def first_day(last: date, months: int) -> date:
    """Return the first day of a span of whole months.

    Examples
    --------
    >>> first_day(date(2026, 6, 30), 1), first_day(date(2026, 6, 30), 36)
    (datetime.date(2026, 6, 1), datetime.date(2023, 7, 1))
    """
    return (pd.Period(last, "M") - (months - 1)).start_time.date()


def cost(cell: Cell, pages: list[str], days: int, rounds: int, cache: str) -> Costs:
    """Draw the set of a cell and return what the pages cost on it; alone in its process, whose set it changes."""
    from data import simulated

    places, months = cell
    scope = SCOPES[places]
    os.environ["DASHBOARD_CACHE"] = cache
    simulated.FIRST, simulated.LAST = first_day(scope.last, months), scope.last
    looked_from = [(scope.last + timedelta(days=each)).isoformat() for each in range(days)]
    empty = scripts.open_session(scripts.EMPTY, scope=scope.address)
    timed = {scripts.REFERENCE: scripts.measure(empty, looked_from, rounds)}
    for page in pages:
        test = scripts.open_session(scripts.SHELL, page, scope.address)
        timed[page] = scripts.measure(test, looked_from, rounds)
        if page == "kich-ban":
            timed[scripts.LEVER_TURNED] = scripts.measure(test, scripts.scenario_codes(days), rounds, "kb")
    return {page: (scripts.median(known), scripts.median(new)) for page, (new, known) in timed.items()}


def measured(pages: list[str], days: int, rounds: int) -> dict[Cell, Costs]:
    """Return the costs of every cell, one process after the other."""
    found: dict[Cell, Costs] = {}
    for cell in [(places, months) for months in MONTHS for places in SCOPES]:
        with (
            tempfile.TemporaryDirectory() as cache,
            ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone,
        ):
            found[cell] = alone.submit(cost, cell, pages, days, rounds, cache).result()
    return found


def growth(found: dict[Cell, Costs], page: str, less: Cell, more: Cell) -> float:
    """Return how many times as much a page costs on a known day in one cell as in another."""
    return found[more][page][0] / found[less][page][0]


def rows(found: dict[Cell, Costs]) -> list[dict[str, str]]:
    """Return one row of the report for each page: its cost in each cell, and what it grows with."""
    cells = sorted(found)
    return [
        {
            "page": page,
            **{f"{places:,} × {months}": f"{found[places, months][page][0]:.0f}" for places, months in cells},
            "new day, 3,321 × 36": f"{found[JUDGED][page][1]:.0f}",
            "× empty": f"{found[JUDGED][page][0] / found[JUDGED][scripts.REFERENCE][0]:.0f}",
            "places 121 → 3,321": f"× {growth(found, page, FEWER_PLACES, JUDGED):.1f}",
            "months 1 → 60": f"× {growth(found, page, FEWEST_MONTHS, MOST_MONTHS):.1f}",
        }
        for page in found[JUDGED]
    ]


def over(found: dict[Cell, Costs]) -> list[str]:
    """Return the interactive pages that cost more than the limit."""
    return [page for page in INTERACTIVE if page in found[JUDGED] and found[JUDGED][page][0] > LIMIT]


def result(found: dict[Cell, Costs]) -> dict[str, object]:
    """Return the report as one object; cells are named "places x months"."""
    pages = list(found[JUDGED])
    named = {f"{places}x{months}": costs for (places, months), costs in found.items()}
    return {
        "p50_ms": {page: {name: round(each[page][0], 1) for name, each in named.items()} for page in pages},
        "new_day_p50_ms": {
            page: {name: round(each[page][1]) for name, each in named.items()} for page in pages
        },
        "ratio": {
            page: round(found[JUDGED][page][0] / found[JUDGED][scripts.REFERENCE][0], 1) for page in pages
        },
        "growth_places": {page: round(growth(found, page, FEWER_PLACES, JUDGED), 2) for page in pages},
        "growth_months": {page: round(growth(found, page, FEWEST_MONTHS, MOST_MONTHS), 2) for page in pages},
        "limit_ms": LIMIT,
        "over": over(found),
    }


def main() -> None:
    """Measure, print, write the document's section."""
    asked = scripts.parse_options(__doc__, days=4)
    found = measured(asked.pages, asked.days, asked.rounds)
    told = (
        f"`python -m benchmarks.scale`: milliseconds of each page's script on a known day, medians of "
        f"{asked.days * asked.rounds} runs, for places × months of simulated figures: the communes of a province, and "
        f"all of the country. Bản đồ, So sánh and Kịch bản look at the country by its 3,321 communes; the other pages, "
        f"at the same address, by its 34 provinces, as the dashboard does. New: a day that nobody has looked from. "
        f"Interactive pages ({', '.join(INTERACTIVE)}) are to stay under {LIMIT} ms at 3,321 × 36. "
        f"{results.describe_machine()}\n\n{results.markdown_table(rows(found))}"
    )
    which = scripts.page_suffix(asked.pages)
    results.report(
        f"scale{which}", f"What grows with places and months{which}", told, result(found), asked.json
    )


if __name__ == "__main__":
    main()
