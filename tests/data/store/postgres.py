"""A PostgreSQL server of the tests' own, on a free port, gone when they end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def program(name: str) -> str | None:
    """Return where a program of PostgreSQL is; Debian keeps them out of PATH."""
    return shutil.which(name, path=os.pathsep.join([*map(str, PLACES), os.environ.get("PATH", "")]))


@contextmanager
def running() -> Iterator[str]:
    """Start an empty server and give its address."""
    with tempfile.TemporaryDirectory(prefix="postgres-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        own = _owner(Path(folder))
        data = f"{folder}/data"
        _run(own, program("initdb"), "-D", data, "-U", "indicator", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        _run(own, program("pg_ctl"), "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://indicator@127.0.0.1:{port}/postgres"
        finally:
            _run(own, program("pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop")


def _owner(folder: Path) -> dict[str, object]:
    """Return as whom to run the programs: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _run(own: dict[str, object], *command: str | None) -> None:
    # pg_ctl leaves the server with its standard output, which would keep a pipe open for ever.
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **own)
