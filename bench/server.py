"""A running Fotfeste to measure: `fotfeste serve` with one web process and no worker, on a free port."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bench.place import ROOT


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    pid: int
    port: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: how long it took as seen from outside, and what came."""

    milliseconds: float
    body: bytes


class Visitor:
    """Somebody who is logged in and asks for one page after the other."""

    def __init__(self, server: Server, cookie: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.headers = {"Cookie": cookie, "Accept-Language": "nb"}

    def get(self, address: str) -> Answer:
        """One page. Anything but 200 ends the measuring: a refusal is fast, and tells nothing."""
        began = time.perf_counter()
        self.connection.request("GET", address, headers=self.headers)
        response = self.connection.getresponse()
        body = response.read()
        took = (time.perf_counter() - began) * 1000
        if response.status != http.HTTPStatus.OK:
            sys.exit(f"{address} answered {response.status}.")
        return Answer(took, body)


@contextmanager
def serving() -> Iterator[Server]:
    """A server for this process's installation, gone again afterwards."""
    port = _free_port()
    command = [sys.executable, "-m", "fotfeste.cli.main", "serve", "--no-worker", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _wait_for(process, port)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    sys.exit("The server did not come up.")
