"""Agreements with providers: for the NAV offices they are for, and for the provider itself (F-05)."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.measures.agreements import (
    AgreementSeen,
    StaleAgreement,
    act_agree,
    act_change,
    agreement,
    agreements,
    versions_of,
)
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.acts_conflict import conflict_page
from fotfeste.web.measure_agreement_forms import AgreementForm, start_of
from fotfeste.web.measure_words import KINDS
from fotfeste.web.once import JustSaved, OtherContent, new_form_key, once
from fotfeste.web.pictures.bars import share_picture
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor, read_number

PAGE = ["GET", "HEAD", "POST"]


@needs(Ability.MEASURE_AGREEMENT_READ)
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """Those of one's own office, or of one's own provider."""
    acting, on = actor(request), clock.today()
    found = [_shown(each, on) for each in agreements(acting, on=on)]
    page = {"agreements": found, "may_change": acting.has(Ability.MEASURE_AGREEMENT_KEEP)}
    return render(request, "measures/agreements.html", page)


@needs(Ability.MEASURE_AGREEMENT_READ)
@require_safe
def one(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One agreement, with how it stood before."""
    found = _found(request, public_id)
    page = _shown(found, clock.today()) | {
        "versions": versions_of(found.row),
        "may_change": actor(request).has(Ability.MEASURE_AGREEMENT_KEEP),
    }
    return render(request, "measures/agreement.html", page)


@needs(Ability.MEASURE_AGREEMENT_KEEP)
@require_http_methods(PAGE)
def new(request: HttpRequest) -> HttpResponse:
    """A new agreement."""
    start = start_of(None, offices=[str(actor(request).unit)])
    form = AgreementForm(request.POST if request.method == "POST" else None, start=start)
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                return _said(request, once(request, lambda: _agree(request, form), at=clock.now(), adds=True))
            except Refused as refused:
                tell(form, refused, form.blames, on=clock.today())
            except (OtherContent, JustSaved):
                status = 409
                form.add_error(None, _("Dette er sendt en gang før. Se i listen før du sender en gang til."))
    return _form(request, form, None, status=status)


@needs(Ability.MEASURE_AGREEMENT_KEEP)
@require_http_methods(PAGE)
def change(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change an agreement. Who saves second sees both."""
    found = _found(request, public_id)
    form = AgreementForm(request.POST if request.method == "POST" else None, start=start_of(found))
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                return _said(
                    request, once(request, lambda: _change(request, public_id, form), at=clock.now())
                )
            except Refused as refused:
                tell(form, refused, form.blames, on=clock.today())
            except StaleAgreement:
                return _conflict(request, public_id, form)
            except OtherContent:
                status = 409
                form.add_error(None, _("Skjemaet er sendt en gang før. Trykk en gang til for å lagre dette."))
    return _form(request, form, found, status=status)


def _agree(request: HttpRequest, form: AgreementForm) -> str:
    row = act_agree(actor(request), form.said(), at=clock.now(), on=clock.today())
    return reverse("measure_agreement", args=[row.public_id])


def _change(request: HttpRequest, public_id: UUID, form: AgreementForm) -> str:
    version = read_number(request.POST.get("version", "")) or 0
    act_change(actor(request), public_id, form.said(), version=version, at=clock.now(), on=clock.today())
    return reverse("measure_agreement", args=[public_id])


def _said(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    messages.success(request, _("Avtalen er lagret."))
    return answer


def _found(request: HttpRequest, public_id: UUID) -> AgreementSeen:
    found = agreement(actor(request), public_id, on=clock.today())
    if found is None:
        raise Http404
    return found


def _form(
    request: HttpRequest, form: AgreementForm, found: AgreementSeen | None, *, status: int
) -> HttpResponse:
    sent = request.POST.get("version", "") if form.is_bound else ""
    page = {
        "form": form,
        "form_key": new_form_key(),
        "version": sent or (found.row.version if found else ""),
        "found": found,
        "back_url": reverse("measure_agreement", args=[found.row.public_id])
        if found
        else reverse("measure_agreements"),
    }
    return render(request, "measures/agreement_form.html", page, status=status)


def _conflict(request: HttpRequest, public_id: UUID, form: AgreementForm) -> HttpResponse:
    """Nothing is overwritten and nothing typed is lost."""
    found = _found(request, public_id)
    form.start = start_of(found)
    page = conflict_page(form, form.start, dict(request.POST.lists()), None, version=str(found.row.version))
    page |= {
        "found": found,
        "keep_url": request.get_full_path(),
        "back_url": reverse("measure_agreement", args=[public_id]),
    }
    return render(request, "measures/agreement_form.html", page, status=409)


def _shown(found: AgreementSeen, on: date) -> dict[str, object]:
    row, taken = found.row, found.taken
    return {
        "row": row,
        "public_id": row.public_id,
        "provider": row.provider.name,
        "measure": KINDS[row.measure],
        "offices": ", ".join(each.name for each in found.offices),
        "taken": taken,
        "is_over": row.until_day is not None and row.until_day < on,
        "is_coming": row.from_day > on,
        "picture": _picture(found),
    }


def _picture(found: AgreementSeen) -> SafeString:
    """How much of the capacity is taken, as a bar. The numbers stand beside it."""
    taken = found.taken
    told = _("%(taken)d av %(places)d plasser er opptatt") % {"taken": taken.taken, "places": taken.places}
    return share_picture(
        taken.taken, taken.places, title=_("Plasser"), desc=told, key=f"places-{found.row.public_id.hex}"
    )


urlpatterns = [
    path("tiltak/avtaler", every, name="measure_agreements"),
    path("tiltak/avtaler/ny", new, name="measure_agreement_new"),
    path("tiltak/avtaler/<uuid:public_id>", one, name="measure_agreement"),
    path("tiltak/avtaler/<uuid:public_id>/endre", change, name="measure_agreement_change"),
]
