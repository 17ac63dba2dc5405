"""Questions to the contact person, regular contact, and the contact person's one list, for programs."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.agreement_employer import EMPLOYER, ONE
from fotfeste.api.operations.agreement_promises import AgreedPromiseShown, promise_told
from fotfeste.api.operations.own_acts import offer_own
from fotfeste.api.policy import RECORD, api_policy, needs
from fotfeste.api.schemas import Sent, Shown
from fotfeste.apps.agreements.contacts import ContactHad, Rhythm, access_contacts
from fotfeste.apps.agreements.coordinated import Around, ListAsked, Which, access_coordinated
from fotfeste.apps.agreements.employer_view import access_agreement_as_employer
from fotfeste.apps.agreements.question_rows import QuestionSeen
from fotfeste.apps.agreements.questions import access_questions
from fotfeste.domain.agreements.parties import NavUnit, Party
from fotfeste.domain.agreements.questions import QuestionState
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Ability
from fotfeste.web.acts import OWN_PAGES
from fotfeste.web.acts_agreement_questions import QUESTIONS_PAGE

router = Router(tags=["Agreement"])
OF_PERSON = "/people/{uuid:person_id}/agreement"


class AgreementQuestionShown(Shown):
    """A question to the contact person, and the answer."""

    id: UUID
    party: Party = Field(description="Who asked.")
    asked_by: str
    asked_on: date
    question: str
    answer_by: date
    answer: str
    answered_by: str | None
    answered_on: date | None
    took_days: int | None
    state: QuestionState


class AgreementQuestionsShown(Shown):
    """What waits for an answer first."""

    questions: list[AgreementQuestionShown]


class ContactGapShown(Shown):
    """A stretch without the contact that was agreed. `had_on` is null where there has been none yet."""

    due_by: date
    had_on: date | None


class ContactRhythmShown(Shown):
    """A promise of regular contact, towards one party."""

    promise: UUID
    text: str
    party: Party
    every: SupportFrequency
    last_on: date | None
    next_by: date | None
    is_missing: bool
    gaps: list[ContactGapShown]


class RegularContactShown(Shown):
    """Contact that NAV had. No words where the employer asks."""

    party: Party
    on: date
    by: str
    words: str


class RegularContactsShown(Shown):
    """What was promised of contact, and what was had, the newest first."""

    rhythms: list[ContactRhythmShown]
    contacts: list[RegularContactShown]


class CoordinatedPromise(AgreedPromiseShown):
    """A promise in the contact person's list, with whom it is about."""

    person: UUID
    name: str
    employer: str


class CoordinatedQuestion(AgreementQuestionShown):
    """A question without an answer, with whom it is about."""

    person: UUID
    name: str
    employer: str


class ContactMissingShown(Shown):
    """Contact that is due and has not been."""

    person: UUID
    name: str
    employer: str
    party: Party
    every: SupportFrequency
    due_by: date


class CoordinatedShown(Shown):
    """One page of the list, and what else waits. The counts are of all, not only of this page."""

    open: int
    late: int
    broken: int
    promises: list[CoordinatedPromise]
    has_more: bool
    questions: list[CoordinatedQuestion]
    applications: list[CoordinatedPromise] = Field(description="Applications whose answer is late.")
    missing_contact: list[ContactMissingShown]
    missing_contact_count: int


class CoordinatedQuery(Sent):
    """What the list is narrowed to."""

    which: Which = Which.OPEN
    owner: Party | None = None
    nav_unit: NavUnit | None = None
    page: Annotated[int, Field(ge=1, le=10_000)] = 1


