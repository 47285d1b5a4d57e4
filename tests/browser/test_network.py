"""A server that is open to a network, its system calls watched: it asks nothing outside the machine."""

import re
import shutil
import subprocess
import sys
import time

import pytest
from raw_answer import ask
from settled import settled

from benchmarks.server import ROOT, answers, free_port, stop

# An address of the internet, in a system call that opens a connection or sends something.
ADDRESS = re.compile(r'(?:inet_addr\("([\d.]+)"\)|inet_pton\(AF_INET6, "([\da-f:.]+)")')
OF_THE_MACHINE = {"127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::"}


@pytest.fixture
def watched(browser, tmp_path):
    """Address of a server on all addresses of the machine, and a function that lists whom it asked."""
    if shutil.which("strace") is None:
        pytest.skip("no strace on this machine: what a server asks can't be watched")
    port, calls = free_port(), tmp_path / "calls"
    server = subprocess.Popen(
        [
            "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", calls,
            sys.executable, "-m", "streamlit", "run", "app.py",
            "--server.port", str(port), "--server.address", "0.0.0.0",
        ],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 90
    while not answers(port):
        assert server.poll() is None, server.communicate()[0]
        assert time.monotonic() < deadline, "the server does not answer"
        time.sleep(0.1)

    def ended():
        stop(server)
        found = {one or two for one, two in ADDRESS.findall(calls.read_text("utf-8", "replace"))}
        return found - OF_THE_MACHINE, server.communicate()[0]

    yield f"http://localhost:{port}", ended
    if server.poll() is None:
        stop(server)


def test_a_server_open_to_a_network_asks_nothing_outside(watched, open_page):
    address, ended = watched
    settled(open_page(f"{address}/ban-do")).close()
    # Streamlit asks for the machine's address before it refuses a WebSocket of another origin.
    ask(
        address, "GET", "/_stcore/stream", Connection="Upgrade", Upgrade="websocket", Origin="http://elsewhere.example",
    )  # fmt: skip
    asked, printed = ended()
    assert asked == set()
    assert "External URL" not in printed
    assert "allowedHosts" in printed, "the log does not say that other machines will be refused"
