"""Participations at a provider: who waits for start, confirming it, the guide's own, what is proposed."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from fotfeste.api.calls import calling
from fotfeste.api.fields import Day, Id
from fotfeste.api.once import Done
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.measures.enrolments import Enrolment, access_enrolments, act_begin, act_name_guide
from fotfeste.apps.measures.following import (
    Participant,
    ParticipationSeen,
    access_participants,
    access_participation,
)
from fotfeste.apps.measures.guides import guides_at
from fotfeste.apps.measures.models import ProviderProposal
from fotfeste.apps.measures.models_providers import ProposalAnswer, ProposalKind
from fotfeste.apps.measures.suggestions import access_suggestions
from fotfeste.domain.measures.content import ContentKind
from fotfeste.domain.measures.extending import MeasureAim
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.measures.providers import Standing
from fotfeste.domain.permissions import Ability

router = Router(tags=["Participations at a provider"])

PROVIDER = needs(Ability.PARTICIPANTS_OWN)
OFFICE = needs(Ability.MEASURE_REQUEST_ANSWER)
ENROLMENT = "/enrolments/{uuid:enrolment_id}"


class EnrolmentListed(Shown):
    """Somebody who waits for start or for a guide."""

    id: UUID
    name: str
    measure: MeasureKind
    office: str
    starts_on: date
    last_day: date
    first_start: date | None


class EnrolmentsShown(Shown):
    """What waits for the provider. Of those on the waiting list only how many they are."""

    enrolments: list[EnrolmentListed]
    waiting: int


class ColleagueNamed(Shown):
    """Somebody who can be named as guide."""

    id: UUID
    name: str


class ColleaguesShown(Shown):
    """Those who work as guides at the provider."""

    guides: list[ColleagueNamed]


class StartSent(Sent):
    """The day it began, and who is the guide."""

    day: Day
    guide: Id


class GuideNamedSent(Sent):
    """Who is the guide."""

    guide: Id


class StartDone(Shown):
    """It is done."""

    participation: UUID


class ParticipantListed(Shown):
    """Somebody whose guide one is."""

    person: UUID
    participation: UUID
    name: str
    measure: MeasureKind
    last_day: date
    seen_until: date


class ParticipantsShown(Shown):
    """Those whose guide one is, and those one still sees."""

    participants: list[ParticipantListed]


class ContentOfParticipation(Shown):
    """A part of the content."""

    part: ContentKind
    words: str


class GuideOfParticipation(Shown):
    """Who is or was the guide, and what was handed over at the end."""

    name: str
    from_day: date
    until_day: date | None
    handover: str


class ProviderBefore(Shown):
    """The participation went to a provider, and why."""

    provider: str
    on: date
    why: str


class SuggestionShown(Shown):
    """What the provider proposed, NAV's answer, and the day a change that was accepted was made."""

    id: UUID
    kind: ProposalKind
    day: date | None
    hours_a_week: Decimal | None
    why: str
    proposed_by: str
    proposed_on: date
    answer: ProposalAnswer | None
    answered_on: date | None
    reason: str
    carried_out_on: date | None


class OneParticipationShown(Shown):
    """What NAV has handed over, and what has come of it. Not the case."""

    id: UUID
    name: str
    phone: str
    email: str
    measure: MeasureKind
    aim: MeasureAim
    standing: Standing
    waiting_number: int | None
    office: str
    provider: str | None
    employer: str | None
    starts_on: date
    first_start: date | None
    last_day: date
    ended_on: date | None
    hours_a_week: Decimal | None
    content: list[ContentOfParticipation]
    guides: list[GuideOfParticipation]
    providers: list[ProviderBefore]
    suggestions: list[SuggestionShown]


class OfficeSuggestion(SuggestionShown):
    """A proposal that waits for the office."""

    person: UUID
    name: str
    participation: UUID


class OfficeSuggestionsShown(Shown):
    """What waits for the office, the oldest first."""

    suggestions: list[OfficeSuggestion]


@router.get("/enrolments", response=EnrolmentsShown, summary="Who waits for start at the provider")
@api_policy(PROVIDER)
def list_enrolments(request: HttpRequest) -> dict[str, Any]:
    """Those NAV has granted a place at your provider, and those going on without a guide."""
    call = calling(request)
    found = access_enrolments(call.acting, at=call.at, on=call.on)
    return {"enrolments": [_enrolment(each) for each in found.enrolments], "waiting": found.waiting}


@router.get("/enrolments/guides", response=ColleaguesShown, summary="Who can be named as guide")
@api_policy(PROVIDER)
def list_guides(request: HttpRequest) -> dict[str, Any]:
    """Those who work as guides at your provider."""
    call = calling(request)
    found = guides_at(call.acting.unit_id, on=call.on)
    return {"guides": [{"id": each.public_id, "name": each.name} for each in found]}


