"""Killed, full, read-only, two at once: the old state or the new one, never half, and no receipt without data."""

import errno
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import crash
from data import store
from data.loader import TABLES
from data.store import base
from tests.data.store.sending import figure, submission

pytestmark = pytest.mark.journey


def teams() -> dict[str, float]:
    rows = store.observations("2025-03", ["594"], "digital_teams")
    return dict(zip(rows["source"], rows["value"], strict=True))


@pytest.mark.parametrize("often", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["once", "often"])
def test_a_process_killed_while_it_publishes_leaves_a_whole_state_and_no_empty_receipt(
    empty_store: str, monkeypatch: pytest.MonkeyPatch, often: bool
) -> None:
    monkeypatch.delenv("DASHBOARD_CACHE")  # where it is remembered that the project's tables were checked
    monkeypatch.setattr(base, "TABLES", TABLES)  # the killed processes know no other
    Path(os.environ["DASHBOARD_STATE"]).mkdir()
    many = 10 if empty_store == "duckdb" else 3  # a server is another process: it isn't killed
    count = many if often else 1
    found = crash.run_trials(count)
    assert found.violations == []
    assert found.outcomes.total() == count


@pytest.mark.usefixtures("empty_store")
def test_of_two_editors_of_one_figure_one_is_told_that_it_changed() -> None:
    compared = store.revision()
    answers = at_once(
        lambda: store.publish(submission(figure(71), based_on=compared), "Lan"),
        lambda: store.publish(submission(figure(72), based_on=compared), "An"),
    )
    receipts = [each for each in answers if isinstance(each, store.Receipt)]
    refusals = [each for each in answers if isinstance(each, store.StoreRefusal)]
    assert (len(receipts), len(refusals)) == (1, 1)
    assert "người khác đã công bố" in str(refusals[0])
    assert teams()["bao-cao-la-gi"] == {"Lan": 71, "An": 72}[receipts[0].by]


@pytest.mark.usefixtures("empty_store")
def test_editors_of_different_figures_all_come_through() -> None:
    compared = store.revision()
    names = ["digital_teams", "online_dossier_share"]
    answers = at_once(
        *(
            lambda name=name: store.publish(submission(figure(50, indicator=name), based_on=compared), name)
            for name in names
        )
    )
    assert all(isinstance(each, store.Receipt) for each in answers)
    assert store.history()["publication"].tolist() == [1, 2, 3]


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all of them in threads that start together; return what each returned or raised."""
    answers: list[object] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int) -> None:
        start.wait()
        try:
            answers[place] = acts[place]()
        except Exception as error:
            answers[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return answers


def _no_hard_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Thao tác không được phép")


def _publish_three(
    told: multiprocessing.connection.Connection, environment: dict[str, str], number: int
) -> None:
    os.environ.update(environment)
    os.link = _no_hard_links
    place = {"locality": str(594 + number)}
    told.send([store.publish(submission(figure(value, **place)), "Lan").batch for value in (1, 2, 3)])


def test_processes_that_publish_at_once_wait_for_each_other(
    empty_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # None of them finds a store: they create it at once, too, on a disk without hard links.
    monkeypatch.delenv("DASHBOARD_CACHE")  # where it is remembered that the project's tables were checked
    monkeypatch.setattr(base, "TABLES", TABLES)
    processes = multiprocessing.get_context("forkserver")
    pipes = [processes.Pipe(duplex=False) for _ in range(3)]
    children = [
        processes.Process(target=_publish_three, args=(theirs, dict(os.environ), number))
        for number, (_, theirs) in enumerate(pipes)
    ]
    for child, (_, theirs) in zip(children, pipes, strict=True):
        child.start()
        theirs.close()  # or a child that fails would be waited for
    receipts = [mine.recv() for mine, _ in pipes]
    for each in children:
        each.join()
    events = store.history()
    assert events["publication"].tolist() == list(range(1, 11))
    assert {batch for each in receipts for batch in each} <= set(events["batch"])


def test_a_file_that_may_not_grow_keeps_the_old_state_and_takes_the_next_report(duckdb_store: Path) -> None:
    before, size = store.revision(), store.path().stat().st_size
    sent = submission(figure(71), content=os.urandom(3_000_000))
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, allowed[1]))
    try:
        with pytest.raises(store.StoreRefusal, match="đã đầy"):
            store.publish(sent, "Lan")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
        signal.signal(signal.SIGXFSZ, ignored)
    assert store.revision() == before
    assert teams() == {"la-gi": 65}
    store.publish(sent, "Lan")
    assert teams() == {"la-gi": 65, "bao-cao-la-gi": 71}


def test_where_no_store_can_be_made_the_tables_are_shown_and_nothing_is_published(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not even root makes a folder there.
    monkeypatch.setenv("DASHBOARD_STATE", "/sys/khong-ghi-duoc")
    monkeypatch.delenv("INDICATOR_STORE_URL", raising=False)
    monkeypatch.setattr(base, "TABLES", package)
    assert teams() == {"la-gi": 65}
    with pytest.raises(store.StoreRefusal, match="chỉ cho đọc"):
        store.publish(submission(figure(71)), "Lan")
    assert teams() == {"la-gi": 65}


def test_a_server_that_is_away_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATOR_STORE_URL", "postgresql://lan:bi-mat@127.0.0.1:1/so_lieu")
    with pytest.raises(store.StoreRefusal, match="Không kết nối được") as refused:
        store.history()
    assert "127.0.0.1:1/so_lieu" in str(refused.value)
    assert "bi-mat" not in str(refused.value)


def test_a_copy_put_back_is_not_taken_for_what_it_replaces(duckdb_store: Path) -> None:
    store.revision()
    copy = store.path().read_bytes()
    store.publish(submission(figure(71)), "Lan")
    one_way = store.revision()
    store.path().write_bytes(copy)
    store.publish(submission(figure(72)), "Lan")
    assert store.revision().split(".")[0] == one_way.split(".")[0]
    assert store.revision() != one_way
