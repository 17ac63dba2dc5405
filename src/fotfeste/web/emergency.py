"""Access in an emergency: asking for it, beginning it, and the supervisor's answer."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fotfeste import clock
from fotfeste.apps.around.emergency import (
    Request,
    access_open,
    access_request,
    access_waiting,
    act_answer,
    act_ask,
)
from fotfeste.domain.permissions import Ability
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import EMERGENCY_LIMITS
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.purposes import keep_purpose
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor

NO, YES = "no", "yes"


class AskForm(forms.Form):
    """Whom it is about, and why it is urgent."""

    about = forms.CharField(
        label=_("Hvem gjelder det?"),
        max_length=400,
        help_text=_("Fødselsnummer, eller adressen til siden om jobbsøkeren."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    why = forms.CharField(
        label=_("Hvorfor haster det?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Jobbsøkeren kan lese dette."),
    )


class AnswerForm(forms.Form):
    """Yes for some minutes, or no."""

    answer = forms.ChoiceField(
        label=_("Hva svarer du?"),
        choices=((YES, _("Åpne for en kort tid")), (NO, _("Nei"))),
        widget=forms.RadioSelect,
    )
    minutes = forms.IntegerField(label=_("Hvor mange minutter?"), required=False)

    def __init__(self, data: Any, *, most: int) -> None:
        super().__init__(data, initial={"minutes": most})
        field = self.fields["minutes"]
        field.help_text = _now("Fra 1 til %(most)d.") % {"most": most}
        field.widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 4})

    def minutes_given(self) -> int | None:
        """How many minutes to open for; None for no. Yes without a number is none at all, and refused."""
        if self.cleaned_data["answer"] == NO:
            return None
        return int(self.cleaned_data["minutes"] or 0)


@needs(Ability.BREAK_GLASS_ASK)
@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: HttpRequest) -> HttpResponse:
    """Ask, and see what is open."""
    at, on = clock.now(), clock.today()
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _ask(request, form), at=at)
        except Refused as refused:
            tell(form, refused, {"emergency": "why"}, on=on)
        else:
            messages.info(request, _now("Finnes personen her, har lederen for teamet fått spørsmålet."))
            return answer
    page = {
        "form": form,
        "form_key": new_form_key(),
        "open": access_open(actor(request), at=at),
        "limits": EMERGENCY_LIMITS.on(on),
    }
    return render(request, "emergency/ask.html", page, status=422 if form.errors else 200)


@needs(Ability.BREAK_GLASS_ASK)
@require_POST
def begin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Go to the record. The session gets a new id, and from now on the log says that it is an emergency."""
    is_open = {each.person for each in access_open(actor(request), at=clock.now())}
    if public_id not in is_open:
        raise Http404
    keep_purpose(request, public_id, Purpose.EMERGENCY)
    return redirect("person", public_id)


@needs(Ability.BREAK_GLASS_APPROVE)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """The requests that wait, without whom they are about."""
    page = {"waiting": access_waiting(actor(request), at=clock.now(), on=clock.today())}
    return render(request, "emergency/waiting.html", page)


@needs(Ability.BREAK_GLASS_APPROVE)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One request, and what the supervisor answers."""
    acting, at, on = actor(request), clock.now(), clock.today()
    most = EMERGENCY_LIMITS.on(on).most_minutes
    form = AnswerForm(request.POST or None, most=most)
    if request.method == "POST" and form.is_valid():
        try:
            done = once(request, lambda: _answer(request, public_id, form), at=at)
        except Refused as refused:
            tell(form, refused, {"emergency.too-long": "minutes"}, on=on)
        else:
            messages.success(request, _now("Svaret er gitt, og jobbsøkeren får vite om det."))
            return done
    return _answer_page(request, access_request(acting, public_id, at=at, on=on), form)


def _ask(request: HttpRequest, form: AskForm) -> str:
    typed = form.cleaned_data
    act_ask(actor(request), typed["about"], typed["why"], at=clock.now(), on=clock.today())
    return reverse("emergency")


def _answer(request: HttpRequest, public_id: UUID, form: AnswerForm) -> str:
    act_answer(actor(request), public_id, form.minutes_given(), at=clock.now(), on=clock.today())
    return reverse("emergencies_waiting")


def _answer_page(request: HttpRequest, found: Request, form: AnswerForm) -> HttpResponse:
    page = {
        "found": found,
        "name": str(found.name),
        "why": str(found.why),
        "form": form,
        "form_key": new_form_key(),
    }
    return render(request, "emergency/answer.html", page, status=422 if form.errors else 200)


urlpatterns = [
    path("nodtilgang", emergency, name="emergency"),
    path("nodtilgang/<uuid:public_id>/apne", begin, name="begin_emergency"),
    path("teamet/nodtilgang", waiting, name="emergencies_waiting"),
    path("teamet/nodtilgang/<uuid:public_id>", answer, name="answer_emergency"),
]