@router.post(ENROLMENT + "/start", response=StartDone, summary="Confirm a start and name the guide")
@api_policy(PROVIDER)
def confirm_start(request: HttpRequest, enrolment_id: UUID, said: StartSent) -> Done:
    """Once. Refused with every reason: the day, the place, the guide, the employer's part (§ 1-8)."""
    call = calling(request)
    row = act_begin(call.acting, enrolment_id, said.day, said.guide, at=call.at, on=call.on)
    return Done(StartDone(participation=row.public_id))


@router.post(ENROLMENT + "/guide", response=StartDone, summary="Name a guide where there is none")
@api_policy(PROVIDER)
def name_guide(request: HttpRequest, enrolment_id: UUID, said: GuideNamedSent) -> Done:
    """For one that goes on and has no guide, or whose guide no longer works there."""
    call = calling(request)
    row = act_name_guide(call.acting, enrolment_id, said.guide, at=call.at, on=call.on)
    return Done(StartDone(participation=row.public_id))


@router.get("/participants", response=ParticipantsShown, summary="Those whose guide you are")
@api_policy(PROVIDER)
def list_participants(request: HttpRequest) -> dict[str, Any]:
    """Those whose guide you are, also for a time when it is over."""
    call = calling(request)
    found = access_participants(call.acting, at=call.at, on=call.on)
    return {"participants": [_participant(each) for each in found]}


@router.get(
    "/people/{uuid:person_id}/participations/{uuid:participation_id}",
    response=OneParticipationShown,
    summary="One participation",
)
@api_policy(RECORD)
def get_participation(request: HttpRequest, person_id: UUID, participation_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for it, and its guide."""
    call = calling(request)
    return _one(access_participation(call.acting, person_id, participation_id, at=call.at, on=call.on))


@router.get("/measure-suggestions", response=OfficeSuggestionsShown, summary="Proposals from providers")
@api_policy(OFFICE)
def list_measure_suggestions(request: HttpRequest) -> dict[str, Any]:
    """What providers have proposed to your office, and nobody has answered."""
    call = calling(request)
    return {
        "suggestions": [
            {
                **_suggestion(each.row, str(each.why), ""),
                "person": each.row.person.public_id,
                "name": str(each.name),
                "participation": each.row.participation.public_id,
            }
            for each in access_suggestions(call.acting, at=call.at)
        ]
    }


def _enrolment(found: Enrolment) -> dict[str, Any]:
    row = found.row
    names = ("measure", "starts_on", "last_day", "first_start")
    shown = {name: getattr(row, name) for name in names}
    return {"id": row.public_id, "name": str(found.name), "office": row.office.name, **shown}


def _participant(found: Participant) -> dict[str, Any]:
    row = found.row
    names = ("measure", "last_day", "seen_until")
    shown = {name: getattr(row, name) for name in names}
    return {"person": found.person, "participation": row.public_id, "name": str(found.name), **shown}


def _one(found: ParticipationSeen) -> dict[str, Any]:
    row, key, contact = found.row, found.key, found.contact.contact
    names = ("measure", "aim", "starts_on", "first_start", "last_day", "ended_on")
    return {
        "id": row.public_id,
        **{name: getattr(contact, name) for name in ("name", "phone", "email")},
        **{name: getattr(row, name) for name in names},
        "standing": found.place.standing,
        "waiting_number": found.place.number or None,
        "office": row.case.office.name,
        "provider": row.provider.name if row.provider else None,
        "employer": found.job.employer.name if found.job and found.job.employer else None,
        "hours_a_week": found.amount.hours_a_week if found.amount else None,
        "content": [{"part": each.part, "words": each.opened("sealed_words", key)} for each in found.content],
        "guides": [
            {
                "name": each.account.name,
                "from_day": each.from_day,
                "until_day": each.until_day,
                "handover": each.opened("sealed_handover", key),
            }
            for each in found.guides
        ],
        "providers": [
            {"provider": each.after.name, "on": each.written_on, "why": each.opened("sealed_why", key)}
            for each in found.providers
        ],
        "suggestions": [
            {
                **_suggestion(each, each.opened("sealed_why", key), each.opened("sealed_reason", key)),
                "carried_out_on": found.carried_out.get(each.pk),
            }
            for each in found.proposals
        ],
    }


def _suggestion(row: ProviderProposal, why: str, reason: str) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "kind": row.kind,
        "day": row.wanted_day,
        "hours_a_week": row.hours_a_week,
        "why": why,
        "proposed_by": row.written_by.name,
        "proposed_on": row.written_on,
        "answer": row.answer or None,
        "answered_on": row.answered_on,
        "reason": reason,
        "carried_out_on": None,
    }
