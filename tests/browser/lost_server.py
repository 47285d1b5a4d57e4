"""A server that goes away and comes back, and a network that does."""

import contextlib
import socket
import threading
import time

from benchmarks.server import ROOT, answers, free_port, launch, stop


class Host:
    """A server that can be killed and started again on the same port."""

    def __init__(self, state):
        self.state, self.port = str(state), free_port()
        self.address = f"http://localhost:{self.port}"

    def start(self):
        self.server = launch(ROOT / "app.py", self.port, DASHBOARD_STATE=self.state)
        deadline = time.monotonic() + 60
        while not answers(self.port):
            assert time.monotonic() < deadline, "the server does not answer"

    def stop(self):
        stop(self.server)


class Cable:
    """A way to a server that can be cut as a cable is: connections stay open, and nothing arrives."""

    def __init__(self, to):
        self.to, self.whole, self.ends = to, threading.Event(), []

    def mend(self):
        """Carry again; a connection into which something was sent meanwhile is lost with it."""
        self.whole.set()

    def cut(self):
        """Carry nothing; connections stay open."""
        self.whole.clear()

    def tear(self):
        """Cut it so that both ends know: their connections are closed."""
        self.cut()
        for end in self.ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def __enter__(self):
        self.mend()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.mend()
        self.listening.close()

    def _accept(self):
        with contextlib.suppress(OSError):  # the end of the test
            while True:
                near, _ = self.listening.accept()
                far = socket.create_connection(("127.0.0.1", self.to))
                self.ends += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, here, there):
        with contextlib.suppress(OSError):
            while sent := here.recv(65536):
                if not self.whole.is_set():
                    self.whole.wait()
                    break  # what was sent into a cut cable is lost, and its connection with it
                there.sendall(sent)
        for end in (here, there):
            end.close()
