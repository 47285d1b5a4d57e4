"""Measures how the script of each page grows with places and months: communes of a province and of the country.

The simulated set is generated for each number of months in a cache and a process of its own, so that runs do not share
data. A page is run as in ``benchmarks.scripts``, on some days in turn: the last day of the set and the days after it,
which every set has.

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
LIMIT = 150  # milliseconds
MONTHS = (1, 36, 60)

Cell = tuple[int, int]  # places, months
Costs = dict[str, tuple[float, float]]  # page → milliseconds on a known day, and on a new one


@dataclass(frozen=True)
class Scope:
    """What is viewed: the query parameters, and the last day for which its places have figures."""

    parameters: dict[str, str]
    last: date


# By number of places. ``ds`` names two communes that the page So sánh compares.
SCOPES = {
    121: Scope({"kieu": "mo-phong", "tinh": "60", "cap": "xa", "ds": "22951,23152"}, date(2025, 6, 30)),
    3321: Scope(
        {"kieu": "mo-phong", "moc": "2025-07", "tinh": "VN", "cap": "xa", "ds": "22945,22888"},
        date(2026, 6, 30),
    ),
}
# The cell to which the limit applies, and the cells from which growth is computed.
LIMITED, FEWER_PLACES, FEWEST_MONTHS, MOST_MONTHS = (3321, 36), (121, 36), (3321, 1), (3321, 60)


def first_day(last: date, months: int) -> date:
    """Return the first day of a span of whole months.

    Examples
    --------
    >>> first_day(date(2026, 6, 30), 1), first_day(date(2026, 6, 30), 36)
    (datetime.date(2026, 6, 1), datetime.date(2023, 7, 1))
    """
    return (pd.Period(last, "M") - (months - 1)).start_time.date()


def measure_cell(cell: Cell, pages: list[str], days: int, rounds: int, cache: str) -> Costs:
    """Generate the set of a cell and return the costs of the pages on it.

    It changes the span of the simulated set, so it needs a process of its own.
    """
    from data import simulated

    places, months = cell
    scope = SCOPES[places]
    os.environ["DASHBOARD_CACHE"] = cache
    simulated.FIRST, simulated.LAST = first_day(scope.last, months), scope.last
    viewed_days = [(scope.last + timedelta(days=each)).isoformat() for each in range(days)]
    empty = scripts.open_session(scripts.EMPTY, scope=scope.parameters)
    times = {scripts.REFERENCE: scripts.measure(empty, viewed_days, rounds)}
    for page in pages:
        session = scripts.open_session(scripts.SHELL, page, scope.parameters)
        times[page] = scripts.measure(session, viewed_days, rounds)
        if page == "kich-ban":
            times[scripts.LEVER_TURNED] = scripts.measure(session, scripts.scenario_codes(days), rounds, "kb")
    return {page: (scripts.median(known), scripts.median(new)) for page, (new, known) in times.items()}


def measure_cells(pages: list[str], days: int, rounds: int) -> dict[Cell, Costs]:
    """Return the costs of every cell, measured one after the other."""
    costs: dict[Cell, Costs] = {}
    for cell in [(places, months) for months in MONTHS for places in SCOPES]:
        with (
            tempfile.TemporaryDirectory() as cache,
            ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process,
        ):
            costs[cell] = process.submit(measure_cell, cell, pages, days, rounds, cache).result()
    return costs


def growth(costs_by_cell: dict[Cell, Costs], page: str, less: Cell, more: Cell) -> float:
    """Return the ratio of the costs of a page on a known day in two cells."""
    return costs_by_cell[more][page][0] / costs_by_cell[less][page][0]


def table_rows(costs_by_cell: dict[Cell, Costs]) -> list[dict[str, str]]:
    """Return one row of the report for each page: its cost in each cell, and its growth."""
    cells = sorted(costs_by_cell)
    return [
        {
            "page": page,
            **{
                f"{places:,} × {months}": f"{costs_by_cell[places, months][page][0]:.0f}"
                for places, months in cells
            },
            "new day, 3,321 × 36": f"{costs_by_cell[LIMITED][page][1]:.0f}",
            "× empty": f"{costs_by_cell[LIMITED][page][0] / costs_by_cell[LIMITED][scripts.REFERENCE][0]:.0f}",
            "places 121 → 3,321": f"× {growth(costs_by_cell, page, FEWER_PLACES, LIMITED):.1f}",
            "months 1 → 60": f"× {growth(costs_by_cell, page, FEWEST_MONTHS, MOST_MONTHS):.1f}",
        }
        for page in costs_by_cell[LIMITED]
    ]


def pages_over_limit(costs_by_cell: dict[Cell, Costs]) -> list[str]:
    """Return the interactive pages that cost more than the limit."""
    return [
        page
        for page in INTERACTIVE
        if page in costs_by_cell[LIMITED] and costs_by_cell[LIMITED][page][0] > LIMIT
    ]


def to_json(costs_by_cell: dict[Cell, Costs]) -> dict[str, object]:
    """Return the report as the object that ``--json`` prints; the key of a cell is "places x months"."""
    pages = list(costs_by_cell[LIMITED])
    named = {f"{places}x{months}": costs for (places, months), costs in costs_by_cell.items()}
    return {
        "p50_ms": {page: {name: round(each[page][0], 1) for name, each in named.items()} for page in pages},
        "new_day_p50_ms": {
            page: {name: round(each[page][1]) for name, each in named.items()} for page in pages
        },
        "ratio": {
            page: round(costs_by_cell[LIMITED][page][0] / costs_by_cell[LIMITED][scripts.REFERENCE][0], 1)
            for page in pages
        },
        "growth_places": {
            page: round(growth(costs_by_cell, page, FEWER_PLACES, LIMITED), 2) for page in pages
        },
        "growth_months": {
            page: round(growth(costs_by_cell, page, FEWEST_MONTHS, MOST_MONTHS), 2) for page in pages
        },
        "limit_ms": LIMIT,
        "over": pages_over_limit(costs_by_cell),
    }


def main() -> None:
    """Measure, print, and write the section of the document."""
    options = scripts.parse_options(__doc__, days=4)
    costs = measure_cells(options.pages, options.days, options.rounds)
    body = (
        f"`python -m benchmarks.scale`: milliseconds of each page's script on a known day, medians of "
        f"{options.days * options.rounds} runs, for places × months of simulated figures: communes of a province, "
        f"and all of the country. Bản đồ, So sánh and Kịch bản show its 3,321 communes; the other pages, "
        f"at the same address, its 34 provinces, as the dashboard does. New: a day that was not viewed before. "
        f"Interactive pages ({', '.join(INTERACTIVE)}) are to stay under {LIMIT} ms at 3,321 × 36. "
        f"{results.describe_machine()}\n\n{results.markdown_table(table_rows(costs))}"
    )
    suffix = scripts.page_suffix(options.pages)
    results.report(
        f"scale{suffix}", f"What grows with places and months{suffix}", body, to_json(costs), options.json
    )


if __name__ == "__main__":
    main()
