"""Referrals: refer somebody, see what became of it; and for the team the inbox and the answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from fotfeste import clock
from fotfeste.apps.around.handover_page import advice
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.referrals.answering import act_answer
from fotfeste.apps.referrals.inbox import (
    OneReferral,
    ReferralPage,
    access_inbox,
    access_referral,
    access_sent,
)
from fotfeste.apps.referrals.sending import act_send, teams_to_refer_to
from fotfeste.apps.referrals.unread import unread_because, unread_of
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import Ability, Protection
from fotfeste.domain.referral import ReferralAnswer
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import CASELOAD_GUIDANCE
from fotfeste.web.benefit_words import benefit_in_words
from fotfeste.web.happening_values import VALUES
from fotfeste.web.lines import source_link, words_of
from fotfeste.web.once import new_form_key, once
from fotfeste.web.policy import needs
from fotfeste.web.referral_forms import REGISTERED, TALK, TREATMENT, AnswerForm, ReferralForm
from fotfeste.web.refusals import in_words, tell
from fotfeste.web.requests import actor

PAGE = ["GET", "HEAD", "POST"]
REPLIES: dict[str, str | Promise] = {
    "": _("ikke besvart"),
    ReferralAnswer.ACCEPTED: _("tatt imot"),
    ReferralAnswer.WAITING: _("på vent"),
    ReferralAnswer.REFUSED: _("ikke tatt imot"),
}
COLORS = {ReferralAnswer.ACCEPTED: "success", ReferralAnswer.WAITING: "warning"}
SENT_BLAMED = {
    "referral.no-wish": "wishes_to_work",
    "referral.no-such": "team",
    "referral.talk": "talk_on",
    "day.": "referred_on",
}
ANSWER_BLAMED = {
    "referral.say-why": "reason",
    "referral.say-what": "offer",
    "referral.not-a": "specialist",
    "referral.cannot": "specialist",
}


@dataclass(frozen=True, slots=True)
class ReferralShown:
    """A referral in a list."""

    public_id: UUID
    name: str
    on: date
    team: str
    sent_by: str
    sent_from: str
    reply: str | Promise
    color: str
    specialist: str
    reason: str
    offer: str


@needs(Ability.REFERRAL_SEND)
@require_http_methods(PAGE)
def refer(request: HttpRequest) -> HttpResponse:
    """Refer somebody. The answer is the same whoever it is."""
    acting, on = actor(request), clock.today()
    form = ReferralForm(
        request.POST if request.method == "POST" else None,
        teams=teams_to_refer_to(acting),
        on=on,
        synthetic_only=settings.MODE != "production",
    )
    if request.method == "POST" and form.is_valid():
        try:
            answer = once(request, lambda: _send(acting, form), at=clock.now())
        except Refused as refused:
            tell(form, refused, SENT_BLAMED, on=on)
        else:
            _sent_said(request, form)
            return answer
    page = {"form": form, "form_key": new_form_key()}
    return render(request, "referrals/refer.html", page, status=422 if form.is_bound else 200)


@needs(Ability.REFERRAL_SEND)
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What one has sent, and what was answered."""
    acting, on = actor(request), clock.today()
    found = access_sent(acting, at=clock.now())
    unread = {row.public_id: in_words(why, on=on) for row, why in unread_of(found, on=on)}
    shown = [(each, unread.get(each.public_id, [])) for each in _listed(found)]
    return render(request, "referrals/sent.html", {"referrals": shown})


@needs(Ability.REFERRAL_ANSWER)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What waits for the team."""
    found = access_inbox(actor(request), at=clock.now())
    return render(request, "referrals/inbox.html", {"referrals": list(_listed(found))})


@needs(Ability.REFERRAL_ANSWER)
@require_http_methods(PAGE)
def referral(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One referral, and the answer to it."""
    acting, on = actor(request), clock.today()
    posted = request.POST if request.method == "POST" else None
    found = access_referral(acting, public_id, at=clock.now(), on=on)
    form = AnswerForm(posted, page=found, choices=_choices(found, on))
    status = 200
    if posted is not None:
        status = 422
        if form.is_valid():
            try:
                return _answered(request, public_id, form)
            except Refused as refused:
                found = access_referral(acting, public_id, at=clock.now(), on=on)
                status = 422 if found.referral.row.is_open else 409
                tell(form, refused, ANSWER_BLAMED, on=on)
    return render(request, "referrals/one.html", _one(found, form, acting, on), status=status)


def _answered(request: HttpRequest, public_id: UUID, form: AnswerForm) -> HttpResponse:
    answer = once(request, lambda: _answer(request, public_id, form), at=clock.now())
    messages.success(request, _now("Svaret er lagret. Den som henviste, ser det."))
    return answer


