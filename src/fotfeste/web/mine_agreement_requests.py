"""My own requests for an agreement: ask, see where they stand, take one back (A-11)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fotfeste import clock
from fotfeste.apps.agreements.asking import act_ask_for_oneself, act_withdraw
from fotfeste.apps.agreements.seen import access_agreement
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.people.offices import nav_offices
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.agreement_request_forms import OwnAskForm
from fotfeste.web.agreement_requests_shown import listed
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import in_words, tell
from fotfeste.web.requests import actor, read_uuid


@needs(Ability.RECORD_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_agreement_ask(request: HttpRequest) -> HttpResponse:
    """Ask, and see what was asked before."""
    is_sent, status = request.method == "POST", 200
    form = OwnAskForm(request.POST if is_sent else None, offices=nav_offices(), on=clock.today())
    if is_sent:
        status = 422
    if is_sent and form.is_valid():
        try:
            answer = once(request, lambda: _ask(request, form), at=clock.now())
        except OtherContent:
            form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye."))
            status = 409
        except Refused as refused:
            tell(form, refused, {"agreement-request.": "office"}, on=clock.today())
        else:
            messages.success(request, _("Spørsmålet er sendt til kontoret."))
            return answer
    return _page(request, form, status=status)


@needs(Ability.RECORD_OWN)
@require_POST
def my_agreement_withdrawal(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take back a request."""
    try:
        answer = once(request, lambda: _withdraw(request, public_id), at=clock.now())
    except Refused as refused:
        for words in in_words(refused.verdict, on=clock.today()):
            messages.error(request, words)
        return _page(request, OwnAskForm(None, offices=nav_offices(), on=clock.today()), status=409)
    messages.success(request, _("Spørsmålet er trukket."))
    return answer


def _ask(request: HttpRequest, form: OwnAskForm) -> str:
    typed, on = form.cleaned_data, clock.today()
    office, employer = read_uuid(typed["office"]), form.employer_asked()
    act_ask_for_oneself(actor(request), office, employer, typed["wish"], at=clock.now(), on=on)
    return reverse("my_agreement_ask")


def _withdraw(request: HttpRequest, public_id: UUID) -> str:
    act_withdraw(actor(request), public_id, at=clock.now(), on=clock.today())
    return reverse("my_agreement_ask")


def _page(request: HttpRequest, form: OwnAskForm, *, status: int) -> HttpResponse:
    acting, on = actor(request), clock.today()
    found = access_agreement(acting, own_public_id(acting), at=clock.now())
    page = {
        "form": form,
        "form_key": new_form_key(),
        "requests": [listed(each, on=on) for each in found.requests],
    }
    return render(request, "agreements/mine_ask.html", page, status=status)


urlpatterns = [
    path("min-side/avtale/be-om", my_agreement_ask, name="my_agreement_ask"),
    path(
        "min-side/avtale/be-om/<uuid:public_id>/trekk",
        my_agreement_withdrawal,
        name="my_agreement_withdrawal",
    ),
]
