"""The employer reads all of what is laid out, and signs exactly that; or takes it back (A-01, A-02)."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.agreements.employer_signing import act_sign_as_employer, act_take_back_as_employer
from fotfeste.apps.agreements.employer_view import EmployerSees, access_agreement_as_employer
from fotfeste.documents.agreement.text import text_shown
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.lines import language
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor
from fotfeste.web.step_up import signed_by, stepped_up


class EmployerSignForm(forms.Form):
    """One has read all of it."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    has_read = forms.BooleanField(
        label=_("Jeg har lest hele teksten, og er enig"),
        error_messages={"required": _("Les teksten, og kryss av for at du er enig.")},
    )


class EmployerTakeBackForm(forms.Form):
    """Nothing to fill in."""


@needs(Ability.AGREEMENTS_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@stepped_up
def sign(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Read and sign."""

    def act(form: forms.Form) -> None:
        act_sign_as_employer(
            actor(request),
            agreement,
            shown=form.cleaned_data["digest"],
            signed_by=signed_by(request),
            at=clock.now(),
            on=clock.today(),
        )

    return _page(request, agreement, EmployerSignForm, act)


@needs(Ability.AGREEMENTS_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@stepped_up
def take_back(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Take the signature back."""

    def act(form: forms.Form) -> None:
        act_take_back_as_employer(actor(request), agreement, at=clock.now(), on=clock.today())

    return _page(request, agreement, EmployerTakeBackForm, act)


def _page(
    request: HttpRequest, agreement: UUID, kind: type[forms.Form], act: Callable[[forms.Form], None]
) -> HttpResponse:
    found = access_agreement_as_employer(actor(request), agreement, at=clock.now(), on=clock.today())
    back = reverse("employer_agreement", args=[agreement])
    text = found.laid_out
    is_sent = request.method == "POST"
    form = kind(request.POST if is_sent else None, initial={"digest": text.row.digest if text else ""})
    status = 200
    if is_sent:
        status = 422
        if form.is_valid():
            try:
                answer = once(request, lambda: _done(act, form, back), at=clock.now())
            except Refused as refused:
                tell(form, refused, {}, on=clock.today())
            except OtherContent:
                status = 409
                form.add_error(
                    None, _("Skjemaet er sendt en gang før. Trykk en gang til for å sende det nye.")
                )
            else:
                messages.success(request, _("Lagret."))
                return answer
    return render(request, "agreements/employer_sign.html", _shown(found, form, back), status=status)


def _done(act: Callable[[forms.Form], None], form: forms.Form, back: str) -> str:
    act(form)
    return back


def _shown(found: EmployerSees, form: forms.Form, back: str) -> dict[str, object]:
    text = found.laid_out
    shown: dict[str, object] = {
        "back": back,
        "form": form,
        "form_key": new_form_key(),
        "is_signing": isinstance(form, EmployerSignForm),
        "may_sign": found.member.may_sign,
        "text": text,
    }
    return shown | text_shown(text.content, language()) if text else shown


urlpatterns = [
    path("arbeidsgiver/avtaler/<uuid:agreement>/signer", sign, name="employer_sign"),
    path("arbeidsgiver/avtaler/<uuid:agreement>/trekk", take_back, name="employer_take_back"),
]
