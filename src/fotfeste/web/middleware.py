"""What happens to every request: an id, who acts, the policy, and a plain page when things go wrong."""

import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import InternalError, OperationalError
from django.http import HttpRequest, HttpResponse

from fotfeste import clock
from fotfeste.apps.audit.actions import Channel
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.people.acting import Acting, acting
from fotfeste.apps.people.hashing import TooManyInLine
from fotfeste.apps.people.models import Account
from fotfeste.web import errors, kept_text
from fotfeste.web.faults import write_down
from fotfeste.web.once import OtherContent
from fotfeste.web.policy import Level, Policy, policy_of

ACTING_AS = "acting_as"
"""Where the session keeps which of one's roles one acts in."""

NOT_THIS_WAY = 405

log = logging.getLogger("fotfeste.web")

Next = Callable[[HttpRequest], HttpResponse]


class House:
    """Lets nobody past whom the view's policy does not let in, and answers every failure in plain words."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4()  # type: ignore[attr-defined]  # see requests.Asked
        request.acting = None  # type: ignore[attr-defined]  # see requests.Asked
        response = self.get_response(request)
        if response.status_code == NOT_THIS_WAY and not response.content:
            return errors.not_this_way(request, response.get("Allow", ""))
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Find out who acts, and turn away those whom the policy does not let in."""
        match = request.resolver_match
        declared = policy_of(view, match.view_name if match else None)
        if declared is None or (declared.level is Level.DEMO and settings.MODE == "production"):
            return errors.not_found(request)
        request.acting = _acting(request)  # type: ignore[attr-defined]  # see requests.Asked
        return None if declared.lets_in(request.acting) else _turned_away(request, declared)  # type: ignore[attr-defined]  # see requests.Asked

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A plain page for what a view could not do."""
        if isinstance(exception, Denied):
            return errors.denied(request, exception.decision)
        if isinstance(exception, OperationalError | InternalError | TooManyInLine):
            log.warning("busy request=%s", request.request_id)  # type: ignore[attr-defined]  # see requests.Asked
            return errors.busy(request)
        if isinstance(exception, OtherContent):
            return errors.other_content(request)
        if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
            return errors.too_large(request)
        write_down(request, exception)
        return None


def _acting(request: HttpRequest) -> Acting | None:
    account = request.user
    if not isinstance(account, Account):
        return None
    if not account.is_active:
        logout(request)
        return None
    chosen = _chosen(request)
    found = acting(account, on=clock.today(), membership=chosen)
    return found.through(Channel.PAGE, request.request_id) if found else None  # type: ignore[attr-defined]  # see requests.Asked


def _chosen(request: HttpRequest) -> uuid.UUID | None:
    kept = request.session.get(ACTING_AS)
    return uuid.UUID(kept) if kept else None


def _turned_away(request: HttpRequest, declared: Policy) -> HttpResponse:
    if request.user.is_authenticated:
        return errors.not_for_your_role(request)
    return kept_text.log_in_first(request)
