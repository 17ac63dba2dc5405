"""What somebody has typed survives an expired log-in, a stale form key and a busy database.

The answer is a page that shows what was typed and a button that sends it again; nothing is stored on the way.
Only for forms sent from our own pages: another site cannot use it to put words in somebody's mouth.
"""

from dataclasses import dataclass
from urllib.parse import urlencode, urlparse

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

NEVER_SHOWN = frozenset({"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"})


@dataclass(frozen=True, slots=True)
class Typed:
    """One field as it was sent."""

    name: str
    value: str
    is_long: bool


def typed(request: HttpRequest) -> tuple[Typed, ...]:
    """Everything that was typed, but never a password or a code."""
    if request.method != "POST" or not is_from_our_own_page(request):
        return ()
    return tuple(
        Typed(name, value, "\n" in value or len(value) > 60)
        for name, values in request.POST.lists()
        for value in values
        if name not in NEVER_SHOWN
    )


def is_from_our_own_page(request: HttpRequest) -> bool:
    """Whether the form was sent from a page of this house."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    sent_from = urlparse(request.headers.get("Origin") or request.headers.get("Referer") or "")
    return sent_from.netloc == request.get_host()


def log_in_first(request: HttpRequest) -> HttpResponse:
    """To the log-in and back again; what was typed stays on the page until then."""
    kept = typed(request)
    if kept:
        return render(request, "errors/log_in_again.html", {"kept": kept, "log_in": _log_in()}, status=401)
    return to_log_in(request)


def to_log_in(request: HttpRequest) -> HttpResponse:
    """To the log-in and back again, without reading what was sent."""
    return redirect(f"{_log_in()}?{urlencode({'next': request.get_full_path()})}")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's own key was stale, as after a new log-in. Show what was typed; let it be sent again."""
    kept = typed(request)
    return render(request, "errors/form_was_stale.html", {"kept": kept, "reason": reason}, status=403)


def _log_in() -> str:
    return reverse("account_login")
