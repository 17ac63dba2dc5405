"""The supervisor's: the team's week in counts, and questions that persons have asked about looks."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Text
from fotfeste.api.once import Done
from fotfeste.api.operations.handovers import SpecialistShown, specialist_facts
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.api.trouble import Stale
from fotfeste.apps.around.questions import LookQuestionPage, access_question, access_unanswered, act_answer
from fotfeste.apps.team.fidelity import access_mirror
from fotfeste.apps.team.week import access_week
from fotfeste.domain.fidelity import FidelityItem
from fotfeste.domain.permissions import Ability

router = Router(tags=["The team"])

ONE = "/look-questions/{uuid:question_id}"


class TeamShown(Shown):
    """The team today, in counts. Names take a reason, and another operation."""

    specialists: list[SpecialistShown]
    people: int
    without_specialist: int
    unanswered_referrals: int
    late_start_ups: int
    to_clear_up: int
    in_handover: int
    questions: int
    questions_overdue: int
    discharges_asked: int = Field(description="Questions about a discharge that wait for you.")
    emergencies: int
    lists_waiting: int
    lists_stuck: int
    meetings_outside_office: int = Field(description="Held outside the office in the last 90 days.")
    meetings_with_place: int = Field(description="Of so many whose place is known; the phone is no place.")


class QuestionListed(Shown):
    """A question that waits; not who asked."""

    id: UUID = Field(validation_alias="public_id")
    asked_on: date
    due: date = Field(description="The last day to answer it.")


class Questions(Shown):
    """The questions that you can answer, the oldest first."""

    questions: list[QuestionListed]


class QuestionShown(QuestionListed):
    """One question, opened to be answered."""

    version: int = Field(description="For If-Match. Also the ETag.")
    name: str
    text: str
    answer: str
    looked_by: str
    unit: str
    looked_at: datetime | None
    is_answered: bool


class AnswerSent(Sent):
    """The answer. The person reads it."""

    text: Text = Field(min_length=1, max_length=4_000)


class Answered(Shown):
    """The answer has been given."""

    question: UUID


@router.get("/team", response=TeamShown, summary="The team's week")
@api_policy(needs(Ability.TEAM_READ))
def get_team(request: HttpRequest) -> dict[str, Any]:
    """Your own team today, in counts."""
    call = calling(request)
    week = access_week(call.acting, at=call.at, on=call.on)
    return {**asdict(week), "specialists": [specialist_facts(each) for each in week.specialists]}


@router.get("/look-questions", response=Questions, summary="Questions about looks")
@api_policy(needs(Ability.LOG_REVIEW))
def list_look_questions(request: HttpRequest) -> dict[str, Any]:
    """What persons have asked about looks at their record, and nobody has answered."""
    call = calling(request)
    return {"questions": access_unanswered(call.acting, on=call.on)}


@router.get(ONE, response=QuestionShown, summary="One question about a look")
@api_policy(needs(Ability.LOG_REVIEW))
def get_look_question(request: HttpRequest, response: HttpResponse, question_id: UUID) -> dict[str, Any]:
    """One question, opened to be answered: a look at the person, in the log."""
    call = calling(request)
    found = access_question(call.acting, question_id, at=call.at, on=call.on)
    response["ETag"] = f'"{found.version}"'
    return {
        "public_id": found.waiting.public_id,
        "asked_on": found.waiting.asked_on,
        "due": found.waiting.due,
        "version": found.version,
        "name": str(found.name),
        "text": str(found.text),
        "answer": str(found.answer),
        "looked_by": found.who,
        "unit": found.unit,
        "looked_at": found.look.at if found.look else None,
        "is_answered": found.is_answered,
    }


@router.post(ONE + "/answer", response=Answered, summary="Answer a question about a look")
@api_policy(needs(Ability.LOG_REVIEW), edits=True)
def answer_look_question(request: HttpRequest, question_id: UUID, answer: AnswerSent) -> Done:
    """Answer it. Not one's own look, and not twice."""
    call = calling(request)
    found = access_question(call.acting, question_id, at=call.at, on=call.on)
    if found.version != call.expected_version:
        raise Stale(call.expected_version, found.version, _current(found))
    act_answer(call.acting, question_id, answer.text, version=call.expected_version, at=call.at, on=call.on)
    return Done(Answered(question=question_id))


def _current(found: LookQuestionPage) -> dict[str, object]:
    return {"answer": str(found.answer), "is_answered": found.is_answered}


class FigureShown(Shown):
    """One figure. `value` is null where the base is too small to show anything."""

    item: FidelityItem = Field(description="The number of the item in the fidelity scale.")
    value: float | None = Field(description="Jobseekers, days, contacts in a week, or percent.")
    base: int
    missing: int
    score: int | None = Field(description="1 to 5; null for an item that takes more than a number.")
    is_provisional: bool = Field(description="The limits are from memory, and must be checked by a human.")
    since: date


class OfOneShown(Shown):
    """One specialist, and contacts with employers face to face in the last weeks."""

    id: UUID = Field(validation_alias="public_id")
    name: str
    position_percent: int
    active: int
    contacts: int
    weeks: int


class MirrorShown(Shown):
    """The team's own figures for the fidelity scale."""

    figures: list[FigureShown]
    specialists: list[OfOneShown]


@router.get("/team/fidelity", response=MirrorShown, summary="The team's figures for the fidelity scale")
@api_policy(needs(Ability.TEAM_READ))
def get_team_fidelity(request: HttpRequest) -> dict[str, Any]:
    """What your team's own work shows, with base sizes and what is missing. Names no jobseeker."""
    call = calling(request)
    found = access_mirror(call.acting, at=call.at, on=call.on)
    return {
        "figures": [
            {
                **asdict(each),
                "value": None if each.value is None else each.value / 10,
                "since": found.since[each.item],
            }
            for each in found.figures
        ],
        "specialists": found.of_each,
    }
