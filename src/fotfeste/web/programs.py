"""The programs that act for me: nothing works before I have said yes, and I can say no at any time."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.people.models import ApiToken
from fotfeste.apps.people.tokens_services import accept_token, revoke_token, tokens_acting_for
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import any_account
from fotfeste.web.requests import actor


@any_account
def my_programs(request: HttpRequest) -> HttpResponse:
    """Every key of a program that acts for me, and where each stands."""
    at = clock.now()
    tokens = [
        {"token": token, "state": state_of(token, at), "key": new_form_key()}
        for token in tokens_acting_for(actor(request).account_id)
    ]
    frame = frame_for(actor(request).person_id)
    return render(request, "account/programs.html", {"tokens": tokens, "frame": frame})


@any_account
@require_POST
def accept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let the program act for me."""
    token = _mine(request, public_id)

    def do() -> str:
        accept_token(token, by=actor(request), at=clock.now())
        messages.success(request, gettext("Programmet kan nå handle på vegne av deg."))
        return reverse("my_programs")

    return once(request, do, at=clock.now())


@any_account
@require_POST
def revoke(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """No more, from this moment."""
    token = _mine(request, public_id)

    def do() -> str:
        revoke_token(token, by=actor(request), at=clock.now())
        messages.success(request, gettext("Nøkkelen virker ikke lenger."))
        return reverse("my_programs")

    return once(request, do, at=clock.now())


def frame_for(person_id: int | None) -> str:
    """The frame of a page that both staff and jobseekers have."""
    return "base.html" if person_id is None else "base_mine.html"


def state_of(token: ApiToken, at: datetime) -> str:
    """Where a key stands: "revoked", "expired", "waiting" or "works"."""
    if token.revoked_at is not None:
        return "revoked"
    if token.expires_at <= at:
        return "expired"
    return "works" if token.accepted_at else "waiting"


def _mine(request: HttpRequest, public_id: UUID) -> ApiToken:
    return get_object_or_404(tokens_acting_for(actor(request).account_id), public_id=public_id)


urlpatterns = [
    path("min-konto/programmer", my_programs, name="my_programs"),
    path("min-konto/programmer/<uuid:public_id>/godta", accept, name="accept_program"),
    path("min-konto/programmer/<uuid:public_id>/stopp", revoke, name="revoke_program"),
]
