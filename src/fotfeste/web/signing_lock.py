"""While the jobseeker signs on the specialist's device, its log-in opens nothing but the signing.

The lock lies in the session on the server: another tab, the back button and a typed address all meet it.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

KEPT_AS = "signing_together"
_OPEN = frozenset(
    {
        "account_logout",
        "set_language",
        "signing",
        "signing_consent",
        "signing_done",
        "signing_not_me",
        "signing_unlock",
    }
)


def lock(request: HttpRequest, signing: UUID) -> None:
    """From now on this log-in opens only the signing. The session gets another id."""
    request.session[KEPT_AS] = signing.hex
    request.session.cycle_key()


def unlock(request: HttpRequest) -> None:
    """The specialist is back."""
    request.session.pop(KEPT_AS, None)
    request.session.cycle_key()


def locked_to(request: HttpRequest) -> UUID | None:
    """The signing that this log-in is locked to."""
    kept = request.session.get(KEPT_AS)
    return UUID(kept) if kept else None


class SigningLock:
    """Leads every other address to the signing, whatever is asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Back to the signing, unless it is a page of it."""
        if locked_to(request) is None:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        return None if name in _OPEN else redirect("signing")
