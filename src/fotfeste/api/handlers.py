"""Every failure becomes a Problem: what the door, the rules, the schema and the database can say."""

import logging
import math
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import InternalError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from fotfeste.api import faults
from fotfeste.api.problems import Conflict, problem, refused, shown
from fotfeste.api.trouble import ONE_DOOR, Stale, Trouble
from fotfeste.apps.consents.door import Denied
from fotfeste.domain.verdict import Refused, because
from fotfeste.web.limits import TooOften

log = logging.getLogger("fotfeste.api")


def trouble(request: HttpRequest, error: Trouble) -> HttpResponse:
    """What this door itself has against the call."""
    reasons = [*error.reasons, *(shown(reason) for reason in error.verdict)]
    answer = problem(request, error.status, error.code, reasons)
    for name, value in (error.headers or {}).items():
        answer[name] = value
    return answer


def denied(request: HttpRequest, error: Denied) -> HttpResponse:
    """The door stayed shut: with the reason for one who may know of the person, else not found."""
    if not error.decision.may_know:
        return problem(request, 404, "api.not-found")
    code = error.decision.reason_code or "access.not-this-part"
    return refused(request, 403, code, (because(code, ONE_DOOR),))


def refused_by_rules(request: HttpRequest, error: Refused) -> HttpResponse:
    """The rules refuse the act, as things stand now."""
    return refused(request, 409, "api.refused", error.verdict)


def stale(request: HttpRequest, error: Stale) -> HttpResponse:
    """Somebody else was first: both values, so that nothing is lost."""
    conflict = Conflict(
        sent_version=error.sent_version,
        current_version=error.current_version,
        sent=_sent(request),
        current=dict(error.current),
    )
    return problem(
        request, 412, "api.stale", conflict=conflict, headers={"ETag": f'"{error.current_version}"'}
    )


def too_often(request: HttpRequest, error: TooOften) -> HttpResponse:
    """More calls than the limit allows."""
    return problem(request, 429, "api.too-often", headers={"Retry-After": str(math.ceil(error.wait))})


def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What was sent is not what the schema says."""
    return problem(request, 422, "api.not-understood", faults.reasons_of(error.errors))


def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    """Not here."""
    return problem(request, 404, "api.not-found")


def unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    """What was sent cannot be read at all."""
    return problem(request, 400, "api.unreadable")


def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """More was sent than can be taken."""
    return problem(request, 413, "api.too-large")


def busy(request: HttpRequest, error: Exception) -> HttpResponse:
    """The database had no time for us."""
    log.warning("busy request=%s", getattr(request, "request_id", ""))
    return problem(request, 503, "api.busy", headers={"Retry-After": "5"})


def fault(request: HttpRequest, error: Exception) -> HttpResponse:
    """A fault of ours. The log tells where; the answer tells only which call it was."""
    log.error("fault request=%s", getattr(request, "request_id", ""), exc_info=error)
    return problem(request, 500, "api.fault")


_HANDLERS: tuple[tuple[type[Exception], Any], ...] = (
    (Trouble, trouble),
    (Denied, denied),
    (Refused, refused_by_rules),
    (Stale, stale),
    (TooOften, too_often),
    (ValidationError, not_understood),
    (Http404, not_found),
    (HttpError, unreadable),
    (MultiPartParserError, unreadable),
    (UnreadablePostError, unreadable),
    (BadRequest, unreadable),
    (SuspiciousOperation, unreadable),
    (RequestDataTooBig, too_large),
    (OperationalError, busy),
    (InternalError, busy),
    (Exception, fault),
)


def handle_failures(api: NinjaAPI) -> None:
    """Tell the API how each failure is answered."""
    for kind, handler in _HANDLERS:
        api.add_exception_handler(kind, handler)


def _sent(request: HttpRequest) -> dict[str, Any]:
    import json

    found = json.loads(request.body)
    return found if isinstance(found, dict) else {}