def _sent_said(request: HttpRequest, form: ReferralForm) -> None:
    """Sent; and when nobody there can read it, what happens now and whom to call."""
    written, on = form.written(), clock.today()
    team = next(each for each in form.teams if each.public_id == written.team)
    unread = unread_because(team, written.protection, on=on)
    if not unread:
        messages.success(request, _now("Henvisningen er sendt til teamet."))
    for reason in unread:
        messages.warning(request, words_of(reason, on=on))


def _send(acting: Acting, form: ReferralForm) -> str:
    act_send(acting, form.written(), at=clock.now(), on=clock.today())
    return reverse("referrals_sent")


def _answer(request: HttpRequest, public_id: UUID, form: AnswerForm) -> str:
    said = form.said()
    acting = actor(request)
    person = act_answer(acting, public_id, said, at=clock.now(), on=clock.today())
    if said.answer is ReferralAnswer.ACCEPTED and said.specialist == acting.account:
        return reverse("person", args=[person])
    return reverse("referrals")


def _listed(found: list[OneReferral]) -> Iterator[ReferralShown]:
    for each in found:
        row = each.row
        yield ReferralShown(
            public_id=row.public_id,
            name=str(each.text("typed_name")),
            on=row.referred_on,
            team=row.team.name,
            sent_by=row.sent_by.name,
            sent_from=row.sent_from.name if row.sent_from else "",
            reply=REPLIES[row.reply],
            color=COLORS.get(row.reply, "neutral"),  # type: ignore[call-overload]  # an answer is a text
            specialist=row.specialist.name if row.specialist else "",
            reason=str(each.text("reason")),
            offer=str(each.text("offer")),
        )


def _choices(found: ReferralPage, on: date) -> list[tuple[str, str]]:
    most = CASELOAD_GUIDANCE.on(on).most_in_full_time
    said = _now("%(name)s, følger %(active)s, metoden råder til inntil %(most)s i %(percent)s %% stilling")
    return [
        (
            str(each.public_id),
            said
            % {
                "name": each.name,
                "active": each.caseload.active,
                "most": most * each.caseload.position_percent // 100,
                "percent": each.caseload.position_percent,
            },
        )
        for each in found.receivers
    ]


def _one(found: ReferralPage, form: AnswerForm, acting: Acting, on: date) -> dict[str, object]:
    row, text = found.referral.row, found.referral.text
    told = [
        (_("Henvist"), None, row.referred_on),
        (_("Henvist av"), str(text("referrer")) or row.sent_by.name, None),
        (_("Fra"), row.sent_from.name if row.sent_from else "", None),
        (_("Ønsker å jobbe"), _now("Ja"), None),
        (_("Behandling"), str(dict(TREATMENT)[row.treatment]), None),  # type: ignore[index]  # its codes
        (_("Informasjonssamtale om IPS"), str(dict(TALK)[row.information_talk]), row.talk_on),
        (_("Hvem holdt samtalen?"), str(text("talk_by")), None),
        (_("Registrert som arbeidssøker"), _registered(row.nav_registration), None),
        (_("NAV-kontor"), str(text("nav_office")), None),
        (_("NAV-veileder"), str(text("nav_adviser")), None),
        (_("Ytelse"), benefit_in_words(str(text("benefit"))), None),
        (_("Annet om NAV"), str(text("nav_ties")), None),
        (_("Sagt om samtykke, ikke bekreftet"), _consents(row.consents), None),
        (_("Melding"), str(text("message")), None),
    ]
    return {
        "row": row,
        "name": str(text("typed_name")),
        "is_protected": row.person.protection != Protection.NONE,
        "told": [each for each in told if each[1] or each[2]],
        "reply": REPLIES[row.reply],
        "reason": str(text("reason")),
        "form": form,
        "form_key": new_form_key(),
        "advice": [
            (each.name, [words_of(reason, on=on) for reason in found_advice])
            for each in found.receivers
            if (found_advice := advice(each, 1, on=on))
        ],
        "load_source": source_link("fidelity 1"),
        "is_answered_by_other": row.answered_by_id not in {None, acting.account_id},
    }


def _registered(reply: str) -> str:
    return "" if reply == Reply.UNCLEAR else str(dict(REGISTERED)[Reply(reply)])


def _consents(codes: list[str]) -> str:
    return ", ".join(str(VALUES["scope"][code]) for code in codes)


urlpatterns = [
    path("henvis", refer, name="refer"),
    path("henvisninger", inbox, name="referrals"),
    path("henvisninger/sendt", sent, name="referrals_sent"),
    path("henvisninger/<uuid:public_id>", referral, name="referral"),
]
