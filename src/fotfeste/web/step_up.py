"""Asked again before something that matters: who has been logged in for a while shows the password once more.

The library asks and remembers (account_reauthenticate): password, code from an app, or passkey.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fotfeste import clock
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.parameters import AGREEMENT_LIMITS
from fotfeste.web import kept_text
from fotfeste.web.session_times import BEGAN

View = TypeVar("View", bound=Callable[..., HttpResponse])
_SECOND_STEPS = frozenset({"mfa"})


def is_fresh(request: HttpRequest, *, at: datetime) -> bool:
    """Whether whoever is logged in has shown who they are a short while ago."""
    on = at.astimezone(clock.OSLO).date()
    limit = timedelta(minutes=AGREEMENT_LIMITS.on(on).step_up_minutes).total_seconds()
    now = at.timestamp()
    if 0 <= now - request.session.get(BEGAN, now) <= limit:
        return True
    shown = [each["at"] for each in get_authentication_records(request) if "at" in each]
    now_for_real = clock.real_now().timestamp()
    return any(0 <= now_for_real - when <= limit for when in shown)


def stepped_up(view: View) -> View:
    """Show the view only to those who are fresh; the others are asked, and come back to where they were.

    What was typed meanwhile stays on the page until then.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_fresh(request, at=clock.now()):
            return view(request, *args, **kwargs)
        ask = f"{reverse('account_reauthenticate')}?{urlencode({'next': request.get_full_path()})}"
        if kept := kept_text.typed(request):
            return render(request, "errors/show_who_again.html", {"kept": kept, "log_in": ask}, status=401)
        return redirect(ask)

    return asked  # type: ignore[return-value]  # the same view, asked first


def signed_by(request: HttpRequest) -> SignedBy:
    """How sure it is who is logged in: with a second step, or with the own log-in alone."""
    methods = {each.get("method") for each in get_authentication_records(request)}
    return SignedBy.SECOND_FACTOR if methods & _SECOND_STEPS else SignedBy.OWN_LOG_IN
