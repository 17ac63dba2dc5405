"""Measures the pages in one running server, each beside a bare view that shows as many rows."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median

from django.conf import settings
from django.db import connection
from django.test import Client

from bench.cpu import milliseconds_of, parent_of
from bench.place import Filled
from bench.server import Server, Visitor
from bench.statements import read_from_end_to_end, sent_by
from fotfeste import clock
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.caseload.mine import caseload_of
from fotfeste.apps.people.acting import acting
from fotfeste.apps.people.models import Account

WARM_UP = 40
"""Requests of each page before anything is counted: every thread is connected, every template read."""


@dataclass(slots=True)
class Figures:
    """What one page costs. CPU in milliseconds a request, one figure for each round."""

    statements: list[int] = field(default_factory=list)
    application: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    size: int = 0
    without_index: list[str] = field(default_factory=list)

    @property
    def cpu(self) -> list[float]:
        """Application and database together, round by round."""
        return [sum(both) for both in zip(self.application, self.database, strict=True)]


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the bare one it is compared to."""

    name: str
    address: str
    bare_address: str
    real: Figures = field(default_factory=Figures)
    bare: Figures = field(default_factory=Figures)

    def both(self) -> Iterator[tuple[str, Figures]]:
        """Each address with its figures."""
        yield self.address, self.real
        yield self.bare_address, self.bare


def pages_of(account: Account) -> list[Page]:
    """The three pages, for this specialist and for the person in the middle of the caseload."""
    on = clock.today()
    actor = acting(account, on=on)
    assert actor is not None, "the specialist has a role"
    mine = caseload_of(actor, on=on, purposes={})
    person = mine[len(mine) // 2].public_id
    return [
        Page("Today", "/i-dag", "/bar/i-dag"),
        Page(f"Caseload of {len(mine)}", "/portefoljen", "/bar/portefoljen"),
        Page("A person", f"/personer/{person}", f"/bar/personer/{person}"),
    ]


def logged_in(filled: Filled) -> tuple[Account, Client, str]:
    """The specialist, a browser of Django's own, and the cookie that a real one would have."""
    account = Account.objects.get(username=filled.specialist)
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(account)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return account, client, f"{settings.SESSION_COOKIE_NAME}={session}"


def count_statements(client: Client, pages: list[Page], *, times: int = 10) -> None:
    """Ask for each page several times: the number must not change."""
    for page in pages:
        for address, figures in page.both():
            sent_by(client, address)
            sent = [sent_by(client, address) for _ in range(times)]
            figures.statements = [len(each) for each in sent]
            figures.without_index = read_from_end_to_end(sent[-1])


def measure(server: Server, visitor: Visitor, pages: list[Page], *, requests: int, rounds: int) -> None:
    """Ask for each page many times, in turns with the bare one, and share the CPU time out."""
    database = _database_clock()
    for page in pages:
        for address, figures in page.both():
            figures.size = [len(visitor.get(address).body) for _ in range(WARM_UP)][-1]
    for number in range(rounds):
        for page in pages:
            for address, figures in page.both():
                _one_round(server, visitor, address, figures, database, requests)
        print(f"Round {number + 1} of {rounds}", file=sys.stderr)


def rows_in_the_log() -> int:
    """How far the log has come."""
    last = LogRow.objects.order_by("-seq").values_list("seq", flat=True).first()
    return last or 0


def _one_round(
    server: Server,
    visitor: Visitor,
    address: str,
    figures: Figures,
    database: Callable[[], float],
    requests: int,
) -> None:
    before, before_database = milliseconds_of(server.pid), database()
    took = [visitor.get(address).milliseconds for _ in range(requests)]
    figures.application.append((milliseconds_of(server.pid) - before) / requests)
    figures.database.append((database() - before_database) / requests)
    figures.wall.append(median(took))


def _database_clock() -> Callable[[], float]:
    """CPU time of the database, all its processes together. SQLite works inside the application: none."""
    if connection.vendor == "sqlite":
        return lambda: 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    postmaster = parent_of(backend)
    connection.close()
    return lambda: milliseconds_of(postmaster)
