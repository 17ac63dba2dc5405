"""Programs that act for somebody who works here, and their keys: made here, accepted by that somebody."""

import secrets
from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fotfeste import clock
from fotfeste.apps.people.accounts_services import AccountFacts, create_account, staff_accounts
from fotfeste.apps.people.models import Account, ApiToken
from fotfeste.apps.people.tokens_services import issue_token, revoke_token
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.administration_forms import ProgramForm, TokenForm
from fotfeste.web.administration_parts import form_page, tabs, tell
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.programs import state_of
from fotfeste.web.requests import actor


@needs(Ability.ACCOUNT_ADMINISTER)
def programs(request: HttpRequest) -> HttpResponse:
    """Every program, whom it acts for, and where its keys stand."""
    at = clock.now()
    rows = _programs().prefetch_related("tokens").order_by("name", "pk")
    shown = [
        {
            "account": program,
            "tokens": [
                {"token": token, "state": state_of(token, at), "key": new_form_key()}
                for token in program.tokens.all()
            ],
        }
        for program in rows
    ]
    return render(request, "administration/programs.html", {"tabs": tabs("programs"), "programs": shown})


@needs(Ability.ACCOUNT_ADMINISTER)
def new_program(request: HttpRequest) -> HttpResponse:
    """A new program, and whom it acts for."""
    form = ProgramForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return once(request, lambda: _create(request, form), at=clock.now())
    return form_page(request, form, _("Nytt program"), tab="programs", back=reverse("programs"))


@needs(Ability.ACCOUNT_ADMINISTER)
def new_token(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A new key for a program. It is shown in the answer to this form, and never again."""
    program = get_object_or_404(_programs(), public_id=public_id)
    form = TokenForm(request.POST or None)
    shown: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            response = once(request, lambda: _issue(request, form, program, shown), at=clock.now())
            return _shown_once(request, shown[0]) if shown else response
        except Refused as refused:
            tell(form, refused)
    return form_page(
        request,
        form,
        _("Ny nøkkel til {name}").format(name=program.name),
        tab="programs",
        back=reverse("programs"),
    )


@needs(Ability.ACCOUNT_ADMINISTER)
@require_POST
def stop_token(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The key opens nothing from this moment."""

    def do() -> str:
        token = get_object_or_404(ApiToken.objects.filter(account__in=_programs()), public_id=public_id)
        revoke_token(token, by=actor(request), at=clock.now())
        messages.success(request, _("Nøkkelen virker ikke lenger."))
        return reverse("programs")

    return once(request, do, at=clock.now())


def _programs() -> QuerySet[Account]:
    return staff_accounts().exclude(acts_for=None).filter(acts_for__person=None).select_related("acts_for")


def _create(request: HttpRequest, form: ProgramForm) -> str:
    typed = form.cleaned_data
    facts = AccountFacts(typed["name"], f"program-{secrets.token_hex(4)}")
    create_account(facts, acts_for=typed["acts_for"], by=actor(request), at=clock.now())
    messages.success(request, _("Programmet er lagt til. Lag en nøkkel til det."))
    return reverse("programs")


def _issue(request: HttpRequest, form: TokenForm, program: Account, shown: list[str]) -> str:
    typed = form.cleaned_data
    issued = issue_token(
        program,
        typed["label"],
        may_write=typed["may_write"],
        expires_at=datetime.combine(typed["expires_on"], time.max, tzinfo=clock.OSLO),
        on=clock.today(),
        by=actor(request),
        at=clock.now(),
    )
    shown.append(issued.secret)
    return reverse("programs")


def _shown_once(request: HttpRequest, secret: str) -> HttpResponse:
    page = {
        "tabs": tabs("programs"),
        "title": _("Nøkkelen"),
        "secret": secret,
        "text": _(
            "Den vises bare nå. Den virker når den programmet handler for, har godtatt den på sin konto."
        ),
        "back": reverse("programs"),
    }
    return render(request, "administration/secret.html", page)


urlpatterns = [
    path("administrasjon/programmer", programs, name="programs"),
    path("administrasjon/programmer/nytt", new_program, name="new_program"),
    path("administrasjon/programmer/<uuid:public_id>/nokkel", new_token, name="new_token"),
    path("administrasjon/nokler/<uuid:public_id>/stopp", stop_token, name="stop_token"),
]
