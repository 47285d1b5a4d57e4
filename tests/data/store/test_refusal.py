"""What hinders the store is recognised in whatever language a system speaks, and said with what to do."""

import errno
import multiprocessing
import os
import resource
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb
import ibis
import psycopg
import pytest

from data import process_lock, store
from data.store import creation, engine, probe
from data.store.refusal import is_collision, refusal_of
from tests.data.store.sending import figure, submission

NOBODY = 65534
HELD, FULL, READ_ONLY = "đang được một chương trình khác mở", "đã đầy", "chỉ cho đọc"
BROKEN, AWAY, SERVER_READ_ONLY = (
    "không đọc được như một kho",
    "Không kết nối được",
    "không cho ghi bằng tài khoản",
)


def teams() -> dict[str, float]:
    rows = store.observations("2025-03", ["594"], "digital_teams")
    return dict(zip(rows["source"], rows["value"], strict=True))


@pytest.fixture
def speaking_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let DuckDB raise what it raises, with a text that says nothing of its cause."""
    connect = ibis.duckdb.connect

    def translated(*arguments: object, **settings: object) -> object:
        try:
            return connect(*arguments, **settings)
        except duckdb.Error as error:
            raise type(error)("输入输出错误") from None

    monkeypatch.setattr(ibis.duckdb, "connect", translated)


@pytest.fixture
def holder(duckdb_store: Path) -> Iterator[Connection]:
    """Another process that has the store open, until something is sent to it."""
    store.revision()
    processes = multiprocessing.get_context("forkserver")
    mine, theirs = processes.Pipe()
    process = processes.Process(target=_hold, args=(theirs, str(store.path())))
    process.start()
    assert mine.recv() == "held"
    yield mine
    process.kill()
    process.join()


def _hold(pipe: Connection, path: str) -> None:
    with duckdb.connect(path):
        pipe.send("held")
        pipe.recv()
    pipe.send("released")


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Take the right to write into a folder and its files; permissions don't hold for root, so it becomes nobody."""
    folder.chmod(0o555)
    for each in folder.iterdir():
        each.chmod(0o444)
    own = os.geteuid()
    if own == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)
        folder.chmod(0o755)
        for each in folder.iterdir():
            each.chmod(0o644)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, allowed[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.usefixtures("speaking_chinese")
def test_a_file_held_by_another_program_is_waited_for_and_then_refused(
    holder: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    with pytest.raises(store.StoreRefusal, match=HELD):
        store.history()
    monkeypatch.setattr(engine, "PATIENCE", 30.0)
    holder.send("let go")
    assert len(store.history()) == 1


def test_a_file_held_for_a_moment_is_waited_for_without_a_word(
    duckdb_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The file is free at the second attempt; the patience that the program itself has must last until then.
    store.revision()
    connect = ibis.duckdb.connect

    def held_once(*_: object, **__: object) -> object:
        monkeypatch.setattr(ibis.duckdb, "connect", connect)
        raise duckdb.IOException("held")

    monkeypatch.setattr(ibis.duckdb, "connect", held_once)
    monkeypatch.setattr(probe, "cause", lambda _, *, write: "held")
    assert len(store.history()) == 1


@pytest.mark.journey
@pytest.mark.usefixtures("speaking_chinese")
def test_a_file_released_before_it_is_asked_who_holds_it_is_opened(
    holder: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = probe.cause

    def ask_too_late(path: Path, *, write: bool) -> probe.Cause | None:
        holder.send("let go")
        assert holder.recv() == "released"
        monkeypatch.setattr(probe, "cause", ask)
        return ask(path, write=write)

    monkeypatch.setattr(probe, "cause", ask_too_late)
    assert len(store.history()) == 1


@pytest.mark.usefixtures("speaking_chinese")
@pytest.mark.parametrize(
    "content",
    [
        b"khong phai kho so lieu" * 500,
        b"",
        b"PK",  # shorter than a header
    ],
)
def test_a_file_that_is_no_store_is_named_and_left_alone(duckdb_store: Path, content: bytes) -> None:
    duckdb_store.mkdir()
    store.path().write_bytes(content)
    with pytest.raises(store.StoreRefusal, match=BROKEN):
        store.history()
    assert store.path().read_bytes() == content


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def overwritten(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + os.urandom(4096) + content[middle + 4096 :]


@pytest.mark.usefixtures("speaking_chinese")
@pytest.mark.parametrize("damage", [cut, overwritten])
def test_a_damaged_store_is_told_as_one(
    duckdb_store: Path,
    damage: Callable[[bytes], bytes],
    restart: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.revision()
    monkeypatch.setattr(engine, "RACE", 0.1)
    store.path().write_bytes(damage(store.path().read_bytes()))
    restart()
    with pytest.raises(store.StoreRefusal, match=BROKEN):
        store.observations()


def test_a_database_without_the_tables_of_a_store_is_no_store(duckdb_store: Path) -> None:
    duckdb_store.mkdir()
    duckdb.connect(str(store.path())).close()
    with pytest.raises(store.StoreRefusal, match=BROKEN):
        store.history()


@pytest.mark.usefixtures("speaking_chinese")
def test_a_store_that_may_not_be_written_is_still_read(
    duckdb_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not in the folder of the test, which nobody else may enter.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setenv("DASHBOARD_STATE", folder)
        store.publish(submission(figure(71)), "Lan")
        with without_rights(Path(folder)):
            assert teams() == {"la-gi": 65, "bao-cao-la-gi": 71}
            with pytest.raises(store.StoreRefusal, match=READ_ONLY):
                store.publish(submission(figure(72)), "Lan")
        assert teams()["bao-cao-la-gi"] == 71


def test_where_files_may_not_grow_the_disk_is_told_as_full(duckdb_store: Path) -> None:
    store.revision()
    error = duckdb.TransactionException("输入输出错误")
    with no_file_larger_than(store.path().stat().st_size + 100_000):
        assert FULL in str(refusal_of(error, write=True))
    assert FULL not in str(refusal_of(error, write=True))


def test_a_disk_too_small_for_a_store_is_told_as_full_and_keeps_no_half_of_one(duckdb_store: Path) -> None:
    # The log fits, but not the file into which it is moved at the end.
    with no_file_larger_than(100_000), pytest.raises(store.StoreRefusal, match=FULL):
        store.publish(submission(figure(71), based_on="0"), "Lan")
    assert not store.path().exists()
    assert teams() == {"la-gi": 65}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_without_room_or_a_used_up_quota_is_told_as_full(
    duckdb_store: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reserve(*_: object) -> None:
        raise OSError(code, "Đĩa không còn chỗ")

    store.revision()
    monkeypatch.setattr(os, "posix_fallocate", reserve)
    assert FULL in str(refusal_of(duckdb.IOException("输入输出错误"), write=True))


def test_where_the_disk_has_little_room_left_it_is_told_as_full(
    duckdb_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A disk of a system that reserves nothing.
    store.revision()
    monkeypatch.setattr(probe.shutil, "disk_usage", lambda _: probe.shutil._ntuple_diskusage(9, 8, 1))
    assert FULL in str(refusal_of(duckdb.IOException("输入输出错误"), write=True))


def with_winerror(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "Từ chối truy cập")
    error.winerror = code
    return error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "không còn chỗ"), FULL),
        (OSError(errno.EDQUOT, "hết hạn ngạch"), FULL),
        (OSError(errno.EROFS, "chỉ đọc"), READ_ONLY),
        (PermissionError(errno.EACCES, "từ chối"), READ_ONLY),
        (with_winerror(5), READ_ONLY),
        (with_winerror(32), HELD),  # a sharing violation
        (OSError(errno.EIO, "lỗi vào ra"), "báo lỗi: .*lỗi vào ra"),
        (psycopg.errors.DiskFull("đĩa đầy"), FULL),
        (psycopg.errors.ReadOnlySqlTransaction("chỉ đọc"), SERVER_READ_ONLY),
        (psycopg.errors.InsufficientPrivilege("không có quyền"), SERVER_READ_ONLY),
        (psycopg.errors.AdminShutdown("đang tắt"), AWAY),
        (psycopg.errors.ConnectionFailure("mất kết nối"), AWAY),
        (psycopg.OperationalError("không tìm thấy máy chủ"), AWAY),
        (psycopg.errors.IoError("lỗi vào ra"), "báo lỗi: lỗi vào ra"),
        (duckdb.OutOfMemoryException("hết bộ nhớ"), "báo lỗi: hết bộ nhớ"),
    ],
)
@pytest.mark.usefixtures("duckdb_store")
def test_a_cause_is_known_by_the_class_or_the_code_of_its_error(error: Exception, sentence: str) -> None:
    with pytest.raises(store.StoreRefusal, match=sentence):
        raise refusal_of(error, write=False) or error


@pytest.mark.parametrize(
    "error",
    [
        KeyError("disk full"),
        duckdb.BinderException("read-only"),
        duckdb.ParserException("no space left"),
        psycopg.errors.UndefinedTable("connection refused"),
        psycopg.errors.SyntaxError("quota"),
    ],
)
@pytest.mark.usefixtures("duckdb_store")
def test_a_bug_is_not_told_as_a_refusal_whatever_its_text_says(error: Exception) -> None:
    assert refusal_of(error, write=True) is None


def test_a_taken_key_is_a_collision_and_nothing_else_is() -> None:
    assert is_collision(duckdb.ConstraintException("khóa trùng"))
    assert is_collision(psycopg.errors.UniqueViolation("khóa trùng"))
    assert not is_collision(psycopg.errors.DiskFull("duplicate key"))


def test_a_server_without_the_right_to_write_is_told_as_one(postgres_store: str) -> None:
    store.revision()
    engine._connections[postgres_store].raw_sql("SET default_transaction_read_only = on").close()
    with pytest.raises(store.StoreRefusal, match=SERVER_READ_ONLY):
        store.publish(submission(figure(71)), "Lan")
    assert teams() == {"la-gi": 65}


def test_a_server_that_ends_the_connection_is_away_and_asked_again_by_the_next_question(
    postgres_store: str,
) -> None:
    store.revision()
    with pytest.raises(store.StoreRefusal, match=AWAY), engine.reading() as con:
        con.raw_sql("SELECT pg_terminate_backend(pg_backend_pid())")
    assert teams() == {"la-gi": 65}


@pytest.mark.journey
def test_a_store_whose_creation_takes_another_process_too_long_is_refused(
    duckdb_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb_store.mkdir()
    processes = multiprocessing.get_context("forkserver")
    mine, theirs = processes.Pipe()
    process = processes.Process(target=_create_for_ever, args=(theirs, str(store.path())))
    process.start()
    assert mine.recv() == "creating"
    monkeypatch.setattr(creation, "PATIENCE", 0.1)
    with pytest.raises(store.StoreRefusal, match=HELD):
        store.publish(submission(figure(71), based_on="0"), "Lan")
    process.kill()  # the system releases the lock of a killed process
    process.join()
    store.publish(submission(figure(71)), "Lan")
    assert sorted(each.name for each in duckdb_store.iterdir()) == ["so-lieu.duckdb", "so-lieu.duckdb.lock"]


def test_a_store_that_another_process_is_creating_is_waited_for(
    duckdb_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its lock is free at the second attempt; without patience the figures would be shown from memory, and none kept.
    attempts = iter([False, True])
    monkeypatch.setattr(process_lock, "try_lock", lambda _: next(attempts))
    assert teams() == {"la-gi": 65}
    assert store.path().exists()


def _create_for_ever(pipe: Connection, path: str) -> None:
    def fill(_: Path) -> None:
        pipe.send("creating")
        pipe.recv()

    creation._fill = fill
    creation.create(Path(path))
