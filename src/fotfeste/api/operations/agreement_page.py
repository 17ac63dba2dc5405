"""A person's facilitation and follow-up agreement: NAV's decision, what was assessed, what is missing."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.agreement_employer import SentPlanShown, sent_plan
from fotfeste.api.operations.own_acts import offer_own
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.apps.agreements.assessing import facts_of, texts_of
from fotfeste.apps.agreements.models import EndingAsked
from fotfeste.apps.agreements.seen import AgreementSeen, access_agreement
from fotfeste.domain.agreements.assessment import assessment_missing
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.requests import TargetGroup
from fotfeste.domain.agreements.target_group import EmployerPart
from fotfeste.web.acts import OWN_PAGES
from fotfeste.web.acts_agreement import PAGE
from fotfeste.web.acts_agreement_lines import TEXT_PAGE

router = Router(tags=["Agreement"])


class JointAssessmentShown(Shown):
    """What was assessed together. The newest counts."""

    assessed_on: date
    with_person: bool
    with_employer: bool | None = Field(description="Null where there is no employer yet.")
    follow_up: str
    measures: str
    person_says: str
    employer_says: str
    why_not_together: str
    written_by: str


class AgreementReviewShown(Shown):
    """A review that was held."""

    held_on: date
    next_on: date
    with_person: bool
    with_employer: bool
    words: str


class EndAskedShown(Shown):
    """A party asked that it ends. The jobseeker sees what they asked themselves."""

    id: UUID
    party: Party
    asked_on: date
    why: str
    answered_on: date | None
    answer: str


class EarlierAgreementShown(Shown):
    """One that is over."""

    id: UUID
    office: str
    employer: str | None
    used_on: date
    over_on: date


class FacilitationAgreementShown(Shown):
    """The agreement as it stands. Everything is null or empty before NAV has decided to use it."""

    person: UUID
    name: str
    office: str | None
    is_open: bool
    used_on: date | None
    decided_by: str | None
    target_group: TargetGroup | None
    employer_part: EmployerPart | None
    why: str
    assessment: JointAssessmentShown | None
    missing: list[ReasonShown] = Field(description="What the joint assessment lacks.")
    standing: str | None = Field(description="draft, to_be_signed, in_force, changing, ended or lapsed.")
    review_on: date | None
    review_asked_on: date | None = Field(description="Something changed, and it is to be reviewed.")
    reviews: list[AgreementReviewShown]
    endings_asked: list[EndAskedShown]
    ended_on: date | None
    end_cause: str | None = Field(description="What NAV gave as the cause.")
    end_words: str
    earlier: list[EarlierAgreementShown]
    employer_plans: list[SentPlanShown] = Field(description="Follow-up plans that the employer has sent.")


@router.get(
    "/people/{uuid:person_id}/agreement", response=FacilitationAgreementShown, summary="A person's agreement"
)
@api_policy(RECORD)
def get_agreement(request: HttpRequest, person_id: UUID) -> dict[str, Any]:
    """For the person, the office that answers for it, and the contact person in NAV."""
    call = calling(request)
    found = access_agreement(call.acting, person_id, at=call.at)
    row = found.agreement
    return {
        "person": found.person.public_id,
        "name": found.contact.contact.name,
        "office": row.office.name if row else None,
        "is_open": found.is_open,
        "used_on": row.used_on if row else None,
        "decided_by": row.decided_by.name if row else None,
        "target_group": row.target_group if row else None,
        "employer_part": row.employer_part if row else None,
        "why": row.opened("sealed_why", found.key) if row else "",
        "assessment": _assessment(found),
        "missing": _missing(found),
        "employer_plans": [sent_plan(each, found.key) for each in found.plans],
        **_lasting(found),
    }


def _lasting(found: AgreementSeen) -> dict[str, Any]:
    row = found.agreement
    return {
        "standing": found.standing,
        "review_on": row.review_on if row else None,
        "review_asked_on": row.review_asked_on if row else None,
        "reviews": [
            {
                **{
                    name: getattr(each, name)
                    for name in ("held_on", "next_on", "with_person", "with_employer")
                },
                "words": each.opened("sealed_words", found.key),
            }
            for each in found.reviews
        ],
        "endings_asked": [_asked(each, found) for each in found.endings],
        "ended_on": row.ended_on if row else None,
        "end_cause": (row.end_cause or None) if row else None,
        "end_words": row.opened("sealed_end_words", found.key) if row else "",
        "earlier": [
            {
                "id": each.public_id,
                "office": each.office.name,
                "employer": each.employer.name if each.employer else None,
                "used_on": each.used_on,
                "over_on": each.ended_on or each.lapsed_on,
            }
            for each in found.earlier
        ],
    }


def _asked(row: EndingAsked, found: AgreementSeen) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "party": row.asked_party,
        "asked_on": row.asked_on,
        "why": row.opened("sealed_why", found.key),
        "answered_on": row.answered_on,
        "answer": row.opened("sealed_answer", found.key),
    }


def _assessment(found: AgreementSeen) -> dict[str, Any] | None:
    row = found.assessment
    if row is None:
        return None
    return {
        "assessed_on": row.assessed_on,
        "with_person": row.with_person,
        "with_employer": row.with_employer,
        "written_by": row.written_by.name,
        **texts_of(row, found.key),
    }


def _missing(found: AgreementSeen) -> list[ReasonShown]:
    row = found.agreement
    if row is None or not found.is_open:
        return []
    facts = facts_of(found.assessment, found.key, has_employer=row.employer_id is not None)
    return [shown(reason) for reason in assessment_missing(facts)]


for _slug, _page in OWN_PAGES.items():
    if _page.back in (PAGE, TEXT_PAGE):
        offer_own(router, _slug, _page)
