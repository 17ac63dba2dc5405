"""Referrals: refer somebody, see what became of it; and for the team the inbox and the answer."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.act_forms import faults_of
from fotfeste.api.calls import calling
from fotfeste.api.fields import Day, Flag, Id, Text
from fotfeste.api.once import Done
from fotfeste.api.operations.handovers import SpecialistShown, specialist_facts
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Trouble
from fotfeste.apps.referrals.answering import Answered, act_answer
from fotfeste.apps.referrals.inbox import OneReferral, access_inbox, access_referral, access_sent
from fotfeste.apps.referrals.sending import act_send, teams_to_refer_to
from fotfeste.apps.referrals.unread import unread_because
from fotfeste.domain.consent import Reply
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import Ability, ConsentScope, Protection
from fotfeste.domain.referral import ReferralAnswer, TreatmentRelation
from fotfeste.web.referral_forms import ReferralForm

router = Router(tags=["Referrals"])

ONE = "/referrals/{uuid:referral_id}"


class ReferralSent(Sent):
    """Who is referred, to which team, and what the team should know. It opens nothing."""

    team: Id
    name: Text = Field(max_length=200)
    identity_number: Text = Field("", max_length=40)
    phone: Text = Field("", max_length=40)
    email: Text = Field("", max_length=254)
    protection: Protection
    referred_on: Day
    referrer: Text = Field("", max_length=200)
    wishes_to_work: Flag
    treatment: TreatmentRelation
    talk: Text = Field("unknown", max_length=8, description="held, not_held or unknown")
    talk_on: Day | None = None
    talk_by: Text = Field("", max_length=200)
    nav_registration: Reply = Reply.UNCLEAR
    nav_office: Text = Field("", max_length=120)
    nav_adviser: Text = Field("", max_length=120)
    benefit: Text = Field("", max_length=40, description="One of the program's kinds, or empty: not known.")
    nav_ties: Text = Field("", max_length=5_000)
    nav_contact: Flag = Field(False, description="Noted only, until the person has said so.")
    health_release: Flag = Field(False, description="Noted only, until the person has said so.")
    message: Text = Field("", max_length=5_000)


class ReferralListed(Shown):
    """A referral, and the answer where there is one."""

    id: UUID
    name: str
    team: str
    referred_on: date
    sent_by: str
    reply: ReferralAnswer | None
    specialist: str | None
    reason: str
    offer: str


class ReferralsShown(Shown):
    """Referrals."""

    referrals: list[ReferralListed]


class TeamNamed(Shown):
    """A team by id and name."""

    id: UUID
    name: str


class TeamsShown(Shown):
    """The teams you can refer to."""

    teams: list[TeamNamed]


class ReferralShown(ReferralListed):
    """One referral as it was written, and who could follow the person, with how many they follow."""

    referrer: str
    treatment: TreatmentRelation
    talk: str
    talk_on: date | None
    talk_by: str
    nav_registration: Reply
    nav_office: str
    nav_adviser: str
    benefit: str
    nav_ties: str
    consents: list[ConsentScope] = Field(description="Noted, not confirmed: they open nothing.")
    message: str
    receivers: list[SpecialistShown]


class ReferralAnswerSent(Sent):
    """The answer. Accepting names who is to follow the person; waiting a reason; a no what is offered."""

    answer: ReferralAnswer
    specialist: Id | None = None
    method: Method = Field(Method.IPS, description="What the course follows when the person is taken on.")
    reason: Text = Field("", max_length=5_000)
    offer: Text = Field("", max_length=5_000)


class ReferralDone(Shown):
    """It is done."""

    referral: UUID
    notices: tuple[ReasonShown, ...] = Field(
        description="What to know now, such as that nobody reads it yet."
    )


@router.get("/referrals/teams", response=TeamsShown, summary="Teams to refer to")
@api_policy(needs(Ability.REFERRAL_SEND))
def list_referral_teams(request: HttpRequest) -> dict[str, Any]:
    """The IPS teams you can refer to."""
    teams = teams_to_refer_to(calling(request).acting)
    return {"teams": [{"id": each.public_id, "name": each.name} for each in teams]}


@router.post("/referrals", response=ReferralDone, summary="Refer somebody")
@api_policy(needs(Ability.REFERRAL_SEND))
def send_referral(request: HttpRequest, sent: ReferralSent) -> Done:
    """Send it to the team's inbox. The answer is the same whoever is referred."""
    call = calling(request)
    teams, synthetic_only = teams_to_refer_to(call.acting), settings.MODE != "production"
    form = ReferralForm(_as_typed(sent), teams=teams, on=call.on, synthetic_only=synthetic_only)
    if wrong := faults_of(form):
        raise Trouble(422, "api.not-understood", reasons=wrong)
    written = form.written()
    referral = act_send(call.acting, written, at=call.at, on=call.on)
    unread = unread_because(referral.team, written.protection, on=call.on)
    return Done(ReferralDone(referral=referral.public_id, notices=tuple(map(shown, unread))))


