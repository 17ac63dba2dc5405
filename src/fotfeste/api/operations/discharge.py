"""Discharge from the caseload: what is considered, the letter, and the supervisor's questions."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling, look_at
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.operations.lines import PersonNamed
from fotfeste.api.operations.person_sections import named
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Stale
from fotfeste.apps.caseload.discharge import access_discharge
from fotfeste.apps.team.discharge import Answer, AskedAbout, access_asked, access_consultation, act_answer
from fotfeste.domain.permissions import Ability
from fotfeste.web.discharge import TalkShown, talk_shown

router = Router(tags=["Discharge"])

ONE = "/discharge-questions/{uuid:consultation_id}"


class DischargeTalk(Shown):
    """Pros and cons talked through with somebody; or asked, and not answered yet."""

    with_whom: str
    asked_on: date
    held_on: date | None
    by: str
    question: str
    pros: str
    cons: str
    advice: str


class DischargeDecision(Shown):
    """One discharge."""

    id: UUID
    discharged_on: date
    reason: str
    words: str
    coming_back: str
    departures: list[str] = Field(description="What the guideline advises and was not done, as codes.")
    why_departed: str


class DischargeLooseEnd(Shown):
    """Something that is open, to be decided at the discharge by the act `discharge`."""

    field: str = Field(description="The name of its field in the act.")
    kind: str
    day: date | None
    about: str
    answers: list[str]


class DischargeShown(Shown):
    """What is considered now, what has been said, what is open, and earlier discharges."""

    person: PersonNamed
    considered_since: date | None
    why: str
    jobseeker: str
    tried: str
    talks: list[DischargeTalk]
    loose_ends: list[DischargeLooseEnd]
    decisions: list[DischargeDecision]


class DischargeQuestionListed(Shown):
    """A question that waits; not about whom."""

    id: UUID = Field(validation_alias="public_id")
    asked_on: date
    asked_by: str


class DischargeQuestions(Shown):
    """The questions that you can answer, the oldest first."""

    questions: list[DischargeQuestionListed]


class DischargeQuestionShown(Shown):
    """One question, opened to be answered."""

    id: UUID
    version: int = Field(description="For If-Match. Also the ETag.")
    name: str
    why: str
    jobseeker: str
    tried: str
    asked: DischargeTalk
    others: list[DischargeTalk]


class AdviceSent(Sent):
    """What you think of it."""

    pros: Text = Field("", max_length=20_000)
    cons: Text = Field("", max_length=20_000)
    advice: Text = Field(min_length=1, max_length=20_000)


class Advised(Shown):
    """The advice has been given."""

    question: UUID


@router.get("/people/{uuid:person_id}/discharge", response=DischargeShown, summary="A discharge considered")
@api_policy(RECORD)
def get_discharge(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For those who may decide it. It is decided by the act `discharge`."""
    found = access_discharge(look_at(calling(request), person_id))
    row, key = found.row, found.header.key
    return {
        "person": named(found.header),
        "considered_since": row.opened_on if row else None,
        "why": row.opened("sealed_why", key) if row else "",
        "jobseeker": row.opened("sealed_jobseeker", key) if row else "",
        "tried": row.opened("sealed_tried", key) if row else "",
        "talks": [_talk(talk_shown(each, key)) for each in found.consultations.values()],
        "loose_ends": [
            {"field": end.name, "kind": end.kind, "day": end.day, "about": end.about, "answers": end.answers}
            for end in found.ends
        ],
        "decisions": [
            {
                "id": each.public_id,
                "discharged_on": each.discharged_on,
                "reason": each.reason,
                "words": each.opened("sealed_words", key),
                "coming_back": each.opened("sealed_coming_back", key),
                "departures": each.departures,
                "why_departed": each.opened("sealed_why_departed", key),
            }
            for each in found.decisions
        ],
    }


@router.get("/discharge-questions", response=DischargeQuestions, summary="Questions about discharges")
@api_policy(needs(Ability.TEAM_READ))
def list_discharge_questions(request: HttpRequest) -> dict[str, Any]:
    """What specialists of the team ask you, and you have not answered."""
    return {"questions": access_asked(calling(request).acting)}


@router.get(ONE, response=DischargeQuestionShown, summary="One question about a discharge")
@api_policy(needs(Ability.TEAM_READ))
def get_discharge_question(
    request: HttpRequest, response: HttpResponse, consultation_id: UUID
) -> dict[str, Any]:
    """One question, opened to be answered: a look at the person, in the log."""
    call = calling(request)
    found = access_consultation(call.acting, consultation_id, at=call.at)
    response["ETag"] = f'"{found.consultation.version}"'
    return _question(found)


@router.post(ONE + "/answer", response=Advised, summary="Answer a question about a discharge")
@api_policy(needs(Ability.TEAM_READ), edits=True)
def answer_discharge_question(request: HttpRequest, consultation_id: UUID, advice: AdviceSent) -> Done:
    """Answer it; not twice."""
    call = calling(request)
    found = access_consultation(call.acting, consultation_id, at=call.at)
    version = found.consultation.version
    if version != call.expected_version:
        raise Stale(call.expected_version, version, {"is_answered": found.consultation.held_on is not None})
    said = Answer(pros=advice.pros, cons=advice.cons, advice=advice.advice, version=version)
    act_answer(call.acting, consultation_id, said, at=call.at, on=call.on)
    return Done(Advised(question=consultation_id))


def _question(found: AskedAbout) -> dict[str, Any]:
    row, key = found.consultation, found.key
    return {
        "id": row.public_id,
        "version": row.version,
        "name": str(found.name),
        "why": row.consideration.opened("sealed_why", key),
        "jobseeker": row.consideration.opened("sealed_jobseeker", key),
        "tried": row.consideration.opened("sealed_tried", key),
        "asked": _talk(talk_shown(row, key)),
        "others": [_talk(talk_shown(each, key)) for each in found.others],
    }


def _talk(talk: TalkShown) -> dict[str, Any]:
    return {name: getattr(talk, name) for name in talk.__dataclass_fields__}