@router.get(
    OF_PERSON + "/questions", response=AgreementQuestionsShown, summary="Questions to the contact person"
)
@api_policy(RECORD)
def list_agreement_questions(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For NAV those of both; the person reads the own."""
    call = calling(request)
    return _questions(access_questions(call.acting, person_id, at=call.at).questions)


@router.get(ONE + "/questions", response=AgreementQuestionsShown, summary="The employer's own questions")
@api_policy(EMPLOYER)
def list_employer_questions(request: HttpRequest, employer_agreement_id: UUID) -> dict[str, Any]:
    """What your business has asked in this agreement."""
    call = calling(request)
    found = access_agreement_as_employer(
        call.acting, employer_agreement_id, at=call.at, on=call.on, area="questions"
    )
    return _questions(found.follows.questions)


@router.get(OF_PERSON + "/contacts", response=RegularContactsShown, summary="Regular contact as agreed")
@api_policy(RECORD)
def list_regular_contacts(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for it, and the contact person in NAV."""
    call = calling(request)
    found = access_contacts(call.acting, person_id, at=call.at)
    return _contacts(found.rhythms, found.had, with_words=True)


@router.get(
    ONE + "/contacts", response=RegularContactsShown, summary="Regular contact with the employer as agreed"
)
@api_policy(EMPLOYER)
def list_employer_contacts(request: HttpRequest, employer_agreement_id: UUID) -> dict[str, Any]:
    """The days NAV was in contact with you, held against what was agreed."""
    call = calling(request)
    found = access_agreement_as_employer(
        call.acting, employer_agreement_id, at=call.at, on=call.on, area="contact"
    )
    return _contacts(found.follows.rhythms, found.follows.had, with_words=False)


@router.get("/coordinated-promises", response=CoordinatedShown, summary="The contact person's one list")
@api_policy(needs(Ability.AGREEMENT_REQUEST_ANSWER))
def list_coordinated_promises(request: HttpRequest, asked: Query[CoordinatedQuery]) -> dict[str, Any]:
    """Every open promise of the agreements you are contact person for, what is late first."""
    call = calling(request)
    narrowed = ListAsked(asked.which, asked.owner, asked.nav_unit, asked.page)
    found = access_coordinated(call.acting, narrowed, at=call.at, on=call.on)
    return {
        "open": found.open,
        "late": found.late,
        "broken": found.broken,
        "promises": [promise_told(each) | _whom(around) for each, around in found.promises],
        "has_more": found.has_more,
        "questions": [_question(each) | _whom(around) for each, around in found.questions],
        "applications": [promise_told(each) | _whom(around) for each, around in found.applications],
        "missing_contact": [
            {"party": each.party, "every": each.row.every, "due_by": each.due_by} | _whom(each.around)
            for each in found.missing
        ],
        "missing_contact_count": found.missing_all,
    }


def _whom(around: Around) -> dict[str, Any]:
    return {"person": around.person, "name": str(around.name), "employer": around.employer}


def _questions(questions: Sequence[QuestionSeen]) -> dict[str, Any]:
    return {"questions": [_question(each) for each in questions]}


def _question(each: QuestionSeen) -> dict[str, Any]:
    row, days = each.row, each.days
    return {
        "id": row.public_id,
        "party": row.asked_party,
        "asked_by": row.asked_by.name,
        "asked_on": days.asked_on,
        "question": each.text("question"),
        "answer_by": row.answer_by,
        "answer": each.text("answer"),
        "answered_by": row.answered_by.name if row.answered_by else None,
        "answered_on": days.answered_on,
        "took_days": days.took_days,
        "state": each.state,
    }


def _contacts(rhythms: Sequence[Rhythm], had: Sequence[ContactHad], *, with_words: bool) -> dict[str, Any]:
    return {
        "rhythms": [_rhythm(each) for each in rhythms],
        "contacts": [
            {
                "party": each.row.with_party,
                "on": each.row.had_on,
                "by": each.row.by.name,
                "words": each.words if with_words else "",
            }
            for each in had
        ],
    }


def _rhythm(each: Rhythm) -> dict[str, Any]:
    return {
        "promise": each.promise.row.public_id,
        "text": each.promise.text("text"),
        "party": each.party,
        "every": each.promise.row.every,
        "last_on": each.last_on,
        "next_by": each.next_by,
        "is_missing": each.is_missing,
        "gaps": [{"due_by": gap.due_by, "had_on": gap.had_on} for gap in each.gaps],
    }


for _slug, _page in OWN_PAGES.items():
    if _page.back == QUESTIONS_PAGE:
        offer_own(router, _slug, _page)
