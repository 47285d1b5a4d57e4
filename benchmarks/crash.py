"""Checks a store after kill -9: a process publishes, is killed at a random moment, and the store is checked.

After every trial the store must be complete, in the state before or after a publication, and its history must contain
every receipt that the killed process had returned. In one trial of ten, the kill hits the creation of the store.

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
from typing import Any

import pandas as pd

from benchmarks import results
from data import loader, store

AREA, SOURCE = "60", "bao-cao-60"
REPORTED = ("digital_teams", "smartphone_share")
DAY = pd.Timestamp("2025-03-31")
KILOBYTES = 100
# The messages of a publication: batch, file, observations, explanations, sources, reasons, announcement, receipt.
STEPS = 8
CREATION_EVERY = 10  # trials: one of them starts without a store


@dataclass
class TrialResults:
    """The results of the trials: how many kills hit each step, the violations, and the number of receipts."""

    outcomes: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    receipts: int = 0


def sample_submission(value: float) -> store.Submission:
    """Return a report for every commune of a province.

    All its figures have the same value, so a mixture of two publications can be recognised.
    """
    localities = _tables().localities
    communes = localities[(localities["vintage"] == "2025-03") & (localities["level"] == "commune")]["code"]
    rows = pd.MultiIndex.from_product([communes, REPORTED], names=["locality", "indicator"]).to_frame(
        index=False
    )
    rows = rows.assign(
        vintage="2025-03", period_start=DAY, period_end=DAY, period_basis="stated", value=value,
        qualifier="exact", origin="entered", preferred=True, source=SOURCE,
    )  # fmt: skip
    source = {"source": SOURCE, "publisher": "UBND tỉnh", "title": "Báo cáo", "address": "bao-cao.xlsx"}
    reason = {"check": "jump", "sheet": "1", "cell": "D7", "message": "Tăng", "reason": f"{value}"}
    content = f"{value}".encode() + random.Random(value).randbytes(1024 * KILOBYTES)
    return store.Submission(
        rows, pd.DataFrame(columns=["target", "vintage", "locality", "as_of", "cause", "source"]),
        pd.DataFrame([source]), pd.DataFrame([reason]), "bao-cao.xlsx", content, "2025-03", AREA, "2025-03",
        {"new": len(rows)}, store.revision(),
    )  # fmt: skip


@cache
def _tables() -> loader.Tables:
    return loader.load_tables()


def publish_forever(messages: Connection, first: int) -> None:
    """Publish one report after the other until killed; the progress and the receipt of each are sent as messages."""
    messages.send("opening")
    for value in range(first, sys.maxsize):
        submission = sample_submission(float(value))
        messages.send("publishing")
        receipt = store.publish(submission, "Lan", messages.send)
        messages.send(receipt.batch)


def run_trials(count: int, seed: int = 0) -> TrialResults:
    """Kill a publishing process ``count`` times and check the store each time."""
    trials, chance = TrialResults(), random.Random(seed)
    # Children are forked from a server that has loaded the modules, so that kills hit publishing and not imports.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["data.store", "benchmarks.results"])
    state = Path(os.environ["DASHBOARD_STATE"])
    for number in range(count):
        with tempfile.TemporaryDirectory(dir=state, prefix="new-") as new:
            creating = number % CREATION_EVERY == CREATION_EVERY - 1 and not os.environ.get(
                "INDICATOR_STORE_URL"
            )
            os.environ["DASHBOARD_STATE"] = new if creating else str(state)
            _run_trial(trials, processes, chance, creating, first=1 + 100 * number)
    os.environ["DASHBOARD_STATE"] = str(state)
    return trials


def _run_trial(
    trials: TrialResults,
    processes: multiprocessing.context.ForkServerContext,
    chance: random.Random,
    creating: bool,
    first: int,
) -> None:
    messages, sender = processes.Pipe(duplex=False)
    child = processes.Process(target=_publish_in_child, args=(sender, first, dict(os.environ)), daemon=True)
    child.start()
    sender.close()
    received: list[str | float] = [messages.recv()]
    while not creating and received[-1] != "publishing":
        received.append(messages.recv())
    # Waits for a random step and then for a random moment, so that every step is hit on fast and on slow machines.
    received += [messages.recv() for _ in range(0 if creating else chance.randint(0, STEPS))]
    time.sleep(chance.uniform(0, 1.0 if creating else 0.05))
    child.kill()
    child.join()
    received += _remaining(messages)
    receipts = [each for each in received if isinstance(each, str) and each not in ("opening", "publishing")]
    trials.receipts += len(receipts)
    trials.violations += [f"trial {first}: {each}" for each in find_violations(receipts)]
    trials.outcomes["creating the store" if creating else _step(received)] += 1


def _step(received: list[str | float]) -> str:
    """Return the step in which the process was killed, from its last message."""
    last = received[-1]
    if isinstance(last, float):
        return "announced" if last == 1.0 else "writing"
    return "comparing" if last == "publishing" else "between publications"


def _publish_in_child(messages: Connection, first: int, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    publish_forever(messages, first)


def _remaining(messages: Connection) -> list[str | float]:
    rest: list[str | float] = []
    try:
        while True:
            rest.append(messages.recv())
    except EOFError:
        return rest


def find_violations(receipts: list[str]) -> list[str]:
    """Return a sentence for each violation in the present state of the store."""
    violations = []
    events = store.history()
    missing = set(receipts) - set(events["batch"])
    if missing:
        violations.append(f"receipts without data: {sorted(missing)}")
    if events["publication"].tolist() != list(range(1, len(events) + 1)):
        violations.append("publications with a gap")
    observations = store.observations("2025-03")
    observations = observations[observations["source"] == SOURCE]
    last = events[events["kind"] == "report"].tail(1)
    if last.empty:
        return [*violations, *(["figures without a publication"] if len(observations) else [])]
    return violations + _mixtures(observations, last.iloc[0])


def _mixtures(observations: pd.DataFrame, last: "pd.Series[Any]") -> list[str]:
    """Return a sentence for each part of the store that is not of the last publication."""
    violations = []
    batch, expected = last["batch"], last["counts"]["new"]
    values = observations["value"].unique()
    if set(observations["batch"]) != {batch} or len(values) != 1 or len(observations) != expected:
        violations.append(f"half a publication: {len(observations)} of {expected} figures")
    _, content = store.original(batch)
    if hashlib.sha256(content).hexdigest() != last["sha256"]:
        violations.append("another file than the one published")
    if store.kept_reasons(batch)["reason"].tolist() != [f"{observations['value'].iloc[0]}"]:
        violations.append("reasons of another publication")
    return violations


def main() -> None:
    """Run the trials, print, and write the section of the document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=200, help="how many processes are killed")
    parser.add_argument("--seed", type=int, default=0, help="of the moments of the kills")
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="crash-") as state:
        os.environ["DASHBOARD_STATE"] = state
        trials = run_trials(options.trials, options.seed)
    kills = ", ".join(f"{count} while {step}" for step, count in trials.outcomes.most_common())
    body = (
        f"`python -m benchmarks.crash`: {options.trials} processes killed with SIGKILL: {kills}. After each kill the "
        f"store was checked: is it complete, in the state before or after a publication, and does its history contain "
        f"each of the {trials.receipts} receipts that the killed processes had returned? "
        f"{len(trials.violations)} violations. {results.describe_machine()}"
    )
    body += "".join(f"\n- {each}" for each in trials.violations)
    result = {
        "trials": options.trials,
        "outcomes": dict(trials.outcomes),
        "receipts": trials.receipts,
        "violations": trials.violations,
    }
    results.report("crash", "Killed while publishing", body, result, options.json)
    sys.exit(1 if trials.violations else 0)


if __name__ == "__main__":
    main()
