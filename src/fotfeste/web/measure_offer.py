"""Which offer the need points to, and which offices lack the cooperation with the health service (W-10)."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fotfeste import clock
from fotfeste.apps.measures.cooperation import act_put_down_cooperation, offices_listed
from fotfeste.apps.measures.offers import OfferSeen, access_offer
from fotfeste.domain.measures.offer import MeasureOffer
from fotfeste.domain.permissions import Ability
from fotfeste.domain.verdict import Refused
from fotfeste.web.forms_look import DayField
from fotfeste.web.lines import act_url
from fotfeste.web.measure_around import around_page, said
from fotfeste.web.once import OtherContent, new_form_key, once
from fotfeste.web.own_pages import of_and_own
from fotfeste.web.policy import needs
from fotfeste.web.refusals import tell
from fotfeste.web.requests import actor

OFFERS: Mapping[str, str | Promise] = {
    MeasureOffer.NAV_ITSELF: _("Hjelp fra NAV selv"),
    MeasureOffer.ASSESSMENT_MEASURE: _("Avklaring"),
    MeasureOffer.FOLLOW_UP: _("Oppfølging"),
    MeasureOffer.IPS: _("Individuell jobbstøtte (IPS)"),
    MeasureOffer.SUPPORTED_EMPLOYMENT: _("Arbeid med støtte"),
}
UNMET = frozenset({"offer.unmet-need"})


class CooperationForm(forms.Form):
    """What one's own office says of itself."""

    is_integrated = forms.ChoiceField(
        label=_("Samarbeider kontoret med helsetjenesten om IPS?"),
        choices=(("yes", _("Ja, jobbspesialistene er en del av behandlingsteamet")), ("no", _("Nei"))),
        widget=forms.RadioSelect,
    )
    with_whom = forms.CharField(label=_("Med hvem?"), max_length=200, required=False)
    from_day = DayField(label=_("Fra hvilken dag?"))


@of_and_own
def offer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The suggestion, and what it rests on."""
    found = access_offer(actor(request), public_id, at=clock.now())
    return render(request, "measures/offer.html", offer_page(found))


@needs(Ability.MEASURE_REQUEST_ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def cooperation(request: HttpRequest) -> HttpResponse:
    """Every office, those that lack the cooperation first; and what one's own says."""
    is_sent, on = request.method == "POST", clock.today()
    form = CooperationForm(request.POST if is_sent else None, initial={"from_day": on})
    status = 422 if is_sent else 200
    if is_sent and form.is_valid():
        try:
            answer = once(request, lambda: _put_down(request, form), at=clock.now())
        except Refused as refused:
            tell(form, refused, {"day.": "from_day"}, on=on)
        except OtherContent:
            form.add_error(None, gettext("Skjemaet er sendt en gang før. Se listen under."))
            status = 409
        else:
            messages.success(request, gettext("Lagret."))
            return answer
    page = {"form": form, "form_key": new_form_key(), "offices": offices_listed(on=on)}
    return render(request, "measures/cooperation.html", page, status=status)


def _put_down(request: HttpRequest, form: CooperationForm) -> str:
    typed = form.cleaned_data
    act_put_down_cooperation(
        actor(request),
        is_integrated=typed["is_integrated"] == "yes",
        from_day=typed["from_day"],
        with_whom=typed["with_whom"],
        at=clock.now(),
        on=clock.today(),
    )
    return reverse("measure_cooperation")


def offer_page(found: OfferSeen) -> dict[str, object]:
    """What the page shows."""
    on, around = clock.today(), found.around
    page = around_page(around) | {
        "talk": found.talk,
        "rests_on": _rests_on(found),
        "propose_url": act_url(around.person.public_id, "measure-propose") if found.may_propose else "",
    }
    if found.outcome is None:
        return page
    codes = {reason.code for reason in found.outcome.notes}
    return page | {
        "offer": OFFERS[dict(found.outcome.values)["offer"]],  # type: ignore[index]  # its own name
        "is_unmet": bool(codes & UNMET),
        "why": said(found.outcome.notes, on=on),
        "first": said(found.outcome.verdict, on=on),
    }


def _rests_on(found: OfferSeen) -> list[tuple[str, str]]:
    talk, with_health = found.talk, found.cooperation
    if talk is None:
        return []
    return [
        (gettext("Trenger mer hjelp enn NAV selv kan gi"), _known(talk.needs_more_help)),
        (gettext("I behandling"), _known(talk.in_treatment)),
        (gettext("Trenger tett støtte"), _known(talk.needs_close_support)),
        (
            gettext("Kontoret samarbeider med helsetjenesten"),
            _known(with_health.is_integrated if with_health else None),
        ),
    ]


def _known(value: bool | None) -> str:  # one answer, said in words
    return {True: gettext("Ja"), False: gettext("Nei"), None: gettext("Vet ikke ennå")}[value]


urlpatterns = [
    path("personer/<uuid:public_id>/tiltak/tilbud", offer.of, name="measure_offer"),
    path("min-side/tiltak/tilbud", offer.own, name="my_measure_offer"),
    path("tiltak/samarbeid", cooperation, name="measure_cooperation"),
]
