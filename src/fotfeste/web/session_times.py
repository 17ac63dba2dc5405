"""How long a log-in lasts: half an hour idle, a quarter for an employer's contact, and ten hours in all."""

from datetime import datetime, timedelta

from django.http import HttpRequest

from fotfeste import clock
from fotfeste.domain.permissions import Role

IDLE = timedelta(minutes=30)
IDLE_OF: dict[Role, timedelta] = {Role.EMPLOYER_CONTACT: timedelta(minutes=15)}
AT_MOST = timedelta(hours=10)
NOTED_EACH = timedelta(minutes=1)
"""The session is written at most so often only to say that somebody is still here."""

CLOCKS_DIFFER_BY = timedelta(minutes=1)
"""A time further ahead than this was not written by any of our machines; such a log-in is over."""

BEGAN, SEEN, IDLE_FOR = "logged_in_at", "seen_at", "idle_for"


def begin(request: HttpRequest, role: Role | None, *, at: datetime) -> None:
    """A log-in begins now."""
    request.session[BEGAN] = at.timestamp()
    request.session[SEEN] = at.timestamp()
    take_role(request, role)


def take_role(request: HttpRequest, role: Role | None) -> None:
    """From now on the idle time of this role counts."""
    request.session[IDLE_FOR] = (IDLE_OF.get(role, IDLE) if role else IDLE).total_seconds()


def why_over(request: HttpRequest, *, at: datetime) -> str:
    """Why the log-in is over: "idle" or "too_long"; empty while it lasts."""
    now = at.timestamp()
    began, seen = (request.session.get(key, now) for key in (BEGAN, SEEN))
    idle_for = request.session.get(IDLE_FOR, IDLE.total_seconds())
    ahead = CLOCKS_DIFFER_BY.total_seconds()
    if not -ahead <= now - began <= AT_MOST.total_seconds():
        return "too_long"
    return "" if -ahead <= now - seen <= idle_for else "idle"


def still_here(request: HttpRequest, *, at: datetime) -> None:
    """Somebody asked for something. Noted once a minute, not at every click."""
    if at.timestamp() - request.session[SEEN] >= NOTED_EACH.total_seconds():
        request.session[SEEN] = at.timestamp()


def ends_at(request: HttpRequest) -> datetime | None:
    """When the log-in ends at the latest, however busy one is."""
    began = request.session.get(BEGAN)
    return datetime.fromtimestamp(began, tz=clock.UTC) + AT_MOST if began else None
