"""Starts a Streamlit server on a free port for a measurement or a test, and stops it afterwards."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_TIMEOUT = 60  # seconds


def free_port() -> int:
    """Return a port on which no process listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(script: Path, port: int, **environment: str) -> subprocess.Popen[bytes]:
    """Start ``streamlit run`` in the folder of the project; its output is shown if ``SHOW_SERVER`` is set."""
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    output = None if os.environ.get("SHOW_SERVER") else subprocess.DEVNULL
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=output,
        stderr=output,
        start_new_session=True,
    )


def answers(port: int) -> bool:
    """Tell whether the server on a port reports that it is healthy."""
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop a server and wait until its process has ended."""
    os.killpg(server.pid, signal.SIGTERM)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@contextmanager
def running(script: Path, **environment: str) -> Iterator[str]:
    """Run a script and yield its URL; ``RuntimeError`` is raised if it does not answer in time."""
    port = free_port()
    server = launch(script, port, **environment)
    try:
        deadline = time.monotonic() + START_TIMEOUT
        while not answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{script.name} does not answer on port {port}")
            time.sleep(0.05)
        yield f"http://localhost:{port}"
    finally:
        if server.poll() is None:
            stop(server)
