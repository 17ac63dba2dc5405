"""Logs out whoever has been away too long, before anything else is decided."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse

from fotfeste import clock
from fotfeste.web import session_times
from fotfeste.web.log_in import log_out


class Lifetime:
    """Innermost of the layers: those outside it have found the session and given the request its id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _look_at(request, clock.now())
        return self.get_response(request)


def _look_at(request: HttpRequest, at: datetime) -> None:
    if why := session_times.why_over(request, at=at):
        log_out(request, at=at, why=why)
    elif session_times.BEGAN not in request.session:
        session_times.begin(request, None, at=at)
    else:
        session_times.still_here(request, at=at)
