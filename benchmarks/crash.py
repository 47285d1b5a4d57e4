"""What kill -9 leaves of a store: a process publishes, is killed at a random moment, and what it leaves is looked at.

Every trial must find the state before or the state after a publication, whole, and every receipt that the killed
process had handed out must be in the history. One trial in ten kills the making of the store itself.

    python -m benchmarks.crash --json
"""

import argparse
import hashlib
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

import pandas as pd

from benchmarks import results
from data import loader, store

AREA, SOURCE = "60", "bao-cao-60"
REPORTED = ("digital_teams", "smartphone_share")
DAY = pd.Timestamp("2025-03-31")
KILOBYTES = 100
# Batch, file, observations, explanations, sources, reasons, the announcement, the receipt.
STEPS = 8
# One trial in so many begins without a store.
FRESH = 10


@dataclass
class Found:
    """What the trials left: how many kills fell where, and everything that should not be."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    receipts: int = 0


def submission(value: float) -> store.Submission:
    """A report of every commune of a province; all of its figures are one number, so that a half would show."""
    localities = _tables().localities
    here = localities[(localities["vintage"] == "2025-03") & (localities["level"] == "commune")]["code"]
    rows = pd.MultiIndex.from_product([here, REPORTED], names=["locality", "indicator"]).to_frame(index=False)
    rows = rows.assign(
        vintage="2025-03", period_start=DAY, period_end=DAY, period_basis="stated", value=value,
        qualifier="exact", origin="entered", preferred=True, source=SOURCE,
    )  # fmt: skip
    about = {"source": SOURCE, "publisher": "UBND tỉnh", "title": "Báo cáo", "address": "bao-cao.xlsx"}
    reason = {"check": "jump", "sheet": "1", "cell": "D7", "message": "Tăng", "reason": f"{value}"}
    content = f"{value}".encode() + random.Random(value).randbytes(1024 * KILOBYTES)
    return store.Submission(
        rows, pd.DataFrame(columns=["target", "vintage", "locality", "as_of", "cause", "source"]),
        pd.DataFrame([about]), pd.DataFrame([reason]), "bao-cao.xlsx", content, "2025-03", AREA, "2025-03",
        {"new": len(rows)}, store.revision(),
    )  # fmt: skip


@cache
def _tables() -> loader.Tables:
    return loader.load_tables()


def publish_for_ever(told: Connection, first: int) -> None:
    """Publish one report after the other, telling how far each is, and each receipt; ended by a kill."""
    told.send("opening")
    for value in range(first, sys.maxsize):
        sent = submission(float(value))
        told.send("publishing")
        told.send(store.publish(sent, "Lan", told.send).batch)


def trials(count: int, seed: int = 0) -> Found:
    """Kill a publishing process so many times and look at what is left each time."""
    found, chance = Found(), random.Random(seed)
    # Modules are loaded once and each child is forked from there: a kill then falls into publishing, not into imports.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["data.store", "benchmarks.report"])
    usual = Path(os.environ["DASHBOARD_STATE"])
    for number in range(count):
        with tempfile.TemporaryDirectory(dir=usual, prefix="fresh-") as fresh:
            making = number % FRESH == FRESH - 1 and not os.environ.get("INDICATOR_STORE_URL")
            os.environ["DASHBOARD_STATE"] = fresh if making else str(usual)
            _trial(found, processes, chance, making, first=1 + 100 * number)
    os.environ["DASHBOARD_STATE"] = str(usual)
    return found


def _trial(
    found: Found,
    processes: multiprocessing.context.ForkServerContext,
    chance: random.Random,
    making: bool,
    first: int,
) -> None:
    mine, theirs = processes.Pipe(duplex=False)
    child = processes.Process(target=_child, args=(theirs, first, dict(os.environ)), daemon=True)
    child.start()
    theirs.close()
    told: list[str | float] = [mine.recv()]
    while not making and told[-1] != "publishing":
        told.append(mine.recv())
    # Up to a step of publishing and a moment into the next: every step is hit, on a quick machine and on a slow one.
    told += [mine.recv() for _ in range(0 if making else chance.randint(0, STEPS))]
    time.sleep(chance.uniform(0, 1.0 if making else 0.05))
    child.kill()
    child.join()
    told += _rest(mine)
    receipts = [each for each in told if isinstance(each, str) and each not in ("opening", "publishing")]
    found.receipts += len(receipts)
    found.wrong += [f"trial {first}: {each}" for each in looked_at(receipts)]
    found.outcomes["making the store" if making else _step(told)] += 1


def _step(told: list[str | float]) -> str:
    if isinstance(told[-1], float):
        return "announced" if told[-1] == 1.0 else "writing"
    return "comparing" if told[-1] == "publishing" else "between publications"


def _child(told: Connection, first: int, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    publish_for_ever(told, first)


def _rest(mine: Connection) -> list[str | float]:
    rest: list[str | float] = []
    try:
        while True:
            rest.append(mine.recv())
    except EOFError:
        return rest


def looked_at(receipts: list[str]) -> list[str]:
    """Say everything that is wrong with the store as it stands."""
    wrong = []
    events = store.history()
    missing = set(receipts) - set(events["batch"])
    if missing:
        wrong.append(f"receipts without data: {sorted(missing)}")
    if events["publication"].tolist() != list(range(1, len(events) + 1)):
        wrong.append("publications with a gap")
    sent = store.observations("2025-03")
    sent = sent[sent["source"] == SOURCE]
    last = events[events["kind"] == "report"].tail(1)
    if last.empty:
        return [*wrong, *(["figures that nobody published"] if len(sent) else [])]
    batch, counts = last["batch"].iloc[0], last["counts"].iloc[0]
    if set(sent["batch"]) != {batch} or len(sent["value"].unique()) != 1 or len(sent) != counts["new"]:
        wrong.append(f"half a publication: {len(sent)} of {counts['new']} figures")
    _, content = store.original(batch)
    if hashlib.sha256(content).hexdigest() != last["sha256"].iloc[0]:
        wrong.append("another file than the one published")
    if store.kept_reasons(batch)["reason"].tolist() != [f"{sent['value'].iloc[0]}"]:
        wrong.append("reasons of another publication")
    return wrong


def main() -> None:
    """Kill, print, write the document's section."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=200, help="how many processes are killed")
    parser.add_argument("--seed", type=int, default=0, help="of the moments of the kills")
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="crash-") as state:
        os.environ["DASHBOARD_STATE"] = state
        found = trials(asked.trials, asked.seed)
    fell = ", ".join(f"{count} while {where}" for where, count in found.outcomes.most_common())
    told = (
        f"`python -m benchmarks.crash`: {asked.trials} processes killed with SIGKILL: {fell}. After each kill the "
        f"store was looked at: is the state the one before or after a publication, whole, and is each of the "
        f"{found.receipts} receipts that the killed processes had handed out in the history? "
        f"{len(found.wrong)} violations. {results.machine()}"
    )
    told += "".join(f"\n- {each}" for each in found.wrong)
    result = {
        "trials": asked.trials, "outcomes": dict(found.outcomes), "receipts": found.receipts,
        "violations": found.wrong,
    }  # fmt: skip
    results.tell("crash", "Killed while publishing", told, result, asked.json)
    sys.exit(1 if found.wrong else 0)


if __name__ == "__main__":
    main()
