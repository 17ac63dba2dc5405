"""A running Fotfeste for the journeys: its own command, demo people, a place and a port of its own."""

import email
import fcntl
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from functools import cache
from itertools import count
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
FOTFESTE = [sys.executable, "-m", "fotfeste.cli.main"]
READY_WITHIN = 120.0
STOPPED_WITHIN = 15.0
DEMO_DAY = "2026-11-22"
DATABASES = count(1)


def demo_people(place: Path) -> Path:
    """A place with demo people in it, to be copied. Made by the first of those who ask at the same time.

    On PostgreSQL it stays empty: there each house has a database of its own, and makes them anew.
    """
    place.mkdir(exist_ok=True)
    if "DATABASE_URL" in os.environ:
        return place
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "var").exists():
            make_demo_people(place / "made", surroundings(place / "made", DEMO_DAY))
            (place / "made" / "var").rename(place / "var")
    return place


def make_demo_people(place: Path, environment: dict[str, str]) -> None:
    """By the command that people use."""
    place.mkdir(exist_ok=True)
    log_file = place / "demo.log"
    with log_file.open("wb") as log:
        made = subprocess.run(
            [*FOTFESTE, "demo", "--if-missing"], env=environment, stdout=log, stderr=log, check=False
        )
    if made.returncode:
        raise RuntimeError(f"No demo people:\n{end_of(log_file)}")


@contextmanager
def running_house(place: Path, demo: Path, *, today: str = DEMO_DAY, worker: bool = True) -> Iterator[str]:
    """The address of a Fotfeste with demo people, web and worker. Gone, with all it started, afterwards.

    Opened a second time in the same place, on another day, it goes on with what is there.
    Without a worker, what is put in the outbox waits there until `running_worker`.
    """
    environment, port, log_file = surroundings(place, today), free_port(), place / "server.log"
    if "DATABASE_URL" in environment:
        make_demo_people(place, environment)
    elif not (place / "var").exists():
        shutil.copytree(demo / "var", place / "var")
    with log_file.open("wb") as log:
        server = subprocess.Popen(
            [*FOTFESTE, "serve", "--port", str(port), *([] if worker else ["--no-worker"])],
            start_new_session=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        wait_until_alive(port, server, log_file)
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)


@contextmanager
def running_worker(place: Path, address: str, *, today: str = DEMO_DAY) -> Iterator[None]:
    """The worker of a house that was opened without one, for a while."""
    environment = surroundings(place, today) | {"FOTFESTE_ADDRESS": address}
    with (place / "worker.log").open("ab") as log:
        worker = subprocess.Popen(
            [*FOTFESTE, "worker"],
            start_new_session=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        stop(worker)


def letters(place: Path) -> list[EmailMessage]:
    """The mail that has left the house, the oldest first."""
    files = sorted((place / "var" / "mail").glob("*.log"), key=lambda file: file.stat().st_mtime_ns)
    raw = (each for file in files for each in file.read_bytes().split(b"\n" + b"-" * 79 + b"\n"))
    return [email.message_from_bytes(each.lstrip(), policy=default) for each in raw if each.strip()]


def surroundings(place: Path, today: str) -> dict[str, str]:
    """The environment of a demo on this day, with its data in this place."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("FOTFESTE_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "fotfeste.project.settings",
        "FOTFESTE_MODE": "demo",
        "FOTFESTE_TODAY": today,
        "FOTFESTE_VAR": str(place / "var"),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
    }
    if "DATABASE_URL" in os.environ:
        environment["DATABASE_URL"] = database_of_our_own(os.environ["DATABASE_URL"], place)
    return environment


@cache
def database_of_our_own(url: str, place: Path) -> str:
    """A new database for this place on the server of DATABASE_URL, so that parallel runs do not meet."""
    name = f"journeys_{os.getpid()}_{next(DATABASES)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{url.rpartition('/')[0]}/{name}"


def free_port() -> int:
    """A port on loopback that nobody listens to now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def wait_until_alive(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers; otherwise fail with the end of what it wrote."""
    give_up = time.monotonic() + READY_WITHIN
    while time.monotonic() < give_up and server.poll() is None:
        try:
            if is_alive(port):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"Fotfeste did not start:\n{end_of(log)}")


def is_alive(port: int) -> bool:
    """Whether /livez answers as it should. Raises OSError when nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/livez")
        return connection.getresponse().status == http.client.OK
    finally:
        connection.close()


def end_of(log: Path) -> str:
    """What was written last, for a message about what went wrong."""
    return log.read_text(errors="replace")[-4000:]


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server and all it started to end, and see that they do."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, sign)
        except ProcessLookupError:
            break
        try:
            server.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            continue
    server.wait(STOPPED_WITHIN)
