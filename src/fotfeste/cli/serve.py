"""`fotfeste serve`: pages, API and worker in one command."""

import argparse
import os
import signal
import subprocess
import sys
from types import FrameType

from django.conf import settings

from fotfeste import clock
from fotfeste.cli import doctor

LOOPBACK = "127.0.0.1"
MOST_NAMED = 40
"""So many of those one can log in as are named at the start."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many processes."""
    parser.add_argument("--host", default=LOOPBACK)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1, help="web processes")
    parser.add_argument(
        "--no-worker", action="store_true", help="pages and API only; run `fotfeste worker` elsewhere"
    )


def run(arguments: argparse.Namespace) -> int:
    """Start everything, and stop everything together."""
    if not doctor.may_start():
        return 1
    ensure_seal()
    _make_static_files()
    processes = [] if arguments.no_worker else [_start_worker(f"http://{arguments.host}:{arguments.port}")]
    server = _server(arguments)
    signal.signal(signal.SIGTERM, _stop)
    try:
        _greet(arguments)
        server.serve()
    except KeyboardInterrupt:
        print("\nStopper.")
    finally:
        for process in processes:
            process.terminate()
            process.wait(timeout=20)
    return 0


def ensure_seal() -> None:
    """What documents are sealed with is there before it is asked for. Certificates live by the real clock."""
    from fotfeste.apps.vault.certificate import ensure_sealing_certificate

    ensure_sealing_certificate(at=min(clock.now(), clock.real_now()))


def _server(arguments: argparse.Namespace):  # type: ignore[no-untyped-def]  # granian is imported only here
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    return Server(
        "fotfeste.project.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=4,
        backpressure=64,
        log_access=False,
        log_level=LogLevels.warning,
    )


def _start_worker(address: str) -> subprocess.Popen[bytes]:
    """The worker, told where the pages are: links in mails lead there, or to FOTFESTE_ADDRESS."""
    environment = {"FOTFESTE_ADDRESS": address, **os.environ}
    return subprocess.Popen([sys.executable, "-m", "fotfeste.cli.main", "worker"], env=environment)  # our own


def _make_static_files() -> None:
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def _stop(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _greet(arguments: argparse.Namespace) -> None:
    address = f"http://{arguments.host}:{arguments.port}"
    print(f"\nFotfeste er i gang på {address}   (Ctrl-C stopper)\n")
    if settings.MODE == "production":
        return
    from fotfeste.apps.people.models import Account
    from fotfeste.cli.cast import PASSWORD
    from fotfeste.cli.roles import role_line

    print(
        f"Alt her er oppdiktet. Velg en rolle på {address}/demo, eller logg inn med passordet «{PASSWORD}»:\n"
    )
    for account in Account.objects.filter(acts_for=None).order_by("pk")[:MOST_NAMED]:
        print(f"  {account.username:8} {account.name:18} {role_line(account)}")
    print(flush=True)
