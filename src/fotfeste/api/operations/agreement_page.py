"""A person's facilitation and follow-up agreement: NAV's decision, what was assessed, what is missing."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.operations.own_acts import offer_own
from fotfeste.api.policy import RECORD, api_policy
from fotfeste.api.problems import ReasonShown, shown
from fotfeste.api.schemas import Shown
from fotfeste.apps.agreements.assessing import facts_of, texts_of
from fotfeste.apps.agreements.seen import AgreementSeen, access_agreement
from fotfeste.domain.agreements.assessment import assessment_missing
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