@router.get("/referrals/sent", response=ReferralsShown, summary="Referrals you have sent")
@api_policy(needs(Ability.REFERRAL_SEND))
def list_sent_referrals(request: HttpRequest) -> dict[str, Any]:
    """What you have sent from this unit, with the answers."""
    call = calling(request)
    return {"referrals": list(_listed(access_sent(call.acting, at=call.at)))}


@router.get("/referrals", response=ReferralsShown, summary="The team's inbox")
@api_policy(needs(Ability.REFERRAL_ANSWER))
def list_referrals(request: HttpRequest) -> dict[str, Any]:
    """What waits for an answer from your team."""
    call = calling(request)
    return {"referrals": list(_listed(access_inbox(call.acting, at=call.at)))}


@router.get(ONE, response=ReferralShown, summary="One referral")
@api_policy(needs(Ability.REFERRAL_ANSWER))
def get_referral(request: HttpRequest, referral_id: UUID) -> dict[str, Any]:
    """One referral to your team, as it was written. Nothing else about the person is opened."""
    call = calling(request)
    found = access_referral(call.acting, referral_id, at=call.at, on=call.on)
    row, text = found.referral.row, found.referral.text
    return {
        **_one(found.referral),
        "referrer": str(text("referrer")),
        "treatment": row.treatment,
        "talk": row.information_talk,
        "talk_on": row.talk_on,
        "talk_by": str(text("talk_by")),
        "nav_registration": row.nav_registration,
        "nav_office": str(text("nav_office")),
        "nav_adviser": str(text("nav_adviser")),
        "benefit": str(text("benefit")),
        "nav_ties": str(text("nav_ties")),
        "consents": row.consents,
        "message": str(text("message")),
        "receivers": [specialist_facts(each) for each in found.receivers],
    }


@router.post(ONE + "/answer", response=ReferralDone, summary="Answer a referral")
@api_policy(needs(Ability.REFERRAL_ANSWER))
def answer_referral(request: HttpRequest, referral_id: UUID, said: ReferralAnswerSent) -> Done:
    """Take the person on, let them wait, or say no. Of two answers at once the first stands."""
    call = calling(request)
    answer = Answered(said.answer, said.specialist, said.reason, said.offer, method=said.method)
    act_answer(call.acting, referral_id, answer, at=call.at, on=call.on)
    return Done(ReferralDone(referral=referral_id, notices=()))


def _as_typed(sent: ReferralSent) -> dict[str, str]:
    """As a browser would send it, so that the page's own form reads it."""
    values = sent.model_dump(mode="json")
    return {name: "on" if value is True else str(value) for name, value in values.items() if value}


def _listed(found: list[OneReferral]) -> Iterator[dict[str, Any]]:
    yield from map(_one, found)


def _one(found: OneReferral) -> dict[str, Any]:
    row = found.row
    return {
        "id": row.public_id,
        "name": str(found.text("typed_name")),
        "team": row.team.name,
        "referred_on": row.referred_on,
        "sent_by": row.sent_by.name,
        "reply": row.reply or None,
        "specialist": row.specialist.name if row.specialist else None,
        "reason": str(found.text("reason")),
        "offer": str(found.text("offer")),
    }
